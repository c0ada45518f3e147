import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { parseHess } from "../../../src/cli/instances/hess.ts";
import { parseLcps } from "../../../src/cli/instances/lcps.ts";
import { FillAndShape } from "../../../src/kernels/districting/fill-and-shape.ts";
import { searchFilled } from "../../../src/kernels/districting/fill-search.ts";
import { piecesOf } from "../../../src/kernels/districting/links.ts";
import { adjacencyOf } from "../../../src/kernels/districting/problem.ts";
import { solveDistricting } from "../../../src/kernels/districting/solve.ts";
import { checkedCost } from "./check.ts";

const folder = process.env["SKOLEDISTRIKT_INSTANCES"] ?? resolve("../shared/instances");
const table = join(folder, "best_known.csv");
const loudoun = join(folder, "school_lcps/lcps_2020_21.json");

/** The best known value of a state's counties with contiguity. */
function bestKnown(file: string): number {
  const row = readFileSync(table, "utf8")
    .split("\n")
    .find((line) => line.split(",")[2] === file && line.split(",")[1].endsWith("+ contiguity"));
  return Number(row?.split(",")[5]);
}

/** Each proven in about a second; the deadline is only a guard against hanging. */
test.for(["ME", "NE", "KS", "IA", "OK"])(
  "%s: counties proven at the best known value, found without it",
  { timeout: 30_000 },
  (state, { skip }) => {
    skip(!existsSync(table), `${table} is not there`);
    const file = `districting_county/${state}.json`;
    const { problem } = parseHess(readFileSync(join(folder, file), "utf8"));
    const { plan, bound } = solveDistricting(problem, { seed: 1, shouldStop: () => false });
    expect(bound).toBe(plan?.cost);
    expect(plan && checkedCost(problem, plan.rootOf)).toBeCloseTo(bound, 6);
    expect(Math.abs(bound - bestKnown(file))).toBeLessThan(0.01);
  },
);

test("Loudoun County: the plan in force has its published value", ({ skip }) => {
  skip(!existsSync(loudoun), `${loudoun} is not there`);
  const text = readFileSync(loudoun, "utf8");
  const { existing } = JSON.parse(text);
  for (const { name, problem } of parseLcps(text)) {
    const { assignment_unit_to_school_unit_index: seatOf, FuncVal } = existing[name.toUpperCase()];
    const number = new Map(Array.from(problem.seatUnit, (unit, seat) => [unit, seat]));
    const district = Int32Array.from(seatOf, (unit: number) => number.get(unit) ?? -1);
    expect(new FillAndShape(problem).reset(district)).toBeCloseTo(FuncVal, 7);
  }
});

test("Loudoun County: better than every published run after a few rounds", { timeout: 30_000 }, ({ skip }) => {
  skip(!existsSync(loudoun), `${loudoun} is not there`);
  const published = readFileSync(join(folder, "school_lcps/published_summary.csv"), "utf8").split("\n");
  for (const { name, problem } of parseLcps(readFileSync(loudoun, "utf8"))) {
    const best = Math.min(
      ...published.filter((line) => line.startsWith(name.toUpperCase())).map((line) => Number(line.split(",")[4])),
    );
    const search = searchFilled(problem, 1, () => false);
    let plan = search.next().value;
    for (let round = 0; round < 3; round++) plan = search.next().value;
    expect(plan.value).toBeLessThan(best);
    expect(districtsInPieces(problem.adjacency, plan.district)).toBe(0);
    problem.seatUnit.forEach((unit, seat) => expect(plan.district[unit]).toBe(seat));
  }
});

/** Pieces beyond one for each district, counted on the graph of neighbours in the same district. */
function districtsInPieces({ start, target }: ReturnType<typeof adjacencyOf>, district: Int32Array): number {
  const pairs = Array.from(district.keys()).flatMap((unit) =>
    Array.from(target.subarray(start[unit], start[unit + 1]), (next) => [unit, next] as const).filter(
      ([one, other]) => district[one] === district[other],
    ),
  );
  return new Set(piecesOf(adjacencyOf(district.length, pairs))).size - new Set(district).size;
}
