import { catalogue, type Text } from "../domain/language.ts";
import type { Crs } from "../geo/coordinate-systems.ts";
import { isRecord } from "./json-shape.ts";
import type { RawFeature } from "./formats/layers.ts";
import type { MapSource } from "./map-source.ts";
import type { Report, Spot } from "./report.ts";

/** A line or an area of a GeoJSON file with its coordinates as they stand there. */
export interface Feature<Coordinates> {
  readonly id: unknown;
  readonly properties: Readonly<Record<string, unknown>>;
  /** The parts of the geometry; one, unless it is a Multi… */
  readonly parts: readonly Coordinates[];
  readonly at: (property?: string) => Spot;
}

export type LineCoordinates = number[][];
export type AreaCoordinates = number[][][];

/** Features of one file and the coordinate system it names in the old way (`crs` member), if it does. */
export interface FeatureFile<Coordinates> {
  readonly file: string;
  readonly features: readonly Feature<Coordinates>[];
  readonly crs?: Crs;
}

type ShapeFault = "geojson.coordinates" | "geojson.ring";

/** How a geometry of the wanted kind is recognised and what is wrong with one. */
interface Shape<Coordinates> {
  /** What people call such geometries. */
  readonly words: Text;
  readonly single: string;
  readonly multi: string;
  readonly fault: (coordinates: unknown) => ShapeFault | undefined;
  readonly holds: (coordinates: unknown) => coordinates is Coordinates;
}

const isPosition = (value: unknown): value is number[] =>
  Array.isArray(value) && value.length >= 2 && Number.isFinite(value[0]) && Number.isFinite(value[1]);
const isLine = (value: unknown): value is LineCoordinates =>
  Array.isArray(value) && value.length >= 2 && value.every(isPosition);
const isArea = (value: unknown): value is AreaCoordinates =>
  Array.isArray(value) && value.length >= 1 && value.every(isLine);
const isClosed = (ring: LineCoordinates): boolean => {
  const [first, last] = [ring[0], ring[ring.length - 1]];
  return ring.length >= 4 && first[0] === last[0] && first[1] === last[1];
};

/** Whether the ring encloses anything (shoelace formula; corners relative to the first, to keep digits). */
const hasArea = (ring: LineCoordinates): boolean => {
  const [[x, y]] = ring;
  let twice = 0;
  for (let i = 1; i < ring.length; i++)
    twice += (ring[i - 1][0] - x) * (ring[i][1] - y) - (ring[i][0] - x) * (ring[i - 1][1] - y);
  return twice !== 0;
};

const WORDS = catalogue("import.geojson", {
  lines: { da: "linjer (LineString, MultiLineString)", en: "lines (LineString, MultiLineString)" },
  areas: { da: "flader (Polygon, MultiPolygon)", en: "areas (Polygon, MultiPolygon)" },
});

export const LINES: Shape<LineCoordinates> = {
  words: WORDS.lines,
  single: "LineString",
  multi: "MultiLineString",
  fault: (value) => (isLine(value) ? undefined : "geojson.coordinates"),
  holds: isLine,
};
export const AREAS: Shape<AreaCoordinates> = {
  words: WORDS.areas,
  single: "Polygon",
  multi: "MultiPolygon",
  fault: (value) =>
    !isArea(value) ? "geojson.coordinates" : value.every(isClosed) && hasArea(value[0]) ? undefined : "geojson.ring",
  holds: isArea,
};

/** Features of one file, each made anew whenever it is asked for: of a large file they are more than memory holds. */
interface FeaturesByNumber<Coordinates> {
  readonly file: string;
  readonly crs?: Crs;
  /** So many are of the wanted shape. */
  readonly count: number;
  /** From 0 on, in the file's order. */
  readonly feature: (number: number) => Feature<Coordinates>;
}

/**
 * The features of the wanted shape, those in collections of geometries too. Others are left out and counted; damaged ones are errors.
 * `undefined` where the file is broken off. `seen` is called with the parts of each of them in turn while they are checked.
 */
