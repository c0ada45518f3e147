import { isWithin } from "../cost/range.ts";
import type { SiteCount } from "../domain/forecast.ts";
import type { Plan } from "../domain/plan.ts";
import { type DrawnGround, drawYears, slotsOf } from "../evaluate/drawn-years.ts";
import { unitsTogether } from "../forecast/alike-units.ts";
import { FORECAST_YEARS, makeForecaster } from "../forecast/forecast.ts";
import { statedBy } from "../forecast/start.ts";
import { added, type PupilRange, rangeOf, sitePupils } from "../evaluate/pupil-ranges.ts";

/** What the forecast would have said of a year that has been counted since. */
export interface BacktestCase extends PupilRange {
  readonly site: number;
  /** School year that the forecast starts from, and the pupils it starts with: the case's own, or an earlier count. */
  readonly from: number;
  readonly pupils: number;
  readonly startsWith: "case" | "count";
  readonly year: number;
  readonly mid: number;
  readonly counted: number;
  readonly source: string;
  readonly isInside: boolean;
}

/** The forecast tried on what was counted later. */
export interface Backtest {
  /** From the case's own year first, by site and year. */
  readonly cases: readonly BacktestCase[];
  readonly inside: number;
  /** All sites that were counted in the year with most counts, as one. */
  readonly together: PupilRange & {
    readonly year: number;
    readonly sites: number;
    readonly mid: number;
    readonly counted: number;
    /** With every figure at the end of its range that gives fewest and most pupils. */
    readonly ends: PupilRange;
  };
  /** Cases inside when trend and swings are fitted to all other schools' cases; absent with fewer than three schools. */
  readonly heldOut?: { readonly inside: number; readonly of: number };
}

/**
 * Tries the default forecast of a plan, today's unless another is given, on the counts of later years, and from one count to the
 * next. A forecast that starts from a count goes as many per cent up or down in as many years as that from the case does at the
 * site. `undefined` where nothing was counted after the case's year.
 */
export function backtest(ground: DrawnGround, plan: Plan = ground.baseline): Backtest | undefined {
  const { counts } = statedBy(ground);
  const today = ground.municipality.info.schoolYear;
  const later = counts.filter(({ schoolYear }) => schoolYear > today);
  const tried = later.filter(({ use }) => use === "try");
  if (tried.length === 0) return undefined;
  // Drawn as far as the forecast is shown, whatever has been counted: a count more moves no range of the others.
  const years = Math.max(FORECAST_YEARS, ...later.map(({ schoolYear }) => schoolYear - today));
  const drawn = sitePupils(drawYears(ground, plan, { years }));
  const [low, mid, high] = inScenarios(ground, plan, years);
  const expected = (site: number, ahead: number): number => mid[ahead][site];
  const caseOf = (count: SiteCount, from: number, pupils: number, startsWith: "case" | "count"): BacktestCase => {
    const { site, schoolYear: year, pupils: counted, source } = count;
    const ahead = year - from;
    const scale = expected(site, 0) > 0 ? pupils / expected(site, 0) : 0;
    const range = rangeOf(drawn[ahead][site]);
    const scaled = { low: range.low * scale, high: range.high * scale };
    const middle = expected(site, ahead) * scale;
    const isInside = isWithin(counted, scaled);
    return { site, from, pupils, startsWith, year, counted, source, ...scaled, mid: middle, isInside };
  };
  const fromCase = tried.map((count) => caseOf(count, today, expected(count.site, 0), "case"));
  const fromCounts = later.flatMap((count) => {
    const before = later.filter(({ site, schoolYear }) => site === count.site && schoolYear < count.schoolYear);
    return before.map(({ schoolYear, pupils }) => caseOf(count, schoolYear, pupils, "count"));
  });
  const cases = [...fromCase, ...fromCounts];
  const year = mostCounted(tried);
  const there = tried.filter(({ schoolYear }) => schoolYear === year);
  const sumAt = (table: readonly Float64Array[]): number =>
    there.reduce((sum, { site }) => sum + table[year - today][site], 0);
  const heldOut = heldOutOf(cases);
  return {
    cases,
    inside: cases.filter(({ isInside }) => isInside).length,
    together: {
      year,
      sites: there.length,
      counted: there.reduce((sum, { pupils }) => sum + pupils, 0),
      mid: sumAt(mid),
      ...rangeOf(added(there.map(({ site }) => drawn[year - today][site]))),
      ends: { low: sumAt(low), high: sumAt(high) },
    },
    ...(heldOut && { heldOut }),
  };
}

/** Of several years with as many counts the last. */
function mostCounted(counts: readonly SiteCount[]): number {
  const number = new Map<number, number>();
  for (const { schoolYear } of counts) number.set(schoolYear, (number.get(schoolYear) ?? 0) + 1);
  return [...number].toSorted(([a, m], [b, n]) => n - m || b - a)[0][0];
}

/** Expected pupils by the plan at the low end of the ranges, in the middle and at the high end, `[year][site]` of each. */
function inScenarios(ground: DrawnGround, plan: Plan, years: number): readonly (readonly Float64Array[])[] {
  const sites = ground.municipality.sites.length;
  const { start, assignment } = unitsTogether(ground, plan);
  const slot = slotsOf(plan.grades, assignment, sites);
  const forecaster = makeForecaster(start, years);
  return (["low", "mid", "high"] as const).map((scenario) =>
    forecaster.inScenario(scenario).demand.map((demand) => {
      const pupils = new Float64Array(sites + 1);
      demand.forEach((each, at) => (pupils[Math.floor(slot[at] / plan.grades.count)] += each));
      return pupils;
    }),
  );
}

/** The middle eight of ten of a normal number lie within so many standard deviations. */
const EIGHT_OF_TEN = 1.2816;

/**
 * Each school's cases against a range fitted to those of all others: a change a year in common and a random walk, both in the
 * logarithm of counted by expected; variances as of a mean of others and of the walk itself.
 */
function heldOutOf(cases: readonly BacktestCase[]): Backtest["heldOut"] {
  const known = cases.filter(({ mid, counted }) => mid > 0 && counted > 0);
  const sites = new Set(known.map(({ site }) => site));
  if (sites.size < 3) return undefined;
  const miss = ({ counted, mid }: BacktestCase): number => Math.log(counted / mid);
  const ahead = ({ year, from }: BacktestCase): number => year - from;
  const inside = known.filter((each) => {
    const others = known.filter(({ site }) => site !== each.site);
    const years = others.reduce((sum, other) => sum + ahead(other), 0);
    const trend = others.reduce((sum, other) => sum + miss(other), 0) / years;
    const variance =
      others.reduce((sum, other) => sum + (miss(other) - trend * ahead(other)) ** 2 / ahead(other), 0) /
      (others.length - 1);
    const spread = Math.sqrt(variance * ahead(each) + (variance / years) * ahead(each) ** 2);
    return Math.abs(miss(each) - trend * ahead(each)) <= EIGHT_OF_TEN * spread;
  });
  return { inside: inside.length, of: known.length };
}
