import { quoted, quotedList } from "../../src/domain/language.ts";
import type { RECIPE_ISSUES } from "../../src/import/issue-texts-recipe.ts";
import { TINY_FILES } from "../cases/tiny.ts";
import { A_ROAD, BOX, collection, type Fault, json } from "./fault-tools.ts";

const SITES = { id: "id", name: "name", lat: "lat", lon: "lon", grades: "grades", district: "district" };
const PUPILS = {
  lat: "lat",
  lon: "lon",
  ...Object.fromEntries([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((grade) => [`pupils_${grade}`, `${grade}`])),
};
const without = (role: keyof typeof SITES): object =>
  Object.fromEntries(Object.entries(SITES).filter(([other]) => other !== role));

/** A recipe by which the tiny case's schools and pupils come from files of other names. */
const recipe = (...files: readonly object[]): string =>
  json({ format: "skoledistrikt-recipe", version: 1, districts: "as-named", files });
const schools = (rest: object = {}, name = "Skoler_2025.csv") => ({ file: name, is: "sites", columns: SITES, ...rest });
const SCHOOLS = { "Skoler_2025.csv": TINY_FILES["sites.csv"], "sites.csv": undefined };
const GRID = collection({ ...BOX, properties: { born: 30 } });
const grid = (rest: object = {}): object => ({
  file: "grid.geojson",
  is: "children",
  columns: { children: "born" },
  ...rest,
});

/** For every issue of a recipe, one fault that provokes it. */
export const RECIPE_FAULTS: Readonly<Record<keyof typeof RECIPE_ISSUES, Fault>> = {
  "recipe.unread": {
    changes: { ...SCHOOLS, "Skoler_2025.csv": Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), "recipe.json": recipe(schools()) },
    issue: { file: "Skoler_2025.csv", values: { found: "Excel 97-2003" } },
  },
  "recipe.file-missing": {
    changes: { "recipe.json": recipe(schools()) },
    issue: { file: "recipe.json", values: { name: "Skoler_2025.csv" } },
  },
  "recipe.file-several": {
    changes: {
      "Skoler_2026.csv": TINY_FILES["sites.csv"],
      "Skoler_2027.csv": TINY_FILES["sites.csv"],
      "recipe.json": recipe(schools()),
    },
    issue: { file: "recipe.json", values: { name: "Skoler_2025.csv", found: "Skoler_2026.csv, Skoler_2027.csv" } },
  },
  "recipe.other-year": {
    changes: { ...SCHOOLS, "recipe.json": recipe(schools({}, "Skoler_2024.csv")) },
    issue: { file: "Skoler_2025.csv", values: { recipe: "Skoler_2024.csv" } },
  },
  "recipe.file-extra": {
    changes: { ...SCHOOLS, "noter.csv": "a;b\n1;2\n", "recipe.json": recipe(schools()) },
    issue: { file: "noter.csv" },
  },
  "recipe.no-part": {
    changes: { ...SCHOOLS, "recipe.json": recipe(schools({ part: "Ark9" })) },
    issue: { file: "Skoler_2025.csv", values: { part: "Ark9", found: quotedList(["table"]) } },
  },
  "recipe.column-missing": {
    changes: { ...SCHOOLS, "recipe.json": recipe(schools({ columns: { ...SITES, name: "Skole" } })) },
    issue: {
      file: "Skoler_2025.csv",
      values: { column: quoted("Skole"), found: quotedList(TINY_FILES["sites.csv"].split("\n")[0].split(";")) },
    },
  },
  "recipe.nothing-left": {
    changes: { ...SCHOOLS, "recipe.json": recipe(schools({ only: { town: ["Roskilde"] } })) },
    issue: { file: "Skoler_2025.csv", values: { columns: quotedList(["town"]) } },
  },
  "recipe.rows-left-out": {
    changes: { ...SCHOOLS, "recipe.json": recipe(schools({ only: { town: ["Nordby", "Østby", "Vestby"] } })) },
    issue: { file: "Skoler_2025.csv", values: { count: 1, kept: 3 } },
  },
  "recipe.rows-elsewhere": {
    changes: {
      "pupils.csv": undefined,
      "elever.csv": `${TINY_FILES["pupils.csv"]}\n57;9;1;1;1;1;1;1;1;1;1;1\n`,
      "veje.geojson": TINY_FILES["roads.geojson"],
      "recipe.json": recipe(
        { file: "elever.csv", is: "pupils", columns: PUPILS, where: "near-roads" },
        { file: "veje.geojson", is: "roads" },
      ),
    },
    issue: { file: "elever.csv", values: { count: 1, kept: 9 } },
  },
  "recipe.systems": {
    changes: {
      "a.geojson": TINY_FILES["roads.geojson"],
      "b.geojson": collection(A_ROAD),
      "recipe.json": recipe({ file: "a.geojson", is: "roads" }, { file: "b.geojson", is: "roads" }),
    },
    issue: { file: "a.geojson", values: { path: "roads.geojson" } },
  },
  "recipe.ids-made": {
    changes: { ...SCHOOLS, "plans/two.json": undefined, "recipe.json": recipe(schools({ columns: without("id") })) },
    issue: { file: "Skoler_2025.csv", values: { count: 4 } },
  },
  "recipe.grades-assumed": {
    changes: { ...SCHOOLS, "recipe.json": recipe(schools({ columns: without("grades"), grades: "0-9" })) },
    issue: { file: "Skoler_2025.csv", values: { grades: "0-9", count: 4 } },
  },
  "recipe.district-a-school": {
    changes: {
      ...SCHOOLS,
      "districts.csv": undefined,
      "recipe.json": json({
        format: "skoledistrikt-recipe",
        version: 1,
        districts: "one-a-school",
        files: [schools()],
      }),
    },
    issue: { file: "Skoler_2025.csv", values: { count: 4 } },
  },
  "recipe.districts-named": {
    changes: { ...SCHOOLS, "districts.csv": undefined, "recipe.json": recipe(schools()) },
    issue: { file: "Skoler_2025.csv", values: { count: 3, names: quotedList(["N", "S", "V"]) } },
  },
  "recipe.children": {
    changes: { "pupils.csv": undefined, "grid.geojson": GRID, "recipe.json": recipe(grid()) },
    issue: { file: "grid.geojson", values: { children: 30, youngest: 0, oldest: 14, pupils: 20 } },
  },
};
