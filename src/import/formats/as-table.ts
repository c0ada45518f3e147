import { COORDINATE_COLUMNS } from "../table-positions.ts";
import { plainName } from "../columns.ts";
import type { Report } from "../report.ts";
import type { Row } from "../row.ts";
import { type Table, tableOf } from "../table.ts";
import { propertyText } from "./cell-text.ts";
import { firstFeatures, type Layer, type MapLayer, type RawFeature, type TableLayer } from "./layers.ts";

/** A layer as the table that a file of the case is; `undefined` where it has none. */
export function asTable(file: string, layer: Layer, report: Report): Table | undefined {
  return layer.kind === "table" ? fromSheet(file, layer, report) : fromMap(file, layer, report);
}

/** Rows of a sheet may have more cells than its header, empty ones; what stands beyond it is told like that of a text file. */
function fromSheet(file: string, { rows, faults, told }: TableLayer, report: Report): Table | undefined {
  if (told.merged.length > 0) report("format.merged", { file }, { cells: told.merged.join(", ") });
  if (told.hiddenRows.length > 0) report("format.hidden-rows", { file }, { rows: rangesOf(told.hiddenRows) });
  if (told.hiddenColumns.length > 0)
    report("format.hidden-columns", { file }, { columns: told.hiddenColumns.join(", ") });
  const table = tableOf(file, rows, report, "a sheet");
  if (!table) return undefined;
  const { columnOf = (column: number) => column } = table;
  const moved = faults.flatMap((fault) => {
    const column = columnOf(fault.column);
    const beside = fault.beside?.flatMap((other) => columnOf(other) ?? []);
    return column === undefined ? [] : [{ ...fault, column, ...(beside && { beside }) }];
  });
  return { ...table, faults: moved };
}

/** "3, 7-12": lines in a row as one. */
function rangesOf(lines: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const line of lines.toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && last[1] === line - 1) last[1] = line;
    else ranges.push([line, line]);
  }
  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(", ");
}

const COORDINATES = new Set(Object.values(COORDINATE_COLUMNS).flat().map(plainName));

/**
 * Features as rows: their properties, and of points x and y in place of any columns of coordinates, since the points are what the file's
 * coordinate system is said of.
 */
function fromMap(file: string, layer: MapLayer, report: Report): Table | undefined {
  const { crs } = layer;
  const features = [...firstFeatures(layer)];
  const points = features.some(({ geometry }) => geometry?.type === "Point" || geometry?.type === "MultiPoint");
  const names = [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))];
  const fields = points ? names.filter((name) => !COORDINATES.has(plainName(name))) : names;
  const header: Row = { line: 0, cells: points ? [...fields, "x", "y"] : fields };
  const rows = features.map((feature, i): Row => {
    const own = fields.map((name) => propertyText(feature.properties[name]));
    return { line: i + 1, cells: points ? [...own, ...placeOf(file, feature, i, report)] : own };
  });
  if (points && typeof crs === "object") {
    report("format.crs-unknown", { file }, { role: file.slice(0, file.indexOf(".")), found: crs.unknown });
    return undefined;
  }
  const known = typeof crs === "string" ? crs : undefined;
  return { file, header, rows, each: "feature", ...(known && { crs: known }) };
}

/** East and north of a point, or nothing where a feature has no place. */
function placeOf(file: string, { geometry }: RawFeature, index: number, report: Report): readonly [string, string] {
  if (!geometry) return ["", ""];
  const { type, coordinates } = geometry;
  const only: unknown =
    type === "MultiPoint" && Array.isArray(coordinates) && coordinates.length === 1 ? coordinates[0] : coordinates;
  if (type !== "Point" && (type !== "MultiPoint" || only === coordinates))
    report("format.not-points", { file, feature: index + 1, group: "" }, { found: type });
  else if (Array.isArray(only) && Number.isFinite(only[0]) && Number.isFinite(only[1]))
    return [propertyText(only[0]), propertyText(only[1])];
  else report("geojson.coordinates", { file, feature: index + 1, group: "" }, {});
  return ["", ""];
}
