import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { agesNamed } from "../../src/import/ages.ts";
import { importCase } from "../../src/import/import-case.ts";
import { openIssueBook } from "../../src/import/report.ts";
import { readTable } from "../../src/import/table.ts";
import { apartBy } from "../../src/import/wizard/guess.ts";
import { importPrepared } from "../../src/import/wizard/import-prepared.ts";
import { prepareFolder } from "../../src/import/wizard/prepare.ts";
import { proposeRecipe } from "../../src/import/wizard/propose.ts";
import { readSource } from "../../src/import/wizard/read-source.ts";
import { readTextSource } from "../../src/import/wizard/source.ts";
import { ImportDesk } from "../../web/import/import-desk.ts";
import { TINY_FILES, tinyCase } from "../cases/tiny.ts";
import { at, box, type Changes, collection, feature, table } from "./fault-tools.ts";
import { workbookOf } from "./formats/workbook-bytes.ts";
import { OTHERS } from "./others-files.ts";

/** What is read of a table, and what is said on the way. */
const readLines = (...lines: readonly string[]) => {
  const book = openIssueBook();
  const found = readTable("t.csv", lines.join("\r\n"), book.report);
  return {
    header: found?.header.cells.join(";"),
    rows: found?.rows.map(({ cells }) => cells.join(";")),
    said: book.all().map(({ code, line }) => (line === undefined ? code : `${code} ${line}`)),
  };
};

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** Two parishes as areas, beside the files that a test brings. */
const AREAS = {
  "areas.geojson": collection(
    feature("Polygon", [box(-2000, -2000, 2000)], { sognekode: "7001", navn: "Nord" }),
    feature("Polygon", [box(0, 0, 2000)], { sognekode: "7002", navn: "Syd" }),
  ),
};
const read = (changes: Changes) => importCase(tinyCase(changes));
const counted = (...lines: readonly string[]) => {
  const { value, issues } = read({ ...AREAS, "pupils.csv": lines.join("\r\n") });
  return {
    byGrade: value?.notes.pupils.counted,
    errors: issues.filter(({ severity }) => severity === "error").map(({ code }) => code),
    said: issues.filter(({ file }) => file === "pupils.csv").map(({ code }) => code),
    ages: issues.find(({ code }) => code === "pupils.ages")?.values,
  };
};

