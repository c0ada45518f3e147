import { NO_BANDS } from "../domain/grades.ts";
import type { DangerousRoad, Municipality } from "../domain/municipality.ts";
import { toPlane } from "../geo/projection.ts";
import {
  costsFrom,
  gatherAlong,
  lineCosts,
  newSearchTree,
  NO_LINE,
  ON_FOOT_OR_BICYCLE,
  otherEnd,
  type RoadGraph,
  type SearchTree,
} from "./graph.ts";
import { departure, seedsOf, snap, type Snapped } from "./snap.ts";
import type { SnappedNetwork } from "./travel.ts";

/**
 * The bands for which the way to school is dangerous, `[point * siteCount + site]`, a set of bands each: the shortest way on
 * foot or by bicycle uses a stretch that the municipality calls dangerous for the band. Stretches count whole, from junction
 * to junction. `undefined` where no road is dangerous.
 */
export function hazardOfWays(municipality: Municipality, network: SnappedNetwork): Uint8Array | undefined {
  const roads = municipality.dangerousRoads ?? [];
  if (roads.length === 0) return undefined;
  const { graph, onFoot } = network;
  const tree = newSearchTree(graph);
  const costs = lineCosts(graph.network, ON_FOOT_OR_BICYCLE);
  const bands = dangerousLines(graph, costs, roads, municipality.info.snapLimit, tree);
  const { points, sites } = onFoot;
  const siteCount = municipality.sites.length;
  const hazard = new Uint8Array(points.line.length * siteCount);
  for (let site = 0; site < siteCount; site++) {
    if (sites.access[site] === Infinity) continue;
    costsFrom(graph, costs, seedsOf(graph, costs, sites, site), tree);
    const bandsFrom = gatherAlong(
      graph,
      tree,
      () => NO_BANDS,
      (gathered, line) => gathered | bands[line],
    );
    for (let point = 0; point < points.line.length; point++) {
      if (points.access[point] === Infinity) continue;
      const line = points.line[point];
      const ends = bands[line] | bands[sites.line[site]];
      const between =
        line === sites.line[site] ? NO_BANDS : bandsFrom(departure(graph, costs, points, point, tree).node);
      hazard[point * siteCount + site] = ends | between;
    }
  }
  return hazard;
}

/** The bands each line is dangerous for, `[line]`: all lines on the shortest way between a stretch's two ends. */
function dangerousLines(
  graph: RoadGraph,
  costs: Float64Array,
  roads: readonly DangerousRoad[],
  limit: number,
  tree: SearchTree,
): Uint8Array {
  const ends = roads.flatMap(({ from, to }) => [from, to]);
  const at = toPlane(
    Float64Array.from(ends, ({ lon }) => lon),
    Float64Array.from(ends, ({ lat }) => lat),
  );
  const snapped = snap(graph, at, ["road", "path"], limit);
  const bands = new Uint8Array(graph.network.count);
  roads.forEach(({ bands: dangerousFor }, road) => {
    for (const line of linesBetween(graph, costs, snapped, 2 * road, 2 * road + 1, tree)) bands[line] |= dangerousFor;
  });
  return bands;
}

function linesBetween(
  graph: RoadGraph,
  costs: Float64Array,
  ends: Snapped,
  from: number,
  to: number,
  tree: SearchTree,
): number[] {
  if (ends.access[from] === Infinity || ends.access[to] === Infinity) return [];
  const [first, last] = [ends.line[from], ends.line[to]];
  if (first === last) return [first];
  costsFrom(graph, costs, seedsOf(graph, costs, ends, to), tree);
  let { node } = departure(graph, costs, ends, from, tree);
  if (tree.cost[node] === Infinity) return [];
  const lines = [first, last];
  while (tree.byLine[node] !== NO_LINE) {
    const line = tree.byLine[node];
    lines.push(line);
    node = otherEnd(graph, line, node);
  }
  return lines;
}
