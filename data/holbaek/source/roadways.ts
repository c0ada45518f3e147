import { BAND_COUNT, GRADE_COUNT, GRADES } from "./folkeskole.ts";
import { NO_BANDS } from "../../../src/domain/grades.ts";
import type { Municipality } from "../../../src/domain/municipality.ts";
import { metres } from "../../../src/domain/quantities.ts";
import { newSearchTree, ON_FOOT_OR_BICYCLE } from "../../../src/travel/graph.ts";
import { nearestAccess, onNearestRoad } from "../../../src/travel/snap.ts";
import { computeTravel, costTable, type Travel } from "../../../src/travel/travel.ts";
import { type Road, roadNetwork } from "./roads.ts";
import type { LonLat } from "./tables.ts";

/** Distances along the roads before there is a case. */
export interface Roadways {
  /** Metres from each position straight to the nearest road or path (no motorway), `[position]`. */
  readonly access: (positions: readonly LonLat[]) => Float64Array;
  /** Shortest way on foot or by bicycle from the nearest road, metres, row-major `[position * sites.length + site]`. */
  readonly walk: (positions: readonly LonLat[], sites: readonly LonLat[]) => Float32Array;
}

export function roadways(roads: readonly Road[]): Roadways {
  const network = roadNetwork(roads);
  const travel = (positions: readonly LonLat[], sites: readonly LonLat[]): Travel =>
    computeTravel(bareMunicipality(network, positions, sites)).value;
  return {
    access: (positions) => {
      const { points } = travel(positions, []).network.onFoot;
      return Float64Array.from(positions, (_, position) => nearestAccess(points, position));
    },
    walk: (positions, sites) => {
      const { graph, onFoot } = travel(positions, sites).network;
      const [points, schools] = [
        onNearestRoad(onFoot.points, [...positions.keys()]),
        onNearestRoad(onFoot.sites, [...sites.keys()]),
      ];
      return costTable(graph, ON_FOOT_OR_BICYCLE, points, schools, newSearchTree(graph));
    },
  };
}

/** As little of a municipality as distances need: the positions are points without pupils in a single unit. */
function bareMunicipality(
  roads: Municipality["roads"],
  positions: readonly LonLat[],
  sites: readonly LonLat[],
): Municipality {
  const lon = Float64Array.from(positions, ([east]) => east);
  const lat = Float64Array.from(positions, ([, north]) => north);
  const count = positions.length;
  return {
    grades: GRADES,
    info: { name: "", code: "", schoolYear: 0, priceYear: 0, sources: [], snapLimit: metres(Infinity) },
    sites: sites.map(([east, north], site) => ({
      id: String(site),
      name: "",
      town: "",
      lon: east,
      lat: north,
      teaches: NO_BANDS,
      capacity: Array.from({ length: BAND_COUNT }, () => undefined),
    })),
    districts: [],
    units: {
      count: 1,
      id: ["all"],
      lon: lon.slice(0, 1),
      lat: lat.slice(0, 1),
      shape: { kind: "polygons", geometry: [] },
      adjacency: { start: Uint32Array.of(0, 0), target: new Uint32Array() },
    },
    demand: {
      pointCount: count,
      firstPoint: Uint32Array.of(0, count),
      lon,
      lat,
      pupils: new Uint16Array(count * GRADE_COUNT),
    },
    roads,
    scenery: { land: [], surroundings: [], places: [], neighbours: [] },
  };
}
