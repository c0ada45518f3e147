/** What a search for joined districts means. */
export interface JoinSearch {
  /** Numbers of today's districts that are to be together; each entry by itself. */
  readonly join: readonly (readonly number[])[];
  /** Words that no district's name begins with or contains. */
  readonly unknown: readonly string[];
}

/**
 * "Sofielund + Isefjord, Engskov + Tornved": districts joined by a plus are to be in one new district; a comma parts one wish
 * from the next. The start of a name is enough. A name by itself asks for nothing, since every plan has it.
 */
export function joinedDistricts(search: string, names: readonly string[]): JoinSearch {
  const unknown: string[] = [];
  const join = search
    .split(/[,;]/)
    .map((wish) => wish.split(/\+|&/).flatMap((word) => find(word.trim(), names, unknown)))
    .map((numbers) => [...new Set(numbers)].toSorted((a, b) => a - b))
    .filter((numbers) => numbers.length > 1);
  return { join, unknown };
}

function find(word: string, names: readonly string[], unknown: string[]): readonly number[] {
  if (word === "") return [];
  const wanted = plain(word);
  const starts = names.findIndex((name) => plain(name).startsWith(wanted));
  const found = starts >= 0 ? starts : names.findIndex((name) => plain(name).includes(wanted));
  if (found >= 0) return [found];
  unknown.push(word);
  return [];
}

const plain = (text: string): string => text.toLocaleLowerCase("da").replaceAll(/\s+/g, " ");
