import { type Drawback, drawbacks, type KnownOrder } from "../compare/why-not.ts";
import type { Currency } from "../domain/currency.ts";
import { inList } from "../domain/in-list.ts";
import { catalogue, inBoth, type Language, type Said, saidIn, type Text } from "../domain/language.ts";
import type { MeasureKey } from "../evaluate/measures/table.ts";
import { type Cell, isToldAsItIs } from "../kernels/disclosure/shown.ts";
import { hundredths, type Sentence } from "./sentence.ts";
import { filledText, fillText, unitWord, writtenUnit } from "./format.ts";
import { measureTitle } from "./saving-apart.ts";
import { writeAmount } from "./shown-measures.ts";

const WHY_NOT = catalogue("report.why-not-sentence", {
  worse: {
    da: "»{plan}« er dårligere end »{other}« på {list}.",
    en: "“{plan}” is worse than “{other}” in {list}.",
  },
  not: {
    da: "»{plan}« er ikke dårligere end »{other}« på noget hovedmål, hvor rækkefølgen er til at stole på.",
    en: "“{plan}” is not worse than “{other}” in any main measure whose order can be relied on.",
  },
  unsure: {
    da: "Måske er den det også på {list}, men det er usikkert.",
    en: "Perhaps it is in {list} too, but that is not certain.",
  },
  only: {
    da: "Måske er den det på {list}, men det er usikkert.",
    en: "Perhaps it is in {list}, but that is not certain.",
  },
  against: { da: "mod", en: "against" },
  less: { da: "lavere i {share} af 100 beregninger", en: "lower in {share} of 100 computations" },
  lessNearlyAlways: { da: "lavere i over 99 af 100 beregninger", en: "lower in more than 99 of 100 computations" },
} as const);

/** A plan's measures as they may be told. */
interface ToldDifference {
  readonly value: (key: MeasureKey) => number | undefined;
  readonly cell: (key: MeasureKey) => Cell | undefined;
}

/**
 * What a plan is worse at than another, the largest difference first and last what is not sure; what reads alike once it is written, or may
 * not be told of few pupils, is no claim. `apart`: what the figure for a saving leaves out.
 */
export function whyNotSentence(
  [plan, other]: readonly [ToldDifference, ToldDifference],
  titles: readonly [plan: Said, other: Said],
  scale: Parameters<typeof drawbacks>[2],
  order: KnownOrder,
  { apart, currency }: { readonly apart: Text; readonly currency: Currency },
): Sentence {
  const found = drawbacks({ get: plan.value }, { get: other.value }, scale, order);
  const told = found.filter(({ measure: { key } }) => [plan.cell(key), other.cell(key)].every(isToldAsItIs));
  const names = { plan: textOf(titles[0]), other: textOf(titles[1]) };
  const listOf = (is: Drawback["is"]): Text =>
    inBoth((language) =>
      inList(
        told
          .filter((each) => each.is === is)
          .flatMap((each) => claim(each, [plan, other], { order, apart, currency }, language)),
        language,
      ),
    );
  const [sure, unsure] = [listOf("sure"), listOf("unsure")];
  const first = filledText(sure.da === "" ? WHY_NOT.not : WHY_NOT.worse, { ...names, list: sure });
  if (unsure.da === "") return { key: "why-not", text: first, figures: {} };
  const last = filledText(sure.da === "" ? WHY_NOT.only : WHY_NOT.unsure, { list: unsure });
  return { key: "why-not", text: inBoth((language) => `${first[language]} ${last[language]}`), figures: {} };
}

/** "største distrikt i forhold til det mindste (2,59 mod 1,19 gange)"; nothing where both read alike. */
function claim(
  { measure, value, other }: Drawback,
  [one, against]: readonly [ToldDifference, ToldDifference],
  { order, apart, currency }: { readonly order: KnownOrder; readonly apart: Text; readonly currency: Currency },
  language: Language,
): readonly string[] {
  const unit = writtenUnit(measure.unit, currency);
  const [now, then] = [
    writeAmount(value, one.cell(measure.key), unit, language),
    writeAmount(other, against.cell(measure.key), unit, language),
  ];
  if (now === then) return [];
  const title = measureTitle(measure, apart)[language];
  const name = title.charAt(0).toLowerCase() + title.slice(1);
  const lower = measure.range === undefined ? "" : savesLess(order, language);
  return [`${name} (${now} ${WHY_NOT.against[language]} ${then} ${unitWord(unit, language)}${lower})`];
}

function savesLess({ savesLess: share }: KnownOrder, language: Language): string {
  if (share === undefined) return "";
  const of100 = hundredths(share);
  return of100 === 100
    ? `, ${WHY_NOT.lessNearlyAlways[language]}`
    : `, ${fillText(WHY_NOT.less, language, { share: String(of100) })}`;
}

const textOf = (title: Said): Text => inBoth((language) => saidIn(title, language));
