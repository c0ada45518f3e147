import { BANDS, GRADES } from "../cases/folkeskole.ts";
import { expect, test } from "vitest";
import { classCap, classesFor } from "../../src/rules/class-size.ts";
import { keepsGradeSpan } from "../../src/rules/grade-span.ts";
import { hasTransportRight, transportLimit } from "../../src/rules/transport-right.ts";

test.each([
  [0, 2500, false],
  [0, 2501, true],
  [1, 6000, false],
  [1, 6001, true],
  [2, 7000, false],
  [2, 7001, true],
  [0, Infinity, false],
] as const)("§ 26: band %i at %d m has the right: %s (longer than, not from)", (band, metres, right) => {
  expect(hasTransportRight(GRADES, band, metres)).toBe(right);
});

test.each([
  [0, 2015, 28],
  [0, 2023, 28],
  [0, 2024, 26],
  [1, 2024, 28],
  [1, 2025, 26],
  [2, 2025, 28],
  [2, 2026, 26],
  [3, 2030, 28],
  [9, 2040, 28],
])("§ 17: grade %i in the school year from %i has at most %i pupils a class", (grade, year, cap) => {
  expect(classCap(GRADES, grade, year)).toBe(cap);
});

test.each([
  [0, 0],
  [1, 1],
  [28, 1],
  [29, 2],
  [56, 2],
  [57, 3],
])("%i pupils make %i classes of at most 28", (pupils, classes) => {
  expect(classesFor(pupils, 28)).toBe(classes);
});

test.each([
  [0b111, true],
  [0b001, true],
  [0b100, true],
  [0b010, true],
  [0b011, true],
  [0b110, true],
  [0b101, false],
  [0, true],
])("§ 24: a site that teaches the bands %i keeps three grades in a row: %s", (teaches, keeps) => {
  expect(keepsGradeSpan(GRADES, teaches)).toBe(keeps);
});

test("§ 24: a band alone has the three grades in a row that a school has at least", () => {
  for (const { first, last } of BANDS) expect(last - first + 1).toBeGreaterThanOrEqual(3);
});

test("§ 26: a dangerous road gives the right at any distance, in the grades it is dangerous for, where there is a way", () => {
  expect([0, 1, 2].map((band) => hasTransportRight(GRADES, band, 1, 0b010))).toEqual([false, true, false]);
  expect(hasTransportRight(GRADES, 1, Infinity, 0b010)).toBe(false);
  expect([0, 1, 2].map((band) => transportLimit(GRADES, band))).toEqual([2500, 6000, 7000]);
});
