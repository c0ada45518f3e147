import type { Grades } from "../domain/grades.ts";
import type { Checked } from "../domain/issue.ts";
import type { Demand, Municipality, Units } from "../domain/municipality.ts";
import { pieces } from "../geo/contiguity.ts";
import { type Crs, crsOfName } from "../geo/coordinate-systems.ts";
import type { CaseFile } from "../protocol/case-file.ts";
import { type PaperForm, paperFormSchema } from "../protocol/paper-form.ts";
import type { PlanFile } from "../protocol/plan-file.ts";
import { gradesByRules } from "./case-grades.ts";
import { emptyUnitsOf, unitsOf } from "./build-units.ts";
import { CASE_FILES, isCaseFile, isOwnFile, looksMisnamed } from "./case-files.ts";
import { checkPublished } from "./check-published.ts";
import { busTerms, type CaseReading, checkDanishCode, readCase } from "./case-json.ts";
import { dataHash, type Sha256 } from "./data-hash.ts";
import { gatherDemand } from "./demand.ts";
import { districtsToday } from "./districts.ts";
import { fitSchema } from "./json-text.ts";
import { openFolder } from "./folder.ts";
import { type FileBytes, onlyOwn, type ReadFiles, type Sources, tellByName } from "./formats/sources.ts";
import { withAttendance, withHomes } from "./joined-files.ts";
import { isPackedGtfs } from "./gtfs/files.ts";
import { toldOfArchive, withUnpackedGtfs } from "./gtfs/unpack.ts";
import { readGtfs } from "./gtfs/read-gtfs.ts";
import type { ImportNotes } from "./notes.ts";
import { readForecastFiles } from "./read-forecast.ts";
import { type MapReadings, readMaps } from "./read-maps.ts";
import { readPlans } from "./read-plans.ts";
import { readTables, type TableReadings } from "./read-tables.ts";
import { type IssueBook, type NamedPlaces, openIssueBook, type Report } from "./report.ts";
import { checkRegistered } from "./registered.ts";
import { composed } from "./text.ts";
import { isUnderFigures } from "./under-figures.ts";
import { ImportStopped, type ImportWatch } from "./watch.ts";
import type { EmptyUnits } from "./empty-units.ts";

/** A case as imported. */
export interface ImportedCase {
  readonly municipality: Municipality;
  /** By file name. Every name in them exists; who goes where is worked out from them elsewhere. */
  readonly plans: readonly PlanFile[];
  readonly caseFile: CaseFile;
  /** What the municipality's council papers look like, where a file says. */
  readonly paperForm?: PaperForm;
  /** SHA-256 of the folder's files that were read and that figures may rest on, in hex. */
  readonly dataHash: string;
  readonly notes: ImportNotes;
  /** What stands for files of the case, by these files' paths: whatever else is found in them is told of it. */
  readonly sources: Sources;
}

export interface ImportOptions {
  /** Coordinate system of every file, whatever case.json says. */
  readonly crs?: Crs;
  /** Plan files from outside the folder, by the paths they would have in it: read like its own, but no part of the case and its hash. */
  readonly outside?: ReadonlyMap<string, Uint8Array>;
  /** Is told how far the import is, and may stop it. */
  readonly watch?: ImportWatch;
  /** How many places of one fault are named; a few unless said. */
  readonly named?: NamedPlaces;
  /** A quicker SHA-256 than the own: a second of a case of a hundred megabytes. */
  readonly sha256?: Sha256;
}

/**
 * Reads a case folder: paths from the folder (`sites.csv`, `plans/2016.json`) to bytes, or what `readFormats` makes of them, which reads
 * workbooks and the files of map programs too. Every problem in all files is among the issues; one error among them and there is no value. An import
 * that was stopped has neither.
 */
export function importCase(folderFiles: FileBytes | ReadFiles, options: ImportOptions = {}): Checked<ImportedCase> {
  try {
    return importFiles(folderFiles, options);
  } catch (error) {
    if (error instanceof ImportStopped) return { issues: [] };
    throw error;
  }
}

function importFiles(folderFiles: FileBytes | ReadFiles, options: ImportOptions): Checked<ImportedCase> {
  const { bytes: files, sources, repeat } = onlyOwn(folderFiles);
  const book = openIssueBook(options.named);
  repeat(book.report);
  const given = ownFiles(files, sources, book.report);
  const used = withUnpackedGtfs(given, book.report);
  const unread = unreadFiles(files, sources, book.report);
  const folder = openFolder(new Map([...used, ...(options.outside ?? [])]), book.report, {
    unread,
    sources,
    watch: options.watch,
  });
  const caseJson = folder.json(CASE_FILES.case, "required");
  const read = caseJson && readCase(caseJson, book.report);
  const byRules = gradesByRules(caseJson, read?.caseFile.rules, book.report);
  const told = { crs: options.crs ?? statedCrs(read), code: read?.info.code };
  const apart = readTables(byRules, folder, told, book);
  const { grades } = apart;
  if (caseJson && apart.where.kind === "in Denmark") checkDanishCode(caseJson, book.report);
  const maps = readMaps(folder, read, apart.where, book);
  const tables = withHomes(apart, maps, book.report);
  const empty = read && emptyUnitsOf(read, tables, maps, book.report);
  const planFiles = readPlans(grades, folder, { read, caseJson, tables, empty }, book);
  const { plans, inForce } = withAttendance(planFiles, maps, tables, empty, book);
  const forecast = readForecastFiles(grades, folder, { info: read?.info, tables, empty }, book);
  const publicBuses = readGtfs(folder, busTerms(caseJson, read?.caseFile, book.report), book);
  const form = folder.json(CASE_FILES.paper, "optional");
  const paperForm = form && fitSchema(form, paperFormSchema, book.report);
  const built = read && empty && assemble(grades, read, tables, maps, empty, book);
  const issues = tellByName(sources, toldOfArchive(given, book.all()));
  if (!built || book.failed()) return { issues };
  const { units, roads, pupils, siteLines } = built;
  const info = { ...inForce, ...built.municipality.info };
  const municipality = {
    ...built.municipality,
    info,
    ...(forecast && { forecast }),
    ...(publicBuses && { publicBuses }),
  };
  const notes = { files: tellByName(sources, toldOfArchive(given, folder.notes())), units, roads, pupils, siteLines };
  return {
    value: {
      municipality,
      plans,
      caseFile: read.caseFile,
      ...(paperForm && { paperForm }),
      dataHash: dataHash(underFigures(used, files, sources), options.sha256),
      notes,
      sources,
    },
    issues: tellByName(sources, toldOfArchive(given, book.all())),
  };
}

