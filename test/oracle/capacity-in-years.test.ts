import { basisOf } from "../cases/basis.ts";
import { describe, expect, test } from "vitest";
import type { DatedDemand } from "../../src/domain/forecast.ts";
import { NO_SITE } from "../../src/domain/plan.ts";
import type { AssignmentRule, Stage } from "../../src/domain/question.ts";
import { checkRules } from "../../src/evaluate/rule-checks.ts";
import { demandsOf } from "../../src/evaluate/years.ts";
import { seededRandom } from "../../src/kernels/random.ts";
import { reassign } from "../../src/solve/assignment/reassign.ts";
import { drawCase } from "../cases/drawn.ts";
import { NOTHING } from "../cases/forecast.ts";
import { solver } from "../cases/solver.ts";

/** Five units in a row, two sites that teach everything, pupils in grades 0-4 only; in one unit nobody lives yet. */
function randomCase(seed: number) {
  const random = seededRandom(seed);
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const empty = whole(0, 4);
  const pupils = Array.from({ length: 5 }, (_, unit) =>
    Array.from({ length: 10 }, (__, grade) => (grade > 4 || unit === empty ? 0 : whole(0, 9))),
  );
  const drawn = drawCase({
    zones: ["AAABB"],
    sites: {
      A: { at: [0, whole(0, 2)], capacity: [whole(35, 80), whole(20, 60), undefined] },
      B: { at: [0, whole(3, 4)], capacity: [whole(35, 90), undefined, whole(10, 50)] },
    },
    districts: { All: "AB" },
    pupils: (unit) => pupils[unit],
  });
  const housing = [
    { name: "Engen", unit: empty, dwellings: whole(0, 150), firstYear: 2017, lastYear: 2018, type: "house" },
  ] as const;
  const municipality = { ...drawn.municipality, forecast: { ...NOTHING, housing } };
  return basisOf(municipality, drawn.travel, drawn.baseline);
}

type Case = ReturnType<typeof randomCase>;

/** Places kept in every year: expected pupils, worked out pair by pair, at most half a pupil above. */
const fits = ({ municipality }: Case, assignment: Uint16Array, demands: readonly DatedDemand[]): boolean =>
  demands.every(({ pupils }) =>
    municipality.sites.every(({ capacity }, site) =>
      capacity.every((places, band) => {
        let load = 0;
        for (let pair = band; pair < assignment.length; pair += 3) if (assignment[pair] === site) load += pupils[pair];
        return places === undefined || load <= places + 0.5 + 1e-9;
      }),
    ),
  );

/** Least pupil-metres of today's pupils among all 2^5 ways of sending the units of each band that fit; `undefined` where none does. */
function bruteForce(
  basis: Case,
  demands: readonly DatedDemand[],
  rules: readonly AssignmentRule[] = [],
): number | undefined {
  const { travel, unitBand } = basis;
  let best: number | undefined;
  // Bands do not meet, so each is searched by itself.
  for (const band of [0, 1, 2]) {
    let least: number | undefined;
    for (let code = 0; code < 32; code++) {
      const assignment = new Uint16Array(15).fill(NO_SITE);
      let cost = 0;
      for (let unit = 0; unit < 5; unit++) {
        const site = (code >> unit) & 1;
        assignment[unit * 3 + band] = site;
        cost += unitBand[unit * 3 + band] * travel.walk[unit * 2 + site];
      }
      const plan = { ...basis.baseline, assignment };
      if (fits(basis, assignment, demands) && checkRules(basis, plan, rules).length === 0)
        least = Math.min(least ?? Infinity, cost);
    }
    if (least === undefined) return undefined;
    best = (best ?? 0) + least;
  }
  return best;
}

const STAGES: readonly Stage[] = [[{ objective: "pupil-metres", weight: 1 }]];

const ask = (basis: Case, rules: readonly AssignmentRule[]) =>
  reassign(basis, basis.baseline, { kind: "reassign", stages: STAGES, rules, limits: { seed: 1 } }, solver);

