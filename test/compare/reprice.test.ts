import { beforeAll, describe, expect, test } from "vitest";
import { type Consolidation } from "../../src/compare/groupings.ts";
import { repriceGroupings } from "../../src/compare/reprice.ts";
import type { Basis } from "../../src/evaluate/basis.ts";
import { consolidate } from "../../src/solve/consolidate/consolidate.ts";
import { solver } from "../cases/solver.ts";
import { openedCase } from "../cases/opened.ts";

let basis: Basis;

beforeAll(() => {
  ({ basis } = openedCase("holbaek"));
});

const dearer = (): Basis => {
  const { schoolLeader, travelCard } = basis.costs;
  const twice = (parameter: typeof travelCard) => ({
    ...parameter,
    low: 2 * parameter.low,
    mid: 2 * parameter.mid,
    high: 2 * parameter.high,
  });
  return { ...basis, costs: { ...basis.costs, schoolLeader: twice(schoolLeader), travelCard: twice(travelCard) } };
};

async function listed(on: Basis): Promise<Consolidation> {
  const question = { kind: "consolidate", districts: 6, policy: "nearest", contiguity: "ferry", rules: [] } as const;
  const outcome = await consolidate(on, question, solver);
  if (outcome.status !== "optimal") throw new Error(outcome.status);
  return outcome.answer;
}

describe("a list at other prices", () => {
  test("is the list that would have been made at those prices, measure by measure", async () => {
    const repriced = repriceGroupings(dearer(), await listed(basis));
    expect(repriced.values).toEqual((await listed(dearer())).values);
  });
});
