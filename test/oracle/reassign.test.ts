import { BAND_COUNT } from "../cases/folkeskole.ts";
import { basisOf } from "../cases/basis.ts";
import { describe, expect, test } from "vitest";
import type { AssignmentObjective, AssignmentRule, Stage } from "../../src/domain/question.ts";
import type { Basis } from "../../src/evaluate/basis.ts";
import { checkRules } from "../../src/evaluate/rule-checks.ts";
import { seededRandom } from "../../src/kernels/random.ts";
import { frameQuestion } from "../../src/solve/assignment/frame.ts";
import { reassign } from "../../src/solve/assignment/reassign.ts";
import { solveWholeZones } from "../../src/solve/assignment/whole-zones.ts";
import { drawZones } from "../../src/solve/assignment/zones.ts";
import { drawCase } from "../cases/drawn.ts";
import { EveryAssignment } from "../cases/every-assignment.ts";
import { solver } from "../cases/solver.ts";

/** Four units, two or three sites, pupils in the lower and upper grades; some sites stop after grade 3. */
function randomBasis(seed: number): Basis {
  const random = seededRandom(seed);
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const columns = 2;
  const letters = "ABC".slice(0, whole(2, 3));
  const zones = [0, 1].map(() => Array.from({ length: columns }, () => letters[whole(0, letters.length - 1)]).join(""));
  const pupils = Array.from({ length: 2 * columns }, () =>
    Array.from({ length: 10 }, (_, grade) => (grade <= 1 || grade === 7 ? whole(0, 14) : 0)),
  );
  const drawn = drawCase({
    zones,
    sites: Object.fromEntries(
      letters.split("").map((letter, number) => [
        letter,
        {
          at: [whole(0, 1), whole(0, columns - 1)] as const,
          grades: number > 0 && random() < 0.4 ? "0-3" : "0-9",
          capacity: [whole(20, 70), undefined, random() < 0.5 ? whole(15, 40) : undefined],
        },
      ]),
    ),
    districts: { North: "A", South: letters.slice(1) },
    pupils: (unit) => pupils[unit],
  });
  const assignment = drawn.baseline.assignment.slice();
  // Where a site stops, its upper pupils go to A.
  for (let pair = 2; pair < assignment.length; pair += BAND_COUNT)
    if (drawn.baseline.teaching[assignment[pair]] === 1) assignment[pair] = 0;
  return basisOf(drawn.municipality, drawn.travel, { ...drawn.baseline, assignment });
}

const least = (...objectives: AssignmentObjective[]): readonly Stage[] =>
  objectives.map((objective) => [{ objective, weight: 1 }]);

const QUESTIONS: readonly (readonly [name: string, stages: readonly Stage[], rules: readonly AssignmentRule[]])[] = [
  ["pupil-metres", least("pupil-metres"), []],
  ["pupil-metres within capacity", least("pupil-metres"), [{ kind: "capacity" }]],
  ["overflow, then pupil-metres", least("overflow", "pupil-metres"), []],
  ["longest way, then pupil-metres", least("longest-way", "pupil-metres"), [{ kind: "capacity" }]],
  ["changed site, then longest way", least("changed-site", "longest-way"), [{ kind: "nearest-open" }]],
  ["kroner", least("kroner"), [{ kind: "capacity" }]],
  ["kroner, then pupil-metres", least("kroner", "pupil-metres"), []],
  [
    "metres and moves weighed",
    [
      [
        { objective: "pupil-metres", weight: 1 },
        { objective: "changed-site", weight: 700 },
      ],
    ],
    [],
  ],
  ["one school for all bands", least("pupil-metres"), [{ kind: "capacity" }, { kind: "one-site-for-all-bands" }]],
  ["at most 12 moved", least("pupil-metres"), [{ kind: "most-moved", pupils: 12 }]],
  ["own unit kept", least("changed-site", "pupil-metres"), [{ kind: "keeps-own-unit" }]],
  ["district kept", least("pupil-metres"), [{ kind: "stay-in-district" }, { kind: "capacity" }]],
  [
    "a lock and a longest way",
    least("pupil-metres"),
    [
      { kind: "lock", unit: 0, band: 0, site: 1 },
      { kind: "longest-way", band: 2, metres: 3000 },
    ],
  ],
  ["a feeder link", least("pupil-metres"), [{ kind: "feeder", from: 1, to: 0 }]],
  ["zones in one piece", least("pupil-metres"), [{ kind: "contiguous-zones" }, { kind: "capacity" }]],
  ["overflow at most 5", least("pupil-metres"), [{ kind: "at-most", objective: "overflow", most: 5 }]],
];

