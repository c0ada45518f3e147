import { lstat, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "jsonc-parser";
import { CASE_FILES, CASE_FOLDERS, isCaseFile } from "../import/case-files.ts";

/**
 * Paths of the files that import reads, in order. Whatever else lies in the folder stays there, and so does what a link leads
 * to: it can be anywhere on the machine.
 */
export async function listCaseFiles(folder: string): Promise<string[]> {
  const top = await filesIn(folder, "");
  const inside = await Promise.all(
    CASE_FOLDERS.map(async (own) => ((await isFolder(join(folder, own))) ? filesIn(join(folder, own), `${own}/`) : [])),
  );
  return [...top, ...inside.flat()].filter(isCaseFile).toSorted();
}

const filesIn = async (folder: string, prefix: string): Promise<string[]> =>
  (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => `${prefix}${name}`);

const isFolder = async (path: string): Promise<boolean> =>
  (await lstat(path).catch(() => undefined))?.isDirectory() === true;

/** Whether the case says that its pupils are synthetic, or that it was made to be published; one that cannot be read says neither. */
export async function mayLeave(folder: string, made?: MadeFiles): Promise<"synthetic" | "published" | undefined> {
  const own = made ? new TextDecoder().decode(made.get(CASE_FILES.case)) : undefined;
  const text = own ?? (await readFile(join(folder, CASE_FILES.case), "utf8").catch(() => ""));
  const found: unknown = parse(text);
  if (typeof found !== "object" || found === null) return undefined;
  if ("synthetic" in found && Boolean(found.synthetic)) return "synthetic";
  return "published" in found && Boolean(found.published) ? "published" : undefined;
}

/** The files of a case that a recipe made of a folder's, held in memory: nothing of them is written anywhere. */
export type MadeFiles = ReadonlyMap<string, Uint8Array>;
