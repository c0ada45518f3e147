import { BAND_OF_GRADE, GRADES } from "../cases/folkeskole.ts";
import { expect, test } from "vitest";
import { capacityRisk } from "../../src/compare/capacity-risk.ts";
import { wholePupils } from "../../src/domain/forecast.ts";
import { NO_SITE } from "../../src/domain/plan.ts";
import { drawYears } from "../../src/evaluate/drawn-years.ts";
import { makeBasis } from "../../src/evaluate/evaluate.ts";
import { bandPupils, demandsOf, evaluateYears, yearTotals } from "../../src/evaluate/years.ts";
import { makeForecaster } from "../../src/forecast/forecast.ts";
import { type Drawing, drawCase } from "../cases/drawn.ts";
import { NOTHING, steadyStart } from "../cases/forecast.ts";

/** Four units in a row, 1 km apart; A stands in the first, B in the last and teaches 0-3 only. A has 60 places in 7-9. */
const ROW = {
  zones: ["AABB"],
  sites: {
    A: { at: [0, 0], capacity: [undefined, undefined, 60] },
    B: { at: [0, 3], grades: "0-3", capacity: [48] },
  },
  districts: { All: "AB" },
  pupils: (unit: number) => (unit === 3 ? [13, 13, 13, 8, 8, 8, 8, 0, 0, 0] : [10, 10, 10, 10, 5, 5, 5, 5, 5, 5]),
  schoolYear: 2023,
} satisfies Drawing;

function ground(drawing: Drawing) {
  const { travel, baseline } = drawCase(drawing);
  const { unitGrade, municipality } = steadyStart(drawing);
  const assignment = baseline.assignment.slice();
  // B sends its pupils on to A from grade 4.
  assignment.forEach((site, pair) => {
    if (site === 1 && pair % 3 > 0) assignment[pair] = 0;
  });
  const unitBand = new Uint32Array(municipality.units.count * 3);
  unitGrade.forEach((pupils, at) => (unitBand[Math.floor(at / 10) * 3 + BAND_OF_GRADE[at % 10]] += pupils));
  return {
    municipality,
    travel,
    unitGrade,
    unitBand,
    pointBand: Uint16Array.from(unitBand),
    baseline: { ...baseline, assignment },
  };
}

const yearsOf = (drawing: Drawing) => {
  const on = ground(drawing);
  return evaluateYears(on, on.baseline, makeForecaster(on).inScenario("mid"));
};

test("pupils by site and grade follow the cohorts, and change school where the plan sends them on", () => {
  const years = yearsOf(ROW);
  const at = (year: number, site: number) => [...years[year].pupils.subarray(site * 10, site * 10 + 10)];
  expect(at(0, 0)).toEqual([20, 20, 20, 20, 23, 23, 23, 15, 15, 15]);
  expect(at(0, 1)).toEqual([23, 23, 23, 18, 0, 0, 0, 0, 0, 0]);
  expect(at(1, 0)).toEqual([20, 20, 20, 20, 38, 23, 23, 23, 15, 15].map((pupils) => expect.closeTo(pupils, 9)));
  expect(at(1, 1)).toEqual([23, 23, 23, 23, 0, 0, 0, 0, 0, 0].map((pupils) => expect.closeTo(pupils, 9)));
});

test("class caps follow the cohorts: 26 in grades 0-2 from those who start in 2024/25, 28 before", () => {
  const big = { ...ROW, pupils: (unit: number) => (unit === 0 ? [27, 27, 27, 27, 0, 0, 0, 0, 0, 0] : 0) };
  const years = yearsOf(big);
  const classes = (year: number) => [...years[year].classes.subarray(0, 4)];
  expect(classes(0)).toEqual([1, 1, 1, 1]);
  expect(classes(1)).toEqual([2, 1, 1, 1]);
  expect(classes(2)).toEqual([2, 2, 1, 1]);
  expect(classes(3)).toEqual([2, 2, 2, 1]);
  expect(classes(4)).toEqual([2, 2, 2, 1]);
});

