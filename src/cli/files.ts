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

/**
 * Writes a whole file or none: beside its place first, then moved there. Elsewhere Ctrl-C ends the program at once; while a
 * file is being written it waits until that file is whole.
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  let interrupted = false;
  const wait = () => (interrupted = true);
  process.on("SIGINT", wait);
  await mkdir(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}.part`;
  try {
    await writeFile(beside, text);
    await rename(beside, path);
  } finally {
    await rm(beside, { force: true });
    process.off("SIGINT", wait);
  }
  if (interrupted) process.exit(128 + SIGINT);
}

const SIGINT = 2;
