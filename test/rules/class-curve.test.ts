import { expect, test } from "vitest";
import { priceOf, pricedCurve } from "../../src/cost/assignment-prices.ts";
import { CURVE_ERROR, classCurve } from "../../src/rules/class-curve.ts";
import { expectedClasses } from "../../src/rules/expected-classes.ts";

const PRICE = 733_855;
const BANDS = [
  { name: "one grade", caps: [28] },
  { name: "0-3", caps: [26, 26, 28, 28] },
  { name: "4-6", caps: [28, 28, 28] },
];

test.each(BANDS)(
  "classes at their price are nowhere a twentieth of a class a grade from what is expected: $name",
  ({ caps }) => {
    const curve = pricedCurve(classCurve(caps), PRICE);
    let farthest = 0;
    for (let pupils = 0; pupils <= 40 * 28 * caps.length; pupils++) {
      const expected = caps.reduce((all, cap) => all + expectedClasses(pupils / caps.length, cap), 0);
      farthest = Math.max(farthest, Math.abs(priceOf(curve, pupils) / PRICE - expected) / caps.length);
    }
    expect(farthest).toBeLessThan(CURVE_ERROR + 0.002);
    // Few lines are what a model can be solved with.
    expect(curve.from.length).toBeLessThanOrEqual(8);
  },
);

test("one pupil more costs no whole class at 28, at 56 or anywhere else, and is never a gain", () => {
  const curve = pricedCurve(classCurve([28]), PRICE);
  const more = (pupils: number): number => (priceOf(curve, pupils + 1) - priceOf(curve, pupils)) / PRICE;
  for (let pupils = 3; pupils < 400; pupils++) {
    expect(more(pupils)).toBeGreaterThanOrEqual(0);
    expect(more(pupils)).toBeLessThan(0.3);
  }
  expect(more(28)).toBe(more(27));
  expect(more(28)).toBeLessThan(0.07);
});

test("prices are whole kroner for whole pupils, in proportion between them, and nothing for none", () => {
  const curve = pricedCurve(classCurve([26, 26, 28, 28]), PRICE);
  expect(priceOf(curve, 0)).toBe(0);
  for (const pupils of [1, 17, 85, 86, 300, 3001]) expect(priceOf(curve, pupils) % 1).toBe(0);
  expect(priceOf(curve, 30.5)).toBe((priceOf(curve, 30) + priceOf(curve, 31)) / 2);
  // Grades that nobody goes to have no classes.
  expect(priceOf(pricedCurve(classCurve([]), PRICE), 5)).toBe(0);
});

test("worked by hand: lines of 10, 2 and 5 kroner a pupil", () => {
  const curve = pricedCurve({ pupils: [0, 4, 20, 40], classes: [0, 4, 7.2, 17.2] }, 10);
  expect(curve).toEqual({ from: [0, 4, 20], each: [10, 2, 5] });
  expect([0, 2, 4, 10, 20, 30, 60].map((pupils) => priceOf(curve, pupils))).toEqual([0, 20, 40, 52, 72, 122, 272]);
});
