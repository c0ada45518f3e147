import type { Confidence } from "../domain/forecast.ts";

/** How sure a figure of the municipality's own is, as tables say it in either language. */
const CONFIDENCE: ReadonlyMap<string, Confidence> = new Map([
  ["high", "high"],
  ["høj", "high"],
  ["medium", "medium"],
  ["middel", "medium"],
  ["low", "low"],
  ["lav", "low"],
]);

/** "medium" where the cell says nothing that is known. */
export const confidenceOf = (text: string): Confidence => CONFIDENCE.get(text.toLowerCase()) ?? "medium";

/** The key that a cell names; case, spaces, hyphens and underscores do not matter. */
export function keyNamed<Key extends string>(text: string, keys: readonly Key[]): Key | undefined {
  return keys.find((key) => plain(key) === plain(text));
}

const plain = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, "");
