import { type Failed, unreachable } from "../../domain/outcome.ts";
import { countWithin, quantile } from "../../evaluate/distribution.ts";
import type { DistrictTally } from "../../evaluate/district-tally.ts";
import type { MeasureKey } from "../../evaluate/measures/table.ts";
import { sum } from "../../kernels/sum.ts";
import type { Solver } from "../solver.ts";
import { type GroupFloor, NOTHING, UNKNOWN } from "./floors.ts";
import { both, type GroupGate, sizesWithin } from "./gates.ts";
import { leastSum } from "./least-sum.ts";
import type { Joined, LeastSum, Partitioned, SumSearch } from "./sum-search.ts";
import type {
  EvennessObjective,
  GroupingObjective,
  RatioObjective,
  ShareObjective,
  SumObjective,
  WorstObjective,
} from "./objective.ts";
import type { SolvedGroups } from "./solved-groups.ts";

/** The best grouping found by some measures, with a bound that holds for all groupings. */
export interface BestGrouping {
  readonly status: "found";
  readonly measures: readonly MeasureKey[];
  readonly groups: readonly Joined[];
  readonly value: number;
  /** No grouping has a smaller value; equal to `value` when proven best. */
  readonly bound: number;
}

/** The best found so far, where nothing is. */
const NOTHING_FOUND: Pick<BestGrouping, "groups" | "value"> = { groups: [], value: Infinity };

/** What all searches for the best grouping of one question share. */
export interface PartitionProblem {
  readonly among: Partitioned;
  readonly solved: SolvedGroups;
  /** Whether every group there is has been solved. */
  readonly areAllSolved: boolean;
  /** The best found so far, by other measures; the first is any. */
  readonly found: readonly (readonly Joined[])[];
  /** The same by measure. */
  readonly best: ReadonlyMap<MeasureKey, BestGrouping>;
  readonly solver: Solver;
  readonly pause: () => Promise<void>;
  readonly shouldStop: () => boolean;
}

export function bestGrouping(problem: PartitionProblem, objective: GroupingObjective): Promise<BestGrouping | Failed> {
  switch (objective.kind) {
    case "sum":
      return bestBySum(problem, objective);
    case "worst":
      return bestByWorst(problem, objective);
    case "share":
      return bestByShare(problem, objective);
    case "ratio":
      return bestByRatio(problem, objective);
    case "evenness":
      return bestByEvenness(problem, objective);
    default:
      return unreachable(objective);
  }
}

/** Steps of one search for groups; where a dozen levels are asked about, of each. */
const MOST_STEPS = 2_000_000;
const MOST_STEPS_A_LEVEL = 100_000;

interface Asked {
  readonly of: (tally: DistrictTally) => number;
  readonly floor: GroupFloor;
  readonly gate?: GroupGate;
  readonly step: number;
  readonly enough?: number;
}

function leastOf(problem: PartitionProblem, { of, floor, gate, ...asked }: Asked): Promise<LeastSum | Failed> {
  const { among, solved, areAllSolved, found, solver, pause, shouldStop } = problem;
  const only: SumSearch["only"] =
    areAllSolved || floor === UNKNOWN
      ? { groups: solved.all.map(({ joins }) => joins), are: areAllSolved ? "all" : "some" }
      : undefined;
  return leastSum({
    among: gate ? { ...among, gate: both(among.gate, gate) } : among,
    floor: only ? UNKNOWN : floor,
    knownValue: (districts) => {
      const column = solved.known(districts);
      return column && of(column.tally);
    },
    valueOf: async (districts, what) => {
      const column = await solved.toProve(districts, what);
      return column === "beyond" || "status" in column ? column : of(column.tally);
    },
    ...(only && { only }),
    from: found,
    solver,
    pause,
    shouldStop,
    mostSteps: asked.enough === undefined ? MOST_STEPS : MOST_STEPS_A_LEVEL,
    ...asked,
  });
}

const bestBySum = async (
  problem: PartitionProblem,
  { measures, of, floor }: SumObjective,
): Promise<BestGrouping | Failed> => {
  const answer = await leastOf(problem, { of, floor, step: 1 });
  return answer.status === "failed" ? answer : { ...answer, measures };
};

