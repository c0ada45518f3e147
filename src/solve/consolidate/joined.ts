import type { Failed } from "../../domain/outcome.ts";
import type { Plan } from "../../domain/plan.ts";
import type { ConsolidateQuestion } from "../../domain/question.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { enumerateGroupings } from "../grouping/enumerate.ts";
import { groupOf } from "../grouping/groups.ts";
import type { Solver } from "../solver.ts";
import { columnGround, ColumnMaker } from "./columns.ts";
import { groupingFacts, searchOf } from "./search.ts";

/** One grouping of today's districts by itself: who goes where in it, as in the list that has it. */
export interface JoinedDistricts extends Pick<Plan, "districts" | "assignment"> {
  readonly status: "solved";
  /** Its number in the complete list that answers the question, from 0; absent where that has it not, or is too long to be made for it. */
  readonly number?: number;
}

/** Longer lists are not gone through for the number of one plan. */
const MOST_COUNTED = 20_000;

/**
 * Today's districts joined as said (numbers of the question's atoms, by their lowest), each group solved as the list of all groupings solves it.
 */
export async function districtsJoined(
  basis: Basis,
  question: ConsolidateQuestion,
  groups: readonly (readonly number[])[],
  solver: Solver,
): Promise<JoinedDistricts | Failed> {
  const maker = new ColumnMaker(columnGround(basis, question, undefined), solver);
  const assignment = basis.baseline.assignment.slice();
  const districts: Plan["districts"][number][] = [];
  for (const joins of groups) {
    const made = await maker.make(groupOf(joins));
    if (made.status === "failed") return made;
    districts.push(made.column.district);
    for (const [pair, site] of made.column.moves) assignment[pair] = site;
  }
  const number = numberOf(basis, question, groups);
  return { status: "solved", districts, assignment, ...(number !== undefined && { number }) };
}

function numberOf(
  basis: Basis,
  question: ConsolidateQuestion,
  groups: readonly (readonly number[])[],
): number | undefined {
  const search = searchOf(question, groupingFacts(basis, question), MOST_COUNTED);
  const { groupings, ended } = enumerateGroupings(search);
  if (ended !== "complete") return undefined;
  const wanted = groups.map(groupOf).join();
  const number = groupings.findIndex((grouping) => grouping.join() === wanted);
  return number < 0 ? undefined : number;
}
