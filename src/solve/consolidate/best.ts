import { type Failed, nothingFound } from "../../domain/outcome.ts";
import type { ConsolidateQuestion } from "../../domain/question.ts";
import { atomsOf } from "../../compare/groupings.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { viewPlan } from "../../evaluate/plan-view.ts";
import { eachConnected } from "../grouping/enumerate.ts";
import { type Group, type Neighbours, single } from "../grouping/groups.ts";
import type { Solver } from "../solver.ts";
import { makeColumns } from "./many-columns.ts";
import type { ConsolidateOptions } from "./options.ts";
import { objectivesFor } from "./objectives.ts";
import { bestBySum, bestByWorst, type BestGrouping, type PartitionProblem } from "./partition.ts";

/** Most merged districts that are solved and measured when groupings are too many to list. */
const MOST_COLUMNS = 20_000;

/** The best grouping by each objective, for cases with too many groupings to list. */
export async function bestGroupings(
  basis: Basis,
  question: ConsolidateQuestion,
  neighbours: Neighbours,
  allows: (group: Group) => boolean,
  solver: Solver,
  options: ConsolidateOptions,
): Promise<{ readonly status: "solved"; readonly best: readonly BestGrouping[] } | Failed> {
  const { onProgress, shouldStop, pause, mostColumns = MOST_COLUMNS, measuredOn } = options;
  const atoms = atomsOf(basis, question);
  const count = atoms.length;
  const conceivable = count - question.districts + 1;
  const { groups, largest } = possibleGroups(count, conceivable, neighbours, allows, mostColumns);
  const ground = { basis, atoms, policy: question.policy, ...(measuredOn && { measuredOn }) };
  const made = await makeColumns(ground, groups, solver, options);
  if (made.status === "failed") return made;
  const alone = Array.from({ length: count }, (_, district) => single(district));
  const singly = await makeColumns(ground, alone, solver, options);
  if (singly.status === "failed") return singly;
  const { columns } = made;
  const { columns: singles } = singly;
  const problem: PartitionProblem = { columns, singles, districts: question.districts, largest, conceivable };
  const best: BestGrouping[] = [];
  const objectives = objectivesFor(question.policy, basis, viewPlan(basis, basis.baseline));
  for (const objective of objectives) {
    if (shouldStop?.()) return nothingFound("cancelled");
    onProgress?.({ phase: "groupings", done: best.length, of: objectives.length });
    const search = objective.over === "sum" ? bestBySum : bestByWorst;
    await pause?.();
    const found = await search(problem, objective, solver);
    if (found) best.push(found);
  }
  if (best.length === 0 && largest < conceivable)
    return nothingFound("size", `no grouping found with at most ${largest} of today's districts joined`);
  return { status: "solved", best };
}

/** Every group the rules allow up to the largest size at which they are not too many. */
function possibleGroups(
  count: number,
  conceivable: number,
  neighbours: Neighbours,
  allows: (group: Group) => boolean,
  mostColumns: number,
): { readonly groups: readonly Group[]; readonly largest: number } {
  let groups: Group[] = [];
  for (let largest = 1; largest <= conceivable; largest++) {
    const wider: Group[] = [];
    const fits = Array.from({ length: count }, (_, district) => district).every((district) => {
      const fromHere = ((1n << BigInt(count)) - 1n) & ~(single(district) - 1n);
      return eachConnected(single(district), fromHere, largest, neighbours, (group) => {
        if (allows(group)) wider.push(group);
        return wider.length <= mostColumns;
      });
    });
    if (!fits) return { groups, largest: largest - 1 };
    groups = wider;
  }
  return { groups, largest: conceivable };
}
