import { toDegrees } from "../../geo/projection.ts";
import { type Area, partsOf } from "../../geo/polygon-segments.ts";
import { crsOfName } from "../../geo/coordinate-systems.ts";
import { CASE_FILES } from "../case-files.ts";
import { gradesByRules } from "../case-grades.ts";
import { readCase } from "../case-json.ts";
import { openFolder } from "../folder.ts";
import { withHomes } from "../joined-files.ts";
import { readFormats } from "../formats/read-formats.ts";
import { readAreas, readLines } from "../map-features.ts";
import type { FileNote } from "../notes.ts";
import { readTables } from "../read-tables.ts";
import { openIssueBook } from "../report.ts";
import type { ImportWatch } from "../watch.ts";

/** What of a case can be drawn before it is whole, in degrees: to be looked at before anything is believed. */
export interface DrawnFiles {
  readonly schools: readonly { readonly name: string; readonly lon: number; readonly lat: number }[];
  /** Longitude and latitude in pairs. */
  readonly pupils: Float32Array;
  /** Pupils at each of those places. */
  readonly pupilCounts: Uint32Array;
  /** Of very many every so-many-th, since no more can be told apart in a small picture. */
  readonly roads: readonly Float32Array[];
  /** All of them, those that are left out too. */
  readonly roadCount: number;
  readonly outline: readonly Float32Array[];
  /** Borders of areas that pupils, schools or districts are told by. */
  readonly areas: readonly Float32Array[];
  /** Addresses that pupils are placed by. */
  readonly homeCount: number;
  /** What each file's coordinates were found to be in, and its decimal sign. */
  readonly notes: readonly FileNote[];
}

/** So many roads at most are drawn: more are a grey area, and take a second to draw. */
const MOST_ROADS = 20_000;

/** Reads of a case's files what has a place; what is wrong with them is said where they are imported. */
export async function drawnOf(files: ReadonlyMap<string, Uint8Array>, watch?: ImportWatch): Promise<DrawnFiles> {
  const book = openIssueBook();
  const { sources } = await readFormats(files);
  const folder = openFolder(files, book.report, { sources, watch });
  const caseJson = folder.json(CASE_FILES.case, "optional");
  const about = caseJson && readCase(caseJson, book.report)?.caseFile;
  const named = about?.crs;
  const grades = gradesByRules(caseJson, about?.rules, book.report);
  const stated = { crs: named === undefined ? undefined : crsOfName(named), code: about?.code };
  const tables = readTables(grades, folder, stated, book);
  const { where, sites, homes: addresses } = tables;
  const roadMap = folder.map(CASE_FILES.roads, "optional");
  const roads = roadMap && readLines(roadMap, where, () => undefined, book.report);
  if (roads) folder.note(CASE_FILES.roads, { crs: roads.crs });
  const stride = Math.ceil((roadMap?.count ?? 0) / MOST_ROADS);
  const drawnRoads: Float32Array[] = [];
  let roadCount = 0;
  for (const { parts } of roads?.lines ?? [])
    if (roadCount++ % stride === 0) for (const xy of parts) drawnRoads.push(inPairs(toDegrees(where.plane, xy)));
  const areasIn = (path: string): ReturnType<typeof readAreas> => {
    const map = folder.map(path, "optional");
    const reading = map && readAreas(map, where, "some there", book.report);
    if (reading) folder.note(path, { crs: reading.crs });
    return reading;
  };
  const [outline, units, areas, attendance] = (["outline", "units", "areas", "attendance"] as const).map((name) =>
    areasIn(CASE_FILES[name]),
  );
  const districts = folder.isMap(CASE_FILES.districts) ? areasIn(CASE_FILES.districts) : undefined;
  const { pupils } = withHomes(tables, { areas: areas ?? "none", unitAreas: units ?? "none" }, book.report);
  const homes = new Map<string, { readonly lon: number; readonly lat: number; pupils: number }>();
  for (const { lon, lat, pupils: count } of pupils?.residents ?? []) {
    const known = homes.get(`${lon} ${lat}`);
    if (known) known.pupils += count;
    else homes.set(`${lon} ${lat}`, { lon, lat, pupils: count });
  }
  return {
    schools: sites?.rows.map(({ site: { name, lon, lat } }) => ({ name, lon, lat })) ?? [],
    pupils: Float32Array.from([...homes.values()].flatMap(({ lon, lat }) => [lon, lat])),
    pupilCounts: Uint32Array.from(homes.values(), (each) => each.pupils),
    roads: drawnRoads,
    roadCount,
    outline: ringsIn(outline),
    areas: [units, areas, attendance, districts].flatMap(ringsIn),
    homeCount: addresses === "damaged" ? 0 : addresses.length,
    notes: folder.notes(),
  };
}

const inPairs = ({ lon, lat }: { readonly lon: Float64Array; readonly lat: Float64Array }): Float32Array =>
  Float32Array.from({ length: 2 * lon.length }, (_, i) => (i % 2 === 0 ? lon : lat)[i >> 1]);

const ringsIn = (reading: ReturnType<typeof readAreas>): readonly Float32Array[] =>
  (reading?.areas ?? []).flatMap(({ area }) => ringsOf(area));

const ringsOf = (area: Area): readonly Float32Array[] =>
  partsOf(area).flatMap((part) => part.map((ring) => Float32Array.from(ring.flatMap(([lon, lat]) => [lon, lat]))));
