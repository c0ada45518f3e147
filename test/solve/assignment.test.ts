import { ask as askFile } from "../../src/ask.ts";
import { openCase } from "../../src/open-case.ts";
import { questionFileSchema } from "../../src/protocol/question-file.ts";
import { caseFolder } from "../data/case-folder.ts";
import { commonStep, heldAt } from "../../src/solve/assignment/held.ts";
import type { Stage } from "../../src/domain/question.ts";
import { expect, test } from "vitest";
import { NO_SITE } from "../../src/domain/plan.ts";
import type { AssignmentRule, ReassignQuestion } from "../../src/domain/question.ts";
import { makeBasis } from "../../src/evaluate/evaluate.ts";
import { reassignFront } from "../../src/solve/assignment/pareto.ts";
import { priceRules } from "../../src/solve/assignment/price.ts";
import { reassign } from "../../src/solve/assignment/reassign.ts";
import { repair } from "../../src/solve/assignment/repair.ts";
import { drawCase } from "../cases/drawn.ts";
import { solver } from "../cases/solver.ts";
import { openedCase } from "../cases/opened.ts";

const { basis: holbaek } = openedCase("holbaek");

/** A and B at the ends of a row of six units with ten pupils each in grade 0; A has room for 20. */
const row = drawCase({
  zones: ["AAABBB"],
  sites: { A: { at: [0, 0], capacity: [20] }, B: { at: [0, 5] } },
  districts: { North: "A", South: "B" },
  pupils: () => [10, 0, 0, 0, 0, 0, 0, 0, 0, 0],
});
const basis = makeBasis(row.municipality, row.travel, row.baseline);
const ask = (rules: readonly AssignmentRule[], over: Partial<ReassignQuestion> = {}): ReassignQuestion => ({
  kind: "reassign",
  stages: [[{ objective: "pupil-metres", weight: 1 }]],
  rules,
  limits: { seed: 1 },
  ...over,
});

test("rules that collide are named, with what is lacking and what letting go of each would give", async () => {
  const rules: AssignmentRule[] = [
    { kind: "capacity" },
    { kind: "longest-way", band: 0, metres: 2000 },
    { kind: "most-moved", pupils: 50 },
  ];
  const outcome = await reassign(basis, basis.baseline, ask(rules), solver);
  if (outcome.status !== "infeasible") throw new Error(outcome.status);
  const { conflict } = outcome;
  expect(conflict.rules.map(({ en }) => en)).toEqual([
    "no school over its capacity",
    "at most 2,000 m to school in grades 0-3",
  ]);
  expect(conflict.details?.map(({ en }) => en)).toEqual(["A lacks 10 places in grades 0-3 (30 pupils)"]);
  // Without capacity everybody goes to the nearest: 0 + 1 + 2 km at both ends. Without the limit one unit goes 3 km to B.
  expect(conflict.relaxing?.map((entry) => [entry.rule.en, entry.outcome, ...entry.values])).toEqual([
    ["no school over its capacity", "optimal", 60_000],
    ["at most 2,000 m to school in grades 0-3", "optimal", 70_000],
  ]);
});

test("a lock's price is the difference between the answers with it and without it", async () => {
  const lock: AssignmentRule = { kind: "lock", unit: 5, band: 0, site: 0 };
  const priced = await priceRules(basis, basis.baseline, ask([lock]), solver);
  if ("status" in priced) throw new Error(priced.status);
  // The last unit's ten pupils go 5 km instead of none.
  expect(priced.prices[0].stages).toEqual([50_000]);
  expect(priced.prices[0].differences.get("pupil-kilometres")).toBe(100);
  expect(priced.prices[0].differences.get("changed-site")).toBe(10);
  expect(priced.prices[0].differences.has("classes")).toBe(true);
});

test("the exact front of travel and moves is every trade-off there is", async () => {
  const front = await reassignFront(basis, basis.baseline, ask([]), ["pupil-metres", "overflow"], solver);
  if ("status" in front) throw new Error(front.status);
  expect(front.complete).toBe(true);
  expect(front.points.map(({ values }) => values)).toEqual([
    [60_000, 10],
    [70_000, 0],
  ]);
  expect(front.points.every(({ proven }) => proven === "optimal")).toBe(true);
});

