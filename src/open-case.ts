import type { Checked, Issue } from "./domain/issue.ts";
import type { Plan } from "./domain/plan.ts";
import type { Basis } from "./evaluate/basis.ts";
import { makeBasis } from "./evaluate/evaluate.ts";
import { type ImportOptions, importCase } from "./import/import-case.ts";
import { resolvePlans } from "./travel/plans.ts";
import { computeTravel } from "./travel/travel.ts";

/** A case ready for questions: imported, with distances, its plans and the ground that plans are measured on. */
export interface OpenCase {
  readonly basis: Basis;
  /** Today's plan first. */
  readonly plans: readonly Plan[];
  /** SHA-256 over the case's files, hexadecimal. */
  readonly dataHash: string;
}

export interface OpenOptions extends ImportOptions {
  /** Id of the plan to count changes against, instead of the one that case.json names. */
  readonly baseline?: string;
}

/** From the bytes of a case folder (path within it -> bytes) to a case that can be asked; every problem is in `issues`. */
export function openCase(files: ReadonlyMap<string, Uint8Array>, options: OpenOptions = {}): Checked<OpenCase> {
  const imported = importCase(files, options);
  if (!imported.value) return { issues: imported.issues };
  const { municipality, plans: planFiles, dataHash } = imported.value;
  const { value: travel, issues: travelIssues } = computeTravel(municipality);
  const plans = resolvePlans(municipality, travel, planFiles);
  const baseline = plans.find(({ id }) => id === options.baseline) ?? plans[0];
  const issues: readonly Issue[] = [...imported.issues, ...travelIssues];
  return { value: { basis: makeBasis(municipality, travel, baseline), plans, dataHash }, issues };
}
