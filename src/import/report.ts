import type { Issue, IssuePlace, IssueText } from "../domain/issue.ts";
import type { ValuesIn } from "./issue-text.ts";
import { ISSUE_TEXTS } from "./issue-texts.ts";

/** Where an issue is. */
export interface Spot extends Pick<Issue, "line" | "column" | "feature" | "name"> {
  readonly file: string;
  /** One of many like it (rows, features, parts of a list): the same fault in all spots of a group is one issue. */
  readonly group?: string;
}

/** Writes down one issue of a table of them. */
export type ReportOf<Texts extends Readonly<Record<string, IssueText>>> = <Code extends keyof Texts & string>(
  code: Code,
  at: Spot,
  values: ValuesIn<Texts[Code]>,
) => void;

/** Writes down one issue of an import. */
export type Report = ReportOf<typeof ISSUE_TEXTS>;

/** The issues of one reading as they are found. */
export interface BookOf<Texts extends Readonly<Record<string, IssueText>>> {
  readonly report: ReportOf<Texts>;
  /** By file, line and column. */
  readonly all: () => readonly Issue[];
  /** Whether anything so far stops the import; with a file, whether anything in that file does. */
  readonly failed: (file?: string) => boolean;
}

export type IssueBook = BookOf<typeof ISSUE_TEXTS>;

/** So many places of a fault are named after the first; the rest are counted. */
const NAMED_PLACES = 5;

interface Entry {
  readonly issue: Issue;
  readonly places: IssuePlace[];
  count: number;
  /** Where it was found last, named or not. */
  last: { readonly place: IssuePlace; readonly values: Issue["values"] };
}

/** How many places of one fault are named: a few to be read, or all, to be gone through one by one. */
export type NamedPlaces = "few" | "all";

export const openIssueBook = (named: NamedPlaces = "few"): IssueBook => openBook(ISSUE_TEXTS, named);

export function openBook<Texts extends Readonly<Record<string, IssueText>>>(
  texts: Texts,
  named: NamedPlaces = "few",
): BookOf<Texts> {
  const most = named === "few" ? NAMED_PLACES : Number.POSITIVE_INFINITY;
  const entries: Entry[] = [];
  const entryOf = new Map<string, Entry>();
  return {
    report: (code, { file, group, ...spot }, values) => {
      const place = withoutNone(spot);
      const key = `${code}\n${file}\n${group}`;
      const known = group === undefined ? undefined : entryOf.get(key);
      if (known) return addPlace(known, place, values, most);
      const entry = {
        issue: { code, severity: texts[code].severity, file, ...place, values },
        places: [],
        count: 0,
        last: { place, values },
      };
      entries.push(entry);
      entryOf.set(key, entry);
    },
    all: () =>
      entries
        .map(({ issue, places, count }) => (count === 0 ? issue : { ...issue, also: { count, places } }))
        .toSorted(
          (a, b) =>
            inOrder(a.file ?? "", b.file ?? "") ||
            (a.line ?? 0) - (b.line ?? 0) ||
            (a.feature ?? 0) - (b.feature ?? 0) ||
            inOrder(a.column ?? "", b.column ?? ""),
        ),
    failed: (file) =>
      entries.some(({ issue: { severity, file: of } }) => severity === "error" && (file === undefined || of === file)),
  };
}

/** The names of a map's properties stand on no line, which is line 0 of its table. */
const withoutNone = ({ line, ...place }: IssuePlace): IssuePlace => (line ? { line, ...place } : place);

function addPlace(entry: Entry, place: IssuePlace, values: Issue["values"], most: number): void {
  // A row of ten grades that no area is known for is one fault of one cell.
  const isAgain = isSamePlace(place, entry.last.place) && isAlike(values, entry.last.values);
  entry.last = { place, values };
  if (isAgain) return;
  entry.count++;
  if (entry.places.length === most) return;
  const known = entry.issue.values;
  entry.places.push({ ...place, ...(!isAlike(values, known) && { values }) });
}

const isAlike = (values: Issue["values"], known: Issue["values"]): boolean =>
  Object.entries(values).every(([name, value]) => known[name] === value);

/** Whether two places are one cell, row or feature; a file as a whole has many places. */
const isSamePlace = (one: IssuePlace, other: IssuePlace): boolean =>
  (one.line ?? one.feature) !== undefined &&
  one.line === other.line &&
  one.feature === other.feature &&
  one.column === other.column;

const inOrder = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
