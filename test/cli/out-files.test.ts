import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type CopiedCase, copiedLattice } from "./case-folder.ts";
import { here } from "./here.ts";

let copy: CopiedCase;
beforeEach(() => (copy = copiedLattice()));
afterEach(() => copy.end());

const asked = (command: string, ...words: readonly string[]) => here(command, copy.folder, ...words, "--lang", "en");
const planOf = (): string => readdirSync(join(copy.folder, "plans"))[0].replace(/\.json$/, "");

test("each command that has a plan writes a workbook, a map for QGIS and its layers as GeoJSON, all in one run", async () => {
  const commands: Readonly<Record<string, readonly string[]>> = {
    evaluate: ["--plan", planOf()],
    compare: ["--plan", planOf(), "--draws", "100"],
    consolidate: ["--districts", "2"],
    forecast: ["--years", "2"],
    reassign: [],
  };
  for (const [command, words] of Object.entries(commands)) {
    const paths = ["xlsx", "gpkg", "zip"].map((end) => join(copy.root, `${command}.${end}`));
    const { code, err } = await asked(command, ...words, ...paths.flatMap((path) => ["--out", path]));
    expect(code, err).toBe(0);
    const [workbook, map, layers] = paths.map((path) => readFileSync(path));
    const sheets = (await readXlsx(workbook)).sheets.map(({ name }) => name);
    expect(sheets).toContain("Measures");
    if (command === "consolidate") expect(sheets).toContain("Groupings");
    if (command === "forecast") expect(sheets).toContain("Pupils by year");
    expect(map.subarray(0, 15).toString()).toBe("SQLite format 3");
    expect(Object.keys(unzipSync(layers)).some((name) => name.endsWith("districts.geojson"))).toBe(true);
  }
});

test("a file of no known kind is refused before anything is computed, and no plan that is compared is written over", async () => {
  const wrong = await asked("evaluate", "--plan", planOf(), "--out", join(copy.root, "x.xls"));
  expect(wrong.code).not.toBe(0);
  expect(wrong.err).toContain(".xlsx (workbook), .gpkg (map for QGIS) or .zip");
  const [one, other] = ["one.json", "other.json"].map((name) => join(copy.root, name));
  const plan = readFileSync(join(copy.folder, "plans", `${planOf()}.json`), "utf8");
  for (const path of [one, other]) writeFileSync(path, plan);
  const over = await asked("compare", "--plan", one, "--plan", other, "--json", one);
  expect(over.code).not.toBe(0);
  expect(over.err).toContain("would write over");
  expect(readFileSync(one, "utf8")).toBe(plan);
  const same = join(copy.root, "twice.xlsx");
  expect((await asked("evaluate", "--plan", planOf(), "--out", same, "--out", same)).err).toContain("is there twice");
  expect(existsSync(same)).toBe(false);
});

test("a measured plan's table goes to Excel in the language, or to other programs by RFC 4180", async () => {
  const path = join(copy.root, "measures.csv");
  await asked("evaluate", "--plan", planOf(), "--csv", path);
  expect(readFileSync(path, "utf8")).toMatch(/^\uFEFFMeasure,Unit,/);
  await asked("evaluate", "--plan", planOf(), "--csv", path, "--csv-form", "rfc4180");
  expect(readFileSync(path, "utf8")).toMatch(/^Measure,Unit,.*\r\n/);
});