/** The least worst: bisection over the levels, asking each time whether groups within a level suffice. */
async function bestByWorst(problem: PartitionProblem, objective: WorstObjective): Promise<BestGrouping | Failed> {
  const worstOf = (tallies: readonly DistrictTally[]): number =>
    tallies.reduce((worst, tally) => Math.max(worst, objective.of(tally)), -Infinity);
  return bisect(problem, objective.measures, objective.least, worstOf, (level) => {
    const gate = objective.within(level);
    return { ...beyond(objective, level, gate), gate, step: 1, enough: 0 };
  });
}

/** Whether merged districts are worse than a level: 1 each, and at least by what they join. */
export function beyond(
  { of, levelOf }: Pick<WorstObjective, "of" | "levelOf">,
  level: number,
  gate: GroupGate,
): Pick<SumObjective, "of" | "floor"> {
  const isWithin = (districts: Joined): boolean => (levelOf ? levelOf(districts) <= level : gate.lets(districts));
  return {
    of: (tally) => (of(tally) <= level ? 0 : 1),
    floor: { part: NOTHING.part, whole: (districts) => (isWithin(districts) ? 0 : 1), exact: levelOf !== undefined },
  };
}

/** The least level that a share of the pupils does not go beyond, in the same way. */
async function bestByShare(
  problem: PartitionProblem,
  { measures, waysOf, floorAt, share, pupils }: ShareObjective,
): Promise<BestGrouping | Failed> {
  const levelOf = (tallies: readonly DistrictTally[]): number => quantile(tallies.flatMap(waysOf), share) ?? 0;
  return bisect(problem, measures, 0, levelOf, (level) => ({
    of: (tally) => -sum(waysOf(tally).map((ways) => countWithin(ways, level))),
    floor: floorAt(level),
    step: 1,
    enough: -Math.max(1, Math.ceil(share * pupils - 1e-9)),
  }));
}

/** The least whole level at which the answer to what is asked is no more than enough. */
async function bisect(
  problem: PartitionProblem,
  measures: readonly MeasureKey[],
  lowest: number,
  levelOf: (tallies: readonly DistrictTally[]) => number,
  ask: (level: number) => Asked & { readonly enough: number },
): Promise<BestGrouping | Failed> {
  let best = NOTHING_FOUND;
  const offer = async (groups: readonly Joined[]): Promise<Failed | undefined> => {
    const tallies = await talliesOf(problem, groups);
    if (!isList(tallies)) return tallies;
    const value = levelOf(tallies);
    if (value < best.value) best = { groups, value };
    return undefined;
  };
  for (const groups of problem.found) {
    const failed = await offer(groups);
    if (failed) return failed;
  }
  let [bound, undecided] = [lowest, best.value];
  // Levels below `bound` do not suffice; from `undecided` on it is not known, or they do.
  while (bound < undecided && !problem.shouldStop()) {
    const level = Math.floor((bound + undecided) / 2);
    const asked = ask(level);
    const answer = await leastOf(problem, asked);
    if (answer.status === "failed") return answer;
    if (answer.value <= asked.enough) {
      const failed = await offer(answer.groups);
      if (failed) return failed;
    }
    if (answer.bound > asked.enough) bound = level + 1;
    else undecided = Math.min(level, best.value);
  }
  return { status: "found", measures, ...best, bound: Math.min(bound, best.value) };
}

/** Rates that are tried; each is nearer to the least by more than the one before was. */
const MOST_RATES = 20;
/** A rate that is off by less than this share counts as the least. */
const SAME_RATE = 1e-9;

/** The least ratio of two sums: at its own rate, and no other, `top - rate * bottom` comes to nothing at least (Dinkelbach 1967). */
async function bestByRatio(
  problem: PartitionProblem,
  { measures, top, bottom, floorAt, leastBottom }: RatioObjective,
): Promise<BestGrouping | Failed> {
  const rateOf = async (groups: readonly Joined[]): Promise<number | Failed> => {
    const tallies = await talliesOf(problem, groups);
    if (!isList(tallies)) return tallies;
    const below = sum(tallies.map(bottom));
    return below > 0 ? sum(tallies.map(top)) / below : Infinity;
  };
  let best = NOTHING_FOUND;
  let next = problem.found;
  let bound = 0;
  for (let tried = 0; tried < MOST_RATES; tried++) {
    const before = best.value;
    for (const groups of next) {
      const value = await rateOf(groups);
      if (typeof value !== "number") return value;
      if (value < best.value) best = { groups, value };
    }
    if (best.value === Infinity || best.value >= before * (1 - SAME_RATE)) break;
    const rate = best.value;
    const answer = await leastOf(problem, {
      of: (tally) => top(tally) - rate * bottom(tally),
      floor: floorAt(rate),
      step: 0,
    });
    if (answer.status === "failed") return answer;
    bound = Math.max(bound, Math.min(rate, rate + answer.bound / leastBottom));
    next = [answer.groups];
  }
  return { status: "found", measures, ...best, bound };
}

