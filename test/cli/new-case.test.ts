import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CASE_FILES } from "../../src/import/case-files.ts";
import { newCaseFiles } from "../../src/import/new-case.ts";
import { FURTHER_FILES } from "../../src/import/new-case-more.ts";
import { run } from "./run.ts";

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "skoledistrikt-new-"));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test.each(["da", "en"] as const)("what belongs in each file of a new case is said (%s)", (language) => {
  const files = newCaseFiles(2026, language);
  const page = [...files].find(([path]) => path.endsWith(".md"))?.[1] ?? "";
  const data = [...files.keys()].filter((path) => !path.endsWith(".md"));
  const all = [...data, ...Object.values(CASE_FILES), "plans/today.json"];
  expect(all.filter((path) => !page.includes(`**${path}**`))).toEqual([]);
  expect(page).not.toMatch(/\{\w+\}/);
});

test("check names every file of a new case that has still to be filled in, and nothing else", async () => {
  const folder = join(root, "empty");
  expect((await run(`new ${folder}`)).code).toBe(0);
  const { code, err } = await run(`check ${folder} --lang en`);
  expect(code).toBe(2);
  const named = err.match(/[\w-]+\.(csv|json|geojson)(?=[:,])/g) ?? [];
  expect(new Set(named)).toEqual(
    new Set(["case.json", "sites.csv", "districts.csv", "pupils.csv", "roads.geojson", "outline.geojson"]),
  );
  // Nothing is said twice.
  const lines = err.trim().split("\n");
  expect(lines).toEqual([...new Set(lines)]);
});

test("a new case opens once its files hold what the page beside them shows", async () => {
  const folder = join(root, "filled");
  await run(`new ${folder}`);
  const change = (path: string, edit: (text: string) => string): void =>
    writeFileSync(join(folder, path), edit(readFileSync(join(folder, path), "utf8")));
  const page = readFileSync(join(folder, readdirSync(folder).find((path) => path.endsWith(".md")) ?? ""), "utf8");
  const example = (path: string): string =>
    page
      .split("\n")
      .find((line) => line.startsWith(`- **${path}**`))
      ?.match(/`([^`]*)`/)?.[1] ?? "";
  change("case.json", (text) =>
    text
      .replace('"name": ""', '"name": "Prøve"')
      .replace('"code": ""', '"code": "0316"')
      .replace('"sources": []', `"sources": [${example("case.json")}]`),
  );
  for (const path of ["sites.csv", "districts.csv", "pupils.csv", "places.csv"])
    change(path, (text) => `${text}${example(path)}\n`);
  change("roads.geojson", (text) => text.replace("[]", `[${example("roads.geojson")}]`));
  const corners = [
    [11.78, 55.76],
    [11.81, 55.76],
    [11.81, 55.78],
    [11.78, 55.78],
    [11.78, 55.76],
  ];
  const area = { type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [corners] } };
  change("outline.geojson", (text) => text.replace("[]", `[${JSON.stringify(area)}]`));
  const { code, out, err } = await run(`check ${folder} --lang en`);
  expect(code).toBe(0);
  expect(out).toMatch(/1 school with pupils, 1 pupil\./);
  // Those of its areas where nobody lives have no address.
  expect(out).toMatch(/\d\d basic units, 1 address,/);
  expect(out).toContain("The middle of the schools: 55.8° north, 11.8° east.");
  // The rows that further tables are said to begin with are theirs.
  for (const { path, begins } of FURTHER_FILES)
    if (begins !== undefined && path.endsWith(".csv")) writeFileSync(join(folder, path), `${begins}\n`);
  expect(await run(`check ${folder} --lang en`)).toMatchObject({ code: 0, err });
  for (const { path, begins } of FURTHER_FILES)
    if (begins !== undefined && path.endsWith(".csv")) rmSync(join(folder, path));
  // West of Greenwich and south of the equator, where nothing but a reader can tell that the two are swapped.
  for (const path of ["sites.csv", "pupils.csv", "places.csv"])
    change(path, (text) => text.replace(/55\.7\d+;11\.79\d*/g, "-0.2;-78.5"));
  for (const path of ["roads.geojson", "outline.geojson"])
    change(path, (text) =>
      text.replace(/11\.(\d+),\s*55\.(\d+)/g, (_, x, y) => `${-79.3 + Number(`0.${x}`)},${-0.97 + Number(`0.${y}`)}`),
    );
  const moved = await run(`check ${folder} --lang da`);
  expect(moved.out).toMatch(/Skolernes midte: 0,2° syd, 78,5° vest\./);
});

test("a folder that holds something is left as it is", async () => {
  const folder = mkdtempSync(join(root, "mine-"));
  writeFileSync(join(folder, "sites.csv"), "mine");
  const { code, err } = await run(`new ${folder} --lang en`);
  expect([code, readdirSync(folder), readFileSync(join(folder, "sites.csv"), "utf8")]).toEqual([
    2,
    ["sites.csv"],
    "mine",
  ]);
  expect(err).toMatch("is not empty, and nothing was written");
});