describe("tables as statistical offices export them", () => {
  test("years over columns, names at the first of several rows alone, a title above and notes below", () =>
    expect(
      readLines(
        '"Befolkningen 1. januar efter sogn, alder og tid"',
        "",
        ';;"2024";"2025"',
        '"7001 Nord";"6 år";3;4',
        ';"7 år";5;6',
        '"7002 Syd";"6 år";"..";"-"',
        "",
        "Der er usikkerhed om enkelte sogne.",
      ),
    ).toEqual({
      header: "sogn;alder;tid;antal",
      rows: [
        ["7001 Nord;6 år;2024;3", "7001 Nord;6 år;2025;4"],
        ["7001 Nord;7 år;2024;5", "7001 Nord;7 år;2025;6"],
        ["7002 Syd;6 år;2024;..", "7002 Syd;6 år;2025;-"],
      ].flat(),
      said: ["table.held-down", "table.title 1", "table.note 8"],
    }));

  test("a pivot table of a spreadsheet: choices above, two lines of header, sums at the side and below", () =>
    expect(
      readLines(
        "Elevtal i grundskolen;;;;;;",
        "Institutionstype;Folkeskoler;;;;;",
        "Opgjort pr.;September;;;;;",
        "",
        "Antal elever;Kolonnenavne;;;;;",
        ";2023/2024;;2023/2024 Total;2024/2025;;2024/2025 Total",
        "Skole;0. klasse;1. klasse;;0. klasse;1. klasse;",
        "A Skole;10;11;21;12;13;25",
        "B Skole;4;5;9;6;;6",
        "Hovedtotal;14;16;30;18;13;31",
      ),
    ).toEqual({
      header: "Skole;tid;klassetrin;antal",
      rows: ["A Skole", "B Skole"].flatMap((school, i) => [
        `${school};2023/2024;0. klasse;${[10, 4][i]}`,
        `${school};2023/2024;1. klasse;${[11, 5][i]}`,
        `${school};2024/2025;0. klasse;${[12, 6][i]}`,
        `${school};2024/2025;1. klasse;${[13, ""][i]}`,
      ]),
      said: ["table.title 1", "table.sum-column 7", "table.sum 10"],
    }));

  test("a workbook with years merged over sexes and an area merged down its rows", async () => {
    const rows = [
      ["Folketal den 1. i kvartalet efter område, alder og tid"],
      ["Enhed: Antal"],
      [],
      [null, null, 2024, null, 2025, null],
      [null, null, "Mænd", "Kvinder", "Mænd", "Kvinder"],
      ["7001 Nord", "6 år", 3, 4, 5, 6],
      [null, "7 år", 1, 2, 3, 4],
    ];
    const workbook = workbookOf({ name: "Ark1", rows, merged: ["C4:D4", "E4:F4", "A6:A7"] });
    const source = await readSource("FOLK1A.xlsx", workbook, openIssueBook().report);
    if (source.kind !== "parts") throw new Error(source.kind);
    const [part] = source.parts;
    const cells = Array.from({ length: part.count }, (_, row) =>
      part.columns.map((each) => part.cell(row, each)).join(";"),
    );
    expect(part.columns).toEqual(["område", "alder", "tid", "køn", "antal"]);
    expect(cells).toEqual(
      ["6", "7"].flatMap((age, row) =>
        ["2024;Mænd", "2024;Kvinder", "2025;Mænd", "2025;Kvinder"].map(
          (over, i) => `7001 Nord;${age} år;${over};${[3, 1][row] + i}`,
        ),
      ),
    );
  });

  test("grades in one line under choices are columns as ever", () =>
    expect(
      readLines("Elevtal", "Skoleår;2024/2025", "Type;Folkeskoler", "", "Skole;0. klasse;1. klasse", "A;1;2"),
    ).toMatchObject({ header: "Skole;0. klasse;1. klasse", rows: ["A;1;2"], said: ["table.title 1"] }));

  test("a sum at the side that the columns do not come to is said", () =>
    expect(readLines("sogn;6 år;7 år;I alt", "Nord;3;4;7", "Syd;5;<5;9").said).toEqual([
      "table.sum-column 1",
      "table.sum-differs 1",
    ]));

  test.each([
    ["lat;lon;0;1;2", "55;12;0;1;2"],
    ["sogn;2022;2023", "Nord;3;4"],
    ["sogn;2022;2023", "Nord;0;1"],
    [";;2024", "Nord;3;5"],
    ["id;lat;lon;0-14 år", "a;55;12;40"],
    ["år;antal", "2023;2024"],
    ["klassetrin;antal", "3. klasse;2015"],
  ])("%s is no pivot, and its first row is a row", (header, row) =>
    expect(readLines(header, row, row.replace(/\d+$/, "77")).rows?.[0]).toBe(row),
  );

  test("sums are left out in a column that says more, and are what is counted in one that says nothing else", () =>
    expect(
      readLines("OMRÅDE;KØN;ALDER;INDHOLD", "Nord;I alt;Alder i alt;20", "Nord;I alt;6 år;11", "Nord;I alt;7 år;9")
        .rows,
    ).toEqual(["Nord;I alt;6 år;11", "Nord;I alt;7 år;9"]));

  test("any table of counts is the same pupils as a pivot as in rows, whatever stands over the columns", () => {
    const areas = ["7001", "Nord", "Syd", "7002 Syd", "Syd (7002)"] as const;
    const count = fc.integer({ min: 0, max: 400 });
    const tables = fc.record({
      areas: fc.uniqueArray(fc.constantFrom(...areas), { minLength: 1, maxLength: 4, selector: (area) => area }),
      ages: fc.uniqueArray(fc.integer({ min: 0, max: 19 }), { minLength: 2, maxLength: 8 }),
      counts: fc.array(count, { minLength: 32, maxLength: 32 }),
      shape: fc.constantFrom("ages over columns", "year over ages", "sex over ages", "year over columns" as const),
    });
    fc.assert(
      fc.property(tables, ({ areas: rows, ages, counts, shape }) => {
        const of = (row: number, age: number): number => counts[row * 8 + age];
        const long = rows.flatMap((area, row) => ages.map((age, i) => `${area};${age} år;${of(row, i)}`));
        const wide = (row: number): string => ages.map((_, i) => of(row, i)).join(";");
        const heads = ages.map((age) => `${age} år`).join(";");
        const pivots: Readonly<Record<typeof shape, readonly string[]>> = {
          "ages over columns": [`område;${heads}`, ...rows.map((area, row) => `${area};${wide(row)}`)],
          "year over ages": [
            "Folketal efter område, alder og tid",
            "",
            `;2025${";".repeat(ages.length - 1)}`,
            `område;${heads}`,
            ...rows.map((area, row) => `${area};${wide(row)}`),
          ],
          "sex over ages": [
            `område;Mænd${";".repeat(ages.length)}Kvinder${";".repeat(ages.length - 1)}`,
            `;${heads};${heads}`,
            ...rows.map((area, row) => `${area};${wide(row)};${ages.map(() => 0).join(";")}`),
          ],
          "year over columns": [
            "Folketal efter område, alder og tid",
            ";;2025K1",
            ...rows.flatMap((area, row) => ages.map((age, i) => `${i === 0 ? area : ""};${age} år;${of(row, i)}`)),
          ],
        };
        const expected = counted("område;alder;antal", ...long);
        const found = counted(...pivots[shape]);
        expect({ ...found, said: [] }).toEqual({ ...expected, said: [] });
        // Where nobody is of school age there is no case, which is said.
        expect(found.errors).toEqual(Number(found.ages?.["pupils"]) > 0 ? [] : ["pupils.none"]);
        const all = rows.reduce((sum, _, row) => ages.reduce((own, __, i) => own + of(row, i), sum), 0);
        const told = ["pupils", "younger", "older"].map((each) => Number(found.ages?.[each] ?? 0));
        expect(told.reduce((sum, each) => sum + each, 0)).toBe(all);
      }),
      { numRuns: Number(process.env["SKOLEDISTRIKT_RUNS"] ?? 20) },
    );
  });
});

