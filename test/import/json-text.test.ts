import { describe, expect, test } from "vitest";
import { z } from "zod";
import { fitSchema, readJson } from "../../src/import/json-text.ts";
import { openIssueBook } from "../../src/import/report.ts";
import { caseFileSchema } from "../../src/protocol/case-file.ts";
import { planFileSchema } from "../../src/protocol/plan-file.ts";
import { questionFileSchema } from "../../src/protocol/question-file.ts";
import { recipeFileSchema } from "../../src/protocol/recipe-file.ts";

const read = (text: string) => {
  const book = openIssueBook();
  return { json: readJson("f.json", text, book.report), issues: book.all() };
};

describe("places in a JSON file", () => {
  const { json } = read('{\r\n  "a": [\r\n    {"b": 1},\n    {"b": 2, "c": null}\r  ],\n "d": "x" }');

  test.each([
    { path: [], line: 1, column: "1" },
    { path: ["a"], line: 2, column: "3" },
    { path: ["a", 0, "b"], line: 3, column: "6", group: "a.*.b" },
    { path: ["a", 1], line: 4, column: "5", group: "a.*" },
    { path: ["a", 1, "c"], line: 4, column: "14", group: "a.*.c" },
    { path: ["a", 1, "gone"], line: 4, column: "5", group: "a.*.gone" },
    { path: ["d"], line: 6, column: "2" },
    { path: ["gone", "too"], line: 1, column: "1" },
  ])("$path is at line $line, column $column", ({ path, ...spot }) =>
    expect(json?.at(path)).toEqual({ file: "f.json", ...spot }),
  );
});

test("a number too long to be kept is an id and keeps its digits; a shorter one, a fraction and what stands in a text are as written", () => {
  const text = String.raw`{"id": 12345678901234567891, "n":-98765432109876543210 , "count": 900719925474099, "lon": 11.50000000000000000000, "text": "\"of\": 12345678901234567891,"}`;
  expect(read(text).json?.value).toEqual({
    id: "12345678901234567891",
    n: "-98765432109876543210",
    count: 900719925474099,
    lon: 11.5,
    text: '"of": 12345678901234567891,',
  });
});

const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);

describe("a JSON file that cannot be read", () => {
  test.each([
    ['{"a": 1,\n "b": }', { line: 2, column: "7", values: { found: "}" } }],
    ['{"a": wonderful and good}', { line: 1, column: "7", values: { found: "wonderful an" } }],
    ['{"a": 01}', { line: 1 }],
    ["{} // nothing", { values: { found: "// nothing" } }],
  ])("%j says where", (text, issue) => expect(read(text).issues).toMatchObject([{ code: "json.syntax", ...issue }]));

  test.each(["", " \n", '{"a": 1', '{"a": 1,\n', '{"a": "b'])("%j is empty or cut short, and says so", (text) =>
    expect(read(text).issues).toMatchObject([{ code: "json.cut-short" }]),
  );

  test("nested deeper than a hundred is not read", () => {
    expect(read(nested(100)).issues).toEqual([]);
    expect(read(nested(101)).issues).toMatchObject([{ code: "json.too-deep", values: { found: 101, most: 100 } }]);
  });

  test("a name that readers leave out without a word is said", () => {
    expect(read('{"a": 1,\n "__proto__" : {}}').issues).toMatchObject([
      { code: "json.field-unknown", line: 2, column: "2", values: { field: "__proto__" } },
    ]);
    expect(read('{"a": "__proto__"}').issues).toEqual([]);
  });
});

const SCHEMA = z.strictObject({
  least: z.number().min(1).optional(),
  above: z.number().gt(1).optional(),
  most: z.number().max(5).optional(),
  below: z.number().lt(5).optional(),
  word: z.string().min(2).optional(),
  list: z.array(z.boolean()).max(1).optional(),
  one: z.enum(["a", "b"]).optional(),
  either: z.union([z.literal(1), z.string()]).optional(),
  inner: z.object({ needed: z.object({}), map: z.record(z.string(), z.int()).optional() }).optional(),
  code: z.string().length(4).optional(),
  at: z.iso.datetime().optional(),
  hash: z
    .string()
    .regex(/^[0-9a-f]{3}$/, "three digits")
    .optional(),
  even: z.int().multipleOf(2).optional(),
});

const foundOf = (length: number) => {
  const book = openIssueBook();
  fitSchema(read(JSON.stringify({ least: "x".repeat(length) })).json!, SCHEMA, book.report);
  return book.all()[0].values["found"];
};

