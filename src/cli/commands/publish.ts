import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parse } from "jsonc-parser";
import { catalogue } from "../../domain/language.ts";
import { CASE_FILES } from "../../import/case-files.ts";
import { publishCase } from "../../publish/publish.ts";
import { publishedText } from "../../report/published-text.ts";
import { requireFolder, stopOnErrors } from "../case.ts";
import { EXIT, type ExitCode, refused } from "../exit.ts";
import { readCaseFolder, writeWhole } from "../files.ts";
import type { Say } from "../say.ts";

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
  leftOut: {
    da: "Ikke med i den offentlige sag: {list}.",
    en: "Not part of the published case: {list}.",
  },
});

export interface PublishRequest {
  readonly folder: string;
  readonly out: string;
  readonly seed: number;
}

/** `publish CASE --out DIR`: the case as one that may leave the planner's machine, with how far its figures are off. */
export async function publish({ folder, out, seed }: PublishRequest, say: Say): Promise<ExitCode> {
  await requireFolder(folder, say);
  if (resolve(folder) === resolve(out)) throw refused(say, SAID.same);
  const before = await earlierFiles(out);
  if (!before) throw refused(say, SAID.notEmpty, { folder: out });
  const { value, issues } = publishCase(await readCaseFolder(folder), { seed });
  say.issues(issues);
  if (!value) throw stopOnErrors(issues, say);
  for (const path of before) await rm(join(out, path));
  for (const [path, bytes] of value.files) await writeWhole(join(out, path), bytes);
  for (const line of publishedText(value.published, value.opened.plans, say.language)) say.answer(line);
  if (value.leftOut.length > 0) say.answer(say.text(SAID.leftOut, { list: value.leftOut.join(", ") }));
  say.answer(say.text(SAID.written, { count: value.files.size, folder: out, seed: String(seed) }));
  return EXIT.ok;
}

/** The files of an empty folder, or of one that holds a case published earlier; `undefined` for any other. */
async function earlierFiles(folder: string): Promise<readonly string[] | undefined> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length === 0) return [];
  const text = await readFile(join(folder, CASE_FILES.case), "utf8").catch(() => "");
  const found: unknown = parse(text);
  const isPublished = typeof found === "object" && found !== null && "published" in found;
  return isPublished ? [...(await readCaseFolder(folder)).keys()] : undefined;
}
