import type { Crs } from "../../geo/coordinate-systems.ts";
import type { Layer, MapLayer, TableLayer } from "../formats/layers.ts";
import { type Format, FORMATS, layersOf, type Surroundings } from "../formats/readers.ts";
import { SHAPE_PARTS, type ShapePart } from "../formats/roles.ts";
import { contentOf } from "../formats/sniff.ts";
import { isTimetable } from "../gtfs/recognise.ts";
import type { Report } from "../report.ts";
import { tableOf } from "../table.ts";
import { type GivenFile, mapParts, readTextSource, type SourcePart, tablePart } from "./source.ts";

/** What a reader needs beside a file's bytes. */
interface ReadingAid {
  /** Files that belong to it: those of a shapefile that came unpacked. */
  readonly beside?: ReadonlyMap<ShapePart, Uint8Array>;
  /** The system of its coordinates, where somebody said it. */
  readonly crs?: Crs;
  readonly surroundings?: Surroundings;
}

/** A file by itself is taken for a map where it may be either: what it is in a case is told afterwards. */
const ANYTHING = { path: "", stem: "", kind: "map" } as const;

/** Reads a file of any format that is known here: what its bytes show goes before what it is called. */
export async function readSource(
  file: string,
  bytes: Uint8Array,
  report: Report,
  { beside = new Map(), crs, surroundings = {} }: ReadingAid = {},
): Promise<GivenFile> {
  if (isTimetable(file, bytes)) return { file, kind: "timetable" };
  const content = contentOf(bytes, ANYTHING);
  if (content === "old-excel") {
    report("format.old-excel", { file }, {});
    return { file, kind: "unread" };
  }
  const format = FORMATS.find(({ key, endings }: Format) =>
    content === undefined ? isNamed(file, endings) && key !== "geojson" : key === content,
  );
  if (!format) return readTextSource(file, bytes, report);
  const layers = await layersOf(
    format,
    {
      file,
      bytes,
      parts: new Map([...beside, ...ownPart(file, bytes)]),
      role: "",
      stated: crs === undefined ? {} : { crs },
      surroundings,
    },
    report,
  );
  if (!layers) return { file, kind: "unread" };
  const shown = layers.filter((layer) => layer.kind === "map" || !layer.hidden);
  const parts = shown.flatMap((layer) => partsOf(file, layer, shown.length > 1, report));
  return parts.length > 0 ? { file, kind: "parts", parts } : { file, kind: "unread" };
}

const isNamed = (file: string, endings: readonly string[]): boolean =>
  endings.some((ending) => file.toLowerCase().endsWith(`.${ending}`));

function ownPart(file: string, bytes: Uint8Array): readonly (readonly [ShapePart, Uint8Array])[] {
  const ending = SHAPE_PARTS.find((part) => file.toLowerCase().endsWith(`.${part}`));
  return ending ? [[ending, bytes]] : [];
}

function partsOf(file: string, layer: Layer, isOneOfSeveral: boolean, report: Report): readonly SourcePart[] {
  const name = isOneOfSeveral ? layer.name : undefined;
  return layer.kind === "map" ? mapLayerParts(file, layer, name, report) : sheetParts(file, layer, name, report);
}

function mapLayerParts(
  file: string,
  { features, crs }: MapLayer,
  name: string | undefined,
  report: Report,
): readonly SourcePart[] {
  if (typeof crs === "object") report("geojson.crs", { file }, { found: crs.unknown });
  const known = typeof crs === "string" ? crs : undefined;
  const numbered = Array.from({ length: features.length }, (_, i) => {
    const feature = features.at(i);
    return feature ? { number: i + 1, feature } : undefined;
  }).filter((each) => each !== undefined);
  return mapParts(file, numbered, known, name);
}

/** A sheet's rows; where a cell cannot be believed, what was found there stands in it, to be named by whoever needs a value there. */
function sheetParts(
  file: string,
  { rows, faults }: TableLayer,
  name: string | undefined,
  report: Report,
): readonly SourcePart[] {
  if (!rows.some(({ cells }) => cells.some((cell) => cell.trim() !== ""))) return [];
  const faulty = new Map(faults.map((fault) => [`${fault.line} ${fault.column}`, fault.found]));
  const whole = rows.map(({ line, cells }) => ({
    line,
    cells: cells.map((cell, column) => (cell === "" ? (faulty.get(`${line} ${column}`) ?? "") : cell)),
  }));
  const table = tableOf(file, whole, report, "a sheet");
  return table ? [tablePart(table, name)] : [];
}

/** Files of a shapefile that came unpacked belong to the one that has its shapes, and are none by themselves. */
export function companionsOf(path: string, files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<ShapePart, Uint8Array> {
  const stem = /^(.*)\.shp$/i.exec(path)?.[1];
  if (stem === undefined) return new Map();
  return new Map(
    [...files].flatMap(([other, bytes]) => {
      const part = SHAPE_PARTS.find((ending) => other.toLowerCase() === `${stem.toLowerCase()}.${ending}`);
      return part && other !== path ? [[part, bytes] as const] : [];
    }),
  );
}

/** Whether a file is read with another one and not by itself. */
export function isCompanion(path: string, files: ReadonlyMap<string, Uint8Array>): boolean {
  const [, stem, ending] = /^(.*)\.(dbf|prj|cpg|shx)$/i.exec(path) ?? [];
  return ending !== undefined && [...files.keys()].some((other) => other.toLowerCase() === `${stem.toLowerCase()}.shp`);
}
