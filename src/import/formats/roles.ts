import { CASE_TABLES, CASE_MAPS } from "../case-names.ts";

/** A file of the case by what it is for, whatever it comes in: `sites.csv` stands for `sites.xlsx` too. */
export interface Role {
  /** What the case's own file is called. */
  readonly path: string;
  /** Without what says its format. */
  readonly stem: string;
  readonly kind: "table" | "map";
}

const stemOf = (path: string): string => path.slice(0, path.indexOf("."));
const roleOfKind =
  (kind: Role["kind"]) =>
  (path: string): Role => ({ path, stem: stemOf(path), kind });

export const ROLES: readonly Role[] = [
  ...Object.values(CASE_TABLES).map(roleOfKind("table")),
  ...Object.values(CASE_MAPS).map(roleOfKind("map")),
];
const BY_STEM: ReadonlyMap<string, Role> = new Map(ROLES.map((role) => [role.stem, role]));

/** Endings that say what a file is in. Those of one shapefile belong together. */
export const SHAPE_PARTS = ["shp", "dbf", "prj", "cpg", "shx"] as const;
export type ShapePart = (typeof SHAPE_PARTS)[number];
const TABLE_ENDINGS = "csv tsv txt xlsx xlsm xls ods".split(" ");
const MAP_ENDINGS = [
  ..."geojson json geojsonl geojsons ndjson jsonl".split(" "),
  ..."gpkg shp.zip zip fgb kml kmz osm.pbf pbf".split(" "),
  ...SHAPE_PARTS,
];
const ENDINGS = [...TABLE_ENDINGS, ...MAP_ENDINGS];
const NAMED = new RegExp(`^([^/.]+)\\.(${ENDINGS.map((ending) => ending.replace(".", "\\.")).join("|")})$`, "i");

/** What a file of the case folder is for by its name, and its ending in small letters; `undefined` where it is none. */
export function roleOf(path: string): { readonly role: Role; readonly ending: string } | undefined {
  const [, stem, ending] = NAMED.exec(path) ?? [];
  const role = stem === undefined ? undefined : BY_STEM.get(stem.toLowerCase());
  if (!role) return undefined;
  // Answers of this program in JSON may lie beside a table of the same name, and tables beside a map.
  if (role.kind === "table" ? /^json$/i.test(ending) : TABLE_ENDINGS.includes(ending.toLowerCase())) return undefined;
  return { role, ending: ending.toLowerCase() };
}
