import type { LoadSql } from "../report/map/geopackage.ts";

/** SQLite in memory, from the package's own files; loaded when a map file is written. */
export const nodeSqlite: LoadSql = async () => {
  const { default: load } = await import("sql.js");
  return load();
};
