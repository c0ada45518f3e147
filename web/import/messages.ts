import type { DrawnFiles, ImportStep, Language, NextStep, PartLook, Text } from "../../src/index.ts";
import type { RecipeFile } from "../../src/protocol/recipe-file.ts";
import type { BroughtFile } from "./brought.ts";

/** What of the work is being done; of a file how far it is, once that is known. */
export type DeskStep =
  | { readonly doing: "read"; readonly file: string; readonly number: number; readonly count: number }
  | ({ readonly doing: "draw" | "check" } & ImportStep)
  | { readonly doing: "ways" };

/** What the page asks of the worker that reads files which are to become a case. */
export type ToImport =
  /** All files there are, in place of those before. */
  | { readonly kind: "read"; readonly ticket: number; readonly files: readonly BroughtFile[]; readonly known: Known }
  /** Makes a case as the recipe says, and looks for what is wrong with it. */
  | { readonly kind: "check"; readonly ticket: number; readonly recipe: RecipeFile }
  | { readonly kind: "faults"; readonly ticket: number; readonly language: Language; readonly form: FaultsForm }
  /** The case's folder as one file. */
  | { readonly kind: "pack"; readonly ticket: number };

/** What is known beside the files. */
export interface Known {
  readonly year: number;
  readonly language: Language;
  /** What was chosen before, where it was: it holds for the files that it names. */
  readonly recipe?: RecipeFile;
}

/** What the worker answers; a ticket tells which question. */
export type FromImport =
  | { readonly kind: "read"; readonly ticket: number; readonly read: ReadFiles }
  | { readonly kind: "step"; readonly ticket: number; readonly step: DeskStep }
  | { readonly kind: "drawn"; readonly ticket: number; readonly drawn: DrawnFiles }
  | { readonly kind: "checked"; readonly ticket: number; readonly checked: CheckedFiles }
  | { readonly kind: "faults"; readonly ticket: number; readonly files: readonly FaultsFile[] }
  | { readonly kind: "packed"; readonly ticket: number; readonly zip: Blob }
  | { readonly kind: "failed"; readonly ticket: number; readonly reason: string };

export interface ReadFiles {
  readonly parts: readonly PartLook[];
  readonly recipe: RecipeFile;
  readonly problems: readonly ImportProblem[];
}

export interface CheckedFiles {
  readonly parts: readonly PartLook[];
  /** As it was asked for, with columns found for files that were given another meaning. */
  readonly recipe: RecipeFile;
  readonly problems: readonly ImportProblem[];
  readonly step: NextStep;
  /** The files of the case, where nothing is wrong with them. */
  readonly made: readonly BroughtFile[];
  readonly isSound: boolean;
}

/** The same fault in all places where it is. */
export interface ImportProblem {
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly times: number;
  /** At the first place. */
  readonly message: Text;
  readonly action: Text;
  readonly files: readonly string[];
  /** The first of the places; all of them are in the files of errors. */
  readonly places: readonly ProblemPlace[];
}

export interface ProblemPlace {
  readonly file: string;
  /** The line of a table, or the number of a map's feature. */
  readonly row?: number;
  readonly column?: string;
  readonly message: Text;
}

/** How errors are taken back to a spreadsheet: a list of them, or each file whole with its faulty cells marked, to be brought again. */
export type FaultsForm = "csv" | "xlsx" | "mend";

export interface FaultsFile {
  /** Of the file that the errors stand in; "" of all of them. */
  readonly name: string;
  readonly ending: "csv" | "xlsx";
  readonly content: string | Uint8Array<ArrayBuffer>;
}
