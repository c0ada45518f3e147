import type { Crs } from "../geo/coordinate-systems.ts";
import type { JsonWithList } from "./json-list.ts";
import type { JsonPath, JsonText } from "./json-text.ts";
import { namedCrs } from "./named-crs.ts";
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

export const LINES: Shape<LineCoordinates> = {
  single: "LineString",
  multi: "MultiLineString",
  fault: (value) => (isLine(value) ? undefined : "geojson.coordinates"),
  holds: isLine,
};
export const AREAS: Shape<AreaCoordinates> = {
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
 * The features of the wanted shape. Others are left out and counted; damaged ones are errors. Collections, single features
 * and bare geometries are read alike. `undefined` where the file is no GeoJSON or is broken off. `seen` is called with each of them in turn
 * while they are checked.
 */
export function featuresByNumber<Coordinates>(
  json: JsonWithList,
  shape: Shape<Coordinates>,
  report: Report,
  seen: (parts: readonly Coordinates[]) => void = () => {},
): FeaturesByNumber<Coordinates> | undefined {
  const { file, value } = json;
  const list = featuresOf(json);
  if (!list) {
    const type = isRecord(value) ? JSON.stringify(value["type"] ?? null) : typeof value;
    report("geojson.kind", json.at([]), { found: type });
    return undefined;
  }
  const sorted = sortedOut(list, shape, seen);
  if (sorted === "broken") {
    json.list?.reportBroken();
    return undefined;
  }
  const crs = isRecord(value) ? crsOf(json, value["crs"] ?? value["coordRefSys"], report) : undefined;
  const wanted = `${shape.single}, ${shape.multi}`;
  for (const { index, fault } of sorted.faults) {
    const { at } = featureAt(json, list, index);
    if (fault === "other") report("geojson.left-out", at(), { wanted });
    else report(fault, at(), {});
  }
  if (sorted.others === list.count) report("geojson.nothing", { file }, { wanted });
  const feature = (number: number): Feature<Coordinates> => {
    const { parts, ...rest } = featureAt(json, list, sorted.kept[number], shape);
    return { ...rest, parts: parts.filter(shape.holds) };
  };
  return { file, count: sorted.kept.length, feature, ...(crs && { crs }) };
}

/** What is kept and what is left out, by place in the list, and how many for having another shape. */
interface Sorted {
  readonly kept: readonly number[];
  readonly faults: readonly { readonly index: number; readonly fault: ShapeFault | "other" }[];
  readonly others: number;
}

function sortedOut<Coordinates>(
  list: FeatureList,
  shape: Shape<Coordinates>,
  seen: (parts: readonly Coordinates[]) => void,
): Sorted | "broken" {
  const faults: Sorted["faults"][number][] = [];
  const kept: number[] = [];
  let others = 0;
  for (let index = 0; index < list.count; index++) {
    const feature = list.entry(index);
    if (feature === "broken") return "broken";
    const parts = partsOf(feature.value, shape);
    const fault = parts.length === 0 ? "other" : parts.map(shape.fault).find((each) => each !== undefined);
    if (fault === "other") others++;
    if (fault) faults.push({ index, fault });
    else {
      kept.push(index);
      seen(parts.filter(shape.holds));
    }
  }
  return { kept, faults, others };
}

/** The same, all of them at once. */
export function readFeatures<Coordinates>(
  json: JsonWithList,
  shape: Shape<Coordinates>,
  report: Report,
): FeatureFile<Coordinates> | undefined {
  const found = featuresByNumber(json, shape, report);
  if (!found) return undefined;
  const { file, crs, count, feature } = found;
  return { file, features: Array.from({ length: count }, (_, number) => feature(number)), ...(crs && { crs }) };
}

/** What a feature's geometry is drawn of, sound or not; nothing where it is of another shape. */
function partsOf<Coordinates>(feature: unknown, { single, multi }: Shape<Coordinates>): readonly unknown[] {
  const geometry = isRecord(feature) && isRecord(feature["geometry"]) ? feature["geometry"] : {};
  const { type, coordinates } = { type: geometry["type"], coordinates: geometry["coordinates"] };
  if (type === single) return [coordinates];
  return type === multi && Array.isArray(coordinates) ? coordinates : [];
}

function featureAt<Coordinates>(
  json: JsonText,
  { entry, pathOf }: FeatureList,
  index: number,
  shape?: Shape<Coordinates>,
): Omit<Feature<unknown>, "parts"> & { readonly parts: readonly unknown[] } {
  const found = entry(index);
  const feature = found === "broken" ? undefined : found.value;
  const properties = isRecord(feature) && isRecord(feature["properties"]) ? feature["properties"] : {};
  const id = isRecord(feature) ? feature["id"] : undefined;
  const at = (property?: string): Spot => {
    const name = nameOf(properties, id);
    const path = pathOf(index);
    return {
      file: json.file,
      line: json.at(property === undefined ? path : [...path, "properties", property]).line ?? 1,
      ...(property !== undefined && { column: property }),
      feature: index + 1,
      ...(name !== undefined && { name }),
      group: property ?? "",
    };
  };
  return { id, properties, at, parts: shape ? partsOf(feature, shape) : [] };
}

/** Properties that name a feature to people, the first that is there. */
const NAME_PROPERTIES = ["name", "navn", "vejnavn", "sognenavn", "id", "kode", "code", "nummer"] as const;

function nameOf(properties: Readonly<Record<string, unknown>>, id: unknown): string | undefined {
  return [...NAME_PROPERTIES.map((name) => properties[name]), id]
    .flatMap((each) => (typeof each === "string" || typeof each === "number" ? `${each}`.trim() : []))
    .find((each) => each !== "");
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The features of a file by their place in it. */
interface FeatureList {
  readonly count: number;
  readonly entry: (index: number) => { readonly value: unknown } | "broken";
  readonly pathOf: (index: number) => JsonPath;
}

const pathInCollection = (index: number): JsonPath => ["features", index];

function featuresOf({ value, list }: JsonWithList): FeatureList | undefined {
  if (!isRecord(value)) return undefined;
  const features = value["features"];
  if (value["type"] === "FeatureCollection" && Array.isArray(features)) {
    const all = list ?? { count: features.length, entry: (index: number) => ({ value: features[index] }) };
    return { ...all, pathOf: pathInCollection };
  }
  const single = value["type"] === "Feature" ? value : "coordinates" in value ? { geometry: value } : undefined;
  return single && { count: 1, entry: () => ({ value: single }), pathOf: () => [] };
}

function crsOf(json: JsonText, member: unknown, report: Report): Crs | undefined {
  const named = namedCrs(member);
  if (named && "unknown" in named) report("geojson.crs", json.at(["crs"]), { found: named.unknown });
  return named && "crs" in named ? named.crs : undefined;
}
