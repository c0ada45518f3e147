import type { Grades } from "../domain/grades.ts";
import type { Backtest, BacktestCase } from "../compare/backtest.ts";
import type { CapacityRisk } from "../compare/capacity-risk.ts";
import type { PupilRange, PupilRanges } from "../evaluate/pupil-ranges.ts";
import { FORECAST_KEYS, type Scenario } from "../domain/forecast.ts";
import type { Text } from "../domain/language.ts";
import type { Plan } from "../domain/plan.ts";
import type { Basis } from "../evaluate/basis.ts";
import { completenessOf } from "../evaluate/completeness.ts";
import { type PlanYear, yearTotals } from "../evaluate/years.ts";
import { type ForecastParameters, scenarioValues } from "../forecast/parameters.ts";
import type { ForecastFile } from "../protocol/forecast-file.ts";
import { isFew } from "../kernels/disclosure/shown.ts";
import { type Audience, internalMark } from "./internal.ts";
import { planFile } from "./plan-file.ts";
import { statusRow } from "./plan-status.ts";
import { type Telling, tellingTo } from "./telling.ts";
import { provenance, type RunInfo, runRow, schoolYearText } from "./evaluation-file.ts";

/** A plan followed through the years, with what the forecast rests on. */
export interface PlanForecast {
  readonly plan: Plan;
  readonly scenario: Scenario;
  readonly assumptions: readonly Text[];
  readonly parameters: ForecastParameters;
  /** Today first. */
  readonly years: readonly PlanYear[];
  readonly ranges: PupilRanges;
  readonly risk?: CapacityRisk;
  readonly backtest?: Backtest;
}

/** The file that `forecast --json` writes. */
export function forecastFile(
  basis: Basis,
  forecast: PlanForecast,
  run: RunInfo,
  audience: Audience = "anyone",
): ForecastFile {
  const { plan, scenario, assumptions, parameters, years, ranges, risk, backtest: tried } = forecast;
  const { sites } = basis.municipality;
  const used = scenarioValues(scenario, parameters);
  const telling = tellingTo(basis, audience);
  return {
    format: "skoledistrikt-forecast",
    version: 1,
    ...internalMark(audience),
    provenance: { ...provenance(basis, run), seed: risk?.seed ?? 0 },
    plan: planFile(basis.municipality, plan),
    completeness: statusRow(basis, completenessOf(basis, plan), audience),
    scenario,
    assumptions: [...assumptions],
    parameters: FORECAST_KEYS.map((key) => {
      const { name, value, low, high, unit, source, confidence } = parameters[key];
      return { key, name, value, low, high, used: used[key], unit, source, confidence };
    }),
    years: years.map((year, ahead) => ({
      ...yearRow(plan.grades, basis, year, telling),
      range: rangeRow(ranges.all[ahead], telling),
    })),
    ...(risk && {
      risk: {
        draws: risk.draws,
        seed: risk.seed,
        holds: telling.draws(risk.holds, risk.draws),
        holdsUntil: risk.holdsUntil.map((holds) => telling.draws(holds, risk.draws)),
        sites: risk.sites.map(({ site, band, draws }) => ({
          site: sites[site].id,
          band: plan.grades.bands[band].key,
          draws: telling.draws(draws, risk.draws),
        })),
      },
    }),
    ...(tried && { backtest: backtestRow(basis, tried, telling) }),
    ...runRow(run),
  };
}

const rangeRow = ({ low, high }: PupilRange, { expected }: Telling) => ({
  low: expected(low),
  high: expected(high),
});

function backtestRow(
  basis: Basis,
  { cases, inside, together, heldOut }: Backtest,
  telling: Telling,
): NonNullable<ForecastFile["backtest"]> {
  return {
    inside,
    together: togetherRow(together, telling),
    ...(heldOut && { heldOut }),
    cases: cases.map((each) => countRow(basis, each, telling)),
  };
}

/** All sites counted in one year as one, as files hold it. */
export function togetherRow(
  { year, sites, counted, mid, ends, ...range }: Backtest["together"],
  telling: Telling,
): NonNullable<ForecastFile["backtest"]>["together"] {
  return {
    schoolYear: schoolYearText(year),
    sites,
    counted,
    mid: telling.inAll(mid),
    range: rangeRow(range, telling),
    ends: rangeRow(ends, telling),
  };
}

/** A count beside what the forecast expected of it, as files hold it. */
export const countRow = (
  { municipality: { sites } }: Basis,
  each: BacktestCase,
  telling: Telling,
): NonNullable<ForecastFile["backtest"]>["cases"][number] => ({
  site: sites[each.site].id,
  from: schoolYearText(each.from),
  startsWith: each.startsWith,
  schoolYear: schoolYearText(each.year),
  counted: countedText(each.counted, telling),
  mid: telling.expected(each.mid),
  range: rangeRow(each, telling),
  inside: each.isInside,
  source: each.source,
});

/** What a school's own register counted is no secret, but for few. */
const countedText = (counted: number, { audience }: Telling): number | "<5" =>
  audience === "anyone" && isFew(counted) ? "<5" : counted;

function yearRow(
  grades: Grades,
  { municipality: { sites } }: Basis,
  year: PlanYear,
  telling: Telling,
): Omit<ForecastFile["years"][number], "range"> {
  const { pupils, classes, quotient, rights, overflow } = yearTotals(year);
  return {
    schoolYear: schoolYearText(year.schoolYear),
    pupils: telling.inAll(pupils),
    noSite: telling.expected(year.noSite),
    classes,
    ...(quotient !== undefined && { quotient: telling.quotient(quotient) }),
    rights: telling.expected(rights),
    overflow: telling.expected(overflow),
    sites: sites.map(({ id }, site) => ({
      id,
      pupilsByGrade: gradesOf(grades, year.pupils, site).map(telling.expected),
      classesByGrade: [...gradesOf(grades, year.classes, site)],
    })),
    breaches: year.breaches.map(({ site, band, pupils: whole, places }) => ({
      site: sites[site].id,
      band: grades.bands[band].key,
      pupils: telling.expected(whole - places) === "<5" ? "hidden" : telling.inAll(whole),
      places,
    })),
  };
}

/** A site's counts by grade, `[grade]`. */
export const gradesOf = (grades: Grades, counts: Float64Array | Uint16Array, site: number): readonly number[] => [
  ...counts.subarray(site * grades.count, (site + 1) * grades.count),
];
