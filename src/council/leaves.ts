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

export const isSame = (told: Leaf | undefined, found: Leaf | undefined): boolean =>
  typeof told === "number" && typeof found === "number"
    ? Math.abs(told - found) <= HAIR * Math.max(1, Math.abs(told))
    : told === found;
