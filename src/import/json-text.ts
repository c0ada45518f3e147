import { findNodeAtLocation, type Node, type ParseError, parse, parseTree } from "jsonc-parser";
import type { z } from "zod";
import { nearNames } from "../domain/near-names.ts";
import { isNewer } from "../protocol/versions.ts";
import type { Report, Spot } from "./report.ts";
import { DEEPEST, isRecord, type JsonShape, jsonShape } from "./json-shape.ts";
import { fieldsAt } from "./schema-fields.ts";
import { composed } from "./text.ts";

/** Where in a JSON document a value is: field names and list positions from the top. */
export type JsonPath = readonly (string | number)[];

/** A JSON file's value, and where in the file each part of it stands. */
export interface JsonText {
  readonly file: string;
  readonly value: unknown;
  /** Line and column of the value at the path, or of the nearest one around it; entries of one list are of one group. */
  readonly at: (path: JsonPath) => Spot;
}

/** Letters taken apart can hide in escapes, as Python writes them: "a\\u030a" for "å". */
const APART = /\\u03[0-6][0-9a-f]/i;
/** Whole numbers of so many digits are ids, of which a number would lose the last ones. */
const LONG_ID = /(?<!\\)(":\s*)(-?\d{16,})(?=\s*[,}\]])/;
const LONG_IDS = new RegExp(LONG_ID, "g");
const putTogether = (_key: string, value: unknown): unknown => (typeof value === "string" ? composed(value) : value);

export function readJson(file: string, text: string, report: Report): JsonText | undefined {
  const shape = soundShape(file, text, report);
  if (!shape) return undefined;
  let value: unknown;
  try {
    value = valueReader(text)(text);
  } catch {
    reportSyntax(file, text, report);
    return undefined;
  }
  if (hasHiddenFields(file, text, shape, report)) return undefined;
  return { file, value, at: spotsIn(file, () => ({ tree: parseTree(text), lineAt: lineFinder(text) })) };
}

/** Makes the function that reads the text or a part of it. */
export function valueReader(text: string): (part: string) => unknown {
  const reviver = APART.test(text) ? putTogether : undefined;
  if (!LONG_ID.test(text)) return (part) => JSON.parse(part, reviver);
  return (part) => JSON.parse(part.replaceAll(LONG_IDS, '$1"$2"'), reviver);
}

export function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** The text's shape, unless it is nested too deep to be read. */
export function soundShape(file: string, text: string, report: Report, listName?: string): JsonShape | undefined {
  const shape = jsonShape(text, listName);
  if (shape.deepest <= DEEPEST) return shape;
  report("json.too-deep", { file }, { found: shape.deepest, most: DEEPEST });
  return undefined;
}

/** Says where a text stops being JSON. */
export function reportSyntax(file: string, text: string, report: Report): void {
  const errors: ParseError[] = [];
  parse(text, errors, { disallowComments: true });
  const { offset, length } = errors[0] ?? { offset: 0, length: 0 };
  const end = text.trimEnd().length;
  // A string that is never closed is wrong from its beginning on.
  if (offset >= end || (text[offset] === '"' && offset + length >= end)) {
    report("json.cut-short", { file, ...lineFinder(text)(end) }, {});
    return;
  }
  const found = text
    .slice(offset, offset + 12)
    .split(/[\r\n]/)[0]
    .trim();
  report("json.syntax", { file, ...lineFinder(text)(offset) }, { found: found === "" ? "\u2026" : found });
}

/** Whether a field would be left out without a word by whoever reads the text, which is then an issue. */
export function hasHiddenFields(file: string, text: string, { again }: JsonShape, report: Report): boolean {
  if (again) {
    // Readers of JSON take the last one.
    report("json.field-twice", { file, ...lineFinder(text)(again.offset) }, { field: again.field });
    return true;
  }
  const hidden = /"__proto__"\s*:/.exec(text);
  if (hidden) report("json.field-unknown", { file, ...lineFinder(text)(hidden.index) }, { field: "__proto__" });
  return hidden !== null;
}

interface ParsedText {
  readonly tree: Node | undefined;
  readonly lineAt: ReturnType<typeof lineFinder>;
}

/** Makes the function from a path to where it stands; the text is looked into for that only when first asked. */
export function spotsIn(file: string, parsed: () => ParsedText): (path: JsonPath) => Spot {
  const known = lazily(parsed);
  return (path) => {
    const node = nodeAt(known().tree, path);
    const named = node?.parent?.type === "property" ? node.parent : node;
    const group = groupOf(path);
    return { file, ...known().lineAt(named?.offset ?? 0), ...(group !== undefined && { group }) };
  };
}

/** Entries of one list are of one group; `undefined` of what stands in none. */
export const groupOf = (path: JsonPath): string | undefined =>
  path.some((step) => typeof step === "number")
    ? path.map((step) => (typeof step === "number" ? "*" : step)).join(".")
    : undefined;

/** The node at the path, or the nearest one around it. */
function nodeAt(tree: Node | undefined, path: JsonPath): Node | undefined {
  const node = tree && findNodeAtLocation(tree, [...path]);
  return node || path.length === 0 ? node : nodeAt(tree, path.slice(0, -1));
}

/** Makes the function from an offset in the text to its 1-based line and column. */
export function lineFinder(text: string): (offset: number) => { readonly line: number; readonly column: string } {
  const starts = [0];
  for (const end of text.matchAll(/\r\n|\r|\n/g)) starts.push(end.index + end[0].length);
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: String(offset - starts[low] + 1) };
  };
}

