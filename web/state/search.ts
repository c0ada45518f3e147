/** What a search of the list means. */
interface ListSearch {
  /** Numbers of listed plans, from 0; any of them is wanted. Empty: by number nothing is asked for. */
  readonly plans: readonly number[];
  /** Numbers of today's districts that are to be together; each entry by itself. */
  readonly join: readonly (readonly number[])[];
  /** Words that no district's name begins with or contains. */
  readonly unknown: readonly string[];
  /** Words that begin the names of several districts; they ask for nothing until more is written. */
  readonly several: readonly { readonly word: string; readonly names: readonly string[] }[];
  /** Districts named by themselves: every plan has them, so they ask for nothing. */
  readonly alone: readonly string[];
}

/**
 * "Sofielund + Isefjord, Engskov og Tornved": districts joined by a plus, an "og", an "and" or a space are to be in one new district;
 * a comma parts one group from the next. The start of a name is enough, in small or large letters, with æ, ø and å or without.
 * "Plan 78" or "78" is a plan by its number.
 */
export function listSearch(search: string, names: readonly string[]): ListSearch {
  const plans: number[] = [];
  const unknown: string[] = [];
  const several: { word: string; names: readonly string[] }[] = [];
  const alone: string[] = [];
  const join: (readonly number[])[] = [];
  for (const asked of search.split(/[,;]/)) {
    const plan = numberedPlan(asked, names);
    if (plan !== undefined) {
      plans.push(plan);
      continue;
    }
    const words = wordsOf(asked.trim(), names);
    const found = words.flatMap((word) => {
      const fitting = fits(word, names);
      if (fitting.length === 0) unknown.push(word);
      if (fitting.length > 1) several.push({ word, names: fitting.map((number) => names[number]) });
      return fitting.length === 1 ? fitting : [];
    });
    const numbers = [...new Set(found)].toSorted((a, b) => a - b);
    if (numbers.length > 1) join.push(numbers);
    else if (words.length === 1 && numbers.length === 1) alone.push(names[numbers[0]]);
  }
  return { plans, join, unknown, several, alone };
}

/** A plan's number, unless a district is called so. */
function numberedPlan(asked: string, names: readonly string[]): number | undefined {
  const digits = /^(?:plan\s*)?(?:nr\.?|no\.?)?\s*(\d{1,6})$/i.exec(asked.trim())?.[1];
  return digits === undefined || fits(digits, names).length > 0 ? undefined : Number(digits) - 1;
}

const SIGNS = /[+&/]/;
const SIGNS_AND_WORDS = /[+&/]|\s(?:og|and|med|with)\s/i;

/** A name may have an "og" of its own. */
const wordsOf = (asked: string, names: readonly string[]): readonly string[] =>
  asked
    .split(SIGNS)
    .flatMap((part) => (fits(part.trim(), names).length > 0 ? [part] : part.split(SIGNS_AND_WORDS)))
    .map((word) => word.trim())
    .filter((word) => word !== "")
    .flatMap((word) => apartBySpaces(word, names));

/** Names with nothing but a space between them. */
function apartBySpaces(word: string, names: readonly string[]): readonly string[] {
  if (fits(word, names).length > 0) return [word];
  const apart = word.split(/\s+/);
  return apart.every((each) => fits(each, names).length > 0) ? apart : [word];
}

/** Districts of just this name, else those whose names begin so, else those that have the word in them. */
function fits(word: string, names: readonly string[]): readonly number[] {
  const wanted = plain(word);
  if (wanted === "") return [];
  const all = names.map((name, number) => ({ name: plain(name), number }));
  const tests = [
    (name: string) => name === wanted,
    (name: string) => name.startsWith(wanted),
    (name: string) => name.includes(wanted),
  ];
  for (const test of tests) {
    const found = all.filter(({ name }) => test(name));
    if (found.length > 0) return found.map(({ number }) => number);
  }
  return [];
}

const LETTERS: Readonly<Record<string, string>> = { æ: "ae", ø: "oe", å: "aa" };

/** Small letters without marks, æ, ø and å as they are written where there are no such keys. */
const plain = (text: string): string =>
  text
    .normalize("NFC")
    .toLocaleLowerCase("da")
    .replaceAll(/[æøå]/g, (letter) => LETTERS[letter])
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/\s+/g, " ");
