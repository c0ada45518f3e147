import { fillText, inBoth, type Issue, type IssuePlace, type IssueText, placesOf } from "../../src/index.ts";
import type { ImportProblem, ProblemPlace } from "./messages.ts";

/** So many places of a fault are listed; the tables of faulty rows have all of them. */
const LISTED = 100;

type Texts = Readonly<Record<string, IssueText>>;

/** What a file of the case was made from. */
type NameOf = (file: string) => string;

/** What is said of a case's files, of those that somebody has: nobody brought a sites.csv. */
export const inOwnNames = (words: string, nameOf: NameOf): string =>
  words.replaceAll(/\b[a-z-]+\.(csv|geojson)\b/g, (file) => nameOf(file));

/** Faults by their kind, errors first and then the most frequent: 967 alike are one line that opens. */
export function problemGroups(issues: readonly Issue[], texts: Texts, nameOf: NameOf): readonly ImportProblem[] {
  const byCode = new Map<string, Issue[]>();
  for (const issue of issues) {
    const alike = byCode.get(issue.code);
    if (alike) alike.push(issue);
    else byCode.set(issue.code, [issue]);
  }
  return [...byCode.values()]
    .map((alike) => groupOf(alike, texts, nameOf))
    .toSorted((a, b) => Number(a.severity === "warning") - Number(b.severity === "warning") || b.times - a.times);
}

function groupOf(alike: readonly Issue[], texts: Texts, nameOf: NameOf): ImportProblem {
  const [first] = alike;
  const text = texts[first.code];
  const places: ProblemPlace[] = [];
  for (const issue of alike)
    for (const place of [issue, ...(issue.also?.places ?? [])]) {
      if (places.length === LISTED) break;
      places.push(placeOf(issue, place, text, nameOf));
    }
  return {
    code: first.code,
    severity: first.severity,
    times: alike.reduce((sum, issue) => sum + placesOf(issue), 0),
    message: inBoth((language) => inOwnNames(fillText(text.message, language, first.values), nameOf)),
    action: inBoth((language) => inOwnNames(fillText(text.action, language, first.values), nameOf)),
    files: [...new Set(alike.flatMap(({ file }) => file ?? []))],
    places,
  };
}

function placeOf(
  issue: Issue,
  { line, feature, column, values }: IssuePlace,
  text: IssueText,
  nameOf: NameOf,
): ProblemPlace {
  const row = feature ?? line;
  return {
    file: issue.file ?? "",
    ...(row !== undefined && { row }),
    ...(column !== undefined && { column }),
    message: inBoth((language) => inOwnNames(fillText(text.message, language, values ?? issue.values), nameOf)),
  };
}