/** Small cases with every way to send everybody to school, which all the questions are asked of. */
const CASES = Array.from({ length: 25 }, (_, i) => {
  const basis = randomBasis(i + 1);
  return { seed: i + 1, basis, every: new EveryAssignment(basis) };
});

describe.each(QUESTIONS)("%s", (_, stages, rules) => {
  test("is answered as exhaustive search answers it, on 25 random cases", async () => {
    let feasible = 0;
    for (const { seed, basis, every } of CASES) {
      const wanted = every.best(stages, rules);
      const outcome = await reassign(
        basis,
        basis.baseline,
        { kind: "reassign", stages, rules, limits: { seed: 1 } },
        solver,
      );
      if (!wanted) {
        expect(outcome.status, `seed ${seed}`).toBe("infeasible");
        continue;
      }
      feasible++;
      if (outcome.status !== "optimal") throw new Error(`seed ${seed}: ${JSON.stringify(outcome)}`);
      outcome.answer.stages.forEach(({ value, bound }, stage) => {
        expect(value, `seed ${seed}, stage ${stage}`).toBeCloseTo(wanted[stage], 3);
        expect(bound).toBeLessThanOrEqual(value + 1e-6 * Math.max(1, value));
      });
      expect(checkRules(basis, outcome.answer.plan, rules)).toEqual([]);
    }
    expect(feasible).toBeGreaterThan(3);
  });
});

test("zones joined from a plan without regard to them obey the rules, and what bounds them is no more than the best there is", async () => {
  let [found, best] = [0, 0];
  for (const stages of [least("pupil-metres"), least("overflow", "pupil-metres")]) {
    for (const { seed, basis, every } of CASES) {
      const places: AssignmentRule[] = stages.length === 1 ? [{ kind: "capacity" }] : [];
      const rules: AssignmentRule[] = [...places, { kind: "contiguous-zones" }];
      const wanted = every.best(stages, rules);
      const { frame } = frameQuestion(basis, basis.baseline, rules);
      const question = { kind: "reassign", stages, rules, limits: { seed: 1 } } as const;
      const staged = await solveWholeZones(basis, basis.baseline, frame, question, solver, {});
      if (staged?.status === "infeasible") expect(wanted, `seed ${seed}`).toBeUndefined();
      if (staged?.status !== "solved") continue;
      if (!wanted) throw new Error(`seed ${seed}: a plan where there is none`);
      found++;
      const decided = new Map(staged.empty);
      frame.pair.forEach((pair, row) => decided.set(pair, staged.sites[row]));
      const plan = { ...basis.baseline, assignment: drawZones(basis, basis.baseline, decided) };
      expect(checkRules(basis, plan, rules)).toEqual([]);
      const [reached, bestPossible] = [staged.stages, wanted];
      const sameBefore = reached.slice(0, -1).every(({ value }, i) => Math.abs(value - bestPossible[i]) < 1e-6);
      reached.forEach(({ bound, value }, stage) =>
        expect(bound, `seed ${seed}, stage ${stage}`).toBeLessThanOrEqual(value),
      );
      expect(reached[0].bound).toBeLessThanOrEqual(wanted[0] + 1e-6);
      expect(reached[0].value).toBeGreaterThanOrEqual(wanted[0] - 1e-6);
      if (!sameBefore) continue;
      const last = stages.length - 1;
      expect(reached[last].bound, `seed ${seed}`).toBeLessThanOrEqual(wanted[last] + 1e-3);
      expect(reached[last].value, `seed ${seed}`).toBeGreaterThanOrEqual(wanted[last] - 1e-3);
      if (reached[last].value < wanted[last] + 1e-3) best++;
    }
  }
  expect(found).toBeGreaterThan(30);
  expect(best).toBeGreaterThan(25);
});
