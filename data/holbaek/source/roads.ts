import { ROAD_KINDS, type RoadNetwork } from "../../../src/domain/municipality.ts";
import { DANISH_PLANE, toPlane } from "../../../src/geo/projection.ts";
import type { Junction, Link, LonLat } from "./tables.ts";

/** A link of the table as a line: the junctions at its ends, its bends between them. */
export interface Road {
  readonly link: Link;
  readonly points: readonly LonLat[];
}

export function layRoads(junctions: readonly Junction[], links: readonly Link[]): readonly Road[] {
  const at = new Map(junctions.map(({ id, lon, lat }): [string, LonLat] => [id, [lon, lat]]));
  const junction = (id: string): LonLat => {
    const position = at.get(id);
    if (!position) throw new Error(`links.csv names the junction "${id}", which junctions.csv lacks.`);
    return position;
  };
  return links.map((link) => ({ link, points: [junction(link.from), ...link.via, junction(link.to)] }));
}

/** Stated lengths are whole tens of metres, and never less than what is drawn. */
export function roadFeatures(roads: readonly Road[]): readonly unknown[] {
  return roads.map(({ link, points }) => ({
    type: "Feature",
    properties: {
      kind: link.kind,
      ...(link.name && { name: link.name }),
      ...(link.speed !== undefined && { speed: link.speed }),
      length: Math.round(link.km * 1000),
      ...(link.minutes !== undefined && { minutes: link.minutes }),
    },
    geometry: { type: "LineString", coordinates: points },
  }));
}

/** The same roads as the travel code wants them. */
export function roadNetwork(roads: readonly Road[]): RoadNetwork {
  const start = new Uint32Array(roads.length + 1);
  roads.forEach(({ points }, line) => (start[line + 1] = start[line] + points.length));
  const points = roads.flatMap((road) => road.points);
  return {
    plane: DANISH_PLANE,
    count: roads.length,
    start,
    xy: toPlane(
      DANISH_PLANE,
      points.map(([lon]) => lon),
      points.map(([, lat]) => lat),
    ),
    length: Float64Array.from(roads, ({ link }) => link.km * 1000),
    kind: Uint8Array.from(roads, ({ link }) => ROAD_KINDS.indexOf(link.kind)),
    minutes: Float64Array.from(roads, ({ link }) => link.minutes ?? (link.km / (link.speed ?? 50)) * 60),
  };
}
