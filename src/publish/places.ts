import type { Municipality } from "../domain/municipality.ts";
import { NO_SITE, type Plan } from "../domain/plan.ts";
import type { Basis } from "../evaluate/basis.ts";
import { sum } from "../kernels/sum.ts";
import { computeTravel } from "../travel/travel.ts";

/**
 * The unit of each area whose middle stands for all who live in the area, `[area]`: the one from which the ways to the schools that any plan
 * sends them to are nearest to the mean of their ways. It is a place on the map, not a home.
 */
export function placesOf(
  ground: Pick<Basis, "municipality" | "travel" | "unitBand">,
  plans: readonly Plan[],
  members: readonly (readonly number[])[],
): readonly number[] {
  const fromMiddle = computeTravel(emptied(ground.municipality)).value.unitWalk;
  return members.map((units) =>
    placeOf({ ...ground, fromMiddle }, schoolsOf(plans, units[0], ground.municipality.grades.bandCount), units),
  );
}

/** The same case with nobody living in it: each unit's ways are then those from its middle. */
function emptied(municipality: Municipality): Municipality {
  const { units } = municipality;
  const demand = {
    pointCount: units.count,
    firstPoint: Uint32Array.from({ length: units.count + 1 }, (_, unit) => unit),
    lon: units.lon,
    lat: units.lat,
    pupils: new Uint16Array(units.count * municipality.grades.count),
  };
  const { publicBuses: _, dangerousRoads: __, ...rest } = municipality;
  return { ...rest, demand };
}

/** Schools that plans send an area's pupils to; one unit's are all units'. */
function schoolsOf(plans: readonly Plan[], unit: number, bandCount: number): readonly number[] {
  const found = plans.flatMap(({ assignment }) => [...assignment.subarray(unit * bandCount, (unit + 1) * bandCount)]);
  return [...new Set(found)].filter((site) => site !== NO_SITE);
}

interface Ways extends Pick<Basis, "municipality" | "travel" | "unitBand"> {
  /** Metres from the middle of a unit, `[unit, site]`. */
  readonly fromMiddle: Float32Array;
}

function placeOf(
  { municipality, travel, unitBand, fromMiddle }: Ways,
  schools: readonly number[],
  units: readonly number[],
): number {
  const { bandCount } = municipality.grades;
  const { siteCount, unitWalk } = travel;
  const pupils = units.map((unit) => sum(unitBand.subarray(unit * bandCount, (unit + 1) * bandCount)));
  const all = sum(pupils);
  const means = schools.flatMap((site) => {
    const metres =
      sum(units.map((unit, i) => (pupils[i] > 0 ? pupils[i] * unitWalk[unit * siteCount + site] : 0))) / all;
    return Number.isFinite(metres) ? [{ site, metres }] : [];
  });
  const off = (unit: number): number =>
    sum(means.map(({ site, metres }) => Math.abs(fromMiddle[unit * siteCount + site] - metres)));
  return units.reduce((best, unit) => (off(unit) < off(best) ? unit : best), units[units.length >> 1]);
}
