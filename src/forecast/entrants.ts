import type { Grade, Grades } from "../domain/grades.ts";
import { indexAreas, NO_AREA } from "./areas.ts";
import { type ForecastStart, statedBy } from "./start.ts";
import type { ForecastValues } from "./parameters.ts";

/** Years from birth to grade 0: who is born in a calendar year starts in August six years later. */
const YEARS_TO_SCHOOL = 6;
/** Today's youngest grades, which say how large a cohort is. */
/** Grades that entrants are told by; fewer where the case has fewer. */
const youngest = ({ all }: Grades): readonly Grade[] => all.slice(0, 3);
/** Unknown births are taken as the mean of so many known years. */
const KNOWN_YEARS = 3;
/** Fewer births than this over the cohorts looked at say too little of an area's own share. */
const ENOUGH_BIRTHS = 60;

/** Who starts in grade 0, unit by unit. */
export interface Entrants {
  /** Fills `into[unit]` with the expected entrants of the school year `ahead` years from today. */
  readonly fill: (into: Float64Array, ahead: number, values: ForecastValues) => void;
  /** Pupils in grade 0 for each birth six years before, over all areas, as today's grades 0-2 show it; absent where the births are not known. */
  readonly seenShare?: number;
  /** Last calendar year with stated births; absent where there are none. */
  readonly lastBirths?: number;
}

/**
 * Entrants of a unit: births of its area six years before, times the share who come, times the unit's part of the area's
 * youngest pupils (equal parts where there are none). Where no births are stated: as many as the unit has in each of the
 * grades 0-2 today, on average. `middle` is the middle of the ranges, which today's shares stand for.
 */
export function entrantsOf(start: ForecastStart, middle: ForecastValues): Entrants {
  const { unitGrade, municipality, unitsIn } = start;
  const { schoolYear } = municipality.info;
  const cohort = Float64Array.from({ length: municipality.units.count }, (_, unit) =>
    youngest(municipality.grades).reduce(
      (sum, grade, __, { length }) => sum + unitGrade[unit * municipality.grades.count + grade] / length,
      0,
    ),
  );
  const stated = statedBirths(start);
  const part = stated && partsOfAreas(cohort, unitsIn, stated);
  const seen = stated && sharesSeen(start, stated);
  return {
    ...(seen && { seenShare: seen.ofAll }),
    ...(stated && { lastBirths: stated.last }),
    fill: (into, ahead, values) => {
      const atFirst = startShare(values) / startShare(middle);
      const born = schoolYear + ahead - YEARS_TO_SCHOOL;
      const shareOf = (area: number): number => atFirst * (seen?.ofArea[area] ?? startShare(middle));
      const constant = atFirst * (1 + values.birthsTrend) ** ahead;
      // Births of past years are counted; only those still to come may turn out otherwise.
      const trend = (1 + values.birthsTrend) ** Math.max(0, born - schoolYear);
      const fromBirths = stated?.births.map((known, area) => shareOf(area) * trend * birthsIn(known, born)) ?? [];
      for (let unit = 0; unit < into.length; unit++) {
        const area = stated ? stated.areaOf[unit] : NO_AREA;
        into[unit] = area === NO_AREA || !part ? constant * cohort[unit] : fromBirths[area] * part[unit];
      }
    },
  };
}

/** Pupils who start for each birth. */
const startShare = ({ birthsToSchool, publicShare }: ForecastValues): number => birthsToSchool * publicShare;

interface StatedBirths {
  readonly count: number;
  /** `[unit]` */
  readonly areaOf: Int32Array;
  /** Births by calendar year, `[area]`. */
  readonly births: readonly ReadonlyMap<number, number>[];
  readonly last: number;
}

function statedBirths(start: ForecastStart): StatedBirths | undefined {
  const rows = statedBy(start).births;
  if (rows.length === 0) return undefined;
  const index = indexAreas(
    start,
    rows.map(({ area }) => area),
  );
  const births = Array.from({ length: index.count }, () => new Map<number, number>());
  for (const { area, year, births: born } of rows) births[index.numberOf(area)].set(year, born);
  const areaOf = Int32Array.from(
    { length: start.municipality.units.count },
    (_, unit) => index.of[unit * start.municipality.grades.bandCount],
  );
  return { count: index.count, areaOf, births, last: Math.max(...rows.map(({ year }) => year)) };
}

/** Births of a year; where they are not stated, the mean of the last three stated before it, else of the first three. */
function birthsIn(known: ReadonlyMap<number, number>, year: number): number {
  const stated = known.get(year);
  if (stated !== undefined) return stated;
  const years = [...known.keys()].toSorted((a, b) => a - b);
  const before = years.filter((each) => each < year).slice(-KNOWN_YEARS);
  const used = before.length > 0 ? before : years.slice(0, KNOWN_YEARS);
  return used.reduce((sum, each) => sum + (known.get(each) ?? 0), 0) / used.length;
}

/** Each unit's part of its area's youngest pupils, `[unit]`. */
function partsOfAreas(
  cohort: Float64Array,
  unitsIn: Uint32Array | undefined,
  { areaOf, count }: StatedBirths,
): Float64Array {
  const [total, units] = [new Float64Array(count), new Float64Array(count)];
  areaOf.forEach((area, unit) => {
    if (area === NO_AREA) return;
    total[area] += cohort[unit];
    units[area] += unitsIn?.[unit] ?? 1;
  });
  return cohort.map((pupils, unit) => {
    const area = areaOf[unit];
    if (area === NO_AREA) return 0;
    return total[area] > 0 ? pupils / total[area] : (unitsIn?.[unit] ?? 1) / units[area];
  });
}

/** Pupils in grade 0 for each birth six years before, as today's grades 0-2 show it. */
interface SeenShares {
  /** `[area]`; that of all areas where the area's births are too few to tell. */
  readonly ofArea: Float64Array;
  readonly ofAll: number;
}

/** From those of the three youngest cohorts whose births are stated for every area; `undefined` where there is none. */
function sharesSeen({ municipality, unitGrade }: ForecastStart, stated: StatedBirths): SeenShares | undefined {
  const { schoolYear } = municipality.info;
  const [pupils, births] = [new Float64Array(stated.count), new Float64Array(stated.count)];
  for (const grade of youngest(municipality.grades)) {
    const born = stated.births.map((known) => known.get(schoolYear - grade - YEARS_TO_SCHOOL));
    if (born.includes(undefined)) continue;
    born.forEach((each, area) => (births[area] += each ?? 0));
    stated.areaOf.forEach((area, unit) => {
      if (area !== NO_AREA) pupils[area] += unitGrade[unit * municipality.grades.count + grade];
    });
  }
  const [allPupils, allBirths] = [pupils, births].map((counts) => counts.reduce((sum, each) => sum + each, 0));
  if (allPupils === 0 || allBirths === 0) return undefined;
  const ofAll = allPupils / allBirths;
  return { ofAll, ofArea: pupils.map((count, area) => (births[area] >= ENOUGH_BIRTHS ? count / births[area] : ofAll)) };
}
