import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import {
  area,
  bboxClip,
  bboxPolygon,
  booleanPointInPolygon,
  difference,
  featureCollection,
  intersect,
  polygon,
  simplify,
  truncate,
} from "@turf/turf";
import type { BBox, Feature, Polygon, Position } from "geojson";
import type { LonLat } from "./tables.ts";

export const LAND_ATTRIBUTION = "© OpenStreetMap contributors (ODbL 1.0), via @geo-maps/earth-coastlines-1m";

/** West, south, east, north of what the map shows. */
const FRAME: readonly [number, number, number, number] = [11.15, 55.45, 12.05, 55.92];

/** West, south, east, north of what lies around that, for maps that are wider or farther off. */
const SURROUNDINGS: readonly [number, number, number, number] = [10.3, 54.95, 12.7, 56.4];

/** Degrees; about 10 metres. */
const SIMPLIFY_TOLERANCE = 0.0001;
/** Degrees; about 100 metres: two pixels where all of the municipality is seen. */
const AROUND_TOLERANCE = 0.001;
/** Smaller islets around are left out, square metres. */
const LEAST_ISLET = 300_000;

/** The polygons of the coastline package that have a corner inside what lies around. */
export function readCoastlines(): readonly Position[][][] {
  const file = join(
    createRequire(import.meta.url).resolve("@geo-maps/earth-coastlines-1m/package.json"),
    "../map.geo.json",
  );
  const world: { readonly geometries: readonly { readonly coordinates: Position[][][] }[] } = JSON.parse(
    readFileSync(file, "utf8"),
  );
  const [west, south, east, north] = SURROUNDINGS;
  const inFrame = ([lon, lat]: Position) => lon > west && lon < east && lat > south && lat < north;
  return world.geometries.flatMap(({ coordinates }) => coordinates).filter(([ring]) => ring.some(inFrame));
}

/** Degrees around a frame that coastlines are cut to before the exact cut at the frame itself, which takes seconds for a whole Zealand. */
const MARGIN = 0.1;

/** Polygons cut roughly, to a little more than a frame; the straight borders this makes lie outside it. */
function near(coastlines: readonly Position[][][], [west, south, east, north]: typeof FRAME): readonly Position[][][] {
  const wide: BBox = [west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN];
  return coastlines
    .map((rings) => bboxClip(polygon(rings), wide).geometry)
    .flatMap((cut) => (cut.type === "Polygon" && cut.coordinates.length > 0 ? [cut.coordinates] : []));
}

/** Land inside the frame, one polygon a piece, largest first; five decimals. */
export function clipLand(coastlines: readonly Position[][][]): readonly Feature<Polygon>[] {
  const frame = bboxPolygon([...FRAME]);
  return near(coastlines, FRAME)
    .flatMap((rings) => parts(intersect(featureCollection([polygon(rings), frame]))))
    .map((piece) => truncate(simplify(piece, { tolerance: SIMPLIFY_TOLERANCE, highQuality: true }), { precision: 5 }))
    .toSorted((a, b) => b.geometry.coordinates[0].length - a.geometry.coordinates[0].length);
}

/** Land around the frame, drawn less exactly; four decimals. */
export function landAround(coastlines: readonly Position[][][]): readonly Feature<Polygon>[] {
  const [around, frame] = [bboxPolygon([...SURROUNDINGS]), bboxPolygon([...FRAME])];
  const coarse = coastlines.map((rings) =>
    simplify(polygon(rings), { tolerance: AROUND_TOLERANCE, highQuality: true }),
  );
  return near(
    coarse.map(({ geometry }) => geometry.coordinates),
    SURROUNDINGS,
  )
    .flatMap((rings) => parts(intersect(featureCollection([polygon(rings), around]))))
    .flatMap((piece) => parts(difference(featureCollection([piece, frame]))))
    .filter((piece) => area(piece) >= LEAST_ISLET)
    .map((piece) => truncate(piece, { precision: 4 }))
    .toSorted((a, b) => b.geometry.coordinates[0].length - a.geometry.coordinates[0].length);
}

/**
 * The schematic outline of the municipality: land inside the typed border, of which the pieces that have a school are
 * kept, the mainland first. Islets without homes are left out.
 */
export function outlineOf(
  land: readonly Feature<Polygon>[],
  border: readonly LonLat[],
  schools: readonly { readonly lon: number; readonly lat: number }[],
): readonly Feature<Polygon>[] {
  const claim = polygon([[...border, border[0]].map(([lon, lat]) => [lon, lat])]);
  return land
    .flatMap((piece) => parts(intersect(featureCollection([piece, claim]))))
    .map((piece) => truncate(piece, { precision: 5 }))
    .filter((piece) => schools.some(({ lon, lat }) => liesOn([lon, lat], [piece])))
    .toSorted((a, b) => b.geometry.coordinates[0].length - a.geometry.coordinates[0].length);
}

type Clipped = ReturnType<typeof intersect>;

function parts(clipped: Clipped): readonly Feature<Polygon>[] {
  if (!clipped) return [];
  const { geometry } = clipped;
  return geometry.type === "Polygon"
    ? [polygon(geometry.coordinates)]
    : geometry.coordinates.map((rings) => polygon(rings));
}

/** Whether a position lies on one of the pieces. */
export const liesOn = ([lon, lat]: LonLat, pieces: readonly Feature<Polygon>[]): boolean =>
  pieces.some((piece) => booleanPointInPolygon([lon, lat], piece));
