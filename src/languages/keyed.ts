import type { Text } from "../domain/language.ts";

/** The texts of a catalogue with their keys: of a list, each row by what the row itself is called; the second of one name is "plan.2". */
export function keyed(name: string, texts: object): readonly (readonly [key: string, text: Text])[] {
  if (isText(texts)) return [[name, texts]];
  const inside: [string, unknown][] = Object.entries(texts);
  const met = new Map<string, number>();
  return inside.flatMap(([at, each]) => {
    if (!isPlain(each)) return [];
    const own = Array.isArray(texts) ? (OWN_NAMES.map((key) => Reflect.get(each, key)).find(isWord) ?? at) : at;
    const times = (met.get(own) ?? 0) + 1;
    met.set(own, times);
    return keyed(`${name}.${own}${times > 1 ? `.${times}` : ""}`, each);
  });
}

/** By what a row of a list is called. */
const OWN_NAMES = ["key", "id", "name"];
const isWord = (found: unknown): found is string => typeof found === "string";
const isText = (found: object): found is Text => "da" in found && "en" in found && isWord(found.da) && isWord(found.en);
/** Nothing with a life of its own: a table's functions, schemas and maps hold no texts. */
const isPlain = (found: unknown): found is object =>
  Array.isArray(found) ||
  (typeof found === "object" && found !== null && Object.getPrototypeOf(found) === Object.prototype);
