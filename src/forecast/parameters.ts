import { byKey } from "../domain/by-key.ts";
import type { Grade, Law } from "../domain/grades.ts";
import {
  type Confidence,
  FORECAST_KEYS,
  type ForecastKey,
  type OwnAssumption,
  type Scenario,
} from "../domain/forecast.ts";
import { catalogue, inBoth, type Text } from "../domain/language.ts";

/** One figure the forecast rests on: what it is, what it may be, where it comes from. */
export interface ForecastParameter {
  readonly name: Text;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly unit: Text;
  /** A share, which readers are told as percent; absent for what is none. */
  readonly share?: "once" | "yearly";
  readonly source: Text;
  readonly confidence: Confidence;
  /** The end of the range that gives more pupils. */
  readonly more: "high" | "low";
}

const ASSUMED: Text = catalogue("forecast.parameters.assumed", {
  da: "antagelse, ikke et mål: skift den ud med kommunens eget tal",
  en: "assumption, not a measurement: put the municipality's own figure in its place",
});
/** What no forecast of 2015 could have known: said wherever the figure is shown. */
const SEEN: Text = catalogue("forecast.parameters.seen", {
  da: "antagelse, sat efter at Holbæks elevtal for 2024/25 var kendt: 66,8 % i folkeskolen, svarende til ca. 80 % i 2015/16",
  en: "assumption, set when Holbæk's pupils of 2024/25 were known: 66.8 % in the public school, which means some 80 % in 2015/16",
});
const SPREAD: Text = catalogue("forecast.parameters.spread", {
  da: "antagelse, sat efter at Holbæks skolers elevtal for 2017-2024 var kendt",
  en: "assumption, set when the pupils of Holbæk's schools in 2017-2024 were known",
});
const PER_YEAR = catalogue("forecast.parameters.perYear", {
  unit: { da: "andel pr. år", en: "share a year" },
  share: "yearly",
} as const);
const SHARE = catalogue("forecast.parameters.share", { unit: { da: "andel", en: "share" }, share: "once" } as const);
const PER_DWELLING: Text = catalogue("forecast.parameters.perDwelling", {
  da: "elever i folkeskolen pr. ny bolig",
  en: "public-school pupils per new dwelling",
});

const perDwelling = (name: Text, value: number, low: number, high: number): ForecastParameter => ({
  name,
  value,
  low,
  high,
  unit: PER_DWELLING,
  source: ASSUMED,
  confidence: "low",
  more: "high",
});

/** Chance of its own in every area; nothing that a scenario can take one end of. */
const noise = (name: Text, unit: Text, value: number): ForecastParameter => ({
  name,
  value,
  low: value,
  high: value,
  unit,
  source: SPREAD,
  confidence: "low",
  more: "high",
});

/** What stands in where the case's files say nothing, and how far each may be off. */
export const FORECAST_PARAMETERS = catalogue("forecast.parameters.forecastParameters", {
  birthsTrend: {
    name: { da: "Ændring i fødsler", en: "Change of births" },
    value: 0,
    low: -0.015,
    high: 0.015,
    ...PER_YEAR,
    source: ASSUMED,
    confidence: "low",
    more: "high",
  },
  birthsToSchool: {
    name: { da: "Børn i skolealderen pr. fødsel seks år før", en: "Children of school age per birth six years before" },
    value: 1.03,
    low: 1,
    high: 1.06,
    ...SHARE,
    source: ASSUMED,
    confidence: "low",
    more: "high",
  },
  publicShare: {
    name: { da: "Andel, der vælger folkeskolen", en: "Share who choose the public school" },
    value: 0.668,
    low: 0.63,
    high: 0.71,
    ...SHARE,
    source: {
      da: "Holbæk 2024/25: 5.247 elever i folkeskolen, 2.611 i privat- og friskoler (Uddannelsesstatistik.dk); spændet er antaget",
      en: "Holbæk 2024/25: 5,247 pupils in public schools, 2,611 in private and free schools (Uddannelsesstatistik.dk); the range is assumed",
    },
    confidence: "medium",
    more: "high",
  },
  publicShareTrend: {
    name: { da: "Ændring i andelen, der vælger folkeskolen", en: "Change of the share who choose the public school" },
    value: -0.02,
    low: -0.04,
    high: 0,
    ...PER_YEAR,
    source: SEEN,
    confidence: "low",
    more: "high",
  },
  movers: {
    name: {
      da: "Elever på næste klassetrin et år senere pr. elev",
      en: "Pupils in the next grade a year later per pupil",
    },
    value: 1,
    low: 0.99,
    high: 1.01,
    ...SHARE,
    source: ASSUMED,
    confidence: "low",
    more: "high",
  },
  house: perDwelling({ da: "Nyt parcelhus", en: "New detached house" }, 0.45, 0.3, 0.6),
  terraced: perDwelling({ da: "Nyt rækkehus", en: "New terraced house" }, 0.3, 0.2, 0.4),
  flat: perDwelling({ da: "Ny lejlighed", en: "New flat" }, 0.1, 0.05, 0.15),
  senior: perDwelling({ da: "Ny ældrebolig", en: "New dwelling for the elderly" }, 0, 0, 0),
  housingDecay: {
    name: {
      da: "Fald i elever i nye boliger, efterhånden som børnene bliver store",
      en: "Decline of pupils in new dwellings as their children grow up",
    },
    value: 0.03,
    low: 0.01,
    high: 0.05,
    ...PER_YEAR,
    source: ASSUMED,
    confidence: "low",
    more: "low",
  },
  newcomers: {
    name: {
      da: "Andel af eleverne i nye boliger, der kommer fra andre kommuner",
      en: "Share of pupils in new dwellings who come from other municipalities",
    },
    value: 0.5,
    low: 0.3,
    high: 0.7,
    ...SHARE,
    source: ASSUMED,
    confidence: "low",
    more: "high",
  },
  siteNoise: noise(
    { da: "Udsving i hvert skoleområde for sig", en: "Swings of each school's area by itself" },
    {
      da: "standardafvigelse pr. år, som andel af eleverne",
      en: "standard deviation a year, as a share of the pupils",
    },
    0.1,
  ),
  cohortNoise: noise(
    { da: "Udsving i hver ny årgang", en: "Swings of each new cohort" },
    { da: "gange kvadratroden af årgangen", en: "times the square root of the cohort" },
    2,
  ),
} as const satisfies ForecastParameters);

