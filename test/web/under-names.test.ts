import { expect, test } from "vitest";
import { underNames } from "../../web/map/under-names.ts";

const names = [
  { left: 10, top: 10, width: 100, height: 30 },
  { left: 10, top: 10, width: 100, height: 60 },
];

test("a map begins below what it and its neighbours are called where that lies over a school, or over half of its mark", () => {
  expect(underNames(names.slice(0, 1), [{ x: 60, y: 20 }])).toBe(56);
  expect(underNames(names.slice(0, 1), [{ x: 125, y: 20 }])).toBe(56);
  expect(underNames(names, [{ x: 60, y: 20 }])).toBe(86);
  expect(underNames(names.slice(0, 1), [{ x: 60, y: 60 }])).toBe(0);
  expect(underNames(names.slice(0, 1), [{ x: 130, y: 20 }])).toBe(0);
  expect(underNames([], [{ x: 60, y: 20 }])).toBe(0);
});
