import type { Issue } from "../domain/issue.ts";
import { ISSUE_TEXTS, type IssueCode, type ValuesOf } from "./issue-texts.ts";

/** Where an issue is. */
export interface Spot {
  readonly file: string;
  readonly line?: number;
  readonly column?: string;
}

/** Writes one issue down. */
export type Report = <Code extends IssueCode>(code: Code, at: Spot, values: ValuesOf<Code>) => void;

/** The issues of one import as they are found. */
export interface IssueBook {
  readonly report: Report;
  /** By file, line and column. */
  readonly all: () => readonly Issue[];
  /** Whether anything so far stops the import; with a file, whether anything in that file does. */
  readonly failed: (file?: string) => boolean;
}

export function openIssueBook(): IssueBook {
  const issues: Issue[] = [];
  return {
    report: (code, at, values) => issues.push({ code, severity: ISSUE_TEXTS[code].severity, ...at, values }),
    all: () =>
      issues.toSorted(
        (a, b) =>
          inOrder(a.file ?? "", b.file ?? "") ||
          (a.line ?? 0) - (b.line ?? 0) ||
          inOrder(a.column ?? "", b.column ?? ""),
      ),
    failed: (file) =>
      issues.some(({ severity, file: of }) => severity === "error" && (file === undefined || of === file)),
  };
}

const inOrder = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
