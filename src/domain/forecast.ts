import { catalogue, type Text } from "./language.ts";
/**
 * What a municipality itself says of the years to come, as its case folder holds it. Everything may be absent: then stated
 * assumptions stand in its place.
 */
export interface ForecastInputs {
  /** From births.csv. */
  readonly births: readonly BirthCount[];
  /** From movers.csv. */
  readonly movers: readonly MoverRate[];
  /** From housing.csv. */
  readonly housing: readonly HousingProject[];
  /** From forecast.csv: the municipality's own forecast, to which the cohorts are scaled. */
  readonly table: readonly ForecastCell[];
  /** From assumptions.csv: the municipality's own figures in place of the assumed ones. */
  readonly assumptions: readonly OwnAssumption[];
  /** From counts.csv: pupils that were counted in other years than today's, which no forecast is made from. */
  readonly counts: readonly SiteCount[];
}

/** The uncertain figures of a forecast, with the least and most that each can be. */
export const FORECAST_BOUNDS = {
  birthsTrend: [-0.2, 0.2],
  birthsToSchool: [0.1, 3],
  publicShare: [0.01, 1],
  publicShareTrend: [-0.2, 0.2],
  movers: [0.5, 1.5],
  house: [0, 5],
  terraced: [0, 5],
  flat: [0, 5],
  senior: [0, 5],
  housingDecay: [0, 0.5],
  newcomers: [0, 1],
  siteNoise: [0, 0.5],
  cohortNoise: [0, 5],
} as const satisfies Record<string, readonly [number, number]>;
export type ForecastKey = keyof typeof FORECAST_BOUNDS;
export const FORECAST_KEYS: readonly ForecastKey[] = Object.keys(FORECAST_BOUNDS).filter(
  (key): key is ForecastKey => key in FORECAST_BOUNDS,
);

export type Confidence = "high" | "medium" | "low";

/** A figure of the municipality's own, in the unit of the one it replaces. */
export interface OwnAssumption {
  readonly key: ForecastKey;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly source: string;
  readonly confidence: Confidence;
}

export const AREA_KINDS = ["all", "district", "site", "place"] as const;

/**
 * A part of the municipality. A district or site stands for the units it serves today, band by band; a place for the units
 * that lie nearer to it than to any other place, in a straight line.
 */
export interface ForecastArea {
  readonly kind: (typeof AREA_KINDS)[number];
  /** District, site or place; 0 for all. */
  readonly number: number;
}

export interface BirthCount {
  readonly area: ForecastArea;
  /** Calendar year. */
  readonly year: number;
  readonly births: number;
}

/** Pupils of the next grade a year later for each pupil of a grade: above 1 where more move in than out. */
export interface MoverRate {
  readonly area: ForecastArea;
  /** Grade that is left, 0 to 8; absent where the rate holds for all. */
  readonly grade?: number;
  readonly rate: number;
}

export const DWELLING_TYPES = ["house", "terraced", "flat", "senior"] as const;
export type DwellingType = (typeof DWELLING_TYPES)[number];

/** New dwellings, occupied in equal parts from the first to the last school year (the calendar years they start in). */
export interface HousingProject {
  readonly name: string;
  readonly unit: number;
  readonly dwellings: number;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly type: DwellingType;
}

/** Pupils of the public school in one grade of an area when a school year starts. */
export interface ForecastCell {
  readonly area: ForecastArea;
  readonly schoolYear: number;
  readonly grade: number;
  readonly pupils: number;
}

/** Pupils that a site was counted to have, all grades. */
export interface SiteCount {
  readonly site: number;
  /** The calendar year that the school year starts in. */
  readonly schoolYear: number;
  readonly pupils: number;
  readonly source: string;
  /** `start`: the case's own figure for the site is this count, so that a forecast made from the case is not tried by it. */
  readonly use: "try" | "start";
}

/** How much of each uncertain thing: `low` is the end with fewest pupils, `high` the one with most. */
export const SCENARIOS = ["low", "mid", "high"] as const;
export type Scenario = (typeof SCENARIOS)[number];

/** What the scenarios of a forecast are called. */
export const SCENARIO_NAMES: Readonly<Record<Scenario, Text>> = catalogue("domain.forecast", {
  low: { da: "lav", en: "low" },
  mid: { da: "middel", en: "mid" },
  high: { da: "høj", en: "high" },
});

/** What capacity must hold for in one year of one scenario. */
export interface DatedDemand {
  readonly schoolYear: number;
  readonly scenario: Scenario;
  /** Expected pupils, `[unit * BAND_COUNT + band]`. */
  readonly pupils: Float64Array;
}

/** Rounding slack for sums of expected pupils, as a share of them: the tolerance that solved models are certified with. */
const SLACK = 1e-6;

/** An expectation rounds up to a whole pupil from beyond this. */
export const HALF = 0.5;

/** Expected pupils as whole ones, a half rounded down: at most `places` exactly when the expectation is at most `places` + 1/2. */
export const wholePupils = (expected: number): number =>
  Math.max(0, Math.ceil(expected - HALF - SLACK * Math.max(1, expected)));
