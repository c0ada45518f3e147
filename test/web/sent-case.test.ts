import { isDeepStrictEqual } from "node:util";
import { expect, test } from "vitest";
import { evaluatePlan } from "../../src/evaluate/evaluate.ts";
import { type OpenCase, openCase } from "../../src/open-case.ts";
import { consolidate } from "../../src/solve/consolidate/consolidate.ts";
import { caseViewOf } from "../../web/worker/case-view.ts";
import { solver } from "../cases/solver.ts";
import { caseFolder } from "../data/case-folder.ts";

/** What the page shows first of a case. */
async function shownOf(opened: OpenCase) {
  const { basis, plans } = opened;
  const districts = basis.baseline.districts.length - 1;
  const question = { kind: "consolidate", districts, policy: "nearest", contiguity: "ferry", rules: [] } as const;
  return {
    view: caseViewOf(opened, evaluatePlan(basis, basis.baseline), []),
    measured: plans.map((plan) => evaluatePlan(basis, plan)),
    list: await consolidate(basis, question, solver),
  };
}

test.each(["lattice", "holbaek"])("%s as one worker opened it is the same case in another", async (name) => {
  const own = openCase(caseFolder(name)).value!;
  // What a browser does with a value that goes to a worker or is kept.
  const sent = structuredClone(own);
  expect(isDeepStrictEqual(sent, own)).toBe(true);
  const [asOpened, asSent] = await Promise.all([shownOf(own), shownOf(sent)]);
  expect(asOpened.list.status).toBe("optimal");
  expect(isDeepStrictEqual(asSent, asOpened)).toBe(true);
});
