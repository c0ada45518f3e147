import type { Grades } from "../domain/grades.ts";
import type { DangerousRoad } from "../domain/municipality.ts";
import type { Whereabouts } from "./whereabouts.ts";
import { onceOnly, readRequired, reportSameRows } from "./cells-of-rows.ts";
import type { ColumnNames, Sheet } from "./columns.ts";
import { readGradeSet } from "./grades-cell.ts";
import type { Report } from "./report.ts";
import { COORDINATE_COLUMNS, type CoordinateRole, neededCoordinates, readPositions } from "./table-positions.ts";

type End = "from" | "to";
type DangerRole = "id" | "name" | "grades" | `${End}_${CoordinateRole}`;

const ended = (end: End, role: CoordinateRole): readonly string[] => {
  const danish = end === "from" ? "fra" : "til";
  return COORDINATE_COLUMNS[role].flatMap((name) => [`${end}_${name}`, `${danish}_${name}`]);
};

export const DANGER_COLUMNS: ColumnNames<DangerRole> = {
  id: ["id", "nummer"],
  name: ["name", "navn", "vej"],
  grades: ["grades", "klassetrin", "trin"],
  from_lat: ended("from", "lat"),
  from_lon: ended("from", "lon"),
  from_x: ended("from", "x"),
  from_y: ended("from", "y"),
  to_lat: ended("to", "lat"),
  to_lon: ended("to", "lon"),
  to_x: ended("to", "x"),
  to_y: ended("to", "y"),
};

/** dangerous-roads.csv: stretches of road that are dangerous for some grades, each from one place along it to another. */
export function readDangerousRoads(
  grades: Grades,
  sheet: Sheet<DangerRole>,
  where: Whereabouts,
  report: Report,
): readonly DangerousRoad[] {
  const ends = (["from", "to"] as const).map((end) => {
    const part = endOf(sheet, end);
    const columns = neededCoordinates(part, report);
    return columns && readPositions(part, columns, sheet.rows, where, report).positionOf;
  });
  reportSameRows(sheet, report);
  const first = onceOnly(sheet, "id", report);
  return sheet.rows.flatMap((row) => {
    if (first(row) === "again") return [];
    const name = readRequired(sheet, row, "name", report);
    const bands = readGradeSet(grades, readRequired(sheet, row, "grades", report), sheet.at(row, "grades"), report);
    const [from, to] = ends.map((positions) => positions?.get(row));
    return name !== "" && bands !== undefined && from && to ? [{ name, from, to, bands }] : [];
  });
}

/** The columns of one end, as a table of positions knows them. */
const endOf = (sheet: Sheet<DangerRole>, end: End): Sheet<CoordinateRole> => ({
  file: sheet.file,
  header: sheet.header,
  rows: sheet.rows,
  unused: sheet.unused,
  unusedText: sheet.unusedText,
  has: (role) => sheet.has(`${end}_${role}`),
  text: (row, role) => sheet.text(row, `${end}_${role}`),
  at: (row, role) => sheet.at(row, `${end}_${role}`),
  rowAt: sheet.rowAt,
});
