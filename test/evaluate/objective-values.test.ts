import { expect, test } from "vitest";
import { valuesAt } from "../../src/cost/saving.ts";
import { rightCost } from "../../src/cost/state-cost.ts";
import { CURVE_ERROR } from "../../src/rules/class-curve.ts";
import { expectedClasses } from "../../src/rules/expected-classes.ts";
import { evaluatePlan, makeBasis } from "../../src/evaluate/evaluate.ts";
import { objectiveValue } from "../../src/evaluate/objective-values.ts";
import { drawCase, type Drawing } from "../cases/drawn.ts";

/** Three units in a row, 4 km apart; one pupil a grade in each. A has 6 places in 4-6, B none in 7-9. */
const ROW: Drawing = {
  zones: ["AAB"],
  sites: { A: { at: [0, 0], capacity: [16, 6] }, B: { at: [0, 2], capacity: [undefined, 4, 0] } },
  districts: { North: "A", South: "B" },
  pupils: () => 1,
  way: (unit, site) => 4000 * Math.abs(unit - 2 * site),
};

function valuesOf(drawing: Drawing, middleUnitTo = 0) {
  const { municipality, travel, baseline } = drawCase(drawing);
  const basis = makeBasis(municipality, travel, baseline);
  const assignment = baseline.assignment.slice().fill(middleUnitTo, 3, 6);
  const evaluation = evaluatePlan(basis, { ...baseline, assignment });
  const { costs } = basis;
  return {
    costs,
    of: (objective: Parameters<typeof objectiveValue>[2]) => objectiveValue(basis, evaluation, objective),
  };
}

test("what a question makes least is what the plan measures, in the question's units", () => {
  const { of, costs } = valuesOf(ROW);
  expect(of("pupil-metres")).toBe(10 * 4000);
  expect(of("longest-way")).toBe(4000);
  expect(of("changed-site")).toBe(0);
  // B's three in 7-9 have no place.
  expect(of("overflow")).toBe(3);
  // Two pupils in each of A's ten grades and one in B's, and a right to transport for the middle unit's four in 0-3.
  const classes = (of("kroner") - 4 * Math.round(rightCost(valuesAt(costs, "mid")))) / costs.class.mid;
  expect(Math.abs(classes - 10 * expectedClasses(2, 28) - 10 * expectedClasses(1, 28))).toBeLessThan(20 * CURVE_ERROR);
  // A: 8 of 16 and 6 of 6; B: 3 of 4, and no places are no number.
  expect(of("fullest-site")).toBe(1);
  const moved = valuesOf(ROW, 1);
  expect([moved.of("changed-site"), moved.of("fullest-site"), moved.of("overflow")]).toEqual([10, 6 / 4, 2 + 6]);
});

test("kroner to classes go by a site's own price of a class where its accounts have one", () => {
  const { municipality, travel, baseline } = drawCase(ROW);
  const basis = makeBasis(municipality, travel, baseline);
  const evaluation = evaluatePlan(basis, baseline);
  const price = basis.costs.class.mid;
  const [shared, dear, both] = [
    [{}, {}],
    [{}, { class: 2 * price }],
    [{ class: 2 * price }, { class: 2 * price }],
  ].map((accounts) => objectiveValue({ ...basis, accounts }, evaluation, "kroner"));
  const rights = 4 * Math.round(rightCost(valuesAt(basis.costs, "mid")));
  expect(both - rights).toBeCloseTo(2 * (shared - rights), -3);
  // B, with one pupil a grade, takes fewer of the classes than A with two.
  expect(dear).toBeGreaterThan(shared);
  expect(dear - shared).toBeLessThan(both - dear);
});

test("a case without pupils has nothing of anything", () => {
  const { of } = valuesOf({ ...ROW, pupils: () => 0 });
  for (const objective of [
    "pupil-metres",
    "longest-way",
    "changed-site",
    "overflow",
    "kroner",
    "fullest-site",
  ] as const)
    expect(of(objective), objective).toBe(0);
});
