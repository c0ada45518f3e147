import type { Municipality, Plane, Position } from "../domain/municipality.ts";
import { PERHAPS_BY_BUS, type PublicBuses, strictTerms, SURELY_BY_BUS } from "../domain/public-buses.ts";
import { toPlane } from "../geo/projection.ts";
import { costsFrom, newSearchTree, ON_FOOT_OR_BICYCLE } from "./graph.ts";
import { costsOf, departure, seedsOf, snap, type Snapped, type SnappedNetwork } from "./snap.ts";
import { backwards, daysTo, type NextStop } from "./timetable-search.ts";

/**
 * From where public buses are a way to school, `[point * siteCount + site]`, and how surely: on every weekday on which anything runs,
 * a ride takes a pupil from a stop near home to one near the site in time, and another one home; see {@link strictTerms}. `undefined` without
 * a timetable. O(stops x lines log lines + sites x calls).
 */
export function busesOfWays(municipality: Municipality, network: SnappedNetwork): Uint8Array | undefined {
  const { publicBuses: buses, demand } = municipality;
  if (!buses) return undefined;
  const { points, sites } = network.onFoot;
  const near = nearStops(buses, municipality, network);
  const siteCount = sites.first.length - 1;
  const served = new Uint8Array(demand.pointCount * siteCount);
  const turned = backwards(buses);
  for (const { terms, surely } of [
    { terms: buses.terms, surely: PERHAPS_BY_BUS },
    { terms: strictTerms(buses.terms), surely: SURELY_BY_BUS },
  ]) {
    const { walk, arriveFrom, arriveBy, leaveFrom, leaveBy } = terms;
    const asked = { ...terms, nextStops: near.stops };
    const [out, home] = [
      { runs: buses, terms: { ...asked, from: arriveFrom, by: arriveBy } },
      { runs: turned, terms: { ...asked, from: -leaveBy, by: -leaveFrom } },
    ];
    for (let site = 0; site < siteCount; site++) {
      const isThere = near.sites.map((reached) => reached.some(({ place, cost }) => place === site && cost <= walk));
      const [there, back] = [out, home].map(({ runs, terms: ride }) =>
        daysAtHomes(daysTo(runs, isThere, ride), near.points, { walk, homes: points.first.length - 1 }),
      );
      there.forEach((days, point) => {
        if ((days & back[point]) === buses.schoolDays) served[point * siteCount + site] = surely;
      });
    }
  }
  return served;
}

/** Weekdays on which some stop within the walk of each home has a ride, `[point]`. */
function daysAtHomes(
  byStop: Uint8Array,
  near: NearStops["points"],
  { walk, homes }: { readonly walk: number; readonly homes: number },
): Uint8Array {
  const days = new Uint8Array(homes);
  byStop.forEach((own, stop) => {
    if (own !== 0) for (const { place, cost } of near[stop]) if (cost <= walk) days[place] |= own;
  });
  return days;
}

const inPlane = (plane: Plane, places: readonly Position[]): Float64Array =>
  toPlane(
    plane,
    Float64Array.from(places, ({ lon }) => lon),
    Float64Array.from(places, ({ lat }) => lat),
  );

/** Homes and sites within the walk of each stop along the roads, and other stops within that of a change, `[stop]`. */
interface NearStops {
  readonly points: readonly (readonly Near[])[];
  readonly sites: readonly (readonly Near[])[];
  readonly stops: readonly (readonly NextStop[])[];
}

/** A kilometre is a quarter of an hour on foot. */
const MINUTES_A_METRE = 15 / 1000;

function nearStops(
  { stops, terms }: PublicBuses,
  { demand, sites, info }: Municipality,
  network: SnappedNetwork,
): NearStops {
  const { graph, onFoot } = network;
  const costs = costsOf(graph, ON_FOOT_OR_BICYCLE);
  const tree = newSearchTree(graph);
  const at = inPlane(graph.network.plane, stops);
  const onRoads = snap(graph, at, ["road", "path"], Math.min(info.snapLimit, terms.walk));
  const homes = toPlane(graph.network.plane, demand.lon, demand.lat);
  const schools = inPlane(graph.network.plane, sites);
  /** Straight lines are no longer than ways, so that whoever is farther straight is not near. */
  const within = (places: Snapped, xy: Float64Array, stop: number, walk: number): readonly Near[] => {
    const found: Near[] = [];
    for (let place = 0; 2 * place < xy.length; place++) {
      const straight = Math.hypot(xy[2 * place] - at[2 * stop], xy[2 * place + 1] - at[2 * stop + 1]);
      if (straight > walk) continue;
      const way = departure(graph, costs, places, place, onRoads, stop, tree);
      if (way && way.cost <= walk) found.push({ place, cost: way.cost });
    }
    return found;
  };
  const near = stops.map((_, stop) => {
    costsFrom(graph, costs.line, seedsOf(graph, costs, onRoads, stop), tree, Math.max(terms.walk, terms.changeWalk));
    const others = terms.changes === 0 ? [] : within(onRoads, at, stop, terms.changeWalk);
    return {
      points: within(onFoot.points, homes, stop, terms.walk),
      sites: within(onFoot.sites, schools, stop, terms.walk),
      stops: [
        { stop, minutes: 0 },
        ...others.flatMap(({ place, cost }) =>
          place === stop ? [] : [{ stop: place, minutes: MINUTES_A_METRE * cost }],
        ),
      ],
    };
  });
  return {
    points: near.map(({ points }) => points),
    sites: near.map((each) => each.sites),
    stops: near.map((each) => each.stops),
  };
}

interface Near {
  readonly place: number;
  /** Metres along the roads. */
  readonly cost: number;
}
