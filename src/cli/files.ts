import { createHash } from "node:crypto";
import { type Dirent, constants } from "node:fs";
import {
  access,
  chmod,
  mkdir,
  readdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Sha256 } from "../import/data-hash.ts";
import { CASE_FOLDERS, isCaseFile, isOfCase } from "../import/case-files.ts";
import { prepareFolder, type PreparedFolder } from "../import/wizard/prepare.ts";
import { RECIPE_FILE } from "../import/wizard/recipe-name.ts";

/** Node's own, which takes a seventh of the time. */
export const nodeSha256: Sha256 = () => {
  const hash = createHash("sha256");
  return { update: (bytes) => void hash.update(bytes), hex: () => hash.digest("hex") };
};

/** The name that stands for standard output. */
export const STANDARD_OUTPUT = "-";

/**
 * The files of a case folder as bytes by path; folders and files that no case has are left alone. Files that look as if they
 * were meant for one are there by name, without their bytes.
 */
export const readCaseFolder = async (folder: string): Promise<Map<string, Uint8Array>> =>
  new Map((await readPreparedFolder(folder)).files);

/** The same with what was found where a recipe made it of files as people have them: one in the folder, or one that is named. */
export async function readPreparedFolder(folder: string, recipe?: string): Promise<PreparedFolder> {
  const isMade = recipe !== undefined || (await found(join(folder, RECIPE_FILE)))?.isFile() === true;
  if (!isMade) return prepareFolder(await readOwnFiles(folder));
  const given = recipe === undefined ? undefined : { name: recipe, bytes: await readBytes(recipe) };
  return prepareFolder(await readAllFiles(folder), given);
}

/** Files in the folder and in those right inside it; what is hidden is nobody's data. */
async function readAllFiles(folder: string): Promise<Map<string, Uint8Array>> {
  const top = await readdir(folder, { withFileTypes: true });
  const inside = await Promise.all(
    top
      .filter((entry) => entry.isDirectory())
      .map(async ({ name }) => names(await readdir(join(folder, name), { withFileTypes: true }), `${name}/`)),
  );
  const paths = [...names(top, ""), ...inside.flat()].filter((path) => !/(^|\/)\./.test(path)).toSorted();
  return new Map(await Promise.all(paths.map(async (path) => [path, await readBytes(join(folder, path))] as const)));
}

async function readOwnFiles(folder: string): Promise<Map<string, Uint8Array>> {
  const top = await readdir(folder, { withFileTypes: true });
  const inside = await Promise.all(
    CASE_FOLDERS.map(async (own) =>
      (await isFolder(join(folder, own)))
        ? names(await readdir(join(folder, own), { withFileTypes: true }), `${own}/`)
        : [],
    ),
  );
  const paths = [...names(top, ""), ...inside.flat()].filter(isOfCase).toSorted();
  const read = await Promise.all(
    paths.map(async (path): Promise<readonly [string, Uint8Array] | undefined> => {
      if (!isCaseFile(path)) return [path, new Uint8Array()];
      // A link is followed, as every other program does; a folder of that name is no file.
      const at = join(folder, path);
      if (await isFolder(at)) return undefined;
      return [path, await readBytes(at)];
    }),
  );
  return new Map(read.filter((entry) => entry !== undefined));
}

const names = (entries: readonly Dirent[], before: string): readonly string[] =>
  entries.filter((entry) => !entry.isDirectory()).map(({ name }) => `${before}${name}`);

export const isFolder = async (path: string): Promise<boolean> => (await found(path))?.isDirectory() ?? false;

/** A file's bytes; what the system says of it names the file, which it does not always do by itself. */
export async function readBytes(path: string): Promise<Uint8Array> {
  const { buffer, byteOffset, length } = await readFile(path).catch((error: unknown) => rethrow(error, path));
  return new Uint8Array(buffer, byteOffset, length);
}

function rethrow(error: unknown, path: string): never {
  throw error instanceof Error && !("path" in error) ? Object.assign(error, { path }) : error;
}

/** What is at a path, links followed; `undefined` where there is nothing. */
const found = (path: string) => stat(path).catch(() => undefined);

/**
 * Where a path leads: through links to the file's own place, also where that does not exist yet, so that two names of one file
 * are the same text.
 */
export async function realPlace(path: string): Promise<string> {
  let at = resolve(path);
  for (let hops = 0; hops < MOST_LINKS; hops++) {
    const next = await readlink(at).catch(() => undefined);
    if (next === undefined) break;
    at = resolve(dirname(at), next);
  }
  const folder = await realpath(dirname(at)).catch(() => dirname(at));
  return join(folder, at.slice(dirname(at).length));
}

const MOST_LINKS = 40;

/** Files that are open already, by whatever name: opening them anew would begin at their start. */
const OPEN_ALREADY = /^\/(dev\/(stdout|stderr|fd\/)|proc\/(self|\d+)\/fd\/)/;

/**
 * Writes a whole file or none: beside its place first, then moved there. A link keeps pointing where it does; a pipe, a device
 * and a file of several names are written into. Elsewhere Ctrl-C ends the program at once; while a file is being written it
 * waits until that file is whole. `mode`: of a file that is new.
 */
export async function writeWhole(
  path: string,
  text: string | Uint8Array | AsyncIterable<string>,
  mode = 0o666,
): Promise<void> {
  let interrupted = false;
  const wait = () => (interrupted = true);
  process.on("SIGINT", wait);
  try {
    await writeTo(path, text, mode).catch((error: unknown) => rethrow(error, path));
  } finally {
    process.off("SIGINT", wait);
  }
  if (interrupted) process.exit(128 + SIGINT);
}

async function writeTo(path: string, text: string | Uint8Array | AsyncIterable<string>, mode: number): Promise<void> {
  if (OPEN_ALREADY.test(path)) return writeFile(path, text, { flag: "a" });
  const there = await found(path);
  if (there && (!there.isFile() || there.nlink > 1)) return writeFile(path, text);
  const place = await realPlace(path);
  await mkdir(dirname(place), { recursive: true });
  const beside = `${place}.${process.pid}.part`;
  // A folder that takes no new file may hold one that can be written.
  if (there && !(await mayWrite(dirname(place)))) return writeFile(place, text);
  if (there) await access(place, constants.W_OK);
  try {
    await writeFile(beside, text, { mode });
    if (there) await chmod(beside, there.mode);
    await rename(beside, place);
  } finally {
    await rm(beside, { force: true });
  }
}

export const mayWrite = async (path: string): Promise<boolean> =>
  access(path, constants.W_OK).then(
    () => true,
    () => false,
  );

const SIGINT = 2;
