import { describe, expect, test } from "vitest";
import { crsOfCode, definitionOf } from "../../src/geo/coordinate-systems.ts";
import { toDegrees } from "../../src/geo/projection.ts";
import { openCase } from "../../src/open-case.ts";
import { caseFolder } from "../data/case-folder.ts";

/** The lattice's south-west corner in its own system, metres; its roads as long as they are drawn. */
const [WEST, SOUTH] = [530_000, 6_199_000];
const LATTICE = new Map(
  [...caseFolder("lattice")].map(([path, bytes]) => [
    path,
    new TextDecoder().decode(bytes).replaceAll(',"length":1200', ""),
  ]),
);

/** Where a point of the lattice stands, two numbers as a file is to have them. */
type Place = (east: number, north: number) => readonly [number, number];

/** The lattice with its places written otherwise, in each file by its own way. */
function moved(
  placeOf: (file: string) => Place,
  changes: Readonly<Record<string, string>> = {},
  collection = '"type": "FeatureCollection",',
) {
  const files = [...LATTICE].map(([path, text]): [string, Uint8Array] => {
    const place = placeOf(path);
    const written = text
      .replaceAll(/;(5\d{5});(6[12]\d{5});/g, (_, x, y) => `;${place(Number(x) - WEST, Number(y) - SOUTH).join(";")};`)
      .replaceAll(
        /\[(5\d{5}),(6[12]\d{5})\]/g,
        (_, x, y) => `[${place(Number(x) - WEST, Number(y) - SOUTH).join(",")}]`,
      )
      .replace(/"crs": "[^"]*",/, changes[path] ?? "")
      .replace('"type": "FeatureCollection",', collection);
    return [path, new TextEncoder().encode(written)];
  });
  return openCase(new Map(files));
}

/** What is told of each file, and of how many places. */
const told = ({ issues }: ReturnType<typeof moved>): readonly string[] =>
  issues.map(({ file, code, also }) => `${file} ${code} ${1 + (also?.count ?? 0)}`);

const FILES = ["pupils.csv", "roads.geojson", "sites.csv", "units.geojson"];

/** Metres from all homes to all schools. */
const metresOf = (opened: ReturnType<typeof moved>): readonly number[] => [...(opened.value?.basis.travel.walk ?? [])];

/** By how much of itself a distance is another than here, the most of all; each system has a scale of its own of up to 0.04 %. */
function farthestOff(opened: ReturnType<typeof moved>): number {
  const there = metresOf(opened);
  if (there.length === 0) throw new Error(opened.issues.map(({ code, file }) => `${code} ${file}`).join(", "));
  // Ways are whole metres.
  return Math.max(...there.map((metres, i) => Math.max(0, Math.abs(metres - here[i]) - 1) / Math.max(1, here[i])));
}

const SAME = 0.001;

/** The same place in degrees. */
const inDegrees =
  (definition: string, [x, y]: readonly [number, number]): Place =>
  (east, north) => {
    const { lon, lat } = toDegrees(definition, [x + east, y + north]);
    return [lon[0], lat[0]];
  };
const inMetres =
  ([x, y]: readonly [number, number]): Place =>
  (east, north) => [x + east, y + north];

const inFeet: Place = (east, north) => [3.28084 * (WEST + east), 3.28084 * (SOUTH + north)];
const swapped =
  (place: Place): Place =>
  (east, north) => {
    const [lon, lat] = place(east, north);
    return [lat, lon];
  };

const here = metresOf(moved(() => inMetres([WEST, SOUTH]), { "case.json": '"crs": "EPSG:25832",' }));

const CORNERS = [
  { code: 3006, corner: [674_000, 6_580_000], of: "Stockholm" },
  { code: 25833, corner: [653_000, 7_730_000], of: "Tromsø" },
  { code: 3067, corner: [385_000, 6_672_000], of: "Helsinki" },
  { code: 3057, corner: [356_000, 408_000], of: "Reykjavík" },
  { code: 28992, corner: [155_000, 463_000], of: "Amersfoort" },
  { code: 27700, corner: [430_000, 434_000], of: "Leeds" },
  { code: 2056, corner: [2_600_000, 1_200_000], of: "Bern" },
  { code: 32737, corner: [257_000, 9_856_000], of: "Nairobi" },
  { code: 32719, corner: [545_000, 3_926_000], of: "Ushuaia" },
  { code: 25833, corner: [515_000, 8_683_000], of: "Longyearbyen" },
  { code: 32620, corner: [510_000, 9_160_000], of: "Alert" },
  { code: 2193, corner: [1_748_000, 5_427_000], of: "Wellington" },
] as const;

