import { BAND_COUNT } from "../../domain/grades.ts";
import type { Municipality } from "../../domain/municipality.ts";
import { districtOfSite, NO_SITE, type Plan } from "../../domain/plan.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { toPlane } from "../../geo/projection.ts";

/** What a plan changes for pupils, one entry for each address and band with pupils whose way is known before and after. */
export interface PupilChanges {
  readonly count: number;
  /** Pupils of the entry, `[entry]`. */
  readonly pupils: Uint16Array;
  readonly band: Uint8Array;
  /** Number of the nearest place; 0 where the case names none. */
  readonly place: Uint16Array;
  /** District of today's plan that the entry belongs to; the number of districts where it belongs to none. */
  readonly district: Uint16Array;
  /** Metres one way, before and after. */
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** Pupils whose way is not known before or after; in no table. */
  readonly unknown: number;
  /** Pupils in all entries. */
  readonly total: number;
}

export function pupilChanges(basis: Basis, plan: Plan): PupilChanges {
  const { baseline, municipality, pointBand, travel } = basis;
  const { firstPoint } = municipality.demand;
  const place = nearestPlaces(basis);
  const district = districtOfSite(baseline);
  const entries: { unit: number; point: number; pair: number; pupils: number }[] = [];
  let unknown = 0;
  for (let unit = 0; unit < municipality.units.count; unit++)
    for (let point = firstPoint[unit]; point < firstPoint[unit + 1]; point++)
      for (let band = 0; band < BAND_COUNT; band++) {
        const pupils = pointBand[point * BAND_COUNT + band];
        const pair = unit * BAND_COUNT + band;
        if (pupils === 0) continue;
        if (wayTo(baseline, pair, point) < Infinity && wayTo(plan, pair, point) < Infinity)
          entries.push({ unit, point, pair, pupils });
        else unknown += pupils;
      }
  function wayTo({ assignment }: Plan, pair: number, point: number): number {
    const site = assignment[pair];
    return site === NO_SITE ? Infinity : travel.walk[point * travel.siteCount + site];
  }
  const districtAt = (pair: number): number => {
    const found = baseline.assignment[pair] === NO_SITE ? NO_SITE : district[baseline.assignment[pair]];
    return found === NO_SITE ? baseline.districts.length : found;
  };
  return {
    count: entries.length,
    pupils: Uint16Array.from(entries, ({ pupils }) => pupils),
    band: Uint8Array.from(entries, ({ pair }) => pair % BAND_COUNT),
    place: Uint16Array.from(entries, ({ point }) => place[point]),
    district: Uint16Array.from(entries, ({ pair }) => districtAt(pair)),
    before: Float64Array.from(entries, ({ pair, point }) => wayTo(baseline, pair, point)),
    after: Float64Array.from(entries, ({ pair, point }) => wayTo(plan, pair, point)),
    unknown,
    total: entries.reduce((sum, { pupils }) => sum + pupils, 0),
  };
}

/** Kept with the case: addresses and places are the same for every plan. */
const known = new WeakMap<Municipality, Uint16Array>();

/** The nearest named place as the crow flies, `[point]`. O(points x places) the first time. */
function nearestPlaces({ municipality }: Basis): Uint16Array {
  const found = known.get(municipality) ?? findNearestPlaces(municipality);
  known.set(municipality, found);
  return found;
}

function findNearestPlaces({ demand, scenery }: Municipality): Uint16Array {
  const nearest = new Uint16Array(demand.pointCount);
  const homes = toPlane(demand.lon, demand.lat);
  const places = toPlane(
    scenery.places.map(({ lon }) => lon),
    scenery.places.map(({ lat }) => lat),
  );
  for (let point = 0; point < demand.pointCount; point++) {
    let least = Infinity;
    for (let place = 0; place < scenery.places.length; place++) {
      const metres = Math.hypot(homes[2 * point] - places[2 * place], homes[2 * point + 1] - places[2 * place + 1]);
      if (metres < least) [least, nearest[point]] = [metres, place];
    }
  }
  return nearest;
}
