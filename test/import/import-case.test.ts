import { GRADE_COUNT } from "../cases/folkeskole.ts";
import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Municipality } from "../../src/domain/municipality.ts";
import { DANISH_PLANE, planePoint } from "../../src/geo/projection.ts";
import { type ImportedCase, importCase, type ImportOptions } from "../../src/import/import-case.ts";
import { TINY_FILES, TINY_PUPILS, tinyCase, tinyPosition } from "../cases/tiny.ts";

function imported(changes: Parameters<typeof tinyCase>[0] = {}, options?: ImportOptions): ImportedCase {
  const { value, issues } = importCase(tinyCase(changes), options);
  if (!value) throw new Error(JSON.stringify(issues));
  return value;
}

const TINY = imported();
const tables = ["sites.csv", "districts.csv", "pupils.csv"] as const;
const cellsOf = (file: string): string[][] =>
  TINY_FILES[file]
    .trim()
    .split("\n")
    .map((row) => row.split(";"));
const pupilRows = cellsOf("pupils.csv").slice(1);

describe("the tiny case becomes a municipality", () => {
  const { info, sites, districts, units, roads, scenery } = TINY.municipality;

  test("with what case.json says", () => {
    expect(info).toEqual({
      name: "Lilleby",
      code: "0999",
      schoolYear: 2015,
      priceYear: 2015,
      snapLimit: 1000,
      sources: [{ what: "everything", from: "invented for tests" }],
    });
  });

  test("with sites in the order of the file, and districts that know theirs", () => {
    expect(sites.map(({ id, name, town, teaches }) => [id, name, town, teaches])).toEqual([
      ["nord", "Nordby Skole", "Nordby", 0b111],
      ["oest", "Østby Skole", "Østby", 0b011],
      ["syd", "Sydby Skole", "Sydby", 0b111],
      ["vest", "Vestby Skole", "Vestby", 0b011],
    ]);
    expect(sites[0].capacity).toEqual([60, 45, 60]);
    expect(sites[1].capacity).toEqual([40, 30, undefined]);
    expect({ lon: sites[3].lon, lat: sites[3].lat }).toEqual(tinyPosition(-2500, 0));
    expect(districts).toEqual([
      { id: "N", name: "Nord", sites: [0] },
      { id: "S", name: "Syd", sites: [1, 2] },
      { id: "V", name: "Vest", sites: [3] },
    ]);
  });

  test("with cells that cover the outline and roads of the drawn length", () => {
    expect(units.count).toBe(units.id.length);
    expect(units.shape).toEqual({ kind: "h3", resolution: 8 });
    expect(scenery.outline?.type).toBe("Polygon");
    expect(roads.length.reduce((sum, each) => sum + each, 0)).toBeCloseTo(4 * 3500 + 4 * Math.hypot(2500, 2500), 3);
    expect(TINY.notes.roads).toEqual({ lines: 12, componentsAsDrawn: 1, components: 1 });
  });

  test("with its plans, and notes of what was found out", () => {
    expect(TINY.plans.map(({ id, title }) => [id, title])).toEqual([["two", "To distrikter"]]);
    expect(TINY.notes.files.find(({ file }) => file === "pupils.csv")).toEqual({
      file: "pupils.csv",
      encoding: "UTF-8",
      delimiter: ";",
      rows: 9,
      crs: "EPSG:4326",
      decimal: ".",
    });
    expect(TINY.notes.units).toEqual({ count: units.count, withPupils: 8, pieces: 1 });
  });
});

