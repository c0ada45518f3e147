import type { Horizon } from "../cost/ramp.ts";
import type { Language } from "../domain/language.ts";
import type { Basis } from "../evaluate/basis.ts";
import type { Evaluation } from "../evaluate/evaluate.ts";
import { evaluateToday } from "../evaluate/scenario.ts";
import { canCompare } from "../evaluate/measures/measure.ts";
import { MEASURES } from "../evaluate/measures/table.ts";
import { planTitle, todayWord } from "./baseline-text.ts";
import { caseText } from "./consolidation-text.ts";
import { BUDGET_YEARS, moneyText } from "./money-text.ts";
import { statusText } from "./plan-status.ts";
import { fillText, formatRange, spanWords } from "./format.ts";
import { levelRange } from "./level-range.ts";
import { shownSites } from "./shown-sites.ts";
import { TRANSPORT_LEFT_OUT } from "../rules/transport-right.ts";
import { countWords, measuresOf, writeChange, writeQuantity } from "./shown-measures.ts";
import { unlikeLines, unreachedLines } from "./unreached-text.ts";

const TEXT = {
  plan: { da: "{plan} mod {baseline}:", en: "{plan} against {baseline}:" },
  head: { da: ["Nøgletal", "Planen", "Ændring"], en: ["Measure", "The plan", "Change"] },
  districts: { da: "Distrikter:", en: "Districts:" },
  pupils: { da: "{pupils} elever", en: "{pupils} pupils" },
  apart: { da: "hænger ikke sammen", en: "not contiguous" },
} as const;

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
  const [then, now] = [today.values, values].map((measured) => measuresOf(basis, measured));
  const lines = MEASURES.map((measure) => {
    const { key, label, unit, range } = measure;
    const span = range?.(totals);
    if (range) {
      // Of money there is only what a plan changes.
      const todays = measure.group === "money" ? undefined : range(today.totals);
      const cells = [todays, span].map((each) => each && formatRange(each, unit, language));
      return row(label[language], [cells[0] ?? "", cells[1] ?? "-", ""]);
    }
    const [before, after] = [
      { value: today.values.get(key), cell: then.get(key) },
      { value: values.get(key), cell: now.get(key) },
    ];
    const write = ({ value, cell }: typeof before): string =>
      value === undefined ? "-" : writeQuantity(value, cell, measure, language);
    const level = levelRange(measure, after, basis.municipality.info.rightsError);
    return row(label[language], [
      write(before),
      `${write(after)}${level ? ` ${spanWords(level, unit, language)}` : ""}`,
      isFinished && canCompare(measure, today.values, values) ? writeChange(before, after, measure, language) : "-",
    ]);
  });
  const shown = shownSites(basis, evaluation).districts;
  const [first, ...others] = TEXT.head[language];
  const columns = [todayWord(basis, language), ...others];
  return [
    caseText(basis, language),
    "",
    fillText(TEXT.plan, language, { plan: planTitle(plan, language), baseline: planTitle(basis.baseline, language) }),
    ...statusText(basis, completeness, language).map((line) => `  ${line}`),
    row(first, columns),
    ...lines,
    `  ${TRANSPORT_LEFT_OUT.text[language]}`,
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
  `  ${label.padEnd(52)} ${before.padStart(24)} ${after.padStart(30)} ${change.padStart(12)}`.trimEnd();
