import { GRADES } from "../cases/folkeskole.ts";
import { describe, expect, test } from "vitest";
import { quotedList } from "../../src/domain/language.ts";
import { formatBands, parseGradeRange } from "../../src/domain/grades.ts";
import type { Issue } from "../../src/domain/issue.ts";
import { gradeNamed } from "../../src/import/grade-names.ts";
import { importCase } from "../../src/import/import-case.ts";
import { decodeText } from "../../src/import/text.ts";
import { openCase } from "../../src/open-case.ts";
import { DANISH_PLANE, planePoint } from "../../src/geo/projection.ts";
import { TINY_FILES, TINY_PUPILS, tinyCase } from "../cases/tiny.ts";
import { at, edited, pupils, sites, site, table } from "./fault-tools.ts";

const here = `${at.lat};${at.lon}`;
const read = (changes: Parameters<typeof tinyCase>[0]) => importCase(tinyCase(changes));
const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "latin1"));
const apart = (text: string): string => text.normalize("NFD");
const codesOf = (issues: readonly Issue[]): string[] => issues.map(({ code }) => code);
const pupilsRead = (changes: Parameters<typeof tinyCase>[0]): number | undefined =>
  read(changes).value?.notes.pupils.placed;

describe("grades are read as schools write them", () => {
  test.each([
    ["3", 3],
    ["03", 3],
    ["3.", 3],
    ["3. klasse", 3],
    ["3.kl.", 3],
    ["klasse 3", 3],
    ["grade 3", 3],
    ["3,0", 3],
    ["2.b", 2],
    ["2B", 2],
    ["3. b", 3],
    ["3 A", 3],
    ["3. klasse a", 3],
    ["0A", 0],
    ["bh. kl.", 0],
    ["bh.kl", 0],
    ["BH", 0],
    ["Børnehaveklasse", 0],
    ["bhkl b", 0],
    ["10.x", 10],
    ["11", undefined],
    ["7 år", undefined],
    ["7.1", undefined],
    ["2-3", undefined],
    ["-1", undefined],
    [" -2. klasse", undefined],
    ["børnehave", undefined],
    ["b", undefined],
  ])("%s is grade %s", (text, grade) => expect(gradeNamed(GRADES, text)).toBe(grade));

  test.each([
    ["0.-9. klasse", "0-9"],
    ["0.-6. klasse", "0-6"],
    ["0. til 9. kl.", "0-9"],
    ["fra 7. til 9. klasse", "7-9"],
    ["bh.kl.-6. kl.", "0-6"],
    ["bh - 3", "0-3"],
    ["0 – 9", "0-9"],
    ["Indskoling", "0-3"],
    ["udskolingen", "7-9"],
    ["grades 4 to 6", "4-6"],
    ["0-5", undefined],
    ["06-jan", undefined],
    ["6-0", undefined],
    ["9", undefined],
    ["", undefined],
  ])("%s is the range %s", (text, bands) => {
    const set = parseGradeRange(GRADES, text);
    expect(set === undefined ? undefined : formatBands(GRADES, set)).toBe(bands);
  });

  test.each([
    ["0.-3. og 7.-9. klasse", 0b101],
    ["0,1,2,3,4,5,6", 0b011],
    ["0-5, 6", 0b011],
    ["0.-10. klasse", 0b111],
    ["10", 0],
  ])("a site that teaches %s", (text, bands) => {
    const rows = [site("n", "0-9;N;1;1;1;;"), site("s", "0-9;S;1;1;1;;"), site("v", `${text};V;1;1;1;;`)];
    const { value } = read({ ...sites(...rows), "plans/two.json": undefined });
    expect(value?.municipality.sites[2].teaches).toBe(bands);
  });

  test("classes in a table of pupils", () => {
    expect(pupilsRead(pupils("lat;lon;klasse", `${here};2.b`, `${here};bh. kl.`, `${here};9A`))).toBe(3);
  });
});

