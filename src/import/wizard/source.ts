import type { Crs } from "../../geo/coordinate-systems.ts";
import { propertyText } from "../formats/cell-text.ts";
import type { RawFeature } from "../formats/layers.ts";
import { isRecord } from "../json-shape.ts";
import { featuresOf, rawFeature } from "../map-source.ts";
import { namedCrs } from "../named-crs.ts";
import type { Report } from "../report.ts";
import { readJson } from "../json-text.ts";
import type { Row } from "../row.ts";
import { readTable, type Table } from "../table.ts";
import { decodeText } from "../text.ts";

/** What a part of a file is drawn as: a table of cells, or a map of one kind of geometry. */
export type SourceShape = "table" | "points" | "lines" | "areas";

/** One table or map in a file that somebody has, whatever format it came in: rows of named cells, on a map with a geometry each. */
export interface SourcePart {
  readonly file: string;
  /** The sheet of a workbook, the layer of a map file. */
  readonly part?: string;
  readonly shape: SourceShape;
  /** Names of columns or properties, in the order of the file. */
  readonly columns: readonly string[];
  readonly count: number;
  /** As the file has it, without blanks around; "" where there is nothing. */
  readonly cell: (row: number, column: string) => string;
  /** Of a table the line of the file that the row stands on, of a map the number of the feature; both are counted from 1. */
  readonly placeOf: (row: number) => { readonly line: number } | { readonly feature: number };
  /** Rows of a table that could not be taken, as they stand; what is wrong with them is told. */
  readonly lost?: readonly Row[];
  /** Of a map: the feature as GeoJSON has it. */
  readonly feature?: (row: number) => RawFeature;
  /** The system that the file itself names. */
  readonly crs?: Crs;
}

/** What a file was found to be. */
export type GivenFile =
  | { readonly file: string; readonly kind: "parts"; readonly parts: readonly SourcePart[] }
  /** JSON that is no map: a case's own file, perhaps. */
  | { readonly file: string; readonly kind: "json"; readonly format?: string }
  /** A public timetable in GTFS, packed, or one of its tables. */
  | { readonly file: string; readonly kind: "timetable" }
  /** Nothing that can be read here; why is an issue. */
  | { readonly file: string; readonly kind: "unread" };

/** Reads tables as text and maps as GeoJSON; anything else is named as unread. */
export function readTextSource(file: string, bytes: Uint8Array, report: Report): GivenFile {
  const decoded = decodeText(bytes);
  if ("notText" in decoded) {
    report("recipe.unread", { file }, { found: decoded.notText });
    return { file, kind: "unread" };
  }
  const { text } = decoded;
  if (text.trim() === "") {
    report("file.empty", { file }, {});
    return { file, kind: "unread" };
  }
  if (/^\s*[[{]/.test(text)) return jsonSource(file, text, report);
  const table = readTable(file, text, report);
  return table ? { file, kind: "parts", parts: [tablePart(table)] } : { file, kind: "unread" };
}

/** A table's rows; a column without a name is called by its number, so that it can be chosen. */
export function tablePart(table: Table, part?: string): SourcePart {
  const columns = columnNames(table.header.cells);
  const at = new Map(columns.map((name, i) => [name, i]));
  const { file, rows, lost } = table;
  return {
    file,
    ...(part !== undefined && { part }),
    shape: "table",
    columns,
    count: rows.length,
    cell: (row, column) => (rows[row].cells[at.get(column) ?? -1] ?? "").trim(),
    placeOf: (row) => ({ line: rows[row].line }),
    ...(lost && { lost }),
  };
}

/** The names of a header, each once: a second of a name is told from the first by its number. */
function columnNames(cells: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return cells.map((cell, i) => {
    const name = cell.trim() === "" ? `(${i + 1})` : cell.trim();
    const own = taken.has(name) ? `${name} (${i + 1})` : name;
    taken.add(own);
    return own;
  });
}

function jsonSource(file: string, text: string, report: Report): GivenFile {
  const json = readJson(file, text, report);
  if (!json) return { file, kind: "unread" };
  const { value } = json;
  const features = featuresOf(value);
  if (!features) {
    const format = isRecord(value) && typeof value["format"] === "string" ? value["format"] : undefined;
    return { file, kind: "json", ...(format !== undefined && { format }) };
  }
  const named = isRecord(value) ? namedCrs(value["crs"] ?? value["coordRefSys"]) : undefined;
  if (named && "unknown" in named) report("geojson.crs", { file }, { found: named.unknown });
  const crs = named && "crs" in named ? named.crs : undefined;
  const numbered = features.map(({ feature }, i) => ({ number: i + 1, feature: rawFeature(feature) }));
  return { file, kind: "parts", parts: mapParts(file, numbered, crs) };
}

interface NumberedFeature {
  readonly number: number;
  readonly feature: RawFeature;
}

const SHAPE_OF: ReadonlyMap<string, SourceShape> = new Map([
  ["Point", "points"],
  ["MultiPoint", "points"],
  ["LineString", "lines"],
  ["MultiLineString", "lines"],
  ["Polygon", "areas"],
  ["MultiPolygon", "areas"],
]);

/** So many features tell which properties there are. */
const TELLING_FEATURES = 200;

/** A layer's features by their shape: one with points and lines in it is two parts. */
export function mapParts(
  file: string,
  features: readonly NumberedFeature[],
  crs: Crs | undefined,
  layer?: string,
): readonly SourcePart[] {
  const shapes = new Map<SourceShape, NumberedFeature[]>();
  const shapeOf = ({ feature: { geometry } }: NumberedFeature): SourceShape | undefined =>
    geometry === null ? undefined : SHAPE_OF.get(geometry.type);
  // What is drawn nowhere, or as something unknown, stays among the others, so that whoever reads them counts it as missing; where nothing is
  // drawn they are the rows of a table.
  const usual = features.map(shapeOf).find((shape) => shape !== undefined) ?? "table";
  for (const each of features) {
    const shape = shapeOf(each) ?? usual;
    const alike = shapes.get(shape);
    if (alike) alike.push(each);
    else shapes.set(shape, [each]);
  }
  return [...shapes].map(([shape, alike]) => {
    const part = shapes.size === 1 ? layer : [...(layer === undefined ? [] : [layer]), shape].join(" ");
    return mapPart({ file, shape, features: alike, crs, part });
  });
}

interface MapPart {
  readonly file: string;
  readonly shape: SourceShape;
  readonly features: readonly NumberedFeature[];
  readonly crs: Crs | undefined;
  readonly part: string | undefined;
}

function mapPart({ file, shape, features, crs, part }: MapPart): SourcePart {
  const columns = new Set(
    features.slice(0, TELLING_FEATURES).flatMap(({ feature }) => Object.keys(feature.properties)),
  );
  return {
    file,
    ...(part !== undefined && { part }),
    shape,
    columns: [...columns],
    count: features.length,
    cell: (row, column) => propertyText(features[row].feature.properties[column]).trim(),
    placeOf: (row) => ({ feature: features[row].number }),
    ...(shape !== "table" && { feature: (row: number) => features[row].feature }),
    ...(crs && { crs }),
  };
}
