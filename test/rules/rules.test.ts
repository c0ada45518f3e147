import { expect, test } from "vitest";
import { classCap, classesFor } from "../../src/rules/class-size.ts";
import { hasTransportRight } from "../../src/rules/transport-right.ts";

test.each([
  [0, 2500, false],
  [0, 2501, true],
  [1, 6000, false],
  [1, 6001, true],
  [2, 7000, false],
  [2, 7001, true],
  [0, Infinity, false],
] as const)("§ 26: band %i at %d m has the right: %s (longer than, not from)", (band, metres, right) => {
  expect(hasTransportRight(band, metres)).toBe(right);
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
  expect(classCap(grade, year)).toBe(cap);
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