describe("letters are read rightly, or it is said that they were lost", () => {
  test.each([
    { name: "DOS", text: "\x92r\x9b Skole;Bl\x86b\x91r", reading: "Ærø Skole;Blåbær", encoding: "DOS code page 850" },
    { name: "DOS, one letter", text: "N\x9brre Skole", reading: "Nørre Skole", encoding: "DOS code page 850" },
    { name: "Mac", text: "\xaer\xbf Skole;Bl\x8cb\xber", reading: "Ærø Skole;Blåbær", encoding: "Mac" },
    { name: "Windows", text: "\xc6r\xf8 Skole", reading: "Ærø Skole", encoding: "Windows-1252" },
    { name: "Windows with quotes", text: "Peter\x92s \x91lille\x92 skole \x96 osv\x85", encoding: "Windows-1252" },
    { name: "Windows with both", text: "\x93S\xf8\x94 Peter\x92s", reading: "“Sø” Peter’s", encoding: "Windows-1252" },
    { name: "capitals", text: "\xc6R\xd8 SKOLE", reading: "ÆRØ SKOLE", encoding: "Windows-1252" },
    { name: "DOS capitals", text: "\x92R\x9d SKOLE", reading: "ÆRØ SKOLE", encoding: "DOS code page 850" },
    { name: "accents", text: "Caf\xe9 Andr\xe9", reading: "Café André", encoding: "Windows-1252" },
  ])("$name", ({ text, reading, encoding }) => {
    expect(decodeText(bytes(text))).toMatchObject({ encoding, ...(reading !== undefined && { text: reading }) });
  });

  test("letters taken apart are put together, in files, names of files and questions", () => {
    const file = {
      format: "skoledistrikt-plan",
      version: 1,
      id: "Å",
      title: "Å",
      assignment: { kind: "nearest", within: "municipality" },
    };
    const { value, issues } = openCase(
      tinyCase({
        "places.csv": table("name;lat;lon", `Gården;${here}`),
        ...pupils("place;grade;pupils", apart("Gården;2;10")),
        [apart("plans/Å.json")]: apart(JSON.stringify(file)),
        ...edited("sites.csv", "Østby Skole", apart("Ørby Å Skole")),
      }),
    );
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(value?.plans.map(({ id }) => id)).toContain("Å");
    expect(value?.basis.municipality.sites[1].name).toBe("Ørby Å Skole");
  });

  test.each([
    ["Ã˜stby Skole", true],
    ["K\ufffdge Skole", true],
    ["S?nderby Skole", true],
    ["Hvad? Ja", false],
    ["https://x.dk/a?b=c", false],
    ["Ørby Skole", false],
  ])("%s is garbled: %s", (name, isGarbled) => {
    expect(codesOf(read(edited("sites.csv", "Østby Skole", name)).issues).includes("file.garbled")).toBe(isGarbled);
  });
});

describe("tables from other programs", () => {
  test.each([
    { name: "UTF-16 without a mark", encode: (text: string) => new Uint8Array(Buffer.from(text, "utf16le")) },
    { name: "a title above", encode: (text: string) => `Elever 2015\n${text}` },
    { name: "a padded title above", encode: (text: string) => `Elever 2015;;;\n\n${text}` },
    { name: "a title above commas", encode: (text: string) => `Elever 2015\n${text.replaceAll(";", ",")}` },
  ])("$name", ({ encode }) => {
    expect(pupilsRead({ "pupils.csv": encode(TINY_FILES["pupils.csv"]) })).toBe(TINY_PUPILS);
  });

  test("letters taken apart inside escapes are put together", () => {
    const plan = TINY_FILES["plans/two.json"].replace('"two"', '"A\\u030a"');
    const { value } = read({ "plans/two.json": undefined, "plans/Å.json": plan });
    expect(value?.plans.map(({ id }) => id)).toEqual(["Å"]);
  });

  test("an id of two places is said, but a parish may have several centres", () => {
    const rows = table("id;name;lat;lon", `1;A;${here}`, `1;B;${at.lat};${at.lon + 0.01}`);
    expect(codesOf(read({ "places.csv": rows }).issues)).toEqual(["value.twice"]);
    expect(codesOf(read({ "parishes.csv": rows }).issues)).toEqual([]);
  });

  test.each(['"sep=;"', "sep=;", '"sep=;";;;', "SEP=;"])("the first line %s is skipped", (line) => {
    expect(pupilsRead({ "pupils.csv": `${line}\r\n${TINY_FILES["pupils.csv"].replaceAll("\n", "\r\n")}` })).toBe(
      TINY_PUPILS,
    );
  });

  const { x, y } = planePoint(DANISH_PLANE, at);
  test.each([
    `etrs89koordinat_øst;etrs89koordinat_nord|${x};${y}`,
    `etrs89koordinat_nord;etrs89koordinat_øst|${y};${x}`,
    `ETRS89Koordinat_Oest;ETRS89Koordinat_Nord|${x};${y}`,
    `wgs84koordinat_længde;wgs84koordinat_bredde|${at.lon};${at.lat}`,
    `wgs84koordinat_bredde;wgs84koordinat_længde|${here}`,
  ])("the address register's columns %s", (text) => {
    const [header, row] = text.split("|");
    expect(
      pupilsRead(
        pupils(`id;vejkode;husnr;postnr;${header};klassetrin`, `a;0316;12;4300;${row};3`, `b;0316;7;4300;${row};3`),
      ),
    ).toBe(2);
  });
});

