import type { Plane } from "../domain/municipality.ts";
import { type Area, partsOf } from "../geo/polygon-segments.ts";
import { type Crs, DEGREES, definitionOf } from "../geo/coordinate-systems.ts";
import { degreesIn, toPlane } from "../geo/projection.ts";
import { findCrs } from "./crs.ts";
import {
  type AreaCoordinates,
  AREAS,
  type Feature,
  type FeatureFile,
  type LineCoordinates,
  LINES,
  readFeatures,
} from "./geojson.ts";
import type { MapSource } from "./map-source.ts";
import type { Report } from "./report.ts";
import { fitOf, isAcrossDateLine, systemsOf, type Whereabouts } from "./whereabouts.ts";

/** A line of a map file in the plane. */
export interface MapLine {
  readonly feature: Feature<LineCoordinates>;
  /** x and y in pairs, metres of the case's plane, for each part. */
  readonly parts: readonly Float64Array[];
}

/** An area of a map file in degrees WGS84, and as the file draws it. */
export interface MapArea {
  readonly feature: Feature<AreaCoordinates>;
  readonly area: Area;
  /** In the file's own coordinate system, in which its straight borders are straight. */
  readonly drawn: Area;
}

/** Which positions of a feature must lie where the case does: all of them, or any one. Land and sea may reach farther. */
export type Extent = "all there" | "some there";

/** Roads: the file's lines in the plane, those that lie elsewhere left out and reported. */
export function readLines(
  map: MapSource,
  where: Whereabouts,
  report: Report,
): { readonly lines: readonly MapLine[]; readonly crs: Crs } {
  const file = readFeatures(map, LINES, report);
  const { crs, sound } = crsOf(file, (part) => part, where, "all there", report);
  const inPlane = planeReader(crs, where.plane);
  const lines = file.features.filter(sound).map((feature) => ({ feature, parts: feature.parts.map(inPlane) }));
  return { lines, crs };
}

/** East and north of each corner in turn, heights left out. */
const pairsOf = (line: readonly (readonly number[])[]): number[] => line.flatMap(([x, y]) => [x, y]);

/** Makes the function that puts a line of a coordinate system into a plane; of numbers that are in it already none is changed. */
function planeReader(crs: Crs, plane: Plane): (line: LineCoordinates) => Float64Array {
  if (definitionOf(crs) === plane) return (line) => Float64Array.from(pairsOf(line));
  return (line) => {
    const { lon, lat } = degreesIn(crs, pairsOf(line));
    return toPlane(plane, lon, lat);
  };
}

/** Outline, land, units: the file's areas in degrees. */
export function readAreas(
  map: MapSource,
  where: Whereabouts,
  extent: Extent,
  report: Report,
): { readonly areas: readonly MapArea[]; readonly crs: Crs } {
  const file = readFeatures(map, AREAS, report);
  const { crs, sound } = crsOf(file, (part) => part.flat(), where, extent, report);
  const areas = file.features.filter(sound).map((feature) => {
    const drawn = areaOf(feature.parts.map((part) => part.map((ring) => ring.map(([x, y]) => [x, y]))));
    return { feature, drawn, area: areaInDegrees(drawn, crs) };
  });
  return { areas, crs };
}

const areaOf = (parts: number[][][][]): Area =>
  parts.length === 1 ? { type: "Polygon", coordinates: parts[0] } : { type: "MultiPolygon", coordinates: parts };

/** An area in the coordinate system it was drawn in, in degrees. */
export function areaInDegrees(area: Area, crs: Crs): Area {
  if (crs === DEGREES) return area;
  const inDegrees = (ring: readonly number[][]): number[][] => {
    const { lon, lat } = degreesIn(crs, pairsOf(ring));
    return Array.from(lon, (each, i) => [each, lat[i]]);
  };
  return areaOf(partsOf(area).map((part) => part.map(inDegrees)));
}

/** Judges each feature by one position: one that lies elsewhere if it has any and must not, else one that lies there if it has any. */
function crsOf<Coordinates>(
  { file, features, crs }: FeatureFile<Coordinates>,
  positionsOf: (part: Coordinates) => readonly number[][],
  where: Whereabouts,
  extent: Extent,
  report: Report,
): { readonly crs: Crs; readonly sound: (feature: Feature<Coordinates>) => boolean } {
  const systems = systemsOf(where, crs);
  const isOutside = ([x, y]: readonly number[]): boolean => {
    const fit = fitOf(x, y, systems);
    return fit === undefined || isAcrossDateLine(where, fit.crs, x, y);
  };
  const telling = new Map<Feature<Coordinates>, readonly number[]>();
  for (const feature of features) {
    const positions = feature.parts.flatMap(positionsOf);
    const outside = extent === "all there" ? positions.find(isOutside) : undefined;
    const position = outside ?? positions.find((each) => !isOutside(each));
    if (position) telling.set(feature, position);
  }
  if (telling.size === 0) for (const feature of features) telling.set(feature, positionsOf(feature.parts[0])[0]);
  const judged = [...telling.keys()];
  const xy = [...telling.values()].flatMap(([x, y]) => [x, y]);
  const pairs = {
    file,
    names: ["x", "y"] as const,
    xy,
    spot: (i: number) => judged[i].at(),
    ...(crs && { named: crs }),
  };
  const finding = findCrs(pairs, where, report);
  const soundOnes = new Set(judged.filter((_, i) => finding.sound(i)));
  const anywhere = extent === "some there" && soundOnes.size > 0;
  return { crs: finding.crs, sound: (feature) => soundOnes.has(feature) || (anywhere && !telling.has(feature)) };
}
