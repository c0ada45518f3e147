import { expect, test } from "vitest";
import type { ConsolidateQuestion, GroupingRule } from "../../src/domain/question.ts";
import { makeBasis } from "../../src/evaluate/evaluate.ts";
import { columnsOf } from "../../src/compare/groupings.ts";
import { consolidate } from "../../src/solve/consolidate/consolidate.ts";
import { drawCase } from "../cases/drawn.ts";
import { solver } from "../cases/solver.ts";

/** Six districts in a row, A to F, 10, 20 … 60 pupils. */
const row = drawCase({
  zones: ["ABCDEF"],
  sites: Object.fromEntries([..."ABCDEF"].map((letter, column) => [letter, { at: [0, column] as const }])),
  districts: Object.fromEntries([..."ABCDEF"].map((letter) => [letter, letter])),
  pupils: (unit) => unit + 1,
});
const basis = makeBasis(row.municipality, row.travel, row.baseline);
const ask = (districts: number, rules: readonly GroupingRule[]): ConsolidateQuestion => ({
  kind: "consolidate",
  districts,
  policy: "stay",
  contiguity: "ferry",
  rules,
});

async function names(districts: number, rules: readonly GroupingRule[]): Promise<string[]> {
  const outcome = await consolidate(basis, ask(districts, rules), solver);
  if (outcome.status !== "optimal") throw new Error(outcome.status);
  return Array.from({ length: outcome.answer.count }, (_, grouping) =>
    columnsOf(outcome.answer, grouping)
      .map(({ joins }) => joins.map((district) => "ABCDEF"[district]).join(""))
      .join(" "),
  ).toSorted();
}

test("rules keep exactly the groupings that obey them", async () => {
  expect(await names(2, [])).toEqual(["A BCDEF", "AB CDEF", "ABC DEF", "ABCD EF", "ABCDE F"]);
  expect(await names(2, [{ kind: "together", districts: [1, 2] }])).toEqual([
    "A BCDEF",
    "ABC DEF",
    "ABCD EF",
    "ABCDE F",
  ]);
  expect(await names(2, [{ kind: "apart", districts: [1, 4] }])).toEqual(["AB CDEF", "ABC DEF", "ABCD EF"]);
  expect(await names(2, [{ kind: "at-most-pupils", pupils: 149 }])).toEqual(["ABCD EF"]);
  expect(await names(2, [{ kind: "at-least-pupils", pupils: 100 }])).toEqual(["ABCD EF"]);
});

test("an impossible question names the rules that collide, and only those", async () => {
  const outcome = await consolidate(
    basis,
    ask(2, [
      { kind: "at-most-pupils", pupils: 200 },
      { kind: "together", districts: [0, 5] },
      { kind: "apart", districts: [2, 3] },
    ]),
    solver,
  );
  if (outcome.status !== "infeasible") throw new Error(outcome.status);
  expect(outcome.conflict.rules.map(({ en }) => en)).toEqual([
    "2 districts out of the 6",
    "A and F must be together",
    "only districts that border on each other by land or by ferry are merged",
  ]);
});

test("a rule about one pupil says pupil", async () => {
  const outcome = await consolidate(basis, ask(2, [{ kind: "at-most-pupils", pupils: 1 }]), solver);
  if (outcome.status !== "infeasible") throw new Error(outcome.status);
  expect(outcome.conflict.rules.map(({ da }) => da)).toContain("højst 1 elev i hvert distrikt");
});

test("asking for more districts than there are names no other rule", async () => {
  const outcome = await consolidate(basis, ask(7, [{ kind: "apart", districts: [0, 1] }]), solver);
  if (outcome.status !== "infeasible") throw new Error(outcome.status);
  expect(outcome.conflict.rules.map(({ da }) => da)).toEqual(["7 distrikter af de 6"]);
});

test("stopping is answered, and leaves no half answer", async () => {
  const outcome = await consolidate(basis, ask(3, []), solver, { shouldStop: () => true });
  expect(outcome).toEqual({ status: "failed", reason: "cancelled", why: "cancelled" });
});
