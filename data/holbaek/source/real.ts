/** Real geography, kept outside the repo; the case is only compared with it. */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";

/** Where it lies: the folder named by SKOLEDISTRIKT_GEODATA, else beside the repo. */
export const GEODATA = resolve(process.env["SKOLEDISTRIKT_GEODATA"] ?? join(process.cwd(), "../shared/geodata"));

export const REAL_OUTLINE = join(GEODATA, "kommune_0316_dagi2014.geojson");
export const REAL_ROADS = join(GEODATA, "roads_0316_raw.geojson.gz");
export const REAL_GRID = join(GEODATA, "pop_grid_1km_census2021.geojson.gz");

/** Those of the files that are not there. */
export const lacking = (...paths: readonly string[]): readonly string[] => paths.filter((path) => !existsSync(path));

/** Longitude and latitude of the ferry's harbours, Holbæk and Orø. */
const HARBOURS = [
  [11.709, 55.719],
  [11.803, 55.757],
] as const;

interface Line {
  readonly geometry: { readonly coordinates: readonly (readonly [lon: number, lat: number])[] };
}

/**
 * GeoDanmark's lines as they come, as a roads.geojson, and the ferry Holbæk-Orø, which they lack, between their vertices
 * nearest the two harbours (30 minutes, 7.5 km).
 */
export function realRoads(): Uint8Array<ArrayBuffer> {
  const roads: { features: Line[] } = JSON.parse(gunzipSync(readFileSync(REAL_ROADS)).toString());
  const vertices = roads.features.flatMap(({ geometry }) => geometry.coordinates);
  const coordinates = HARBOURS.map(([lon, lat]) => {
    const distance = (vertex: readonly number[]): number => Math.hypot((vertex[0] - lon) * 0.56, vertex[1] - lat);
    return vertices.reduce((best, vertex) => (distance(vertex) < distance(best) ? vertex : best));
  });
  const ferry = { kind: "ferry", minutes: 30, length: 7500 };
  const feature = { type: "Feature", properties: ferry, geometry: { type: "LineString", coordinates } };
  return new TextEncoder().encode(JSON.stringify({ ...roads, features: [...roads.features, feature] }));
}

/** A square kilometre of Eurostat's grid, census 2021. */
export interface GridCell {
  readonly geometry: { readonly type: "Polygon"; readonly coordinates: number[][][] };
  readonly properties: {
    readonly age_lt15: number;
    /** Share of the cell that lies in the municipality. */
    readonly frac_holbaek: number;
    /** Its centre, degrees. */
    readonly cx: number;
    readonly cy: number;
  };
}

export function realGrid(): readonly GridCell[] {
  const { features }: { features: GridCell[] } = JSON.parse(gunzipSync(readFileSync(REAL_GRID)).toString());
  return features;
}
