import { backtestLines, columns, rangeText } from "./backtest-text.ts";
import { planTitle } from "./baseline-text.ts";
import type { CapacityRisk } from "../compare/capacity-risk.ts";
import { DWELLING_TYPES, FORECAST_KEYS, type ForecastKey } from "../domain/forecast.ts";
import { gradesInWords } from "../domain/grades.ts";
import { catalogue, type Language, type Text } from "../domain/language.ts";
import type { Municipality } from "../domain/municipality.ts";
import type { Basis } from "../evaluate/basis.ts";
import { SCENARIO_NAMES } from "../domain/forecast.ts";
import { type CapacityBreach, type PlanYear, yearTotals } from "../evaluate/years.ts";
import { type ForecastParameter, scenarioValues } from "../forecast/parameters.ts";
import type { PupilRange } from "../evaluate/pupil-ranges.ts";
import { caseText } from "./consolidation-text.ts";
import { schoolYearText } from "./evaluation-file.ts";
import type { PlanForecast } from "./forecast-file.ts";
import { fillText, formatNumber } from "./format.ts";
import { cellWord, countIn } from "./shown-measures.ts";

const HEADS = catalogue("report.forecast.heads", {
  year: { da: "Skoleår", en: "School year" },
  pupils: { da: "Elever", en: "Pupils" },
  drawn: { da: "8 af 10 træk", en: "8 of 10 draws" },
  classes: { da: "Klasser", en: "Classes" },
  each: { da: "Pr. klasse", en: "Per class" },
  rights: { da: "Ret til befordring", en: "Right to transport" },
  over: { da: "Uden plads", en: "Beyond capacity" },
});

const TEXT = catalogue("report.forecast", {
  plan: { da: "{plan}, scenarie {scenario}:", en: "{plan}, scenario {scenario}:" },
  noBreach: {
    da: "Ingen skole er over sin kapacitet i nogen af årene.",
    en: "No school is over its capacity in any of the years.",
  },
  breaches: { da: "Over kapacitet:", en: "Over capacity:" },
  breach: {
    da: "{site}, {grades}: {years}; højst {over} over ({places, number} pladser)",
    en: "{site}, {grades}: {years}; at most {over} over ({places, number} places)",
  },
  risk: {
    da: "Kapaciteten holder i alle år i {holds, number} af {draws, number} træk af forudsætningerne (frø {seed}).",
    en: "Capacities hold in all years in {holds, number} of {draws, number} draws of the assumptions (seed {seed}).",
  },
  riskSite: {
    da: "{site}, {grades}: over i {draws, number} træk",
    en: "{site}, {grades}: over in {draws, number} draws",
  },
  assumptions: { da: "Forudsætninger:", en: "Assumptions:" },
  confidence: {
    high: { da: "sikkert", en: "sure" },
    medium: { da: "nogenlunde sikkert", en: "fairly sure" },
    low: { da: "usikkert", en: "unsure" },
  },
} as const);

const PERCENT: Text = catalogue("report.forecast.percent", { da: " %", en: "%" });
const OF_SHARE: Readonly<Record<NonNullable<ForecastParameter["share"]>, Text | undefined>> = catalogue(
  "report.forecast.ofShare",
  {
    once: undefined,
    yearly: { da: "om året", en: "a year" },
  },
);

/** A plan followed through the years: totals, where and when rooms are missing, how sure that is, what it rests on. */
export function forecastText(basis: Basis, forecast: PlanForecast, language: Language): string {
  const { plan, scenario, assumptions, years, ranges, risk, backtest } = forecast;
  const { municipality } = basis;
  return [
    caseText(basis, language),
    "",
    fillText(TEXT.plan, language, { plan: planTitle(plan, language), scenario: SCENARIO_NAMES[scenario][language] }),
    columns(Object.values(HEADS).map((head) => head[language])),
    ...years.map((year, ahead) => yearLine(basis, year, ranges.all[ahead], language)),
    "",
    ...breachLines(basis, years, language),
    ...(risk ? ["", ...riskLines(municipality, risk, language)] : []),
    ...(backtest ? ["", ...backtestLines(municipality, backtest, language)] : []),
    "",
    TEXT.assumptions[language],
    ...assumptions.map((text) => `  - ${text[language]}`),
    ...parameterLines(municipality, forecast, language),
  ].join("\n");
}

