import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readCaseFolder } from "../../src/cli/files.ts";
import { importCase } from "../../src/import/import-case.ts";
import type { RecipePart } from "../../src/protocol/recipe-file.ts";
import { ImportDesk } from "../../web/import/import-desk.ts";

/** What a planner of Lejre gets hold of in an hour: the schools of the region, a grid of its population, its roads. */
const FOLDER = process.env["SKOLEDISTRIKT_GEODATA"] ?? join(import.meta.dirname, "../../../../shared/geodata");
const FILES = {
  "skoler_bbox_2024_25.geojson": (bytes: Buffer) => bytes,
  "pop_grid_1km_census2021.geojson.gz": (bytes: Buffer) => gunzipSync(bytes),
  "roads_region_noded.geojson.gz": (bytes: Buffer) => gunzipSync(bytes),
} as const;
const missing = Object.keys(FILES).filter((name) => !existsSync(join(FOLDER, name)));
const reason = missing.length > 0 ? ` (not here: ${missing.join(", ")})` : "";
if (missing.length > 0) process.stderr.write(`The newcomer's run is skipped${reason}.\n`);

describe.skipIf(missing.length > 0)(`a newcomer with real files of Lejre${reason}`, () => {
  const files =
    missing.length > 0
      ? []
      : Object.entries(FILES).map(([name, unpack]) => ({
          path: name.replace(/\.gz$/, ""),
          bytes: new Uint8Array(unpack(readFileSync(join(FOLDER, name)))),
        }));

  /** Does what the next step says, as somebody would who knows which municipality it is, until there is nothing more to do. */
  async function followed(
    desk: ImportDesk,
  ): Promise<{ readonly checks: readonly Awaited<ReturnType<ImportDesk["check"]>>[]; readonly answers: number }> {
    const read = await desk.read(files, { year: 2026, language: "da" });
    const checks = [await desk.check(read.recipe)];
    for (let answers = 0; answers < 10; answers++) {
      const { step, recipe } = checks.at(-1)!;
      if (step.kind !== "which") return { checks, answers };
      const wanted = ["Lejre Kommune", "0350", "f"].find((value) => step.values.some(([known]) => known === value))!;
      const choose = (part: RecipePart): RecipePart =>
        part.file === step.part.file ? { ...part, only: { ...part.only, [step.column]: [wanted] } } : part;
      checks.push(await desk.check({ ...recipe, files: recipe.files.map(choose) }));
    }
    throw new Error("never done");
  }

  test("comes to a case by three choices and no round of errors, and the recipe makes the same case on the command line", async () => {
    const { checks, answers } = await followed(new ImportDesk());
    const last = checks.at(-1)!;
    expect(answers).toBe(3);
    expect(
      checks.filter(({ problems }) => problems.some(({ severity }) => severity === "error")).length,
    ).toBeLessThanOrEqual(1);
    expect(last.step.kind).toBe("open");
    expect(last.recipe.case).toMatchObject({ name: "Lejre", code: "0350", schoolYear: "2024/25" });

    const made = importCase(new Map(last.made.map(({ path, bytes }) => [path, bytes]))).value!;
    expect(made.municipality.sites.map(({ name }) => name)).toContain("Hvalsø Skole");
    expect(made.municipality.sites).toHaveLength(7);
    // 3,424 children under 15 in the cells that Lejre's roads lead to, ten of fifteen years of them at school.
    expect(made.notes.pupils.placed).toBe(2283);
    expect(made.municipality.info.syntheticNotice).toBeDefined();

    const folder = mkdtempSync(join(tmpdir(), "skoledistrikt-newcomer-"));
    for (const { path, bytes } of files) writeFileSync(join(folder, path), bytes);
    writeFileSync(join(folder, "recipe.json"), JSON.stringify(last.recipe));
    const again = importCase(await readCaseFolder(folder)).value!;
    rmSync(folder, { recursive: true });
    expect(again.dataHash).toBe(made.dataHash);
  }, 300_000);
});
