import type { Grades } from "../domain/grades.ts";
import type { Checked, Issue } from "../domain/issue.ts";
import { NO_BUS } from "../domain/public-buses.ts";
import { type Municipality, ROAD_KINDS } from "../domain/municipality.ts";
import { toPlane } from "../geo/projection.ts";
import {
  BY_CAR,
  buildGraph,
  costsFrom,
  newSearchTree,
  ON_FOOT_OR_BICYCLE,
  type RoadGraph,
  type SearchTree,
  type TravelMode,
} from "./graph.ts";
import { hazardOfWays } from "./hazard.ts";
import { travelIssue } from "./issue-texts.ts";
import { busesOfWays } from "./public-buses.ts";
import {
  accessCost,
  type Costs,
  costOn,
  costsOf,
  nearestAccess,
  seedsOf,
  snap,
  type SnappedNetwork,
  type Snapped,
} from "./snap.ts";

/**
 * How far it is. Every table is row-major with one column a site, `[row * siteCount + site]`; `Infinity` means no route.
 * Distances are whole metres along the road, the straight stretch from the address to the road included; an address and a site use
 * the best of the roads near them, see {@link snap}.
 */
export interface Travel {
  readonly siteCount: number;
  /** The way to school that § 26 measures, on foot or by bicycle (never along a motorway), metres, `[point, site]`. */
  readonly walk: Float32Array;
  /** As `walk`, the mean over the pupils of each unit (over its one point where it has none), metres, `[unit, site]`. */
  readonly unitWalk: Float32Array;
  /** From site to site by car, the shortest way, metres, `[from, to]`. */
  readonly siteCar: Float32Array;
  /** Bands for which the way to school is dangerous, `[point, site]`; absent where no road is. See {@link hazardOfWays}. */
  readonly hazard?: Uint16Array;
  /** How surely a public bus is a way to school, `[point, site]`; absent without a timetable. See {@link busesOfWays}. */
  readonly byBus?: Uint8Array;
  /** What a disputed distance is shown from; see {@link routeOf}. */
  readonly network: SnappedNetwork;
}

/** Positions in files, with six decimals of a degree, are not surer than this, metres. */
const UNSURE = 0.1;

/**
 * A way in whole metres, where a metre begun counts: 2,500.4 m is longer than 2,500 m. A length less than a decimetre above is not,
 * which is what rounded coordinates leave open.
 */
export const wholeMetres = (metres: number): number => Math.ceil(metres - UNSURE);

/** Distances outward from every site to every demand point. What could not be reached is listed and counted. */
export function computeTravel(municipality: Municipality): Checked<Travel> & { readonly value: Travel } {
  const network = snapAll(municipality);
  const { graph, onFoot, byCar } = network;
  const tree = newSearchTree(graph);
  const table = (mode: TravelMode, rows: Snapped, sites: Snapped) => costTable(graph, mode, rows, sites, tree);
  const walk = table(ON_FOOT_OR_BICYCLE, onFoot.points, onFoot.sites);
  const siteCount = municipality.sites.length;
  const hazard = hazardOfWays(municipality, network);
  const byBus = busesOfWays(municipality, network);
  const value: Travel = {
    siteCount,
    walk,
    unitWalk: unitMeans(municipality, walk, siteCount),
    siteCar: table(BY_CAR, byCar.sites, byCar.sites),
    network,
    ...(hazard && { hazard }),
    ...(byBus && { byBus }),
  };
  return { value, issues: travelIssues(municipality, value) };
}

/** The distances of a municipality that has other dangerous roads than when they were worked out. */
export function withDangerousRoads(municipality: Municipality, before: Travel): Travel {
  const { hazard: _, ...travel } = before;
  const hazard = hazardOfWays(municipality, travel.network);
  return { ...travel, ...(hazard && { hazard }) };
}

function snapAll(municipality: Municipality): SnappedNetwork {
  const { demand, sites, roads, info } = municipality;
  const graph = buildGraph(roads);
  const pointsAt = toPlane(roads.plane, demand.lon, demand.lat);
  const sitesAt = toPlane(
    roads.plane,
    Float64Array.from(sites, ({ lon }) => lon),
    Float64Array.from(sites, ({ lat }) => lat),
  );
  const both = (kinds: Parameters<typeof snap>[2]) => ({
    points: snap(graph, pointsAt, kinds, info.snapLimit),
    sites: snap(graph, sitesAt, kinds, info.snapLimit),
  });
  const onFoot = both(["road", "path"]);
  const hasPaths = roads.kind.includes(ROAD_KINDS.indexOf("path"));
  return { graph, onFoot, byCar: hasPaths ? both(["road"]) : onFoot };
}

