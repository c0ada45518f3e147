import { NO_BANDS } from "../domain/grades.ts";
import type { DangerousRoad, Municipality, Position } from "../domain/municipality.ts";
import { toDegrees, toPlane } from "../geo/projection.ts";
import {
  costsFrom,
  gatherAlong,
  newSearchTree,
  NO_LINE,
  ON_FOOT_OR_BICYCLE,
  otherEnd,
  type RoadGraph,
  type SearchTree,
} from "./graph.ts";
import { type Costs, costsOf, departure, footOfSeed, onNearestRoad, seedsOf, snap, type Snapped } from "./snap.ts";
import type { SnappedNetwork } from "./snap.ts";

/**
 * The bands for which the way to school is dangerous, `[point * siteCount + site]`, a set of bands each: the shortest way on
 * foot or by bicycle uses a stretch that the municipality calls dangerous for the band. Stretches count whole, from junction
 * to junction. `undefined` where no road is dangerous.
 */
export function hazardOfWays(municipality: Municipality, network: SnappedNetwork): Uint16Array | undefined {
  const roads = municipality.dangerousRoads ?? [];
  if (roads.length === 0) return undefined;
  const { graph, onFoot } = network;
  const tree = newSearchTree(graph);
  const costs = costsOf(graph, ON_FOOT_OR_BICYCLE);
  const bands = dangerousLines(graph, costs, roads, municipality.info.snapLimit, tree);
  const { points, sites } = onFoot;
  const siteCount = sites.first.length - 1;
  const pointCount = municipality.demand.pointCount;
  const hazard = new Uint16Array(pointCount * siteCount);
  for (let site = 0; site < siteCount; site++) {
    costsFrom(graph, costs.line, seedsOf(graph, costs, sites, site), tree);
    const bandsFrom = gatherAlong(
      graph,
      tree,
      (node) => bands[sites.line[footOfSeed(graph, costs, sites, site, node)]] ?? NO_BANDS,
      (gathered, line) => gathered | bands[line],
    );
    for (let point = 0; point < pointCount; point++) {
      const found = departure(graph, costs, points, point, sites, site, tree);
      if (!found) continue;
      const onwards = found.by === "end" ? bandsFrom(found.node) : NO_BANDS;
      hazard[point * siteCount + site] = bands[points.line[found.foot]] | onwards;
    }
  }
  return hazard;
}

/** The bands each line is dangerous for, `[line]`: all lines on the shortest way between a stretch's two ends. */
function dangerousLines(
  graph: RoadGraph,
  costs: Costs,
  roads: readonly DangerousRoad[],
  limit: number,
  tree: SearchTree,
): Uint16Array {
  const bands = new Uint16Array(graph.network.count);
  linesOfStretches(graph, costs, roads, limit, tree).forEach((lines, road) => {
    for (const line of lines) bands[line] |= roads[road].bands;
  });
  return bands;
}

/** The roads that each dangerous stretch is made of, `[stretch]`. */
function linesOfStretches(
  graph: RoadGraph,
  costs: Costs,
  roads: readonly DangerousRoad[],
  limit: number,
  tree: SearchTree,
): readonly (readonly number[])[] {
  const placed = onRoads(
    graph,
    roads.flatMap(({ from, to }) => [from, to]),
    limit,
  );
  return roads.map((_, road) => linesBetween(graph, costs, placed, 2 * road, 2 * road + 1, tree));
}

/** Makes the function that tells which dangerous stretches, by number, a way uses that runs along some roads. */
export function dangersAlong(
  { dangerousRoads = [], info }: Municipality,
  { graph }: SnappedNetwork,
): (roads: readonly number[]) => readonly number[] {
  const [tree, costs] = [newSearchTree(graph), costsOf(graph, ON_FOOT_OR_BICYCLE)];
  const stretches = linesOfStretches(graph, costs, dangerousRoads, info.snapLimit, tree).map((lines) => new Set(lines));
  return (roads) => [...stretches.keys()].filter((stretch) => roads.some((road) => stretches[stretch].has(road)));
}

/** Each place at the nearest road that feet and bicycles may use, if there is one within the limit in metres. */
function onRoads(graph: RoadGraph, places: readonly Position[], limit: number): Snapped {
  const at = toPlane(
    graph.network.plane,
    Float64Array.from(places, ({ lon }) => lon),
    Float64Array.from(places, ({ lat }) => lat),
  );
  return onNearestRoad(snap(graph, at, ["road", "path"], limit), [...places.keys()]);
}

/** The roads that a stretch through some places makes dangerous. */
export interface Stretch {
  /** Whole, from junction to junction, degrees WGS84. */
  readonly lines: readonly (readonly Position[])[];
  /** How many of its places no road joins to the one before. */
  readonly unjoined: number;
}

/** What {@link hazardOfWays} takes a stretch to be, to be shown. O(places x lines log lines). */
export function stretchOf({ info }: Municipality, { graph }: SnappedNetwork, along: readonly Position[]): Stretch {
  const [tree, costs] = [newSearchTree(graph), costsOf(graph, ON_FOOT_OR_BICYCLE)];
  const placed = onRoads(graph, along, info.snapLimit);
  const legs = along.slice(1).map((_, leg) => linesBetween(graph, costs, placed, leg, leg + 1, tree));
  const { plane, start, xy } = graph.network;
  return {
    lines: [...new Set(legs.flat())].map((line) => {
      const { lon, lat } = toDegrees(plane, xy.subarray(2 * start[line], 2 * start[line + 1]));
      return Array.from(lon, (degrees, vertex) => ({ lon: degrees, lat: lat[vertex] }));
    }),
    unjoined: legs.filter((lines) => lines.length === 0).length,
  };
}

function linesBetween(
  graph: RoadGraph,
  costs: Costs,
  ends: Snapped,
  from: number,
  to: number,
  tree: SearchTree,
): number[] {
  if ([from, to].some((end) => ends.first[end] === ends.first[end + 1])) return [];
  const [first, last] = [ends.line[ends.first[from]], ends.line[ends.first[to]]];
  if (first === last) return [first];
  costsFrom(graph, costs.line, seedsOf(graph, costs, ends, to), tree);
  const found = departure(graph, costs, ends, from, ends, to, tree);
  if (found?.by !== "end") return [];
  let { node } = found;
  const lines = [first, last];
  while (tree.byLine[node] !== NO_LINE) {
    const line = tree.byLine[node];
    lines.push(line);
    node = otherEnd(graph, line, node);
  }
  return lines;
}
