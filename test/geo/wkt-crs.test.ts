import { expect, test } from "vitest";
import { crsOfWkt } from "../../src/geo/wkt-crs.ts";

const GRS80 = 'SPHEROID["GRS_1980",6378137.0,298.257222101]';
const GREENWICH = 'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]';
const ETRS89 = `GEOGCS["GCS_ETRS_1989",DATUM["D_ETRS_1989",${GRS80}],${GREENWICH}]`;
const mercator = (name: string, lon: number, scale: number, east: number, north: number, base = ETRS89): string =>
  `PROJCS["${name}",${base},PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",${east}],PARAMETER["False_Northing",${north}],` +
  `PARAMETER["Central_Meridian",${lon}],PARAMETER["Scale_Factor",${scale}],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`;

/** As .prj files write them, by programs of several makers; the EPSG registry says which they are. */
test.each<[string, string, string | undefined]>([
  ["zone 32 by name and numbers alone", mercator("ETRS_1989_UTM_Zone_32N", 9, 0.9996, 500_000, 0), "EPSG:25832"],
  ["DKTM2, whatever it is called", mercator("Dansk", 10, 0.99998, 400_000, -5_000_000), "EPSG:4094"],
  ["a zone of its own, which is none", mercator("ETRS_1989_UTM_Zone_32N", 9.1, 0.9996, 500_000, 0), undefined],
  [
    "zone 32 on the datum of 1950, 130 m off",
    mercator(
      "ED_1950_UTM_Zone_32N",
      9,
      0.9996,
      500_000,
      0,
      `GEOGCS["GCS_European_1950",DATUM["D_European_1950",SPHEROID["International_1924",6378388.0,297.0]],${GREENWICH}]`,
    ),
    undefined,
  ],
  ["degrees", ETRS89, "EPSG:4326"],
  [
    "degrees of the datum of 1950",
    `GEOGCS["GCS_European_1950",DATUM["D_European_1950",SPHEROID["International_1924",6378388.0,297.0]],${GREENWICH}]`,
    undefined,
  ],
  [
    "a code, behind a height",
    `COMPD_CS["ETRS89 / UTM zone 32N + DVR90 height",${mercator("ETRS89 / UTM zone 32N", 9, 0.9996, 500_000, 0)},VERT_CS["DVR90",UNIT["metre",1]]]`,
    "EPSG:25832",
  ],
  ["a code alone", 'PROJCS["RD",GEOGCS["Amersfoort"],AUTHORITY["EPSG","28992"]]', "EPSG:28992"],
  ["a code that is not known", 'PROJCS["?",GEOGCS["?"],AUTHORITY["EPSG","99999"]]', undefined],
  ["something else", "UTM32", undefined],
  ["nothing", "", undefined],
])("well-known text of %s", (_, wkt, crs) => expect(crsOfWkt(wkt)).toBe(crs));
