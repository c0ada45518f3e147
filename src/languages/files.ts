import type { Pack, Source } from "./pack.ts";

interface PackFile {
  readonly pack: Pack;
  /** Keys without a text of the language. */
  readonly lacking: readonly string[];
  /** Keys whose English is another than when the text was translated. */
  readonly changed: readonly string[];
  /** Keys of translated texts that the program has no more. */
  readonly gone: readonly string[];
}

/** The file of a language for these texts; `before`: what it held. */
export function packFile(
  of: Pick<Pack, "name" | "locale">,
  texts: ReadonlyMap<string, Source>,
  before: Pack["texts"],
): PackFile {
  const told = (key: string): string => {
    const text = before[key];
    return typeof text === "string" ? text : "";
  };
  // Where English says nothing there is nothing to translate.
  const keys = [...texts.keys()].filter((key) => texts.get(key)?.en !== "").toSorted();
  return {
    pack: { ...of, texts: Object.fromEntries(keys.flatMap((key) => entriesOf(key, told(key), texts.get(key)))) },
    lacking: keys.filter((key) => told(key) === ""),
    changed: keys.filter((key) => {
      const source = before[`@${key}`];
      return told(key) !== "" && typeof source === "object" && source.en !== texts.get(key)?.en;
    }),
    gone: Object.keys(before).filter((key) => !key.startsWith("@") && told(key) !== "" && !texts.has(key)),
  };
}

const entriesOf = (
  key: string,
  text: string,
  source: Source | undefined,
): readonly (readonly [string, string | Source])[] =>
  source
    ? [
        [`@${key}`, source],
        [key, text],
      ]
    : [];

/** The texts without what stands beside them for whoever translates; a text that is lacking keeps its key, so that it is counted. */
export const saidOnly = (texts: Pack["texts"]): Pack["texts"] =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => typeof text === "string"));

/** packs.ts with these languages. */
export function packsFile(listed: readonly (Pick<Pack, "name" | "locale"> & { readonly code: string })[]): string {
  const lines = listed.map(
    ({ code, name, locale }) => `  ${/^[a-z]+$/.test(code) ? code : JSON.stringify(code)}: {
    name: ${JSON.stringify(name)},
    locale: ${JSON.stringify(locale)},
    read: async () => (await import("./${code}.json", { with: { type: "json" } })).default,
  },
`,
  );
  const packs = lines.length === 0 ? "{}" : `{\n${lines.join("")}}`;
  return `import type { Listed } from "./pack.ts";

/** The languages beside Danish and English, by their code. \`npm run texts\` writes their files and this one. */
export const PACKS = ${packs} satisfies Readonly<Record<string, Listed>>;
`;
}
