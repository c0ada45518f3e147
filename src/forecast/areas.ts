import type { Grades } from "../domain/grades.ts";
import type { ForecastArea } from "../domain/forecast.ts";
import { NO_SITE } from "../domain/plan.ts";
import { nearestOf } from "../geo/nearest.ts";
import type { ForecastedCase, ForecastStart } from "./start.ts";

/** Stands for a (unit, band) that lies in none of the areas. */
export const NO_AREA = -1;

/** The areas that one file names, numbered from 0, and which of them each (unit, band) lies in. */
interface AreaIndex {
  readonly count: number;
  /** `[unit * BAND_COUNT + band]`; {@link NO_AREA} outside all of them. */
  readonly of: Int32Array;
  /** The number of an area that the file names. */
  readonly numberOf: (area: ForecastArea) => number;
}

/** Indexes areas of one kind, which therefore do not overlap. O(units x places) for places, O(units) for the others. */
export function indexAreas(start: ForecastStart, areas: readonly ForecastArea[]): AreaIndex {
  const numbers = new Map<number, number>();
  for (const { number } of areas) if (!numbers.has(number)) numbers.set(number, numbers.size);
  const kind = areas.at(0)?.kind ?? "all";
  const inMunicipality = {
    all: () => 0,
    district: districtOfPair(start),
    site: (pair: number) => start.baseline.assignment[pair],
    place: kind === "place" ? placeOfPair(start.municipality) : () => NO_AREA,
  }[kind];
  const of = Int32Array.from(start.baseline.assignment, (_, pair) => numbers.get(inMunicipality(pair)) ?? NO_AREA);
  return { count: numbers.size, of, numberOf: ({ number }) => numbers.get(number) ?? NO_AREA };
}

/** The area of a unit in a grade. */
export const areaAt = (grades: Grades, { of }: AreaIndex, unit: number, grade: number): number =>
  of[unit * grades.bandCount + grades.bandOf[grade]];

function districtOfPair({ municipality, baseline }: ForecastStart): (pair: number) => number {
  const ofSite = new Map(municipality.districts.flatMap(({ sites }, number) => sites.map((site) => [site, number])));
  return (pair) => {
    const site = baseline.assignment[pair];
    return site === NO_SITE ? NO_AREA : (ofSite.get(site) ?? NO_AREA);
  };
}

/** Number of the place that each unit is nearest to, `[unit]`. */
export const placeOfUnits = ({ units, scenery }: ForecastedCase): Int32Array =>
  Int32Array.from(
    { length: units.count },
    (_, unit) => nearestOf(scenery.places, { lon: units.lon[unit], lat: units.lat[unit] }) ?? NO_AREA,
  );

/** Number of the place that a pair's unit is nearest to. */
function placeOfPair(municipality: ForecastedCase): (pair: number) => number {
  const nearest = placeOfUnits(municipality);
  return (pair) => nearest[Math.floor(pair / municipality.grades.bandCount)];
}
