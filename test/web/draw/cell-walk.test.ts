import fc from "fast-check";
import { gridDisk, latLngToCell, cellToLatLng } from "h3-js";
import { describe, expect, test } from "vitest";
import { brushGround, type BrushGround } from "../../../web/draw/brush.ts";
import { cellWalk } from "../../../web/draw/cell-walk.ts";

const KEYS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"] as const;
const BACK = { ArrowLeft: "ArrowRight", ArrowRight: "ArrowLeft", ArrowUp: "ArrowDown", ArrowDown: "ArrowUp" } as const;

const groundOf = (middles: readonly (readonly [lat: number, lon: number])[]): BrushGround =>
  brushGround({
    lat: Float64Array.from(middles, ([lat]) => lat),
    lon: Float64Array.from(middles, ([, lon]) => lon),
  });

/** Cells around Holbæk, with a fjord cut out of them. */
const hexagons = groundOf(
  gridDisk(latLngToCell(55.7, 11.7, 8), 12)
    .map((cell) => cellToLatLng(cell))
    .filter(([lat, lon]) => !(lat > 55.7 && Math.abs(lon - 11.72) < 0.015)),
);

/** Middles of parishes of any form, as far apart as they would be. */
const polygons = fc
  .array(fc.tuple(fc.double({ min: 0, max: 0.8, noNaN: true }), fc.double({ min: 0, max: 0.8, noNaN: true })), {
    minLength: 100,
    maxLength: 100,
  })
  .map((off) =>
    groundOf(off.map(([a, b], i) => [55.5 + 0.02 * (Math.floor(i / 10) + a), 11.4 + 0.035 * ((i % 10) + b)])),
  );

const spotOf = ({ x, y }: BrushGround, unit: number) => ({ x: x[unit], y: y[unit] });

function reached(ground: BrushGround): number {
  const seen = new Set([0]);
  for (const unit of seen)
    for (const key of KEYS) {
      const next = cellWalk(ground).step(spotOf(ground, unit), unit, key);
      if (next !== undefined) seen.add(next);
    }
  return seen.size;
}

/** Where one stands after so many keys and all their opposites. */
function thereAndBack(ground: BrushGround, start: number, keys: readonly (typeof KEYS)[number][]): number {
  const walk = cellWalk(ground);
  const taken: { readonly from: number; readonly key: (typeof KEYS)[number] }[] = [];
  let at = start;
  for (const key of keys) {
    const next = walk.step(spotOf(ground, at), at, key);
    if (next === undefined) continue;
    const last = taken.at(-1);
    if (last && BACK[last.key] === key) {
      expect(next).toBe(last.from);
      taken.pop();
    } else taken.push({ from: at, key });
    at = next;
  }
  for (const { from, key } of taken.toReversed()) {
    at = walk.step(spotOf(ground, at), at, BACK[key])!;
    expect(at).toBe(from);
  }
  return at;
}

const anyKeys = fc.array(fc.constantFrom(...KEYS), { maxLength: 40 });

describe("arrow keys from unit to unit", () => {
  test("reach every hexagon, around a fjord as well", () => expect(reached(hexagons)).toBe(hexagons.x.length));

  test("reach every polygon", () => {
    fc.assert(
      fc.property(polygons, (ground) => {
        expect(reached(ground)).toBe(ground.x.length);
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  test("come back by the opposite arrows, on hexagons and polygons", () => {
    fc.assert(
      fc.property(anyKeys, fc.nat(hexagons.x.length - 1), (keys, start) => {
        expect(thereAndBack(hexagons, start, keys)).toBe(start);
      }),
      { seed: 6, numRuns: 60 },
    );
    fc.assert(
      fc.property(polygons, anyKeys, fc.nat(99), (ground, keys, start) => {
        expect(thereAndBack(ground, start, keys)).toBe(start);
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  test("lead in their own direction, and nowhere at the rim", () => {
    const ground = groundOf([
      [55.5, 11.5],
      [55.51, 11.5],
      [55.5, 11.52],
    ]);
    const from = (unit: number, key: string) => cellWalk(ground).step(spotOf(ground, unit), unit, key);
    expect(KEYS.map((key) => from(0, key))).toEqual([undefined, 2, 1, undefined]);
    expect(from(0, "Enter")).toBeUndefined();
    // From beside the areas into the first of them.
    expect(cellWalk(ground).step({ x: 0.5, y: ground.y[0] }, undefined, "ArrowRight")).toBe(0);
  });
});
