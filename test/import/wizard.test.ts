import { describe, expect, test } from "vitest";
import { readTextSource, type SourcePart } from "../../src/import/wizard/source.ts";
import { apartBy, guessRole } from "../../src/import/wizard/guess.ts";
import { nextStep } from "../../src/import/wizard/next-step.ts";
import { prepareFolder } from "../../src/import/wizard/prepare.ts";
import { proposeRecipe } from "../../src/import/wizard/propose.ts";
import { importCase } from "../../src/import/import-case.ts";
import { importPrepared } from "../../src/import/wizard/import-prepared.ts";
import { openIssueBook } from "../../src/import/report.ts";
import type { RecipeFile } from "../../src/protocol/recipe-file.ts";
import { zipSync } from "fflate";
import { readFormats } from "../../src/import/formats/read-formats.ts";
import type { DrawnFiles } from "../../src/import/wizard/drawn.ts";
import { readSource } from "../../src/import/wizard/read-source.ts";
import { ImportDesk } from "../../web/import/import-desk.ts";
import type { DeskStep } from "../../web/import/messages.ts";
import { TINY_FILES, TINY_PUPILS, tinyPosition } from "../cases/tiny.ts";
import { collection, feature } from "./fault-tools.ts";
import { OTHERS } from "./others-files.ts";

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const partsOf = (files: Readonly<Record<string, string>>): readonly SourcePart[] =>
  Object.entries(files).flatMap(([name, text]) => {
    const source = readTextSource(name, bytes(text), openIssueBook().report);
    return source.kind === "parts" ? source.parts : [];
  });
const proposed = (files: Readonly<Record<string, string>>): RecipeFile =>
  proposeRecipe({
    sources: Object.entries(files).map(([name, text]) => readTextSource(name, bytes(text), openIssueBook().report)),
    year: 2026,
    language: "da",
  });
const prepared = (files: Readonly<Record<string, string>>, recipe: RecipeFile) =>
  prepareFolder(new Map(Object.entries(files).map(([name, text]) => [name, bytes(text)])), {
    name: "recipe.json",
    bytes: bytes(JSON.stringify(recipe)),
  });

describe("files of people who have never seen the program", () => {
  test("are told by their names and contents", () => {
    const roles = partsOf(OTHERS).map((part) => [part.file, guessRole(part).role]);
    expect(Object.fromEntries(roles)).toEqual({
      "Skoler_2025.csv": "sites",
      "elever pr. adresse.csv": "pupils",
      "veje.geojson": "roads",
      "kommunegraense.geojson": "outline",
    });
  });

  test("are a case at once, with the pupils they have, and what was taken for granted is said", async () => {
    const recipe = proposed(OTHERS);
    const { value, issues } = importPrepared(await prepared(OTHERS, recipe));
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(value?.municipality.sites.map(({ name }) => name)).toEqual([
      "Nordby Skole",
      "Østby Skole",
      "Sydby Skole",
      "Vestby Skole",
    ]);
    expect(value?.municipality.districts.map(({ name }) => name)).toEqual(["N", "S", "V"]);
    expect(value?.notes.pupils.placed).toBe(TINY_PUPILS);
    expect(value?.municipality.info.schoolYear).toBe(2025);
    expect(issues.map(({ code }) => code)).toContain("recipe.districts-named");
    expect(nextStep(partsOf(OTHERS), recipe, "sound").kind).toBe("open");
  });

  test("are the same case next year by the same recipe, under that year's names", async () => {
    const recipe = proposed(OTHERS);
    const { "Skoler_2025.csv": schools, ...rest } = OTHERS;
    const nextYear = { ...rest, "Skoler_2026.csv": schools };
    const { value, issues } = importPrepared(await prepared(nextYear, recipe));
    const before = importPrepared(await prepared(OTHERS, recipe)).value;
    expect(value?.dataHash).toBe(before?.dataHash);
    expect(issues).toContainEqual(
      expect.objectContaining({ code: "recipe.other-year", file: "Skoler_2026.csv", severity: "warning" }),
    );
  });

  test("lead to what is lacking first, by name, and one thing at a time", () => {
    const step = (...names: readonly (keyof typeof OTHERS)[]) => {
      const some = Object.fromEntries(names.map((name) => [name, OTHERS[name]]));
      return nextStep(partsOf(some), proposed(some), undefined);
    };
    expect(nextStep([], proposed({}), undefined)).toEqual({ kind: "bring" });
    expect(step("elever pr. adresse.csv")).toEqual({ kind: "missing", role: "sites" });
    expect(step("Skoler_2025.csv", "veje.geojson")).toEqual({ kind: "missing", role: "pupils" });
    expect(step("Skoler_2025.csv", "elever pr. adresse.csv")).toEqual({ kind: "missing", role: "roads" });
    const nowhere = { "skoler.csv": "navn;adresse\nA Skole;Vej 1\nB Skole;Vej 2\n" };
    expect(
      nextStep(
        partsOf(nowhere),
        { ...proposed(nowhere), files: [{ file: "skoler.csv", is: "sites", columns: { name: "navn" } }] },
        undefined,
      ),
    ).toMatchObject({
      kind: "columns",
      role: "sites",
      needs: [["lat+lon", "x+y"]],
    });
  });
});

