import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { placesOf } from "../domain/issue.ts";
import type { Plan } from "../domain/plan.ts";
import type { Basis } from "../evaluate/basis.ts";
import { completenessOf } from "../evaluate/completeness.ts";
import { type OpenCase, openCase } from "../open-case.ts";
import { statusText } from "../report/plan-status.ts";
import { EXIT, CommandError } from "./exit.ts";
import { readCaseFolder, requireFolder } from "./files.ts";
import type { Say } from "./say.ts";

export interface CaseRequest {
  readonly folder: string;
  /** A plan file, or the id of a plan in the case. */
  readonly plan?: string;
  /** Several plans, where a command takes more than one. */
  readonly plans?: readonly string[];
  readonly baseline?: string;
}

/** Reads and opens a case, with plan files from outside it taken in; says every problem, and stops on errors. */
export async function loadCase(request: CaseRequest, say: Say): Promise<OpenCase & NamedPlans> {
  await requireFolder(request.folder, say);
  const files = await readCaseFolder(request.folder);
  const planId = await takeIn(files, request.plan, say);
  const planIds: string[] = [];
  for (const name of request.plans ?? []) planIds.push((await takeIn(files, name, say)) ?? name);
  const baselineId = await takeIn(files, request.baseline, say);
  const { value, issues } = openCase(files, baselineId === undefined ? {} : { baseline: baselineId });
  say.issues(issues);
  if (!value) {
    const errors = issues.reduce((sum, issue) => sum + (issue.severity === "error" ? placesOf(issue) : 0), 0);
    throw new CommandError(
      EXIT.input,
      say.text(
        {
          da: "{errors, plural, one {Én fejl} other {# fejl}}. Intet er regnet eller skrevet.",
          en: "{errors, plural, one {One error} other {# errors}}. Nothing was computed or written.",
        },
        { errors },
      ),
    );
  }
  const planOfId = (wanted: string | undefined): Plan =>
    value.plans.find(({ id }) => id === wanted) ?? value.basis.baseline;
  return { ...value, plan: planOfId(planId), named: planIds.map(planOfId) };
}

/** The plans that a command names: today's where it names none. */
export interface NamedPlans {
  readonly plan: Plan;
  /** The several that it names, in their order. */
  readonly named: readonly Plan[];
}

/** Says first of all, where a plan is unfinished, how many pupils it leaves without a school. */
export function saysStatus(basis: Basis, plan: Plan, say: Say): void {
  for (const line of statusText(basis, completenessOf(basis, plan), say.language)) say.answer(line);
}

/** Returns the id of a plan; a file from elsewhere is put among the case's plans, so that import checks it like them. */
async function takeIn(files: Map<string, Uint8Array>, name: string | undefined, say: Say): Promise<string | undefined> {
  if (name === undefined) return undefined;
  if (files.has(`plans/${name}.json`)) return name;
  const bytes = await readFile(name).catch(() => undefined);
  if (!bytes)
    throw new CommandError(
      EXIT.input,
      say.text({
        da: `Planen "${name}" er hverken en fil eller en plan i sagens mappe plans/.`,
        en: `The plan "${name}" is neither a file nor a plan in the case's folder plans/.`,
      }),
    );
  const id = basename(name).replace(/\.json$/, "");
  files.set(`plans/${id}.json`, new Uint8Array(bytes));
  return id;
}