test("capacity breaches say site, band, year and how many", () => {
  const years = yearsOf(ROW);
  // B has 48 places in 0-3 and 87 pupils today. A's grades 7-9: 45 today, 15 + 15 + 23, 15 + 23 + 23 = 61, 69, then 84.
  expect(years[0].breaches).toEqual([{ site: 1, band: 0, pupils: 87, places: 48 }]);
  expect(years[1].breaches.filter(({ band }) => band === 2)).toEqual([]);
  expect(years[2].breaches).toContainEqual({ site: 0, band: 2, pupils: 61, places: 60 });
  expect(years[4].breaches).toContainEqual({ site: 0, band: 2, pupils: 84, places: 60 });
  expect(yearTotals(years[2]).overflow).toBe(61 - 60 + (92 - 48));
});

test("rights to transport are those of today's pupils of the same unit and band", () => {
  const years = yearsOf(ROW);
  // Nobody in 0-3 has more than 2 km; in 4-9 the last unit has 3 km, under 6 and 7 km.
  expect([...years[5].rights]).toEqual([0, 0, 0]);
  const far = { ...ROW, way: (unit: number, site: number) => 2000 * Math.abs(unit - 3 * site) };
  // Unit 1 has 2 km to A; unit 2 has 2 km to B in 0-3 and 4 km to A later, unit 3 exactly 6 km to A.
  expect([...yearsOf(far)[0].rights]).toEqual([0, 0, 0]);
  const farther = { ...ROW, way: (unit: number, site: number) => 2501 * Math.abs(unit - 3 * site) };
  const [today, next] = yearsOf(farther);
  expect([...today.rights]).toEqual([80, 24, 0]);
  expect([...next.rights]).toEqual([expect.closeTo(80, 9), expect.closeTo(24, 9), expect.closeTo(8, 9)]);
});

test("a year's totals are sums over sites, and there is no quotient without a class", () => {
  const year = {
    schoolYear: 2023,
    pupils: Float64Array.of(20.5, 30),
    classes: Uint16Array.of(1, 2),
    rights: Float64Array.of(1, 2.5, 3),
    noSite: 0,
    breaches: [
      { site: 0, band: 0, pupils: 25, places: 20 },
      { site: 1, band: 2, pupils: 12, places: 10 },
    ],
  } as const;
  expect(yearTotals(year)).toEqual({ pupils: 50.5, classes: 3, quotient: 50.5 / 3, rights: 6.5, overflow: 7 });
  const empty = { ...year, pupils: new Float64Array(2), classes: new Uint16Array(2), breaches: [] };
  expect(yearTotals(empty)).toEqual({ pupils: 0, classes: 0, rights: 6.5, overflow: 0 });
});

const breachesWith = (count: number) =>
  yearsOf({ ...ROW, sites: { ...ROW.sites, B: { ...ROW.sites.B, capacity: [count] } } })[0].breaches;

test("a site is full, not over, with as many as it has places", () => {
  expect(breachesWith(87)).toEqual([]);
  expect(breachesWith(86)).toEqual([{ site: 1, band: 0, pupils: 87, places: 86 }]);
});

test("where nobody lives today, a right is as from the unit's middle; where it is not taught, there is none", () => {
  const empty = { ...ROW, pupils: (unit: number) => (unit === 1 ? 0 : 10) } satisfies Drawing;
  const rights = (metres: number, hazard?: Uint16Array) => {
    const on = ground({ ...empty, way: (unit, site) => (unit === 1 && site === 0 ? metres : 0) });
    const newcomers = new Float64Array(40).fill(2, 10, 20);
    const travel = { ...on.travel, ...(hazard && { hazard }) };
    const [year] = evaluateYears({ ...on, travel }, on.baseline, { firstYear: 2023, demand: [newcomers] });
    return [...year.rights];
  };
  expect(rights(2500)).toEqual([0, 0, 0]);
  expect(rights(2501)).toEqual([8, 0, 0]);
  expect(rights(7001)).toEqual([8, 6, 6]);
  // Dangerous in the middle grades for unit 1 on its way to A.
  expect(
    rights(
      100,
      Uint16Array.from({ length: 8 }, (_, way) => (way === 2 ? 0b010 : 0)),
    ),
  ).toEqual([0, 6, 0]);
  const on = ground({ ...ROW, way: () => 9000 });
  const closed = { ...on.baseline, teaching: [0, 1] };
  const [year] = evaluateYears(on, closed, makeForecaster(on).inScenario("mid"));
  expect([...year.rights]).toEqual([87, 0, 0]);
});

