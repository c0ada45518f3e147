import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readSheet } from "../../src/import/columns.ts";
import { decimalSignOf, readNumber } from "../../src/import/numbers.ts";
import { openIssueBook } from "../../src/import/report.ts";
import { readTable } from "../../src/import/table.ts";
import { decodeText } from "../../src/import/text.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, order: "LE" | "BE"): Uint8Array => {
  const codes = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  const bytes = [0xfeff, ...codes].flatMap((code) => [code & 0xff, code >> 8]);
  return Uint8Array.from(order === "LE" ? bytes : bytes.map((_, i) => bytes[i ^ 1]));
};
const latin = (text: string): Uint8Array => Uint8Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));

describe("a file's letters are the same however it is written", () => {
  const text = "Ågerup;Tølløse;Jyderup é";
  test.each([
    { encoding: "UTF-8", bytes: utf8(text) },
    { encoding: "UTF-8 BOM", bytes: utf8(`\uFEFF${text}`) },
    { encoding: "UTF-16LE", bytes: utf16(text, "LE") },
    { encoding: "UTF-16BE", bytes: utf16(text, "BE") },
    { encoding: "Windows-1252", bytes: latin(text) },
  ])("$encoding", ({ encoding, bytes }) => {
    expect(decodeText(bytes)).toEqual({ text, encoding });
  });

  test("and signs without width are no letters", () => {
    expect(decodeText(utf8("nord\u200B;\uFEFFlat;\u2060lon"))).toEqual({ text: "nord;lat;lon", encoding: "UTF-8" });
  });

  test.each([
    { notText: "Excel, zip", bytes: [0x50, 0x4b, 0x03, 0x04, 0x14] },
    { notText: "Excel 97-2003", bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1] },
    { notText: "gzip", bytes: [0x1f, 0x8b, 0x08] },
    { notText: { da: "bytes, der ikke er bogstaver", en: "bytes that are no letters" }, bytes: [0x41, 0x00, 0x42] },
  ])("$notText is not text", ({ notText, bytes }) => {
    expect(decodeText(Uint8Array.from(bytes))).toEqual({ notText });
  });
});

const number = (value: number) => ({ kind: "number", value });

describe("a number is read in one way only", () => {
  test.each([
    { cell: "12", decimal: undefined, reading: number(12) },
    { cell: " 12 ", decimal: undefined, reading: number(12) },
    { cell: "-3", decimal: undefined, reading: number(-3) },
    { cell: "\u22123", decimal: undefined, reading: number(-3) },
    { cell: "7,3", decimal: undefined, reading: number(7.3) },
    { cell: "7.3", decimal: undefined, reading: number(7.3) },
    { cell: "55.70802969", decimal: undefined, reading: number(55.70802969) },
    { cell: "0,125", decimal: undefined, reading: number(0.125) },
    { cell: "1.234,5", decimal: undefined, reading: number(1234.5) },
    { cell: "1,234.5", decimal: undefined, reading: number(1234.5) },
    { cell: "6.176.982", decimal: undefined, reading: number(6_176_982) },
    { cell: "6,176,982", decimal: undefined, reading: number(6_176_982) },
    { cell: "6 176 982,5", decimal: undefined, reading: number(6_176_982.5) },
    { cell: "6\u00a0176\u00a0982", decimal: undefined, reading: number(6_176_982) },
    { cell: "1.234", decimal: ",", reading: number(1234) },
    { cell: "1.234", decimal: ".", reading: number(1.234) },
    { cell: "1,234", decimal: ",", reading: number(1.234) },
    { cell: "1.234", decimal: undefined, reading: { kind: "ambiguous" } },
    { cell: "<5", decimal: undefined, reading: { kind: "withheld" } },
    { cell: "1-4", decimal: undefined, reading: { kind: "withheld" } },
    { cell: "", decimal: undefined, reading: { kind: "blank" } },
    { cell: "-", decimal: undefined, reading: { kind: "nil" } },
    { cell: "..", decimal: undefined, reading: { kind: "withheld" } },
    { cell: "1.23.4", decimal: undefined, reading: { kind: "unreadable" } },
    { cell: "12,34.5", decimal: undefined, reading: { kind: "unreadable" } },
    { cell: "1e3", decimal: undefined, reading: { kind: "unreadable" } },
    { cell: "NaN", decimal: undefined, reading: { kind: "unreadable" } },
    { cell: "Infinity", decimal: undefined, reading: { kind: "unreadable" } },
    { cell: "0x10", decimal: undefined, reading: { kind: "unreadable" } },
    { cell: "12 klasser", decimal: undefined, reading: { kind: "unreadable" } },
  ] as const)("$cell with decimal sign $decimal is $reading", ({ cell, decimal, reading }) => {
    expect(readNumber(cell, decimal)).toEqual(reading);
  });

  test.each([
    { cells: ["672.020", "6.176.982"], sign: "," },
    { cells: ["1.234", "5,5"], sign: "," },
    { cells: ["55.708", "11.5"], sign: "." },
    { cells: ["1.234", "12"], sign: undefined },
    { cells: ["1,5", "1.5"], sign: undefined },
  ])("$cells show the decimal sign $sign", ({ cells, sign }) => {
    expect(decimalSignOf(cells)).toBe(sign);
  });

  test("a number with two decimals reads the same with comma or point, with or without thousands", () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_999_999, max: 9_999_999 }), (hundredths) => {
        const value = hundredths / 100;
        const [whole, rest] = Math.abs(value).toFixed(2).split(".");
        const sign = value < 0 ? "-" : "";
        const grouped = (by: string): string => whole.replace(/\B(?=(\d{3})+$)/g, by);
        for (const cell of [
          `${whole}.${rest}`,
          `${whole},${rest}`,
          `${grouped(".")},${rest}`,
          `${grouped(",")}.${rest}`,
        ])
          expect(readNumber(sign + cell, undefined)).toEqual(number(value));
      }),
    );
  });
});

