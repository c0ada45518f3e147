import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { TINY_FILES, TINY_PUPILS } from "../cases/tiny.ts";
import { run } from "./run.ts";

const root = mkdtempSync(join(tmpdir(), "skoledistrikt-recipe-"));
afterAll(() => rmSync(root, { recursive: true }));
const write = (name: string, text: string): string => {
  const path = join(root, name);
  writeFileSync(path, text);
  return path;
};

const RECIPE = {
  format: "skoledistrikt-recipe",
  version: 1,
  case: { name: "Lilleby", code: "0999", schoolYear: "2025/26", priceYear: 2026 },
  districts: "as-named",
  files: [
    {
      file: "Skoler_2025.csv",
      is: "sites",
      columns: { id: "id", name: "name", lat: "lat", lon: "lon", grades: "grades", district: "district" },
    },
    {
      file: "elever.csv",
      is: "pupils",
      columns: {
        lat: "lat",
        lon: "lon",
        ...Object.fromEntries(Array.from({ length: 10 }, (_, grade) => [`pupils_${grade}`, String(grade)])),
      },
    },
    { file: "veje.geojson", is: "roads" },
  ],
};

test("a recipe from elsewhere makes a case of next year's files on any command, and a fault is told of the file that is there", async () => {
  const folder = mkdtempSync(join(root, "files-"));
  writeFileSync(join(folder, "Skoler_2026.csv"), TINY_FILES["sites.csv"]);
  writeFileSync(join(folder, "elever.csv"), TINY_FILES["pupils.csv"]);
  writeFileSync(join(folder, "veje.geojson"), TINY_FILES["roads.geojson"]);
  const recipe = write("opskrift.json", JSON.stringify(RECIPE));
  const checked = await run(`check ${folder} --recipe ${recipe}`);
  expect(checked.code).toBe(0);
  expect(checked.out).toContain(`${TINY_PUPILS} elever`);
  expect(checked.err).toContain("Skoler_2026.csv");
  expect((await run(`consolidate ${folder} --districts 2 --recipe ${recipe}`)).code).toBe(0);

  const out = join(root, "published");
  const published = await run(`publish ${folder} --recipe ${recipe} --out ${out}`);
  expect([published.code, readdirSync(out).includes("pupils.csv")]).toEqual([0, true]);
  expect((await run(`check ${out}`)).out).toContain("Offentlig sag");

  writeFileSync(join(folder, "elever.csv"), TINY_FILES["pupils.csv"].replace(/;2\n/, ";mange\n"));
  const faulty = await run(`check ${folder} --recipe ${recipe}`);
  expect(faulty.code).toBe(2);
  expect(faulty.err).toMatch(/elever\.csv, linje 2, kolonne 9: .*mange/);
  const kept = await run(`publish ${folder} --recipe ${recipe} --out ${join(root, "other")}`);
  expect([kept.code, readdirSync(join(root, "other"))]).toEqual([2, []]);
  expect(kept.err).toMatch(/elever\.csv, linje 2, kolonne 9: .*mange/);
});
