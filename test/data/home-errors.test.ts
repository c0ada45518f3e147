import { expect, test } from "vitest";
import { gridFit, wayErrors } from "../../data/holbaek/source/home-errors.ts";
import type { GridCell } from "../../data/holbaek/source/real.ts";
import { makeBasis } from "../../src/evaluate/evaluate.ts";
import { drawCase } from "../cases/drawn.ts";

/** Four units in a row with one school; 10, 20, 30 and 40 pupils of grade 0, so many metres from school. */
function row(metres: readonly number[]) {
  const { municipality, travel, baseline } = drawCase({
    zones: ["AAAA"],
    sites: { A: { at: [0, 0] } },
    districts: { All: "A" },
    pupils: (unit) => [10 * (unit + 1), 0, 0, 0, 0, 0, 0, 0, 0, 0],
    way: (unit) => metres[unit],
  });
  return makeBasis(municipality, travel, baseline);
}

test("ways are held against the other network's pupil by pupil, and those whom no road reaches are left out", () => {
  const errors = wayErrors(row([1000, 1260, 700, 5000]), row([1000, 1000, 1000, Infinity]));
  // Ten are right, twenty 26 % too far, thirty 30 % too near.
  expect(errors).toEqual({
    pupils: 60,
    median: expect.closeTo(0.26, 6),
    farOff: 50 / 60,
    tooLong: 20 / 60,
    tooShort: 30 / 60,
  });
});

/** A square degree around a unit's middle, with so many children, such a share of it in the municipality. */
const cell = (column: number, age_lt15: number, frac_holbaek = 1): GridCell => {
  const [w, e, s, n] = [column - 0.5, column + 0.5, -0.5, 0.5];
  const coordinates = [
    [
      [w, s],
      [e, s],
      [e, n],
      [w, n],
      [w, s],
    ],
  ];
  return { geometry: { type: "Polygon", coordinates }, properties: { age_lt15, frac_holbaek, cx: column, cy: 0 } };
};

test("pupils spread as the grid's children are correlated by one, and none of them misplaced", () => {
  const basis = row([1, 1, 1, 1]);
  const alike = gridFit(basis, [cell(0, 2), cell(1, 4), cell(2, 12, 0.5), cell(3, 8), cell(9, 0)]);
  expect(alike).toEqual({ cells: 4, correlation: expect.closeTo(1, 9), misplaced: expect.closeTo(0, 9) });
  const turned = gridFit(basis, [cell(0, 4), cell(1, 3), cell(2, 2), cell(3, 1)]);
  expect(turned.correlation).toBeCloseTo(-1, 9);
  // Of a hundred pupils in cells of 10, 20, 30, 40 for children of 40, 30, 20, 10.
  expect(turned.misplaced).toBeCloseTo(0.4, 9);
});
