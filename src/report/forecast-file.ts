import type { CapacityRisk } from "../compare/capacity-risk.ts";
import { FORECAST_KEYS, type Scenario } from "../domain/forecast.ts";
import { BANDS, GRADE_COUNT } from "../domain/grades.ts";
import type { Language, Text } from "../domain/language.ts";
import type { Plan } from "../domain/plan.ts";
import type { Basis } from "../evaluate/basis.ts";
import { type PlanYear, yearTotals } from "../evaluate/years.ts";
import { type ForecastParameters, scenarioValues } from "../forecast/parameters.ts";
import type { ForecastFile } from "../protocol/forecast-file.ts";
import { delimitedText } from "./csv.ts";
import { provenance, type RunInfo, schoolYearText } from "./evaluation-file.ts";

/** A plan followed through the years, with what the forecast rests on. */
export interface PlanForecast {
  readonly plan: Plan;
  readonly scenario: Scenario;
  readonly assumptions: readonly Text[];
  readonly parameters: ForecastParameters;
  /** Today first. */
  readonly years: readonly PlanYear[];
  readonly risk?: CapacityRisk;
}

/** Expectations are written to so many decimals. */
const DECIMALS = 2;
const rounded = (value: number): number => Number(value.toFixed(DECIMALS));

/** The file that `forecast --json` writes. */
export function forecastFile(basis: Basis, forecast: PlanForecast, run: RunInfo): ForecastFile {
  const { plan, scenario, assumptions, parameters, years, risk } = forecast;
  const { sites } = basis.municipality;
  const used = scenarioValues(scenario, parameters);
  return {
    format: "skoledistrikt-forecast",
    version: 1,
    provenance: { ...provenance(basis, run), seed: risk?.seed ?? 0 },
    plan: { id: plan.id, title: plan.title },
    scenario,
    assumptions: [...assumptions],
    parameters: FORECAST_KEYS.map((key) => {
      const { name, value, low, high, unit, source, confidence } = parameters[key];
      return { key, name, value, low, high, used: used[key], unit, source, confidence };
    }),
    years: years.map((year) => yearRow(basis, year)),
    ...(risk && {
      risk: {
        draws: risk.draws,
        seed: risk.seed,
        holds: risk.holds,
        holdsUntil: [...risk.holdsUntil],
        sites: risk.sites.map(({ site, band, draws }) => ({ site: sites[site].id, band: BANDS[band].key, draws })),
      },
    }),
  };
}

function yearRow({ municipality: { sites } }: Basis, year: PlanYear): ForecastFile["years"][number] {
  const { pupils, classes, quotient, rights, overflow } = yearTotals(year);
  return {
    schoolYear: schoolYearText(year.schoolYear),
    pupils: rounded(pupils),
    noSite: rounded(year.noSite),
    classes,
    ...(quotient !== undefined && { quotient: rounded(quotient) }),
    rights: rounded(rights),
    overflow,
    sites: sites.map(({ id }, site) => ({
      id,
      pupilsByGrade: gradesOf(year.pupils, site).map(rounded),
      classesByGrade: [...gradesOf(year.classes, site)],
    })),
    breaches: year.breaches.map(({ site, band, pupils: whole, places }) => ({
      site: sites[site].id,
      band: BANDS[band].key,
      pupils: whole,
      places,
    })),
  };
}

/** A site's counts by grade, `[grade]`. */
const gradesOf = (counts: Float64Array | Uint16Array, site: number): readonly number[] => [
  ...counts.subarray(site * GRADE_COUNT, (site + 1) * GRADE_COUNT),
];

/**
 * A row a year and site, a column a grade: with Excel, and to be read again as the forecast.csv of a case. Danish gets
 * semicolons and decimal commas.
 */
export function forecastCsv(
  { municipality: { sites } }: Basis,
  years: readonly PlanYear[],
  language: Language,
): string {
  const words = {
    da: { year: "Skoleår", site: "Skole", classes: "Klasser", over: "Over kapacitet" },
    en: { year: "School year", site: "Site", classes: "Classes", over: "Over capacity" },
  }[language];
  const header = [
    words.year,
    words.site,
    ...Array.from({ length: GRADE_COUNT }, (_, grade) => String(grade)),
    words.classes,
    ...BANDS.map(({ key }) => `${words.over} ${key}`),
  ];
  const write = (value: number): string =>
    language === "da" ? value.toFixed(DECIMALS).replace(".", ",") : value.toFixed(DECIMALS);
  const rows = years.flatMap((year) =>
    sites.map(({ id }, site) => {
      const classes = gradesOf(year.classes, site).reduce((sum, count) => sum + count, 0);
      const over = BANDS.map(({ band }) => {
        const breach = year.breaches.find((each) => each.site === site && each.band === band);
        return String(breach ? breach.pupils - breach.places : 0);
      });
      const pupils = gradesOf(year.pupils, site).map(write);
      return [schoolYearText(year.schoolYear), id, ...pupils, String(classes), ...over];
    }),
  );
  return delimitedText([header, ...rows], language);
}
