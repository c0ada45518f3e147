import { ALL_GRADES } from "../cases/folkeskole.ts";
import { describe, expect, test } from "vitest";
import { FORECAST_KEYS, type ForecastInputs, type HousingProject } from "../../src/domain/forecast.ts";
import { forecastFor, makeForecaster } from "../../src/forecast/forecast.ts";
import { drawValues, FORECAST_PARAMETERS, newDwellingShare, scenarioValues } from "../../src/forecast/parameters.ts";
import { seededRandom } from "../../src/kernels/random.ts";
import { forecastStart, inGrade, own, steadyStart, total, WHOLE } from "../cases/forecast.ts";

/** Two units, a site in each; 10 to 19 pupils by grade in the first, 2 in every grade of the second. */
const TWO = {
  zones: ["AB"],
  sites: { A: { at: [0, 0] }, B: { at: [0, 1] } },
  districts: { West: "A", East: "B" },
  pupils: (unit: number) => (unit === 0 ? [10, 11, 12, 13, 14, 15, 16, 17, 18, 19] : 2),
  schoolYear: 2020,
} as const;

const demandOf = (stated: Partial<ForecastInputs>, scenario: "low" | "mid" | "high" = "mid", years = 12) =>
  forecastFor(steadyStart(TWO, stated), scenario, years).demand;

const site = (number: number) => ({ kind: "site", number }) as const;
const district = (number: number) => ({ kind: "district", number }) as const;

/** 20 births a year in A's zone; today's grades 0-2 there (33 pupils) were born in 2012 to 2014: 0.55 pupils per birth. */
const until = (last: number) =>
  Array.from({ length: last - 2011 }, (_, i) => ({ area: site(0), year: 2012 + i, births: 20 }));

const highToMid = (stated: Partial<ForecastInputs>): number =>
  demandOf(stated, "high")[12][0] / demandOf(stated, "mid")[12][0];

const inAllYears = (demand: readonly Float64Array[]): number => demand.reduce((sum, pupils) => sum + total(pupils), 0);

/** The second unit's pupils. */
const inSecond = (demand: Float64Array): number => total(demand.subarray(10));

/** What the second unit gives up to `moving` pupils of new housing who come from within the municipality. */
const takenFromSecond = (demand: Float64Array, moving: number): number =>
  ALL_GRADES.reduce(
    (sum, grade) =>
      sum +
      (moving * (1 - FORECAST_PARAMETERS.newcomers.value) * newDwellingShare(grade) * demand[10 + grade]) /
        inGrade(demand, grade),
    0,
  );

describe("with nothing stated", () => {
  const demand = demandOf({});

  test("the first entry is today's pupils", () => {
    expect([...demand[0]]).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]);
    expect(demand).toHaveLength(13);
  });

  test("cohorts just age: who is in grade g today is in grade g + t after t years", () => {
    for (let ahead = 0; ahead <= 9; ahead++)
      for (let grade = 0; grade + ahead <= 9; grade++)
        expect(demand[ahead][grade + ahead]).toBeCloseTo(demand[0][grade], 9);
  });

  test("every unit has as many entrants each year as its grades 0-2 have on average", () => {
    for (let ahead = 1; ahead <= 12; ahead++) {
      expect(demand[ahead][0]).toBeCloseTo(11, 9);
      expect(demand[ahead][10]).toBeCloseTo(2, 9);
    }
  });

  test("its assumptions are said in both languages", () => {
    for (const { da, en } of makeForecaster(forecastStart(TWO)).assumptions) {
      expect(da).toMatch(/\.$/);
      expect(en).toMatch(/\.$/);
    }
  });
});

