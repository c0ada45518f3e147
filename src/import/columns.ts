import { quotedList } from "../domain/language.ts";
import type { Crs } from "../geo/coordinate-systems.ts";
import type { Report, Spot } from "./report.ts";
import { columnLetters, type Row } from "./row.ts";
import type { Table } from "./table.ts";

/** The names a column may have, by what it means. Case, spaces, dashes, points and colons in names do not matter. */
export type ColumnNames<Role extends string> = Readonly<Record<Role, readonly string[]>>;

/** A table whose columns are known by what they mean. */
export interface Sheet<Role extends string> {
  readonly file: string;
  readonly header: Row;
  readonly rows: readonly Row[];
  readonly has: (role: Role) => boolean;
  /** The cell without blanks around it; "" where the table has no such column. */
  readonly text: (row: Row, role: Role) => string;
  /** Where a cell is: the column by the name it has in the file. */
  readonly at: (row: Row, role: Role) => Spot;
  /** Where a row is as a whole. */
  readonly rowAt: (row: Row) => Spot;
  /** Columns that mean nothing here. */
  readonly unused: readonly string[];
  /** A cell of such a column, without blanks around it. */
  readonly unusedText: (row: Row, name: string) => string;
  /** The coordinate system that the file states. */
  readonly crs?: Crs;
}

export const plainName = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    // A column "-1" is not that of grade 1.
    .replace(/^-(?=\d)/, "\u2212")
    .replace(/[\s_:.\-–]+/g, "_")
    .replace(/^_+|_+$/g, "");

/**
 * Columns that registers have beside each other, of which the first is meant: the address register has a door's id and its house's, a street's
 * name and its short form for letters; a parish has a code and a name.
 */
const BESIDE: ReadonlyMap<string, readonly string[]> = new Map([
  ["id", ["adgangsadresseid", "adgangsadresse_id", "adresseid"]],
  ["vejnavn", ["adresseringsvejnavn"]],
  ["sognekode", ["sognenavn", "sogn"]],
  ["postnrnavn", ["supplerendebynavn"]],
  ["tid", ["år", "year", "skoleår", "periode"]],
  ["skoleår", ["år", "year"]],
]);
const isBeside = (meant: string, other: string): boolean =>
  BESIDE.get(plainName(meant))?.includes(plainName(other)) ?? false;

/** What a column without a name is called where it says something: "(C)", by its letter in a spreadsheet. */
const unnamed = ({ rows }: Table, column: number): string | undefined =>
  rows.some(({ cells }) => (cells[column] ?? "").trim() !== "") ? `(${columnLetters(column)})` : undefined;

/** Finds each column; `undefined` where a required one is missing or two mean the same. */
export function readSheet<Role extends string>(
  table: Table,
  names: ColumnNames<Role>,
  required: readonly NoInfer<Role>[],
  report: Report,
): Sheet<Role> | undefined {
  const { file, header } = table;
  const columnOf = new Map<string, number>();
  const unusedColumn = new Map<string, number>();
  const known = new Map(rolesOf(names).flatMap((role) => names[role].map((name) => [plainName(name), role] as const)));
  let sound = true;
  header.cells.forEach((cell, column) => {
    const role = known.get(plainName(cell));
    const first = role === undefined ? undefined : columnOf.get(role);
    if (role === undefined) {
      const name = cell.trim() === "" ? unnamed(table, column) : cell.trim();
      if (name !== undefined) unusedColumn.set(name, column);
    } else if (first !== undefined && isBeside(header.cells[first], cell)) unusedColumn.set(cell.trim(), column);
    else if (first !== undefined && isBeside(cell, header.cells[first])) {
      unusedColumn.set(header.cells[first].trim(), first);
      columnOf.set(role, column);
    } else if (first !== undefined) {
      report("table.column-twice", { file, line: header.line }, { first: header.cells[first], second: cell });
      sound = false;
    } else columnOf.set(role, column);
  });
  for (const role of required) {
    if (columnOf.has(role)) continue;
    const values = { column: role, found: quotedList(header.cells), names: names[role].join(", ") };
    report("table.column-missing", { file, line: header.line }, values);
    sound = false;
  }
  const unused = [...unusedColumn.keys()];
  const place = ({ line }: Row): Pick<Spot, "line" | "feature"> => (table.each ? { feature: line } : { line });
  const meant = new Set(columnOf.values());
  const faulty = (table.faults ?? []).filter(
    ({ column, beside, line }) =>
      meant.has(column) && (beside?.some((other) => meant.has(other)) ?? true) && line > header.line,
  );
  for (const { code, found, line, column } of faulty) {
    const name = header.cells[column].trim();
    report(code, { file, line, column: name, group: name }, { found });
  }
  const faultyLines = new Set(faulty.map(({ line }) => line));
  const cellOf = (row: Row, role: Role): string => row.cells[columnOf.get(role) ?? -1] ?? "";
  return sound
    ? {
        file,
        header,
        // A row with a cell that cannot be believed is told, which stops the import.
        rows: table.rows.filter(({ line }) => !faultyLines.has(line)),
        has: (role) => columnOf.has(role),
        text: (row, role) => cellOf(row, role).trim(),
        at: (row, role) => {
          const column = header.cells[columnOf.get(role) ?? -1]?.trim() ?? role;
          return { file, ...place(row), column, group: column };
        },
        rowAt: (row) => ({ file, ...place(row), group: "" }),
        unused,
        unusedText: (row, name) => (row.cells[unusedColumn.get(name) ?? -1] ?? "").trim(),
        ...(table.crs && { crs: table.crs }),
      }
    : undefined;
}

/** What its columns mean, in the order of the names. */
export const rolesOf = <Role extends string>(names: ColumnNames<Role>): Role[] =>
  Object.keys(names).filter((role): role is Role => role in names);