/** What else people have, as their own systems write it: the tiny case once more, its homes, places, areas and buses each in a file of its own. */
const lonLat = (east: number, north: number): readonly [number, number] => {
  const { lon, lat } = tinyPosition(east, north);
  return [lon, lat];
};
const square = (east: number, north: number, size: number, properties: object): object =>
  feature(
    "Polygon",
    [
      [0, 0],
      [size, 0],
      [size, size],
      [0, size],
      [0, 0],
    ].reduce<number[][][]>(([ring], [x, y]) => [[...ring, [...lonLat(east + x, north + y)]]], [[]]),
    properties,
  );
const addressRow = (id: string, east: number, north: number): string => [id, ...lonLat(east, north)].join(";");
const JOINED = {
  "Skoler_2025.csv": TINY_FILES["sites.csv"]
    .replace(/^.*/, "Skolens nr;Skolens navn;Bynavn;Bredde;Laengde;Klassetrin;Distrikt;a;b;c")
    .replaceAll(/;[^;]*;[^;]*;[^;]*;[^;\n]*(?=\n)/g, ""),
  "Elevudtræk 2025.csv": [
    "Adgangsadresseid;Område;Klasse;Antal elever",
    "a1;;0. klasse;30",
    "a3;;4. klasse;20",
    ";O-7;2. klasse;6",
    "",
  ].join("\n"),
  "Kommunens adresser.csv": [
    "Adgangsadresseid;Laengdegrad;Breddegrad",
    addressRow("a1", 500, 2500),
    addressRow("a3", 0, -2500),
    "",
  ].join("\n"),
  "Områder fra planafdelingen.geojson": collection(square(1000, 1000, 1000, { FID: 1, "Område id": "O-7" })),
  "Skoledistrikter (GIS).geojson": collection(
    square(-4000, 0, 8000, { FID: 1, Skolenavn: "Nordby Skole" }),
    square(-4000, -8000, 8000, { FID: 2, Skolenavn: "Sydby Skole" }),
  ),
  "Distrikter.geojson": collection(
    square(-4000, 0, 8000, { Nr: "N", Distriktsnavn: "Nord" }),
    square(-4000, -8000, 8000, { Nr: "S", Distriktsnavn: "Syd" }),
  ),
  "Kapacitet pr. skole.csv": "Afdelingens navn;Trin;Antal pladser\nNordby Skole;0-3;60\nSydby Skole;4-6;45\n",
  "veje.geojson": TINY_FILES["roads.geojson"],
  "kommunegraense.geojson": TINY_FILES["outline.geojson"],
};