/** Least cost between every row and every site, `[row * siteCount + site]`: one search outward from each site. */
export function costTable(
  graph: RoadGraph,
  mode: TravelMode,
  rows: Snapped,
  sites: Snapped,
  tree: SearchTree,
): Float32Array {
  const costs = costsOf(graph, mode);
  const ends = footEnds(graph, costs, rows);
  const siteCount = sites.first.length - 1;
  const finish = mode.cost === "length" ? wholeMetres : (minutes: number) => minutes;
  const table = new Float32Array((rows.first.length - 1) * siteCount).fill(Infinity);
  const trees = new Float64Array(Math.min(ABREAST, siteCount) * graph.nodeCount);
  for (let site = 0; site < siteCount; site += ABREAST) {
    const group = Array.from({ length: Math.min(ABREAST, siteCount - site) }, (_, i) => site + i);
    group.forEach((each, i) => {
      costsFrom(graph, costs.line, seedsOf(graph, costs, sites, each), tree);
      for (let node = 0; node < graph.nodeCount; node++) trees[node * group.length + i] = tree.cost[node];
    });
    const ways = new WaysToGroup(graph, costs, rows, ends, sites, group, trees);
    for (let row = 0; row + 1 < rows.first.length; row++)
      ways.of(row).forEach((least, i) => (table[row * siteCount + site + i] = finish(least)));
  }
  return table;
}

/** So many sites have their costs side by side, so that what a place looks up lies together. */
const ABREAST = 8;

/** From places to a few sites, whose search trees stand side by side: `[node * sites in the group + number in the group]`. */
class WaysToGroup {
  readonly #graph: RoadGraph;
  readonly #costs: Costs;
  readonly #rows: Snapped;
  readonly #ends: ReturnType<typeof footEnds>;
  readonly #sites: Snapped;
  readonly #trees: Float64Array;
  /** Feet of the group's sites by line, each with its site's number in the group. */
  readonly #siteFeet = new Map<number, { readonly foot: number; readonly number: number }[]>();
  readonly #hasFoot: Uint8Array;
  readonly #least: Float64Array;

  constructor(
    graph: RoadGraph,
    costs: Costs,
    rows: Snapped,
    ends: ReturnType<typeof footEnds>,
    sites: Snapped,
    group: readonly number[],
    trees: Float64Array,
  ) {
    this.#graph = graph;
    this.#costs = costs;
    this.#rows = rows;
    this.#ends = ends;
    this.#sites = sites;
    this.#trees = trees;
    this.#least = new Float64Array(group.length);
    this.#hasFoot = new Uint8Array(graph.network.count);
    group.forEach((site, number) => {
      for (let foot = sites.first[site]; foot < sites.first[site + 1]; foot++) {
        const line = sites.line[foot];
        this.#hasFoot[line] = 1;
        this.#siteFeet.set(line, [...(this.#siteFeet.get(line) ?? []), { foot, number }]);
      }
    });
  }

