import type { Crs } from "../../geo/coordinate-systems.ts";
import type { Report } from "../report.ts";
import type { Layer } from "./layers.ts";
import { SHAPE_PARTS, type ShapePart } from "./roles.ts";

/** What case.json says of a file that cannot say it itself. */
export interface Stated {
  readonly layer?: string;
  readonly encoding?: string;
  readonly crs?: Crs;
  /** Of all files of the case, where they say nothing themselves. */
  readonly ofAll?: Crs;
}

/** What a reader needs from where it runs. */
export interface Surroundings {
  /** Where the page has SQLite's WebAssembly; in Node it is found beside its package. */
  readonly sqlWasm?: string;
}

/** A file to be read, or the files of one shapefile. */
export interface Input {
  /** The path it is told by. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Of a shapefile that came unpacked: its files by ending. */
  readonly parts: ReadonlyMap<ShapePart, Uint8Array>;
  /** What it stands for in case.json, under `files`. */
  readonly role: string;
  readonly stated: Stated;
  readonly surroundings: Surroundings;
}

/** Reads a file to its layers; what is wrong with it is reported, and `undefined` where nothing can be read. An exception is a damaged file. */
export type ReadLayers = (input: Input, report: Report) => Promise<readonly Layer[] | undefined>;

/** One format: a row of the table from which everything else follows. */
export interface Format {
  readonly key: string;
  /** As people call it, alike in all languages. */
  readonly name: string;
  readonly endings: readonly string[];
  /** The reader, fetched when a file of the format is there. */
  readonly reader: () => Promise<ReadLayers>;
  /** Of formats that have a place for it: where a file does not, that is asked and not guessed. */
  readonly states?: "its coordinate system";
}

/** Every format that a file of a case may come in, besides delimited text and GeoJSON under the case's own names. */
export const FORMATS = [
  {
    key: "xlsx",
    name: "Excel (.xlsx)",
    endings: ["xlsx", "xlsm"],
    reader: async () => (await import("./workbook.ts")).readXlsxLayers,
  },
  {
    key: "ods",
    name: "OpenDocument (.ods)",
    endings: ["ods"],
    reader: async () => (await import("./workbook.ts")).readOdsLayers,
  },
  {
    key: "geojson",
    name: "GeoJSON",
    endings: ["geojson", "json", "geojsonl", "geojsons", "ndjson", "jsonl"],
    reader: async () => (await import("./geojson-layers.ts")).readGeoJsonLayers,
  },
  {
    key: "osm-pbf",
    name: "OpenStreetMap (.osm.pbf)",
    endings: ["osm.pbf", "pbf"],
    reader: async () => (await import("./osm-pbf.ts")).readOsmPbfLayers,
  },
  {
    key: "gpkg",
    name: "GeoPackage (.gpkg)",
    endings: ["gpkg"],
    reader: async () => (await import("./geopackage.ts")).readGeoPackage,
    states: "its coordinate system",
  },
  {
    key: "shapefile",
    name: "Shapefile (.shp, .zip)",
    endings: ["shp.zip", "zip", ...SHAPE_PARTS],
    reader: async () => (await import("./shapefile.ts")).readShapefile,
    states: "its coordinate system",
  },
  {
    key: "fgb",
    name: "FlatGeobuf (.fgb)",
    endings: ["fgb"],
    reader: async () => (await import("./flat-geobuf.ts")).readFlatGeobuf,
    states: "its coordinate system",
  },
  {
    key: "kml",
    name: "KML (.kml, .kmz)",
    endings: ["kml", "kmz"],
    reader: async () => (await import("./kml.ts")).readKml,
  },
] as const satisfies readonly Format[];

/** The layers that a format's reader finds; whatever it cannot cope with is a damaged file. */
export async function layersOf(format: Format, input: Input, report: Report): Promise<readonly Layer[] | undefined> {
  const read = await format.reader();
  try {
    return await read(input, report);
  } catch {
    report("format.broken", { file: input.file }, { format: format.name });
    return undefined;
  }
}

export type FormatKey = (typeof FORMATS)[number]["key"];