/** What a field may be, by its path, where the schema does not say it to a planner. */
const EXPECTED: ReadonlyMap<string, string> = new Map([
  ["name", '"Holbæk", "Lejre" …'],
  ["code", '"0000" … "9999"'],
  ["schoolYear", '"2015/16", "2016/17" …'],
  ["units.kind", '"h3" | "polygons"'],
  ["assignment.kind", '"zones" | "same-as" | "nearest"'],
  ["kind", '"consolidate" | "reassign" | "network" | "redraw"'],
]);

/** Fields that need words rather than signs when they are wrong. */
const WORDED: ReadonlyMap<string, "case.code" | "case.crs" | "case.school-year-form"> = new Map([
  ["code", "case.code"],
  ["crs", "case.crs"],
  ["schoolYear", "case.school-year-form"],
]);

/** The value as the schema has it; each way it does not fit is an issue with its line and column. */
export function fitSchema<Schema extends z.ZodType>(
  json: JsonText,
  schema: Schema,
  report: Report,
): z.output<Schema> | undefined {
  const result = schema.safeParse(json.value);
  if (result.success) return result.data;
  if (!reportOtherFile(json, result.error.issues, report))
    for (const issue of result.error.issues) reportMisfit(json, schema, issue, report);
  return undefined;
}

/**
 * A file that says it is of another kind, or says nothing, or that is of a version not known here, fits in many places: the one that says
 * why is told alone. Says whether it is such a file.
 */
function reportOtherFile(json: JsonText, issues: readonly z.core.$ZodIssue[], report: Report): boolean {
  const wrong = (field: string) => issues.find(({ path }) => path.length === 1 && path[0] === field);
  const [format, version] = [wrong("format"), wrong("version")];
  // Where only the one line is forgotten, the file is read on, for all that is wrong with it.
  if (format && (version || valueAt(json.value, ["format"]) !== undefined)) {
    report("json.kind-wrong", json.at(["format"]), { expected: `"format": ${expectation(["format"], format)}` });
    return true;
  }
  const found = valueAt(json.value, ["version"]);
  const newest = version?.code === "invalid_value" ? Math.max(...version.values.map(Number)) : Infinity;
  if (!isNewer(found, newest)) return false;
  report("json.newer", json.at(["version"]), { found, newest });
  return true;
}

function reportMisfit(json: JsonText, schema: z.ZodType, issue: z.core.$ZodIssue, report: Report): void {
  const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
  if (issue.code === "unrecognized_keys") {
    for (const key of issue.keys) reportUnknown(json, schema, [...path, key], report);
    return;
  }
  const inner = issue.code === "invalid_union" ? onlyForm(issue.errors) : undefined;
  if (inner) {
    for (const each of inner) reportMisfit(json, schema, { ...each, path: [...issue.path, ...each.path] }, report);
    return;
  }
  const found = valueAt(json.value, path);
  const field = path.join(".");
  const expected = expectation(path, issue);
  if (path.length === 0) return report("json.file-wrong", json.at(path), { found: brief(found) });
  const worded = WORDED.get(field);
  if (found !== undefined && worded !== undefined) report(worded, json.at(path), { found: brief(found) });
  else if (found === undefined) report("json.field-missing", json.at(path), { field, expected });
  else report("json.field-wrong", json.at(path), { field, found: brief(found), expected });
}

