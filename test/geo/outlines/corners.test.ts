import { expect, test } from "vitest";
import { Corners } from "../../../src/geo/outlines/corners.ts";

test("corners are one where they differ by rounding, whichever way they were rounded", () => {
  const corners = new Corners();
  const start = corners.numberAt(11.7, 55.7);
  for (let i = 0; i < 500; i++) {
    const [lon, lat] = [11.7 + i * 1.234567e-4, 55.7 - i * 3.21e-5];
    const number = corners.numberAt(lon, lat);
    for (const off of [1e-9, -1e-9, 9e-7, -9e-7]) expect(corners.numberAt(lon + off, lat - off)).toBe(number);
  }
  expect(corners.numberAt(11.7, 55.7)).toBe(start);
  expect(corners.count).toBe(500);
  expect([...corners.places().subarray(0, 2)]).toEqual([11.7, 55.7]);
});
