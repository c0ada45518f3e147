import { describe, expect, test } from "vitest";
import type { Municipality } from "../../src/domain/municipality.ts";
import { DANISH_PLANE, planePoint } from "../../src/geo/projection.ts";
import { readFormats } from "../../src/import/formats/read-formats.ts";
import { importCase } from "../../src/import/import-case.ts";
import { openCase } from "../../src/open-case.ts";
import { TINY_FILES, tinyCase, tinyPlane, tinyPosition } from "../cases/tiny.ts";
import { box, type Changes, collection, feature, table } from "./fault-tools.ts";

const read = async (changes: Changes) => importCase(await readFormats(tinyCase(changes)));
async function imported(changes: Changes): Promise<Municipality> {
  const { value, issues } = await read(changes);
  if (!value) throw new Error(JSON.stringify(issues));
  return value.municipality;
}
const codes = async (changes: Changes): Promise<readonly (readonly [string, string | undefined])[]> =>
  (await read(changes)).issues.map(({ code, file }) => [code, file]);

/** Homes with pupils by grade, hundreds of metres east and north of the middle. */
function homesOf({ demand }: Municipality): readonly string[] {
  const middle = planePoint(DANISH_PLANE, tinyPosition(0, 0));
  const found: string[] = [];
  for (let point = 0; point < demand.pointCount; point++) {
    const pupils = [...demand.pupils.subarray(10 * point, 10 * point + 10)];
    if (pupils.every((count) => count === 0)) continue;
    const { x, y } = planePoint(DANISH_PLANE, { lon: demand.lon[point], lat: demand.lat[point] });
    const [east, north] = [x - middle.x, y - middle.y].map((metres) => Math.round(metres / 100) + 0);
    found.push(`${east} ${north}: ${pupils.map((n, g) => (n > 0 ? `${n}x${g}` : "")).join("")}`);
  }
  return found.toSorted();
}

const home = (id: string, east: number, north: number, more = ";"): string => {
  const { lat, lon } = tinyPosition(east, north);
  return `${id};${lat};${lon};${more}`;
};
const homes = table(
  "adresseid;lat;lon;postnr;sogn",
  home("a1", 500, 2500, "4300;Nord"),
  home("a2", -500, 2500, "4300;Nord"),
  home("a3", 0, -2500, "4400;Syd"),
  home("a4", 2500, 0, "4300;Øst"),
);
const pupils = (...rows: readonly string[]): Changes => ({ "pupils.csv": table(...rows), "homes.csv": homes });

describe("pupils whose home is told by a key", () => {
  test("live at the address of it", async () => {
    const changes = pupils("adresseid;klassetrin", "a3;4", "a1;0", "A3;4");
    expect(homesOf(await imported(changes))).toEqual(["0 -25: 2x4", "5 25: 1x0"]);
    expect(await codes(changes)).toEqual([]);
  });

  test("of a postcode or a parish are spread evenly over the addresses there, which is said", async () => {
    const changes = pupils("postnr;klassetrin;elever", "4300;2;6", "4400;9;1");
    expect(homesOf(await imported(changes))).toEqual(["-5 25: 2x2", "0 -25: 1x9", "25 0: 2x2", "5 25: 2x2"]);
    expect((await read(changes)).issues).toMatchObject([
      { code: "pupils.spread", file: "pupils.csv", values: { pupils: 7, places: 4 } },
    ]);
    expect(homesOf(await imported(pupils("sogn;trin;elever", "nord;2;4")))).toEqual(["-5 25: 2x2", "5 25: 2x2"]);
  });

  test("of a parish that no address names live at the addresses nearest its centre, or at the centre where there are none", async () => {
    const parishes = table(
      "navn;lat;lon",
      home("Nord", 0, 2400, "").slice(0, -1),
      home("Syd", 0, -2400, "").slice(0, -1),
    );
    const bare = homes.replace(/\na4.*/, "").replaceAll(/;[^;\n]*(?=\n|$)/g, "");
    const changes = { "pupils.csv": table("sogn;trin;elever", "Syd;1;2", "Nord;1;2"), "parishes.csv": parishes };
    expect(homesOf(await imported({ ...changes, "homes.csv": bare }))).toEqual([
      "-5 25: 1x1",
      "0 -25: 2x1",
      "5 25: 1x1",
    ]);
    expect(homesOf(await imported(changes))).toEqual(["0 -24: 2x1", "0 24: 2x1"]);
  });

  test("of an area live at the addresses in it, or in its middle where there are none", async () => {
    const areas = collection(
      feature("Polygon", [box(-4000, 0, 3900)], { id: "nv" }),
      feature("Polygon", [box(1000, 1000, 1000)], { id: "tom" }),
    );
    const changes = { ...pupils("area;trin;elever", "nv;1;2", "tom;3;3"), "areas.geojson": areas };
    expect(homesOf(await imported(changes))).toEqual(["-5 25: 2x1", "15 15: 3x3"]);
  });

  test("are told by coordinates where the row has any", async () => {
    const { lat, lon } = tinyPosition(100, 100);
    const changes = pupils("adresseid;lat;lon;trin", `a3;${lat};${lon};4`, "a3;;;4");
    expect(homesOf(await imported(changes))).toEqual(["0 -25: 1x4", "1 1: 1x4"]);
  });

  test("are as many as before, in each grade", async () => {
    const rows = Array.from({ length: 200 }, (_, i) => `4300;${i % 10};${i}`);
    const { demand } = await imported(pupils("postnr;klassetrin;elever", ...rows, ""));
    const sums = Array.from({ length: 10 }, (_, grade) =>
      rows.reduce((sum, row) => sum + (Number(row.split(";")[1]) === grade ? Number(row.split(";")[2]) : 0), 0),
    );
    const found = sums.map((_, grade) => demand.pupils.reduce((sum, n, at) => sum + (at % 10 === grade ? n : 0), 0));
    expect(found).toEqual(sums);
  });
});

