import { dsvFormat } from "d3-dsv";
import { zipSync } from "fflate";
import type { Municipality } from "../domain/municipality.ts";
import type { Plan } from "../domain/plan.ts";
import { crsOfName, DEGREES, definitionOf } from "../geo/coordinate-systems.ts";
import { outlinesOf } from "../geo/outlines/outlines.ts";
import { partitionOf } from "../geo/outlines/partition.ts";
import { planePoint } from "../geo/projection.ts";
import { CASE_FILES, isCaseFile } from "../import/case-files.ts";
import { openFolder } from "../import/folder.ts";
import type { ReadFiles } from "../import/formats/sources.ts";
import { roleOf } from "../import/formats/roles.ts";
import { GTFS_ZIP, isGtfsFile } from "../import/gtfs/files.ts";
import { withUnpackedGtfs } from "../import/gtfs/unpack.ts";
import { isRecord } from "../import/json-shape.ts";
import { planIdOf } from "../import/plans.ts";
import { openIssueBook } from "../import/report.ts";
import { SMALLEST_SHOWN } from "../kernels/disclosure/shown.ts";
import type { Random } from "../kernels/random.ts";
import type { OpenCase } from "../open-case.ts";
import type { PlanFile } from "../protocol/plan-file.ts";
import type { Published } from "../domain/published.ts";
import { NO_DAY } from "../report/map/geojson-folder.ts";
import { planFile } from "../report/plan-file.ts";
import { collectionText, featureText } from "./geojson-text.ts";
import { publishedMaps } from "./maps.ts";
import { isAddressRegister } from "./register.ts";
import { publishedAddresses, publishedTables, publishedTimetable } from "./tables.ts";

/** What was made of a case's units and pupils. */
export interface PublishedParts {
  /** `[unit]`. */
  readonly area: Int32Array;
  /** Units, `[area]`. */
  readonly members: readonly (readonly number[])[];
  /** The unit whose middle stands for the area, `[area]`. */
  readonly places: readonly number[];
  /** Pupils, `[area * count + grade]`. */
  readonly rounded: Uint32Array;
  readonly random: Random;
}

/** The files of the published case by path, and the case's own that are no part of it. */
export function publishedFiles(
  read: ReadFiles,
  { basis: { municipality }, plans, planFiles }: OpenCase & { readonly planFiles: readonly PlanFile[] },
  parts: PublishedParts,
  published: Published,
): { readonly files: ReadonlyMap<string, Uint8Array>; readonly leftOut: readonly string[] } {
  const { bytes: files, sources } = read;
  const { report } = openIssueBook();
  const folder = openFolder(withUnpackedGtfs(files, report), report, { sources });
  const texts = new Map([...publishedTables(municipality.grades, folder, parts.random), ...publishedMaps(folder)]);
  const ids = areaIds(parts.members.length);
  const addresses = isAddressRegister(read, municipality) ? publishedAddresses(folder) : undefined;
  if (addresses !== undefined) texts.set(CASE_FILES.addresses, addresses);
  const own = folder.json(CASE_FILES.case, "required")?.value;
  const written = writtenIn(isRecord(own) ? own["crs"] : undefined);
  texts.set(CASE_FILES.pupils, pupilsText(municipality, parts, written));
  texts.set(CASE_FILES.units, unitsText(municipality, parts, ids, written));
  for (const plan of plans) texts.set(`plans/${plan.id}.json`, planText(municipality, plan, planFiles, parts, ids));
  const baseline = plans[0].id;
  texts.set(CASE_FILES.case, caseText(own, baseline, published));
  const timetable = bytesOf(publishedTimetable(folder));
  const isPacked = timetable.size > 0 && ![...files.keys()].some(isGtfsFile);
  const all = new Map([...bytesOf(texts), ...(isPacked ? [[GTFS_ZIP, packed(timetable)] as const] : timetable)]);
  const leftOut = [...files.keys()].filter(
    (path) =>
      isCaseFile(path) && !all.has(path) && !texts.has(roleOf(path)?.role.path ?? path) && planIdOf(path) === undefined,
  );
  return { files: new Map([...all].toSorted(([a], [b]) => (a < b ? -1 : 1))), leftOut };
}

const bytesOf = (texts: ReadonlyMap<string, string>): ReadonlyMap<string, Uint8Array> =>
  new Map([...texts].map(([path, text]) => [path, new TextEncoder().encode(text)]));

