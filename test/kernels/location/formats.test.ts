import { describe, expect, test } from "vitest";
import { gap, parseGap } from "../../../src/cli/instances/gap.ts";
import { holmberg, parseHolmberg } from "../../../src/cli/instances/holmberg.ts";
import type { InstanceFormat } from "../../../src/cli/instances/instance.ts";
import { orlibCpmp, parseOrlibCpmp } from "../../../src/cli/instances/orlib-cpmp.ts";
import { parseSjc, sjc } from "../../../src/cli/instances/sjc.ts";

const run = { seed: 1, shouldStop: () => false, onProgress: () => undefined };

test("distances of orlib-cpmp are rounded down, those of sjc are not, neither is weighted", () => {
  const { problem: orlib } = parseOrlibCpmp("1 0\n2 1 10\n1 0 0 4\n2 2 2 5\n");
  expect([...orlib.cost]).toEqual([0, 2, 2, 0]);
  expect(orlib).toMatchObject({ open: { kind: "exactly", count: 1 }, demand: { amount: Float64Array.of(4, 5) } });
  const points = parseSjc("2 1\n0 0 10 4\n2 2 11 5\n");
  expect(points.cost[1]).toBeCloseTo(Math.sqrt(8), 12);
  expect([...points.capacity]).toEqual([10, 11]);
});

test("holmberg has a row of costs per customer, gap one per agent", () => {
  const located = parseHolmberg("2 3\n10 20\n5 6\n1 2 3\n1 2\n3 4\n5 6\n");
  expect([...located.cost]).toEqual([1, 2, 3, 4, 5, 6]);
  const assigned = parseGap("2 3\n1 2 3\n4 5 6\n7 8 9\n1 1 1\n10 20\n");
  expect([...assigned.cost]).toEqual([1, 4, 2, 5, 3, 6]);
  expect([...assigned.demand.amount]).toEqual([7, 1, 8, 1, 9, 1]);
});

test.each<[InstanceFormat, string, number]>([
  [orlibCpmp, "1 0\n3 1 9\n1 0 0 3\n2 3 0 3\n3 7 0 3\n", 7],
  [sjc, "3 2\n0 0 3 3\n3 0 6 3\n7 0 6 3\n", 3],
  [holmberg, "2 2\n5 5\n10 1\n3 3\n1 9\n1 2\n", 14],
  [gap, "2 2\n1 5\n4 1\n3 3\n3 3\n3 3\n", 2],
])("$name solves a case worked by hand", async (format, text, value) => {
  expect(await format.solve(text, run)).toMatchObject({ status: "optimal", value, bound: value });
});

test("customers that fit nowhere make a case infeasible, not an error", async () => {
  expect(await holmberg.solve("1 2\n5\n10\n3 3\n1\n1\n", run)).toMatchObject({ status: "infeasible" });
  expect(await holmberg.solve("1 1\n5\n10\n6\n1\n", run)).toMatchObject({ status: "infeasible" });
});

describe("a damaged file is refused with its line", () => {
  test.each<[InstanceFormat, string, RegExp]>([
    [orlibCpmp, "", /file ends/],
    [orlibCpmp, "1 0\n2 1 x\n", /line 2: "x" is not a number \(capacity/],
    [orlibCpmp, "1 0\n2 3 9\n1 0 0 3\n2 3 0 3\n", /3 medians .* 2 points/],
    [orlibCpmp, "1 0\n2 1 9\n1 0 0 3\n2 3 0\n", /line 2: 8 numbers should follow/],
    [orlibCpmp, "1 0\n1 1 9\n1 0 0 -3\n", /line 3: -3 is less than 0 \(demand/],
    [sjc, "2.5 1\n", /line 1: 2.5 is not a whole number/],
    [sjc, "1 1\n0 0 3 3\n9\n", /line 3: "9" follows/],
    [holmberg, "2 1000000000\n1 1\n1 1\n", /numbers should follow \(demands/],
    [holmberg, "0 1\n", /line 1: 0 is less than 1/],
    [gap, "1 2\n1 1\n1 NaN\n5\n", /line 3: "NaN" is not a number/],
  ])("$name: %j", async (format, text, message) => {
    await expect(format.solve(text, run)).rejects.toThrow(message);
  });
});
