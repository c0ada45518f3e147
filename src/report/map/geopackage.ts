import type { Language } from "../../domain/language.ts";
import type { Table } from "../table.ts";
import { extentOf, geometryBlob } from "./geometry-blob.ts";
import type { MapLayer, MapValue } from "./layer.ts";
import { coloursOf, layerQml } from "./qml.ts";

type SqlValue = string | number | Uint8Array | null;

/** As much of a SQLite database as is needed to write one. */
interface SqlDatabase {
  run(sql: string, values?: SqlValue[]): unknown;
  prepare(sql: string): { run(values: SqlValue[]): void; free(): boolean };
  export(): Uint8Array;
  close(): void;
}

/** Makes databases in memory; loaded when a file is wanted, by whoever knows where its code lies. */
export type LoadSql = () => Promise<{ readonly Database: new () => SqlDatabase }>;

/** What a map file holds beside its layers. */
export interface MapFile {
  readonly layers: readonly MapLayer[];
  /** What it is of and what must be said of it, as a table without places. */
  readonly about: Table;
  readonly language: Language;
}

const WGS84 = 4326;
const GEOMETRY = "geom";

const WKT =
  'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],' +
  'PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]';

/** The tables that every GeoPackage has (OGC 12-128r18, annex C), and the one in which QGIS looks for how layers are drawn. */
const FRAME = `
PRAGMA application_id = 0x47504B47;
PRAGMA user_version = 10300;
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
  ('WGS 84 geodetic', ${WGS84}, 'EPSG', ${WGS84}, '${WKT}', 'longitude and latitude in degrees');
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT '1970-01-01T00:00:00.000Z', min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT, f_table_schema TEXT, f_table_name TEXT,
  f_geometry_column TEXT, styleName TEXT, styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT, ui TEXT,
  update_time DATETIME DEFAULT '1970-01-01T00:00:00.000Z');
INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('layer_styles', 'attributes', 'layer_styles');
`;

/**
 * Layers as the bytes of a GeoPackage in degrees WGS84, each a table with its extent and, for QGIS, how it is drawn; the same layers give the
 * same bytes, so that no day stands in it.
 */
export async function geoPackage(
  { layers, about, language }: MapFile,
  loadSql: LoadSql,
): Promise<Uint8Array<ArrayBuffer>> {
  const { Database } = await loadSql();
  const database = new Database();
  try {
    database.run(FRAME);
    database.run("BEGIN");
    const colours = coloursOf(layers);
    for (const layer of layers) {
      writeLayer(database, layer, language);
      writeStyle(database, layer, layerQml(layer, colours), language);
    }
    writeAbout(database, about);
    database.run("COMMIT");
    return new Uint8Array(database.export());
  } finally {
    database.close();
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const TYPES = { text: "TEXT", whole: "INTEGER", number: "REAL" } as const;

function writeLayer(database: SqlDatabase, layer: MapLayer, language: Language): void {
  const { name, title, shape, fields, features } = layer;
  const extent = extentOf(features.map(({ geometry }) => geometry)) ?? [null, null, null, null];
  const [west, east, south, north] = extent;
  const columns = fields.map((field) => `${quoted(field.name)} ${TYPES[field.holds]}`);
  const kind = shape.toUpperCase();
  database.run(
    `CREATE TABLE ${quoted(name)} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, ${GEOMETRY} ${kind}, ${columns.join(", ")})`,
  );
  database.run(
    "INSERT INTO gpkg_contents (table_name, data_type, identifier, min_x, min_y, max_x, max_y, srs_id) VALUES (?, 'features', ?, ?, ?, ?, ?, ?)",
    [name, title[language], west, south, east, north, WGS84],
  );
  database.run("INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)", [name, GEOMETRY, kind, WGS84]);
  const names = [GEOMETRY, ...fields.map((field) => quoted(field.name))];
  const insert = database.prepare(
    `INSERT INTO ${quoted(name)} (${names.join(", ")}) VALUES (${names.map(() => "?").join(", ")})`,
  );
  for (const { geometry, properties } of features)
    insert.run([geometryBlob(geometry, WGS84), ...fields.map((field) => valueOf(properties[field.name]))]);
  insert.free();
}

const valueOf = (value: MapValue): SqlValue => value ?? null;

const writeStyle = (database: SqlDatabase, { name, title }: MapLayer, qml: string, language: Language): unknown =>
  database.run(
    "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner) VALUES ('', '', ?, ?, ?, ?, '', 1, '', '')",
    [name, GEOMETRY, title[language], qml],
  );

function writeAbout(database: SqlDatabase, { name, columns, rows }: Table): void {
  const titles = columns.map(({ title }) => quoted(title));
  database.run(
    `CREATE TABLE about (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, ${titles.map((title) => `${title} TEXT`).join(", ")})`,
  );
  database.run("INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('about', 'attributes', ?)", [
    name,
  ]);
  for (const row of rows)
    database.run(
      `INSERT INTO about (${titles.join(", ")}) VALUES (${titles.map(() => "?").join(", ")})`,
      row.map((cell) => (cell === undefined ? null : typeof cell === "object" ? cell.value : cell)),
    );
}
