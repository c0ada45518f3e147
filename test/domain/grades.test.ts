import { GRADES } from "../cases/folkeskole.ts";
import { expect, test } from "vitest";
import { formatBands, parseGradeRange } from "../../src/domain/grades.ts";

test.each([
  ["0-9", 0b111],
  ["0-6", 0b011],
  ["0-3", 0b001],
  ["7-9", 0b100],
  ["4–9", 0b110],
  ["0.-6.", 0b011],
])("%s is made of whole bands", (range, bands) => {
  expect(parseGradeRange(GRADES, range)).toBe(bands);
});

test.each(["0-5", "1-9", "0-10", "", "x", "9-7", "5", "0-3, x", "0-3, 7"])("%j is not made of whole bands", (range) => {
  expect(parseGradeRange(GRADES, range)).toBeUndefined();
});

test("every set of bands is written as planners write it", () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7].map((each) => formatBands(GRADES, each))).toEqual([
    "",
    "0-3",
    "4-6",
    "0-6",
    "7-9",
    "0-3, 7-9",
    "4-9",
    "0-9",
  ]);
});

test("every set of bands that is not empty is read from what is written of it", () => {
  const sets = [1, 2, 3, 4, 5, 6, 7];
  expect(sets.map((set) => parseGradeRange(GRADES, formatBands(GRADES, set)))).toEqual(sets);
});
