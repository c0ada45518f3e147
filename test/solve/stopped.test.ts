import { expect, test } from "vitest";
import type { AssignmentObjective } from "../../src/domain/question.ts";
import { makeBasis } from "../../src/evaluate/evaluate.ts";
import { objectiveValue } from "../../src/evaluate/objective-values.ts";
import { reassignFront } from "../../src/solve/assignment/pareto.ts";
import { reassign } from "../../src/solve/assignment/reassign.ts";
import type { Solver } from "../../src/solve/solver.ts";
import { drawCase } from "../cases/drawn.ts";
import { solver } from "../cases/solver.ts";

/** A row of six units between A and B, to which most belong today. */
const drawn = drawCase({
  zones: ["AABBBB"],
  sites: { A: { at: [0, 0] }, B: { at: [0, 5] } },
  districts: { North: "A", South: "B" },
  pupils: (unit) => [9 + unit, 0, 0, 0, 0, 0, 0, 0, 0, 0],
});
const basis = makeBasis(drawn.municipality, drawn.travel, drawn.baseline);

/** Answers so many questions, and is then stopped with nothing in hand. */
const answeringOnly = (times: number): Solver => {
  let asked = 0;
  return {
    name: "stopped",
    solve: (model, options) =>
      asked++ < times
        ? solver.solve(model, options)
        : Promise.resolve({ status: "stopped", why: "cancelled", bound: -Infinity }),
  };
};

test("stopped in a later stage, what an earlier one found stands, with nothing claimed of the later", async () => {
  const goals: AssignmentObjective[] = ["changed-site", "kroner", "pupil-metres"];
  const stages = goals.map((objective) => [{ objective, weight: 1 }]);
  const question = { kind: "reassign" as const, stages, rules: [], limits: { seed: 1 } };
  const whole = await reassign(basis, basis.baseline, question, solver);
  const cut = await reassign(basis, basis.baseline, question, answeringOnly(1));
  if (whole.status !== "optimal" || cut.status !== "stopped") throw new Error(`${whole.status} ${cut.status}`);
  expect(cut.answer.stages[0]).toEqual(whole.answer.stages[0]);
  goals.forEach((goal, i) =>
    expect(cut.answer.stages[i].value).toBeCloseTo(objectiveValue(basis, cut.answer.evaluation, goal), 6),
  );
  expect(cut.answer.stages.slice(1).map(({ bound }) => bound)).toEqual([0, 0]);
  // With not even a first answer there is nothing to keep.
  expect(await reassign(basis, basis.baseline, question, answeringOnly(0))).toMatchObject({ status: "failed" });
});

test("a front that is stopped keeps the points it has, and does not call itself whole", async () => {
  const question = { kind: "reassign" as const, stages: [], rules: [], limits: { seed: 1 } };
  const goals: AssignmentObjective[] = ["pupil-metres", "changed-site"];
  const whole = await reassignFront(basis, basis.baseline, question, goals, solver);
  if ("status" in whole) throw new Error(whole.status);
  const all = whole.points.map(({ values }) => values);
  let most = 0;
  const reached = new Set<string>();
  for (let times = 0; times < 40; times++) {
    const cut = await reassignFront(basis, basis.baseline, question, goals, answeringOnly(times));
    if ("status" in cut) {
      expect(cut).toMatchObject({ status: "failed", why: "cancelled" });
      continue;
    }
    for (const { values, proven } of cut.points) if (proven === "optimal") expect(all).toContainEqual(values);
    if (cut.complete) expect(cut.points.length).toBe(all.length);
    // It says which end it has not come to.
    const { proven, values } = cut.points.at(-1)!;
    if (cut.ends === "first") expect(cut.points).toHaveLength(1);
    else if (proven === "optimal") expect(values[1]).toBe(all.at(-1)![1]);
    reached.add(cut.ends);
    most = Math.max(most, cut.complete ? 0 : cut.points.length);
  }
  expect(most).toBeGreaterThan(0);
  expect([...reached].toSorted()).toEqual(["all", "first"]);
});

/** Answers every so-manyth question by the worst plan that keeps its rules, unproven, as where time runs out. */
const hastyEvery = (times: number): Solver => {
  let asked = 0;
  return {
    name: "hasty",
    solve: async (model, options) => {
      if (asked++ % times !== 0) return solver.solve(model, options);
      const worst = await solver.solve({ ...model, cost: model.cost.map((cost) => -cost) }, {});
      return worst.status === "optimal"
        ? { status: "stopped", why: "time", bound: -Infinity, values: worst.values, objective: -worst.objective }
        : worst;
    },
  };
};

test("of points found without a proof none is kept that another beats or equals, and the front is not called whole", async () => {
  const question = { kind: "reassign" as const, stages: [], rules: [], limits: { seed: 1 } };
  let unproven = 0;
  for (const goals of [
    ["pupil-metres", "changed-site"],
    ["changed-site", "pupil-metres"],
  ] satisfies AssignmentObjective[][])
    for (let times = 2; times < 6; times++) {
      const front = await reassignFront(basis, basis.baseline, question, goals, hastyEvery(times));
      if ("status" in front) throw new Error(front.status);
      const values = front.points.map((point) => point.values);
      values.forEach((one, i) =>
        values.forEach((other, j) => expect(i === j || one.some((value, k) => value < other[k])).toBe(true)),
      );
      const isProven = front.points.every(({ proven }) => proven === "optimal");
      if (front.complete) expect(isProven).toBe(true);
      unproven += isProven ? 0 : 1;
    }
  expect(unproven).toBeGreaterThan(0);
});
