import type { MergedDistrict } from "../../compare/groupings.ts";
import { ModelBuilder, type Term } from "../../model/model.ts";
import type { Solver } from "../solver.ts";
import type { GroupingObjective } from "./objectives.ts";

/** The best grouping by one objective, found by set partitioning, with a bound that holds for all groupings. */
export interface BestGrouping {
  readonly objective: GroupingObjective;
  readonly columns: readonly MergedDistrict[];
  readonly value: number;
  /** No grouping has a smaller value; equal to `value` when proven best. */
  readonly bound: number;
}

export interface PartitionProblem {
  readonly columns: readonly MergedDistrict[];
  /** Each of today's districts by itself, `[district]`: what its contribution to larger groups is bounded from. */
  readonly singles: readonly MergedDistrict[];
  readonly districts: number;
  /** Columns have at most this many of today's districts; larger groups are not among them. */
  readonly largest: number;
  /** Size of the largest group that any grouping can have. */
  readonly conceivable: number;
}

/**
 * Set partitioning over the columns (Garfinkel and Nemhauser 1970 for districting). Groups too large to be columns are stood
 * in for, in a second model, by an optimistic group that takes any districts at the least each can cost: its optimum bounds
 * every grouping, and where it uses no such group it is the optimum itself.
 */
export async function bestBySum(
  problem: PartitionProblem,
  objective: GroupingObjective,
  solver: Solver,
): Promise<BestGrouping | undefined> {
  const values = problem.columns.map(({ tally }) => objective.of(tally));
  const offset = Math.max(0, ...problem.singles.map(({ tally }) => Math.abs(objective.least(tally))), 1);
  const found = await partition(problem, problem.columns, values, offset, "columns-only", objective, solver);
  if (!found) return undefined;
  const relaxed =
    problem.largest >= problem.conceivable
      ? found
      : await partition(problem, problem.columns, values, offset, "optimistic", objective, solver);
  return {
    objective,
    columns: found.columns,
    value: found.value,
    bound: Math.min(found.value, relaxed?.bound ?? -Infinity),
  };
}

/** The least worst: bisection over the values that columns have, asking each time whether the better columns suffice. */
export async function bestByWorst(
  problem: PartitionProblem,
  objective: GroupingObjective,
  solver: Solver,
): Promise<BestGrouping | undefined> {
  const values = problem.columns.map(({ tally }) => objective.of(tally));
  const levels = [...new Set(values)].toSorted((a, b) => a - b);
  const within = (level: number) => problem.columns.filter((_, column) => values[column] <= level);
  const attempt = (level: number, mode: "columns-only" | "optimistic") => {
    const columns = within(level);
    return partition(
      problem,
      columns,
      columns.map(() => 0),
      1,
      mode,
      { ...objective, least: () => 0 },
      solver,
    );
  };
  const leastLevel = async (mode: "columns-only" | "optimistic") => {
    let [low, high] = [0, levels.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (await attempt(levels[middle], mode)) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const level = await leastLevel("columns-only");
  if (level === levels.length) return undefined;
  const found = await attempt(levels[level], "columns-only");
  const bound = problem.largest >= problem.conceivable ? level : await leastLevel("optimistic");
  return found && { objective, columns: found.columns, value: levels[level], bound: levels[bound] ?? -Infinity };
}

async function partition(
  { singles, districts, largest, conceivable }: PartitionProblem,
  columns: readonly MergedDistrict[],
  values: readonly number[],
  scale: number,
  mode: "columns-only" | "optimistic",
  objective: GroupingObjective,
  solver: Solver,
): Promise<{ columns: readonly MergedDistrict[]; value: number; bound: number } | undefined> {
  const model = new ModelBuilder();
  const choices = values.map((value) => model.addChoice(value / scale));
  const cover: Term[][] = singles.map((_, district) =>
    columns.flatMap(({ joins }, column): Term[] => (joins.includes(district) ? [[choices[column], 1]] : [])),
  );
  const count: Term[] = choices.map((column) => [column, 1]);
  if (mode === "optimistic") {
    const most = Math.floor(singles.length / (largest + 1));
    const large = model.addColumn({ cost: 0, lower: 0, upper: most, integer: "whole" });
    const taken = singles.map(({ tally }) => model.addChoice(objective.least(tally) / scale));
    taken.forEach((column, district) => cover[district].push([column, 1]));
    count.push([large, 1]);
    const all = taken.map((column): Term => [column, 1]);
    model.addRow("large groups have many districts", 0, Infinity, [...all, [large, -(largest + 1)]]);
    model.addRow("large groups are not too large", -Infinity, 0, [...all, [large, -conceivable]]);
  }
  cover.forEach((terms) => model.addRow("every district once", 1, 1, terms));
  model.addRow("so many districts", districts, districts, count);
  const answer = await solver.solve(model.build());
  if (answer.status !== "optimal") return undefined;
  const chosen = columns.filter((_, column) => answer.values[choices[column]] > 0.5);
  const ordered = chosen.toSorted((a, b) => a.joins[0] - b.joins[0]);
  return { columns: ordered, value: answer.objective * scale, bound: answer.objective * scale };
}
