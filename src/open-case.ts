import type { Checked, Issue, IssueText } from "./domain/issue.ts";
import type { Plan } from "./domain/plan.ts";
import type { Basis } from "./evaluate/basis.ts";
import { completenessOf } from "./evaluate/completeness.ts";
import { COMPLETENESS_ISSUES, completenessIssues } from "./evaluate/completeness-issues.ts";
import { makeBasis } from "./evaluate/evaluate.ts";
import { REGISTER_ISSUES, registerIssues } from "./evaluate/register-issues.ts";
import { ATTENDANCE_PLAN } from "./import/attendance.ts";
import { CASE_FILES } from "./import/case-files.ts";
import { type FileBytes, type ReadFiles, tellByName } from "./import/formats/sources.ts";
import { type ImportedCase, type ImportOptions, importCase } from "./import/import-case.ts";
import { ISSUE_TEXTS } from "./import/issue-texts.ts";
import { importPrepared, type ReadPrepared } from "./import/wizard/import-prepared.ts";
import type { ImportNotes } from "./import/notes.ts";
import { TRAVEL_ISSUES, travelIssue } from "./travel/issue-texts.ts";
import type { PaperForm } from "./protocol/paper-form.ts";
import { resolvePlans } from "./travel/plans.ts";
import { computeTravel } from "./travel/travel.ts";

/** Everything that can be found of a case while it is opened, by code. */
export const OPENING_ISSUES = {
  ...ISSUE_TEXTS,
  ...TRAVEL_ISSUES,
  ...COMPLETENESS_ISSUES,
  ...REGISTER_ISSUES,
} satisfies Record<string, IssueText>;

/** A case ready for questions: imported, with distances, its plans and the ground that plans are measured on. */
export interface OpenCase {
  readonly basis: Basis;
  /** Today's plan first. */
  readonly plans: readonly Plan[];
  /** By id of a plan that was decided and carried out: the year in whose August it took effect. */
  readonly inForceFrom: ReadonlyMap<string, number>;
  /** What the municipality's council papers look like; absent: as most do. */
  readonly paperForm?: PaperForm;
  /** SHA-256 over the case's files, hexadecimal. */
  readonly dataHash: string;
}

/** A case as it was just opened from its files. */
export interface OpenedFiles extends OpenCase {
  /** What was found out about the files, and what became of all that they tell of. */
  readonly notes: ImportNotes;
}

export interface OpenOptions extends ImportOptions {
  /** Id of the plan to count changes against, instead of the one that case.json names. */
  readonly baseline?: string;
}

/**
 * From the bytes of a case folder (path within it -> bytes), or what `readFormats` makes of them, or from a folder that a recipe made, to a case
 * that can be asked; every problem is in `issues`.
 */
export function openCase(files: FileBytes | ReadFiles | ReadPrepared, options: OpenOptions = {}): Checked<OpenedFiles> {
  const { value, issues } = openWithImport(files, options);
  return { ...(value && { value: value.opened }), issues };
}

/** The same beside what was imported, for whoever opens the case anew with something in it changed. */
export function openWithImport(
  files: FileBytes | ReadFiles | ReadPrepared,
  options: OpenOptions = {},
): Checked<{ readonly imported: ImportedCase; readonly opened: OpenedFiles }> {
  const folder = "origins" in files ? files : undefined;
  const imported = "origins" in files ? importPrepared(files, options) : importCase(files, options);
  if (!imported.value) return { issues: imported.issues };
  const { value, issues } = openImported(imported.value, options);
  const told = folder ? issues.map(folder.origins.asFound) : issues;
  return {
    ...(value && { value: { imported: imported.value, opened: value } }),
    issues: [...imported.issues, ...told],
  };
}

/** The second half of {@link openCase}: distances, plans, and whether today's plan gives every pupil a school. */
export function openImported(
  { municipality, plans: planFiles, paperForm, dataHash, notes, sources }: ImportedCase,
  { baseline: wanted }: Pick<OpenOptions, "baseline"> = {},
): Checked<OpenedFiles> {
  const { value: travel, issues } = computeTravel(municipality);
  const plans = resolvePlans(municipality, travel, planFiles);
  const baseline = wanted === undefined ? plans[0] : plans.find(({ id }) => id === wanted.normalize("NFC"));
  if (!baseline) return { issues: [...issues, unknownBaseline(wanted ?? "", plans)] };
  const basis = makeBasis(municipality, travel, baseline);
  const unfinished = plans.flatMap((plan) => {
    const file = planFiles.some(({ id }) => id === plan.id) ? planFileOf(plan.id, notes) : CASE_FILES.sites;
    const role = plan === baseline ? "today" : "plan";
    const source = {
      file,
      role,
      plan: typeof plan.title === "string" ? plan.title : plan.id,
      pupils: basis.pupils,
    } as const;
    return completenessIssues(municipality, completenessOf(basis, plan), source);
  });
  const guess = baseline.origin === "guessed" ? [travelIssue("baseline-guessed", {})] : [];
  // What today's plan does to the register's numbers tells of the data only where the case states that plan.
  const stated = planFiles.some(({ id }) => id === municipality.info.baseline);
  const register = stated ? registerIssues(basis, plans[0], CASE_FILES.sites) : [];
  const all: readonly Issue[] = tellByName(sources, [...onLines(issues, notes), ...guess, ...unfinished, ...register]);
  return all.some(({ severity }) => severity === "error")
    ? { issues: all }
    : {
        value: { basis, plans, inForceFrom: yearsOf(planFiles), ...(paperForm && { paperForm }), dataHash, notes },
        issues: all,
      };
}

/** Issues of schools with the line that each has in its table. */
const onLines = (issues: readonly Issue[], { siteLines }: ImportNotes): readonly Issue[] =>
  issues.map(({ name, ...issue }) => {
    const line = name === undefined ? undefined : siteLines.get(name);
    return { ...issue, ...(line !== undefined && { line }) };
  });

/** The file that a plan was read from: its own, or the polygons that stand for it. */
const planFileOf = (id: string, { files }: ImportNotes): string =>
  id === ATTENDANCE_PLAN && !files.some(({ file }) => file === `plans/${id}.json`)
    ? CASE_FILES.attendance
    : `plans/${id}.json`;

const yearsOf = (files: ImportedCase["plans"]): OpenCase["inForceFrom"] =>
  new Map(files.flatMap(({ id, inForceFrom }) => (inForceFrom === undefined ? [] : [[id, inForceFrom]])));

const unknownBaseline = (plan: string, plans: readonly Plan[]): Issue =>
  travelIssue("baseline-unknown", { plan, known: plans.map(({ id }) => id).join(", ") });
