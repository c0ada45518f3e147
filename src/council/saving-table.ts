import { moneyOf } from "../domain/currency.ts";
import { type Language, moneyWords } from "../domain/language.ts";
import { type Block, paragraph, type PaperRow } from "../paper/tree.ts";
import type { CouncilFigures, CouncilRow } from "../protocol/council-file.ts";
import { fillText, formatNumber } from "../report/format.ts";
import { CATEGORY_NAMES } from "../report/money-text.ts";
import { countedApart } from "./parts.ts";
import { COUNCIL_WORDS } from "./words.ts";

const STEP = 1000;

/** Amounts in whole steps that add up to their sum in whole steps: what is left over goes to those that lost most by rounding. */
export function roundedParts(parts: readonly number[], step: number): readonly number[] {
  const floors = parts.map((part) => Math.floor(part / step));
  const whole = Math.round(parts.reduce((sum, part) => sum + part, 0) / step);
  const left = whole - floors.reduce((sum, floor) => sum + floor, 0);
  const rests = parts.map((part, i) => ({ i, rest: part / step - floors[i] })).toSorted((a, b) => b.rest - a.rest);
  const raised = new Set(rests.slice(0, left).map(({ i }) => i));
  return floors.map((floor, i) => step * (floor + (raised.has(i) ? 1 : 0)));
}

const CATEGORIES = Object.entries(CATEGORY_NAMES);

/** What the saving is the sum of, in lines that add up to the last, and what is told apart from it. */
export function savingTable(
  { rows, counting = [], ...figures }: Pick<CouncilFigures, "rows" | "counting" | "currency">,
  language: Language,
): readonly Block[] {
  const amount = (measure: string): number => {
    const told = rows.find((row) => row.measure === measure)?.proposal;
    return typeof told === "number" ? told : 0;
  };
  const say = (key: keyof typeof COUNCIL_WORDS, kroner?: number): string =>
    fillText(COUNCIL_WORDS[key], language, {
      ...moneyWords(moneyOf(figures)),
      ...(kroner !== undefined && { kroner: written(kroner, language) }),
    });
  const counted = CATEGORIES.flatMap(([category, name]) => {
    const measure = `saving-${category}`;
    return counting.includes(measure) && amount(measure) !== 0
      ? [{ name: name[language], kroner: amount(measure), range: rows.find((row) => row.measure === measure)?.range }]
      : [];
  });
  const shown = roundedParts(
    counted.map(({ kroner }) => kroner),
    STEP,
  );
  const sum = shown.reduce((all, each) => all + each, 0);
  const [teaching, once] = [amount("saving-classes"), 0 - amount("one-off")];
  return [
    {
      kind: "table",
      heads: [say("savingPart"), say("kroner")],
      rows: counted.map(({ name, range }, i) => lineOf(name, shown[i], range, language)),
      sums: [
        lineOf(
          say("savingSum") + countedApart({ counting })[language],
          sum,
          rows.find(({ measure }) => measure === "saving")?.range,
          language,
        ),
      ],
      holds: "numbers",
    },
    paragraph(say("savingHow"), "soft"),
    ...(counting.includes("saving-classes") || toStep(teaching) === 0
      ? []
      : [paragraph(say("teachingApart", toStep(teaching)))]),
    ...(toStep(once) === 0 ? [] : [paragraph(say("onceApart", toStep(once)))]),
  ];
}

const lineOf = (head: string, kroner: number, range: CouncilRow["range"], language: Language): PaperRow => ({
  head,
  cells: [
    {
      text: written(kroner, language),
      ...(range && toStep(range.low) !== toStep(range.high) && { range: spanOf(range, language) }),
      figure: { value: kroner, unit: "kroner", ...(range && { low: range.low, high: range.high }) },
    },
  ],
});

const spanOf = ({ low, high }: NonNullable<CouncilRow["range"]>, language: Language): string =>
  fillText(COUNCIL_WORDS.span, language, {
    low: written(toStep(low), language),
    high: written(toStep(high), language),
  });

/** Never minus nothing. */
const toStep = (kroner: number): number => STEP * Math.round(kroner / STEP) + 0;

const written = (kroner: number, language: Language): string => formatNumber(kroner, 0, language).replace(/^-/, "−");