describe("files that are joined with others", () => {
  const brought = Object.entries(JOINED).map(([path, text]) => ({ path, bytes: bytes(text) }));

  test("are told by their names and contents, their columns and properties among it", () => {
    const told = proposed(JOINED).files.map(({ file, is, columns }) => [file, { is, columns }]);
    expect(Object.fromEntries(told)).toMatchObject({
      "Elevudtræk 2025.csv": {
        is: "pupils",
        columns: { address: "Adgangsadresseid", area: "Område", grade: "Klasse", pupils: "Antal elever" },
      },
      "Kommunens adresser.csv": { is: "homes", columns: { id: "Adgangsadresseid" } },
      "Områder fra planafdelingen.geojson": { is: "areas", columns: { id: "Område id" } },
      "Skoledistrikter (GIS).geojson": { is: "attendance", columns: { site: "Skolenavn" } },
      "Distrikter.geojson": { is: "districts", columns: { id: "Nr", name: "Distriktsnavn" } },
      "Kapacitet pr. skole.csv": { is: "capacity", columns: { site: "Afdelingens navn", capacity: "Antal pladser" } },
    });
  });

  test("are one case on the page and by the recipe: pupils at their addresses and in their areas, districts and schools by where they lie", async () => {
    const desk = new ImportDesk();
    const { recipe } = await desk.read(brought, { year: 2026, language: "da" });
    const drawn: DrawnFiles[] = [];
    const steps: DeskStep[] = [];
    const { made, problems, step } = await desk.check(recipe, {
      drawn: (each) => void drawn.push(each),
      step: (each) => void steps.push(each),
    });
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(step.kind).toBe("open");
    // On the map before anything is believed: three homes, five areas.
    expect(drawn[0].pupilCounts.reduce((sum, each) => sum + each, 0)).toBe(56);
    expect([drawn[0].homeCount, drawn[0].areas.length]).toEqual([2, 5]);
    // What is told of is what somebody brought, not what was made of it.
    const names = new Set(steps.flatMap((each) => ("file" in each ? each.file : [])));
    expect([...names].filter((name) => name !== "case.json" && !(name in JOINED))).toEqual([]);
    expect(steps.at(-1)).toEqual({ doing: "ways" });

    const here = importCase(await readFormats(new Map(made.map((each) => [each.path, each.bytes])))).value!;
    const { files, ...folder } = await prepared(JOINED, recipe);
    const there = importPrepared({ ...folder, files: await readFormats(files) }).value!;
    expect(there.dataHash).toBe(here.dataHash);
    const { sites, districts, info } = there.municipality;
    expect(there.notes.pupils.placed).toBe(56);
    expect(districts.map(({ name, sites: own }) => [name, own.length])).toEqual([
      ["Nord", 3],
      ["Syd", 1],
    ]);
    const none = undefined;
    expect(sites.map(({ capacity }) => [...capacity])).toEqual([
      [60, none, none],
      [none, none, none],
      [none, 45, none],
      [none, none, none],
    ]);
    expect(info.baseline).toBe("attendance");
  });

  test("of a bus company are known by what stands in them, packed or not, and become the case's timetable", async () => {
    const stops = "stop_id,stop_name,stop_lat,stop_lon\n1,Torvet,55.7,11.7\n";
    const tables = {
      "stops.txt": stops,
      "trips.txt": "route_id,service_id,trip_id\nr,s,t\n",
      "stop_times.txt": "trip_id,arrival_time,departure_time,stop_id,stop_sequence\nt,07:30:00,07:30:00,1,1\n",
    };
    const packed = zipSync(
      Object.fromEntries(Object.entries(tables).map(([name, text]) => [`rp/${name}`, bytes(text)])),
    );
    const { report } = openIssueBook();
    for (const [name, content] of [
      ["Movia 2025.zip", packed],
      ["Bus/stops.txt", bytes(stops)],
    ] as const)
      expect(await readSource(name, content, report)).toEqual({ file: name, kind: "timetable" });
    expect((await readSource("stops.txt", bytes("a;b\n1;2\n"), report)).kind).toBe("parts");
    const folder = { ...OTHERS, "Bus/stops.txt": stops };
    const [zipped, loose] = ["Movia 2025.zip", "Bus/stops.txt"].map((file) => ({ file, is: "timetable" as const }));
    const { files: made } = await prepareFolder(
      new Map([
        ["Movia 2025.zip", packed],
        ...Object.entries(folder).map(([name, text]) => [name, bytes(text)] as const),
      ]),
      {
        name: "recipe.json",
        bytes: bytes(JSON.stringify({ ...proposed(OTHERS), files: [zipped, loose] })),
      },
    );
    expect(made.get("gtfs.zip")).toBe(packed);
    expect(made.has("gtfs/stops.txt")).toBe(true);
  });
});