test("what is expected is by band, in the years asked for, under each scenario", () => {
  const { municipality, travel, baseline } = drawCase(ROW);
  const on = makeBasis({ ...municipality, forecast: NOTHING }, travel, baseline);
  const demands = demandsOf(on, 1, 2, ["low", "mid"]);
  expect(demands.map(({ scenario, schoolYear }) => [scenario, schoolYear])).toEqual([
    ["low", 2024],
    ["low", 2025],
    ["mid", 2024],
    ["mid", 2025],
  ]);
  const [today] = demandsOf(on, 0, 0, ["mid"]);
  expect([...today.pupils]).toEqual([...on.unitBand]);
});

test("no pupil is lost or counted twice", () => {
  const on = ground(ROW);
  const assignment = on.baseline.assignment.slice();
  assignment[4] = NO_SITE;
  const forecast = makeForecaster(on).inScenario("high");
  evaluateYears(on, { ...on.baseline, assignment }, forecast).forEach((year, ahead) => {
    const expected = forecast.demand[ahead].reduce((sum, pupils) => sum + pupils, 0);
    expect(yearTotals(year).pupils + year.noSite).toBeCloseTo(expected, 6);
    expect(year.noSite).toBeGreaterThan(0);
    expect(bandPupils(GRADES, year.pupils, 0, 2)).toBeCloseTo(
      year.pupils.subarray(7, 10).reduce((sum, pupils) => sum + pupils, 0),
      9,
    );
  });
});

test("expected pupils as whole ones fit exactly when they are within half a pupil of the places", () => {
  expect([0, 0.4, 0.5, 0.51, 27.5, 27.6, 28].map(wholePupils)).toEqual([0, 0, 0, 1, 27, 28, 28]);
});

/** The risk of A's lower grades with so many places. */
const tight = (places: number) => {
  const on = ground({
    ...ROW,
    sites: { ...ROW.sites, A: { at: [0, 0], capacity: [places] }, B: { at: [0, 3], grades: "0-3" } },
  });
  return capacityRisk(on.municipality.sites, drawYears(on, on.baseline, { years: 12, draws: 60, seed: 7 }));
};

test("the share of draws in which capacities hold falls with the years, with more places rises, and is the same for the same seed", () => {
  const [few, some, many] = [tight(79), tight(82), tight(400)];
  expect(few.holds).toBe(0);
  expect(some.holds).toBeGreaterThan(0);
  expect(some.holds).toBeLessThan(60);
  expect(many.holds).toBe(60);
  expect(some.holdsUntil.every((count, year) => year === 0 || count <= some.holdsUntil[year - 1])).toBe(true);
  expect(some.sites).toEqual([{ site: 0, band: 0, draws: 60 - some.holds }]);
  expect(tight(82)).toEqual(some);
});

/** What capacity risk makes of draws with twenty pupils of grade 0 at each of the sites told, year by year; both have ten places. */
const ofDraws = (...draws: readonly (readonly (readonly number[])[])[]) => {
  const on = ground({
    ...ROW,
    sites: { A: { at: [0, 0], capacity: [10] }, B: { at: [0, 3], grades: "0-3", capacity: [10] } },
  });
  return capacityRisk(on.municipality.sites, {
    grades: GRADES,
    years: draws[0].length - 1,
    draws: draws.length,
    seed: 1,
    each: (visit) => {
      for (const years of draws)
        visit(years.map((sites) => Float64Array.from({ length: 20 }, (_, at) => (sites.includes(at / 10) ? 20 : 0))));
    },
  });
};

test("a draw holds until the first year in which a site is over, and does not hold again after it", () => {
  const { holds, holdsUntil } = ofDraws([[], [], []], [[], [1], []], [[], [], [1]], [[0], [], []]);
  expect(holdsUntil).toEqual([3, 2, 1]);
  expect(holds).toBe(1);
});

test("a site counts once in each draw, the most frequent first, and of two alike the first of the case", () => {
  const band = 0;
  expect(ofDraws([[1], [1]], [[], [0, 1]], [[], []]).sites).toEqual([
    { site: 1, band, draws: 2 },
    { site: 0, band, draws: 1 },
  ]);
  expect(ofDraws([[1], []], [[], [0]]).sites).toEqual([
    { site: 0, band, draws: 1 },
    { site: 1, band, draws: 1 },
  ]);
  expect(ofDraws([[], []]).sites).toEqual([]);
});