describe("a value that does not fit says what is wanted, in signs of no language", () => {
  test.each([
    [{ least: 0 }, "json.field-wrong", { field: "least", found: "0", expected: "≥ 1" }],
    [{ above: 1 }, "json.field-wrong", { field: "above", found: "1", expected: "> 1" }],
    [{ most: 6 }, "json.field-wrong", { field: "most", found: "6", expected: "≤ 5" }],
    [{ below: 5 }, "json.field-wrong", { field: "below", found: "5", expected: "< 5" }],
    [{ word: "" }, "json.field-wrong", { field: "word", found: '""', expected: '"…" ≥ 2' }],
    [{ list: [true, false] }, "json.field-wrong", { field: "list", found: "[true,false]", expected: "[ … ] ≤ 1" }],
    [{ list: [1] }, "json.field-wrong", { field: "list.0", found: "1", expected: "true | false" }],
    [{ one: "c" }, "json.field-wrong", { field: "one", found: '"c"', expected: '"a" | "b"' }],
    [{ either: true }, "json.field-wrong", { field: "either", found: "true", expected: '1 | "…"' }],
    [{ inner: {} }, "json.field-missing", { field: "inner.needed", expected: "{ … }" }],
    [{ inner: 5 }, "json.field-wrong", { field: "inner", found: "5", expected: "{ … }" }],
    [
      { inner: { needed: {}, map: { x: "y" } } },
      "json.field-wrong",
      { field: "inner.map.x", found: '"y"', expected: "123" },
    ],
    [{ other: 1 }, "json.field-unknown", { field: "other" }],
    [{ wrod: "ab" }, "json.field-near", { field: "wrod", near: "word" }],
    [{ wrod: "ab", word: "cd" }, "json.field-unknown", { field: "wrod" }],
    [{ code: 7 }, "case.code", { found: "7" }],
    [[], "json.file-wrong", { found: "[]" }],
    [
      { at: "yesterday" },
      "json.field-wrong",
      { field: "at", found: '"yesterday"', expected: '"2016-08-01T12:00:00Z"' },
    ],
    [{ hash: "z" }, "json.field-wrong", { field: "hash", found: '"z"', expected: "/^[0-9a-f]{3}$/" }],
    [{ even: 3 }, "json.field-wrong", { field: "even", found: "3", expected: "…" }],
  ])("%j: %s", (value, code, values) => {
    const book = openIssueBook();
    const { json } = read(JSON.stringify(value));
    expect(fitSchema(json!, SCHEMA, book.report)).toBeUndefined();
    expect(book.all()).toMatchObject([{ code, values }]);
  });

  test.each([
    [caseFileSchema, "case", { currancy: "EUR" }, "currancy", "currency"],
    [caseFileSchema, "case", { currency: { code: "EUR", kronr: 7.46 } }, "currency.kronr", "kroner"],
    [caseFileSchema, "case", { units: { kind: "h3", resolutoin: 9 } }, "units.resolutoin", "resolution"],
    [caseFileSchema, "case", { sources: [{ what: "a", from: "b", license: "c" }] }, "sources.0.license", "licence"],
    [recipeFileSchema, "recipe", { files: [{ fiel: "a.csv" }] }, "files.0.fiel", "file"],
    [planFileSchema, "plan", { distrcts: [] }, "distrcts", "districts"],
    [questionFileSchema, "question", { kind: "consolidate", polcy: "best" }, "polcy", "policy"],
  ])(
    "a field that is not known, however deep it stands, is told with the one that may be meant",
    (schema, kind, file, field, near) => {
      const format = `skoledistrikt-${kind}`;
      const book = openIssueBook();
      expect(
        fitSchema(read(JSON.stringify({ format, version: 1, ...file })).json!, schema, book.report),
      ).toBeUndefined();
      const told = book.all().filter(({ code }) => code === "json.field-near");
      expect(told).toMatchObject([{ line: 1, values: { field, near } }]);
    },
  );

  test("and what is found is cut where it is long", () => {
    expect(foundOf(38)).toBe(`"${"x".repeat(38)}"`);
    expect(foundOf(39)).toBe(`"${"x".repeat(38)}…`);
  });

  test("one that fits is given as the schema has it", () => {
    const book = openIssueBook();
    expect(fitSchema(read('{"least": 1, "word": "ab"}').json!, SCHEMA, book.report)).toEqual({ least: 1, word: "ab" });
    expect(book.all()).toEqual([]);
  });
});
