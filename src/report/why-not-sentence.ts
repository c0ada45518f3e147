import { type Drawback, drawbacks } from "../compare/why-not.ts";
import { inList } from "../domain/in-list.ts";
import { inBoth, type Language, type Said, saidIn, type Text } from "../domain/language.ts";
import type { MeasureKey } from "../evaluate/measures/table.ts";
import { type Cell, isToldAsItIs } from "../kernels/disclosure/shown.ts";
import { type Sentence, sentence } from "./sentence.ts";
import { unitWord } from "./format.ts";
import { writeAmount } from "./shown-measures.ts";

const WHY_NOT = {
  worse: {
    da: "»{plan}« er dårligere end »{other}« på {list}.",
    en: "“{plan}” is worse than “{other}” in {list}.",
  },
  not: {
    da: "»{plan}« er ikke dårligere end »{other}« på noget hovedmål, hvor rækkefølgen er til at stole på.",
    en: "“{plan}” is not worse than “{other}” in any main measure whose order can be relied on.",
  },
  against: { da: "mod", en: "against" },
} as const;

/** A plan's measures as they may be told. */
interface Told {
  readonly value: (key: MeasureKey) => number | undefined;
  readonly cell: (key: MeasureKey) => Cell | undefined;
}

/**
 * What a plan is worse at than another in one sentence, the largest difference first; what reads alike once it is written, or may not be
 * told of few pupils, is no claim.
 */
export function whyNotSentence(
  [plan, other]: readonly [Told, Told],
  titles: readonly [plan: Said, other: Said],
  scale: Parameters<typeof drawbacks>[2],
  order: Parameters<typeof drawbacks>[3],
): Sentence {
  const found = drawbacks({ get: plan.value }, { get: other.value }, scale, order);
  const told = found.filter(({ measure: { key } }) => [plan.cell(key), other.cell(key)].every(isToldAsItIs));
  const names = { plan: textOf(titles[0]), other: textOf(titles[1]) };
  const list = inBoth((language) =>
    inList(
      told.flatMap((each) => claim(each, [plan, other], language)),
      language,
    ),
  );
  if (list.da === "") return sentence("why-not", WHY_NOT.not, {}, names);
  return sentence("why-not", WHY_NOT.worse, {}, { ...names, list });
}

/** "største distrikt i forhold til det mindste (2,59 mod 1,19 gange)"; nothing where both read alike. */
function claim(
  { measure, value, other }: Drawback,
  [one, against]: readonly [Told, Told],
  language: Language,
): readonly string[] {
  const [now, then] = [
    writeAmount(value, one.cell(measure.key), measure, language),
    writeAmount(other, against.cell(measure.key), measure, language),
  ];
  if (now === then) return [];
  const title = saidIn(measure.title, language);
  const name = title.charAt(0).toLowerCase() + title.slice(1);
  return [`${name} (${now} ${WHY_NOT.against[language]} ${then} ${unitWord(measure.unit, language)})`];
}

const textOf = (title: Said): Text => inBoth((language) => saidIn(title, language));
