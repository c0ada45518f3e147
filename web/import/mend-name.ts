import { catalogue, type Language } from "../../src/index.ts";

const WORDS = catalogue("web.import.mend-name", { mend: { da: "til rettelse", en: "to mend" } });
/** Browsers and people add numbers to names. */
const ENDING = new RegExp(` - (?:${WORDS.mend.da}|${WORDS.mend.en})[^.]*$`, "i");

const baseOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
const stemOf = (path: string): string => baseOf(path).replace(/\.[a-z]+$/i, "");
/** What it was called before it was mended first. */
const bareOf = (path: string): string => stemOf(path).replace(ENDING, "");

/** What a file is called that was taken away to be mended, without its ending: after the file, so that it can take its place again. */
export function mendName(path: string, all: readonly string[], language: Language): string {
  const isAlone = all.filter((other) => bareOf(other) === bareOf(path)).length === 1;
  return `${isAlone ? bareOf(path) : baseOf(path)} - ${WORDS.mend[language]}`;
}

/** Which of the files one is that comes back; `undefined` where it is none of them, or may be several. */
export function mendedOf(path: string, all: readonly string[]): string | undefined {
  if (all.includes(path)) return path;
  const stem = stemOf(path);
  if (!ENDING.test(stem)) return undefined;
  const name = stem.replace(ENDING, "");
  const [found, ...others] = all.filter((other) => [baseOf(other), bareOf(other)].includes(name));
  return others.length === 0 ? found : undefined;
}