const NO_CAPACITY = TINY_FILES["sites.csv"].replaceAll(/;[^;]*;[^;]*;[^;\n]*(?=\n)/g, "");

const capacities = async (text: string) =>
  (await imported({ "sites.csv": NO_CAPACITY, "capacity.csv": text })).sites.map(({ capacity }) => capacity);

describe("places in a sheet of their own", () => {
  test("are those of the sites, a column for each band or a row for each, by id or name", async () => {
    const columns = table("skole;0-3", "").replace("0-3", "capacity_0_3;capacity_4_6;capacity_7_9");
    const expected = [
      [60, 45, undefined],
      [undefined, undefined, undefined],
      [undefined, 20, undefined],
      [undefined, undefined, undefined],
    ];
    expect(await capacities(`${columns}nord;60;45;\nSydby Skole;;20;\n`)).toEqual(expected);
    expect(await capacities("id;klassetrin;pladser\nnord;0-3;60\nnord;mellemtrin;45\nsyd;4.-6. klasse;20\n")).toEqual(
      expected,
    );
  });
});

const square = (properties: object, ...at: readonly [number, number, number]): object =>
  feature("Polygon", [box(...at)], properties);

describe("districts as polygons", () => {
  const NO_COLUMN = TINY_FILES["sites.csv"]
    .split("\n")
    .map((line) => line.split(";").toSpliced(6, 1).join(";"))
    .join("\n");
  const drawn = collection(
    square({ id: "N", name: "Nord" }, -1000, 1500, 2000),
    square({ id: "V", name: "Vest" }, -3500, -1000, 2000),
    feature("MultiPolygon", [[box(-1000, -3500, 2000)], [box(1500, -1000, 2000)]], { id: "S", name: "Syd" }),
  );
  test("have the schools that lie in them, without a column and a table", async () => {
    const changes = { "sites.csv": NO_COLUMN, "districts.csv": undefined, "districts.geojson": drawn };
    const { districts, sites } = await imported(changes);
    const named = districts.map(({ id, name, sites: own }) => [id, name, ...own.map((number) => sites[number].id)]);
    expect(named).toEqual([
      ["N", "Nord", "nord"],
      ["V", "Vest", "vest"],
      ["S", "Syd", "oest", "syd"],
    ]);
  });
});

describe("attendance as polygons", () => {
  const drawn = collection(
    square({ site: "nord" }, -4000, 0, 8000),
    square({ skole: "Sydby Skole", klassetrin: "0-6" }, -4000, -8000, 8000),
    square({ site: "nord", grades: "7-9" }, -4000, -8000, 8000),
  );
  test("is today's plan: who lives in one goes to its school, grade band by grade band", async () => {
    const { value, issues } = openCase(await readFormats(tinyCase({ "attendance.geojson": drawn })));
    expect(issues).toEqual([]);
    const { basis, plans } = value!;
    expect(plans[0].id).toBe("attendance");
    const { units, sites } = basis.municipality;
    units.id.forEach((_, unit) => {
      const { y } = planePoint(DANISH_PLANE, { lon: units.lon[unit], lat: units.lat[unit] });
      const south = y < tinyPlane(0, 0)[1];
      const goes = [0, 1, 2].map((band) => sites[basis.baseline.assignment[3 * unit + band]]?.id);
      expect(goes).toEqual(south ? ["syd", "syd", "nord"] : ["nord", "nord", "nord"]);
    });
  });
});
