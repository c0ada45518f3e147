import { polygonLocator } from "../geo/polygon-locator.ts";
import { CASE_FILES } from "./case-files.ts";
import { DISTRICT_COLUMNS } from "./districts.ts";
import type { Folder } from "./folder.ts";
import { readAreas } from "./map-features.ts";
import { propertyNamed } from "./properties.ts";
import type { Report } from "./report.ts";
import type { SiteRow } from "./sites.ts";
import type { Whereabouts } from "./whereabouts.ts";

/**
 * The sites with their districts told by where they lie, where the districts come as polygons. A column that says otherwise is a
 * contradiction; a site outside all of them belongs to what its column says.
 */
export function sitesInDistricts(
  sites: readonly SiteRow[],
  folder: Folder,
  where: Whereabouts,
  report: Report,
): readonly SiteRow[] {
  if (!folder.isMap(CASE_FILES.districts)) return sites;
  const map = folder.map(CASE_FILES.districts, "optional");
  const areas = (map && readAreas(map, where, "some there", report)?.areas) ?? [];
  const locator = polygonLocator(areas.map(({ area }) => area));
  return sites.map((row) => {
    const found = locator.at(row.site);
    const drawn = found === undefined ? undefined : propertyNamed(areas[found].feature.properties, DISTRICT_COLUMNS.id);
    if (drawn === undefined) return row;
    if (row.district !== undefined && row.district !== drawn)
      report("sites.district-otherwise", row.districtAt, { site: row.site.name, drawn, stated: row.district });
    return { ...row, district: drawn };
  });
}
