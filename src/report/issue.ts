import type { Issue, IssuePlace, IssueText } from "../domain/issue.ts";
import { catalogue, type Language, type Text } from "../domain/language.ts";
import { fillText } from "./format.ts";
import { ISSUE_TEXT, MORE_SIGNS } from "./issue-text.ts";

type Texts = Readonly<Record<string, IssueText>>;

/** One line a problem: where, what, what to do, and where else. */
export function formatIssue(issue: Issue, texts: Texts, language: Language): string {
  const kind: Text = issue.severity === "error" ? ISSUE_TEXT.error : ISSUE_TEXT.warning;
  const place = [issue.file ?? [], placeText(issue, language)].flat().join(", ");
  const values = readable(issue.values, language);
  const action = fillText(texts[issue.code].action, language, values);
  const message = fillText(texts[issue.code].message, language, values);
  return [`${kind[language]}:`, place && `${place}:`, message, action, alsoText(issue, language)]
    .filter((part) => part !== "")
    .join(" ");
}

/** What is wrong, for a table that has the file, the line and the column beside it: in which feature, and where else. */
export function messageText(issue: Issue, texts: Texts, language: Language): string {
  const feature = issue.feature === undefined ? "" : `(${featureText(issue, language)})`;
  const message = fillText(texts[issue.code].message, language, readable(issue.values, language));
  return [message, feature, alsoText(issue, language)].filter((part) => part !== "").join(" ");
}

/** Signs of a value that a message tells; a cell may hold megabytes. */
const MOST_SIGNS = 1000;

/** Values as they are told: of those too long to be read the start, and how much more there is. */
const readable = (values: Issue["values"], language: Language): Issue["values"] =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shortened(value, language)]));

function shortened<Value extends Issue["values"][string]>(value: Value, language: Language): Value | string {
  if (typeof value !== "string" || value.length <= MOST_SIGNS) return value;
  return fillText(MORE_SIGNS, language, { start: value.slice(0, MOST_SIGNS), count: value.length - MOST_SIGNS });
}

/** "line 3, feature 6 (Mill Lane), property speed"; nothing where the whole file is meant. */
function placeText({ line, column, feature, name }: IssuePlace, language: Language): readonly string[] {
  const columnWord: Text = feature === undefined ? ISSUE_TEXT.column : ISSUE_TEXT.property;
  const lineWord: Text = ISSUE_TEXT.line;
  return [
    line === undefined ? [] : `${lineWord[language]} ${line}`,
    feature === undefined ? [] : featureText({ feature, ...(name !== undefined && { name }) }, language),
    column === undefined ? [] : `${columnWord[language]} ${column}`,
  ].flat();
}

/** "feature 6 (Mill Lane)". */
function featureText({ feature, name }: Pick<IssuePlace, "feature" | "name">, language: Language): string {
  const word: Text = ISSUE_TEXT.feature;
  return `${word[language]} ${feature}${name === undefined ? "" : ` (${name})`}`;
}

const ALSO: Text = catalogue("report.issue", {
  da: "Det samme {count, plural, one {ét sted mere} other {# steder mere}}: {places}.",
  en: "The same in {count, plural, one {one more place} other {# more places}}: {places}.",
});

/** How often the same fault comes again and where first; "" where it does not. */
function alsoText({ also, values }: Issue, language: Language): string {
  if (!also) return "";
  const places = also.places.map((place) => shortPlace(place, values, language)).join(", ");
  return fillText(ALSO, language, {
    count: also.count,
    places: also.count > also.places.length ? `${places} …` : places,
  });
}

/** "line 7", "line 7 (Nørby)": the name of a feature, or the words found there where they are others. */
function shortPlace(place: IssuePlace, first: Issue["values"], language: Language): string {
  if (place.feature !== undefined) return featureText(place, language);
  const others = Object.entries(place.values ?? {}).filter(
    ([key, value]) => typeof value === "string" && value !== first[key],
  );
  const found =
    others.length === 0
      ? ""
      : ` (${others.map(([, value]) => shortened(typeof value === "object" ? value[language] : value, language)).join(", ")})`;
  const { feature: _, column: __, ...line } = place;
  return `${placeText(line, language).join("")}${found}`;
}
