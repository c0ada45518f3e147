import { basisOf } from "../cases/basis.ts";
import { array, assert, asyncProperty, constantFrom, integer, record } from "fast-check";
import { describe, expect, test } from "vitest";
import type { AssignmentRule, ReassignQuestion } from "../../src/domain/question.ts";
import { reassign } from "../../src/solve/assignment/reassign.ts";
import { drawCase, type Drawing } from "../cases/drawn.ts";
import { solver } from "../cases/solver.ts";

interface Small {
  /** Pupils of grade 0 in each of five units, and places of three sites; `undefined` is unknown. */
  readonly pupils: readonly number[];
  readonly places: readonly (number | undefined)[];
}

const AT = [0, 2, 4];
const drawing = ({ pupils, places }: Small): Drawing => ({
  zones: ["AABCC"],
  sites: {
    A: { at: [0, AT[0]], capacity: [places[0]] },
    B: { at: [0, AT[1]], capacity: [places[1]] },
    C: { at: [0, AT[2]], capacity: [places[2]] },
  },
  districts: { North: "AB", South: "C" },
  pupils: (unit) => [pupils[unit], 0, 0, 0, 0, 0, 0, 0, 0, 0],
});

/** Every way to send five units to three sites. */
const EVERY = Array.from({ length: 3 ** 5 }, (_, code) =>
  Array.from({ length: 5 }, (_ignored, unit) => Math.floor(code / 3 ** unit) % 3),
);

type Objective = "overflow" | "longest-way" | "pupil-metres";

function valueOf({ pupils, places }: Small, objective: Objective, sites: readonly number[]): number {
  const way = (unit: number) => 1000 * Math.abs(unit - AT[sites[unit]]);
  const beyond = (room: number | undefined, site: number) =>
    Math.max(0, load(pupils, sites, site) - (room ?? Infinity));
  return {
    overflow: places.reduce<number>((sum, room, site) => sum + beyond(room, site), 0),
    "longest-way": Math.max(0, ...pupils.map((count, unit) => (count > 0 ? way(unit) : 0))),
    "pupil-metres": pupils.reduce((sum, count, unit) => sum + count * way(unit), 0),
  }[objective];
}

const load = (pupils: readonly number[], sites: readonly number[], site: number): number =>
  pupils.reduce((sum, count, unit) => (sites[unit] === site ? sum + count : sum), 0);

/** Stage by stage over all assignments; nothing but what is asked leaves any of them out. */
function bestOf(small: Small, order: readonly Objective[], rule: "capacity" | "none"): number[] | undefined {
  let left = EVERY.filter((sites) => rule === "none" || valueOf(small, "overflow", sites) === 0);
  if (left.length === 0) return undefined;
  return order.map((objective) => {
    const best = Math.min(...left.map((sites) => valueOf(small, objective, sites)));
    left = left.filter((sites) => valueOf(small, objective, sites) === best);
    return best;
  });
}

const SMALL = record({
  pupils: array(integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 5 }),
  places: array(constantFrom(0, 3, 8, 15, undefined), { minLength: 3, maxLength: 3 }),
});

describe.each([
  [["longest-way", "pupil-metres"]],
  [["pupil-metres"]],
  [["overflow", "pupil-metres"]],
  [["overflow", "longest-way", "pupil-metres"]],
] as const)("reassign by %s", (order) => {
  test.each(["none", "capacity"] as const)("finds the least among all, with the rule %s and no other", async (rule) => {
    await assert(
      asyncProperty(SMALL, async (small) => {
        const { municipality, travel, baseline } = drawCase(drawing(small));
        const rules: readonly AssignmentRule[] = rule === "capacity" ? [{ kind: "capacity" }] : [];
        const question: ReassignQuestion = {
          kind: "reassign",
          stages: order.map((objective) => [{ objective, weight: 1 }]),
          rules,
          limits: { seed: 1 },
        };
        const outcome = await reassign(basisOf(municipality, travel, baseline), baseline, question, solver);
        const best = bestOf(small, order, rule);
        if (best === undefined) expect(outcome.status).toBe("infeasible");
        else {
          if (outcome.status !== "optimal") throw new Error(JSON.stringify(outcome));
          expect(outcome.answer.stages.map(({ value }) => Math.round(value))).toEqual(best);
        }
      }),
      { numRuns: 25 },
    );
  });
});