export function featuresByNumber<Coordinates>(
  map: MapSource,
  shape: Shape<Coordinates>,
  report: Report,
  seen: (parts: readonly Coordinates[]) => void = () => {},
): FeaturesByNumber<Coordinates> | undefined {
  const { file, crs } = map;
  const sorted = sortedOut(map, shape, seen);
  if (sorted === "broken") {
    map.reportBroken?.();
    return undefined;
  }
  const wanted = shape.words;
  for (const { index, found } of sorted.told) {
    const { at } = featureAt(map, index, shape);
    if (found === "other") report("geojson.left-out", at(), { wanted });
    else if (found === "more than that") report("geojson.parts-left-out", at(), { wanted });
    else report(found, at(), {});
  }
  if (sorted.others === map.count) report("geojson.nothing", { file }, { wanted });
  const feature = (number: number): Feature<Coordinates> => featureAt(map, sorted.kept[number], shape);
  return { file, count: sorted.kept.length, feature, ...(crs && { crs }) };
}

/** What is kept by its place in the file; what something is to be told of; and how many are of other shapes. */
interface Sorted {
  readonly kept: readonly number[];
  readonly told: readonly { readonly index: number; readonly found: ShapeFault | "other" | "more than that" }[];
  readonly others: number;
}

function sortedOut<Coordinates>(
  { count, feature }: MapSource,
  shape: Shape<Coordinates>,
  seen: (parts: readonly Coordinates[]) => void,
): Sorted | "broken" {
  const told: Sorted["told"][number][] = [];
  const kept: number[] = [];
  let others = 0;
  for (let index = 0; index < count; index++) {
    const found = feature(index);
    if (found === "broken") return "broken";
    const { parts, leftOut } = partsIn(found.geometry, shape);
    if (parts.length === 0) {
      others++;
      told.push({ index, found: "other" });
      continue;
    }
    if (leftOut > 0) told.push({ index, found: "more than that" });
    const fault = parts.map(shape.fault).find((each) => each !== undefined);
    if (fault) told.push({ index, found: fault });
    else {
      kept.push(index);
      seen(parts.filter(shape.holds));
    }
  }
  return { kept, told, others };
}

/** The same, all of them at once. */
export function readFeatures<Coordinates>(
  map: MapSource,
  shape: Shape<Coordinates>,
  report: Report,
): FeatureFile<Coordinates> | undefined {
  const found = featuresByNumber(map, shape, report);
  if (!found) return undefined;
  const { file, crs, count, feature } = found;
  return { file, features: Array.from({ length: count }, (_, number) => feature(number)), ...(crs && { crs }) };
}

function featureAt<Coordinates>(map: MapSource, index: number, shape: Shape<Coordinates>): Feature<Coordinates> {
  const found = map.feature(index);
  const { id, properties, geometry } = found === "broken" ? NOTHING : found;
  const at = (property?: string): Spot => {
    const name = nameOf(properties, id);
    return {
      file: map.file,
      ...map.spot(index, property),
      ...(property !== undefined && { column: property }),
      feature: index + 1,
      ...(name !== undefined && { name }),
      group: property ?? "",
    };
  };
  return { id, properties, parts: partsIn(geometry, shape).parts.filter(shape.holds), at };
}

const NOTHING: RawFeature = { properties: {}, geometry: null };

/** The parts of the wanted shape in a geometry, and how many geometries of a collection are of another. */
function partsIn(
  geometry: unknown,
  shape: Pick<Shape<unknown>, "single" | "multi">,
): { readonly parts: readonly unknown[]; readonly leftOut: number } {
  if (!isRecord(geometry)) return { parts: [], leftOut: 0 };
  const { type, coordinates, geometries } = {
    type: geometry["type"],
    coordinates: geometry["coordinates"],
    geometries: geometry["geometries"],
  };
  if (type === shape.single) return { parts: [coordinates], leftOut: 0 };
  if (type === shape.multi && Array.isArray(coordinates)) return { parts: coordinates, leftOut: 0 };
  if (type !== "GeometryCollection" || !Array.isArray(geometries)) return { parts: [], leftOut: 1 };
  const inside = geometries.map((each: unknown) => partsIn(each, shape));
  return {
    parts: inside.flatMap(({ parts }) => parts),
    leftOut: inside.reduce((sum, { leftOut }) => sum + leftOut, 0),
  };
}

/** Properties that name a feature to people, the first that is there. */
const NAME_PROPERTIES = ["name", "navn", "vejnavn", "sognenavn", "id", "kode", "code", "nummer"] as const;

function nameOf(properties: Readonly<Record<string, unknown>>, id: unknown): string | undefined {
  return [...NAME_PROPERTIES.map((name) => properties[name]), id]
    .flatMap((each) => (typeof each === "string" || typeof each === "number" ? `${each}`.trim() : []))
    .find((each) => each !== "");
}
