import { SCHOOL_DAYS } from "../cost/journeys.ts";
import type { CostModel } from "../cost/parameters/table.ts";
import type { CostParameter } from "../cost/parameter.ts";
import type { Range } from "../cost/range.ts";
import type { Position } from "../domain/municipality.ts";
import { type Plan, teachesBand } from "../domain/plan.ts";
import { type BusPlan, routeBuses } from "../kernels/bus-routes.ts";
import { hasTransportRight } from "../rules/transport-right.ts";
import { type Driving, drivingBetween } from "../travel/driving.ts";
import type { Basis } from "./basis.ts";
import { type BusStop, gatherStops } from "./bus-stops.ts";
import { requireOwnPlan } from "./completeness.ts";

/** How school buses are run; every entry is an assumption that the user may change. */
export interface BusTerms {
  /** Seats of a vehicle. */
  readonly seats: number;
  /** Longest time on board, minutes. */
  readonly longestRide: number;
  /** A bus's speed on the road as a share of a car's. */
  readonly speedShare: number;
  /** Minutes a vehicle stands at a stop. */
  readonly stopMinutes: number;
  /** Pupils within this distance of each other, as the crow flies, share a stop; metres. */
  readonly stopRadius: number;
  /** How long before a school's bell a bus comes to it, minutes: no earlier and no later; asked where the bell time is known. */
  readonly earliestBeforeBell: number;
  readonly latestBeforeBell: number;
  /** School days a year. */
  readonly days: number;
}

export const BUS_TERMS: Omit<BusTerms, "speedShare"> = {
  seats: 50,
  longestRide: 60,
  stopMinutes: 1,
  stopRadius: 800,
  earliestBeforeBell: 20,
  latestBeforeBell: 5,
  days: SCHOOL_DAYS,
};

/** The terms that hold unless others are asked for; the speed is the cost model's, which a case may state. */
export const busTerms = ({ schoolBusSpeed }: CostModel, asked: Partial<BusTerms> = {}): BusTerms => ({
  ...BUS_TERMS,
  speedShare: schoolBusSpeed.mid,
  ...asked,
});

/** One morning's run to a site; the afternoon's is the same the other way. */
export interface SchoolBus {
  /** `pupils`: who get on this bus there. */
  readonly stops: readonly BusStop[];
  readonly pupils: number;
  readonly minutes: number;
  readonly kilometres: number;
  /** Along the road, one leg a stop: to the next stop, the last to the site. */
  readonly legs: readonly (readonly Position[])[];
}

/** How the pupils of one site with a right to transport can be carried, and at what price; kroner a year. */
export interface SiteTransport {
  readonly site: number;
  readonly rights: number;
  readonly cards: Range;
  readonly buses: Range;
  readonly cheaper: "cards" | "buses";
  readonly routes: readonly SchoolBus[];
  readonly vehicles: number;
  readonly kilometresPerDay: number;
  /** Pupils too far away for any bus within the longest ride, and those of runs dearer than taxis; not in the routes. */
  readonly byTaxi: number;
  /** What no set of routes for all pupils in buses goes below, beside what the heuristic found for them. */
  readonly bounds: {
    readonly vehicles: number;
    readonly kilometresPerDay: number;
    readonly heuristic: { readonly vehicles: number; readonly kilometresPerDay: number };
  };
}

/**
 * School buses for every pupil with a right to free transport under a plan, site by site, beside travel cards. Cards are the
 * cheaper answer wherever a public bus runs, which the data do not tell; the routes show what it takes where none does.
 * `onStep` is called before each site and may throw to end it. Throws a `RangeError` for buses without seats or that stand still.
 */
export function schoolBuses(
  basis: Basis,
  plan: Plan,
  terms: BusTerms = busTerms(basis.costs),
  onStep?: () => void,
): readonly SiteTransport[] {
  requireOwnPlan(basis, plan);
  if (!(Number.isInteger(terms.seats) && terms.seats >= 1)) throw new RangeError("A bus needs one seat or more.");
  if (!(terms.speedShare > 0)) throw new RangeError("A bus needs a share of a car's speed above 0.");
  return basis.municipality.sites.flatMap((_, site) => {
    onStep?.();
    const riders = ridersTo(basis, plan, site);
    return riders.size === 0 ? [] : [siteTransport(basis, site, riders, terms)];
  });
}

/** Pupils with a right to transport to the site, by demand point. */
function ridersTo({ municipality, travel, pointBand }: Basis, plan: Plan, site: number): ReadonlyMap<number, number> {
  const { firstPoint } = municipality.demand;
  const riders = new Map<number, number>();
  plan.assignment.forEach((to, pair) => {
    const [unit, { band }] = [
      Math.floor(pair / municipality.grades.bandCount),
      municipality.grades.bands[pair % municipality.grades.bandCount],
    ];
    if (to !== site || !teachesBand(plan, site, band)) return;
    for (let point = firstPoint[unit]; point < firstPoint[unit + 1]; point++) {
      const pupils = pointBand[point * municipality.grades.bandCount + band];
      const way = point * travel.siteCount + site;
      if (pupils > 0 && hasTransportRight(municipality.grades, band, travel.walk[way], travel.hazard?.[way]))
        riders.set(point, (riders.get(point) ?? 0) + pupils);
    }
  });
  return riders;
}

