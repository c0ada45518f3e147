import { toDegrees } from "../../geo/projection.ts";
import { type Area, partsOf } from "../../geo/polygon-segments.ts";
import { crsOfName } from "../../geo/coordinate-systems.ts";
import { CASE_FILES } from "../case-files.ts";
import { gradesByRules } from "../case-grades.ts";
import { readCase } from "../case-json.ts";
import { openFolder } from "../folder.ts";
import { readFormats } from "../formats/read-formats.ts";
import { readAreas, readLines } from "../map-features.ts";
import type { FileNote } from "../notes.ts";
import { readTables } from "../read-tables.ts";
import { openIssueBook } from "../report.ts";

/** What of a case can be drawn before it is whole, in degrees: to be looked at before anything is believed. */
export interface DrawnFiles {
  readonly schools: readonly { readonly name: string; readonly lon: number; readonly lat: number }[];
  /** Longitude and latitude in pairs. */
  readonly pupils: Float32Array;
  /** Pupils at each of those places. */
  readonly pupilCounts: Uint32Array;
  readonly roads: readonly Float32Array[];
  readonly outline: readonly Float32Array[];
  /** What each file's coordinates were found to be in, and its decimal sign. */
  readonly notes: readonly FileNote[];
}

/** Reads of a case's files what has a place; what is wrong with them is said where they are imported. */
export async function drawnOf(files: ReadonlyMap<string, Uint8Array>): Promise<DrawnFiles> {
  const book = openIssueBook();
  const { sources } = await readFormats(files);
  const folder = openFolder(files, book.report, { sources });
  const caseJson = folder.json(CASE_FILES.case, "optional");
  const about = caseJson && readCase(caseJson, book.report)?.caseFile;
  const named = about?.crs;
  const grades = gradesByRules(caseJson, about?.rules, book.report);
  const stated = { crs: named === undefined ? undefined : crsOfName(named), code: about?.code };
  const { where, sites, pupils } = readTables(grades, folder, stated, book);
  const roadMap = folder.map(CASE_FILES.roads, "optional");
  const roads = roadMap && readLines(roadMap, where, () => undefined, book.report);
  if (roads) folder.note(CASE_FILES.roads, { crs: roads.crs });
  const areas = [CASE_FILES.outline, CASE_FILES.units].flatMap((path) => {
    const map = folder.map(path, "optional");
    const reading = map && readAreas(map, where, "all there", book.report);
    if (reading) folder.note(path, { crs: reading.crs });
    return reading?.areas ?? [];
  });
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
    roads: [...(roads?.lines ?? [])].flatMap(({ parts }) => parts.map((xy) => inPairs(toDegrees(where.plane, xy)))),
    outline: areas.flatMap(({ area }) => ringsOf(area)),
    notes: folder.notes(),
  };
}

const inPairs = ({ lon, lat }: { readonly lon: Float64Array; readonly lat: Float64Array }): Float32Array =>
  Float32Array.from({ length: 2 * lon.length }, (_, i) => (i % 2 === 0 ? lon : lat)[i >> 1]);

const ringsOf = (area: Area): readonly Float32Array[] =>
  partsOf(area).flatMap((part) => part.map((ring) => Float32Array.from(ring.flatMap(([lon, lat]) => [lon, lat]))));
