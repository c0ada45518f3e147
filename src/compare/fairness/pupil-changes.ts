import type { Municipality, Place } from "../../domain/municipality.ts";
import { districtOfSite, NO_SITE, type Plan, teachesBand } from "../../domain/plan.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { requireOwnPlan } from "../../evaluate/completeness.ts";
import { nearestOf } from "../../geo/nearest.ts";
import { hasTransportRight } from "../../rules/transport-right.ts";

/** What a plan changes for pupils, one entry for each address and band with pupils whose way is known before and after. */
export interface PupilChanges {
  readonly count: number;
  /** Pupils of the entry, `[entry]`. */
  readonly pupils: Uint16Array;
  readonly band: Uint8Array;
  /** Number of the nearest place; 0 where the case names none. */
  readonly place: Uint16Array;
  /** Number of the nearest parish centre; 0 where the case names none. */
  readonly parish: Uint16Array;
  /** District of today's plan that the entry belongs to; the number of districts where it belongs to none. */
  readonly district: Uint16Array;
  /** Number of the site that the entry goes to today. */
  readonly school: Uint16Array;
  /** 1 where the entry has a right to free transport today and none afterwards. */
  readonly losesRight: Uint8Array;
  /** Metres one way, before and after. */
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** Pupils whose way is not known before or after; in no table. */
  readonly unknown: number;
  /** Pupils in all entries. */
  readonly total: number;
}

export function pupilChanges(basis: Basis, plan: Plan): PupilChanges {
  requireOwnPlan(basis, plan);
  const { baseline, municipality, pointBand, travel } = basis;
  const { firstPoint } = municipality.demand;
  const place = nearest(basis.municipality, basis.municipality.scenery.places);
  const parish = nearest(basis.municipality, basis.municipality.parishes ?? NO_PLACES);
  const district = districtOfSite(baseline);
  const entries: { unit: number; point: number; pair: number; pupils: number }[] = [];
  let unknown = 0;
  for (let unit = 0; unit < municipality.units.count; unit++)
    for (let point = firstPoint[unit]; point < firstPoint[unit + 1]; point++)
      for (let band = 0; band < municipality.grades.bandCount; band++) {
        const pupils = pointBand[point * municipality.grades.bandCount + band];
        const pair = unit * municipality.grades.bandCount + band;
        if (pupils === 0) continue;
        if (wayTo(baseline, pair, point) < Infinity && wayTo(plan, pair, point) < Infinity)
          entries.push({ unit, point, pair, pupils });
        else unknown += pupils;
      }
  function wayTo({ assignment }: Plan, pair: number, point: number): number {
    const site = assignment[pair];
    return site === NO_SITE ? Infinity : travel.walk[point * travel.siteCount + site];
  }
  const hasRight = (of: Plan, pair: number, point: number): boolean => {
    const site = of.assignment[pair];
    const { band } = municipality.grades.bands[pair % municipality.grades.bandCount];
    const hazard = travel.hazard?.[point * travel.siteCount + site];
    return teachesBand(of, site, band) && hasTransportRight(municipality.grades, band, wayTo(of, pair, point), hazard);
  };
  const districtAt = (pair: number): number => {
    const found = baseline.assignment[pair] === NO_SITE ? NO_SITE : district[baseline.assignment[pair]];
    return found === NO_SITE ? baseline.districts.length : found;
  };
  return {
    count: entries.length,
    pupils: Uint16Array.from(entries, ({ pupils }) => pupils),
    band: Uint8Array.from(entries, ({ pair }) => pair % municipality.grades.bandCount),
    place: Uint16Array.from(entries, ({ point }) => place[point]),
    parish: Uint16Array.from(entries, ({ point }) => parish[point]),
    district: Uint16Array.from(entries, ({ pair }) => districtAt(pair)),
    school: Uint16Array.from(entries, ({ pair }) => baseline.assignment[pair]),
    losesRight: Uint8Array.from(entries, ({ pair, point }) =>
      Number(hasRight(baseline, pair, point) && !hasRight(plan, pair, point)),
    ),
    before: Float64Array.from(entries, ({ pair, point }) => wayTo(baseline, pair, point)),
    after: Float64Array.from(entries, ({ pair, point }) => wayTo(plan, pair, point)),
    unknown,
    total: entries.reduce((sum, { pupils }) => sum + pupils, 0),
  };
}

const NO_PLACES: readonly Place[] = [];

/** Kept with the case: addresses and places are the same for every plan. */
const known = new WeakMap<Municipality, Map<readonly Place[], Uint16Array>>();

/** The nearest of the places as the crow flies, `[point]`. O(points x places) the first time. */
function nearest(municipality: Municipality, places: readonly Place[]): Uint16Array {
  const tables = known.get(municipality) ?? new Map<readonly Place[], Uint16Array>();
  known.set(municipality, tables);
  const found = tables.get(places) ?? findNearest(municipality.demand, places);
  tables.set(places, found);
  return found;
}

function findNearest({ pointCount, lon, lat }: Municipality["demand"], places: readonly Place[]): Uint16Array {
  return Uint16Array.from(
    { length: pointCount },
    (_, point) => nearestOf(places, { lon: lon[point], lat: lat[point] }) ?? 0,
  );
}
