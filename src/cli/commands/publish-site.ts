import { existsSync } from "node:fs";
import { cp, readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Language } from "../../domain/language.ts";
import type { OpenCase } from "../../open-case.ts";
import { flatPage } from "../../publish/flat-page.ts";
import { writeWhole } from "../files.ts";

/** Of the built page all but the case that it was built with. */
const NOT_OF_PAGE: ReadonlySet<string> = new Set(["case"]);
/** What a page opened from a folder goes on to, since browsers run no modules and start no workers from there. */
export const FLAT_PAGE = "kort.html";
const FROM_FOLDER = "from-folder.js";

const builtAt = (name: string): string => fileURLToPath(new URL(`../../../${name}`, import.meta.url));

export const isPageBuilt = (): boolean => existsSync(join(builtAt("web"), "index.html"));

/** Folders and files that an earlier site of this program has in a folder; none of anybody else's. */
export async function clearSite(out: string): Promise<void> {
  for (const name of await readdir(builtAt("web"))) await rm(join(out, name), { recursive: true, force: true });
  for (const name of ["case", "reference", FLAT_PAGE, FROM_FOLDER])
    await rm(join(out, name), { recursive: true, force: true });
}

/** The page and a published case in one folder, for any static host, and a page of it that opens from the folder itself. Its size, bytes and files. */
export async function writeSite(
  out: string,
  files: ReadonlyMap<string, Uint8Array>,
  opened: OpenCase,
  language: Language,
): Promise<{ readonly bytes: number; readonly files: number }> {
  const web = builtAt("web");
  for (const name of await readdir(web))
    if (!NOT_OF_PAGE.has(name)) await cp(join(web, name), join(out, name), { recursive: true });
  if (existsSync(builtAt("reference"))) await cp(builtAt("reference"), join(out, "reference"), { recursive: true });
  for (const [path, bytes] of files) await writeWhole(join(out, "case", path), bytes);
  await writeWhole(join(out, "case/index.json"), `${JSON.stringify({ files: [...files.keys()] })}\n`);
  await writeWhole(join(out, FLAT_PAGE), flatPage(opened, language));
  await writeWhole(join(out, FROM_FOLDER), `if (location.protocol === "file:") location.replace("${FLAT_PAGE}");\n`);
  const index = await readFile(join(web, "index.html"), "utf8");
  await writeWhole(
    join(out, "index.html"),
    index.replace("<script ", `<script src="./${FROM_FOLDER}"></script>\n    <script `),
  );
  return sizeOf(out);
}

async function sizeOf(folder: string): Promise<{ readonly bytes: number; readonly files: number }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size),
  );
  return { bytes: sizes.reduce((sum, size) => sum + size, 0), files: sizes.length };
}