/** A timetable as it came, in one archive. */
const packed = (files: ReadonlyMap<string, Uint8Array>): Uint8Array =>
  zipSync(Object.fromEntries([...files].map(([path, bytes]) => [path.slice(path.lastIndexOf("/") + 1), bytes])), {
    mtime: NO_DAY,
  });

const areaIds = (count: number): readonly string[] => {
  const digits = String(count).length;
  return Array.from({ length: count }, (_, area) => `a${String(area + 1).padStart(digits, "0")}`);
};

/** Positions as a case's files write them: in the coordinate system that case.json states for all of them, else in degrees. */
interface Written {
  readonly columns: readonly [first: string, second: string];
  /** Longitude and latitude to east and north. */
  readonly pair: (lon: number, lat: number) => readonly [east: number, north: number];
  readonly order: "east first" | "north first";
}

function writtenIn(stated: unknown): Written {
  const crs = typeof stated === "string" ? crsOfName(stated) : undefined;
  const plane = crs === undefined || crs === DEGREES ? undefined : definitionOf(crs);
  if (plane === undefined)
    return { columns: ["lat", "lon"], pair: (lon, lat) => [rounded(lon, 6), rounded(lat, 6)], order: "north first" };
  const pair = (lon: number, lat: number): readonly [number, number] => {
    const { x, y } = planePoint(plane, { lon, lat });
    return [rounded(x, 1), rounded(y, 1)];
  };
  return { columns: ["x", "y"], pair, order: "east first" };
}

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));

/** One place an area. */
function pupilsText(
  { units, grades: { count, names } }: Municipality,
  { members, places, rounded: grades }: PublishedParts,
  written: Written,
): string {
  const rows = members.flatMap((_, area) => {
    const [east, north] = written.pair(units.lon[places[area]], units.lat[places[area]]);
    const place = (written.order === "east first" ? [east, north] : [north, east]).map(String);
    return Array.from({ length: count }, (__, grade) => ({ grade, pupils: grades[area * count + grade] }))
      .filter(({ pupils }) => pupils >= SMALLEST_SHOWN)
      .map(({ grade, pupils }) => [...place, names[grade], String(pupils)]);
  });
  return `${dsvFormat(";").formatRows([[...written.columns, "grade", "pupils"], ...rows])}\n`;
}

/** Areas by all corners of their units, so that neighbours share every corner. */
function unitsText(
  { units }: Municipality,
  { area }: PublishedParts,
  ids: readonly string[],
  { pair }: Written,
): string {
  const { areas } = partitionOf({ ...outlinesOf(units), lines: "corners" }, area);
  const features = areas.map(({ group, parts }) => {
    const coordinates = parts.map((part) => part.map((ring) => ring.map(([lon, lat]) => pair(lon, lat))));
    return featureText({ id: ids[group] }, "Polygon", coordinates);
  });
  return collectionText(undefined, features);
}

function planText(
  { sites, grades }: Municipality,
  plan: Plan,
  planFiles: readonly PlanFile[],
  { members }: PublishedParts,
  ids: readonly string[],
): string {
  const bands = plan.assignment.length / members.reduce((sum, units) => sum + units.length, 0);
  const assignment = Uint16Array.from(
    members.flatMap(([unit]) => [...plan.assignment.subarray(unit * bands, (unit + 1) * bands)]),
  );
  const own = planFiles.find(({ id }) => id === plan.id);
  const units = { id: ids, shape: { kind: "polygons" as const, geometry: [] } };
  const file = planFile({ sites, grades, units }, { ...plan, assignment }, own?.source);
  const written = {
    ...file,
    ...(own && { title: own.title }),
    ...(own?.inForceFrom !== undefined && { inForceFrom: own.inForceFrom }),
  };
  return `${JSON.stringify(written, undefined, 1)}\n`;
}

/** case.json with what the case is now; promises of a handful of pupils are left out, and what it says of files, which are written anew. */
function caseText(value: unknown, baseline: string, published: Published): string {
  const { promises, files: _, ...rest } = isRecord(value) ? value : {};
  const kept = Array.isArray(promises) ? { promises: promises.filter((each) => !namesFew(each)) } : {};
  const own = { ...rest, ...kept, units: { kind: "polygons" }, baseline, published };
  return `${JSON.stringify(own, undefined, 2)}\n`;
}

/** Whether somewhere in it stands a number of pupils from one to four. */
const namesFew = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.some(namesFew)
    : isRecord(value) &&
      Object.entries(value).some(([name, each]) =>
        name === "pupils" && typeof each === "number" ? each > 0 && each < SMALLEST_SHOWN : namesFew(each),
      );
