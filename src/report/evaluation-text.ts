import { moneyOf } from "../domain/currency.ts";
import { measuresIn } from "../evaluate/measures/table.ts";
import type { Horizon } from "../cost/ramp.ts";
import { catalogue, type Language } from "../domain/language.ts";
import type { Basis } from "../evaluate/basis.ts";
import type { Evaluation } from "../evaluate/evaluate.ts";
import { evaluateToday } from "../evaluate/scenario.ts";
import { canCompare } from "../evaluate/measures/measure.ts";
import type { PlanTotals } from "../evaluate/plan-totals.ts";
import { planTitle, todayWord } from "./baseline-text.ts";
import { caseText } from "./consolidation-text.ts";
import { BUDGET_YEARS, moneyText } from "./money-text.ts";
import { statusText } from "./plan-status.ts";
import { fillText, writtenUnit } from "./format.ts";
import { rangedFigure } from "./ranged-figure.ts";
import { measureTitle, savingApart } from "./saving-apart.ts";
import { shownSites } from "./shown-sites.ts";
import { transportNote } from "../rules/transport-right.ts";
import { countWords, toldValues, type ToldValue, writeChange } from "./shown-measures.ts";
import { unlikeLines, unreachedLines } from "./unreached-text.ts";

const HEADS = catalogue("report.evaluation.heads", {
  measure: { da: "Nøgletal", en: "Measure" },
  plan: { da: "Planen", en: "The plan" },
  change: { da: "Ændring", en: "Change" },
});

const TEXT = catalogue("report.evaluation", {
  plan: { da: "{plan} mod {baseline}:", en: "{plan} against {baseline}:" },
  districts: { da: "Distrikter:", en: "Districts:" },
  pupils: { da: "{pupils} elever", en: "{pupils} pupils" },
  apart: { da: "hænger ikke sammen", en: "not contiguous" },
} as const);

/** One plan beside today's: every measure with its change, and the districts. */
export function evaluationText(
  basis: Basis,
  evaluation: Evaluation,
  language: Language,
  horizon: Horizon = BUDGET_YEARS,
): string {
  const today = evaluateToday(basis);
  const { plan, completeness, values, totals, districts } = evaluation;
  const isFinished = completeness.status === "finished";
  const [then, now] = [today.values, values].map((measured) => toldValues(basis, measured));
  const { info } = basis.municipality;
  const apart = savingApart(info.savingsTarget);
  const lines = measuresIn(totals.grades).map((measure) => {
    const { key, label } = measure;
    const [before, after] = [then(key), now(key)];
    const write = (told: ToldValue, of: PlanTotals): string | undefined =>
      rangedFigure(basis, measure, told, of, language);
    // Of money there is only what a plan changes; what is known within a range has no exact change.
    const cells = [measure.range && measure.group === "money" ? "" : write(before, today.totals), write(after, totals)];
    const isTold = isFinished && canCompare(measure, today.values, values);
    const unit = writtenUnit(measure.unit, moneyOf(info));
    const change = measure.range ? "" : isTold ? writeChange(before, after, unit, language) : "-";
    return row(measureTitle({ key, title: label }, apart)[language], [cells[0] ?? "-", cells[1] ?? "-", change]);
  });
  const shown = shownSites(basis, evaluation).districts;
  const [first, ...others] = Object.values(HEADS).map((head) => head[language]);
  const columns = [todayWord(basis, language), ...others];
  return [
    caseText(basis, language),
    "",
    fillText(TEXT.plan, language, { plan: planTitle(plan, language), baseline: planTitle(basis.baseline, language) }),
    ...statusText(basis, completeness, language).map((line) => `  ${line}`),
    row(first, columns),
    ...lines,
    `  ${transportNote(plan.grades)[language]}`,
    ...unreachedLines(basis, plan, language).map((line) => `  ${line}`),
    ...unlikeLines(today.values, values, language).map((line) => `  ${line}`),
    "",
    ...(totals.money ? [moneyText(basis, totals.money, language, horizon), ""] : []),
    TEXT.districts[language],
    ...districts.map(({ district, extraPieces }, number) => {
      const count = fillText(TEXT.pupils, language, { pupils: countWords(shown[number], language) });
      return `  ${district.name}: ${count}${extraPieces > 0 ? ` (${TEXT.apart[language]})` : ""}`;
    }),
  ].join("\n");
}

const row = (label: string, [before, after, change]: readonly string[]): string =>
  `  ${label.padEnd(52)} ${before.padStart(30)} ${after.padStart(30)} ${change.padStart(12)}`.trimEnd();
