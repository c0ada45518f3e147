import type { RecipePart } from "../../protocol/recipe-file.ts";
import type { SourcePart } from "./source.ts";

/** A part of a file that a recipe means, as it was found. */
export interface FoundPart {
  readonly recipe: RecipePart;
  readonly part: SourcePart;
  /** By what a column is its name in this file. */
  readonly columns: ReadonlyMap<string, string>;
  /** The numbers of the rows that count. */
  readonly rows: readonly number[];
}