const read = (text: string) => {
  const book = openIssueBook();
  const table = readTable("t.csv", text, book.report);
  return { table, issues: book.all() };
};

const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

describe("a table is read as it was written", () => {
  const cell = fc.string({ maxLength: 6, unit: fc.constantFrom("a", "ø", "1", ",", ";", '"', "\n", " ", "\t", ".") });
  const rows = fc
    .integer({ min: 2, max: 5 })
    .chain((columns) => fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { maxLength: 8 }));

  test("with any delimiter, line end, quoting and encoding, and every row knows its line", () => {
    const delimiters = fc.constantFrom(";", ",", "\t", "|");
    const lineEnds = fc.constantFrom("\n", "\r\n");
    const encodings = fc.constantFrom(utf8, (text: string) => utf16(text, "LE"), latin);
    fc.assert(
      fc.property(rows, delimiters, lineEnds, encodings, (cells, delimiter, lineEnd, encode) => {
        const width = cells[0]?.length ?? 2;
        const header = Array.from({ length: width }, (_, i) => `column${i}`);
        const text = [header, ...cells].map((row) => row.map(quote).join(delimiter)).join(lineEnd);
        const decoded = decodeText(encode(text));
        const { table, issues } = read("text" in decoded ? decoded.text : "");
        expect(issues).toEqual([]);
        const kept = cells.filter((row) => row.some((each) => each.trim() !== ""));
        expect(table?.rows.map((row) => row.cells)).toEqual(kept);
        let line = 2;
        const lines = cells.map((row) => {
          const starts = line;
          line += 1 + row.join("").split("\n").length - 1;
          return starts;
        });
        expect(table?.rows.map((row) => row.line)).toEqual(lines.filter((_, i) => kept.includes(cells[i])));
      }),
    );
  });

  test.each([
    {
      name: "commas inside addresses",
      text: "adresse;pris\nVej 1, 2. tv;1,5\nVej 2, 1. th;2,5",
      cells: ["Vej 1, 2. tv", "1,5"],
    },
    {
      name: "more commas than semicolons in the header",
      text: "navn, by, land, andet;pris\nVej;1\nBy;2",
      cells: ["Vej", "1"],
    },
    {
      name: "two delimiters in every line, the one that there are more of",
      text: "a;b;c|d\n1;2;3|4",
      cells: ["1", "2", "3|4"],
    },
    { name: "tabs", text: "a\tb\n1\t2", cells: ["1", "2"] },
    { name: "bars", text: "a|b\n1|2", cells: ["1", "2"] },
    { name: "one column", text: "a\n1", cells: ["1"] },
    { name: "Excel's own first line", text: "sep=,\na,b\n1,2", cells: ["1", "2"] },
    { name: "codes with leading zeros", text: "kode;navn\n0316;Holbæk", cells: ["0316", "Holbæk"] },
    { name: "empty cells beyond the header", text: "a;b\n1;2;;", cells: ["1", "2", "", ""] },
  ])("$name", ({ text, cells }) => {
    const { table, issues } = read(text);
    expect(table?.rows[0].cells).toEqual(cells);
    expect(issues).toEqual([]);
  });

  test("line numbers count Excel's first line, blank lines and lines inside quotes", () => {
    const { table } = read('sep=;\r\na;b\r\n\r\n"x\r\ny";1\r\n;;\r\nz;2\r\n');
    expect(table?.rows.map((row) => row.line)).toEqual([4, 7]);
  });
});

