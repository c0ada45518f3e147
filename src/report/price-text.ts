import { moneyOf } from "../domain/currency.ts";
import { isToldOf } from "./coarse.ts";
import { savedAgainst } from "../compare/saved-against.ts";
import { catalogue, type Language, type Text } from "../domain/language.ts";
import type { Basis } from "../evaluate/basis.ts";
import type { Evaluation } from "../evaluate/evaluate.ts";
import { measureNamed, type MeasureKey } from "../evaluate/measures/table.ts";
import { fillText, formatAmount, formatQuantity, spanWords, unitWord, writtenUnit } from "./format.ts";
import { measureTitle, savingApart } from "./saving-apart.ts";
import type { Solution } from "./solution-file.ts";
import { isFew } from "../kernels/disclosure/shown.ts";
import { rangeOfSpread, toldRange } from "./range-rows.ts";
import { differenceIn, stepsIn } from "./shown-measures.ts";
import { stagesText } from "./stage-text.ts";
import { SUMMED_UP_BY } from "./summed-up-by.ts";

const TEXT = catalogue("report.price.text", {
  price: {
    da: "Kravet »{rule}« ændrer, mod samme spørgsmål uden det:",
    en: 'The rule "{rule}" changes, against the same question without it:',
  },
  nothing: { da: "ingenting", en: "nothing" },
  stopped: {
    da: "Et af de to svar er ikke bevist bedst; forskellen kan være en anden.",
    en: "One of the two answers is not proven best; the difference may be another.",
  },
} as const satisfies Record<string, Text>);

/** What each rule changes, sentence by sentence: what was to be least, and the measures that an answer is summed up by. */
export function priceLines(basis: Basis, { prices = [], stages, answers }: Solution, language: Language): string[] {
  return prices.flatMap(({ rule, differences, stages: changes, status, note, without }) => {
    const least = changes.some((change) => change !== 0) ? [stagesText(stages, changes, language, "always")] : [];
    const changed = changedLines(basis, differences, [answers[0]?.evaluation, without.evaluation], language);
    return [
      fillText(TEXT.price, language, { rule: rule[language] }),
      ...[...least, ...changed].map((line) => `  ${line}`),
      ...(least.length + changed.length === 0 ? [`  ${TEXT.nothing[language]}`] : []),
      ...(status === "stopped" ? [`  ${TEXT.stopped[language]}`] : []),
      ...(note ? [`  ${note[language]}`] : []),
    ];
  });
}

function changedLines(
  basis: Basis,
  differences: ReadonlyMap<MeasureKey, number>,
  [kept, free]: readonly [kept: Evaluation | undefined, free: Evaluation],
  language: Language,
): string[] {
  const { info } = basis.municipality;
  const apart = savingApart(info.savingsTarget);
  return SUMMED_UP_BY.flatMap((key) => {
    const [value, measure] = [differences.get(key), measureNamed(key)];
    if (value === undefined || !measure) return [];
    const unit = writtenUnit(measure.unit, moneyOf(info));
    const title = measureTitle({ key, title: measure.label }, apart)[language];
    const saved = key === "saving" && kept ? savedAgainst(basis, kept, free) : undefined;
    if (!saved) {
      const steps = stepsIn(basis);
      if (!isToldOf(steps, measure)) return [];
      const told = isFew(Math.abs(value)) ? value : differenceIn(steps, measure, value);
      return [`${title}: ${formatQuantity(told, unit, language, "always")}`];
    }
    const { low, mid, high } = toldRange(basis, measure, rangeOfSpread(saved));
    const span = spanWords({ low, high }, unit, language);
    const mean = formatAmount(mid, unit, language, "always");
    return [`${title}: ${mean} ${span} ${unitWord(unit, language)}`];
  });
}