  /** Least cost from a row to each, by number in the group; good until it is asked again. */
  of(row: number): Float64Array {
    const { first, line, along } = this.#rows;
    const { from, to } = this.#graph;
    const [least, trees, ends] = [this.#least.fill(Infinity), this.#trees, this.#ends];
    const width = least.length;
    for (let foot = first[row]; foot < first[row + 1]; foot++) {
      const on = line[foot];
      let [atFrom, atTo] = [from[on] * width, to[on] * width];
      for (let i = 0; i < width; i++, atFrom++, atTo++) {
        const way = Math.min(ends.from[foot] + trees[atFrom], ends.to[foot] + trees[atTo]);
        if (way < least[i]) least[i] = way;
      }
      if (this.#hasFoot[on] === 0) continue;
      for (const { foot: other, number } of this.#siteFeet.get(on) ?? []) {
        const between = costOn(this.#graph, this.#costs, on, along[foot], this.#sites.along[other]);
        const way = between + ends.off[foot] + accessCost(this.#costs, this.#sites, other);
        if (way < least[number]) least[number] = way;
      }
    }
    return least;
  }
}

/** What each foot costs off the road, and from there to both ends of its line, that stretch included. */
function footEnds(graph: RoadGraph, costs: Costs, rows: Snapped) {
  const { line, along } = rows;
  const [off, from, to] = Array.from({ length: 3 }, () => new Float64Array(line.length));
  line.forEach((on, foot) => {
    off[foot] = accessCost(costs, rows, foot);
    from[foot] = off[foot] + costOn(graph, costs, on, along[foot], 0);
    to[foot] = off[foot] + costOn(graph, costs, on, along[foot], graph.network.length[on]);
  });
  return { off, from, to };
}

/**
 * Means over the pupils of each unit who have a route, or over its homes, however many live there; a unit without pupils has one point, which then
 * counts.
 */
export function unitMeans(
  { units, demand, grades }: Municipality,
  walk: Float32Array,
  siteCount: number,
  weigh: "by pupils" | "homes alike" = "by pupils",
): Float32Array {
  const means = new Float32Array(units.count * siteCount).fill(Infinity);
  const sum = new Float64Array(siteCount);
  const weight = new Float64Array(siteCount);
  for (let unit = 0; unit < units.count; unit++) {
    sum.fill(0);
    weight.fill(0);
    for (let point = demand.firstPoint[unit]; point < demand.firstPoint[unit + 1]; point++) {
      const pupils = pupilsAt(grades, demand.pupils, point);
      const isAlone = demand.firstPoint[unit + 1] - demand.firstPoint[unit] === 1;
      const standsFor = weigh === "homes alike" || (pupils === 0 && isAlone) ? 1 : pupils;
      for (let site = 0; site < siteCount; site++) {
        const metres = walk[point * siteCount + site];
        if (metres === Infinity) continue;
        sum[site] += standsFor * metres;
        weight[site] += standsFor;
      }
    }
    for (let site = 0; site < siteCount; site++)
      if (weight[site] > 0) means[unit * siteCount + site] = sum[site] / weight[site];
  }
  return means;
}

function pupilsAt(grades: Grades, pupils: Uint16Array, point: number): number {
  let sum = 0;
  for (let grade = 0; grade < grades.count; grade++) sum += pupils[point * grades.count + grade];
  return sum;
}

function travelIssues({ sites, units, demand, info, grades }: Municipality, travel: Travel): readonly Issue[] {
  const { onFoot } = travel.network;
  const issues: Issue[] = [];
  sites.forEach((site, number) => {
    if (nearestAccess(onFoot.sites, number) === Infinity)
      issues.push(travelIssue("site-off-road", { site: site.name, limit: info.snapLimit }, site.id));
  });
  if (onFoot.points.skippedPieces > 0)
    issues.push(travelIssue("road-piece-skipped", { count: onFoot.points.skippedPieces }));
  if (travel.byBus && !travel.byBus.some((surely) => surely !== NO_BUS)) issues.push(travelIssue("no-bus-in-time", {}));
  let offRoad = 0;
  let cutOff = 0;
  const cutOffUnits: string[] = [];
  for (let unit = 0; unit < units.count; unit++) {
    let lost = 0;
    for (let point = demand.firstPoint[unit]; point < demand.firstPoint[unit + 1]; point++) {
      const pupils = pupilsAt(grades, demand.pupils, point);
      if (pupils === 0) continue;
      if (nearestAccess(onFoot.points, point) === Infinity) offRoad += pupils;
      else if (!reachesAnySite(travel, point)) lost += pupils;
    }
    cutOff += lost;
    if (lost > 0) cutOffUnits.push(units.id[unit]);
  }
  if (offRoad > 0) issues.push(travelIssue("pupils-off-road", { pupils: offRoad, limit: info.snapLimit }));
  if (cutOff > 0)
    issues.push(
      travelIssue("units-no-route", { units: cutOffUnits.length, pupils: cutOff, list: cutOffUnits.join(", ") }),
    );
  return issues;
}

function reachesAnySite({ walk, siteCount }: Travel, point: number): boolean {
  for (let site = 0; site < siteCount; site++) if (walk[point * siteCount + site] < Infinity) return true;
  return false;
}
