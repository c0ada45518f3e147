import { type Area, partsOf } from "../geo/polygon-segments.ts";
import { type Crs, toDegrees, toPlane } from "../geo/projection.ts";
import { findCrs, fitOf } from "./crs.ts";
import {
  type AreaCoordinates,
  AREAS,
  type Feature,
  type FeatureFile,
  type LineCoordinates,
  LINES,
  readFeatures,
} from "./geojson.ts";
import type { JsonText } from "./json-text.ts";
import type { Report } from "./report.ts";

/** A line of a map file in the plane. */
export interface MapLine {
  readonly feature: Feature<LineCoordinates>;
  /** x and y in pairs, metres EPSG:25832, for each part. */
  readonly parts: readonly Float64Array[];
}

/** An area of a map file in degrees WGS84, and as the file draws it. */
export interface MapArea {
  readonly feature: Feature<AreaCoordinates>;
  readonly area: Area;
  /** In the file's own coordinate system, in which its straight borders are straight. */
  readonly drawn: Area;
}

/**
 * Which positions of a feature must lie in Denmark: all of them, or any one. Land and sea may reach farther than the
 * country.
 */
export type Extent = "all in Denmark" | "some in Denmark";

/** Roads: the file's lines in the plane, those outside Denmark left out and reported. */
export function readLines(
  json: JsonText,
  stated: Crs | undefined,
  report: Report,
): { readonly lines: readonly MapLine[]; readonly crs: Crs } | undefined {
  const file = readFeatures(json, LINES, report);
  if (!file) return undefined;
  const { crs, sound } = crsOf(file, (part) => part, stated, "all in Denmark", report);
  const lines = file.features.filter(sound).map((feature) => ({
    feature,
    parts: feature.parts.map((line) =>
      crs === "EPSG:25832"
        ? Float64Array.from(line.flatMap(([x, y]) => [x, y]))
        : toPlane(
            line.map(([lon]) => lon),
            line.map(([, lat]) => lat),
          ),
    ),
  }));
  return { lines, crs };
}

/** Outline, land, units: the file's areas in degrees. */
export function readAreas(
  json: JsonText,
  stated: Crs | undefined,
  extent: Extent,
  report: Report,
): { readonly areas: readonly MapArea[]; readonly crs: Crs } | undefined {
  const file = readFeatures(json, AREAS, report);
  if (!file) return undefined;
  const { crs, sound } = crsOf(file, (part) => part.flat(), stated, extent, report);
  const areas = file.features.filter(sound).map((feature) => {
    const drawn = areaOf(feature.parts.map((part) => part.map((ring) => ring.map(([x, y]) => [x, y]))));
    return { feature, drawn, area: areaInDegrees(drawn, crs) };
  });
  return { areas, crs };
}

const areaOf = (parts: number[][][][]): Area =>
  parts.length === 1 ? { type: "Polygon", coordinates: parts[0] } : { type: "MultiPolygon", coordinates: parts };

/** An area in the coordinate system it was drawn in, in degrees. */
export const areaInDegrees = (area: Area, crs: Crs): Area =>
  crs === "EPSG:4326" ? area : areaOf(partsOf(area).map((part) => part.map(inDegrees)));

function inDegrees(ring: readonly number[][]): number[][] {
  const { lon, lat } = toDegrees(ring.flatMap(([x, y]) => [x, y]));
  return Array.from(lon, (each, i) => [each, lat[i]]);
}

const isOutside = ([x, y]: readonly number[]): boolean => fitOf(x, y) === undefined;

/** Judges each feature by one position: one outside Denmark if it has any and must not, else one inside if it has any. */
function crsOf<Coordinates>(
  { file, features, crs }: FeatureFile<Coordinates>,
  positionsOf: (part: Coordinates) => readonly number[][],
  stated: Crs | undefined,
  extent: Extent,
  report: Report,
): { readonly crs: Crs; readonly sound: (feature: Feature<Coordinates>) => boolean } {
  const telling = new Map<Feature<Coordinates>, readonly number[]>();
  for (const feature of features) {
    const positions = feature.parts.flatMap(positionsOf);
    const outside = extent === "all in Denmark" ? positions.find(isOutside) : undefined;
    const position = outside ?? positions.find((each) => !isOutside(each));
    if (position) telling.set(feature, position);
  }
  if (telling.size === 0) for (const feature of features) telling.set(feature, positionsOf(feature.parts[0])[0]);
  const judged = [...telling.keys()];
  const xy = [...telling.values()].flatMap(([x, y]) => [x, y]);
  const finding = findCrs({ file, names: ["x", "y"], xy, spot: (i) => judged[i].at() }, stated ?? crs, report);
  const soundOnes = new Set(judged.filter((_, i) => finding.sound(i)));
  const anywhere = extent === "some in Denmark" && soundOnes.size > 0;
  return { crs: finding.crs, sound: (feature) => soundOnes.has(feature) || (anywhere && !telling.has(feature)) };
}