function siteTransport(
  basis: Basis,
  site: number,
  riders: ReadonlyMap<number, number>,
  terms: BusTerms,
): SiteTransport {
  const { costs, travel } = basis;
  const stops = gatherStops(basis, site, riders, terms.stopRadius);
  const driving = drivingBetween(
    travel,
    stops.map(({ place }) => place),
    [site],
  );
  const minutes = minutesByBus(driving, terms);
  const reachable = stops.map((_, stop) => minutes[stop * driving.count + stops.length] + terms.stopMinutes);
  const problem = {
    stops: stops.length,
    minutes,
    kilometres: driving.kilometres,
    // A stop with more pupils than seats fills whole vehicles first; the rest of it is routed with the others.
    pupils: Float64Array.from(stops, ({ pupils }, stop) =>
      reachable[stop] > terms.longestRide ? 0 : pupils % terms.seats,
    ),
    seats: terms.seats,
    longestRide: terms.longestRide,
    stopMinutes: terms.stopMinutes,
  };
  const planned = routeBuses(problem);
  const all = [...fullVehicles(stops, reachable, driving, terms), ...planned.routes];
  const worthABus = all.filter((route) => isWorthABus(costs, route, terms));
  const routes = worthABus.map((route) => describe(basis, site, stops, driving, route, problem.pupils));
  const inBuses = routes.reduce((sum, { pupils }) => sum + pupils, 0);
  const rights = stops.reduce((sum, { pupils }) => sum + pupils, 0);
  const byTaxi = rights - inBuses;
  const oneWay = routes.reduce((sum, { kilometres }) => sum + kilometres, 0);
  const cards = times(costs.travelCard, rights);
  const buses = busPrice(costs, routes.length, 2 * oneWay * terms.days, byTaxi);
  return {
    site,
    rights,
    cards,
    buses,
    cheaper: buses.mid < cards.mid ? "buses" : "cards",
    routes,
    vehicles: routes.length,
    kilometresPerDay: 2 * oneWay,
    byTaxi,
    bounds: {
      vehicles: all.length - planned.routes.length + planned.fewestVehicles,
      kilometresPerDay: 2 * planned.leastKilometres,
      heuristic: {
        vehicles: all.length,
        kilometresPerDay: 2 * all.reduce((sum, { kilometres }) => sum + kilometres, 0),
      },
    },
  };
}

/** A ferry takes its own time, whatever drives onto it. */
export const minutesByBus = (
  { minutes, sailed }: Driving,
  { speedShare }: Pick<BusTerms, "speedShare">,
): Float64Array => minutes.map((byCar, way) => sailed[way] + (byCar - sailed[way]) / speedShare);

/** Few pupils far apart are cheaper by taxi. */
const isWorthABus = (costs: CostModel, { pupils, kilometres }: Route, { days }: BusTerms): boolean =>
  costs.schoolBus.mid + 2 * days * kilometres * costs.schoolBusKilometre.mid <= pupils * costs.taxi.mid;

export const times = ({ low, mid, high }: CostParameter, count: number): Range => ({
  low: low * count,
  mid: mid * count,
  high: high * count,
});

function busPrice(costs: CostModel, vehicles: number, kilometres: number, taxi: number): Range {
  const parts = [
    times(costs.schoolBus, vehicles),
    times(costs.schoolBusKilometre, kilometres),
    times(costs.taxi, taxi),
  ];
  return {
    low: parts.reduce((sum, { low }) => sum + low, 0),
    mid: parts.reduce((sum, { mid }) => sum + mid, 0),
    high: parts.reduce((sum, { high }) => sum + high, 0),
  };
}

type Route = BusPlan["routes"][number];

/** A stop that fills a vehicle by itself is driven straight to the site. */
function fullVehicles(
  stops: readonly BusStop[],
  reachable: readonly number[],
  driving: Driving,
  { seats, longestRide }: BusTerms,
): readonly Route[] {
  return stops.flatMap(({ pupils }, stop) =>
    Array.from({ length: reachable[stop] > longestRide ? 0 : Math.floor(pupils / seats) }, () => ({
      stops: [stop],
      pupils: seats,
      minutes: reachable[stop],
      kilometres: driving.kilometres[stop * driving.count + stops.length],
    })),
  );
}

function describe(
  { municipality }: Basis,
  site: number,
  stops: readonly BusStop[],
  driving: Driving,
  route: Route,
  riding: Float64Array,
): SchoolBus {
  const { lat, lon } = municipality.sites[site];
  return {
    stops: route.stops.map((stop) => ({
      ...stops[stop],
      pupils: route.stops.length === 1 ? route.pupils : riding[stop],
    })),
    pupils: route.pupils,
    minutes: route.minutes,
    kilometres: route.kilometres,
    legs: route.stops.map((stop, i) => {
      const next = route.stops[i + 1];
      const line = driving.line(stop, next ?? stops.length);
      return next === undefined ? [...line, { lat, lon }] : line;
    }),
  };
}
