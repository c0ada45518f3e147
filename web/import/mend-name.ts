import { catalogue, type Language } from "../../src/index.ts";

const WORDS = catalogue("web.import.mend-name", { mend: { da: "til rettelse", en: "to mend" } });

const baseOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
const stemOf = (path: string): string => baseOf(path).replace(/\.[a-z]+$/i, "");

/** What a file is called that was taken away to be mended, without its ending: after the file, so that it can take its place again. */
export function mendName(path: string, all: readonly string[], language: Language): string {
  const isAlone = all.filter((other) => stemOf(other) === stemOf(path)).length === 1;
  return `${isAlone ? stemOf(path) : baseOf(path)} - ${WORDS.mend[language]}`;
}

/** Which of the files one is that comes back; browsers and people add numbers to names. */
export function mendedOf(path: string, all: readonly string[]): string | undefined {
  const words = [WORDS.mend.da, WORDS.mend.en].join("|");
  const [, name] = new RegExp(`^(.*) - (?:${words})[^.]*\\.xlsx$`, "i").exec(baseOf(path)) ?? [];
  if (name === undefined) return undefined;
  const [found, ...others] = all.filter((other) => [baseOf(other), stemOf(other)].includes(name));
  return others.length === 0 ? found : undefined;
}