describe("ages are read as grades, and it is said", () => {
  test.each([
    ["6", [6, 6]],
    ["6 år", [6, 6]],
    ["6-årige", [6, 6]],
    ["006 6 år", [6, 6]],
    ["6-9 år", [6, 9]],
    ["6 – 9", [6, 9]],
    ["age 6", [6, 6]],
    ["6 years old", [6, 6]],
    ["under 6 år", [0, 5]],
    ["90 år og derover", [90, Infinity]],
    ["100+", [100, Infinity]],
    ["9-6 år", undefined],
    ["6. klasse", undefined],
    ["2024", undefined],
    ["", undefined],
  ])("%s is %s", (text, ages) => expect(agesNamed(text)).toEqual(ages && { youngest: ages[0], oldest: ages[1] }));

  test("each year is a grade; the too young and the too old are counted and left out", () =>
    expect(counted("område;alder;antal", "Nord;5 år;7", "Nord;6 år;10", "Syd;15 år;4", "Syd;16-19 år;9")).toMatchObject(
      {
        byGrade: [10, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0],
        errors: [],
        ages: { pupils: 14, younger: 7, older: 9 },
      },
    ));

  test("the years in which pupils were born are no years of a table", () => {
    const rows = [2015, 2016].map((year) => `${at.lat};${at.lon};3;${year}`);
    expect(counted("lat;lon;grade;år", ...rows).errors).toEqual([]);
    for (const name of ["skoleår", "school year", "schoolyear"])
      expect(counted(`lat;lon;grade;${name}`, ...rows).errors).toEqual(["pupils.several-years"]);
  });

  test("years counted together are shared evenly, over rows too", () =>
    expect(
      counted("område;alder;antal", "Nord;5-9 år;7", "Syd;5-9 år;6", "Nord;10-14 år;12", "Syd;15-19 år;5"),
    ).toMatchObject({ byGrade: [3, 3, 2, 2, 3, 3, 2, 2, 2, 1, 0], ages: { pupils: 23, younger: 3, older: 4 } }));

  test("a plain rule set says itself how old its first grade is", () => {
    const rules = { kind: "plain", grades: ["R", "1", "2"], classes: [{ grades: "R-2", most: 30 }], firstAge: 4 };
    const { issues } = read({
      "case.json": tinyCaseJson({ rules }),
      "pupils.csv": `lat;lon;age;pupils\n${at.lat};${at.lon};4;3\n${at.lat};${at.lon};7;2`,
    });
    expect(issues.find(({ code }) => code === "pupils.ages")?.values).toMatchObject({
      first: 4,
      firstGrade: "R",
      last: 6,
      lastGrade: "2",
      pupils: 3,
      older: 2,
    });
  });
});