describe("demand", () => {
  const { units, demand } = TINY.municipality;

  test("has every pupil once", () => {
    expect(demand.pupils.reduce((sum, each) => sum + each, 0)).toBe(TINY_PUPILS);
    expect(demand.pupils).toHaveLength(demand.pointCount * GRADE_COUNT);
  });

  test("has its points unit by unit, and for a unit without pupils its centre with none", () => {
    expect(demand.firstPoint[0]).toBe(0);
    expect(demand.firstPoint[units.count]).toBe(demand.pointCount);
    for (let unit = 0; unit < units.count; unit++) {
      const [from, to] = [demand.firstPoint[unit], demand.firstPoint[unit + 1]];
      expect(to).toBeGreaterThan(from);
      const pupils = demand.pupils.subarray(from * GRADE_COUNT, to * GRADE_COUNT).reduce((sum, each) => sum + each, 0);
      const atCentre = to - from === 1 && demand.lon[from] === units.lon[unit] && demand.lat[from] === units.lat[unit];
      expect(pupils > 0).toBe(!atCentre);
    }
  });

  test("does not depend on the order of the rows", () => {
    const header = cellsOf("pupils.csv")[0].join(";");
    fc.assert(
      fc.property(fc.shuffledSubarray(pupilRows, { minLength: pupilRows.length }), (rows) => {
        const text = [header, ...rows.map((row) => row.join(";"))].join("\n");
        expect(imported({ "pupils.csv": text }).municipality.demand).toEqual(demand);
      }),
      { numRuns: 20 },
    );
  });

  test("leaves out grade 10", () => {
    const withTen = TINY_FILES["pupils.csv"]
      .split("\n")
      .map((row, i) => (row === "" ? row : `${row};${i === 0 ? "10. klasse" : 7}`))
      .join("\n");
    expect(imported({ "pupils.csv": withTen }).municipality.demand).toEqual(demand);
    const { issues } = importCase(tinyCase({ "pupils.csv": "lat;lon;grade\n55.7;11.5;10" }));
    expect(issues.map(({ code }) => code)).toEqual(["pupils.grade-ten", "pupils.none"]);
  });

  const asRows = (write: (lat: string, lon: string, grade: number, pupils: number) => readonly string[]): string[] =>
    pupilRows.flatMap(([lat, lon, ...counts]) =>
      counts.flatMap((count, grade) => write(lat, lon, grade, Number(count))),
    );
  const perPupil = asRows((lat, lon, grade, pupils) => Array<string>(pupils).fill(`${lat};${lon};${grade}. klasse`));
  const perGrade = asRows((lat, lon, grade, pupils) => [`${lon};${grade};${lat};${pupils}`]);
  const places = pupilRows.map(([lat, lon], i) => `Sted ${i};${lat};${lon}`).join("\n");
  const perPlace = pupilRows.map(([, , ...counts], i) => [`STED  ${i}`, ...counts].join(";")).join("\n");

  test.each([
    { name: "a row for each pupil", changes: { "pupils.csv": ["lat;lon;klassetrin", ...perPupil].join("\n") } },
    { name: "a row for each grade", changes: { "pupils.csv": ["længde;grade;bredde;antal", ...perGrade].join("\n") } },
    {
      name: "counts by place",
      changes: {
        "places.csv": `navn;lat;lon\n${places}`,
        "pupils.csv": `Sted;${Array.from({ length: 10 }, (_, grade) => `${grade}. klasse`).join(";")}\n${perPlace}`,
      },
    },
  ])("is the same from $name", ({ changes }) => {
    expect(imported(changes).municipality.demand).toEqual(demand);
  });
});

describe("places", () => {
  const at = tinyPosition(0, 0);
  test.each([
    { written: "28134", population: 28_134 },
    { written: "28.134", population: 28_134 },
    { written: "28,134", population: 28_134 },
    { written: "1.028.134", population: 1_028_134 },
    { written: "", population: undefined },
    { written: "..", population: undefined },
  ])("with $written inhabitants have $population", ({ written: text, population }) => {
    const { municipality, notes } = imported({
      "places.csv": `by;indbyggertal;kilde;lat;lon\nByen;${text};x;${at.lat};${at.lon}`,
    });
    expect(municipality.scenery.places).toEqual([{ name: "Byen", ...at, ...(population && { population }) }]);
    expect(notes.files.find(({ file }) => file === "places.csv")?.unusedColumns).toEqual(["kilde"]);
  });
});

/** A table written with another delimiter and decimal sign. */
const written = (file: string, delimiter: string, decimal: string): string =>
  cellsOf(file)
    .map((row) => row.map((cell) => `"${/^\d+\.\d+$/.test(cell) ? cell.replace(".", decimal) : cell}"`).join(delimiter))
    .join("\r\n");

/** A table with its coordinates in EPSG:25832, to the millimetre. */
function inMetres(file: string): string {
  const [header, ...rows] = cellsOf(file);
  const [latAt, lonAt] = [header.indexOf("lat"), header.indexOf("lon")];
  const metresRows = rows.map((row) => {
    const { x, y } = planePoint(DANISH_PLANE, { lon: Number(row[lonAt]), lat: Number(row[latAt]) });
    return row.with(lonAt, x.toFixed(3)).with(latAt, y.toFixed(3)).join(";");
  });
  return [header.with(lonAt, "øst").with(latAt, "nord").join(";"), ...metresRows].join("\n");
}

