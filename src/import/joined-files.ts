import type { Municipality } from "../domain/municipality.ts";
import type { PlanFile } from "../protocol/plan-file.ts";
import { ATTENDANCE_PLAN, attendancePlan } from "./attendance.ts";
import { CASE_FILES } from "./case-files.ts";
import type { EmptyUnits } from "./empty-units.ts";
import { type HomeGround, placePupils } from "./place-pupils.ts";
import type { MapReadings } from "./read-maps.ts";
import type { TableReadings } from "./read-tables.ts";
import type { IssueBook, Report } from "./report.ts";
import { namesOf, readUnitIds } from "./unit-ids.ts";
import { centreOf } from "./unit-polygons.ts";

/** The tables with every pupil placed whose home is told by a key: an address, an area, a postcode, a parish. */
export function withHomes(tables: TableReadings, maps: KeyMaps, report: Report): TableReadings {
  if (!tables.pupils || tables.pupils.unplaced.length === 0) return tables;
  const ground = { homes: tables.homes, parishes: tables.parishes ?? [], areas: areasOf(maps) };
  return { ...tables, pupils: placePupils(tables.grades, tables.pupils, ground, CASE_FILES.pupils, report) };
}

/** Maps that pupils may be counted by. */
type KeyMaps = Pick<MapReadings, "areas" | "unitAreas">;

/** What pupils may be counted by: areas of their own, else the units. */
function areasOf({ areas, unitAreas }: KeyMaps): HomeGround["areas"] {
  const from = areas === "none" ? unitAreas : areas;
  if (from === undefined) return "damaged";
  if (from === "none") return [];
  // What is wrong with the units' ids is said where they become units.
  const ids = readUnitIds(from.areas, () => {});
  return from.areas.map(({ area, feature }, i) => ({
    id: ids[i],
    called: namesOf(feature),
    area,
    inside: centreOf(area),
  }));
}

/** The plans with the one that polygons of attendance make, and which of them is in force where the case does not say. */
export function withAttendance(
  plans: readonly PlanFile[],
  { attendance }: MapReadings,
  tables: TableReadings,
  units: EmptyUnits | undefined,
  { report, failed }: IssueBook,
): { readonly plans: readonly PlanFile[]; readonly inForce?: Pick<Municipality["info"], "baseline"> } {
  if (!attendance || attendance === "none" || !units || !tables.sites || failed(CASE_FILES.sites)) return { plans };
  if (plans.some(({ id }) => id === ATTENDANCE_PLAN)) {
    report("attendance.both", { file: CASE_FILES.attendance }, {});
    return { plans };
  }
  const sites = tables.sites.rows.map(({ site }) => site);
  const plan = attendancePlan(tables.grades, attendance.areas, sites, units, CASE_FILES.attendance, report);
  return { plans: [...plans, plan], inForce: { baseline: ATTENDANCE_PLAN } };
}
