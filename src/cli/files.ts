import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { EXIT, CommandError } from "./exit.ts";
import type { Say } from "./say.ts";

const WANTED = /^[^/]+\.(json|csv|geojson)$|^plans\/[^/]+\.json$/;

/** The files of a case folder as bytes by path; folders and files that no case has are left alone. */
export async function readCaseFolder(folder: string): Promise<Map<string, Uint8Array>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => WANTED.test(path))
    .toSorted();
  const bytes = await Promise.all(paths.map((path) => readFile(join(folder, path))));
  return new Map(paths.map((path, i) => [path, new Uint8Array(bytes[i])]));
}

export async function requireFolder(folder: string, say: Say): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory()) return;
  throw new CommandError(
    EXIT.input,
    say.text({
      da: `Mappen "${folder}" findes ikke. Angiv en mappe med case.json, for eksempel data/holbaek.`,
      en: `The folder "${folder}" does not exist. Name a folder with case.json, such as data/holbaek.`,
    }),
  );
}

const pending = new Set<string>();

/** Writes a whole file or none: beside its place first, then moved there. An interrupted run leaves nothing behind. */
export async function writeWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}.part`;
  pending.add(beside);
  try {
    await writeFile(beside, text);
    await rename(beside, path);
  } finally {
    pending.delete(beside);
    await rm(beside, { force: true });
  }
}

/** Half-written files to remove when the program is interrupted. */
export const unfinishedFiles = (): readonly string[] => [...pending];
