import { describe, expect, test } from "vitest";
import { planePoint } from "../../src/geo/projection.ts";
import { findCrs } from "../../src/import/crs.ts";
import { openIssueBook } from "../../src/import/report.ts";
import { whereaboutsOf } from "../../src/import/whereabouts.ts";
import { openCase } from "../../src/open-case.ts";
import { tinyCase } from "../cases/tiny.ts";
import { edited } from "./fault-tools.ts";

describe("metres that nothing names", () => {
  /** Rønne and Nexø as zone 33 has them; the same numbers in zone 32 are places near Tønder. */
  const XY = [481_700, 6_106_600, 508_900, 6_101_900];
  const systemOf = (code: string) => {
    const where = whereaboutsOf(XY, undefined, code);
    const book = openIssueBook();
    const { crs } = findCrs({ file: "f", names: ["x", "y"], xy: XY, spot: () => ({ file: "f" }) }, where, book.report);
    return { crs, issues: book.all().length };
  };
  test.each([
    ["0400", "EPSG:25833"],
    ["0411", "EPSG:25833"],
    ["0550", "EPSG:25832"],
  ])("of municipality %s are in %s", (code, crs) => expect(systemOf(code)).toEqual({ crs, issues: 0 }));

  test("of Bornholm may be in zone 32 or degrees all the same", () => {
    for (const [xy, crs] of [
      [[865_000, 6_120_000], "EPSG:25832"],
      [[14.7, 55.1], "EPSG:4326"],
    ] as const)
      expect(
        whereaboutsOf(xy, undefined, "0400").systems.find(
          ({ x, y }) => x[0] < xy[0] && xy[0] < x[1] && y[0] < xy[1] && xy[1] < y[1],
        )?.crs,
      ).toBe(crs);
  });

  test("a case on Bornholm is measured where it lies: a tenth of a degree of a meridian is as long as on the ellipsoid", () => {
    const { plane } = whereaboutsOf([14.9, 55.05], undefined, "0400");
    const [south, north] = [55.05, 55.15].map((lat) => planePoint(plane, { lon: 14.9, lat }));
    // Meridian arc of GRS80 between the two.
    expect(Math.hypot(north.x - south.x, north.y - south.y) / 11_132.6).toBeCloseTo(1, 4);
  });
});

test("a school that no road is near is told with its row in its file", () => {
  const changes = edited("sites.csv", /(oest;[^;]*;[^;]*;)[^;]*;/, "$155.645;");
  const { issues } = openCase(tinyCase({ ...changes, ...edited("case.json", '"units"', '"snapLimit": 500, "units"') }));
  expect(issues.find(({ code }) => code === "site-off-road")).toMatchObject({ file: "sites.csv", line: 3 });
});
