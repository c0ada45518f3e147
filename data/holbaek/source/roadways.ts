import type { RoadKind } from "../../../src/domain/municipality.ts";
import { toPlane } from "../../../src/geo/projection.ts";
import {
  BY_CAR,
  buildGraph,
  costsFrom,
  lineCosts,
  newSearchTree,
  ON_FOOT_OR_BICYCLE,
  type TravelMode,
} from "../../../src/travel/graph.ts";
import { type Snapped, snap } from "../../../src/travel/snap.ts";
import { type Road, roadNetwork } from "./roads.ts";
import type { LonLat } from "./tables.ts";

/** Positions measured along the roads. */
export interface Roadways {
  /** Metres from each position straight to the nearest road or path (no motorway), `[position]`. */
  readonly access: (positions: readonly LonLat[]) => Float64Array;
  /** Shortest way on foot or by bicycle, metres, from each position to each site, `[position][site]`. */
  readonly walk: (positions: readonly LonLat[], sites: readonly LonLat[]) => readonly Float64Array[];
  /** The same by car. */
  readonly drive: (positions: readonly LonLat[], sites: readonly LonLat[]) => readonly Float64Array[];
}

export function roadways(roads: readonly Road[]): Roadways {
  const graph = buildGraph(roadNetwork(roads));
  const tree = newSearchTree(graph);
  const place = (positions: readonly LonLat[], kinds: readonly RoadKind[]): Snapped => {
    const lon = positions.map(([east]) => east);
    const lat = positions.map(([, north]) => north);
    return snap(graph, toPlane(lon, lat), kinds, Infinity);
  };
  const ends = ({ line, along }: Snapped, position: number) => [
    { node: graph.from[line[position]], cost: along[position] },
    { node: graph.to[line[position]], cost: graph.network.length[line[position]] - along[position] },
  ];
  const distances =
    (mode: TravelMode, joined: readonly RoadKind[]) => (positions: readonly LonLat[], sites: readonly LonLat[]) => {
      const costs = lineCosts(graph.network, mode);
      const from = place(positions, joined);
      const to = place(sites, joined);
      const table = positions.map(() => new Float64Array(sites.length));
      sites.forEach((_, site) => {
        costsFrom(graph, costs, ends(to, site), tree);
        table.forEach((row, position) => {
          const onSameLine =
            from.line[position] === to.line[site] ? Math.abs(from.along[position] - to.along[site]) : Infinity;
          const overEnds = ends(from, position).map(({ node, cost }) => cost + tree.cost[node]);
          row[site] = from.access[position] + to.access[site] + Math.min(onSameLine, ...overEnds);
        });
      });
      return table;
    };
  return {
    access: (positions) => place(positions, ["road", "path"]).access,
    walk: distances(ON_FOOT_OR_BICYCLE, ["road", "path"]),
    drive: distances(BY_CAR, ["road"]),
  };
}
