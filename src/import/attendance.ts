import { type BandKey, type BandSet, type Grades, hasBand, parseGradeRange } from "../domain/grades.ts";
import type { Site } from "../domain/municipality.ts";
import { catalogue, type Text } from "../domain/language.ts";
import { metres } from "../domain/quantities.ts";
import { polygonLocator } from "../geo/polygon-locator.ts";
import type { PlanFile, Zone } from "../protocol/plan-file.ts";
import { SITE_KEYS, siteFinder } from "./capacity.ts";
import type { KeyFinder } from "./code-and-name.ts";
import type { EmptyUnits } from "./empty-units.ts";
import type { MapArea } from "./map-features.ts";
import { propertyNamed } from "./properties.ts";
import type { Report } from "./report.ts";
import { TAUGHT_NAMES } from "./sites.ts";

export const ATTENDANCE_PLAN = "attendance";
/** Borders are drawn coarsely: a unit this near a polygon belongs to it where it lies in none. */
const NEAR = metres(500);

const TITLE: Text = catalogue("import.attendance", {
  da: "I dag: skolernes egne områder",
  en: "Today: the schools' own areas",
});

/** A polygon of attendance.geojson: who lives in it goes to the site in these bands. */
interface AttendanceArea {
  readonly map: MapArea;
  readonly site: Site;
  readonly bands: BandSet;
}

/**
 * attendance.geojson as the plan that it is: polygons in place of a plan's file. A unit belongs to the polygon that its centre lies in, grade
 * band by grade band; a polygon without grades is for all that its site teaches.
 */
export function attendancePlan(
  grades: Grades,
  areas: readonly MapArea[],
  sites: readonly Site[],
  units: EmptyUnits,
  file: string,
  report: Report,
): PlanFile {
  const find = siteFinder(sites);
  const known = areas.flatMap((map) => attendanceArea(grades, map, find, report) ?? []);
  const unitsOf = new Map<string, { readonly site: string; readonly band: BandKey; readonly units: string[] }>();
  const doubled = new Set<string>();
  for (const { band, key } of grades.bands) {
    const ofBand = known.filter(({ bands }) => hasBand(bands, band));
    const locator = polygonLocator(ofBand.map(({ map }) => map.area));
    units.id.forEach((id, unit) => {
      const centre = { lon: units.lon[unit], lat: units.lat[unit] };
      const inside = locator.allAt(centre);
      if (inside.length > 1) doubled.add(id);
      const found = inside[0] ?? locator.near(centre, NEAR);
      if (found === undefined) return;
      const site = ofBand[found].site.id;
      const zone = unitsOf.get(`${site} ${key}`) ?? { site, band: key, units: [] };
      zone.units.push(id);
      unitsOf.set(`${site} ${key}`, zone);
    });
  }
  if (doubled.size > 0) report("attendance.overlap", { file }, { count: doubled.size });
  const zones = [...unitsOf.values()].map(({ site, band, units: own }): Zone => ({ site, bands: [band], units: own }));
  return {
    format: "skoledistrikt-plan",
    version: 1,
    id: ATTENDANCE_PLAN,
    title: TITLE,
    assignment: { kind: "zones", zones },
  };
}

function attendanceArea(
  grades: Grades,
  map: MapArea,
  find: KeyFinder<Site>,
  report: Report,
): AttendanceArea | undefined {
  const { properties, at } = map.feature;
  const name = propertyNamed(properties, SITE_KEYS);
  const [site, ...others] = name === undefined ? [] : find(name, at(), report);
  if (!site || others.length > 0) {
    report("attendance.site", at(), { found: name ?? "-" });
    return undefined;
  }
  const stated = propertyNamed(properties, TAUGHT_NAMES);
  const bands = stated === undefined ? site.teaches : parseGradeRange(grades, stated);
  if (bands === undefined || (bands & ~site.teaches) !== 0) {
    report("attendance.grades", at(), { site: site.name, found: stated ?? "-" });
    return undefined;
  }
  return { map, site, bands };
}
