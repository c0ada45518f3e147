import { expect, test } from "vitest";
import { backtest } from "../../src/compare/backtest.ts";
import type { SiteCount } from "../../src/domain/forecast.ts";
import { readCaseFolder } from "../../src/cli/files.ts";
import { openCase } from "../../src/open-case.ts";
import { NOTHING, own, steadyStart } from "../cases/forecast.ts";

/** Three schools of 100 pupils, ten a grade, in 2015. */
const THREE = {
  zones: ["ABC"],
  sites: { A: { at: [0, 0] }, B: { at: [0, 1] }, C: { at: [0, 2] } },
  districts: { All: "ABC" },
  pupils: () => 10,
  schoolYear: 2015,
} as const;

function tried(counts: readonly Omit<SiteCount, "source">[]) {
  const stated = { ...NOTHING, counts: counts.map((count) => ({ ...count, source: "os" })) };
  return backtest(steadyStart(THREE, { ...stated, assumptions: [own("siteNoise", 0.05), own("cohortNoise", 0)] }));
}

const count = (site: number, schoolYear: number, pupils: number, use: SiteCount["use"] = "try") =>
  ({ site, schoolYear, pupils, use }) as const;

test("there is nothing to try where nothing was counted later, or only what the case itself was made from", () => {
  expect(tried([])).toBeUndefined();
  expect(tried([count(0, 2014, 90), count(1, 2015, 100)])).toBeUndefined();
  expect(tried([count(0, 2017, 90, "start")])).toBeUndefined();
});

test("each count is held against what was expected of its school, from the case and from every earlier count", () => {
  const found = tried([count(0, 2017, 50, "start"), count(0, 2019, 40), count(1, 2019, 99)]);
  const rows = found?.cases.map(({ site, from, pupils, startsWith, year, counted, mid, isInside }) => [
    site,
    from,
    pupils,
    startsWith,
    year,
    counted,
    Math.round(mid),
    isInside,
  ]);
  expect(rows).toEqual([
    [0, 2015, 100, "case", 2019, 40, 100, false],
    [1, 2015, 100, "case", 2019, 99, 100, true],
    [0, 2017, 50, "count", 2019, 40, 50, false],
  ]);
  expect(found).toMatchObject({
    inside: 1,
    together: { year: 2019, sites: 2, counted: 139, mid: expect.closeTo(200, 6) },
  });
  expect(found?.heldOut).toBeUndefined();
});

test("a count of a later year moves no range of the others", () => {
  const before = tried([count(0, 2017, 50), count(1, 2019, 99)]);
  const after = tried([count(0, 2017, 50), count(1, 2019, 99), count(2, 2024, 80)]);
  expect(after?.cases.filter(({ site }) => site !== 2)).toEqual(before?.cases);
});

test("a school held out is judged by what became of the others alone", () => {
  // All fell by a third: each is as the others say, though far outside the default range.
  const alike = tried([count(0, 2019, 66), count(1, 2019, 67), count(2, 2019, 66)]);
  expect(alike).toMatchObject({ inside: 0, heldOut: { inside: 2, of: 3 } });
  // The others say that nothing changes.
  const odd = tried([count(0, 2019, 100), count(1, 2019, 101), count(2, 2019, 30)]);
  expect(odd?.heldOut?.of).toBe(3);
  expect(odd?.cases[2].isInside).toBe(false);
});

test("of Holbæk's schools eight of ten known counts lie within the ranges, and all of them together do", async () => {
  const { value } = openCase(await readCaseFolder("data/holbaek"));
  if (!value) throw new Error("data/holbaek does not open");
  const found = backtest(value.basis);
  if (!found) throw new Error("nothing was counted");
  const { cases, inside, together, heldOut } = found;
  expect(cases).toHaveLength(24);
  expect(inside / cases.length).toBeGreaterThanOrEqual(0.8);
  // Not wider than it takes: nearly all inside would say nothing.
  expect(inside / cases.length).toBeLessThan(0.92);
  expect(together).toMatchObject({ year: 2024, sites: 17, counted: 5247 });
  expect(together.low).toBeLessThan(5247);
  expect(together.high).toBeGreaterThan(5247);
  expect(heldOut).toEqual({ inside: 22, of: 24 });
});