describe.each([
  ["the middle scenario", ["mid"]],
  ["all three scenarios", ["low", "mid", "high"]],
] as const)("capacity in every year of %s", (_, scenarios) => {
  test("is kept as exhaustive search keeps it, at no more pupil-metres, on 40 random cases", async () => {
    let [feasible, infeasible] = [0, 0];
    for (let seed = 1; seed <= 40; seed++) {
      const basis = randomCase(seed);
      const demands = demandsOf(basis, 0, 6, scenarios);
      const wanted = bruteForce(basis, demands);
      const outcome = await ask(basis, [{ kind: "capacity-in-years", demands }]);
      if (wanted === undefined) {
        infeasible++;
        expect(outcome.status, `seed ${seed}`).toBe("infeasible");
        continue;
      }
      feasible++;
      if (outcome.status !== "optimal") throw new Error(`seed ${seed}: ${JSON.stringify(outcome)}`);
      expect(outcome.answer.stages[0].value, `seed ${seed}`).toBeCloseTo(wanted, 1);
      expect(fits(basis, outcome.answer.plan.assignment, demands), `seed ${seed}`).toBe(true);
    }
    expect(feasible).toBeGreaterThan(10);
    expect(infeasible).toBeGreaterThan(3);
  });
});

test("with zones in one piece as well, an optimum is what exhaustive search finds, and a stopped answer encloses it", async () => {
  const found = { optimal: 0, stopped: 0, infeasible: 0 };
  for (let seed = 1; seed <= 60; seed++) {
    const basis = randomCase(seed);
    const demands = demandsOf(basis, 0, 6, ["mid"]);
    const wanted = bruteForce(basis, demands, [{ kind: "contiguous-zones" }]);
    const outcome = await ask(basis, [{ kind: "capacity-in-years", demands }, { kind: "contiguous-zones" }]);
    if (outcome.status === "failed") throw new Error(`seed ${seed}: ${outcome.reason}`);
    found[outcome.status]++;
    if (outcome.status === "infeasible") expect(wanted, `seed ${seed}`).toBeUndefined();
    else {
      const [{ value, bound }] = outcome.answer.stages;
      expect(wanted, `seed ${seed}`).toBeDefined();
      expect(value).toBeGreaterThanOrEqual(wanted! - 1);
      expect(bound).toBeLessThanOrEqual(wanted! + 1);
      if (outcome.status === "optimal") expect(value, `seed ${seed}`).toBeCloseTo(wanted!, 1);
    }
  }
  expect(found.optimal).toBeGreaterThan(10);
});

test("a plan that holds in more scenarios is never nearer", async () => {
  let compared = 0;
  for (let seed = 1; seed <= 25; seed++) {
    const basis = randomCase(seed);
    const [one, all] = await Promise.all(
      [["mid"] as const, ["low", "mid", "high"] as const].map((scenarios) =>
        ask(basis, [{ kind: "capacity-in-years", demands: demandsOf(basis, 0, 6, scenarios) }]),
      ),
    );
    if (one.status !== "optimal" || all.status !== "optimal") continue;
    compared++;
    expect(all.answer.stages[0].value).toBeGreaterThanOrEqual(one.answer.stages[0].value - 1);
  }
  expect(compared).toBeGreaterThan(3);
});

test("a plan that breaks it is told where, when and by how much", () => {
  const basis = randomCase(1);
  const pupils = new Float64Array(15).fill(0);
  pupils[3] = 95.6;
  const capacity = basis.municipality.sites[0].capacity[0] ?? 0;
  const breaches = checkRules(basis, basis.baseline, [
    { kind: "capacity-in-years", demands: [{ schoolYear: 2019, scenario: "high", pupils }] },
  ]);
  expect(breaches.map(({ what }) => what.en)).toEqual([
    `A lacks ${96 - capacity} places in grades 0-3 in the school year from 2019 (high)`,
  ]);
});
