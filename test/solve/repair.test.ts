import { expect, test } from "vitest";
import { NO_SITE, type Plan } from "../../src/domain/plan.ts";
import type { AssignmentRule } from "../../src/domain/question.ts";
import { makeBasis } from "../../src/evaluate/evaluate.ts";
import { quickRepair, repair, type RepairRequest, type RepairStep } from "../../src/solve/assignment/repair.ts";
import { reassign } from "../../src/solve/assignment/reassign.ts";
import { drawCase } from "../cases/drawn.ts";
import { solver } from "../cases/solver.ts";

/** Six units in a row, ten pupils in grade 0 of each but the third, where nobody lives; A and B at the ends. */
const drawn = drawCase({
  zones: ["AAABBB"],
  sites: { A: { at: [0, 0], capacity: [20] }, B: { at: [0, 5], capacity: [60] } },
  districts: { North: "A", South: "B" },
  pupils: (unit) => [unit === 2 ? 0 : 10, 0, 0, 0, 0, 0, 0, 0, 0, 0],
});
const basis = makeBasis(drawn.municipality, drawn.travel, drawn.baseline);
const young = ({ assignment }: Plan) => [0, 1, 2, 3, 4, 5].map((unit) => assignment[3 * unit]);

const painted = (sites: readonly number[]): Plan => {
  const assignment = new Uint16Array(18).fill(NO_SITE);
  sites.forEach((site, unit) => (assignment[3 * unit] = site));
  return { ...basis.baseline, id: "painted", assignment };
};
const request = (over: Partial<RepairRequest>): RepairRequest => ({
  painted: painted([0, 0, 0, 0, 1, 1]),
  locked: new Set(),
  rules: [{ kind: "capacity" }],
  limits: { seed: 1 },
  ...over,
});

async function stepsOf(asked: RepairRequest): Promise<readonly RepairStep[]> {
  const steps: RepairStep[] = [];
  for await (const step of repair(basis, asked, solver)) steps.push(step);
  return steps;
}

test("the quick answer keeps every lock, even where another unit would be cheaper to move", () => {
  // A has 20 places and 30 pupils painted: unit 3 is the cheapest to give away, unless it is locked.
  expect(young(quickRepair(basis, request({})).plan)).toEqual([0, 0, 0, 1, 1, 1]);
  const locked = quickRepair(basis, request({ locked: new Set([9]) }));
  expect(young(locked.plan)[3]).toBe(0);
  expect(locked.breaches).toEqual([]);
});

test("a collision is named, with what the plan would be without each rule, and no plan is handed out", async () => {
  const steps = await stepsOf(request({ locked: new Set([0, 3, 9]) }));
  const last = steps.at(-1);
  if (last?.status !== "infeasible") throw new Error(last?.status);
  expect(last.conflict.rules.map(({ en }) => en)).toEqual([
    "no school over its capacity",
    "0,0 goes to A in grades 0-3",
    "0,1 goes to A in grades 0-3",
    "0,3 goes to A in grades 0-3",
  ]);
  expect(last.conflict.relaxing?.map(({ outcome, values }) => [outcome, values[0]])).toEqual([
    ["optimal", 0],
    ["optimal", 10],
    ["optimal", 10],
    ["optimal", 10],
  ]);
});

test("a lock on what is not painted has no effect and says so; who is painted first is not counted as moved", async () => {
  const steps = await stepsOf(request({ painted: painted([0, 0, 0, NO_SITE, 1, 1]), locked: new Set([9, 10, 11]) }));
  const last = steps.at(-1);
  if (last?.status !== "answer") throw new Error(last?.status);
  expect(young(last.answer.plan)).toEqual([0, 0, 0, 1, 1, 1]);
  expect(last.answer.stages[0]).toEqual({ value: 0, bound: 0 });
  expect(last.answer.issues.map(({ code, values }) => [code, values["list"]])).toEqual([["lock-unpainted", "0,3"]]);
});

const ask = (...rules: AssignmentRule[]) =>
  reassign(
    basis,
    basis.baseline,
    { kind: "reassign", stages: [[{ objective: "pupil-metres", weight: 1 }]], rules, limits: { seed: 1 } },
    solver,
  );

const lock = (site: number): AssignmentRule => ({ kind: "lock", unit: 2, band: 0, site });

test("a lock on a unit where nobody lives draws it into that zone; two that disagree are named", async () => {
  for (const site of [0, 1]) {
    const outcome = await ask(lock(site), { kind: "nearest-open" });
    if (outcome.status !== "optimal") throw new Error(outcome.status);
    expect(young(outcome.answer.plan)).toEqual([0, 0, site, 1, 1, 1]);
  }
  const both = await ask(lock(0), lock(1));
  if (both.status !== "infeasible") throw new Error(both.status);
  expect(both.conflict.rules).toHaveLength(2);
});