export type ForecastParameters = Readonly<Record<ForecastKey, ForecastParameter>>;
export type ForecastValues = Readonly<Record<ForecastKey, number>>;

/** What stands where no Danish law holds: the figures are of Danish schools, and taken for want of better. */
const ABROAD = catalogue("forecast.parameters.abroad", {
  source: {
    da: "dansk tal, brugt som antagelse: skift det ud med kommunens eget",
    en: "a Danish figure, taken as an assumption: put the municipality's own in its place",
  },
  publicShare: { da: "Andel, der vælger den offentlige skole", en: "Share who choose the public school" },
  publicShareTrend: {
    da: "Ændring i andelen, der vælger den offentlige skole",
    en: "Change of the share who choose the public school",
  },
  perDwelling: { da: "elever i den offentlige skole pr. ny bolig", en: "public-school pupils per new dwelling" },
});

const abroad = (key: ForecastKey, parameter: ForecastParameter): ForecastParameter => ({
  ...parameter,
  source: ABROAD.source,
  ...((key === "publicShare" || key === "publicShareTrend") && { name: ABROAD[key] }),
  ...(parameter.unit === PER_DWELLING && { unit: ABROAD.perDwelling }),
});

/** The parameters with a municipality's own figures in their place. */
export function withOwn(own: readonly OwnAssumption[], law: Law = { kind: "danish" }): ForecastParameters {
  const parameters: Record<ForecastKey, ForecastParameter> =
    law.kind === "plain"
      ? byKey(FORECAST_KEYS, (key) => abroad(key, FORECAST_PARAMETERS[key]))
      : { ...FORECAST_PARAMETERS };
  for (const { key, value, low, high, source, confidence } of own)
    parameters[key] = { ...parameters[key], value, low, high, confidence, source: inBoth(() => source) };
  return parameters;
}

/** Share of the pupils in new dwellings in each grade, `[grade]`: families with small children move in. An assumption. */
const NEW_DWELLING_GRADES: readonly number[] = [0.14, 0.13, 0.12, 0.11, 0.1, 0.1, 0.09, 0.08, 0.07, 0.06];

/** Of a grade; grades beyond the tenth are as many as that. */
export const newDwellingShare = (grade: Grade): number =>
  NEW_DWELLING_GRADES[Math.min(grade, NEW_DWELLING_GRADES.length - 1)];

const valuesBy = (of: (parameter: ForecastParameter, key: ForecastKey) => number, among: ForecastParameters) => {
  const value = (key: ForecastKey): number => of(among[key], key);
  return {
    birthsTrend: value("birthsTrend"),
    birthsToSchool: value("birthsToSchool"),
    publicShare: value("publicShare"),
    publicShareTrend: value("publicShareTrend"),
    movers: value("movers"),
    house: value("house"),
    terraced: value("terraced"),
    flat: value("flat"),
    senior: value("senior"),
    housingDecay: value("housingDecay"),
    newcomers: value("newcomers"),
    siteNoise: value("siteNoise"),
    cohortNoise: value("cohortNoise"),
  } satisfies ForecastValues;
};

/** The parameters at one end of their ranges, or in the middle: fewest pupils for `low`, most for `high`. */
export function scenarioValues(scenario: Scenario, parameters: ForecastParameters): ForecastValues {
  return valuesBy(({ value, low, high, more }) => {
    if (scenario === "mid") return value;
    return (scenario === "high") === (more === "high") ? high : low;
  }, parameters);
}

/**
 * One draw of every parameter from its range, independently: triangular, most likely at the stated value. `random` gives
 * numbers in [0, 1), one a parameter, in the order of FORECAST_KEYS.
 */
export const drawValues = (random: () => number, parameters: ForecastParameters): ForecastValues =>
  valuesBy((parameter) => triangular(parameter, random()), parameters);

function triangular({ low, value, high }: ForecastParameter, share: number): number {
  if (high === low) return value;
  const turn = (value - low) / (high - low);
  return share < turn
    ? low + Math.sqrt(share * (high - low) * (value - low))
    : high - Math.sqrt((1 - share) * (high - low) * (high - value));
}