/** Whether two cases have the same units, and the same pupils within a centimetre. */
const agree = (one: Municipality, other: Municipality): boolean =>
  isDeepStrictEqual(one.units.id, other.units.id) &&
  isDeepStrictEqual(one.demand.pupils, other.demand.pupils) &&
  one.demand.lon.every((lon, i) => Math.abs(lon - other.demand.lon[i]) < 1e-7) &&
  one.demand.lat.every((lat, i) => Math.abs(lat - other.demand.lat[i]) < 1e-7);

describe("a case is the same case however its tables are written", () => {
  const encodings = {
    "UTF-8": (text: string) => new TextEncoder().encode(text),
    "UTF-8 BOM": (text: string) => new TextEncoder().encode(`\uFEFF${text}`),
    "Windows-1252": (text: string) => Uint8Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)),
  };
  const dialects = Object.keys(encodings).flatMap((encoding) =>
    [";", ",", "\t"].flatMap((delimiter) => [".", ","].map((decimal) => ({ encoding, delimiter, decimal }))),
  );

  test.each(dialects)("$encoding, delimiter $delimiter, decimal $decimal", ({ encoding, delimiter, decimal }) => {
    const encode = encodings[encoding as keyof typeof encodings];
    const changes = Object.fromEntries(tables.map((file) => [file, encode(written(file, delimiter, decimal))]));
    expect(imported(changes).municipality).toEqual(TINY.municipality);
  });

  test("coordinates in metres, found out file by file", () => {
    const { municipality, notes } = imported({ "pupils.csv": inMetres("pupils.csv") });
    expect(agree(municipality, TINY.municipality)).toBe(true);
    expect(notes.files.flatMap(({ crs }) => crs ?? [])).toEqual(["EPSG:4326", "EPSG:25832", "EPSG:25832", "EPSG:4326"]);
  });

  test("coordinates with three decimals are decimals, not thousands", () => {
    const { demand } = imported({ "pupils.csv": "lat;lon;grade\n55,681;11,542;3" }).municipality;
    expect([...demand.lon].some((lon) => lon === 11.542)).toBe(true);
  });

  test("coordinates in metres under headings that promise degrees", () => {
    const text = inMetres("pupils.csv").replace("nord;øst", "lat;lon");
    expect(agree(imported({ "pupils.csv": text }).municipality, TINY.municipality)).toBe(true);
  });
});

/** Files that are not in the coordinate system they are said to be in. */
const contradicted = (options: ImportOptions): (string | undefined)[] =>
  importCase(tinyCase(), options).issues.flatMap(({ code, file }) => (code === "coordinates.contradicted" ? file : []));

describe("the coordinate system can be said instead of found out", () => {
  test("an option goes before case.json, and files in another system are errors", () => {
    expect(contradicted({ crs: "EPSG:4326" })).toEqual(["roads.geojson"]);
    expect(contradicted({ crs: "EPSG:25832" })).toEqual(["outline.geojson", "pupils.csv", "sites.csv"]);
  });

  test("GeoJSON's own crs member counts where nobody else says", () => {
    const wrong = TINY_FILES["roads.geojson"].replace("urn:ogc:def:crs:EPSG::25832", "urn:ogc:def:crs:OGC:1.3:CRS84");
    const { issues } = importCase(tinyCase({ "roads.geojson": wrong }));
    expect(issues.map(({ code, values }) => [code, values["found"]])).toEqual([
      ["coordinates.crs-wrong", "EPSG:25832"],
    ]);
  });
});

/** A length as the hash has it: eight bytes, the largest first. */
const lengthBytes = (count: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(count));
  return bytes;
};

describe("the data hash", () => {
  test("is SHA-256 over the sorted files with their lengths", () => {
    const hash = createHash("sha256");
    for (const [path, text] of Object.entries(TINY_FILES).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      for (const bytes of [Buffer.from(path), Buffer.from(text)]) hash.update(lengthBytes(bytes.length)).update(bytes);
    expect(TINY.dataHash).toBe(hash.digest("hex"));
  });

  test("is another when any file is, and no other for a file that is not read", () => {
    for (const file of Object.keys(TINY_FILES))
      expect(imported({ [file]: `${TINY_FILES[file]}\n` }).dataHash).not.toBe(TINY.dataHash);
    expect(imported({ "README.md": "hello" }).dataHash).toBe(TINY.dataHash);
    expect(imported({ "README.md": "hello", "source/build.ts": "x" }).dataHash).toBe(TINY.dataHash);
  });
});