/** Ranges of sizes that are tried. */
const MOST_RANGES = 60;

/**
 * The largest district against the smallest: no grouping whose smallest district has from so many pupils to so many is better than
 * one in hand where none has its largest within that ratio of the most. A range of which that is not so is halved.
 */
async function bestByEvenness(
  problem: PartitionProblem,
  { measures, pupils }: EvennessObjective,
): Promise<BestGrouping | Failed> {
  const sizesOf = (groups: readonly Joined[]): readonly number[] =>
    groups.map((districts) => sum(districts.map((each) => pupils[each])));
  const ratioOf = (groups: readonly Joined[]): number => {
    const sizes = sizesOf(groups);
    return Math.min(...sizes) > 0 ? Math.max(...sizes) / Math.min(...sizes) : Infinity;
  };
  let best = NOTHING_FOUND;
  const offer = (groups: readonly Joined[]): boolean => {
    const value = ratioOf(groups);
    if (value >= best.value) return false;
    best = { groups, value };
    return true;
  };
  problem.found.forEach(offer);
  const leastMost = problem.best.get("pupils-most")?.bound ?? sum(pupils) / problem.among.districts;
  const mostLeast = -(problem.best.get("pupils-least")?.bound ?? -Math.floor(sum(pupils) / problem.among.districts));
  const ranges: [least: number, most: number][] = [[1, mostLeast]];
  let open = Infinity;
  for (let tried = 0; ranges.length > 0; tried++) {
    const [from, most] = ranges.pop() ?? [0, 0];
    // A smallest district that is smaller has no largest that is small enough.
    const smallest = Math.max(from, Math.floor(leastMost / best.value) + (best.value < Infinity ? 1 : 0));
    if (smallest > most) continue;
    const largest = best.value < Infinity ? Math.ceil(best.value * most) - 1 : Infinity;
    const answer =
      tried < MOST_RANGES ? await within(problem, pupils, smallest, largest) : ({ value: 1, bound: 0 } as const);
    if ("status" in answer && answer.status === "failed") return answer;
    if (answer.bound > 0) continue;
    const isBetter = "groups" in answer && answer.value === 0 && offer(answer.groups);
    if (isBetter) ranges.push([smallest, most]);
    else if (answer.value > 0 || smallest === most) open = Math.min(open, Math.max(1, leastMost / most));
    else {
      const middle = Math.floor((smallest + most) / 2);
      ranges.push([smallest, middle], [middle + 1, most]);
    }
  }
  return { status: "found", measures, ...best, bound: Math.min(best.value, open) };
}

/** Whether districts of from so many pupils to so many suffice: then they come to nothing. */
function within(
  problem: PartitionProblem,
  pupils: readonly number[],
  least: number,
  most: number,
): Promise<LeastSum | Failed> {
  const isBeyond = (size: number): number => (size >= least && size <= most ? 0 : 1);
  return leastOf(problem, {
    of: (tally) => isBeyond(sum(tally.pupils)),
    floor: {
      part: NOTHING.part,
      whole: (districts) => isBeyond(sum(districts.map((each) => pupils[each]))),
      exact: true,
    },
    gate: sizesWithin(pupils, { least, most }, problem.among.districts),
    step: 1,
    enough: 0,
  });
}

async function talliesOf(
  { solved }: PartitionProblem,
  groups: readonly Joined[],
): Promise<readonly DistrictTally[] | Failed> {
  const tallies: DistrictTally[] = [];
  for (const districts of groups) {
    const column = await solved.toShow(districts);
    if ("status" in column) return column;
    tallies.push(column.tally);
  }
  return tallies;
}

const isList = (tallies: readonly DistrictTally[] | Failed): tallies is readonly DistrictTally[] =>
  !("status" in tallies);
