import type { Crs } from "../geo/coordinate-systems.ts";
import type { JsonText } from "./json-text.ts";
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

/** How a geometry of the wanted kind is recognised and what is wrong with one. */
interface Shape<Coordinates> {
  readonly single: string;
  readonly multi: string;
  readonly fault: (coordinates: unknown) => "geojson.coordinates" | "geojson.ring" | undefined;
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

/**
 * The features of the wanted shape. Others are left out and counted; damaged ones are errors. Collections, single features
 * and bare geometries are read alike. `undefined` where the file is no GeoJSON or has nothing of the shape.
 */
export function readFeatures<Coordinates>(
  json: JsonText,
  shape: Shape<Coordinates>,
  report: Report,
): FeatureFile<Coordinates> | undefined {
  const { file, value } = json;
  const found = featuresOf(value);
  if (!found) {
    const type = isRecord(value) ? JSON.stringify(value["type"] ?? null) : typeof value;
    report("geojson.kind", json.at([]), { found: type });
    return undefined;
  }
  const crs = isRecord(value) ? crsOf(json, value["crs"] ?? value["coordRefSys"], report) : undefined;
  const wanted = `${shape.single}, ${shape.multi}`;
  const features: Feature<Coordinates>[] = [];
  let others = 0;
  found.forEach(({ feature, path }, index) => {
    const properties = isRecord(feature) && isRecord(feature["properties"]) ? feature["properties"] : {};
    const id = isRecord(feature) ? feature["id"] : undefined;
    const name = nameOf(properties, id);
    const spotOf = (property?: string): Spot =>
      json.at(property === undefined ? path : [...path, "properties", property]);
    const at = (property?: string): Spot => ({
      file,
      line: spotOf(property).line ?? 1,
      ...(property !== undefined && { column: property }),
      feature: index + 1,
      ...(name !== undefined && { name }),
      group: property ?? "",
    });
    const geometry = isRecord(feature) && isRecord(feature["geometry"]) ? feature["geometry"] : {};
    const { type, coordinates } = { type: geometry["type"], coordinates: geometry["coordinates"] };
    const parts: unknown[] =
      type === shape.single ? [coordinates] : type === shape.multi && Array.isArray(coordinates) ? coordinates : [];
    const fault = parts.map(shape.fault).find((each) => each !== undefined);
    if (parts.length === 0) {
      others++;
      report("geojson.left-out", at(), { wanted });
    } else if (fault) report(fault, at(), {});
    else features.push({ id, properties, parts: parts.filter(shape.holds), at });
  });
  if (features.length === 0 && others === found.length) report("geojson.nothing", { file }, { wanted });
  return { file, features, ...(crs && { crs }) };
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

function featuresOf(value: unknown): { feature: unknown; path: (string | number)[] }[] | undefined {
  if (!isRecord(value)) return undefined;
  const features = value["features"];
  if (value["type"] === "FeatureCollection" && Array.isArray(features))
    return features.map((feature: unknown, i) => ({ feature, path: ["features", i] }));
  if (value["type"] === "Feature") return [{ feature: value, path: [] }];
  return "coordinates" in value ? [{ feature: { geometry: value }, path: [] }] : undefined;
}

function crsOf(json: JsonText, member: unknown, report: Report): Crs | undefined {
  const named = namedCrs(member);
  if (named && "unknown" in named) report("geojson.crs", json.at(["crs"]), { found: named.unknown });
  return named && "crs" in named ? named.crs : undefined;
}
