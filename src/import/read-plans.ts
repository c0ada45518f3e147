import type { BandSet, Grades } from "../domain/grades.ts";
import { cellsWithin } from "../geo/cells.ts";
import type { PlanFile } from "../protocol/plan-file.ts";
import { CASE_FILES } from "./case-files.ts";
import type { CaseReading } from "./case-json.ts";
import type { Folder } from "./folder.ts";
import type { JsonPath, JsonText } from "./json-text.ts";
import { checkPlan, checkReferences, planIdOf, type PlanNames, readPlan } from "./plans.ts";
import type { TableReadings } from "./read-tables.ts";
import type { IssueBook } from "./report.ts";
import type { EmptyUnits } from "./empty-units.ts";

/** What plans are held against, as far as it could be read. */
interface PlanContext {
  readonly read: CaseReading | undefined;
  readonly caseJson: JsonText | undefined;
  readonly tables: TableReadings;
  readonly empty: EmptyUnits | undefined;
}

/** Reads the plan files and checks every name in them, and the one that case.json names as today's. */
export function readPlans(grades: Grades, folder: Folder, context: PlanContext, book: IssueBook): readonly PlanFile[] {
  const paths = folder.paths().filter((path) => planIdOf(path) !== undefined);
  const plans = paths.flatMap((path) => {
    const json = folder.json(path, "required");
    return (json && readPlan(json, book.report)) ?? [];
  });
  // A plan that could not be read is not one that does not exist.
  if (plans.length === paths.length) checkReferences(plans, book.report);
  const names = namesIn(context, book);
  if (names) for (const plan of plans) checkPlan(grades, plan, names, book.report);
  const baseline = context.read?.info.baseline;
  if (baseline !== undefined && context.caseJson && !paths.some((path) => planIdOf(path) === baseline))
    book.report("case.baseline", context.caseJson.at(["baseline"]), { plan: baseline });
  checkPromises(paths.map(planIdOf), context, names, book);
  return plans.map(({ plan }) => plan);
}

/** A promise is of plans and sites of the case. */
function checkPromises(
  plans: readonly (string | undefined)[],
  { read, caseJson }: PlanContext,
  names: PlanNames | undefined,
  { report }: IssueBook,
): void {
  if (!caseJson) return;
  read?.info.promises?.forEach((promise, number) => {
    for (const state of ["from", "to"] as const) {
      const { plan, open = [], close = [] } = promise[state];
      const at = (...path: JsonPath) => caseJson.at(["promises", number, state, ...path]);
      if (!plans.includes(plan)) report("case.promise-plan", at("plan"), { plan });
      const sites = [
        ...open.map(({ site }, i) => ({ site, path: ["open", i, "site"] })),
        ...close.map((site, i) => ({ site, path: ["close", i] })),
      ];
      for (const { site, path } of sites)
        if (names && !names.sites.has(site)) report("plan.site-unknown", at(...path), { site });
    }
  });
}

/** The names that plans may use; where other files are damaged, more than there are rather than fewer. */
function namesIn({ tables: { sites }, empty }: PlanContext, { failed }: IssueBook): PlanNames | undefined {
  if (!sites) return undefined;
  const teaches = new Map<string, BandSet | undefined>([...sites.ids].map((id) => [id, undefined]));
  if (!failed(CASE_FILES.sites)) for (const { site } of sites.rows) teaches.set(site.id, site.teaches);
  const units = new Set(empty?.id);
  const whole = !failed(CASE_FILES.sites) && !failed(CASE_FILES.pupils);
  return {
    sites: teaches,
    unitsNamed: (id) => {
      if (!empty) return [id];
      const cells = cellsWithin(id, empty.shape);
      return whole ? cells.filter((cell) => units.has(cell)) : cells;
    },
  };
}
