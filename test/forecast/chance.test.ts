import { GRADE_COUNT, GRADES } from "../cases/folkeskole.ts";
import { array, assert, constantFrom, integer, property } from "fast-check";
import { expect, test } from "vitest";
import { drawYears, slotsOf } from "../../src/evaluate/drawn-years.ts";
import { unitsTogether } from "../../src/forecast/alike-units.ts";
import { makeForecaster } from "../../src/forecast/forecast.ts";
import { normalDraws, seededDraws } from "../../src/kernels/uncertainty/generator.ts";
import { pupilRanges, sitePupils } from "../../src/evaluate/pupil-ranges.ts";
import { forecastStart, own, steadyStart, WHOLE } from "../cases/forecast.ts";

/** Six units; the first and the last stand for many families, one has nobody. */
const SIX = {
  zones: ["AABBBA"],
  sites: { A: { at: [0, 0] }, B: { at: [0, 3] } },
  districts: { West: "A", East: "B" },
  pupils: (unit: number) => [30, 4, 0, 12, 9, 60][unit],
  schoolYear: 2020,
} as const;

/** By site and grade, `[year]`. */
function sums(demand: readonly Float64Array[], assignment: Uint16Array): readonly (readonly number[])[] {
  const slot = slotsOf(GRADES, assignment, 2);
  return demand.map((year) => {
    const into = new Float64Array(3 * GRADE_COUNT);
    year.forEach((pupils, at) => (into[slot[at]] += pupils));
    return [...into];
  });
}

const dice = (seed: number) => {
  const uniform = seededDraws(seed);
  return [uniform, normalDraws(uniform)] as const;
};

test("units put together give every site the pupils that they give it one by one, whatever the files say and the plan is", () => {
  const births = [2014, 2015, 2016].map((year) => ({ area: { kind: "site", number: 1 } as const, year, births: 90 }));
  const statements = {
    nothing: {},
    births: { births },
    movers: { movers: [{ area: { kind: "district", number: 0 } as const, rate: 1.1 }] },
    housing: {
      housing: [{ name: "", unit: 4, dwellings: 40, firstYear: 2021, lastYear: 2022, type: "house" } as const],
    },
    table: { table: [{ area: WHOLE, schoolYear: 2022, grade: 3, pupils: 200 }] },
  };
  const keys = ["nothing", "births", "movers", "housing", "table"] as const;
  assert(
    property(
      array(constantFrom(0, 1), { minLength: 18, maxLength: 18 }),
      constantFrom(...keys),
      integer(),
      (sites, key, seed) => {
        const start = forecastStart(SIX, statements[key]);
        const plan = { assignment: Uint16Array.from(sites) };
        const together = unitsTogether(start, plan);
        const one = makeForecaster(start).draw(...dice(seed)).demand;
        const other = makeForecaster(together.start).draw(...dice(seed)).demand;
        const expected = sums(one, plan.assignment);
        sums(other, together.assignment).forEach((year, ahead) =>
          year.forEach((pupils, at) => expect(pupils).toBeCloseTo(expected[ahead][at], 6)),
        );
        expect(together.start.municipality.units.count).toBeLessThanOrEqual(6);
      },
    ),
    { numRuns: 60 },
  );
});

test("a share that falls by 10 % a year leaves 0.9 of every cohort and of those who start", () => {
  const start = forecastStart(SIX, { assumptions: [own("publicShareTrend", -0.1)] });
  const { demand } = makeForecaster(start, 2).inScenario("mid");
  expect(demand[1][5]).toBeCloseTo(30 * 0.9, 9);
  expect(demand[2][0]).toBeCloseTo(30 * 0.81, 9);
});

/** Draws of today's plan with chance alone, of so many pupils in every grade of both areas. */
function chanceAlone(each: number, siteNoise: number, cohortNoise: number) {
  const drawing = {
    ...SIX,
    zones: ["AB"],
    sites: { A: { at: [0, 0] }, B: { at: [0, 1] } },
    pupils: () => each,
  } as const;
  const sure = (["birthsTrend", "birthsToSchool", "publicShare"] as const).map((key) =>
    own(key, key === "birthsTrend" ? 0 : 1),
  );
  const start = steadyStart(drawing, {
    assumptions: [...sure, own("movers", 1), own("siteNoise", siteNoise), own("cohortNoise", cohortNoise)],
  });
  return drawYears(start, start.baseline, { years: 9, draws: 2000, seed: 3 });
}

const spread = (values: Float64Array): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) / mean;
};

test("an area swings by the square root of the years, and each by itself", () => {
  const found = sitePupils(chanceAlone(100, 0.05, 0));
  expect(spread(found[1][0])).toBeCloseTo(0.05, 2);
  expect(spread(found[9][0])).toBeCloseTo(0.15, 1.5);
  const [a, b] = found[9].map((draws) => draws.map((pupils) => pupils / 1000 - 1));
  const together = a.reduce((sum, value, draw) => sum + value * b[draw], 0) / a.length;
  expect(Math.abs(together)).toBeLessThan(0.002);
  for (const year of found)
    for (const draws of year) expect(draws.reduce((x, y) => x + y, 0) / 2000 / 1000).toBeCloseTo(1, 1.5);
});

test("new cohorts are off by the square root of their size: in a small school by more of it, the year after as well", () => {
  const [small, large] = [9, 100].map((each) => sitePupils(chanceAlone(each, 0, 1)));
  // One new cohort of ten: 3 of 90 pupils, 10 of 1,000.
  expect(spread(small[1][0])).toBeCloseTo(3 / 90, 2);
  expect(spread(large[1][0])).toBeCloseTo(10 / 1000, 3);
  expect(spread(large[4][0])).toBeCloseTo(20 / 1000, 3);
});

test("a range holds eight of ten draws, is nothing today and the same for the same seed", () => {
  const drawn = chanceAlone(20, 0.05, 1);
  const { all, sites } = pupilRanges(drawn);
  expect(all[0]).toEqual({ low: 400, high: 400 });
  const found = sitePupils(drawn)[9][0];
  const { low, high } = sites[9][0];
  expect(found.filter((pupils) => pupils >= low && pupils <= high)).toHaveLength(1601);
  expect(pupilRanges(chanceAlone(20, 0.05, 1))).toEqual({ all, sites });
});
