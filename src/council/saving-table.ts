import type { Language } from "../domain/language.ts";
import type { CouncilFigures } from "../protocol/council-file.ts";
import { fillText, formatNumber } from "../report/format.ts";
import { escaped } from "../report/html.ts";
import { CATEGORY_NAMES } from "../report/money-text.ts";
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
  { rows, counting = [] }: Pick<CouncilFigures, "rows" | "counting">,
  language: Language,
): string {
  const amount = (measure: string): number => {
    const told = rows.find((row) => row.measure === measure)?.proposal;
    return typeof told === "number" ? told : 0;
  };
  const say = (key: keyof typeof COUNCIL_WORDS, kroner?: number): string =>
    escaped(fillText(COUNCIL_WORDS[key], language, kroner === undefined ? {} : { kroner: written(kroner, language) }));
  const counted = CATEGORIES.flatMap(([category, name]) => {
    const measure = `saving-${category}`;
    return counting.includes(measure) && amount(measure) !== 0
      ? [{ name: name[language], kroner: amount(measure) }]
      : [];
  });
  const shown = roundedParts(
    counted.map(({ kroner }) => kroner),
    STEP,
  );
  const line = (name: string, kroner: number): string =>
    `<tr><th scope="row">${escaped(name)}</th><td>${written(kroner, language)}</td></tr>`;
  const sum = shown.reduce((all, each) => all + each, 0);
  const [teaching, once] = [amount("saving-classes"), 0 - amount("one-off")];
  return [
    `<table><thead><tr><th scope="col">${say("savingPart")}</th><th scope="col">${say("kroner")}</th></tr></thead><tbody>`,
    ...counted.map(({ name }, i) => line(name, shown[i])),
    `</tbody><tfoot>${line(COUNCIL_WORDS.savingSum[language], sum)}</tfoot></table>`,
    `<p class="soft">${say("savingHow")}</p>`,
    ...(counting.includes("saving-classes") || teaching === 0
      ? []
      : [`<p>${say("teachingApart", toStep(teaching))}</p>`]),
    ...(once === 0 ? [] : [`<p>${say("onceApart", toStep(once))}</p>`]),
  ].join("");
}

const toStep = (kroner: number): number => STEP * Math.round(kroner / STEP);

const written = (kroner: number, language: Language): string => formatNumber(kroner, 0, language).replace(/^-/, "−");