const tinyCaseJson = (change: object): string =>
  JSON.stringify({ ...JSON.parse(new TextDecoder().decode(tinyCase({}).get("case.json"))), ...change });

const placesOf = (skole: string) =>
  read({
    "capacity.csv": `skole;grades;capacity\n${skole};0-3;60`,
  }).issues.map(({ code }) => code);

describe("code and name in one cell", () => {
  test.each([
    ["7001", true],
    ["Nord", true],
    ["7001 Nord", true],
    ["7001 Nord Sogn", true],
    ["Nord (7001)", true],
    ["7001: Nord", true],
    ["Nord - 7001", true],
    ["7001 Syd", false],
    ["7003 Nord", false],
    ["7003", false],
  ])("%s is found: %s", (area, isFound) => {
    const { byGrade, errors } = counted("area;grade;pupils", `"${area}";0;5`);
    expect(byGrade?.[0] === 5 && errors.length === 0).toBe(isFound);
  });

  test("parishes and postcodes that are drawn as areas are found there", () => {
    expect(counted("sogn;alder;antal", "7001 Nord;6 år;5", "Syd;7 år;3")).toMatchObject({
      byGrade: [5, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      errors: [],
    });
    expect(counted("postnr;alder;antal", "7001;6;5").errors).toEqual([]);
  });

  test("districts by name, and by code and name, in the table of schools", () => {
    const districts = (text: string) =>
      read({ "sites.csv": TINY_FILES["sites.csv"].replace(/;N(?=;|$)/gm, `;${text}`) });
    const ids = read({}).value?.municipality.districts;
    for (const text of ["Nord", "N Nord", "Nord (N)", "NORD"]) {
      const { value, issues } = districts(text);
      expect(issues.map(({ code }) => code)).not.toContain("sites.district-unknown");
      expect(value?.municipality.districts).toEqual(ids);
    }
    expect(districts("Midt").issues.map(({ code }) => code)).toContain("sites.district-unknown");
  });

  test("schools by number and name in a table of places", () => {
    expect(placesOf("nord Nordby Skole")).toContain("key.by-part");
    expect(placesOf("syd Nordby Skole")).toContain("capacity.site-unknown");
    expect(placesOf("280123 Nordby Skole")).toContain("key.by-part");
    expect(placesOf("Nordby Skole (280123)")).toContain("key.by-part");
    expect(placesOf("280123 Sønderby Skole")).toContain("capacity.site-unknown");
  });
});

describe("in the window in which files become a case", () => {
  const parishes = AREAS["areas.geojson"];
  const ages = Array.from({ length: 20 }, (_, age) => age);
  const brought = (population: readonly string[]): ReadonlyMap<string, Uint8Array<ArrayBuffer>> =>
    new Map(
      Object.entries({
        ...OTHERS,
        "elever pr. adresse.csv": undefined,
        "sogne.geojson": parishes,
        "FOLK_SOGN.csv": population.join("\r\n"),
      }).flatMap(([name, text]) => (text === undefined ? [] : [[name, bytes(text)] as const])),
    );
  const statistics = (...years: readonly number[]): readonly string[] => [
    '"Befolkningen 1. januar efter sogn, alder og tid"',
    "",
    `;;${years.map((year) => `"${year}"`).join(";")}`,
    ...["7001 Nord", "7002 Syd"].flatMap((parish) =>
      ages.map((age) => `${age === 0 ? parish : ""};"${age} år";${years.map((year) => age + (year % 10)).join(";")}`),
    ),
  ];
  const of = (year: number): number =>
    2 * ages.filter((age) => age >= 6 && age <= 15).reduce((sum, age) => sum + age + (year % 10), 0);

  test("a table of people by parish, age and year is asked which year, and is then its children of school age", async () => {
    const files = brought(statistics(2024, 2025));
    const desk = new ImportDesk();
    const list = [...files].map(([path, own]) => ({ path, bytes: own }));
    const { recipe } = await desk.read(list, { year: 2026, language: "da" });
    const asked = (await desk.check(recipe)).step;
    expect(asked).toMatchObject({
      kind: "which",
      column: "tid",
      are: "years",
      values: [
        ["2025", 40],
        ["2024", 40],
      ],
    });
    const chosen = {
      ...recipe,
      files: recipe.files.map((each) => (each.file === "FOLK_SOGN.csv" ? { ...each, only: { tid: ["2025"] } } : each)),
    };
    const { step, problems } = await desk.check(chosen);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(step.kind).toBe("open");
    const { value, issues } = importPrepared(
      await prepareFolder(files, { name: "recipe.json", bytes: bytes(JSON.stringify(chosen)) }),
    );
    expect(value?.notes.pupils.placed).toBe(of(2025));
    expect(issues.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["pupils.ages", "pupils.spread", "table.held-down"]),
    );
  });

  test("by last year's recipe without a choice a file of two years stops", async () => {
    const desk = new ImportDesk();
    const list = [...brought(statistics(2024))].map(([path, own]) => ({ path, bytes: own }));
    const { recipe } = await desk.read(list, { year: 2026, language: "da" });
    const again = async (...years: readonly number[]) =>
      importPrepared(
        await prepareFolder(brought(statistics(...years)), {
          name: "recipe.json",
          bytes: bytes(JSON.stringify(recipe)),
        }),
      );
    expect((await again(2025)).value?.notes.pupils.placed).toBe(of(2025));
    expect((await again(2024, 2025)).issues.map(({ code }) => code)).toContain("pupils.several-years");
  });

  test("the address register's and the school register's files are known as they are downloaded", () => {
    const addresses = table(
      "id,status,vejnavn,adresseringsvejnavn,husnr,etage,dør,supplerendebynavn,postnr,postnrnavn,kommunekode,etrs89koordinat_øst,etrs89koordinat_nord,wgs84koordinat_bredde,wgs84koordinat_længde,adgangsadresseid,sognekode,sognenavn",
      `a,1,Bakkevej,Bakkevej,12A,1,tv,,4300,Holbæk,0316,1,2,${at.lat},${at.lon},b,7001,Nord`,
    );
    const { issues } = read({ "addresses.csv": addresses, "homes.csv": addresses });
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    const schools = table(
      "INST_NR;INST_NAVN;ENHEDSART;INST_TYPE_NAVN;POSTDISTRIKT;BEL_KOMMUNE;GEO_BREDDE_GRAD;GEO_LAENGDE_GRAD;KLASSETRIN_FRA;KLASSETRIN_TIL",
      `280001;A Skole;Afdeling;Folkeskoler;Lejre;350;${at.lat};${at.lon};0;6`,
      `280000;A Skole i alt;Hovedskole;Folkeskoler;Lejre;350;${at.lat};${at.lon};0;9`,
      `280002;B Skole;Selvstændig;Friskoler;Hvalsø;350;${at.lat};${at.lon};0;9`,
    );
    const source = readTextSource("institutioner.csv", bytes(schools), openIssueBook().report);
    const recipe = proposeRecipe({ sources: [source], year: 2026, language: "da" });
    expect(recipe.files).toMatchObject([
      { is: "sites", columns: { id: "INST_NR", name: "INST_NAVN", entity: "ENHEDSART" } },
    ]);
    expect(recipe.files[0].columns).not.toHaveProperty("grades");
    expect(source.kind === "parts" && apartBy(source.parts[0]).map(({ column }) => column)).toEqual(["INST_TYPE_NAVN"]);
  });
});
