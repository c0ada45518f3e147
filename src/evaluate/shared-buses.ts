import type { CostModel } from "../cost/parameters/table.ts";
import { addRanges, type Range } from "../cost/range.ts";
import type { Position } from "../domain/municipality.ts";
import { NO_WAY, ROUNDS_PER_LOOK } from "../kernels/routing/problem.ts";
import { fewestRuns } from "../kernels/routing/fewest-runs.ts";
import { routeSchoolRuns } from "../kernels/routing/route-school-runs.ts";
import type { SchoolRun, SchoolRunProblem } from "../kernels/routing/school-run.ts";
import { drivingBetween } from "../travel/driving.ts";
import type { Basis } from "./basis.ts";
import type { BusStop } from "./bus-stops.ts";
import { type BusTerms, minutesByBus, type SiteTransport, times } from "./school-buses.ts";

/** Where a bus is in the course of a morning: at a stop for pupils of a site, or at the site. */
export interface BusCall extends Position {
  readonly kind: "stop" | "site";
  readonly site: number;
  /** Who get on or off. */
  readonly pupils: number;
  /** Minutes after midnight. */
  readonly arrival: number;
}

/** What one bus does in a morning, to one school or to several. */
export interface BusMorning {
  readonly calls: readonly BusCall[];
  /** From the first stop to the last school, the empty ways between them among it. */
  readonly kilometres: number;
  /** Sites that it runs to, in that order. */
  readonly sites: readonly number[];
  /** Whether pupils of two schools are ever on board together. */
  readonly load: "one school at a time" | "mixed";
}

/** The buses to schools whose bell times are known, where a bus may run to several of them in one morning. */
export interface SharedBuses {
  readonly mornings: readonly BusMorning[];
  readonly sites: readonly number[];
  readonly vehicles: number;
  /** No plan with these stops has fewer. */
  readonly fewestVehicles: number;
  readonly kilometresPerDay: number;
  /** The same with a bus for one school alone. */
  readonly apart: Fleet;
  /** What that saves, kroner a year. */
  readonly saved: Range;
}

const SEED = 2012;
const ROUNDS = 500;
const ROUNDS_PER_STOP = 15;

/**
 * Fewest buses, then fewest kilometres, for the runs found school by school (see `schoolBuses`), where bell times let a bus run to another school
 * after one, or take pupils of two along (Park, Tae and Kim 2012). Never more buses than school by school. `undefined` where fewer than two
 * schools with buses have a bell time. `onStep` is called now and then and may throw to end it.
 */
export function sharedBuses(
  basis: Basis,
  found: readonly SiteTransport[],
  terms: BusTerms,
  onStep?: () => void,
): SharedBuses | undefined {
  const { costs, municipality } = basis;
  const timed = found.filter(
    ({ site, routes }) => routes.length > 0 && municipality.sites[site].bellTime !== undefined,
  );
  if (timed.length < 2) return undefined;
  const ground = groundOf(basis, timed, terms);
  const { problem, places } = ground;
  let looks = 0;
  const rounds = ROUNDS + ROUNDS_PER_STOP * problem.stops;
  const spent = (): number => {
    onStep?.();
    return (looks++ * ROUNDS_PER_LOOK) / rounds;
  };
  const runs = routeSchoolRuns(problem, { seed: SEED, rounds, spent }, ground.apart);
  const mornings = runs.map((run) => morningOf(problem, places, run));
  const kilometresPerDay = 2 * mornings.reduce((sum, { kilometres }) => sum + kilometres, 0);
  const apart = {
    vehicles: ground.apart.length,
    kilometresPerDay: timed.reduce((sum, each) => sum + each.kilometresPerDay, 0),
  };
  return {
    mornings,
    sites: timed.map(({ site }) => site),
    vehicles: mornings.length,
    fewestVehicles: fewestRuns(problem),
    kilometresPerDay,
    apart,
    saved: savedBy(costs, apart, { vehicles: mornings.length, kilometresPerDay }, terms),
  };
}

interface Fleet {
  readonly vehicles: number;
  readonly kilometresPerDay: number;
}

/** What some buses save against others, kroner a year. */
export function savedBy(costs: CostModel, than: Fleet, fleet: Fleet, { days }: Pick<BusTerms, "days">): Range {
  const vehicles = times(costs.schoolBus, than.vehicles - fleet.vehicles);
  const driven = times(costs.schoolBusKilometre, (than.kilometresPerDay - fleet.kilometresPerDay) * days);
  return addRanges([vehicles, driven]);
}

interface Place extends Position {
  readonly site: number;
}

interface Ground {
  readonly problem: SchoolRunProblem;
  /** Of stops and then of schools. */
  readonly places: readonly Place[];
  /** The runs school by school, as the problem numbers places. */
  readonly apart: readonly (readonly number[])[];
}

function groundOf(
  { municipality: { sites }, travel }: Basis,
  timed: readonly SiteTransport[],
  terms: BusTerms,
): Ground {
  const stops: (BusStop & { readonly school: number })[] = [];
  const apart = timed.flatMap(({ routes }, school) =>
    routes.map((route) => {
      const first = stops.length;
      stops.push(...route.stops.map((stop) => ({ ...stop, school })));
      return { school, stops: route.stops.map((_, i) => first + i) };
    }),
  );
  const driving = drivingBetween(
    travel,
    stops.map(({ place }) => place),
    timed.map(({ site }) => site),
  );
  const bells = timed.map(({ site }) => sites[site].bellTime ?? 0);
  const problem = {
    stops: stops.length,
    schools: timed.length,
    time: minutesByBus(driving, terms).map((minutes) => Math.min(minutes, NO_WAY)),
    length: driving.kilometres.map((kilometres) => Math.min(kilometres, NO_WAY)),
    pupils: Float64Array.from(stops, ({ pupils }) => pupils),
    school: Int32Array.from(stops, ({ school }) => school),
    loading: new Float64Array(stops.length).fill(terms.stopMinutes),
    unloading: { each: terms.stopMinutes, pupil: 0 },
    earliest: Float64Array.from(bells, (bell) => bell - terms.earliestBeforeBell),
    latest: Float64Array.from(bells, (bell) => bell - terms.latestBeforeBell),
    seats: terms.seats,
    // Sums in another order differ by less.
    longestRide: terms.longestRide + 1e-9,
  };
  const places = [
    ...stops.map(({ lat, lon, school }) => ({ lat, lon, site: timed[school].site })),
    ...timed.map(({ site }) => ({ lat: sites[site].lat, lon: sites[site].lon, site })),
  ];
  return { problem, places, apart: apart.map((run) => [...run.stops, stops.length + run.school]) };
}

function morningOf({ stops, pupils }: SchoolRunProblem, places: readonly Place[], run: SchoolRun): BusMorning {
  const aboard = new Map<number, number>();
  let load: BusMorning["load"] = "one school at a time";
  const calls = run.places.map((place, i): BusCall => {
    const { site, lat, lon } = places[place];
    const kind = place < stops ? "stop" : "site";
    const moving = kind === "stop" ? pupils[place] : (aboard.get(site) ?? 0);
    if (kind === "stop") aboard.set(site, (aboard.get(site) ?? 0) + moving);
    else aboard.delete(site);
    if (aboard.size > 1) load = "mixed";
    return { kind, site, lat, lon, pupils: moving, arrival: run.arrival[i] };
  });
  const sites = [...new Set(calls.flatMap(({ kind, site }) => (kind === "site" ? [site] : [])))];
  return { calls, kilometres: run.length, sites, load };
}
