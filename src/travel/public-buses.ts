import type { Municipality, Position } from "../domain/municipality.ts";
import { ALIGHTS, BOARDS, type PublicBuses } from "../domain/public-buses.ts";
import { toPlane } from "../geo/projection.ts";
import { costsFrom, newSearchTree, ON_FOOT_OR_BICYCLE } from "./graph.ts";
import { costsOf, departure, seedsOf, snap, type Snapped, type SnappedNetwork } from "./snap.ts";

/**
 * From where a public bus is a way to school, `[point * siteCount + site]`, 1 where it is: on every weekday on which anything runs,
 * some trip takes a pupil from a stop near home to one near the site without a change, and is there in time. `undefined` without a timetable. O(stops x
 * lines log lines + sites x calls).
 */
export function busesOfWays(municipality: Municipality, network: SnappedNetwork): Uint8Array | undefined {
  const { publicBuses: buses, demand } = municipality;
  if (!buses) return undefined;
  const { points, sites } = network.onFoot;
  const near = nearStops(buses, municipality, network);
  const siteCount = sites.first.length - 1;
  const served = new Uint8Array(demand.pointCount * siteCount);
  const days = new Uint8Array(points.first.length - 1);
  for (let site = 0; site < siteCount; site++) {
    const byStop = daysFrom(buses, (stop) => near.sites[stop].includes(site));
    days.fill(0);
    byStop.forEach((own, stop) => {
      if (own !== 0) for (const point of near.points[stop]) days[point] |= own;
    });
    days.forEach((own, point) => {
      if (own === buses.schoolDays) served[point * siteCount + site] = 1;
    });
  }
  return served;
}

/** Weekdays on which some trip leads from each stop to a stop of the site in time, `[stop]`. */
function daysFrom({ stops, first, stop, arrival, may, days, terms }: PublicBuses, isAtSite: (stop: number) => boolean) {
  const atSite = stops.map((_, number) => isAtSite(number));
  const byStop = new Uint8Array(stops.length);
  if (!atSite.includes(true)) return byStop;
  for (let trip = 0; trip < days.length; trip++) {
    let leads = false;
    for (let call = first[trip + 1] - 1; call >= first[trip]; call--) {
      if (leads && (may[call] & BOARDS) !== 0) byStop[stop[call]] |= days[trip];
      const isInTime = arrival[call] >= terms.arriveFrom && arrival[call] <= terms.arriveBy;
      if (isInTime && (may[call] & ALIGHTS) !== 0 && atSite[stop[call]]) leads = true;
    }
  }
  return byStop;
}

const planeOf = (places: readonly Position[]): Float64Array =>
  toPlane(
    Float64Array.from(places, ({ lon }) => lon),
    Float64Array.from(places, ({ lat }) => lat),
  );

/** Homes and sites within the walk of each stop along the roads, `[stop]`. */
interface NearStops {
  readonly points: readonly (readonly number[])[];
  readonly sites: readonly (readonly number[])[];
}

function nearStops(
  { stops, terms }: PublicBuses,
  { demand, sites, info }: Municipality,
  network: SnappedNetwork,
): NearStops {
  const { graph, onFoot } = network;
  const costs = costsOf(graph, ON_FOOT_OR_BICYCLE);
  const tree = newSearchTree(graph);
  const at = planeOf(stops);
  const onRoads = snap(graph, at, ["road", "path"], Math.min(info.snapLimit, terms.walk));
  const homes = toPlane(demand.lon, demand.lat);
  const schools = planeOf(sites);
  /** Straight lines are no longer than ways, so that whoever is farther straight is not near. */
  const within = (places: Snapped, xy: Float64Array, stop: number): readonly number[] => {
    const found: number[] = [];
    for (let place = 0; 2 * place < xy.length; place++) {
      const straight = Math.hypot(xy[2 * place] - at[2 * stop], xy[2 * place + 1] - at[2 * stop + 1]);
      if (straight > terms.walk) continue;
      const way = departure(graph, costs, places, place, onRoads, stop, tree);
      if (way && way.cost <= terms.walk) found.push(place);
    }
    return found;
  };
  const near = stops.map((_, stop) => {
    costsFrom(graph, costs.line, seedsOf(graph, costs, onRoads, stop), tree, terms.walk);
    return { points: within(onFoot.points, homes, stop), sites: within(onFoot.sites, schools, stop) };
  });
  return { points: near.map(({ points }) => points), sites: near.map((each) => each.sites) };
}