test("a front with too many points is sampled and says so; three objectives are always a sample", async () => {
  // Zones alternate along the row, so that each unit moved shortens the travel and costs ten moves.
  const mixed = drawCase({
    zones: ["BABABA"],
    sites: { A: { at: [0, 0] }, B: { at: [0, 5] } },
    districts: { North: "AB" },
    pupils: () => [10, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  });
  const untidy = makeBasis(mixed.municipality, mixed.travel, mixed.baseline);
  const objectives = ["pupil-metres", "changed-site"] as const;
  const whole = await reassignFront(untidy, untidy.baseline, ask([]), objectives, solver);
  if ("status" in whole) throw new Error(whole.status);
  expect([whole.complete, whole.points.length]).toEqual([true, 5]);
  const two = await reassignFront(untidy, untidy.baseline, ask([]), objectives, solver, { mostPoints: 3 });
  if ("status" in two) throw new Error(two.status);
  expect(two.complete).toBe(false);
  expect(two.points.length).toBeGreaterThanOrEqual(2);
  const three = await reassignFront(
    basis,
    basis.baseline,
    ask([]),
    ["pupil-metres", "overflow", "longest-way"],
    solver,
    { mostPoints: 4 },
  );
  if ("status" in three) throw new Error(three.status);
  expect(three.complete).toBe(false);
  for (const a of three.points)
    for (const b of three.points) if (a !== b) expect(a.values.some((value, i) => value < b.values[i])).toBe(true);
});

test("repair answers at once and then provenly, keeps every lock, and moves no painted pupil it need not", async () => {
  const assignment = holbaek.baseline.assignment.map((site, pair) => (pair % 5 === 0 ? NO_SITE : site));
  const painted = { ...holbaek.baseline, id: "painted", assignment };
  const locked = new Set([...assignment.keys()].filter((pair) => pair % 40 === 1 && holbaek.unitBand[pair] > 0));
  const request = { painted, locked, rules: [{ kind: "capacity" as const }], limits: { seed: 1 } };
  const answers = [];
  for await (const step of repair(holbaek, request, solver)) {
    if (step.status !== "answer") throw new Error(step.status);
    answers.push(step.answer);
  }
  expect(answers.map(({ proven }) => proven)).toEqual(["quick", "optimal"]);
  for (const { plan, breaches, evaluation } of answers) {
    expect(breaches).toEqual([]);
    expect(evaluation.values.get("no-site")).toBe(0);
    for (const pair of locked) expect(plan.assignment[pair]).toBe(assignment[pair]);
    let moved = 0;
    assignment.forEach((site, pair) => {
      if (site !== NO_SITE && plan.assignment[pair] !== site) moved += holbaek.unitBand[pair];
    });
    expect(moved).toBe(0);
  }
  expect(answers[1].evaluation.values.get("pupil-kilometres")).toBeLessThanOrEqual(
    answers[0].evaluation.values.get("pupil-kilometres")! + 1e-6,
  );
});

test("a unit larger than any site is reported, and so is one with no route", async () => {
  const big = drawCase({
    zones: ["AB"],
    sites: { A: { at: [0, 0], capacity: [5] }, B: { at: [0, 1], capacity: [5] } },
    districts: { North: "AB" },
    pupils: (unit) => [unit === 0 ? 9 : 2, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    way: (unit) => (unit === 1 ? Infinity : 1000),
  });
  const tight = makeBasis(big.municipality, big.travel, big.baseline);
  const stages = [[{ objective: "overflow" as const, weight: 1 }], [{ objective: "pupil-metres" as const, weight: 1 }]];
  const outcome = await reassign(tight, tight.baseline, ask([], { stages }), solver);
  if (outcome.status !== "optimal") throw new Error(outcome.status);
  expect(outcome.answer.issues.map(({ code, values }) => [code, values["pupils"]])).toEqual([
    ["pair-no-route", 2],
    ["pair-too-large", 9],
  ]);
});

test("a split pair is shown with its pupils at each site, and no more are split than may be", async () => {
  const outcome = await reassign(
    basis,
    basis.baseline,
    ask([{ kind: "capacity" }, { kind: "most-split", pairs: 1 }]),
    solver,
  );
  if (outcome.status !== "optimal") throw new Error(outcome.status);
  expect(outcome.answer.splits.length).toBeLessThanOrEqual(1);
  expect(outcome.answer.stages[0].value).toBe(70_000);
  const half = drawCase({
    zones: ["AB"],
    sites: { A: { at: [0, 0], capacity: [15] }, B: { at: [0, 1], capacity: [15] } },
    districts: { North: "AB" },
    pupils: (unit) => [unit === 0 ? 20 : 8, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  });
  const split = makeBasis(half.municipality, half.travel, half.baseline);
  const found = await reassign(
    split,
    split.baseline,
    ask([{ kind: "capacity" }, { kind: "most-split", pairs: 1 }]),
    solver,
  );
  if (found.status !== "optimal") throw new Error(found.status);
  expect(found.answer.splits.map(({ unit, pupils }) => [unit, [...pupils].toSorted(([a], [b]) => a - b)])).toEqual([
    [
      0,
      [
        [0, 15],
        [1, 5],
      ],
    ],
  ]);
});

test("a limit on an objective holds share by share where a pair is split", async () => {
  const { municipality, travel, baseline } = drawCase({
    zones: ["AB"],
    sites: { A: { at: [0, 0], capacity: [15] }, B: { at: [0, 1], capacity: [15] } },
    districts: { North: "AB" },
    pupils: (unit) => [unit === 0 ? 20 : 8, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  });
  const found = await reassign(
    makeBasis(municipality, travel, baseline),
    baseline,
    ask([
      { kind: "at-most", objective: "overflow", most: 0 },
      { kind: "most-split", pairs: 1 },
    ]),
    solver,
  );
  if (found.status !== "optimal") throw new Error(JSON.stringify(found));
  expect(found.answer.splits.map(({ pupils }) => [...pupils.values()].toSorted((a, b) => a - b))).toEqual([[5, 15]]);
});

test("the same question with the same seed gives the same plan", async () => {
  const question = ask([{ kind: "capacity" }, { kind: "most-moved", pupils: 300 }]);
  const [a, b] = [
    await reassign(holbaek, holbaek.baseline, question, solver),
    await reassign(holbaek, holbaek.baseline, question, solver),
  ];
  if (a.status !== "optimal" || b.status !== "optimal") throw new Error(a.status);
  expect(a.answer.plan).toEqual(b.answer.plan);
});

test("an earlier stage is held to less than one step of what it is made of, however large its value", () => {
  const prices = { classes: [], class: 733_855, right: 1_233, rightByBus: 1_233, rightPerhapsByBus: 1_233 };
  const slackOf = (stage: Stage, value: number) => heldAt(stage, value, [], prices).most - value;
  expect(commonStep([1, 2000 * 733_855])).toBe(1);
  expect(commonStep([1 / 3, 2000])).toBeCloseTo(1 / 3, 9);
  expect(commonStep([6, 0])).toBe(0);
  const metresAndKroner: Stage = [
    { objective: "longest-way", weight: 1 },
    { objective: "kroner", weight: 2000 },
  ];
  expect(slackOf(metresAndKroner, 13_209_391_800)).toBeLessThan(2);
  expect(slackOf([{ objective: "changed-site", weight: 1 }], 10_000_000)).toBeCloseTo(0.5, 6);
  // Where pairs may be split, and of pupils per place, any number may be the value.
  expect(slackOf([{ objective: "fullest-site", weight: 1 }], 2)).toBeCloseTo(2e-7, 12);
});

test("where pairs are split, those who change school are counted share by share, as places are", async () => {
  const { value } = openCase(caseFolder("lattice"));
  const question = questionFileSchema.parse({
    format: "skoledistrikt-question",
    version: 1,
    kind: "reassign",
    stages: [[{ objective: "pupil-metres", weight: 1 }]],
    rules: [{ kind: "most-split", pairs: 3 }, { kind: "most-moved", pupils: 10 }, { kind: "contiguous-zones" }],
    limits: { seed: 7, seconds: 30 },
  });
  const found = await askFile(value!, question, solver);
  expect(found.status).toBe("optimal");
  if (!("answers" in found)) throw new Error(found.status);
  expect(found.answers[0].stages[0].value).toBeCloseTo(132_400, 0);
});
