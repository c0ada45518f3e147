import type { Adjacency } from "../domain/municipality.ts";
import type { RedrawQuestion } from "../domain/question.ts";
import { pieces } from "../geo/contiguity.ts";
import { planePoint } from "../geo/projection.ts";
import { unitFinder } from "../geo/unit-at.ts";
import type { Ground } from "./basis.ts";

/** One district of a redrawn map, measured. */
export interface MeasuredDistrict {
  /** Ascending. */
  readonly units: readonly number[];
  readonly middle: number;
  /** The site that the way is measured to, where the question asks for seats. */
  readonly seat?: number;
  /** Pupils of the balanced column, and all who live there. */
  readonly pupils: number;
  readonly allPupils: number;
  /** The grades that are balanced; absent where it is all. */
  readonly grades?: string;
  /** Sites open today that stand in it. */
  readonly sites: readonly number[];
  /** Parts that do not hang together, beyond the first. */
  readonly extraPieces: number;
  /** Metres in a straight line from its middle unit to the farthest unit with pupils that are balanced. */
  readonly farthest: number;
  /** Its share of the question's objective: pupils times square kilometres, or pupil-metres. */
  readonly value: number;
}

/** What a map of districts is measured by: which unit is in which, and from where each is measured. */
interface DrawnMap {
  /** District of each unit, `[unit]`. */
  readonly districtOf: ArrayLike<number>;
  /** Middle unit of each district, and its seat where there is one, `[district]`. */
  readonly middle: readonly number[];
  readonly seat?: readonly (number | undefined)[];
}

/** Measures a redrawn map by the question's own words; knows nothing of how it was found. O(units + points). */
export function measureAreas(
  ground: Ground,
  { balance, objective }: Pick<RedrawQuestion, "balance" | "objective">,
  adjacency: Adjacency,
  { districtOf, middle, seat }: DrawnMap,
): readonly MeasuredDistrict[] {
  const { municipality, baseline } = ground;
  const unitAt = unitFinder(municipality.units);
  const bands = balance === "pupils" ? municipality.grades.bands.map(({ band }) => band) : [balance];
  const grades = balance === "pupils" ? {} : { grades: municipality.grades.bands[balance].key };
  return middle.map((centre, district) => {
    const units = Array.from({ length: municipality.units.count }, (_, unit) => unit).filter(
      (unit) => districtOf[unit] === district,
    );
    const pupilsOf = (counted: readonly number[]): number =>
      units.reduce((sum, unit) => sum + pupilsIn(ground, unit, counted), 0);
    const counts = { pupils: pupilsOf(bands), allPupils: pupilsOf(municipality.grades.bands.map(({ band }) => band)) };
    const inside = new Set(units);
    const sites = municipality.sites.flatMap((site, number) => {
      const unit = unitAt(site);
      return baseline.teaching[number] !== 0 && unit !== undefined && inside.has(unit) ? [number] : [];
    });
    const from = seat?.[district];
    const value =
      objective === "inertia" || from === undefined
        ? units.reduce((sum, unit) => sum + pupilsIn(ground, unit, bands) * squareKilometres(ground, unit, centre), 0)
        : units.reduce((sum, unit) => sum + metresTo(ground, unit, from, bands), 0);
    return {
      units,
      middle: centre,
      ...(from !== undefined && { seat: from }),
      ...counts,
      ...grades,
      sites,
      extraPieces: pieces(adjacency, units).count - 1,
      farthest: units.reduce(
        (most, unit) =>
          pupilsIn(ground, unit, bands) > 0
            ? Math.max(most, 1000 * Math.sqrt(squareKilometres(ground, unit, centre)))
            : most,
        0,
      ),
      value,
    };
  });
}

const pupilsIn = ({ unitBand, municipality }: Ground, unit: number, bands: readonly number[]): number =>
  bands.reduce((sum, band) => sum + unitBand[unit * municipality.grades.bandCount + band], 0);

function squareKilometres({ municipality: { units, roads } }: Ground, one: number, other: number): number {
  const a = planePoint(roads.plane, { lon: units.lon[one], lat: units.lat[one] });
  const b = planePoint(roads.plane, { lon: units.lon[other], lat: units.lat[other] });
  return ((a.x - b.x) ** 2 + (a.y - b.y) ** 2) / 1e6;
}

/** Metres one way of a unit's pupils to a site; those who can reach no site at all are left out. */
function metresTo(
  { municipality, travel, pointBand }: Ground,
  unit: number,
  site: number,
  bands: readonly number[],
): number {
  const { firstPoint } = municipality.demand;
  let metres = 0;
  for (let point = firstPoint[unit]; point < firstPoint[unit + 1]; point++) {
    const row = travel.walk.subarray(point * travel.siteCount, (point + 1) * travel.siteCount);
    const pupils = bands.reduce((sum, band) => sum + pointBand[point * municipality.grades.bandCount + band], 0);
    if (pupils > 0 && row.some(Number.isFinite)) metres += pupils * row[site];
  }
  return metres;
}
