import { comparePlans } from "../../src/compare/comparison.ts";
import { councilPlanPaper } from "../../src/council/paper.ts";
import { paperFile } from "../../src/council/paper-file.ts";
import type { Language } from "../../src/domain/language.ts";
import { networkCosts } from "../../src/domain/question.ts";
import { moneyOf } from "../../src/domain/currency.ts";
import { startDraft } from "../../src/edit/draft.ts";
import { writeProposal } from "../../src/edit/proposal-file.ts";
import { evaluatePlan } from "../../src/evaluate/evaluate.ts";
import { busTerms, schoolBuses } from "../../src/evaluate/school-buses.ts";
import { openCase } from "../../src/open-case.ts";
import { paperHtml } from "../../src/paper/html.ts";
import { busesText } from "../../src/report/buses-text.ts";
import { comparisonFile } from "../../src/report/comparison-file.ts";
import { comparisonText } from "../../src/report/comparison-text.ts";
import { costsText } from "../../src/report/costs-text.ts";
import { tableCsv } from "../../src/report/csv.ts";
import { evaluationFile } from "../../src/report/evaluation-file.ts";
import { evaluationText } from "../../src/report/evaluation-text.ts";
import { howTold } from "../../src/report/shown-measures.ts";
import { objectiveMeaning, soughtIn } from "../../src/report/stage-text.ts";
import { comparisonWorkbook, plansWorkbook } from "../../src/report/workbook.ts";
import { caseFolder } from "../data/case-folder.ts";
import { movedPlan, RUN } from "./out/moved-plan.ts";

/** What is told of a case, each as it is made when it is asked for: text, table, file and paper of its plans, in a language. */
export function allTold(name: string, language: Language): ReadonlyMap<string, () => string> {
  const { value: opened } = openCase(caseFolder(name));
  if (!opened) throw new Error(`${name} cannot be opened`);
  const { basis, dataHash } = opened;
  const { municipality } = basis;
  const plans = [...opened.plans, movedPlan(opened)];
  const evaluations = plans.map((plan) => evaluatePlan(basis, plan));
  const [first, ...others] = evaluations;
  const comparison = comparePlans(basis, plans, { draws: 50 });
  const of = { basis, run: RUN, audience: "anyone", language } as const;
  const last = plans[plans.length - 1];
  const paper = () =>
    paperFile(
      { basis, plans: opened.plans, dataHash },
      {
        proposal: writeProposal(
          { id: last.id, start: last, edits: [] },
          { municipality, plans: opened.plans, dataHash },
        ),
        draft: startDraft(municipality, last),
        alternatives: [],
        made: "2026-01-15",
      },
    );
  const workbook = (tables: ReturnType<typeof plansWorkbook>["tables"]): string =>
    tables.map((table) => tableCsv(table, language)).join("\n");
  return new Map<string, () => string>([
    ...evaluations.flatMap((evaluation, i): [string, () => string][] => [
      [`text ${i}`, () => evaluationText(basis, evaluation, language, { years: 3, rate: 0.035 })],
      [`file ${i}`, () => JSON.stringify(evaluationFile(basis, evaluation, RUN))],
    ]),
    ["costs", () => costsText(basis, plans, language)],
    ["buses", () => busesText(basis, schoolBuses(basis, plans[0]), busTerms(basis.costs), language)],
    ["comparison", () => comparisonText(basis, comparison, language)],
    ["comparison file", () => JSON.stringify(comparisonFile(basis, comparison, RUN))],
    ["comparison tables", () => workbook(comparisonWorkbook(comparison, of).tables)],
    ["plans' tables", () => workbook(plansWorkbook([first, ...others], of).tables)],
    ["paper", () => paperHtml(councilPlanPaper(paper(), language, { maps: new Map() }))],
    ["objective", () => JSON.stringify(objectiveMeaning("kroner", howTold(basis)))],
    ["network", () => JSON.stringify(soughtIn({ kind: "network" }, howTold(basis)))],
    ["prices", () => JSON.stringify(networkCosts(moneyOf(municipality.info)))],
  ]);
}
