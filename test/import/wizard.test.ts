import { describe, expect, test } from "vitest";
import { readTextSource, type SourcePart } from "../../src/import/wizard/source.ts";
import { apartBy, guessRole } from "../../src/import/wizard/guess.ts";
import { faultyRows } from "../../src/import/wizard/faulty-rows.ts";
import { nextStep } from "../../src/import/wizard/next-step.ts";
import { prepareFolder } from "../../src/import/wizard/prepare.ts";
import { proposeRecipe } from "../../src/import/wizard/propose.ts";
import { importCase } from "../../src/import/import-case.ts";
import { importPrepared } from "../../src/import/wizard/import-prepared.ts";
import { openIssueBook } from "../../src/import/report.ts";
import type { RecipeFile } from "../../src/protocol/recipe-file.ts";
import { TINY_FILES, TINY_PUPILS } from "../cases/tiny.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
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

/** The tiny case's files as somebody else would have them: other names, other headers, one file for what is two here. */
const OTHERS = {
  "Skoler_2025.csv": TINY_FILES["sites.csv"].replace(
    /^.*/,
    "Skolens nr;Skolens navn;Bynavn;Bredde;Laengde;Klassetrin;Distrikt;a;b;c",
  ),
  "elever pr. adresse.csv": TINY_FILES["pupils.csv"].replace(
    /^.*/,
    `breddegrad;længdegrad;${[0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((grade) => `${grade}. klasse`).join(";")}`,
  ),
  "veje.geojson": TINY_FILES["roads.geojson"],
  "kommunegraense.geojson": TINY_FILES["outline.geojson"],
};

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
  const { issues: made } = importCase(folder.files, { named: "all" });
  const tables = faultyRows(made, folder.origins, ({ code }) => code, "da");
  const [header, ...faulty] = tables.get("elever pr. adresse.csv")!;
  expect(header.slice(0, 5)).toEqual(["Række", "Kolonne", "Fejl", "breddegrad", "længdegrad"]);
  expect(faulty.map((row) => row.slice(0, 3))).toEqual([
    ["5", "9. klasse", "number.unreadable"],
    ["7", "9. klasse", "number.unreadable"],
  ]);
  expect(faulty[0].slice(3)).toEqual(damaged[4].split(";"));
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
      values: [
        ["Lejre Kommune", 2],
        ["Køge Kommune", 1],
      ],
    },
  ]);
});
