import { expect, test } from "vitest";
import { importCase } from "../../src/import/import-case.ts";
import { tinyCase, tinyPosition } from "../cases/tiny.ts";

test("a case with 7,000 pupils, a row each, is imported within a second", () => {
  const rows = Array.from({ length: 7000 }, (_, i) => {
    const { lat, lon } = tinyPosition(((i * 7919) % 7900) - 3950, ((i * 104_729) % 7900) - 3950);
    return `${lat};${lon};${i % 10}`;
  });
  const files = tinyCase({ "pupils.csv": ["lat;lon;grade", ...rows].join("\n") });
  const seconds = Array.from({ length: 3 }, () => {
    const start = performance.now();
    expect(importCase(files).value?.municipality.demand.pupils.reduce((sum, each) => sum + each, 0)).toBe(7000);
    return (performance.now() - start) / 1000;
  });
  expect(Math.min(...seconds)).toBeLessThan(1);
});
