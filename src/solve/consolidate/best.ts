import { type Failed, nothingFound } from "../../domain/outcome.ts";
import type { ConsolidateQuestion } from "../../domain/question.ts";
import type { MergedDistrict } from "../../compare/groupings.ts";
import type { Basis } from "../../evaluate/basis.ts";
import type { DistrictTally } from "../../evaluate/district-tally.ts";
import { MAIN_MEASURES, type MeasureKey } from "../../evaluate/measures/table.ts";
import { viewPlan } from "../../evaluate/plan-view.ts";
import { enumerateGroupings, eachConnected } from "../grouping/enumerate.ts";
import { groupOf, members, single } from "../grouping/groups.ts";
import type { GroupingSearch } from "../grouping/enumerate.ts";
import type { Solver } from "../solver.ts";
import { columnGround, ColumnMaker } from "./columns.ts";
import { makeColumns } from "./many-columns.ts";
import type { Joined } from "./sum-search.ts";
import type { ConsolidateOptions } from "./options.ts";
import { objectivesFor } from "./objectives.ts";
import { bestGrouping, type BestGrouping, type PartitionProblem } from "./partition.ts";
import { SolvedGroups } from "./solved-groups.ts";

/** Where groupings are too many to list, all merged districts are solved if there are no more than so many. */
const MOST_COLUMNS = 600;
/** Where they are more, this share of them for each main measure, and for each other. */
const FOR_MAIN = 0.1;
const FOR_OTHERS = 0.02;
const MAIN: ReadonlySet<MeasureKey> = new Set(MAIN_MEASURES.map(({ key }) => key));

/** A best grouping with its merged districts. */
interface ShownBest extends Pick<BestGrouping, "measures" | "value" | "bound"> {
  readonly columns: readonly MergedDistrict[];
}

/** The best grouping by each measure, for cases with too many groupings to list; none where rules let through none. */
export async function bestGroupings(
  basis: Basis,
  question: ConsolidateQuestion,
  search: GroupingSearch,
  solver: Solver,
  options: ConsolidateOptions,
): Promise<{ readonly status: "solved"; readonly best: readonly ShownBest[] } | Failed> {
  const { onProgress, shouldStop = () => false, pause = () => Promise.resolve() } = options;
  const { mostColumns = MOST_COLUMNS, measuredOn } = options;
  const ground = columnGround(basis, question, measuredOn);
  const { atoms } = ground;
  const first = enumerateGroupings({ ...search, most: 1 });
  if (first.groupings.length === 0)
    return first.ended === "steps"
      ? nothingFound("size", "no grouping found that keeps the rules")
      : { status: "solved", best: [] };
  const all = allGroups(search, mostColumns);
  const alone = atoms.map((_, atom) => [atom]);
  const made = await makeColumns(ground, (all ?? alone).map(groupOf), solver, options);
  if (made.status === "failed") return made;
  const solved = new SolvedGroups(new ColumnMaker(ground, solver), made.columns);
  const singles: DistrictTally[] = [];
  for (const districts of alone) {
    // Solved even where rules let no district be by itself: floors rest on them.
    const column = await solved.toShow(districts);
    if ("status" in column) return column;
    singles.push(column.tally);
  }
  const problem = (best: ReadonlyMap<MeasureKey, BestGrouping>): PartitionProblem => ({
    among: {
      count: search.count,
      districts: question.districts,
      neighbours: search.neighbours,
      gate: { lets: (districts) => search.allows(groupOf(districts)), hopeless: () => false },
    },
    solved,
    areAllSolved: all !== undefined,
    found: distinct([first.groupings[0].map(members), ...[...best.values()].map(({ groups }) => groups)]),
    best,
    solver,
    pause,
    shouldStop,
  });
  const objectives = objectivesFor(question.policy, {
    basis,
    atoms,
    singles,
    today: viewPlan(basis, basis.baseline),
    districts: question.districts,
  });
  const best = new Map<MeasureKey, BestGrouping>();
  const shown: ShownBest[] = [];
  for (const [done, objective] of objectives.entries()) {
    onProgress?.({ phase: "groupings", done, of: objectives.length });
    const share = objective.measures.some((measure) => MAIN.has(measure)) ? FOR_MAIN : FOR_OTHERS;
    solved.allow(Math.ceil(mostColumns * share));
    const found = await bestGrouping(problem(best), objective);
    if (shouldStop()) return nothingFound("cancelled");
    if (found.status === "failed") return found;
    for (const measure of objective.measures) best.set(measure, found);
    const columns: MergedDistrict[] = [];
    for (const districts of found.groups) {
      const column = await solved.toShow(districts);
      if ("status" in column) return column;
      columns.push(column);
    }
    if (columns.length > 0) shown.push({ ...found, columns });
  }
  return { status: "solved", best: shown };
}

const distinct = (groupings: readonly (readonly Joined[])[]): readonly (readonly Joined[])[] => [
  ...new Map(
    groupings.map((groups) => [
      groups
        .map((districts) => districts.join("+"))
        .toSorted()
        .join(),
      groups,
    ]),
  ).values(),
];

/** Every group the rules allow, where there are no more than so many. */
function allGroups(
  { count, groups: wanted, neighbours, allows }: GroupingSearch,
  most: number,
): readonly Joined[] | undefined {
  const groups: Joined[] = [];
  const fits = Array.from({ length: count }, (_, district) => district).every((district) => {
    const fromHere = ((1n << BigInt(count)) - 1n) & ~(single(district) - 1n);
    return eachConnected(single(district), fromHere, count - wanted + 1, neighbours, (group) => {
      if (allows(group)) groups.push(members(group));
      return groups.length <= most;
    });
  });
  return fits ? groups : undefined;
}
