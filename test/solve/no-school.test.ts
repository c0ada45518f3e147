import { describe, expect, test } from "vitest";
import { NO_SITE, type Plan } from "../../src/domain/plan.ts";
import type { NetworkQuestion } from "../../src/domain/question.ts";
import { evaluatePlan, makeBasis } from "../../src/evaluate/evaluate.ts";
import { consolidate } from "../../src/solve/consolidate/consolidate.ts";
import { defaultReassign, reassign } from "../../src/solve/assignment/reassign.ts";
import { findNetworks } from "../../src/solve/network/network.ts";
import { drawCase, type Drawing } from "../cases/drawn.ts";
import { solver } from "../cases/solver.ts";

const ROW: Drawing = {
  zones: ["AABCC"],
  sites: { A: { at: [0, 0] }, B: { at: [0, 2] }, C: { at: [0, 4] } },
  districts: { North: "AB", South: "C" },
  pupils: () => 1,
};
const { municipality, travel, baseline } = drawCase(ROW);
const basis = makeBasis(municipality, travel, baseline);

const network = (teaches: readonly (readonly number[])[], rules: NetworkQuestion["rules"] = []): NetworkQuestion => ({
  kind: "network",
  sites: teaches.map((sets, site) => ({ site, teaches: sets })),
  rules,
  costs: { site: 1_000_000, band: 0, pupil: [0], pupilKilometre: 600 },
  list: { networks: 1, apart: 1 },
  limits: { seed: 1 },
});

describe("no school for a grade is never the best answer", () => {
  test.each([
    ["every site closed", [[0], [0], [0]], ["0-3", "4-6", "7-9"]],
    ["nobody may teach grades 7-9", [[3], [3, 0], [0]], ["7-9"]],
    ["two bands without a school", [[1], [1], [1]], ["4-6", "7-9"]],
  ] as const)("network: %s", async (_, teaches, lacking) => {
    const outcome = await findNetworks(basis, network(teaches), solver);
    if (outcome.status !== "infeasible") throw new Error(outcome.status);
    expect(outcome.conflict.rules.map(({ en }) => /^grades (\S+):/.exec(en)?.[1])).toEqual(lacking);
    for (const { da, en } of outcome.conflict.rules) {
      expect(en).toContain("(today: A, B, C)");
      expect(da).toContain("elever, og ingen åben skole må undervise dem");
    }
  });

  test("network: a site that may close stays open when it is the last", async () => {
    const outcome = await findNetworks(basis, network([[7, 0], [0], [0]]), solver);
    if (outcome.status !== "optimal") throw new Error(outcome.status);
    expect(outcome.answer[0].plan.teaching).toEqual([7, 0, 0]);
    expect(outcome.answer[0].evaluation.completeness).toEqual({ status: "finished" });
  });

  test.each([
    ["closes every school", { teaching: [0, 0, 0] }, 3],
    ["keeps no grades 7-9", { teaching: [3, 3, 3] }, 1],
    ["has no district with grades 7-9", { teaching: [3, 3, 7], districts: baseline.districts.slice(0, 1) }, 1],
  ] as const)("reassign: a plan that %s", async (_, change, count) => {
    const outcome = await reassign(basis, { ...baseline, ...change }, defaultReassign([]), solver);
    if (outcome.status !== "infeasible") throw new Error(outcome.status);
    expect(outcome.conflict.rules).toHaveLength(count);
  });
});

test("reassign sends nobody to a school in no district: an unfinished plan comes out finished", async () => {
  const forgets: Plan = { ...baseline, districts: [{ id: "North", name: "North", sites: [0, 1] }] };
  expect(evaluatePlan(basis, forgets).completeness.status).toBe("unfinished");
  const outcome = await reassign(basis, forgets, defaultReassign([]), solver);
  if (outcome.status !== "optimal") throw new Error(outcome.status);
  expect(outcome.answer.evaluation.completeness).toEqual({ status: "finished" });
  expect([...outcome.answer.plan.assignment]).not.toContain(2);
});

test("an unfinished today is no ground for groupings", async () => {
  const hole = { ...baseline, assignment: baseline.assignment.with(0, NO_SITE) };
  const outcome = await consolidate(
    makeBasis(municipality, travel, hole),
    { kind: "consolidate", districts: 1, policy: "stay", contiguity: "ferry", rules: [] },
    solver,
  );
  expect(outcome).toMatchObject({ status: "failed", reason: expect.stringContaining("4 pupils have no school") });
});