test("a fault in a made file is told of the file, the line and the column that somebody has", async () => {
  const rows = OTHERS["elever pr. adresse.csv"].split("\n");
  // A title stands above the header, and two of the rows have words where numbers belong.
  const damaged = [
    "Elever 5. september",
    ...rows.map((row, i) => (i === 3 || i === 5 ? row.replace(/;[^;]*$/, ";mange") : row)),
  ];
  const files = { ...OTHERS, "elever pr. adresse.csv": damaged.join("\n") };
  const folder = await prepared(files, proposed(files));
  const { issues } = importPrepared(folder, { named: "all" });
  expect(issues).toContainEqual(
    expect.objectContaining({
      code: "number.unreadable",
      file: "elever pr. adresse.csv",
      line: 5,
      column: "9. klasse",
      values: { found: "mange" },
      also: { count: 1, places: [{ line: 7, column: "9. klasse" }] },
    }),
  );
});

test("967 rows with the same fault are one issue with 967 places", async () => {
  const rows = Array.from({ length: 967 }, (_, i) => `55.7;11.7;klasse ${20 + i}`);
  const files = { ...OTHERS, "elever pr. adresse.csv": `lat;lon;klasse\n${rows.join("\n")}\n` };
  const recipe = proposed(files);
  const { issues } = importPrepared(await prepared(files, { ...recipe }), { named: "all" });
  const [fault, ...more] = issues.filter(({ code }) => code === "pupils.grade");
  expect(more).toEqual([]);
  expect(fault.also?.count).toBe(966);
  expect(fault.also?.places).toHaveLength(966);
});

test("children counted by area become whole pupils: all together their share, and no grade more than one more than another", async () => {
  const cells = [3, 0, 1, 7, 2, 22].map((children, i) => `${55.7 + i / 1000};11.7;${children}`);
  const files = { "børn.csv": `lat;lon;børn\n${cells.join("\n")}\n` };
  const recipe = {
    ...proposed({ ...OTHERS }),
    files: [{ file: "børn.csv", is: "children" as const, columns: { lat: "lat", lon: "lon", children: "børn" } }],
  };
  const { files: made } = await prepared(files, recipe);
  const [header, ...rows] = new TextDecoder()
    .decode(made.get("pupils.csv"))
    .trim()
    .split("\n")
    .map((row) => row.split(";"));
  const grades = header.flatMap((name, i) => (name.startsWith("pupils_") ? i : []));
  const byGrade = grades.map((column) => rows.reduce((sum, row) => sum + Number(row[column]), 0));
  expect(byGrade.reduce((a, b) => a + b)).toBe(Math.round((35 * 10) / 15));
  expect(Math.max(...byGrade) - Math.min(...byGrade)).toBeLessThanOrEqual(1);
});

test("a file of a whole region asks which of its municipalities the case is", () => {
  const [part] = partsOf({
    "skoler.csv":
      "navn;kommune;lat;lon\nA;Lejre Kommune;55.6;11.9\nB;Køge Kommune;55.5;12.1\nC;Lejre Kommune;55.6;11.8\n",
  });
  expect(apartBy(part)).toEqual([
    {
      column: "kommune",
      are: "values",
      values: [
        ["Lejre Kommune", 2],
        ["Køge Kommune", 1],
      ],
    },
  ]);
});
