import { isCaseFile, isOfCase } from "../../src/index.ts";
import type { CaseFileBytes } from "../worker/messages.ts";
import type { HandedOver } from "./handed-over.ts";
import { isWholeCase } from "./whole-case.ts";

/** Files dropped on the page: a folder with all in it, or the files themselves. Paths are from the folder with case.json. */
export const readDropped = async (given: HandedOver): Promise<readonly CaseFileBytes[]> =>
  readFiles(await filesDropped(given));

/** All files dropped, whatever they are, by their paths from where they were dropped. */
export async function filesDropped({ entries, files: loose }: HandedOver): Promise<readonly PathFile[]> {
  const found = entries.length > 0 ? (await Promise.all(entries.map((entry) => filesIn(entry, "")))).flat() : [];
  return found.length > 0 ? found : loose.map((file) => ({ path: file.name, file }));
}

/** Files picked in the file dialog. */
export const readPicked = (files: Iterable<File>): Promise<readonly CaseFileBytes[]> => readFiles(filesPicked(files));

export const filesPicked = (files: Iterable<File>): readonly PathFile[] =>
  [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));

/** What files of data are called, of which a case may be made; a plan or a proposal is JSON by another name. */
const DATA = /\.(csv|tsv|txt|xlsx|xlsm|xls|ods|geojson|geojsonl|geojsons|gpkg|fgb|kml|kmz|shp|dbf|zip|pbf)$/i;

/** Whether a file may be one of those that a case is made of. */
export const isData = (name: string): boolean => DATA.test(name);

interface PathFile {
  readonly path: string;
  readonly file: File;
}

/** The bytes of all files but hidden ones, by paths from the folder that holds them all. */
export async function readAll(files: readonly PathFile[]): Promise<readonly CaseFileBytes[]> {
  const root = rootOf(files.map(({ path }) => path));
  return Promise.all(
    files
      .filter(({ path }) => path.startsWith(root) && !/(^|\/)[.~]/.test(path.slice(root.length)))
      .map(async ({ path, file }) => ({
        path: path.slice(root.length),
        bytes: new Uint8Array(await file.arrayBuffer()),
      })),
  );
}

async function readFiles(files: readonly PathFile[]): Promise<readonly CaseFileBytes[]> {
  const root = rootOf(files.map(({ path }) => path));
  const inside = files
    .filter(({ path }) => path.startsWith(root))
    .map(({ path, file }) => ({ path: asCasePath(path.slice(root.length), root), file }));
  const isCase = isWholeCase(inside);
  return Promise.all(
    inside
      .filter(({ path }) => isOfCase(path))
      .map(async ({ path, file }) => ({
        path,
        // What import does not read it only names.
        bytes: isCase && !isCaseFile(path) ? new Uint8Array() : new Uint8Array(await file.arrayBuffer()),
      })),
  );
}

/** The folder that holds case.json, with its slash; "" for loose files. */
export function rootOf(paths: readonly string[]): string {
  const caseFile = paths.filter((path) => /(^|\/)case\.json$/.test(path)).toSorted((a, b) => a.length - b.length)[0];
  if (caseFile !== undefined) return caseFile.slice(0, -"case.json".length);
  const [first = ""] = paths;
  const folder = first.slice(0, first.indexOf("/") + 1);
  return paths.every((path) => path.startsWith(folder)) ? folder : "";
}

/** A loose file named like a year or a plan came from plans/. */
const asCasePath = (path: string, root: string): string =>
  root === "" && /^[^/]+\.json$/.test(path) && !isCaseFile(path) ? `plans/${path}` : path;

async function filesIn(entry: FileSystemEntry, folder: string): Promise<readonly PathFile[]> {
  const path = `${folder}${entry.name}`;
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ path, file }];
  }
  if (!isDirectory(entry)) return [];
  const inside = await entriesOf(entry);
  return (await Promise.all(inside.map((child) => filesIn(child, `${path}/`)))).flat();
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** A reader gives a folder's entries in portions, the last one empty. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (portion.length === 0) return all;
    all.push(...portion);
  }
}
