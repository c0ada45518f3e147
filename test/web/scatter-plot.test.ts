import { describe, expect, test } from "vitest";
import { apart, dots, nearestPoint, nextPoint, plotOf } from "../../web/charts/scatter-plot.ts";

const FRAME = { width: 300, height: 200, left: 40, right: 10, top: 10, bottom: 30 };
const across = Float64Array.of(10, 20, 20, 30, NaN);
const upward = Float64Array.of(1, 3, 2, 2, 5);
const plot = plotOf(across, upward, FRAME);

describe("a scatter chart", () => {
  test("keeps every point inside its frame and larger values farther right and up", () => {
    expect(plot.x[0]).toBeGreaterThan(FRAME.left);
    expect(plot.x[3]).toBeLessThan(FRAME.width - FRAME.right);
    expect(plot.y[1]).toBeLessThan(plot.y[2]);
    expect(plot.y[1]).toBeGreaterThan(FRAME.top);
  });

  test("finds the plan under the pointer, and none where none is near", () => {
    expect(nearestPoint(plot, plot.x[3] + 4, plot.y[3] - 3, 24)).toBe(3);
    expect(nearestPoint(plot, plot.x[3], plot.y[3] - 60, 24)).toBe(-1);
  });

  test("is walked from left to right and back through every plan that has values", () => {
    const there: number[] = [];
    for (let at = nextPoint(plot, -1, 1); at !== there.at(-1); at = nextPoint(plot, at, 1)) there.push(at);
    expect(there).toEqual([0, 2, 1, 3]);
    const back: number[] = [];
    for (let at = 3; at !== back.at(-1); at = nextPoint(plot, at, -1)) back.push(at);
    expect(back).toEqual([3, 1, 2, 0]);
  });

  test("leaves out plans without a value and those filtered out", () => {
    expect(dots(plot, () => true).match(/M/g)).toHaveLength(4);
    expect(dots(plot, (plan) => plan === 0).match(/M/g)).toHaveLength(1);
  });

  test("writes only those words under its axis that do not meet, and are whole", () => {
    const ticks = [10, 60, 110, 160, 290].map((at) => ({ value: at, at }));
    const widths = (words: string) =>
      apart(
        ticks,
        ticks.map(() => words),
        300,
      );
    expect(widths("2")).toEqual([0, 1, 2, 3, 4]);
    expect(widths("12.345")).toEqual([1, 3]);
    expect(widths("a text far too wide for any such chart, however it is turned")).toEqual([]);
  });

  test("draws plans that are all alike", () => {
    const same = plotOf(Float64Array.of(2, 2), Float64Array.of(0, 0), FRAME);
    expect([...same.x, ...same.y].every(Number.isFinite)).toBe(true);
  });
});
