import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openCase } from "../../src/open-case.ts";
import { FORMATS } from "../../src/import/formats/readers.ts";
import { shapefileOfLines } from "../cases/shapefile.ts";
import { TINY_FILES, TINY_PUPILS } from "../cases/tiny.ts";
import { workbookOf } from "../import/formats/workbook-bytes.ts";
import { axeFaults } from "./axe-faults.ts";
import { openSite, type Site, type Visit } from "./open-page.ts";

const hasShapefiles = FORMATS.some(({ key }) => (key as string) === "shapefile");
if (!hasShapefiles)
  process.stderr.write("The wizard's shapefile is a GeoJSON here: there is no reader of shapefiles.\n");

/** The tiny case as its planner has it: a workbook of schools, a table of pupils, roads of a map program. */
const SCHOOLS = TINY_FILES["sites.csv"]
  .trim()
  .split("\n")
  .map((row) => row.split(";").slice(0, 7));
const workbook = workbookOf({
  name: "Skoler",
  rows: SCHOOLS.map((row, i) =>
    i === 0 ? ["Skolenr", "Skole", "By", "Breddegrad", "Længdegrad", "Klassetrin", "Distrikt"] : row,
  ),
});
const PUPILS = TINY_FILES["pupils.csv"].replace(
  /^.*/,
  `bredde;længde;${Array.from({ length: 10 }, (_, grade) => `${grade}. klasse`).join(";")}`,
);
const lines = (
  JSON.parse(TINY_FILES["roads.geojson"]) as { features: { geometry: { coordinates: [number, number][] } }[] }
).features.map(({ geometry }) => geometry.coordinates);
const roads = hasShapefiles
  ? { name: "veje.zip", bytes: shapefileOfLines("veje", lines, "road") }
  : { name: "veje.geojson", bytes: new TextEncoder().encode(TINY_FILES["roads.geojson"]) };

let site: Site;
let visit: Visit;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "skoledistrikt-wizard-"));
  mkdirSync(join(folder, "Data"));
  writeFileSync(join(folder, "Data", "Skoler_2025.xlsx"), workbook);
  writeFileSync(join(folder, "Data", "elever pr. adresse.csv"), PUPILS);
  writeFileSync(join(folder, roads.name), roads.bytes);
  site = await openSite();
  visit = await site.visit();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await visit.page.evaluate(() => sessionStorage.clear());
  await site.leave();
});

const step = (page: Page) => page.locator(".import-step [role=status]");
const stepSays = (page: Page, words: string) => step(page).filter({ hasText: words }).waitFor();
const caseName = (page: Page) =>
  page.evaluate(() => {
    const { caseState } = window.skoledistrikt!.store.state();
    return caseState.status === "open" ? `${caseState.view.name} ${caseState.view.pupils}` : "";
  });

describe("somebody who has files and has never seen the page", () => {
  test("brings a folder with a workbook and a table, and is told what is there, what lacks and where it is had", async () => {
    const { page } = visit;
    await page.getByRole("button", { name: "Hjælp" }).click();
    await page.getByRole("button", { name: "Start med jeres egne filer" }).click();
    await page.locator(".import-bring input[webkitdirectory]").setInputFiles(join(folder, "Data"));
    await stepSays(page, "Der mangler en fil: veje.");
    await page.getByText("dataforsyningen.dk", { exact: false }).waitFor();
    expect(await page.getByLabel("Hvad er Skoler_2025.xlsx?").inputValue()).toBe("sites");
    expect(await page.getByLabel("Hvad er elever pr. adresse.csv?").inputValue()).toBe("pupils");
    await page.getByText(`4 skoler og ${TINY_PUPILS} elever på 9 steder`).waitFor();
  });

  test("sees the same fault in many rows as one line that opens to file, row, column and value", async () => {
    const { page } = visit;
    const damaged = PUPILS.split("\n").map((row, i) => (i > 0 && row !== "" ? row.replace(/;[^;]*$/, ";mange") : row));
    const file = { name: "elever pr. adresse.csv", mimeType: "text/csv", buffer: Buffer.from(damaged.join("\n")) };
    await page.locator(".import-bring input").first().setInputFiles([file]);
    const line = page.locator(".import-problems li.error summary", { hasText: "(9 steder)" });
    await line.click();
    const first = page.locator(".import-problems li.error tbody tr").first();
    expect(await first.locator("td").allInnerTexts()).toEqual(
      expect.arrayContaining(["elever pr. adresse.csv", "2", "9. klasse"]),
    );
    expect(await first.innerText()).toContain("mange");
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Hent en liste over fejlene (CSV)" }).click();
    expect((await download).suggestedFilename()).toBe("elever pr. adresse - fejl.csv");
  });

  test("puts the file right and the roads of a map program beside it, and has a case that survives a reload", async () => {
    const { page, errors } = visit;
    await page
      .locator(".import-bring input")
      .first()
      .setInputFiles([join(folder, "Data", "elever pr. adresse.csv"), join(folder, roads.name)]);
    await stepSays(page, "Filerne kan åbnes som en sag.");
    expect(await axeFaults(page, ".dialog-import")).toEqual([]);
    await page.getByLabel("Kommune", { exact: true }).fill("Lilleby");
    await page.getByLabel("Kommune", { exact: true }).blur();
    await stepSays(page, "Filerne kan åbnes som en sag.");
    const packed = page.waitForEvent("download");
    await page.getByRole("button", { name: "Gem sagsmappen (zip)" }).click();
    const chunks: Buffer[] = [];
    for await (const chunk of await (await packed).createReadStream()) chunks.push(chunk as Buffer);
    const saved = openCase(new Map(Object.entries(unzipSync(new Uint8Array(Buffer.concat(chunks))))));
    expect(saved.value?.basis.pupils).toBe(TINY_PUPILS);

    await page.getByRole("button", { name: "Åbn sagen på kortet" }).click();
    await page.waitForFunction(() => window.skoledistrikt?.store.state().caseState.status === "open");
    await expect.poll(() => caseName(page)).toBe(`Lilleby ${TINY_PUPILS}`);
    await page.reload();
    await expect.poll(() => caseName(page).catch(() => "")).toBe(`Lilleby ${TINY_PUPILS}`);
    // What was chosen is there too, and can be gone on with.
    await page.evaluate(() => window.skoledistrikt!.store.dispatch({ kind: "dialog", dialog: "import" }));
    await stepSays(page, "Filerne kan åbnes som en sag.");
    expect(await page.getByLabel("Kommune", { exact: true }).inputValue()).toBe("Lilleby");
    expect(errors).toEqual([]);
  });
});