describe("what is taken for granted", () => {
  const birthsOnly = until(2020);
  const housing: HousingProject[] = [
    { name: "North", unit: 0, dwellings: 10, firstYear: 2021, lastYear: 2022, type: "house" },
    { name: "South", unit: 1, dwellings: 10, firstYear: 2021, lastYear: 2022, type: "flat" },
  ];
  const table = [{ area: WHOLE, schoolYear: 2023, grade: 4, pupils: 39 }];
  const NO_MOVERS = "there is no movers.csv";
  const NO_HOUSING = "there is no housing.csv";
  test.each([
    { stated: {}, said: ["there is no births.csv", NO_MOVERS, NO_HOUSING] },
    { stated: { births: birthsOnly }, said: ["0.55 pupils per birth", "after 2020", NO_MOVERS, NO_HOUSING] },
    {
      stated: { births: birthsOnly.filter(({ year }) => year >= 2015) },
      said: ["times the assumed shares", "after 2020", NO_MOVERS, NO_HOUSING],
    },
    { stated: { housing }, said: ["there is no births.csv", NO_MOVERS, "2 projects ("] },
    { stated: { table }, said: ["after 2023", "there is no births.csv", NO_MOVERS, NO_HOUSING] },
  ])("is said of what no file states, and of $said.0", ({ stated, said }) => {
    const { assumptions } = makeForecaster(forecastStart(TWO, stated));
    expect(assumptions).toHaveLength(said.length);
    assumptions.forEach(({ en }, i) => expect(en).toContain(said[i]));
    for (const { da } of assumptions) expect(da).toMatch(/^[A-ZÅÆØ0].*\.$/);
  });
});

describe("births", () => {
  test("come six years later, with the share that today's youngest grades show", () => {
    const demand = demandOf({ births: [...until(2015), { area: site(0), year: 2016, births: 40 }] });
    expect(demand[1][0]).toBeCloseTo(20 * (33 / 60), 9);
    expect(demand[2][0]).toBeCloseTo(40 * (33 / 60), 9);
    expect(demand[3][1]).toBeCloseTo(demand[2][0], 9);
  });

  test("come with the area's own share where its births are enough to tell, else with that of all areas", () => {
    const births = [2012, 2013, 2014, 2015].flatMap((year) => [
      { area: site(0), year, births: 22 },
      { area: site(1), year, births: 6 },
    ]);
    const demand = demandOf({ births });
    expect(demand[1][0]).toBeCloseTo(22 * (33 / 66), 9);
    expect(demand[1][10]).toBeCloseTo(6 * (39 / 84), 9);
  });

  test("of years that are not stated are the mean of the last three stated", () => {
    const demand = demandOf({ births: [...until(2015), { area: site(0), year: 2016, births: 50 }] });
    expect(demand[5][0]).toBeCloseTo(((20 + 20 + 50) / 3) * (33 / 60), 9);
  });

  test("with nobody's birth year stated come by the assumed shares", () => {
    const demand = demandOf({ births: [{ area: site(0), year: 2015, births: 30 }] });
    const share = FORECAST_PARAMETERS.birthsToSchool.value * FORECAST_PARAMETERS.publicShare.value;
    expect(demand[1][0]).toBeCloseTo(30 * share, 9);
  });

  test("leave other areas as they were", () => {
    const demand = demandOf({ births: until(2016) });
    expect(demand[4][10]).toBeCloseTo(2, 9);
  });

  test("of the whole municipality are shared as its youngest pupils live", () => {
    const births = Array.from({ length: 9 }, (_, i) => ({ area: WHOLE, year: 2012 + i, births: 26 }));
    const demand = demandOf({ births });
    expect(demand[1][0]).toBeCloseTo(26 * (39 / 78) * (33 / 39), 9);
    expect(demand[1][10]).toBeCloseTo(26 * (39 / 78) * (6 / 39), 9);
  });

  test("that are more never give fewer pupils, in any year or unit, when their children are still to start", () => {
    const random = seededRandom(5);
    for (let round = 0; round < 50; round++) {
      const few = Array.from({ length: 9 }, (_, i) => ({
        area: site(i % 2),
        year: 2015 + Math.floor(i / 2),
        births: Math.floor(random() * 40),
      }));
      const raised = Math.floor(random() * few.length);
      const more = few.map((each, i) => (i === raised ? { ...each, births: each.births + 7 } : each));
      const [before, after] = [demandOf({ births: few }), demandOf({ births: more })];
      after.forEach((pupils, ahead) =>
        pupils.forEach((count, at) => expect(count).toBeGreaterThanOrEqual(before[ahead][at] - 1e-9)),
      );
      expect(inAllYears(after)).toBeGreaterThan(inAllYears(before));
    }
  });
});