/** The files that figures rest on, by the names that they have: a workbook as it came, not what was made of it. */
const underFigures = (own: FileBytes, files: FileBytes, sources: Sources): FileBytes => {
  const others = [...sources].filter(([path]) => isUnderFigures(path)).flatMap(([, { from }]) => from);
  return new Map([
    ...[...own].filter(([path]) => isUnderFigures(path)),
    ...others.map((path) => [composed(path), files.get(path) ?? new Uint8Array()] as const),
  ]);
};

/** The case's own files, by names in composed letters, without those that another stands for. */
function ownFiles(files: FileBytes, sources: Sources, report: Report): FileBytes {
  const used = new Map<string, Uint8Array>();
  for (const [path, bytes] of files) {
    const name = composed(path);
    if (!isOwnFile(name) || sources.has(name)) continue;
    if (used.has(name)) report("file.same-name", { file: name }, {});
    used.set(name, bytes);
  }
  return used;
}

/** Files that look as if they were meant to be read and are not, each of them told. */
function unreadFiles(files: FileBytes, sources: Sources, report: Report): readonly string[] {
  const read = new Set([...sources.values()].flatMap(({ from }) => from));
  const names = Object.values(CASE_FILES).join(", ");
  const unread = [...files.keys()].filter(
    (path) => !read.has(path) && !isOwnFile(composed(path)) && (isCaseFile(composed(path)) || looksMisnamed(path)),
  );
  for (const path of unread)
    if (isPackedGtfs(path)) report("gtfs.packed", { file: path }, { file: path });
    else report("file.unused", { file: path }, { names });
  return unread;
}

interface Assembled extends Pick<ImportNotes, "units" | "roads" | "pupils" | "siteLines"> {
  readonly municipality: Municipality;
}

/** Puts together what was read; `undefined` where a part is missing, which is then an issue already. */
function assemble(
  grades: Grades,
  read: CaseReading,
  { sites, districts, pupils, places, neighbours, ownCosts, priceIndex, dangerousRoads, parishes }: TableReadings,
  { roads, outline, land, surroundings }: MapReadings,
  empty: EmptyUnits,
  { report, failed }: IssueBook,
): Assembled | undefined {
  // A site that could not be read would make its district look empty.
  const today = sites && districts && !failed(CASE_FILES.sites) && districtsToday(districts, sites.rows, report);
  if (!today || !pupils || !roads) return undefined;
  const units = unitsOf(empty, roads);
  const { demand, outside } = gatherDemand(grades, pupils.residents, empty, CASE_FILES.pupils, report);
  if (!failed(CASE_FILES.pupils))
    checkRegistered(
      grades,
      sites.rows.map(({ site }) => site),
      pupils,
      CASE_FILES.pupils,
      report,
    );
  checkPublished(grades, read.info.published, demand, report);
  if (failed()) return undefined;
  const { componentsAsDrawn, components, network } = roads;
  const municipality = {
    info: read.info,
    grades,
    sites: sites.rows.map(({ site }) => site),
    districts: today,
    units,
    demand,
    roads: network,
    scenery: { ...(outline && outline !== "none" && { outline }), land, surroundings, places, neighbours },
    ...(ownCosts && { ownCosts }),
    ...(priceIndex.length > 0 && { priceIndex }),
    ...(dangerousRoads && { dangerousRoads }),
    ...(parishes && parishes.length > 0 && { parishes }),
  };
  return {
    municipality,
    units: noteUnits(grades, units, demand, report),
    pupils: { placed: sumOf(demand.pupils), outside, ...pupils.leftOut, counted: pupils.counted },
    roads: { lines: network.count, componentsAsDrawn, components },
    siteLines: new Map(sites.rows.map(({ site, districtAt }) => [site.id, districtAt.line ?? 1])),
  };
}

const sumOf = (counts: Uint16Array): number => counts.reduce((sum, each) => sum + each, 0);

/** Counts the units; parts that nothing joins to the largest are reported if pupils live there. */
function noteUnits(
  grades: Grades,
  { count, adjacency }: Units,
  { firstPoint, pupils }: Demand,
  report: Report,
): ImportNotes["units"] {
  const inUnit = Array.from({ length: count }, (_, unit) =>
    pupils
      .subarray(firstPoint[unit] * grades.count, firstPoint[unit + 1] * grades.count)
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

/** What case.json says of every file's coordinates: unknown too where it cannot be read. */
function statedCrs(read: CaseReading | undefined): Crs | "unknown" | undefined {
  if (!read) return "unknown";
  return read.caseFile.crs === undefined ? undefined : (crsOfName(read.caseFile.crs) ?? "unknown");
}
