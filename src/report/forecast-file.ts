import type { Grades } from "../domain/grades.ts";
import type { Backtest, BacktestCase } from "../compare/backtest.ts";
import type { CapacityRisk } from "../compare/capacity-risk.ts";
import type { PupilRange, PupilRanges } from "../evaluate/pupil-ranges.ts";
import { FORECAST_KEYS, type Scenario } from "../domain/forecast.ts";
import { catalogue, type Language, type Text } from "../domain/language.ts";
import type { Plan } from "../domain/plan.ts";
import type { Basis } from "../evaluate/basis.ts";
import { completenessOf } from "../evaluate/completeness.ts";
import { type PlanYear, yearTotals } from "../evaluate/years.ts";
import { type ForecastParameters, scenarioValues } from "../forecast/parameters.ts";
import type { ForecastFile } from "../protocol/forecast-file.ts";
import { isFew } from "../kernels/disclosure/shown.ts";
import { delimitedText } from "./csv.ts";
import { decimalSign } from "./format.ts";
import { type Audience, INTERNAL, internalMark } from "./internal.ts";
import { planFile } from "./plan-file.ts";
import { statusRow } from "./plan-status.ts";
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

const WORDS = catalogue("report.forecast-file", {
  year: { da: "Skoleår", en: "School year" },
  site: { da: "Skole", en: "Site" },
  classes: { da: "Klasser", en: "Classes" },
  over: { da: "Over kapacitet", en: "Over capacity" },
  internal: { da: "Internt", en: "Internal" },
});

/** Expectations are written to so many decimals. */
const DECIMALS = 2;
const rounded = (value: number): number => Number(value.toFixed(DECIMALS));

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
      ...yearRow(plan.grades, basis, year, audience),
      range: rangeRow(ranges.all[ahead], audience),
    })),
    ...(risk && {
      risk: {
        draws: risk.draws,
        seed: risk.seed,
        holds: risk.holds,
        holdsUntil: [...risk.holdsUntil],
        sites: risk.sites.map(({ site, band, draws }) => ({
          site: sites[site].id,
          band: plan.grades.bands[band].key,
          draws,
        })),
      },
    }),
    ...(tried && { backtest: backtestRow(basis, tried, audience) }),
    ...runRow(run),
  };
}

const rangeRow = ({ low, high }: PupilRange, audience: Audience) => ({
  low: told(low, audience),
  high: told(high, audience),
});

function backtestRow(
  basis: Basis,
  { cases, inside, together, heldOut }: Backtest,
  audience: Audience,
): NonNullable<ForecastFile["backtest"]> {
  return {
    inside,
    together: togetherRow(together, audience),
    ...(heldOut && { heldOut }),
    cases: cases.map((each) => countRow(basis, each, audience)),
  };
}

/** All sites counted in one year as one, as files hold it. */
export function togetherRow(
  { year, sites, counted, mid, ends, ...range }: Backtest["together"],
  audience: Audience,
): NonNullable<ForecastFile["backtest"]>["together"] {
  return {
    schoolYear: schoolYearText(year),
    sites,
    counted,
    mid: rounded(mid),
    range: rangeRow(range, audience),
    ends: rangeRow(ends, audience),
  };
}

/** A count beside what the forecast expected of it, as files hold it. */
export const countRow = (
  { municipality: { sites } }: Basis,
  each: BacktestCase,
  audience: Audience,
): NonNullable<ForecastFile["backtest"]>["cases"][number] => ({
  site: sites[each.site].id,
  from: schoolYearText(each.from),
  startsWith: each.startsWith,
  schoolYear: schoolYearText(each.year),
  counted: told(each.counted, audience),
  mid: told(each.mid, audience),
  range: rangeRow(each, audience),
  inside: each.isInside,
  source: each.source,
});

/** Expected pupils follow from today's, so few of them are not told either. */
const told = (pupils: number, audience: Audience): ExpectedText =>
  audience === "anyone" && isFew(pupils) ? "<5" : rounded(pupils);

type ExpectedText = number | "<5";

function yearRow(
  grades: Grades,
  { municipality: { sites } }: Basis,
  year: PlanYear,
  audience: Audience,
): Omit<ForecastFile["years"][number], "range"> {
  const { pupils, classes, quotient, rights, overflow } = yearTotals(year);
  return {
    schoolYear: schoolYearText(year.schoolYear),
    pupils: rounded(pupils),
    noSite: told(year.noSite, audience),
    classes,
    ...(quotient !== undefined && { quotient: rounded(quotient) }),
    rights: told(rights, audience),
    overflow: told(overflow, audience),
    sites: sites.map(({ id }, site) => ({
      id,
      pupilsByGrade: gradesOf(grades, year.pupils, site).map((expected) => told(expected, audience)),
      classesByGrade: [...gradesOf(grades, year.classes, site)],
    })),
    breaches: year.breaches.map(({ site, band, pupils: whole, places }) => ({
      site: sites[site].id,
      band: grades.bands[band].key,
      pupils: audience === "anyone" && isFew(whole - places) ? "hidden" : whole,
      places,
    })),
  };
}

/** A site's counts by grade, `[grade]`. */
const gradesOf = (grades: Grades, counts: Float64Array | Uint16Array, site: number): readonly number[] => [
  ...counts.subarray(site * grades.count, (site + 1) * grades.count),
];

/**
 * A row a year and site, a column a grade: with Excel, and to be read again as the forecast.csv of a case. Danish gets
 * semicolons and decimal commas. Few expected pupils are not told but in a file for the planner alone, which says so in its last column.
 */
export function forecastCsv(
  grades: Grades,
  { municipality: { sites } }: Basis,
  years: readonly PlanYear[],
  language: Language,
  audience: Audience = "anyone",
): string {
  const header = [
    WORDS.year[language],
    WORDS.site[language],
    ...Array.from({ length: grades.count }, (_, grade) => String(grade)),
    WORDS.classes[language],
    ...grades.bands.map(({ key }) => `${WORDS.over[language]} ${key}`),
    ...(audience === "planner" ? [WORDS.internal[language]] : []),
  ];
  const write = (value: number): string => {
    if (told(value, audience) === "<5") return "<5";
    return value.toFixed(DECIMALS).replace(".", decimalSign(language));
  };
  const rows = years.flatMap((year) =>
    sites.map(({ id }, site) => {
      const classes = gradesOf(grades, year.classes, site).reduce((sum, count) => sum + count, 0);
      const over = grades.bands.map(({ band }) => {
        const breach = year.breaches.find((each) => each.site === site && each.band === band);
        return String(told(breach ? breach.pupils - breach.places : 0, audience));
      });
      const pupils = gradesOf(grades, year.pupils, site).map(write);
      const mark = audience === "planner" ? [INTERNAL[language]] : [];
      return [schoolYearText(year.schoolYear), id, ...pupils, String(classes), ...over, ...mark];
    }),
  );
  return delimitedText([header, ...rows], language);
}
