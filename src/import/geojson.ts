import { catalogue, type Text } from "../domain/language.ts";
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

type ShapeFault = "geojson.coordinates" | "geojson.ring";

/** How a geometry of the wanted kind is recognised, and it or what is wrong with it. */
interface Shape<Coordinates> {
  /** What people call such geometries. */
  readonly words: Text;
  readonly single: string;
  readonly multi: string;
  readonly checked: (coordinates: unknown) => Coordinates | ShapeFault;
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
  checked: (value) => (isLine(value) ? value : "geojson.coordinates"),
};
export const AREAS: Shape<AreaCoordinates> = {
  words: WORDS.areas,
  single: "Polygon",
  multi: "MultiPolygon",
  checked: (value) =>
    !isArea(value) ? "geojson.coordinates" : value.every(isClosed) && hasArea(value[0]) ? value : "geojson.ring",
};

/** A feature of the wanted shape as it comes by. */
type Passing<Coordinates> = Pick<Feature<Coordinates>, "id" | "properties" | "parts">;

/** What is known of a file's features once they have come by; of a large file they are more than memory holds, all of them. */
interface FeaturesSeen {
  readonly file: string;
  readonly crs?: Crs;
  /** So many are of the wanted shape. */
  readonly count: number;
  /** Where each of them stands, from 0 on in the file's order; the feature is read again for its name. */
  readonly at: (number: number, property?: string) => Spot;
}

/**
 * Goes through the features of the wanted shape once, those in collections of geometries too. Others are left out and counted; damaged ones
 * are errors. `undefined` where the file is broken off.
 */
export function seeFeatures<Coordinates>(
  map: MapSource,
  shape: Shape<Coordinates>,
  report: Report,
  seen: (feature: Passing<Coordinates>) => void,
): FeaturesSeen | undefined {
  const { file, crs } = map;
  const sorted = sortedOut(map, shape, seen);
  if (sorted === "broken") {
    map.reportBroken?.();
    return undefined;
  }
  const wanted = shape.words;
  for (const { index, found } of sorted.told) {
    const at = spotOf(map, index);
    if (found === "other") report("geojson.left-out", at, { wanted });
    else if (found === "more than that") report("geojson.parts-left-out", at, { wanted });
    else report(found, at, {});
  }
  if (sorted.others === map.count) report("geojson.nothing", { file }, { wanted });
  const at = (number: number, property?: string): Spot => spotOf(map, sorted.kept[number], property);
  return { file, count: sorted.kept.length, at, ...(crs && { crs }) };
}

/** What is kept by its place in the file; what something is to be told of; and how many are of other shapes. */
interface Sorted {
  readonly kept: readonly number[];
  readonly told: readonly { readonly index: number; readonly found: ShapeFault | "other" | "more than that" }[];
  readonly others: number;
}

const isFault = (checked: unknown): checked is ShapeFault => typeof checked === "string";

function sortedOut<Coordinates>(
  { count, feature }: MapSource,
  shape: Shape<Coordinates>,
  seen: (feature: Passing<Coordinates>) => void,
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
    const checked = parts.map(shape.checked);
    const fault = checked.find(isFault);
    if (fault) told.push({ index, found: fault });
    else {
      kept.push(index);
      seen({
        id: found.id,
        properties: found.properties,
        parts: checked.filter((each): each is Coordinates => !isFault(each)),
      });
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
  const passing: Passing<Coordinates>[] = [];
  const seen = seeFeatures(map, shape, report, (feature) => passing.push(feature));
  if (!seen) return undefined;
  const { file, crs, at } = seen;
  const features = passing.map((each, number) => ({ ...each, at: (property?: string) => at(number, property) }));
  return { file, features, ...(crs && { crs }) };
}

/** Where a feature, or one of its properties, stands, with its name. */
function spotOf(map: MapSource, index: number, property?: string): Spot {
  const found = map.feature(index);
  const name = found === "broken" ? undefined : nameOf(found.properties, found.id);
  return {
    file: map.file,
    ...map.spot(index, property),
    ...(property !== undefined && { column: property }),
    feature: index + 1,
    ...(name !== undefined && { name }),
    group: property ?? "",
  };
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
