import type { Database, SqlValue } from "sql.js";
import { crsOfCode, type Crs } from "../../geo/coordinate-systems.ts";
import { crsOfWkt } from "../../geo/wkt-crs.ts";
import type { Report } from "../report.ts";
import { composed } from "../text.ts";
import { gatherProblems, type MapLayer, type RawFeature, type RawGeometry } from "./layers.ts";
import type { ReadLayers } from "./readers.ts";
import { readWkb } from "./wkb.ts";

/** Layers of a GeoPackage, and its tables without places. */
export const readGeoPackage: ReadLayers = async ({ file, bytes, surroundings }) => {
  const { default: open } = await import("sql.js");
  const { sqlWasm } = surroundings;
  const { Database } = await open(sqlWasm === undefined ? {} : { locateFile: () => sqlWasm });
  const database = new Database(withoutLog(bytes));
  try {
    const sound = rowsOf(database, "PRAGMA quick_check(1)")[0]?.["quick_check"];
    if (sound !== "ok") throw new Error(String(sound));
    return rowsOf(database, "SELECT table_name, data_type FROM gpkg_contents ORDER BY rowid").flatMap((content) => {
      const [name, type] = [content["table_name"], content["data_type"]];
      if (typeof name !== "string" || (type !== "features" && type !== "attributes")) return [];
      return [layerOf(database, name, file)];
    });
  } finally {
    database.close();
  }
};

type SqlRow = Readonly<Record<string, SqlValue>>;

function rowsOf(database: Database, sql: string, ...values: readonly SqlValue[]): readonly SqlRow[] {
  const statement = database.prepare(sql, [...values]);
  try {
    const rows: SqlRow[] = [];
    while (statement.step()) rows.push(statement.getAsObject());
    return rows;
  } finally {
    statement.free();
  }
}

/** A file that a map program has open keeps a log beside it, without which SQLite opens it only when its header says there is none. */
function withoutLog(bytes: Uint8Array): Uint8Array {
  if (bytes[18] !== 2 || bytes[19] !== 2) return bytes;
  const copy = bytes.slice();
  copy[18] = copy[19] = 1;
  return copy;
}

const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function layerOf(database: Database, name: string, file: string): MapLayer {
  const { report, problems } = gatherProblems();
  const [place] = hasTable(database, "gpkg_geometry_columns")
    ? rowsOf(database, "SELECT column_name, srs_id FROM gpkg_geometry_columns WHERE table_name = ?", name)
    : [];
  const column = place === undefined ? undefined : String(place["column_name"]);
  const rows = rowsOf(database, `SELECT * FROM ${quotedName(name)}`);
  const stated = statedCount(database, name);
  if (stated !== undefined && stated !== rows.length)
    report("format.count-differs", { file }, { stated, read: rows.length });
  const features = rows.map((row, i): RawFeature => {
    const own = Object.entries(row).filter(([field]) => field !== column);
    const properties = Object.fromEntries(own.map(([field, value]) => [field, propertyOf(value)]));
    return { properties, geometry: column === undefined ? null : geometryOf(row[column], file, i, report) };
  });
  const crs = place && crsOf(database, Number(place["srs_id"]));
  return { kind: "map", name, features, problems, ...(crs && { crs }) };
}

const hasTable = (database: Database, name: string): boolean =>
  rowsOf(database, "SELECT 1 FROM sqlite_master WHERE name = ?", name).length > 0;

/** How many rows GDAL has counted, where it wrote the file. */
function statedCount(database: Database, name: string): number | undefined {
  if (!hasTable(database, "gpkg_ogr_contents")) return undefined;
  const count = rowsOf(database, "SELECT feature_count FROM gpkg_ogr_contents WHERE table_name = ?", name)[0]?.[
    "feature_count"
  ];
  return typeof count === "number" ? count : undefined;
}

const propertyOf = (value: SqlValue): unknown =>
  typeof value === "string" ? composed(value) : value instanceof Uint8Array ? "" : value;

/** The blob of a GeoPackage: "GP", version, flags, the system's number, a box of no to four pairs, then well-known binary. */
function geometryOf(blob: SqlValue, file: string, index: number, report: Report): RawGeometry | null {
  if (!(blob instanceof Uint8Array)) return null;
  try {
    if (blob[0] !== 0x47 || blob[1] !== 0x50) throw new RangeError("no GeoPackage geometry");
    const box = [0, 32, 48, 48, 64][(blob[3] >> 1) & 7];
    const isEmpty = (blob[3] & 0x10) !== 0;
    return isEmpty ? null : readWkb(blob.subarray(8 + box));
  } catch {
    report("format.geometry", { file, feature: index + 1, group: "" }, {});
    return null;
  }
}

/** -1 and 0 stand for a system that is not known. */
function crsOf(database: Database, id: number): Crs | { readonly unknown: string } | undefined {
  if (id <= 0) return undefined;
  const [system] = rowsOf(
    database,
    "SELECT srs_name, organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ?",
    id,
  );
  if (!system) return { unknown: `srs_id ${id}` };
  const isEpsg = /^epsg$/i.test(String(system["organization"]));
  const byCode = isEpsg ? crsOfCode(Number(system["organization_coordsys_id"])) : undefined;
  return byCode ?? crsOfWkt(String(system["definition"])) ?? { unknown: String(system["srs_name"]) };
}
