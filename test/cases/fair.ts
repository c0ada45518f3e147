import { GRADE_COUNT } from "./folkeskole.ts";
import type { Plan } from "../../src/domain/plan.ts";
import type { Basis } from "../../src/evaluate/basis.ts";
import { makeBasis } from "../../src/evaluate/evaluate.ts";
import { seededRandom } from "../../src/kernels/random.ts";
import { drawCase, type Drawing } from "./drawn.ts";

/** A case with towns, and a plan that changes ways to school. */
export interface FairCase {
  readonly basis: Basis;
  readonly plan: Plan;
}

function withTowns(drawing: Drawing, towns: Readonly<Record<string, readonly [row: number, column: number]>>): Basis {
  const { municipality, travel, baseline } = drawCase(drawing);
  const places = Object.entries(towns).map(([name, [lat, lon]]) => ({ name, lat, lon }));
  return makeBasis({ ...municipality, scenery: { ...municipality.scenery, places } }, travel, baseline);
}

/** Six units in a row, 20 pupils each (two a grade); East's school closes and its pupils go to West's. */
export function townCase(): FairCase {
  const basis = withTowns(
    {
      zones: ["AAABBB"],
      sites: { A: { at: [0, 0] }, B: { at: [0, 5] } },
      districts: { North: "A", South: "B" },
      pupils: () => 2,
    },
    { West: [0, 0], East: [0, 5] },
  );
  const { baseline } = basis;
  const plan = { ...baseline, id: "close", title: "Close East", teaching: [baseline.teaching[0], 0] };
  return { basis, plan: { ...plan, assignment: baseline.assignment.map(() => 0) } };
}

/** Units of few pupils in a grid of three sites and four towns; the plan sends some units elsewhere at random. */
export function randomFairCase(seed: number): FairCase {
  const random = seededRandom(seed);
  const upTo = (most: number): number => Math.floor(random() * (most + 1));
  const few = upTo(3);
  const basis = withTowns(
    {
      zones: ["AAABBCC", "AAABCCC", "AABBBCC"],
      sites: { A: { at: [0, 0] }, B: { at: [1, 3] }, C: { at: [0, 6] } },
      districts: { North: "A", South: "BC" },
      pupils: () => Array.from({ length: GRADE_COUNT }, () => Math.max(0, upTo(3) - few)),
    },
    { Alfa: [0, 0], Bravo: [2, 2], Charlie: [1, 4], Delta: [0, 6] },
  );
  const { baseline } = basis;
  const moving = random();
  const assignment = baseline.assignment.map((site) => (random() < moving ? upTo(2) : site));
  return { basis, plan: { ...baseline, id: "random", title: "Random", assignment } };
}
