/** A text or a number of a file. */
export type Leaf = string | number;

/** Every text and number in a value with its path: "figures.districts[0].name". */
export function leaves(value: unknown, path = ""): readonly (readonly [path: string, told: Leaf])[] {
  if (typeof value === "string" || typeof value === "number") return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((each, i) => leaves(each, `${path}[${i}]`));
  return Object.entries(value ?? {}).flatMap(([key, each]) => leaves(each, path === "" ? key : `${path}.${key}`));
}

/** Sums of many numbers may differ in their last digits between machines. */
const HAIR = 1e-9;

const isSame = (told: Leaf | undefined, found: Leaf | undefined): boolean =>
  typeof told === "number" && typeof found === "number"
    ? Math.abs(told - found) <= HAIR * Math.max(1, Math.abs(told))
    : told === found;

/** A text or number that is another in one of two files, or in one alone. */
export interface DifferingLeaf {
  /** "figures.districts[0].name" */
  readonly path: string;
  readonly told: Leaf | undefined;
  readonly found: Leaf | undefined;
}

/** By path. */
export function differingLeaves(
  then: ReadonlyMap<string, Leaf>,
  now: ReadonlyMap<string, Leaf>,
): readonly DifferingLeaf[] {
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((path) => {
    const each = { path, told: then.get(path), found: now.get(path) };
    return isSame(each.told, each.found) ? [] : [each];
  });
}

/** How many figures there are in either, and those that differ with what they are called; one that was left out differs too. */
export function compared<Figure extends { readonly told: Leaf }>(
  then: ReadonlyMap<string, Figure>,
  now: ReadonlyMap<string, Figure>,
): {
  readonly figures: number;
  readonly differing: readonly (Omit<Figure, "told"> & {
    readonly told: Figure["told"] | undefined;
    readonly found: Figure["told"] | undefined;
  })[];
} {
  const all = [...new Map([...then, ...now])].map(([key, figure]) => ({
    ...figure,
    told: then.get(key)?.told,
    found: now.get(key)?.told,
  }));
  return { figures: all.length, differing: all.filter(({ told, found }) => !isSame(told, found)) };
}