describe("a case may lie anywhere on earth", () => {
  test("here the lattice's roads are as long as they are drawn", () => expect(here).toContain(1000));

  test.each(CORNERS)("in $of, all files in EPSG:$code, which case.json states", ({ code, corner }) =>
    expect(farthestOff(moved(() => inMetres(corner), { "case.json": `"crs": "EPSG:${code}",` }))).toBeLessThan(SAME),
  );

  test.each(CORNERS)("in $of, all files in degrees, which nothing states", ({ code, corner }) => {
    const degrees = inDegrees(definitionOf(crsOfCode(code)!)!, corner);
    expect(farthestOff(moved(() => degrees))).toBeLessThan(SAME);
  });

  test("schools in degrees tell the UTM zone of pupils in metres", () => {
    const corner = [257_000, 9_856_000] as const;
    const degrees = inDegrees(definitionOf("EPSG:32737")!, corner);
    expect(farthestOff(moved((file) => (file === "pupils.csv" ? inMetres(corner) : degrees)))).toBeLessThan(SAME);
  });

  describe("a map in another system than the rest, whose zone is not its place's own", () => {
    const corner = [674_000, 6_580_000] as const;
    const degrees = inDegrees(definitionOf("EPSG:3006")!, corner);
    const mapsInMetres = (file: string): Place => (file.endsWith(".geojson") ? inMetres(corner) : degrees);

    test("is read where it names its system", () => {
      const named =
        '"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3006"}},';
      expect(farthestOff(moved(mapsInMetres, {}, named))).toBeLessThan(SAME);
    });

    test("is asked for its system where it does not, once a file, and is not moved", () =>
      expect(told(moved(mapsInMetres))).toEqual([
        "roads.geojson coordinates.unknown-system 1",
        "units.geojson coordinates.unknown-system 1",
      ]));
  });

  test("metres of which nothing says what they are are asked for, once a file", () => {
    const opened = moved(() => inMetres([674_000, 6_900_000]));
    expect(opened.value).toBeUndefined();
    expect(told(opened)).toEqual(FILES.map((file) => `${file} coordinates.unknown-system 1`));
  });

  describe("what cannot be read is told once a file, and nothing is moved", () => {
    const lagos = inDegrees("+proj=tmerc +lat_0=6.52 +lon_0=3.39 +ellps=GRS80 +units=m +no_defs", [0, 0]);

    test("feet in a system of metres", () => {
      const opened = moved(() => inFeet, { "case.json": '"crs": "EPSG:25832",' });
      expect(told(opened)).toEqual(FILES.map((file) => `${file} coordinates.not-in-system 1`));
    });

    test("metres that are said to be degrees", () =>
      expect(told(moved(() => inMetres([674_000, 6_580_000]), { "case.json": '"crs": "EPSG:4326",' }))).toEqual(
        FILES.map((file) => `${file} coordinates.not-in-system 1`),
      ));

    test("a system that is not known, of which the files then say nothing of their own", () =>
      expect(told(moved(() => inMetres([984_250, 195_000]), { "case.json": '"crs": "EPSG:2263",' }))).toEqual([
        "case.json case.crs 1",
        ...FILES.map((file) => `${file} coordinates.unread 1`),
      ]));

    test("schools swapped against all the rest, which may as well be the other way round", () => {
      expect(told(moved((file) => (file === "sites.csv" ? swapped(lagos) : lagos)))).toEqual(
        FILES.filter((file) => file !== "sites.csv").map((file) => `${file} coordinates.swapped-beside-schools 1`),
      );
    });

    test("schools swapped in a grid where only one way is a place, and nothing is told of the others", () => {
      const metres = inMetres([674_000, 6_580_000]);
      const opened = moved((file) => (file === "sites.csv" ? swapped(metres) : metres), {
        "case.json": '"crs": "EPSG:3006",',
      });
      expect(told(opened)).toEqual(["sites.csv coordinates.all-swapped 1"]);
    });

    test.each([-2000, -1000])("places on both sides of the 180th meridian, in degrees (%i m)", (start) => {
      const fiji = inDegrees("+proj=tmerc +lat_0=-16.8 +lon_0=180 +ellps=GRS80 +units=m +no_defs", [start, 0]);
      expect(told(moved(() => fiji))).toEqual(FILES.map((file) => `${file} coordinates.date-line 1`));
    });

    test("places on both sides of the 180th meridian, in metres", () => {
      const opened = moved(() => inMetres([818_000, 8_140_000]), { "case.json": '"crs": "EPSG:32760",' });
      expect(told(opened)).toEqual(FILES.map((file) => `${file} coordinates.date-line 1`));
    });
  });

  test("beside the 180th meridian, on one side of it", () => {
    const fiji = inDegrees("+proj=tmerc +lat_0=-16.8 +lon_0=179.9 +ellps=GRS80 +units=m +no_defs", [0, 0]);
    expect(farthestOff(moved(() => fiji))).toBeLessThan(SAME);
  });
});
