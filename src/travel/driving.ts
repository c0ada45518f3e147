import type { Position } from "../domain/municipality.ts";
import {
  BY_CAR_FASTEST,
  costsFrom,
  gatherAlong,
  lineCosts,
  newSearchTree,
  type RoadGraph,
  type SearchTree,
} from "./graph.ts";
import { leastWay } from "./route.ts";
import { departure, seedsOf, type Snapped } from "./snap.ts";
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
  const { length } = graph.network;
  const tree = newSearchTree(graph);
  for (let to = 0; to < count; to++) {
    costsFrom(graph, costs, seedsOf(graph, costs, places, to), tree);
    const line = places.line[to];
    const metresAt = gatherAlong(
      graph,
      tree,
      (node) => (graph.from[line] === node ? places.along[to] : length[line] - places.along[to]),
      (metres, next) => metres + length[next],
    );
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

function reach(
  graph: RoadGraph,
  costs: Float64Array,
  places: Snapped,
  from: number,
  to: number,
  tree: SearchTree,
  metresAt: (node: number) => number,
): { readonly minutes: number; readonly metres: number } {
  if (places.access[from] === Infinity || places.access[to] === Infinity) return NO_WAY;
  const line = places.line[from];
  const { length } = graph.network;
  const along = places.along[from];
  const { end, node, cost } = departure(graph, costs, places, from, tree);
  const apart = line === places.line[to] ? Math.abs(along - places.along[to]) : Infinity;
  const direct = apart * (costs[line] / Math.max(length[line], 1e-9));
  if (Math.min(cost, direct) === Infinity) return NO_WAY;
  if (direct <= cost) return { minutes: direct, metres: apart };
  const metres = end === "from" ? metresAt(node) + along : metresAt(node) + length[line] - along;
  return { minutes: cost, metres };
}

const NO_WAY = { minutes: Infinity, metres: Infinity } as const;
