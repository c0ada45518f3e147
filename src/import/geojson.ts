import type { Crs } from "../geo/coordinate-systems.ts";
import { isRecord } from "./json-shape.ts";
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
 * The features of the wanted shape, those in collections of geometries too. Others are left out and counted; damaged ones are errors.
 */
export function readFeatures<Coordinates>(
  { file, features: found, spot, crs }: MapSource,
  shape: Shape<Coordinates>,
  report: Report,
): FeatureFile<Coordinates> {
  const wanted = `${shape.single}, ${shape.multi}`;
  const features: Feature<Coordinates>[] = [];
  let others = 0;
  found.forEach(({ id, properties, geometry }, index) => {
    const name = nameOf(properties, id);
    const at = (property?: string): Spot => ({
      file,
      ...spot(index, property),
      ...(property !== undefined && { column: property }),
      feature: index + 1,
      ...(name !== undefined && { name }),
      group: property ?? "",
    });
    const { parts, leftOut } = partsIn(geometry, shape);
    const fault = parts.map(shape.fault).find((each) => each !== undefined);
    if (parts.length === 0) {
      others++;
      report("geojson.left-out", at(), { wanted });
      return;
    }
    if (leftOut > 0) report("geojson.parts-left-out", at(), { wanted });
    if (fault) report(fault, at(), {});
    else features.push({ id, properties, parts: parts.filter(shape.holds), at });
  });
  if (features.length === 0 && others === found.length) report("geojson.nothing", { file }, { wanted });
  return { file, features, ...(crs && { crs }) };
}

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
