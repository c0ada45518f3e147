import type { Plane, Position } from "../domain/municipality.ts";
import { toDegrees, toPlane } from "../geo/projection.ts";
import {
  costsFrom,
  newSearchTree,
  NO_LINE,
  ON_FOOT_OR_BICYCLE,
  otherEnd,
  type RoadGraph,
  type SearchTree,
  type TravelMode,
} from "./graph.ts";
import { type Costs, costsOf, departure, footOfSeed, seedsOf, snap, type Snapped } from "./snap.ts";
import { type Travel, wholeMetres } from "./travel.ts";

/** A way along the road, from a demand point to a site; `metres` equals the entry of `Travel.walk` to the metre. */
export interface Route {
  readonly metres: number;
  /** Degrees WGS84, from the road at the address to the road at the site. */
  readonly line: readonly Position[];
}

/** The shortest way on foot or by bicycle, so that a disputed distance can be shown; `undefined` where there is none. */
export function routeOf(travel: Travel, point: number, site: number): Route | undefined {
  const { graph, onFoot } = travel.network;
  const { points, sites } = onFoot;
  const found = leastWay(graph, ON_FOOT_OR_BICYCLE, points, point, sites, site, newSearchTree(graph));
  return found && { metres: wholeMetres(found.cost), line: found.line };
}

/** The same from any place, such as the middle of an area, where no home need be. */
export function routeFromPlace(travel: Travel, place: Position, site: number): Route | undefined {
  const { graph, onFoot } = travel.network;
  const from = snap(graph, toPlane(graph.network.plane, [place.lon], [place.lat]), ["road", "path"], Infinity);
  const found = leastWay(graph, ON_FOOT_OR_BICYCLE, from, 0, onFoot.sites, site, newSearchTree(graph));
  return found && { metres: wholeMetres(found.cost), line: found.line };
}

/** What a way costs in its mode, where it runs, and by number the roads that it uses whole or in part, in the order of travel. */
export interface LeastWay {
  readonly cost: number;
  readonly line: readonly Position[];
  readonly roads: readonly number[];
}

/** The cheapest way between two snapped places in a mode, and where it runs on the road. `tree` is scratch space. */
export function leastWay(
  graph: RoadGraph,
  mode: TravelMode,
  from: Snapped,
  place: number,
  to: Snapped,
  target: number,
  tree: SearchTree,
): LeastWay | undefined {
  const costs = costsOf(graph, mode);
  costsFrom(graph, costs.line, seedsOf(graph, costs, to, target), tree);
  const found = departure(graph, costs, from, place, to, target, tree);
  if (!found) return undefined;
  const line = from.line[found.foot];
  const along = from.along[found.foot];
  if (found.by === "line") {
    const xy = stretch(graph, line, along, to.along[found.targetFoot]);
    return { cost: found.cost, line: toPositions(graph.network.plane, xy), roads: [line] };
  }
  const xy = throughEnd(graph, costs, line, along, found.end, to, target, tree.byLine);
  const onwards = roadsThrough(graph, costs, found.node, to, target, tree);
  return { cost: found.cost, line: toPositions(graph.network.plane, xy), roads: [line, ...onwards] };
}

/** From an end of a road along the search tree to a target: the roads, the target's own last. */
function roadsThrough(
  graph: RoadGraph,
  costs: Costs,
  from: number,
  to: Snapped,
  target: number,
  { byLine }: SearchTree,
): readonly number[] {
  const roads: number[] = [];
  let node = from;
  while (byLine[node] !== NO_LINE) {
    roads.push(byLine[node]);
    node = otherEnd(graph, byLine[node], node);
  }
  return [...roads, to.line[footOfSeed(graph, costs, to, target, node)]];
}

/** From the place to one end of its line, then line by line back along the search tree, then to the target on its line. */
function throughEnd(
  graph: RoadGraph,
  costs: Costs,
  first: number,
  along: number,
  end: "from" | "to",
  targets: Snapped,
  target: number,
  byLine: Uint32Array,
): number[] {
  const { length } = graph.network;
  const xy = stretch(graph, first, along, end === "from" ? 0 : length[first]);
  let node = graph[end][first];
  while (byLine[node] !== NO_LINE) {
    const line = byLine[node];
    const backwards = graph.to[line] === node;
    xy.push(...stretch(graph, line, backwards ? length[line] : 0, backwards ? 0 : length[line]));
    node = backwards ? graph.from[line] : graph.to[line];
  }
  const foot = footOfSeed(graph, costs, targets, target, node);
  const last = targets.line[foot];
  xy.push(...stretch(graph, last, graph.from[last] === node ? 0 : length[last], targets.along[foot]));
  return xy;
}

/** The vertices of a line between two positions on it, in the direction of travel; x and y in turn, metres. */
function stretch(graph: RoadGraph, line: number, start: number, end: number): number[] {
  const { start: first, xy, length } = graph.network;
  const vertices: { at: number; x: number; y: number }[] = [];
  let drawn = 0;
  for (let vertex = first[line]; vertex < first[line + 1]; vertex++) {
    if (vertex > first[line])
      drawn += Math.hypot(xy[2 * vertex] - xy[2 * vertex - 2], xy[2 * vertex + 1] - xy[2 * vertex - 1]);
    vertices.push({ at: drawn, x: xy[2 * vertex], y: xy[2 * vertex + 1] });
  }
  const scale = drawn > 0 ? length[line] / drawn : 0;
  const placed = vertices.map(({ at, x, y }) => ({ at: at * scale, x, y }));
  const low = Math.min(start, end);
  const high = Math.max(start, end);
  const between = placed.filter(({ at }) => at > low && at < high);
  const found = [pointAt(placed, low), ...between, pointAt(placed, high)];
  return (start <= end ? found : found.toReversed()).flatMap(({ x, y }) => [x, y]);
}

function pointAt(placed: readonly { at: number; x: number; y: number }[], at: number): { x: number; y: number } {
  const found = placed.findIndex((vertex) => vertex.at >= at);
  if (found === 0) return placed[0];
  if (found < 0) return placed[placed.length - 1];
  const [a, b] = [placed[found - 1], placed[found]];
  const share = (at - a.at) / (b.at - a.at);
  return { x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y) };
}

function toPositions(plane: Plane, xy: readonly number[]): Position[] {
  const { lon, lat } = toDegrees(plane, xy);
  return Array.from(lon, (value, vertex) => ({ lon: value, lat: lat[vertex] })).filter(
    (position, vertex, all) =>
      vertex === 0 || position.lon !== all[vertex - 1].lon || position.lat !== all[vertex - 1].lat,
  );
}
