import type { Comparison } from "../compare/comparison.ts";
import { flowsBetween, toldFlows } from "../compare/flows.ts";
import { type Language, saidIn } from "../domain/language.ts";
import type { Basis } from "../evaluate/basis.ts";
import type { Evaluation } from "../evaluate/evaluate.ts";
import { evaluateToday } from "../evaluate/scenario.ts";
import type { Horizon } from "../cost/ramp.ts";
import type { ConsolidationFile } from "../protocol/result-file.ts";
import { planTitle } from "./baseline-text.ts";
import { pairsTable, savingsTable } from "./comparison-tables.ts";
import { comparisonFile } from "./comparison-file.ts";
import { evaluationFile, type RunInfo } from "./evaluation-file.ts";
import { fairnessTable } from "./fairness-table.ts";
import { groupingsTable } from "./groupings-table.ts";
import { type Audience, INTERNAL } from "./internal.ts";
import {
  areasTable,
  budgetTable,
  districtsTable,
  flowsTable,
  measuresTable,
  type PlanRows,
  sitesTable,
} from "./plan-tables.ts";
import { savingApart } from "./saving-apart.ts";
import { aboutTable, assumptionsTable, costsTable, provenanceTable } from "./source-tables.ts";
import type { Table } from "./table.ts";

/** Sheets of tables with what has to be said of them on every printed page. */
export interface Workbook {
  readonly title: string;
  /** Of what, and what must be said of it: on every printed page. */
  readonly head: string;
  readonly foot: string;
  readonly tables: readonly Table[];
}

/** What a workbook is made from beside its plans. */
export interface WorkbookOf {
  readonly basis: Basis;
  readonly run: RunInfo;
  readonly audience: Audience;
  readonly language: Language;
  readonly horizon?: Horizon;
}

/** Today's plan and others beside each other: measures, schools, districts, areas, who changes school, money, and what all of it rests on. */
export function plansWorkbook(
  evaluations: readonly Evaluation[],
  of: WorkbookOf,
  more: readonly Table[] = [],
): Workbook {
  const { basis, language } = of;
  const today = planRows(evaluateToday(basis), of);
  const plans = apart(evaluations.filter(({ plan }) => plan !== basis.baseline).map((each) => planRows(each, of)));
  const all = [today, ...plans];
  const title = evaluations.map(({ plan }) => planTitle(plan, language)).join(" · ");
  const tables = [
    measuresTable(today, plans, language),
    ...more,
    sitesTable(basis.municipality.grades, all, language),
    districtsTable(all, language),
    areasTable(plans.length > 0 ? plans : all, language),
    ...(plans.length > 0 ? [flowsTable(plans, language)] : []),
    ...(plans.some(({ file }) => file.money) ? [budgetTable(plans, language)] : []),
    costsTable(today.file, language),
    assumptionsTable(basis, all, language),
    provenanceTable(
      today.file,
      all.map((each) => ({ id: each.plan.id, title: each.title })),
      basis.municipality.info,
      language,
    ),
  ];
  return bound(title, tables, today, of);
}

/** Every measure of some plans beside today's, by itself. */
export function measuresOfPlans(evaluations: readonly Evaluation[], of: WorkbookOf): Table {
  const today = planRows(evaluateToday(of.basis), of);
  return measuresTable(
    today,
    evaluations.map((each) => planRows(each, of)),
    of.language,
  );
}

/** A comparison: the same of its plans, with how sure the savings are, whom it falls on and which saves more than which. */
export function comparisonWorkbook(comparison: Comparison, of: WorkbookOf): Workbook {
  const { basis, run, language } = of;
  const file = comparisonFile(basis, comparison, run);
  return plansWorkbook(
    comparison.plans.map(({ evaluation }) => evaluation),
    of,
    [
      savingsTable(file, savingApart(basis.municipality.info.savingsTarget), language),
      ...(file.pairs.length > 0 ? [pairsTable(file, language)] : []),
      fairnessTable(comparison, language),
    ],
  );
}

/** Every grouping of a list, and the best of them as a plan. */
export const groupingsWorkbook = (file: ConsolidationFile, best: Evaluation, of: WorkbookOf): Workbook =>
  plansWorkbook([best], of, [groupingsTable(file, of.language)]);

/** Several answers to one question may be called the same: each then has its number. */
const apart = (plans: readonly PlanRows[]): readonly PlanRows[] =>
  plans.map((each, i) =>
    plans.some(({ title }, other) => other !== i && title === each.title)
      ? { ...each, title: `${each.title} (${i + 1})` }
      : each,
  );

function planRows(evaluation: Evaluation, { basis, run, audience, language, horizon }: WorkbookOf): PlanRows {
  const { plan } = evaluation;
  const flows = flowsBetween(basis.baseline, plan, basis.unitBand);
  return {
    title: planTitle(plan, language),
    plan,
    file: evaluationFile(basis, evaluation, run, audience, horizon),
    ...(plan !== basis.baseline && { flows: toldFlows(plan.grades, flows) }),
  };
}

/** With a first sheet that says what the others are. */
function bound(title: string, tables: readonly Table[], { file }: PlanRows, { basis, language }: WorkbookOf): Workbook {
  const { municipality } = basis;
  const { name, syntheticNotice } = municipality.info;
  const about = aboutTable(
    basis,
    title,
    file,
    tables.map((table) => table.name),
    language,
  );
  const head = `${name} ${file.provenance.case.schoolYear} · ${title}`;
  const said = [
    ...(syntheticNotice ? [saidIn(syntheticNotice, language)] : []),
    ...(file.internal === undefined ? [] : [INTERNAL[language]]),
  ];
  return { title, head, foot: said.join(" · "), tables: [about, ...tables] };
}