describe("movers", () => {
  test("change a cohort as it goes up, grade by grade where a grade is stated", () => {
    const demand = demandOf({
      movers: [
        { area: site(0), rate: 1.1 },
        { area: site(0), grade: 6, rate: 0.5 },
      ],
    });
    expect(demand[1][1]).toBeCloseTo(10 * 1.1, 9);
    expect(demand[1][7]).toBeCloseTo(16 * 0.5, 9);
    expect(demand[2][8]).toBeCloseTo(16 * 0.5 * 1.1, 9);
    expect(demand[1][11]).toBeCloseTo(2, 9);
  });
});

describe("new housing", () => {
  const project: HousingProject = {
    name: "Engen",
    unit: 1,
    dwellings: 100,
    firstYear: 2022,
    lastYear: 2023,
    type: "house",
  };
  const { house, housingDecay, newcomers } = FORECAST_PARAMETERS;
  const without = demandOf({});
  const demand = demandOf({ housing: [project] });

  test("adds nobody before it is occupied", () => {
    expect([...demand[1]]).toEqual([...without[1]]);
  });

  test("brings pupils per dwelling, half of the dwellings each year, fewer as the children grow up", () => {
    const atFirst = 50 * house.value;
    expect(inSecond(demand[2]) - inSecond(without[2])).toBeCloseTo(atFirst - takenFromSecond(without[2], atFirst), 9);
    const second = atFirst * (1 - housingDecay.value) + atFirst;
    expect(inSecond(demand[3]) - inSecond(without[3])).toBeCloseTo(second - takenFromSecond(without[3], second), 9);
  });

  test("makes the whole grow by newcomers only", () => {
    expect(total(demand[2]) - total(without[2])).toBeCloseTo(50 * house.value * newcomers.value, 9);
  });

  test("that was occupied before today is in today's pupils already", () => {
    const old = demandOf({ housing: [{ ...project, firstYear: 2018, lastYear: 2020 }] });
    old.forEach((pupils, ahead) => expect([...pupils]).toEqual([...without[ahead]]));
  });

  test("that is bigger never means fewer pupils in its unit or in all", () => {
    const bigger = demandOf({ housing: [{ ...project, dwellings: 180 }] });
    bigger.forEach((pupils, ahead) => {
      expect(total(pupils)).toBeGreaterThanOrEqual(total(demand[ahead]) - 1e-9);
      expect(total(pupils.subarray(10))).toBeGreaterThanOrEqual(total(demand[ahead].subarray(10)) - 1e-9);
    });
  });
});

describe("the municipality's own figures", () => {
  test("stand in the place of the assumed ones", () => {
    const births = [{ area: site(0), year: 2015, births: 30 }];
    const demand = demandOf({ births, assumptions: [own("publicShare", 0.9)] });
    expect(demand[1][0]).toBeCloseTo(30 * FORECAST_PARAMETERS.birthsToSchool.value * 0.9, 9);
    expect(demandOf({ assumptions: [own("movers", 0.9)] })[1][1]).toBeCloseTo(10 * 0.9, 9);
    const housing = [{ name: "", unit: 0, dwellings: 10, firstYear: 2021, lastYear: 2021, type: "house" }] as const;
    const grown = total(demandOf({ housing, assumptions: [own("house", 2)] })[1]) - total(demandOf({})[1]);
    expect(grown).toBeCloseTo(10 * 2 * FORECAST_PARAMETERS.newcomers.value, 9);
  });

  test("have ranges of their own, and are shown with their source", () => {
    const forecaster = makeForecaster(steadyStart(TWO, { assumptions: [own("movers", 1, 1.2)] }));
    expect(forecaster.inScenario("high").demand[1][1]).toBeCloseTo(12, 9);
    expect(forecaster.inScenario("low").demand[1][1]).toBeCloseTo(10, 9);
    expect(forecaster.parameters.movers).toMatchObject({
      high: 1.2,
      source: { da: "os", en: "os" },
      confidence: "high",
    });
  });
});

