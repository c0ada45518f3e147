import { folded } from "./fold.ts";

/** One way to understand what was typed; words are folded. */
export interface Reading {
  /** Of a street or place; without a number the town may follow in it. */
  readonly words: readonly string[];
  /** House number, "12b". */
  readonly number?: string;
  /** What may be a town, and whatever else was written about where it is. */
  readonly town: readonly string[];
  readonly postcode?: string;
  /** A text with a house number is read without one only where nothing else fits. */
  readonly likely: "first" | "last";
}

const NUMBER = /^\d+[a-z]?$/;

/** Whether a word may be the number of a house. */
export const isNumber = (word: string): boolean => NUMBER.test(word);

/** A Danish one; those of the case are known, whatever they look like. */
const POSTCODE = /^\d{4}$/;
/** Floor and door: "2", "tv", "2tv", "st", "kl", "sal", "dor". */
const INSIDE = /^(\d{1,2}(tv|th|mf|sal)?|tv|th|mf|st|stuen|kl|kld|sal|etage|dor|lejl|lejlighed|[a-z]|\d{3,})$/;

/** What an index has, folded and closed. */
interface Known {
  readonly towns: ReadonlySet<string>;
  readonly postcodes: ReadonlySet<string>;
}

/** Longest text that is read. */
const MOST_LETTERS = 100;

/** Written after an address, or before its postcode, and nothing that tells one from another. */
const COUNTRY = /^(danmark|denmark|dk)$/;

/** What a text is read by. */
export function wordsOf(typed: string): readonly string[] {
  const words = folded(typed.slice(0, MOST_LETTERS))
    .split(" ")
    .filter((word) => word !== "");
  const told = words.filter((word) => !COUNTRY.test(word));
  return told.length > 0 ? told : words;
}

/** All ways to understand a text, "Ahlgade 12 2. tv, 4300", the likeliest first; none of an empty text. */
export function readingsOf(typed: string, { towns, postcodes }: Known): readonly Reading[] {
  const words = wordsOf(typed);
  if (words.length === 0) return [];
  const at = words.findLastIndex((word) => POSTCODE.test(word) || postcodes.has(word));
  const postcode = at < 0 ? undefined : words[at];
  const rest = at < 0 ? words : words.toSpliced(at, 1);
  const orders = [rest, ...townFirst(rest, towns)];
  const readings = parted(orders.flatMap(withNumber), orders).map((reading) => ({
    ...reading,
    ...(postcode !== undefined && { postcode }),
  }));
  // Four digits after a street that are no postcode here may be the number of a house, where no other is.
  const mayBeHouse = at > 0 && postcodes.size > 0 && !postcodes.has(words[at]);
  if (!mayBeHouse || readings.some(({ number }) => number !== undefined)) return readings;
  return [...parted(withNumber(words), []), ...readings.map((reading) => ({ ...reading, likely: "last" as const }))];
}

/** Readings with a house number, then those without, which come last where there are any with. */
function parted(
  numbered: readonly Omit<Reading, "likely">[],
  orders: readonly (readonly string[])[],
): readonly Reading[] {
  const plain = orders.map((order) => ({ words: order, town: [] }));
  const likely = numbered.length > 0 ? "last" : "first";
  return [
    ...numbered.map((reading): Reading => ({ ...reading, likely: "first" })),
    ...plain.map((reading): Reading => ({ ...reading, likely })),
  ].filter(({ words }) => words.length > 0);
}

/** "Holbæk, Ahlgade 12": the town put last. */
function townFirst(words: readonly string[], towns: ReadonlySet<string>): readonly (readonly string[])[] {
  const lengths = [1, 2, 3].filter((length) => length < words.length && towns.has(words.slice(0, length).join("")));
  return lengths.map((length) => [...words.slice(length), ...words.slice(0, length)]);
}

function withNumber(words: readonly string[]): readonly Omit<Reading, "likely">[] {
  return words.flatMap((word, at): Omit<Reading, "likely">[] => {
    if (!isNumber(word)) return [];
    // "12 Ahlgade": the number first.
    if (at === 0) return words.length > 1 ? [{ number: word, words: words.slice(1), town: [] }] : [];
    const before = words.slice(0, at);
    const after = words.slice(at + 1);
    const letter = /^\d+$/.test(word) && /^[a-z]$/.test(after[0] ?? "") ? after[0] : undefined;
    const town = townAfter(letter === undefined ? after : after.slice(1));
    const plain = { words: before, number: word, town };
    return letter === undefined ? [plain] : [{ ...plain, number: word + letter }, plain];
  });
}

/** What follows the number, without floor and door. */
function townAfter(words: readonly string[]): readonly string[] {
  const first = words.findIndex((word) => !INSIDE.test(word));
  return first < 0 ? [] : words.slice(first);
}
