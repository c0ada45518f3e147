import { type Position, ROAD_KINDS } from "../domain/municipality.ts";
import { BY_CAR_FASTEST, costsFrom, gatherAlong, newSearchTree, type RoadGraph } from "./graph.ts";
import { atJunctions } from "./junctions.ts";
import { leastWay } from "./route.ts";
import {
  type Costs,
  costsOf,
  departure,
  type Departure,
  onNearestRoad,
  seedsOf,
  type Snapped,
  together,
} from "./snap.ts";
import type { Travel } from "./travel.ts";

/** Driving between places, each way the fastest; row-major over the places, `[from * count + to]`, `Infinity` without a way. */
export interface Driving {
  readonly count: number;
  readonly minutes: Float64Array;
  /** What of the minutes is sailed: a ferry takes its own time, whatever drives onto it. */
  readonly sailed: Float64Array;
  /** Along the fastest way. */
  readonly kilometres: Float64Array;
  /** Degrees WGS84. */
  readonly line: (from: number, to: number) => readonly Position[];
}

/** Where a bus may stop: where roads meet, or on the road at a demand point. */
export type StoppingPlace =
  | { readonly kind: "junction"; readonly node: number }
  | { readonly kind: "home"; readonly point: number };

/** Between stops and then, as the last places, sites. One search a place: O(places x lines log lines). */
export function drivingBetween(travel: Travel, stops: readonly StoppingPlace[], sites: readonly number[]): Driving {
  const { graph, byCar } = travel.network;
  const places = together([
    ...stops.map((stop) =>
      stop.kind === "junction" ? atJunctions(graph, [stop.node]) : onNearestRoad(byCar.points, [stop.point]),
    ),
    onNearestRoad(byCar.sites, sites),
  ]);
  const count = stops.length + sites.length;
  const minutes = new Float64Array(count * count).fill(Infinity);
  const kilometres = new Float64Array(count * count).fill(Infinity);
  const sailed = new Float64Array(count * count);
  // A bus stops on the road.
  const costs: Costs = { ...costsOf(graph, BY_CAR_FASTEST), access: 0 };
  const { length, kind, minutes: crossing } = graph.network;
  const tree = newSearchTree(graph);
  for (let to = 0; to < count; to++) {
    costsFrom(graph, costs.line, seedsOf(graph, costs, places, to), tree);
    const onto = places.first[to];
    const line = places.line[onto];
    const metresAt = gatherAlong(
      graph,
      tree,
      (node) => (graph.from[line] === node ? places.along[onto] : length[line] - places.along[onto]),
      (metres, next) => metres + length[next],
    );
    // A way begins and ends on no ferry.
    const sailedAt = gatherAlong(
      graph,
      tree,
      () => 0,
      (sum, next) => sum + (ROAD_KINDS[kind[next]] === "ferry" ? crossing[next] : 0),
    );
    for (let from = 0; from < count; from++) {
      const found = departure(graph, costs, places, from, places, to, tree);
      if (!found) continue;
      minutes[from * count + to] = found.cost;
      if (found.by !== "line") sailed[from * count + to] = sailedAt(found.node);
      kilometres[from * count + to] = metresOf(graph, places, found, metresAt) / 1000;
    }
  }
  return {
    count,
    minutes,
    sailed,
    kilometres,
    line: (from, to) => leastWay(graph, BY_CAR_FASTEST, places, from, places, to, tree)?.line ?? [],
  };
}

/** Metres along the way that a departure begins. */
function metresOf(
  { network: { length } }: RoadGraph,
  { line, along }: Snapped,
  found: Departure,
  metresAt: (node: number) => number,
): number {
  const here = along[found.foot];
  if (found.by === "line") return Math.abs(here - along[found.targetFoot]);
  return metresAt(found.node) + (found.end === "from" ? here : length[line[found.foot]] - here);
}