describe("no column, no row and no pupil is lost without a word", () => {
  test("unknown columns are listed for every table", () => {
    const files = ["sites.csv", "districts.csv", "pupils.csv"];
    const widened = Object.fromEntries(
      files.map((file) => [file, TINY_FILES[file].replace(/(.)$/gm, "$1;x").replace(/^(.*);x/, "$1;Diverse")]),
    );
    const found = read(widened).issues.filter(({ code }) => code === "table.columns-unknown");
    expect(found.map(({ file, values }) => [file, values["columns"]])).toEqual(
      files.toSorted().map((file) => [file, quotedList(["Diverse"])]),
    );
  });

  test.each([
    { columns: "number", rows: ["2;10", "3;12"], stops: true },
    { columns: "Elevtal 2024", rows: ["2;10", "3;1"], stops: true },
    { columns: "number", rows: ["2;1", "3;1"], stops: false },
    { columns: "løbe", rows: ["2;1", "3;2", "3;3"], stops: false },
    { columns: "husnr", rows: ["2;400", "3;500"], stops: false },
    { columns: "kommunekode", rows: ["2;316", "3;316"], stops: false },
    { columns: "code", rows: ["2;0316", "3;0316"], stops: false },
    { columns: "bem", rows: ["2;10", "3;flyttet"], stops: false },
    { columns: "tal", rows: ["2;4300", "3;4350"], stops: false },
  ])("a row a pupil with column $columns and $rows stops: $stops", ({ columns, rows, stops }) => {
    const { issues } = read(pupils(`lat;lon;grade;${columns}`, ...rows.map((row) => `${here};${row}`)));
    expect(codesOf(issues).includes("pupils.count-unknown")).toBe(stops);
    expect(codesOf(issues)).toContain("table.columns-unknown");
  });

  test.each([
    { name: "a total", columns: "i alt", row: "3;4;7", stops: false },
    { name: "another number", columns: "7.-9.", row: "3;4;5", stops: true },
  ])("a column a grade with $name stops: $stops", ({ columns, row, stops }) => {
    const { issues } = read(pupils(`lat;lon;0;1;${columns}`, `${here};${row}`));
    expect(codesOf(issues).includes("pupils.count-unknown")).toBe(stops);
  });

  test.each([2, 3])("a table of pupils without ids, pasted %i times, stops", (times) => {
    const rows = Array.from({ length: 7 }, (_, i) => `${here};${i % 4}`);
    const text = ["lat;lon;grade", ...Array.from({ length: times }, () => rows).flat()].join("\n");
    expect(read({ "pupils.csv": text }).issues).toMatchObject([
      { code: "table.pasted-twice", line: 9, values: { count: 7 } },
    ]);
  });

  test("an id that comes twice is one pupil too many, but one for each grade is not", () => {
    const again = read(pupils("id;lat;lon;grade;pupils", `a;${here};2;10`, `a;${here};3;9`, `a;${here};2;10`));
    expect(again.issues).toMatchObject([{ code: "value.twice", line: 4, values: { value: "a", first: 2 } }]);
    expect(codesOf(read(pupils("id;lat;lon;grade", `a;${here};2`, `a;${here};3`)).issues)).toEqual(["value.twice"]);
  });

  test("pupils in the file = pupils placed + pupils reported", () => {
    const { value, issues } = read(
      pupils("lat;lon;grade;pupils", `${here};2;10`, `${here};10;4`, ";;3;7", ";;10;2", "55.9;11.9;5;3"),
    );
    const { placed, outside, gradeTen, nowhere } = value!.notes.pupils;
    expect({ placed, outside, gradeTen, nowhere }).toEqual({ placed: 13, outside: 0, gradeTen: 6, nowhere: 7 });
    expect(codesOf(issues)).toEqual(expect.arrayContaining(["pupils.grade-ten", "pupils.no-position"]));
  });

  test.each([
    { registered: 10, code: undefined },
    { registered: 12, code: "pupils.fewer-than-registered" },
    { registered: 11, code: "pupils.not-as-registered" },
    { registered: 8, code: "pupils.not-as-registered" },
  ])("1,000 pupils against $registered registered a grade and ten sites: $code", ({ registered, code }) => {
    const wanted = registered * 10;
    const counts = Array<number>(10).fill(wanted).join(";");
    const header = `id;name;lat;lon;grades;district;${Array.from({ length: 10 }, (_, i) => `pupils_${i}`).join(";")}`;
    const none = "0;0;0;0;0;0;0;0;0;0";
    const rows = ["nord", "syd", "vest"].map(
      (id, i) => `${id};${id};${here};0-9;${["N", "S", "V"][i]};${i === 0 ? counts : none}`,
    );
    const grades = Array.from({ length: 10 }, (_, grade) => `${here};${grade};100`);
    const { issues } = read({
      "sites.csv": table(header, ...rows),
      ...pupils("lat;lon;grade;pupils", ...grades),
      "plans/two.json": undefined,
    });
    expect(codesOf(issues).filter((each) => each !== "sites.no-capacity")).toEqual(code === undefined ? [] : [code]);
  });
});
