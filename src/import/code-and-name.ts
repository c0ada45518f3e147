import type { Report, Spot } from "./report.ts";

/** What a cell may name besides what it says as a whole: in registers a code and a name often stand in one, "7001 Nord", "Nord (7001)". */
interface CodeAndName {
  readonly code: string;
  readonly name: string;
}

/** A code has a digit and no blank; an ordinal, "1. Maj Skolen", is part of a name. */
const CODE = String.raw`(?=[^\s]*\d)[\p{L}\d](?:[\p{L}\d./_-]*[\p{L}\d])?`;
/** A number that a register knows a thing by. */
const NUMBER = /^\d+$/;
const CODE_FIRST = new RegExp(String.raw`^(${CODE})(?:\s+|\s*[:,;|–-]\s+)(?=\p{L})(.+)$`, "u");
const IN_BRACKETS = new RegExp(String.raw`^(.+?)\s*[([](${CODE})[)\]]$`, "u");
const CODE_LAST = new RegExp(String.raw`^(.*\p{L}.*?)\s*[:,;|–-]\s+(${CODE})$`, "u");

function codeAndName(text: string): CodeAndName | undefined {
  // Most keys are one word, which is told faster.
  if (!/[\s([]/.test(text)) return undefined;
  const [, code, name] = CODE_FIRST.exec(text) ?? [];
  if (code !== undefined) return { code, name };
  const [, before, behind] = IN_BRACKETS.exec(text) ?? CODE_LAST.exec(text) ?? [];
  return before === undefined ? undefined : { code: behind, name: before };
}

export const plainKey = (key: string): string => key.toLowerCase().replace(/\s+/g, " ").trim();

/** By keys, in the order of their tiers: of an id and a name that read alike the id is meant. */
type Tier<Value> = readonly (readonly [called: string, value: Value])[];

/** Looks up what a cell names: none, the one, or several that are called so. */
export type KeyFinder<Value> = (text: string, at: Spot, report: Report) => readonly Value[];

/**
 * Makes the look-up of values by what they are called. A cell that is called exactly as one is that one; else code and name in it, or in what
 * values are called, are looked for one by one, and where they lead to one value alone it is that, which is said.
 */
export function keyFinder<Value>(...tiers: readonly Tier<Value>[]): KeyFinder<Value> {
  const whole = tiers.map(grouped);
  const parts = new Map<string, Set<Value>>();
  const codes = new Map<Value, Set<string>>();
  for (const tier of tiers)
    for (const [called, value] of tier) {
      const both = codeAndName(called.trim());
      if (both) for (const part of [both.code, both.name]) add(parts, part, value);
      const code = both?.code ?? called.trim();
      if (NUMBER.test(code)) codes.set(value, new Set([...(codes.get(value) ?? []), code]));
    }
  /** Whether a value has a number of the same kind that is another one: then only the name is the same. */
  const isOther = (value: Value, code: string | undefined): boolean => {
    const own = [...(codes.get(value) ?? [])];
    return (
      code !== undefined && NUMBER.test(code) && own.some(({ length }) => length === code.length) && !own.includes(code)
    );
  };
  const wholly = (text: string): ReadonlySet<Value> | undefined =>
    whole.map((book) => book.get(plainKey(text))).find((values) => values !== undefined);
  return (text, at, report) => {
    const exact = wholly(text);
    if (exact) return [...exact];
    const both = codeAndName(text.trim());
    const found = (both ? [both.code, both.name] : [text]).flatMap((key) => {
      const values = wholly(key) ?? parts.get(plainKey(key));
      return values ? [{ key, values }] : [];
    });
    if (found.length === 0) {
      const [key, value] = inWords(text.trim(), wholly);
      if (value.length === 1) report("key.by-part", { ...at, group: at.column ?? "" }, { found: text, key });
      return value;
    }
    // A name that several have is told apart by the code beside it.
    const common = [...found[0].values].filter((value) => found.every(({ values }) => values.has(value)));
    if (common.length === 1 && isOther(common[0], both?.code)) return [];
    if (common.length !== 1) return [...new Set(found.flatMap(({ values }) => [...values]))];
    report("key.by-part", { ...at, group: at.column ?? "" }, { found: text, key: found[0].key });
    return common;
  };
}

/** A code without a digit, "N Nord" or "Nord (N)", is believed only where the name beside it says the same. */
function inWords<Value>(
  text: string,
  wholly: (text: string) => ReadonlySet<Value> | undefined,
): readonly [key: string, values: readonly Value[]] {
  const [, one = "", other = ""] = /^(\S+?)[:,;|–-]?\s+(?:[|–-]\s+)?(.+)$/.exec(text) ?? [];
  const [, name = "", code = ""] = /^(.+?)\s*[([]([^()[\]]+)[)\]]$/.exec(text) ?? [];
  const pairs = [
    [one, other],
    [code, name],
  ] as const;
  for (const [first, second] of pairs) {
    const values = [...(wholly(first) ?? [])].filter((value) => wholly(second)?.has(value));
    if (values.length > 0) return [first, values];
  }
  return ["", []];
}

function grouped<Value>(tier: Tier<Value>): ReadonlyMap<string, ReadonlySet<Value>> {
  const book = new Map<string, Set<Value>>();
  for (const [called, value] of tier) if (called.trim() !== "") add(book, called, value);
  return book;
}

function add<Value>(book: Map<string, Set<Value>>, called: string, value: Value): void {
  const key = plainKey(called);
  const known = book.get(key);
  if (known) known.add(value);
  else book.set(key, new Set([value]));
}
