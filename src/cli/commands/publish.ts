import { moneyOf } from "../../domain/currency.ts";
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parse } from "jsonc-parser";
import { catalogue } from "../../domain/language.ts";
import { CASE_FILES } from "../../import/case-files.ts";
import { type PublishedCase, publishCase } from "../../publish/publish.ts";
import { publishedText } from "../../report/published-text.ts";
import { requireFolder, stopOnErrors } from "../case.ts";
import { EXIT, type ExitCode, refused } from "../exit.ts";
import { readCaseFolder, readPreparedFolder, writeWhole } from "../files.ts";
import type { Say } from "../say.ts";
import { clearSite, FLAT_PAGE, isPageBuilt, writeSite } from "./publish-site.ts";
import { SERVE_TEXT } from "./serve-text.ts";

const SAID = catalogue("cli.commands.publish", {
  same: {
    da: "--out er sagens egen mappe, og intet er skrevet. Vælg en anden.",
    en: "--out is the case's own folder, and nothing was written. Choose another.",
  },
  notEmpty: {
    da: "{folder} er ikke tom og rummer ingen offentlig sag, og intet er skrevet. Vælg en ny mappe.",
    en: "{folder} is not empty and holds no published case, and nothing was written. Choose a new folder.",
  },
  written: {
    da: "{count} filer er lagt i {folder}. Frø: {seed}.",
    en: "{count} files were written to {folder}. Seed: {seed}.",
  },
  site: {
    da: "Siden er lagt i {folder}: {files} filer, {size, number, ::.0} MB. Læg mappen på en webserver, også i en undermappe; {flat} viser kort og tal direkte fra mappen.",
    en: "The page was written to {folder}: {files} files, {size, number, ::.0} MB. Put the folder on any web server, in a folder of it too; {flat} shows map and figures from the folder itself.",
  },
  leftOut: {
    da: "Ikke med i den offentlige sag: {list}.",
    en: "Not part of the published case: {list}.",
  },
});

export interface PublishRequest {
  readonly folder: string;
  /** How the folder's files become a case; one in the folder needs no name. */
  readonly recipe?: string;
  readonly out: string;
  readonly seed: number;
  /** The case alone, or the page with it. */
  readonly as: "case" | "site";
}

/** `publish CASE --out DIR`: the case as one that may leave the planner's machine, with how far its figures are off; `--site`: in the page. */
export async function publish({ folder, recipe, out, seed, as }: PublishRequest, say: Say): Promise<ExitCode> {
  await requireFolder(folder, say);
  if (resolve(folder) === resolve(out)) throw refused(say, SAID.same);
  if (as === "site" && !isPageBuilt()) throw refused(say, SERVE_TEXT.pageNotBuilt);
  const caseFolder = as === "site" ? join(out, "case") : out;
  const before = await earlierFiles(out, caseFolder);
  if (!before) throw refused(say, SAID.notEmpty, { folder: out });
  const made = await madeOf(folder, recipe, seed, say);
  for (const path of before) await rm(join(caseFolder, path));
  const currency = moneyOf(made.opened.basis.municipality.info);
  const told = publishedText(made.published, made.opened.plans, currency, say.language);
  for (const line of told) say.answer(line);
  if (made.leftOut.length > 0) say.answer(say.text(SAID.leftOut, { list: made.leftOut.join(", ") }));
  if (as === "site") {
    await clearSite(out);
    const { bytes, files } = await writeSite(out, made.files, made.opened, say.language);
    say.answer(say.text(SAID.site, { folder: out, files, size: bytes / 1_000_000, flat: FLAT_PAGE }));
    return EXIT.ok;
  }
  for (const [path, bytes] of made.files) await writeWhole(join(out, path), bytes);
  say.answer(say.text(SAID.written, { count: made.files.size, folder: out, seed: String(made.published.seed) }));
  return EXIT.ok;
}

/** What a folder's files are as a case that may leave the machine. */
async function madeOf(folder: string, recipe: string | undefined, seed: number, say: Say): Promise<PublishedCase> {
  const { files, origins, issues: prepared } = await readPreparedFolder(folder, recipe);
  if (files.size === 0 && prepared.length > 0) {
    say.issues(prepared);
    throw stopOnErrors(prepared, say);
  }
  const { value, issues: found } = await publishCase(files, { seed });
  // Where a recipe made the case, a problem is told of the file that is there.
  const issues = [...prepared, ...found.map(origins.asFound)];
  say.issues(issues);
  if (!value || issues.some(({ severity }) => severity === "error")) throw stopOnErrors(issues, say);
  return value;
}

/** The files of a case published earlier in a folder that is empty or holds one; `undefined` for any other folder. */
async function earlierFiles(out: string, caseFolder: string): Promise<readonly string[] | undefined> {
  await mkdir(out, { recursive: true });
  if ((await readdir(out)).length === 0) return [];
  const text = await readFile(join(caseFolder, CASE_FILES.case), "utf8").catch(() => "");
  const found: unknown = parse(text);
  const isPublished = typeof found === "object" && found !== null && "published" in found;
  return isPublished ? [...(await readCaseFolder(caseFolder)).keys()] : undefined;
}
