import { type BandSet, GRADE_COUNT } from "../domain/grades.ts";
import type { Checked } from "../domain/issue.ts";
import type { Demand, Municipality, Units } from "../domain/municipality.ts";
import { cellsWithin } from "../geo/cells.ts";
import { pieces } from "../geo/contiguity.ts";
import type { Crs } from "../geo/projection.ts";
import type { CaseFile } from "../protocol/case-file.ts";
import type { PlanFile } from "../protocol/plan-file.ts";
import { frameOf, unitsOf } from "./build-units.ts";
import { CASE_FILES, isCaseFile, looksMisnamed } from "./case-files.ts";
import { readCase } from "./case-json.ts";
import { dataHash } from "./data-hash.ts";
import { gatherDemand } from "./demand.ts";
import { districtsToday } from "./districts.ts";
import { openFolder } from "./folder.ts";
import type { ImportNotes } from "./notes.ts";
import { checkPlan, checkReferences, planIdOf, type PlanNames, type PlanReading, readPlan } from "./plans.ts";
import { readMaps } from "./read-maps.ts";
import { readTables, type TableReadings } from "./read-tables.ts";
import { type IssueBook, openIssueBook, type Report } from "./report.ts";
import type { UnitFrame } from "./unit-frame.ts";

/** A case as imported. */
export interface ImportedCase {
  readonly municipality: Municipality;
  /** By file name. Every name in them exists; who goes where is worked out from them elsewhere. */
  readonly plans: readonly PlanFile[];
  readonly caseFile: CaseFile;
  /** SHA-256 of the files that were read, in hex. */
  readonly dataHash: string;
  readonly notes: ImportNotes;
}

export interface ImportOptions {
  /** Coordinate system of every file, whatever case.json says. */
  readonly crs?: Crs;
}

/**
 * Reads a case folder: paths from the folder (`sites.csv`, `plans/2016.json`) to bytes. Every problem in all files is among
 * the issues; one error among them and there is no value.
 */
export function importCase(files: ReadonlyMap<string, Uint8Array>, options: ImportOptions = {}): Checked<ImportedCase> {
  const book = openIssueBook();
  const { report } = book;
  const used = new Map([...files].filter(([path]) => isCaseFile(path)));
  const names = Object.values(CASE_FILES).join(", ");
  for (const path of files.keys()) if (looksMisnamed(path)) report("file.unused", { file: path }, { names });

  const folder = openFolder(used, report);
  const caseJson = folder.json(CASE_FILES.case, "required");
  const read = caseJson && readCase(caseJson, report);
  const crs = options.crs ?? read?.caseFile.crs;
  const tables = readTables(folder, crs, book);
  const maps = readMaps(folder, read, crs, book);
  const frame = read && frameOf(read, tables, maps, report);

  const planPaths = [...used.keys()].filter((path) => planIdOf(path) !== undefined).toSorted();
  const plans = planPaths.flatMap((path) => {
    const json = folder.json(path, "required");
    return (json && readPlan(json, report)) ?? [];
  });
  checkPlans(plans, planPaths, tables, frame, book);
  const { baseline } = read?.info ?? {};
  if (caseJson && baseline !== undefined && !planPaths.some((path) => planIdOf(path) === baseline))
    report("case.baseline", caseJson.at(["baseline"]), { plan: baseline });

  const { sites, districts, places, residents } = tables;
  // A site that could not be read would make its district look empty.
  const today = sites && districts && !book.failed(CASE_FILES.sites) && districtsToday(districts, sites.rows, report);
  if (!read || !sites || !today || !residents || !frame || !maps.roads) return { issues: book.all() };
  const units = unitsOf(frame, maps.roads);
  const demand = gatherDemand(residents, frame, CASE_FILES.pupils, report);
  if (book.failed()) return { issues: book.all() };
  const { componentsAsDrawn, components, network } = maps.roads;
  const notes: ImportNotes = {
    files: folder.notes(),
    roads: { lines: network.count, componentsAsDrawn, components },
    units: noteUnits(units, demand, report),
  };
  const municipality: Municipality = {
    info: read.info,
    sites: sites.rows.map(({ site }) => site),
    districts: today,
    units,
    demand,
    roads: network,
    scenery: { ...(maps.outline && maps.outline !== "none" && { outline: maps.outline }), land: maps.land, places },
  };
  const value = {
    municipality,
    plans: plans.map(({ plan }) => plan),
    caseFile: read.caseFile,
    dataHash: dataHash(used),
    notes,
  };
  return { value, issues: book.all() };
}

/** Checks the names in plans, as far as the files that say them could be read. */
function checkPlans(
  plans: readonly PlanReading[],
  planPaths: readonly string[],
  { sites }: TableReadings,
  frame: UnitFrame | undefined,
  { report, failed }: IssueBook,
): void {
  if (plans.length === planPaths.length) checkReferences(plans, report);
  if (!sites) return;
  const teaches = new Map<string, BandSet | undefined>([...sites.ids].map((id) => [id, undefined]));
  if (!failed(CASE_FILES.sites)) for (const { site } of sites.rows) teaches.set(site.id, site.teaches);
  const units = new Set(frame?.id);
  const whole = ![CASE_FILES.sites, CASE_FILES.pupils].some((path) => failed(path));
  const names: PlanNames = {
    sites: teaches,
    unitsNamed: (id) => {
      if (!frame) return [id];
      const cells = cellsWithin(id, frame.shape);
      return whole ? cells.filter((cell) => units.has(cell)) : cells;
    },
  };
  for (const plan of plans) checkPlan(plan, names, report);
}

/** Counts the units; parts that nothing joins to the largest are reported if pupils live there. */
function noteUnits({ count, adjacency }: Units, { firstPoint, pupils }: Demand, report: Report): ImportNotes["units"] {
  const inUnit = Array.from({ length: count }, (_, unit) =>
    pupils
      .subarray(firstPoint[unit] * GRADE_COUNT, firstPoint[unit + 1] * GRADE_COUNT)
      .reduce((sum, each) => sum + each, 0),
  );
  const parts = pieces(adjacency, [...inUnit.keys()]);
  const sizes = Array<number>(parts.count).fill(0);
  for (const part of parts.of) sizes[part]++;
  const largest = sizes.indexOf(Math.max(...sizes));
  const outside = inUnit.reduce((sum, each, unit) => sum + (parts.of[unit] === largest ? 0 : each), 0);
  if (outside > 0) report("units.pieces", { file: CASE_FILES.roads }, { count: parts.count, pupils: outside });
  return { count, withPupils: inUnit.filter((each) => each > 0).length, pieces: parts.count };
}
