import { fillText } from "../../src/report/format.ts";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../src/domain/language.ts";
import { readFormats } from "../../src/import/formats/read-formats.ts";
import { importCase } from "../../src/import/import-case.ts";
import { ISSUE_TEXTS, type IssueCode } from "../../src/import/issue-texts.ts";
import { importPrepared } from "../../src/import/wizard/import-prepared.ts";
import { prepareFolder } from "../../src/import/wizard/prepare.ts";
import { TINY_FILES, TINY_PUPILS, tinyCase } from "../cases/tiny.ts";
import { FAULTS } from "./faults.ts";

/** The parser's mark for plain text between blanks. */
const [TEXT] = new IntlMessageFormat("text").getAst().map((part) => part.type);

/** Names of the blanks in a message, as the library that fills them reads it. */
const blanksOf = (message: string): string[] =>
  new IntlMessageFormat(message)
    .getAst()
    .flatMap((part) => ("value" in part && part.type !== TEXT ? part.value : []))
    .toSorted();

test("the undamaged case has no issues", () => {
  const { value, issues } = importCase(tinyCase());
  expect(issues).toEqual([]);
  expect(value?.municipality.demand.pupils.reduce((sum, each) => sum + each, 0)).toBe(TINY_PUPILS);
});

const codes = Object.keys(ISSUE_TEXTS) as IssueCode[];

/** What comes of each fault; a recipe that lies in the folder is followed first. */
const imports = new Map(
  await Promise.all(
    codes.map(async (code) => {
      const folder = await prepareFolder(tinyCase(FAULTS[code].changes));
      return [code, importPrepared({ ...folder, files: await readFormats(folder.files) })] as const;
    }),
  ),
);

describe.each(codes)("%s", (code) => {
  const { message, action, severity } = ISSUE_TEXTS[code];
  const { issue: expected } = FAULTS[code];
  const { value, issues = [] } = imports.get(code) ?? {};
  const found = issues.filter((issue) => issue.code === code);

  test("is found where it is, and says so", () => {
    expect(found.length, `only ${issues.map((issue) => issue.code).join(", ")}`).toBeGreaterThan(0);
    expect(found).toContainEqual(expect.objectContaining({ ...expected, severity }));
  });

  test("stops the import if it is an error, and only then", () => {
    const failed = issues.some((issue) => issue.severity === "error");
    expect(value === undefined).toBe(failed);
    expect(failed || severity === "warning").toBe(true);
  });

  test("is said in two languages, not in one twice", () => {
    expect(message.da).not.toBe(message.en);
    expect(action.da).not.toBe(action.en);
    // Words that only one of the two has.
    expect(`${message.da} ${action.da}`).toMatch(/[æøå]| (og|er|til|som|ikke|eller|har|der|en|et|den|det|med|kan) /);
    expect(`${message.en} ${action.en}`).not.toMatch(/[æøå]| (og|er|som|ikke|eller|har|der) /);
  });

  test("has the same blanks in both languages, and fills exactly those", () => {
    expect(blanksOf(message.en)).toEqual(blanksOf(message.da));
    expect(blanksOf(action.en)).toEqual(blanksOf(action.da));
    const blanks = [...new Set([...blanksOf(message.da), ...blanksOf(action.da)])].toSorted();
    for (const { values } of found) expect(Object.keys(values).toSorted()).toEqual(blanks);
  });

  test("reads as a sentence in both languages", () => {
    for (const language of LANGUAGES)
      for (const text of [message[language], action[language]]) {
        const sentence = fillText({ da: text, en: text }, language, found[0]?.values);
        expect(sentence).toMatch(/^[^{}]+\.$/);
      }
  });
});

test("every problem in all files comes out in one run, in the order of the files", () => {
  const { value, issues } = importCase(
    tinyCase({
      ...FAULTS["json.field-wrong"].changes,
      ...FAULTS["number.fraction"].changes,
      ...FAULTS["value.twice"].changes,
      ...FAULTS["coordinates.outside"].changes,
      ...FAULTS["roads.kind"].changes,
      ...FAULTS["geojson.ring"].changes,
      ...FAULTS["plan.site-unknown"].changes,
    }),
  );
  expect(value).toBeUndefined();
  expect(issues.filter(({ severity }) => severity === "error").map(({ file, code }) => [file, code])).toEqual([
    ["case.json", "json.field-wrong"],
    ["districts.csv", "value.twice"],
    ["outline.geojson", "geojson.ring"],
    ["plans/two.json", "plan.site-unknown"],
    ["pupils.csv", "coordinates.outside"],
    ["roads.geojson", "roads.kind"],
    ["sites.csv", "number.fraction"],
    ["sites.csv", "sites.district-unknown"],
  ]);
});

test("issues of one file come in the order of its lines, whatever was read first", () => {
  const text = TINY_FILES["sites.csv"].replace("Nordby Skole", "").replace(/55[.\d]*(;11[.\d]*;0-6;V)/, "66$1");
  const { issues } = importCase(tinyCase({ "sites.csv": text }));
  expect(issues.map(({ code, line }) => [code, line])).toEqual([
    ["value.missing", 2],
    ["coordinates.outside", 5],
  ]);
});
