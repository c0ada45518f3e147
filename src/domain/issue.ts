import type { Said, Text } from "./language.ts";

/**
 * Something a person should know about the data: where it is, what is wrong, what to do. Errors stop the work before
 * anything is written; warnings go along with the result.
 */
export interface Issue {
  readonly code: string;
  readonly severity: "error" | "warning";
  /** Path inside the case folder. */
  readonly file?: string;
  /** 1-based line, where the file has lines. */
  readonly line?: number;
  /** Column name or 1-based number. */
  readonly column?: string;
  /** Of map files: the 1-based number of the feature, and what the file calls it. */
  readonly feature?: number;
  readonly name?: string;
  /** What fills the blanks of the message. */
  readonly values: Readonly<Record<string, Said | number>>;
  /** The same fault in further rows or features of the file. */
  readonly also?: {
    readonly count: number;
    /** The first of them, with what fills the blanks there where that is something else. */
    readonly places: readonly IssuePlace[];
  };
}

/** A further place of the same fault. */
export interface IssuePlace extends Pick<Issue, "line" | "column" | "feature" | "name"> {
  readonly values?: Issue["values"];
}

/** In how many places the fault is. */
export const placesOf = ({ also }: Issue): number => 1 + (also?.count ?? 0);

/** One row of a table of issue codes: the message says what is wrong, the action what to do about it. */
export interface IssueText {
  readonly severity: Issue["severity"];
  readonly message: Text;
  readonly action: Text;
}

/** A value together with what was noticed on the way to it; no value where an error stopped the way. */
export interface Checked<Value> {
  readonly value?: Value;
  readonly issues: readonly Issue[];
}
