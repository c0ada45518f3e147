import { expect, test } from "vitest";
import { columnsOf, planOf } from "../../src/compare/groupings.ts";
import { consolidate } from "../../src/solve/consolidate/consolidate.ts";
import { districtsJoined } from "../../src/solve/consolidate/joined.ts";
import { openedCase } from "../cases/opened.ts";
import { solver } from "../cases/solver.ts";

test.each(["stay", "nearest"] as const)(
  "a grouping by itself is the list's, number and all, whichever list is in view (%s)",
  async (policy) => {
    const { basis } = openedCase("lattice");
    for (const districts of [2, 3]) {
      const question = { kind: "consolidate", districts, policy, contiguity: "ferry", rules: [] } as const;
      const outcome = await consolidate(basis, question, solver);
      if (outcome.status !== "optimal") throw new Error(outcome.status);
      const list = outcome.answer;
      for (let number = 0; number < list.count; number++) {
        const groups = columnsOf(list, number).map(({ joins }) => joins);
        const { districts: made, assignment } = planOf(basis, list, number);
        expect(await districtsJoined(basis, question, groups, solver)).toEqual({
          status: "solved",
          districts: made,
          assignment,
          number,
        });
      }
    }
  },
);

test("one whose districts do not touch has no number in the list", async () => {
  const { basis } = openedCase("holbaek");
  const question = { kind: "consolidate", districts: 2, policy: "stay", contiguity: "ferry", rules: [] } as const;
  const apart = basis.baseline.districts.map((_, district) => [
    [district],
    basis.baseline.districts.flatMap((__, other) => (other === district ? [] : [other])),
  ]);
  const numbers = await Promise.all(
    apart.map(async (groups) => {
      const made = await districtsJoined(basis, question, groups, solver);
      return made.status === "solved" ? made.number : made.reason;
    }),
  );
  expect(numbers).toContain(undefined);
  expect(numbers.some((number) => typeof number === "number")).toBe(true);
});