describe("columns are known by any of their names", () => {
  const names = { id: ["id"], lat: ["lat", "Geokode: Breddegrad"], low: ["kapacitet_0_3"] };
  test.each(["ID;Geokode: Breddegrad;Kapacitet 0-3", "id;geokode:breddegrad;KAPACITET_0-3", " Id ; LAT;kapacitet 0 3"])(
    "%s",
    (header) => {
      const book = openIssueBook();
      const table = readTable("t.csv", `${header}\na;55,5;10`, book.report);
      const sheet = table && readSheet(table, names, ["id", "lat", "low"], book.report);
      expect(book.all()).toEqual([]);
      expect(sheet && (["id", "lat", "low"] as const).map((role) => sheet.text(sheet.rows[0], role))).toEqual([
        "a",
        "55,5",
        "10",
      ]);
    },
  );

  test("columns that mean nothing are listed", () => {
    const book = openIssueBook();
    const table = readTable("t.csv", "id;lat;Adresse;low\n1;2;3;4", book.report);
    const sheet = table && readSheet(table, names, ["id"], book.report);
    expect(sheet?.unused).toEqual(["Adresse", "low"]);
    expect(["Adresse", "low", "id", "none"].map((name) => sheet?.unusedText(sheet.rows[0], name))).toEqual([
      "3",
      "4",
      "",
      "",
    ]);
  });
});

test("a column without a name that says something is listed by its letter, and one below nought is not its grade's", () => {
  const book = openIssueBook();
  const table = readTable("t.csv", "id;;;-1\n1;;3;4", book.report);
  const sheet = table && readSheet(table, { id: ["id"], first: ["1"] }, ["id"], book.report);
  expect(sheet?.unused).toEqual(["(C)", "-1"]);
  expect(sheet?.unusedText(sheet.rows[0], "(C)")).toBe("3");
});

/** What is read of a table's rows, and what is said of the others; faults alike are one. */
const readRows = (...lines: readonly string[]) => {
  const book = openIssueBook();
  const table = readTable("t.csv", lines.join("\n"), book.report);
  return {
    rows: table?.rows.map(({ cells }) => cells.join(";")),
    said: book.all().map(({ code, line }) => `${code} ${line}`),
  };
};

describe("what registers write around and among their rows", () => {
  test("titles, sums and notes are said, and none of them is a row", () =>
    expect(
      readRows(
        "Befolkningen 1. januar efter sogn, alder og tid;;",
        "sogn;0. klasse;1. klasse",
        "Nord;12;13",
        "Syd;10;9",
        "I alt;22;22",
        "",
        "Opgjort 1. januar;;",
        "Enkelte sogne er lagt sammen.;;",
      ),
    ).toEqual({
      rows: ["Nord;12;13", "Syd;10;9"],
      said: ["table.title 1", "table.sum 5", "table.note 7"],
    }));

  test("sums of each area among its grades are left out, and not held against the rows of all", () =>
    expect(
      readRows("skole;trin;antal", "A;0;12", "A;I alt;12", "B;0;4", "B;I alt;4", "Hele kommunen;I alt;16"),
    ).toEqual({
      rows: ["A;0;12", "B;0;4"],
      said: ["table.sum 3"],
    }));

  test("a sum that the rows do not come to is said with its column: a hidden number is not nought", () =>
    expect(readRows("sogn;0;1", "Nord;12;<5", "Syd;10;9", "I alt;22;12").said).toEqual([
      "table.sum 4",
      "table.sum-differs 4",
    ]));

  test("a lone word below of a million letters is read in no time", () =>
    expect(readRows("id;name", "1;A", "x".repeat(1e6)).said).toEqual(["table.row-short 3"]));

  test("a lone word below is a row that lacks the rest, and a column of nothing but sums is a column", () => {
    expect(readRows("id;navn", "N;Nord", "Syd;").rows).toEqual(["N;Nord", "Syd;"]);
    expect(readRows("id;navn", "N;Nord", "Syd by;").rows).toEqual(["N;Nord", "Syd by;"]);
    expect(readRows("id;navn", "N;Nord", "", "Sct. Knuds Skole;").rows).toEqual(["N;Nord", "Sct. Knuds Skole;"]);
    expect(readRows("id;navn", 'N;"Nord', 'og mere"', "Enkelte er lagt sammen.;").rows).toHaveLength(2);
    expect(readRows("køn;antal", "I alt;12", "I alt;9").rows).toEqual(["I alt;12", "I alt;9"]);
  });
});
