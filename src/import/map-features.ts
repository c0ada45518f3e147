import { type Area, partsOf } from "../geo/polygon-segments.ts";
import { type Crs, DEGREES } from "../geo/coordinate-systems.ts";
import { degreesIn } from "../geo/projection.ts";
import { findCrs } from "./crs.ts";
import {
  type AreaCoordinates,
  AREAS,
  type Feature,
  type FeatureFile,
  LINES,
  readFeatures,
  seeFeatures,
} from "./geojson.ts";
import type { MapSource } from "./map-source.ts";
import { packLines } from "./pack-lines.ts";
import type { Report, Spot } from "./report.ts";
import { fitOf, isAcrossDateLine, systemsOf, type Whereabouts } from "./whereabouts.ts";

/** A line of a map file in the plane. */
export interface MapLine<Told> {
  /** What its properties told when they came by. */
  readonly told: Told;
  /** Where the line, or one of its properties, stands. */
  readonly at: (property?: string) => Spot;
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

/**
 * Roads: the file's lines in the plane, those that lie elsewhere left out and reported. `tell` says what is to be kept of each line's
 * properties; the file is gone through once.
 */
export function readLines<Told>(
  map: MapSource,
  where: Whereabouts,
  tell: (properties: Readonly<Record<string, unknown>>) => Told,
  report: Report,
): { readonly lines: Iterable<MapLine<Told>>; readonly crs: Crs } | undefined {
  const packed = packLines();
  const told: Told[] = [];
  const found = seeFeatures(map, LINES, report, ({ properties, parts }) => {
    packed.add(parts);
    told.push(tell(properties));
  });
  if (!found) return undefined;
  const { file, count, at } = found;
  const judge = judgeOf(where, found.crs);
  const pairs = {
    file,
    names: ["x", "y"] as const,
    xy: packed.oneOfEach(judge),
    spot: at,
    ...(found.crs && { named: found.crs }),
  };
  const { crs, sound } = findCrs(pairs, where, report);
  const partsOfLine = packed.inPlane(crs, where.plane);
  function* lines(): Generator<MapLine<Told>> {
    for (let line = 0; line < count; line++)
      if (sound(line)) yield { told: told[line], at: (property) => at(line, property), parts: partsOfLine(line) };
  }
  return { lines: lines(), crs };
}

/** Makes the function that says whether a pair of numbers is no place where the case lies, in whatever system. */
function judgeOf(where: Whereabouts, named: Crs | undefined): (x: number, y: number) => boolean {
  const systems = systemsOf(where, named);
  return (x, y) => {
    const fit = fitOf(x, y, systems);
    return fit === undefined || isAcrossDateLine(where, fit.crs, x, y);
  };
}

/** Outline, land, units: the file's areas in degrees. */
export function readAreas(
  map: MapSource,
  where: Whereabouts,
  extent: Extent,
  report: Report,
): { readonly areas: readonly MapArea[]; readonly crs: Crs } | undefined {
  const file = readFeatures(map, AREAS, report);
  if (!file) return undefined;
  const { crs, sound } = crsOf(file, (part) => part.flat(), where, extent, report);
  const areas = file.features.filter(sound).map((feature) => {
    const drawn = areaOf(feature.parts.map((part) => part.map((ring) => ring.map(([x, y]) => [x, y]))));
    return { feature, drawn, area: areaInDegrees(drawn, crs) };
  });
  return { areas, crs };
}

const areaOf = (parts: number[][][][]): Area =>
  parts.length === 1 ? { type: "Polygon", coordinates: parts[0] } : { type: "MultiPolygon", coordinates: parts };

/** East and north of each corner in turn, heights left out. */
const pairsOf = (ring: readonly (readonly number[])[]): number[] => ring.flatMap(([x, y]) => [x, y]);

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
  const judge = judgeOf(where, crs);
  const isOutside = ([x, y]: readonly number[]): boolean => judge(x, y);
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
