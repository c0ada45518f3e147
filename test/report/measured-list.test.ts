import type { MeasureKey } from "../../src/evaluate/measures/table.ts";
import { expect, test } from "vitest";
import { sorted } from "../../src/report/measured-list.ts";

const list = (values: ReadonlyMap<MeasureKey, readonly number[]>) => ({
  count: Math.max(...[...values.values()].map(({ length }) => length)),
  values: new Map([...values].map(([key, column]) => [key, Float64Array.from(column)])),
});

test("plans come best first, what cannot be measured last", () => {
  expect(sorted(list(new Map([["changed-site", [30, Number.NaN, 10, 20]]])), "changed-site")).toEqual([2, 3, 0, 1]);
  expect(sorted(list(new Map([["nearest-in-own", [0.2, 0.9, 0.5]]])), "nearest-in-own")).toEqual([1, 2, 0]);
});

test("plans alike on a measure come in order of what opening borders would save, then by number", () => {
  const alike = new Map<MeasureKey, readonly number[]>([
    ["changed-site", [5, 5, 5, 1]],
    ["open-borders", [-10, -30, -10, 0]],
  ]);
  expect(sorted(list(alike), "changed-site")).toEqual([3, 1, 0, 2]);
});
