import { describe, expect, test } from "vitest";
import { NO_SITE } from "../../src/domain/plan.ts";
import { planOf } from "../../src/compare/groupings.ts";
import type { AssignmentRule, NetworkQuestion, ReassignQuestion } from "../../src/domain/question.ts";
import { evaluatePlan, makeBasis } from "../../src/evaluate/evaluate.ts";
import { reachOf } from "../../src/evaluate/reach.ts";
import { unreached } from "../../src/evaluate/unreached.ts";
import { priceRules } from "../../src/solve/assignment/price.ts";
import { reassign } from "../../src/solve/assignment/reassign.ts";
import { repair } from "../../src/solve/assignment/repair.ts";
import { consolidate } from "../../src/solve/consolidate/consolidate.ts";
import { redraw } from "../../src/solve/districting/redraw.ts";
import { findNetworks } from "../../src/solve/network/network.ts";
import { seededRandom } from "../../src/kernels/random.ts";
import { drawCase } from "../cases/drawn.ts";
import { solver } from "../cases/solver.ts";

/** Four units in a row: A teaches the first two, B the last two; 10 pupils in grade 0 of each unit. No road leads to unit 1. */
function islandCase(places: { readonly a: number; readonly b: number }) {
  const drawn = drawCase({
    zones: ["AABB"],
    sites: { A: { at: [0, 0], capacity: [places.a] }, B: { at: [0, 3], capacity: [places.b] } },
    districts: { All: "AB" },
    pupils: () => [10, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    way: (unit, site) => (unit === 1 ? Infinity : 1000 * Math.abs(unit - 3 * site)),
  });
  return makeBasis(drawn.municipality, drawn.travel, drawn.baseline);
}

const ask = (rules: readonly AssignmentRule[] = []): ReassignQuestion => ({
  kind: "reassign",
  stages: [[{ objective: "overflow", weight: 1 }], [{ objective: "pupil-metres", weight: 1 }]],
  rules,
  limits: { seed: 1 },
});

/** Site of each unit in grades 0-3. */
const young = ({ assignment }: { readonly assignment: Uint16Array }) =>
  [...assignment].filter((_, pair) => pair % 3 === 0);

describe("pupils whom no road reaches", () => {
  test("stay at their school and take up its room, so that others must give way", async () => {
    const basis = islandCase({ a: 10, b: 30 });
    const outcome = await reassign(basis, basis.baseline, ask(), solver);
    if (outcome.status !== "optimal") throw new Error(JSON.stringify(outcome));
    // A's ten places are theirs; unit 0 goes 3 km to B.
    expect(young(outcome.answer.plan)).toEqual([1, 0, 1, 1]);
    expect(outcome.answer.stages.map(({ value }) => value)).toEqual([0, 40_000]);
    expect(outcome.answer.issues.map(({ code, values }) => [code, values])).toEqual([
      ["pair-no-route", { pupils: 10, units: 1, list: "0,1" }],
    ]);
    expect(unreached(basis, outcome.answer.plan)).toEqual([{ unit: 1, site: 0, pupils: 10, sent: 0 }]);
  });

  test("are beyond capacity where their school is too small, in the model as in evaluate", async () => {
    const basis = islandCase({ a: 4, b: 30 });
    const outcome = await reassign(basis, basis.baseline, ask(), solver);
    if (outcome.status !== "optimal") throw new Error(JSON.stringify(outcome));
    expect(outcome.answer.stages[0]).toEqual({ value: 6, bound: 6 });
    expect(outcome.answer.evaluation.values.get("overflow")).toBe(6);
    const hard = await reassign(basis, basis.baseline, ask([{ kind: "capacity" }]), solver);
    expect(hard.status).toBe("infeasible");
  });

  test("go to another school, at no distance, when theirs stops teaching them", async () => {
    const basis = islandCase({ a: 40, b: 40 });
    const plan = { ...basis.baseline, teaching: [0, 7] };
    const outcome = await reassign(basis, plan, ask(), solver);
    if (outcome.status !== "optimal") throw new Error(JSON.stringify(outcome));
    expect(young(outcome.answer.plan)).toEqual([1, 1, 1, 1]);
    expect(outcome.answer.stages[1].value).toBe(40_000);
    expect(unreached(basis, outcome.answer.plan)).toEqual([{ unit: 1, site: 1, pupils: 10, sent: 10 }]);
  });

  test("go where a lock says", async () => {
    const basis = islandCase({ a: 40, b: 40 });
    const lock: AssignmentRule = { kind: "lock", unit: 1, band: 0, site: 1 };
    const outcome = await reassign(basis, basis.baseline, ask([lock]), solver);
    if (outcome.status !== "optimal") throw new Error(JSON.stringify(outcome));
    expect(young(outcome.answer.plan)).toEqual([0, 1, 1, 1]);
    const priced = await priceRules(basis, basis.baseline, ask([lock]), solver);
    if ("status" in priced) throw new Error(priced.status);
    expect(priced.prices[0].stages).toEqual([0, 0]);
  });

  test("stay in a plan that is painted in part", async () => {
    const basis = islandCase({ a: 40, b: 40 });
    const assignment = new Uint16Array(12).fill(NO_SITE);
    const painted = { ...basis.baseline, assignment };
    const steps = repair(basis, { painted, locked: new Set(), rules: [], limits: { seed: 1 } }, solver);
    for await (const step of steps) {
      if (step.status !== "answer") throw new Error(step.status);
      expect(young(step.answer.plan)).toEqual([0, 0, 1, 1]);
    }
  });

  test("in a unit with others go along with them, and have no distance", async () => {
    const drawn = drawCase({
      zones: ["AB"],
      sites: { A: { at: [0, 0], capacity: [25] }, B: { at: [0, 1], capacity: [10] } },
      districts: { All: "AB" },
      pupils: () => [10, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      offRoad: (unit) => [unit === 1 ? 3 : 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    });
    const basis = makeBasis(drawn.municipality, drawn.travel, drawn.baseline);
    const outcome = await reassign(basis, basis.baseline, ask(), solver);
    if (outcome.status !== "optimal") throw new Error(JSON.stringify(outcome));
    // 13 do not fit in B's ten places and 23 fit in A; three of them have no way to measure.
    expect(young(outcome.answer.plan)).toEqual([0, 0]);
    expect(outcome.answer.stages.map(({ value }) => value)).toEqual([0, 10_000]);
    expect(outcome.answer.evaluation.values.get("no-route")).toBe(3);
  });
});

test("a unit whose addresses reach different schools stays where it is, with the ways of those who reach it", () => {
  const { municipality, travel, baseline } = drawCase({
    zones: ["AB"],
    sites: { A: { at: [0, 0] }, B: { at: [0, 1] } },
    districts: { All: "AB" },
    pupils: () => [2, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    offRoad: () => [5, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  });
  // Of unit 0 two reach A only and five reach B only.
  travel.walk.set([400, Infinity, Infinity, 900]);
  const basis = makeBasis(municipality, travel, baseline);
  const reach = reachOf(basis, 0, [0, 1]);
  expect(reach.status).toBe("stays");
  expect(reach.ways.map(({ reached, metres, longest }) => [reached, metres, longest])).toEqual([
    [2, 800, 400],
    [5, 4500, 900],
  ]);
});

test("who has no road is no gain or loss of a right, has no longer way and counts in no distance between schools", () => {
  const drawn = drawCase({
    zones: ["AB"],
    sites: { A: { at: [0, 0] }, B: { at: [0, 1] } },
    districts: { One: "A", Two: "B" },
    pupils: () => [10, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    way: (unit, site) => (unit === 0 && site === 1 ? Infinity : 3000),
  });
  drawn.travel.siteCar.set([0, Infinity, Infinity, 0]);
  const basis = makeBasis(drawn.municipality, drawn.travel, drawn.baseline);
  const swapped = { ...drawn.baseline, assignment: drawn.baseline.assignment.map((site) => 1 - site) };
  const { values, districts } = evaluatePlan(basis, swapped);
  expect([values.get("no-route"), values.get("transport-right"), values.get("right-lost")]).toEqual([10, 10, 0]);
  expect(districts.flatMap(({ longerBy }) => [...longerBy]).every((pupils) => pupils === 0)).toBe(true);
  const merged = { ...drawn.baseline, districts: [{ id: "AB", name: "AB", sites: [0, 1] }] };
  expect(evaluatePlan(basis, merged).values.has("site-distance-mean")).toBe(false);
  expect(evaluatePlan(basis, merged).values.has("site-distance-worst")).toBe(false);
});

const network = (teaches: readonly (readonly number[])[]): NetworkQuestion => ({
  kind: "network",
  sites: teaches.map((sets, site) => ({ site, teaches: sets })),
  rules: [{ kind: "capacity" }],
  costs: { site: 1000, band: 0, pupil: [0], pupilKilometre: 10 },
  list: { networks: 1, apart: 1 },
  limits: { seed: 1 },
});

describe("a network", () => {
  test("leaves pupils whom no road reaches at their school while it is open, and lets them take up its room", async () => {
    const basis = islandCase({ a: 10, b: 30 });
    const outcome = await findNetworks(basis, network([[7], [7]]), solver);
    if (outcome.status !== "optimal") throw new Error(JSON.stringify(outcome));
    expect(young(outcome.answer[0].plan)).toEqual([1, 0, 1, 1]);
    expect(unreached(basis, outcome.answer[0].plan)).toEqual([{ unit: 1, site: 0, pupils: 10, sent: 0 }]);
  });

  test("sends them on, at no distance, where theirs closes", async () => {
    const basis = islandCase({ a: 40, b: 40 });
    const outcome = await findNetworks(basis, network([[0], [7]]), solver);
    if (outcome.status !== "optimal") throw new Error(JSON.stringify(outcome));
    const [{ plan, cost }] = outcome.answer;
    // 40 pupil-kilometres one way of the others, and one open site.
    expect([young(plan), cost]).toEqual([[1, 1, 1, 1], 1000 + 10 * 2 * 40]);
    expect(unreached(basis, plan)).toEqual([{ unit: 1, site: 1, pupils: 10, sent: 10 }]);
  });

  test("does not close the only school that some can reach", async () => {
    const drawn = drawCase({
      zones: ["AABB"],
      sites: { A: { at: [0, 0] }, B: { at: [0, 3] } },
      districts: { All: "AB" },
      pupils: () => [10, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      way: (unit, site) => (unit < 2 === (site === 0) ? 1000 : Infinity),
    });
    const basis = makeBasis(drawn.municipality, drawn.travel, drawn.baseline);
    const outcome = await findNetworks(
      basis,
      network([
        [7, 0],
        [7, 0],
      ]),
      solver,
    );
    if (outcome.status !== "optimal") throw new Error(JSON.stringify(outcome));
    expect(outcome.answer[0].plan.teaching).toEqual([7, 7]);
  });

  test("says who has no school, where and how many, when a site that is all they reach may not teach them all", async () => {
    const drawn = drawCase({
      zones: ["AABB"],
      sites: { A: { at: [0, 0] }, B: { at: [0, 3] } },
      districts: { All: "AB" },
      pupils: () => [10, 0, 0, 0, 0, 0, 0, 3, 0, 0],
      way: (unit, site) => (unit < 2 === (site === 0) ? 1000 : Infinity),
    });
    const basis = makeBasis(drawn.municipality, drawn.travel, drawn.baseline);
    for (const rules of [[], [{ kind: "most-closures", sites: 1 } as const]]) {
      const outcome = await findNetworks(
        basis,
        {
          ...network([
            [1, 4],
            [7, 0],
          ]),
          rules,
        },
        solver,
      );
      if (outcome.status !== "infeasible") throw new Error(JSON.stringify(outcome));
      expect(outcome.conflict.rules.map(({ en }) => en)).toEqual([
        "grades 0-3: 20 pupils in 0,0, 0,1 can only get to A",
        "grades 7-9: 6 pupils in 0,0, 0,1 can only get to A",
      ]);
    }
  });

  test("counts as a closure only what is open today: a site that is closed today and stays so is none", async () => {
    const drawn = drawCase({
      zones: ["AAA"],
      sites: { A: { at: [0, 0] }, B: { at: [0, 1] }, C: { at: [0, 2], grades: "" } },
      districts: { All: "ABC" },
      pupils: () => [10, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    });
    const basis = makeBasis(drawn.municipality, drawn.travel, drawn.baseline);
    const dear = {
      ...network([
        [7, 0],
        [7, 0],
        [7, 0],
      ]),
      costs: { site: 1e6, band: 0, pupil: [0], pupilKilometre: 1 },
    };
    const open = async (sites: number) => {
      const rules = [{ kind: "most-closures", sites } as const];
      const outcome = await findNetworks(basis, { ...dear, rules }, solver);
      if (outcome.status !== "optimal") throw new Error(JSON.stringify(outcome));
      return outcome.answer[0].plan.teaching.filter((serves) => serves !== 0).length;
    };
    expect([await open(0), await open(1)]).toEqual([2, 1]);
    // What the question closes counts as well.
    const closing = {
      ...dear,
      sites: [{ site: 0, teaches: [0] }],
      rules: [{ kind: "most-closures", sites: 0 } as const],
    };
    expect((await findNetworks(basis, closing, solver)).status).toBe("infeasible");
  });
});

test("districts drawn anew leave pupils whom no road reaches at their school", async () => {
  const drawn = drawCase({
    zones: ["ABBB"],
    sites: { A: { at: [0, 0] }, B: { at: [0, 3] } },
    districts: { One: "A", Two: "B" },
    pupils: () => [10, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    way: (unit, site) => (unit === 1 ? Infinity : 1000 * Math.abs(unit - 3 * site)),
  });
  const basis = makeBasis(drawn.municipality, drawn.travel, drawn.baseline);
  const outcome = await redraw(basis, {
    kind: "redraw",
    districts: 2,
    tolerance: 0,
    balance: "pupils",
    objective: "pupil-metres",
    sites: "in-every-district",
    limits: { seed: 1 },
  });
  if (outcome.status !== "optimal") throw new Error(JSON.stringify(outcome));
  expect(outcome.answer.areas.map(({ units }) => units)).toEqual([
    [0, 1],
    [2, 3],
  ]);
  expect([young(outcome.answer.plan), outcome.answer.value]).toEqual([[0, 1, 1, 1], 10_000]);
});

test("no question fails for want of roads, and every answer's figures are those that evaluate finds, on 40 random cases", async () => {
  for (let seed = 1; seed <= 40; seed++) {
    const random = seededRandom(seed);
    const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
    const drawn = drawCase({
      zones: ["AB", "BC"],
      sites: Object.fromEntries(
        [..."ABC"].map((letter) => [
          letter,
          {
            at: [whole(0, 1), whole(0, 1)] as const,
            capacity: [whole(10, 50), random() < 0.5 ? undefined : whole(5, 40), whole(5, 40)],
          },
        ]),
      ),
      districts: { One: "AB", Two: "C" },
      pupils: () => Array.from({ length: 10 }, () => whole(0, 4)),
      offRoad: () => Array.from({ length: 10 }, () => (random() < 0.1 ? 1 : 0)),
      way: () => (random() < 0.3 ? Infinity : whole(100, 4000)),
    });
    const basis = makeBasis(drawn.municipality, drawn.travel, drawn.baseline);
    const kinds = [
      [],
      [{ kind: "capacity" }],
      [{ kind: "nearest-open" }],
      [{ kind: "keeps-own-unit" }],
      [{ kind: "stay-in-district" }],
    ] as const;
    for (const rules of kinds) {
      const outcome = await reassign(basis, basis.baseline, ask(rules), solver);
      expect(outcome.status, `seed ${seed}, ${JSON.stringify(rules)}: ${JSON.stringify(outcome)}`).not.toBe("failed");
    }
    const found = await findNetworks(
      basis,
      {
        kind: "network",
        sites: [0, 1, 2].map((site) => ({ site, teaches: [7, 0] })),
        rules: random() < 0.5 ? [{ kind: "capacity" }] : [],
        costs: { site: whole(0, 90_000), band: 0, pupil: [0], pupilKilometre: 600 },
        list: { networks: 1, apart: 1 },
        limits: { seed: 1 },
      },
      solver,
    );
    expect(found.status, `seed ${seed}: ${JSON.stringify(found)}`).not.toBe("failed");
    const joined = await consolidate(
      basis,
      { kind: "consolidate", districts: 1, policy: "nearest", contiguity: "ignored", rules: [] },
      solver,
    );
    if (joined.status !== "optimal") throw new Error(`seed ${seed}: ${JSON.stringify(joined)}`);
    const { values } = evaluatePlan(basis, planOf(basis, joined.answer, 0));
    for (const [key, list] of joined.answer.values) {
      expect(list[0], `${key}, seed ${seed}`).toBe(values.get(key) ?? NaN);
      expect([Infinity, -Infinity]).not.toContain(list[0]);
    }
  }
});
