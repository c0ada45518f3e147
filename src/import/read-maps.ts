import { featureCollection, union } from "@turf/turf";
import { type Area, borderSegments, partsOf } from "../geo/polygon-segments.ts";
import { borderCrossings } from "../geo/border-crossings.ts";
import { overlaps } from "../geo/polygon-overlaps.ts";
import type { Crs } from "../geo/coordinate-systems.ts";
import { metresIn } from "../geo/projection.ts";
import { CASE_FILES } from "./case-files.ts";
import type { CaseReading } from "./case-json.ts";
import type { Whereabouts } from "./whereabouts.ts";
import type { Folder } from "./folder.ts";
import { type Extent, type MapArea, readAreas, readLines } from "./map-features.ts";
import type { NodedRoads } from "./noding.ts";
import type { IssueBook, Report } from "./report.ts";
import { readRoads, roadTeller } from "./roads.ts";
import type { Share } from "./watch.ts";

/** Own areas as units, in the coordinate system they came in. */
interface UnitAreas {
  readonly areas: readonly MapArea[];
  readonly crs: Crs;
}

/** The maps of a case as far as they could be read. */
export interface MapReadings {
  readonly roads: NodedRoads | undefined;
  /** "none" where the case has no such file. */
  readonly outline: Area | "none" | undefined;
  readonly land: readonly Area[];
  readonly surroundings: readonly Area[];
  /** "none" where the units are cells. */
  readonly unitAreas: UnitAreas | "none" | undefined;
  /** What pupils may be counted by; "none" where the case has no such file. */
  readonly areas: UnitAreas | "none" | undefined;
  /** Who goes where, likewise. */
  readonly attendance: UnitAreas | "none" | undefined;
}

/** So much of the work on the roads is to read them; the rest is to join them where they meet. */
const ROADS_READ = 0.7;

export function readMaps(
  folder: Folder,
  read: CaseReading | undefined,
  where: Whereabouts,
  { report, failed }: IssueBook,
): MapReadings {
  const areasOf = (path: string, extent: Extent): UnitAreas | undefined => {
    const map = folder.map(path, "optional");
    const reading = map && readAreas(map, where, extent, report);
    if (reading) folder.note(path, { crs: reading.crs });
    return failed(path) ? undefined : reading;
  };
  const landOf = (path: string): readonly Area[] => areasOf(path, "some there")?.areas.map(({ area }) => area) ?? [];
  const roadMap = folder.map(CASE_FILES.roads, "required", ROADS_READ);
  const joining: Share = (share) => folder.tell(CASE_FILES.roads, ROADS_READ + (1 - ROADS_READ) * share);
  const roadLines = roadMap && readLines(roadMap, where, roadTeller(), report);
  if (roadLines) folder.note(CASE_FILES.roads, { crs: roadLines.crs });
  const outline = areasOf(CASE_FILES.outline, "all there");
  if (outline) reportTangles(outline, report);
  return {
    roads: roadLines && readRoads(CASE_FILES.roads, roadLines.lines, where.plane, report, joining),
    outline: folder.has(CASE_FILES.outline) ? outline && joined(outline.areas, report) : "none",
    land: landOf(CASE_FILES.land),
    surroundings: landOf(CASE_FILES.surroundings),
    unitAreas: wantsPolygons(folder, read, report) ? areasOf(CASE_FILES.units, "all there") : "none",
    areas: folder.has(CASE_FILES.areas) ? areasOf(CASE_FILES.areas, "some there") : "none",
    attendance: folder.has(CASE_FILES.attendance) ? areasOf(CASE_FILES.attendance, "some there") : "none",
  };
}

/** Says which parts of the outline cross themselves, so that what is inside is a guess, and which lie on each other. */
function reportTangles({ areas, crs }: UnitAreas, report: Report): void {
  const drawn = areas.map((each) => each.drawn);
  const metresOf = metresIn(crs, drawn);
  const borders = borderSegments(drawn, metresOf);
  const { own, pairs } = borderCrossings(borders, areas.length);
  for (const part of own.keys()) {
    const spot = areas[part].feature.at();
    report("area.crosses-itself", spot, { area: spot.name ?? "outline" });
  }
  const { measured, more } = overlaps(drawn, borders, pairs, metresOf);
  const nameOf = (part: number): string => areas[part].feature.at().name ?? String(part + 1);
  for (const { one, other, squareMetres } of measured)
    report("outline.overlap", areas[other].feature.at(), {
      one: nameOf(one),
      other: nameOf(other),
      area: Math.round(squareMetres),
    });
  if (more > 0) report("units.overlap-more", { file: CASE_FILES.outline }, { count: more });
}

/** case.json decides what the units are; where it leaves it out, units.geojson does by being there. */
function wantsPolygons(folder: Folder, read: CaseReading | undefined, report: Report): boolean {
  const has = folder.has(CASE_FILES.units);
  if (!read?.unitsStated) return has;
  const wanted = read.caseFile.units.kind === "polygons";
  if (wanted && !has) report("file.missing", { file: CASE_FILES.units }, {});
  if (!wanted && has) report("units.unused", { file: CASE_FILES.units }, {});
  return wanted;
}

/** Several areas as one, borders between them gone; where borders cross themselves too badly for that, the parts as they are. */
function joined(areas: readonly MapArea[], report: Report): Area | undefined {
  if (areas.length < 2) return areas[0]?.area;
  const features = areas.map(({ area }) => ({ type: "Feature" as const, geometry: area, properties: {} }));
  try {
    return union(featureCollection(features))?.geometry;
  } catch {
    report("outline.parts", { file: CASE_FILES.outline }, {});
    return { type: "MultiPolygon", coordinates: areas.flatMap(({ area }) => partsOf(area)) };
  }
}
