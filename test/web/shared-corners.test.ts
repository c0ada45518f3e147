import { describe, expect, test } from "vitest";
import { Corners } from "../../web/worker/corners.ts";
import { ringsOf } from "../../web/worker/ring-chains.ts";
import { shareCorners } from "../../web/worker/shared-corners.ts";

test("a corner in the middle of another zone's side becomes a corner of that side", () => {
  const tall = [[0, 0], [1, 0], [1, 2], [0, 2], [0, 0]]; // prettier-ignore
  const low = [[1, 0], [2, 0], [2, 1], [1, 1], [1, 0]]; // prettier-ignore
  const [first] = shareCorners([
    { zone: 0, parts: [[tall]] },
    { zone: 1, parts: [[low]] },
  ]);
  expect(first.parts[0][0]).toEqual([[0, 0], [1, 0], [1, 1], [1, 2], [0, 2], [0, 0]]); // prettier-ignore
});

describe("corners", () => {
  test("are one where they differ by rounding, whichever way they were rounded", () => {
    const corners = new Corners();
    const start = corners.numberAt([11.7, 55.7]);
    for (let i = 0; i < 500; i++) {
      const place = [11.7 + i * 1.234567e-4, 55.7 - i * 3.21e-5];
      const number = corners.numberAt(place);
      for (const off of [1e-9, -1e-9, 9e-8, -9e-8])
        expect(corners.numberAt([place[0] + off, place[1] - off])).toBe(number);
    }
    expect(corners.numberAt([11.7, 55.7])).toBe(start);
    expect(corners.positions).toHaveLength(500);
  });
});

const along = (corners: readonly number[]) =>
  corners.map((from, i) => ({ zone: 5, from, to: corners[(i + 1) % corners.length] }));

test("sides join to rings, and a ring that runs with the clock is a hole in the area around it", () => {
  const positions = [[0, 0], [3, 0], [3, 3], [0, 3], [1, 1], [1, 2], [2, 2], [2, 1]]; // prettier-ignore
  const [zone] = ringsOf([...along([0, 1, 2, 3]), ...along([4, 5, 6, 7])], positions);
  expect(zone.zone).toBe(5);
  expect(zone.parts).toHaveLength(1);
  expect(zone.parts[0]).toHaveLength(2);
});