function yearLine(basis: Basis, year: PlanYear, range: PupilRange, language: Language): string {
  const { pupils, classes, quotient, rights, overflow } = yearTotals(year);
  const told = (count: number): string => cellWord(countIn(basis, Math.round(count)), language);
  return columns([
    schoolYearText(year.schoolYear),
    formatNumber(pupils, 0, language),
    rangeText(range, language),
    formatNumber(classes, 0, language),
    quotient === undefined ? "-" : formatNumber(quotient, 1, language),
    told(rights),
    told(overflow),
  ]);
}

function breachLines(basis: Basis, years: readonly PlanYear[], language: Language): readonly string[] {
  const { sites } = basis.municipality;
  const found = new Map<string, { readonly breach: CapacityBreach; readonly when: number[]; over: number }>();
  for (const { schoolYear, breaches } of years)
    for (const breach of breaches) {
      const key = `${breach.site} ${breach.band}`;
      const entry = found.get(key) ?? { breach, when: [], over: 0 };
      entry.when.push(schoolYear);
      entry.over = Math.max(entry.over, breach.pupils - breach.places);
      found.set(key, entry);
    }
  if (found.size === 0) return [TEXT.noBreach[language]];
  const lines = [...found.values()].map(({ breach: { site, band, places }, when, over }) => {
    const most = cellWord(countIn(basis, Math.round(over)), language);
    const values = {
      site: sites[site].name,
      grades: gradesInWords(basis.municipality.grades.bands[band].key)[language],
      years: spans(when),
      over: most,
      places,
    };
    return `  ${fillText(TEXT.breach, language, values)}`;
  });
  return [TEXT.breaches[language], ...lines];
}

/** "2017/18-2019/20, 2023/24": years in runs. */
function spans(years: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const year of years) {
    const run = runs.at(-1);
    if (run && run.last === year - 1) run.last = year;
    else runs.push({ first: year, last: year });
  }
  return runs
    .map(({ first, last }) =>
      first === last ? schoolYearText(first) : `${schoolYearText(first)}-${schoolYearText(last)}`,
    )
    .join(", ");
}

function riskLines({ sites, grades }: Municipality, risk: CapacityRisk, language: Language): readonly string[] {
  const { holds, draws, seed } = risk;
  const lines = risk.sites.map(({ site, band, draws: over }) => {
    const values = { site: sites[site].name, grades: gradesInWords(grades.bands[band].key)[language], draws: over };
    return `  ${fillText(TEXT.riskSite, language, values)}`;
  });
  return [fillText(TEXT.risk, language, { holds, draws, seed: String(seed) }), ...lines];
}

/** The parameters that this forecast uses; those of new housing only where there is any. */
function parameterLines(
  { forecast: stated }: Municipality,
  { scenario, parameters }: PlanForecast,
  language: Language,
): readonly string[] {
  const housing = new Set<ForecastKey>([...DWELLING_TYPES, "housingDecay", "newcomers"]);
  const keys = FORECAST_KEYS.filter((key) => !housing.has(key) || (stated?.housing.length ?? 0) > 0);
  const used = scenarioValues(scenario, parameters);
  return keys.map((key) => {
    const { name, source, confidence } = parameters[key];
    const value = parameterText(parameters[key], used[key], language);
    return `  ${name[language]}: ${value}; ${source[language]}; ${TEXT.confidence[confidence][language]}.`;
  });
}

const TO: Text = catalogue("report.forecast.to", { da: "til", en: "to" });

/** "-2 % (-4 til 0 %) om året", "0,45 (0,3 til 0,6) elever i folkeskolen pr. ny bolig"; without a range where it has none. */
function parameterText({ low, high, unit, share }: ForecastParameter, used: number, language: Language): string {
  const write = (value: number): string =>
    formatNumber(share ? 100 * value : value, 3, language).replace(/[.,]0+$|([.,]\d*?)0+$/, "$1");
  const percent = share ? PERCENT[language] : "";
  const range = low === high ? "" : ` (${write(low)} ${TO[language]} ${write(high)}${percent})`;
  const words = share ? OF_SHARE[share] : unit;
  return `${write(used)}${percent}${range}${words ? ` ${words[language]}` : ""}`;
}