const isInside = ({ path, code }: z.core.$ZodIssue): boolean => path.length > 0 || code === "unrecognized_keys";

/** What is wrong with the one form that a value is of, where it is an object with something wrong in it and all other forms are none. */
function onlyForm(forms: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] | undefined {
  const [form, ...others] = forms.filter((issues) => issues.every(isInside));
  return others.length === 0 ? form : undefined;
}

/** A field that the file has where the schema has none, with the one that may be meant: one that is not there already. */
function reportUnknown(json: JsonText, schema: z.ZodType, path: JsonPath, report: Report): void {
  const [around, field] = [path.slice(0, -1), String(path.at(-1))];
  const there = valueAt(json.value, around);
  const free = fieldsAt(schema, around).filter((known) => !isRecord(there) || !Object.hasOwn(there, known));
  const [near] = nearNames(field, free, 1);
  if (near === undefined) report("json.field-unknown", json.at(path), { field: path.join(".") });
  else report("json.field-near", json.at(path), { field: path.join("."), near });
}

/** Like JavaScript's own writing of the value, cut short. */
function brief(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 39)}\u2026` : text;
}

function valueAt(value: unknown, path: JsonPath): unknown {
  let at = value;
  for (const step of path) {
    if (typeof at !== "object" || at === null) return undefined;
    at = new Map<string, unknown>(Object.entries(at)).get(String(step));
  }
  return at;
}

/** What the schema wants there, in signs rather than words, since it stands in texts of both languages. */
function expectation(path: JsonPath, issue: z.core.$ZodIssue): string {
  const known = EXPECTED.get(path.join("."));
  if (known !== undefined) return known;
  if (issue.code === "invalid_type") return TYPE_SIGNS.get(issue.expected) ?? issue.expected;
  if (issue.code === "invalid_value") return issue.values.map((value) => JSON.stringify(value)).join(" | ");
  if (issue.code === "too_small") return bound(issue.origin, issue.inclusive === false ? ">" : "≥", issue.minimum);
  if (issue.code === "too_big") return bound(issue.origin, issue.inclusive === false ? "<" : "≤", issue.maximum);
  if (issue.code === "invalid_union" && issue.errors.length > 0)
    return [...new Set(issue.errors.flatMap((errors) => errors.map((each) => expectation(path, each))))].join(" | ");
  if (issue.code === "invalid_format") return FORMAT_SIGNS.get(issue.format) ?? patternSigns(issue);
  // Checks of our own say what they want in signs.
  return issue.code === "custom" ? issue.message : "\u2026";
}

/** Texts that have to be written in one way. */
const FORMAT_SIGNS: ReadonlyMap<string, string> = new Map([
  ["datetime", '"2016-08-01T12:00:00Z"'],
  ["date", '"2016-08-01"'],
]);

const patternSigns = ({ pattern }: { readonly pattern?: string | undefined }): string => pattern ?? '"\u2026"';

/** Kinds of values as JSON writes them, since words would be of one language. */
const TYPE_SIGNS: ReadonlyMap<string, string> = new Map([
  ["string", '"…"'],
  ["number", "123"],
  ["int", "123"],
  ["boolean", "true | false"],
  ["object", "{ … }"],
  ["record", "{ … }"],
  ["array", "[ … ]"],
]);

/** A bound on a number itself, or on how much of a text or list there is; any text at all is told by its signs alone. */
const bound = (origin: string, sign: string, limit: number | bigint): string => {
  if (origin === "string" && sign === "≥" && Number(limit) === 1) return '"…"';
  const of = origin === "string" || origin === "array" ? `${TYPE_SIGNS.get(origin)} ` : "";
  return `${of}${sign} ${limit}`;
};
