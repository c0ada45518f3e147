import { ADDRESSES_FILE } from "../../src/index.ts";
import type { CaseFileBytes } from "../worker/messages.ts";
import { NotFetched } from "./fault.ts";

/** Files of the case that lies beside the page, at `case/`, as its list names them; its addresses, which are many, come when they are asked for. */
export async function fetchCase(base: string): Promise<readonly CaseFileBytes[]> {
  const paths = await listedPaths(base);
  return Promise.all(paths.filter((path) => path !== ADDRESSES_FILE).map((path) => fetchFile(base, path)));
}

/** What was left out of that case: its addresses, whole, so that nobody hears which one is searched for. */
export async function fetchAddresses(base: string): Promise<readonly CaseFileBytes[]> {
  const paths = await listedPaths(base);
  return Promise.all(paths.filter((path) => path === ADDRESSES_FILE).map((path) => fetchFile(base, path)));
}

async function listedPaths(base: string): Promise<readonly string[]> {
  const list = new URL("case/index.json", base);
  const listed: unknown = await (await get(list)).json().catch((error: unknown) => {
    throw new NotFetched("answered", `${list.pathname}: ${String(error)}`);
  });
  return pathsIn(listed);
}

async function fetchFile(base: string, path: string): Promise<CaseFileBytes> {
  const response = await get(new URL(`case/${path}`, base));
  return { path, bytes: new Uint8Array(await response.arrayBuffer()) };
}

async function get(address: URL): Promise<Response> {
  const response = await fetch(address).catch((error: unknown) => {
    throw new NotFetched("unreachable", `${address.pathname}: ${String(error)}`);
  });
  const { ok, status } = response;
  if (!ok) throw new NotFetched(status === 404 ? "missing" : "answered", `${address.pathname}: ${status}`);
  return response;
}

function pathsIn(listed: unknown): readonly string[] {
  if (typeof listed !== "object" || listed === null || !("files" in listed) || !Array.isArray(listed.files)) return [];
  return listed.files.filter((path): path is string => typeof path === "string");
}

const WANTED = /\.(json|csv|geojson)$|(^|\/)gtfs\/[^/]+\.txt$|gtfs[^/]*\.zip$/i;

/** Files dropped on the page: a folder with all in it, or the files themselves. Paths are from the folder with case.json. */
export async function readDropped(items: DataTransfer): Promise<readonly CaseFileBytes[]> {
  const entries = [...items.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const found = entries.length > 0 ? (await Promise.all(entries.map((entry) => filesIn(entry, "")))).flat() : [];
  const files = found.length > 0 ? found : [...items.files].map((file) => ({ path: file.name, file }));
  return readFiles(files);
}

/** Files picked in the file dialog. */
export const readPicked = (files: Iterable<File>): Promise<readonly CaseFileBytes[]> =>
  readFiles([...files].map((file) => ({ path: file.webkitRelativePath || file.name, file })));

/** Whether files are a case's folder, with or without faults in it, and not one file of it or something else. */
export const isWholeCase = (files: readonly Pick<CaseFileBytes, "path">[]): boolean =>
  files.length > 1 && files.some(({ path }) => path === "case.json");

/** Whether a file is written as a proposal, a plan or a question is, whatever it is called. */
export const isWritten = ({ bytes }: Pick<CaseFileBytes, "bytes">): boolean => {
  const [first] = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
  return first === "{" || first === "<";
};

interface PathFile {
  readonly path: string;
  readonly file: File;
}

async function readFiles(files: readonly PathFile[]): Promise<readonly CaseFileBytes[]> {
  // One file alone is meant, whatever it was saved as.
  const wanted = files.length === 1 ? files : files.filter(({ path }) => WANTED.test(path));
  const root = rootOf(wanted.map(({ path }) => path));
  const inside = wanted.filter(({ path }) => path.startsWith(root));
  return Promise.all(
    inside.map(async ({ path, file }) => ({
      path: asCasePath(path.slice(root.length), root),
      bytes: new Uint8Array(await file.arrayBuffer()),
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
const CASE_NAMES = /^(case|sites|districts|pupils|roads|units|outline|land|places|paper)\.(json|csv|geojson)$|\//;
const asCasePath = (path: string, root: string): string =>
  root === "" && path.endsWith(".json") && !CASE_NAMES.test(path) ? `plans/${path}` : path;

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
