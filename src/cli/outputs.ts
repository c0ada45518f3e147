import { readdir, realpath, stat } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { filled, type Text } from "../domain/language.ts";
import { CASE_FOLDERS, isCaseFile } from "../import/case-files.ts";
import { RECIPE_FILE } from "../import/wizard/recipe-name.ts";
import type { Arguments } from "./arguments.ts";
import { mayWrite, realPlace, STANDARD_OUTPUT } from "./files.ts";
import { savedBefore } from "./saved-plans.ts";
import { OUTPUTS_TEXT } from "./outputs-text.ts";

/** Whether a file goes to standard output, so that nothing else may. */
export const usesStandardOutput = (args: Arguments): boolean =>
  args.outputs().some(([, path]) => path === STANDARD_OUTPUT || /^\/dev\/(stdout|fd\/1)$/.test(path));

/**
 * Refuses, before anything is computed, what cannot be written or would cost somebody a file: a folder, a place nobody may write,
 * a file that the command reads, and a name given to two outputs. `beside`: what stands beside the folder; empty where nothing does.
 */
export async function checkOutputs(args: Arguments, folder: string | undefined, beside: string): Promise<void> {
  const outputs = args.outputs();
  if (outputs.length === 0) return;
  const inputs = await inputPlaces(args, folder, beside);
  const taken = new Map<string, string>();
  for (const [name, path] of outputs) {
    const typed = `--${name} ${path}`;
    const place = path === STANDARD_OUTPUT ? path : await realPlace(path);
    const other = taken.get(place);
    if (other !== undefined) throw args.usage(filled(OUTPUTS_TEXT.sameFile, { other, typed }));
    taken.set(place, typed);
    const input = inputs.get(place) ?? inputs.get(await numberOf(path));
    if (input !== undefined && !(await isOwn(name, path, folder, args))) throw args.usage(overInput(typed, input));
    const becomes = folder === undefined ? undefined : await becomesCaseFile(name, place, folder);
    if (becomes !== undefined) throw args.usage(asCaseFile(typed, becomes));
    const trouble = path === STANDARD_OUTPUT ? undefined : await troubleWith(path, place);
    if (trouble) throw args.usage(filled(OUTPUTS_TEXT.only, { typed, trouble }));
  }
}

/** A plan that the same command saved before may be saved anew. */
async function isOwn(name: string, path: string, folder: string | undefined, args: Arguments): Promise<boolean> {
  if (name !== "save-plan" || folder === undefined || args.command === undefined) return false;
  return (await savedBefore(path, folder, args.command)) !== undefined;
}

export const overInput = (typed: string, input: string): Text => filled(OUTPUTS_TEXT.overInput, { typed, input });

/** Files of a case that an output is made to be: a saved plan, and a forecast to be read again. */
const MADE_FOR_A_CASE: readonly (readonly [flag: string, path: RegExp])[] = [
  ["save-plan", /^plans\//],
  ["csv", /^forecast\.csv$/],
];

/** The name by which the case would read the output next time as what it is not. */
async function becomesCaseFile(name: string, place: string, folder: string): Promise<string | undefined> {
  const path = relative(await realpath(folder).catch(() => folder), place)
    .split(sep)
    .join("/");
  const isMeant = MADE_FOR_A_CASE.some(([flag, wanted]) => flag === name && wanted.test(path));
  return isCaseFile(path) && !isMeant ? path : undefined;
}

const asCaseFile = (typed: string, path: string): Text => filled(OUTPUTS_TEXT.readByCase, { typed, path });

/** Every file the command reads, by its place and by its number on the disk, as it is called. */
async function inputPlaces(
  args: Arguments,
  folder: string | undefined,
  beside: string,
): Promise<ReadonlyMap<string, string>> {
  const paths = [...args.inputs().map(([, path]) => path), ...(beside === "" ? [] : [beside])];
  if (folder !== undefined) {
    const inside = await Promise.all(
      ["", ...CASE_FOLDERS].map(async (own) =>
        (await readdir(join(folder, own)).catch(() => [])).map((name) => (own === "" ? name : `${own}/${name}`)),
      ),
    );
    // A recipe may make a case of any of them.
    const isMade = args.has("recipe") || inside.flat().includes(RECIPE_FILE);
    const own = inside.flat().filter((path) => isMade || isCaseFile(path));
    paths.push(...own.map((path) => join(folder, path)));
  } else if (args.place !== undefined) paths.push(args.place);
  const places = new Map<string, string>();
  for (const path of paths) {
    const number = await numberOf(path);
    if (number === "") continue;
    places.set(await realPlace(path), path);
    places.set(number, path);
  }
  return places;
}

/** Device and number of a regular file: the same for all its names. Empty where there is none. */
async function numberOf(path: string): Promise<string> {
  const there = await stat(path).catch(() => undefined);
  return there?.isFile() ? `${there.dev}:${there.ino}` : "";
}

async function troubleWith(path: string, place: string): Promise<Text | undefined> {
  const there = await stat(path).catch(() => undefined);
  if (there?.isDirectory() || /[/\\]$/.test(path)) return OUTPUTS_TEXT.isFolder;
  const allowed = there ? await mayWrite(path) : await mayCreate(dirname(place));
  return allowed ? undefined : OUTPUTS_TEXT.notAllowed;
}

/** Whether a folder, or the nearest one above it that exists, takes a new file. */
async function mayCreate(folder: string): Promise<boolean> {
  const there = await stat(folder).catch(() => undefined);
  if (there) return there.isDirectory() && mayWrite(folder);
  const above = dirname(folder);
  return above !== folder && mayCreate(above);
}
