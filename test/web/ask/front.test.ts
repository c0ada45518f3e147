import { expect, test } from "vitest";
import { claimOf, toldApart } from "../../../web/ask/front.ts";

/** Pupils to the nearest five against kilometres. */
const point = (pupils: number, metres: number) => ({
  goals: [
    { goal: "changed-site" as const, value: pupils },
    { goal: "longest-way" as const, value: metres },
  ],
});
const told = (goal: string, value: number): string =>
  String(goal === "changed-site" ? 5 * Math.round(value / 5) : Math.round(value / 100) / 10);

test.each([
  ["beaten once pupils are rounded", [point(269, 5000), point(271, 4000)], [1]],
  ["read alike in both", [point(100, 5010), point(101, 5000), point(102, 4990), point(120, 3000)], [0, 3]],
  ["a real choice", [point(100, 5000), point(110, 4000), point(120, 3000)], [0, 1, 2]],
  ["found without a proof and beaten", [point(100, 5000), point(110, 6000)], [0]],
])("of a choice between two concerns no point is shown that another is seen to beat (%s)", (_, points, kept) => {
  expect(toldApart(points, told)).toEqual(kept.map((i) => points[i]));
});

const plan = (status: "optimal" | "stopped") => ({ status }) as never;

test("a choice claims no more than was proven", () => {
  expect(claimOf({ complete: true, plans: [plan("optimal")] })).toBe("all");
  expect(claimOf({ complete: false, plans: [plan("optimal")] })).toBe("some");
  expect(claimOf({ complete: false, plans: [plan("optimal"), plan("stopped")] })).toBe("found");
});
