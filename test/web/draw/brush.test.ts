import fc from "fast-check";
import { expect, test } from "vitest";
import { brushGround, flat, sweep } from "../../../web/draw/brush.ts";

/** A grid of units a kilometre apart, near Holbæk. */
const SIDE = 40;
const grid = {
  lon: Float64Array.from({ length: SIDE * SIDE }, (_, unit) => 11.4 + 0.016 * (unit % SIDE)),
  lat: Float64Array.from({ length: SIDE * SIDE }, (_, unit) => 55.5 + 0.009 * Math.floor(unit / SIDE)),
};
const ground = brushGround(grid);
const spots = fc.record({
  lon: fc.double({ min: 11.4, max: 12, noNaN: true }),
  lat: fc.double({ min: 55.5, max: 55.85, noNaN: true }),
});

test("a quick stroke takes the same units as a slow one along the same line: no gaps", () => {
  fc.assert(
    fc.property(spots, spots, fc.double({ min: 2e-6, max: 3e-5, noNaN: true }), (a, b, radius) => {
      const [from, to] = [flat(a.lon, a.lat), flat(b.lon, b.lat)];
      const quick = new Set<number>();
      sweep(ground, from, to, radius, quick);
      const slow = new Set<number>();
      let last = from;
      for (let i = 1; i <= 200; i++) {
        const next = { x: from.x + (i / 200) * (to.x - from.x), y: from.y + (i / 200) * (to.y - from.y) };
        sweep(ground, last, next, radius * (1 + 1e-9), slow);
        last = next;
      }
      for (const unit of quick) expect(slow).toContain(unit);
      const wider = new Set<number>();
      sweep(ground, from, to, radius * (1 + 1e-6), wider);
      for (const unit of slow) expect(wider).toContain(unit);
    }),
    { seed: 3, numRuns: 200 },
  );
});

test("the brush is round: it takes what lies within its radius, and nothing outside", () => {
  const at = flat(11.7, 55.68);
  const radius = 8e-5;
  const taken = new Set<number>();
  sweep(ground, at, at, radius, taken);
  grid.lon.forEach((lon, unit) => {
    const spot = flat(lon, grid.lat[unit]);
    expect(taken.has(unit)).toBe(Math.hypot(spot.x - at.x, spot.y - at.y) <= radius);
  });
  expect(taken.size).toBeGreaterThan(3);
});

test("the flat map is the one that is drawn: known corners of web Mercator", () => {
  expect(flat(0, 0)).toEqual({ x: 0.5, y: 0.5 });
  expect(flat(-180, 85.0511287798066).x).toBe(0);
  expect(flat(-180, 85.0511287798066).y).toBeCloseTo(0, 10);
});
