import type { Position } from "../domain/municipality.ts";
import {
  BY_CAR_FASTEST,
  costsFrom,
  lineCosts,
  newSearchTree,
  NO_LINE,
  type RoadGraph,
  type SearchTree,
} from "./graph.ts";
import { leastWay } from "./route.ts";
import { seedsOf, type Snapped } from "./snap.ts";
import type { Travel } from "./travel.ts";

/** Driving between places, each way the fastest; row-major over the places, `[from * count + to]`, `Infinity` without a way. */
export interface Driving {
  readonly count: number;
  readonly minutes: Float64Array;
  /** Along the fastest way. */
  readonly kilometres: Float64Array;
  /** Degrees WGS84. */
  readonly line: (from: number, to: number) => readonly Position[];
}

/** Between demand points and then, as the last place, a site. One search a place: O(places x lines log lines). */
export function drivingBetween(travel: Travel, points: readonly number[], site: number): Driving {
  const { graph, byCar } = travel.network;
  const places = together(byCar.points, points, byCar.sites, site);
  const count = points.length + 1;
  const minutes = new Float64Array(count * count).fill(Infinity);
  const kilometres = new Float64Array(count * count).fill(Infinity);
  const costs = lineCosts(graph.network, BY_CAR_FASTEST);
  const tree = newSearchTree(graph);
  for (let to = 0; to < count; to++) {
    costsFrom(graph, costs, seedsOf(graph, costs, places, to), tree);
    const metresAt = metresAlong(graph, places, to, tree);
    for (let from = 0; from < count; from++) {
      const found = reach(graph, costs, places, from, to, tree, metresAt);
      minutes[from * count + to] = found.minutes;
      kilometres[from * count + to] = found.metres / 1000;
    }
  }
  return {
    count,
    minutes,
    kilometres,
    line: (from, to) => leastWay(graph, BY_CAR_FASTEST, places, from, places, to, tree)?.line ?? [],
  };
}

function together(points: Snapped, chosen: readonly number[], sites: Snapped, site: number): Snapped {
  const pick = (of: (snapped: Snapped) => ArrayLike<number>): number[] => [
    ...chosen.map((point) => of(points)[point]),
    of(sites)[site],
  ];
  return {
    line: Uint32Array.from(pick(({ line }) => line)),
    along: Float64Array.from(pick(({ along }) => along)),
    access: Float64Array.from(pick(({ access }) => access)),
    skippedPieces: 0,
  };
}

/** Metres along the search tree from a node to the target; worked out once a node. */
function metresAlong(graph: RoadGraph, places: Snapped, to: number, tree: SearchTree): (node: number) => number {
  const known = new Map<number, number>();
  const { length } = graph.network;
  const onTarget = (node: number): number => {
    const line = places.line[to];
    return graph.from[line] === node ? places.along[to] : length[line] - places.along[to];
  };
  return (node) => {
    const path: number[] = [];
    let at = node;
    while (!known.has(at) && tree.byLine[at] !== NO_LINE) {
      path.push(at);
      const line = tree.byLine[at];
      at = graph.to[line] === at ? graph.from[line] : graph.to[line];
    }
    let metres = known.get(at) ?? onTarget(at);
    for (const back of path.toReversed()) {
      metres += length[tree.byLine[back]];
      known.set(back, metres);
    }
    return metres;
  };
}

function reach(
  graph: RoadGraph,
  costs: Float64Array,
  places: Snapped,
  from: number,
  to: number,
  tree: SearchTree,
  metresAt: (node: number) => number,
): { readonly minutes: number; readonly metres: number } {
  if (places.access[from] === Infinity || places.access[to] === Infinity)
    return { minutes: Infinity, metres: Infinity };
  const line = places.line[from];
  const length = Math.max(graph.network.length[line], 1e-9);
  const perMetre = costs[line] / length;
  const along = places.along[from];
  const [first, last] = [graph.from[line], graph.to[line]];
  const byFirst = tree.cost[first] + along * perMetre;
  const byLast = tree.cost[last] + (length - along) * perMetre;
  const apart = line === places.line[to] ? Math.abs(along - places.along[to]) : Infinity;
  const least = Math.min(byFirst, byLast, apart * perMetre);
  if (least === Infinity) return { minutes: Infinity, metres: Infinity };
  if (least === apart * perMetre) return { minutes: least, metres: apart };
  const metres = least === byFirst ? metresAt(first) + along : metresAt(last) + length - along;
  return { minutes: least, metres };
}