describe("the municipality's own forecast", () => {
  test("is what its areas and grades sum to, shared as the cohorts are", () => {
    const demand = demandOf({ table: [{ area: WHOLE, schoolYear: 2023, grade: 4, pupils: 39 }] });
    // The cohorts say 11 and 2 in grade 4 three years ahead.
    expect(demand[3][4]).toBeCloseTo(33, 9);
    expect(demand[3][14]).toBeCloseTo(6, 9);
    expect(demand[3][5]).toBeCloseTo(12, 9);
    expect(demand[2][4]).toBeCloseTo(12, 9);
  });

  test("goes on in proportion after its last year", () => {
    const demand = demandOf({ table: [{ area: district(0), schoolYear: 2021, grade: 0, pupils: 22 }] });
    expect([1, 2, 12].map((ahead) => demand[ahead][0])).toEqual(
      [22, 22, 22].map((pupils) => expect.closeTo(pupils, 9)),
    );
    expect(demand[2][1]).toBeCloseTo(11, 9);
  });

  test("keeps the distance between scenarios", () => {
    const table = [{ area: district(0), schoolYear: 2032, grade: 0, pupils: 22 }];
    expect(highToMid({ table })).toBeCloseTo(highToMid({}), 9);
  });

  test("puts pupils evenly in an area where nobody is expected", () => {
    const empty = { ...TWO, zones: ["AAB"], pupils: (unit: number) => (unit === 2 ? 3 : 0) };
    const { demand } = forecastFor(
      steadyStart(empty, { table: [{ area: site(0), schoolYear: 2021, grade: 3, pupils: 8 }] }),
      "mid",
    );
    expect([demand[1][3], demand[1][13], demand[1][23]]).toEqual([4, 4, 3]);
  });
});

describe("ranges", () => {
  test("low, mid and high are in that order in every year, from the second on strictly", () => {
    const stated = {
      births: [{ area: site(0), year: 2016, births: 30 }],
      housing: [{ name: "", unit: 0, dwellings: 30, firstYear: 2022, lastYear: 2022, type: "terraced" }],
    } as const;
    const [low, mid, high] = (["low", "mid", "high"] as const).map((scenario) => demandOf(stated, scenario));
    expect(total(low[0])).toBe(total(high[0]));
    for (let ahead = 1; ahead <= 12; ahead++) {
      expect(total(low[ahead])).toBeLessThan(total(mid[ahead]));
      expect(total(mid[ahead])).toBeLessThan(total(high[ahead]));
    }
  });

  test("every parameter has its value within its range, and a name, unit and source in both languages", () => {
    for (const key of FORECAST_KEYS) {
      const { low, value, high, name, unit, source } = FORECAST_PARAMETERS[key];
      expect(low).toBeLessThanOrEqual(value);
      expect(value).toBeLessThanOrEqual(high);
      for (const text of [name, unit, source]) expect([text.da, text.en].every((words) => words.length > 3)).toBe(true);
    }
    expect(ALL_GRADES.reduce((sum, grade) => sum + newDwellingShare(grade), 0)).toBeCloseTo(1, 12);
  });

  test("draws keep within the ranges, come out the same for the same seed, and average as triangles do", () => {
    const random = seededRandom(11);
    const draws = Array.from({ length: 4000 }, () => drawValues(random, FORECAST_PARAMETERS));
    for (const key of FORECAST_KEYS) {
      const { low, value, high } = FORECAST_PARAMETERS[key];
      const values = draws.map((draw) => draw[key]);
      expect(Math.min(...values)).toBeGreaterThanOrEqual(low);
      expect(Math.max(...values)).toBeLessThanOrEqual(high);
      const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
      expect(Math.abs(mean - (low + value + high) / 3)).toBeLessThanOrEqual(0.02 * (high - low) + 1e-12);
    }
    expect(drawValues(seededRandom(3), FORECAST_PARAMETERS)).toEqual(drawValues(seededRandom(3), FORECAST_PARAMETERS));
    expect(scenarioValues("mid", FORECAST_PARAMETERS).publicShare).toBe(FORECAST_PARAMETERS.publicShare.value);
  });
});
