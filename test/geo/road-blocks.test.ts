import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roadBlocks } from "../../src/geo/road-blocks.ts";
import { outlinesOfAreas, square } from "./outlines/drawn-partition.ts";

type Line = readonly (readonly number[])[];

/** Squares side by side, row by row from the south, with a size in degrees near the equator: 0.01 is 1.1 km. */
const SIDE = 0.01;
const middle = (at: number): number => (at + 0.5) * SIDE;
const grid = (width: number, height: number) => {
  const cells = Array.from({ length: width * height }, (_, i) => [i % width, Math.floor(i / width)] as const);
  const areas = cells.map(([x, y]) => ({ type: "Polygon" as const, coordinates: [ring(x, y)] }));
  return {
    count: cells.length,
    outlines: outlinesOfAreas(areas),
    middles: { lon: cells.map(([x]) => middle(x)), lat: cells.map(([, y]) => middle(y)) },
    beside: cells.map(([x, y]) =>
      [...cells.keys()].filter((other) => Math.abs(cells[other][0] - x) + Math.abs(cells[other][1] - y) === 1),
    ),
  };
};
const ring = (x: number, y: number): number[][] =>
  [
    [x, y],
    [x + 1, y],
    [x + 1, y + 1],
    [x, y + 1],
    [x, y],
  ].map(([east, north]) => [east * SIDE, north * SIDE]);

/** Where two straight lines meet, as shares of both: by Cramer's rule, nothing of the tested way. */
function meet(
  [ax, ay]: readonly number[],
  [bx, by]: readonly number[],
  [cx, cy]: readonly number[],
  [dx, dy]: readonly number[],
) {
  const across = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
  const one = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / across;
  const other = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / across;
  return one >= 0 && one <= 1 && other >= 0 && other <= 1;
}

const SIZE = 6;
const land = grid(SIZE, SIZE);
const at = (unit: number): readonly number[] => [land.middles.lon[unit], land.middles.lat[unit]];
/** No round numbers: where a road goes through a middle, it is for nobody to say who lies on which side. */
const along = fc.integer({ min: 0, max: 1_000_000 }).map((share) => (share + Math.SQRT1_2) * 1e-6 * SIZE * SIDE);
const spot = fc.tuple(along, along);
const roads: fc.Arbitrary<readonly Line[]> = fc.array(fc.array(spot, { minLength: 2, maxLength: 5 }), { maxLength: 5 });
function distance([x, y]: readonly number[], [ax, ay]: readonly number[], [bx, by]: readonly number[]): number {
  const length = Math.hypot(bx - ax, by - ay);
  const share = Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length ** 2));
  return Math.hypot(x - ax - share * (bx - ax), y - ay - share * (by - ay));
}
const crossed = (lines: readonly Line[], a: number, b: number): boolean =>
  lines.some((line) => line.slice(1).some((to, i) => meet(line[i], to, at(a), at(b))));

/** All that is reached from a unit over neighbours without crossing a line. */
function reached(lines: readonly Line[], from: number): ReadonlySet<number> {
  const found = new Set([from]);
  for (const unit of found)
    for (const next of land.beside[unit]) if (!found.has(next) && !crossed(lines, unit, next)) found.add(next);
  return found;
}

describe("blocks between roads", () => {
  test("are just what is reached over neighbours without crossing a road", () => {
    fc.assert(
      fc.property(roads, (lines) => {
        const of = roadBlocks(land.middles, land.outlines, lines, 0);
        for (let unit = 0; unit < land.count; unit += 5) {
          const own = reached(lines, unit);
          expect([...of.keys()].filter((other) => of[other] === of[unit])).toEqual([...own].toSorted((a, b) => a - b));
        }
      }),
      { seed: 3, numRuns: 100 },
    );
  });

  test("never reach from inside a closed road to the outside, even where its corners lie on the way between two middles", () => {
    const corner = fc.tuple(fc.integer({ min: 0, max: 2 * SIZE }), fc.integer({ min: 0, max: 2 * SIZE }));
    fc.assert(
      fc.property(fc.uniqueArray(corner, { minLength: 3, maxLength: 6, selector: String }), (corners) => {
        const line = [...corners, corners[0]].map(([x, y]) => [(x / 2) * SIDE, (y / 2) * SIDE]);
        const of = roadBlocks(land.middles, land.outlines, [line], 0);
        const isOn = (unit: number): boolean => line.slice(1).some((to, i) => distance(at(unit), line[i], to) < 1e-6);
        const isInside = (unit: number): boolean => {
          const [x, y] = at(unit);
          const crossings = line.slice(1).filter((to, i) => {
            const [a, b] = [line[i], to];
            return a[1] > y !== b[1] > y && a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0]) > x;
          });
          return crossings.length % 2 === 1;
        };
        const off = [...Array(land.count).keys()].filter((unit) => !isOn(unit));
        const inside = new Map<number, boolean>();
        for (const unit of off) {
          expect(inside.get(of[unit]) ?? isInside(unit), String(unit)).toBe(isInside(unit));
          inside.set(of[unit], isInside(unit));
        }
      }),
      { seed: 8, numRuns: 300 },
    );
  });

  test("are numbered by their first unit, and joined to the one with the longest border where they are too small", () => {
    const lines = [
      [
        [0.0195, -1],
        [0.0195, 1],
      ],
      [
        [0.0205, 0.0295],
        [1, 0.0295],
      ],
    ];
    const flat = grid(3, 4);
    const blocks = (least: number) => [...roadBlocks(flat.middles, flat.outlines, lines, least)].join("");
    expect(blocks(0)).toBe("001001001002");
    // The one square in the corner shares a side with both others.
    expect(blocks(1.3)).toBe("001001001000");
    expect(blocks(10)).toBe("000000000000");
  });

  test("stay whole, contiguous, and large enough where any is, however slivers are joined", () => {
    fc.assert(
      fc.property(roads, fc.double({ min: 0.5, max: 6, noNaN: true }), (lines, least) => {
        const parts = roadBlocks(land.middles, land.outlines, lines, 0);
        const of = roadBlocks(land.middles, land.outlines, lines, least);
        const sizes = new Map<number, number>();
        for (const [unit, block] of of.entries()) {
          expect(of[parts.indexOf(parts[unit])]).toBe(block);
          sizes.set(block, (sizes.get(block) ?? 0) + 1);
        }
        const area = (SIDE * 111.2) ** 2;
        for (const size of sizes.values()) expect(size * area).toBeGreaterThan(least * 0.999);
        for (const block of sizes.keys()) {
          const found = new Set([of.indexOf(block)]);
          for (const unit of found) for (const next of land.beside[unit]) if (of[next] === block) found.add(next);
          expect(found.size).toBe(sizes.get(block));
        }
      }),
      { seed: 4, numRuns: 80 },
    );
  });

  test("end at water and at the border: what does not touch is never one block", () => {
    const apart = [square(0, 0), square(5, 5)];
    const of = roadBlocks({ lon: [0.5, 5.5], lat: [0.5, 5.5] }, outlinesOfAreas(apart), [], 1e9);
    expect([...of]).toEqual([0, 1]);
  });
});
