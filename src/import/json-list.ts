import { parseTree } from "jsonc-parser";
import {
  groupOf,
  hasHiddenFields,
  type JsonPath,
  type JsonText,
  lazily,
  lineFinder,
  readJson,
  reportSyntax,
  soundShape,
  spotsIn,
  valueReader,
} from "./json-text.ts";
import type { Report, Spot } from "./report.ts";

/** A JSON file whose outermost object has a list too long to be held as values all at once: its entries are made anew whenever asked for. */
export interface JsonWithList extends JsonText {
  /** Absent where the file has no such list; else `value` has an empty one in its place. */
  readonly list?: {
    readonly count: number;
    /** "broken": the text is no JSON there. */
    readonly entry: (number: number) => { readonly value: unknown } | "broken";
    /** Says where and how the text is broken. */
    readonly reportBroken: () => void;
  };
}

/** Reads a file without its longest list, whose entries are looked into one by one. */
export function readJsonWithList(
  file: string,
  text: string,
  listName: string,
  report: Report,
): JsonWithList | undefined {
  const shape = soundShape(file, text, report, listName);
  if (!shape?.list) return shape && readJson(file, text, report);
  const { open, close, entries } = shape.list;
  const valueOf = valueReader(text);
  let value: unknown;
  try {
    value = valueOf(text.slice(0, open + 1) + text.slice(close));
  } catch {
    reportSyntax(file, text, report);
    return undefined;
  }
  if (hasHiddenFields(file, text, shape, report)) return undefined;
  const entryText = (number: number): string => text.slice(entries[2 * number], entries[2 * number + 1]);
  const lines = lazily(() => lineFinder(text));
  const around = spotsIn(file, () => ({
    tree: parseTree(text.slice(0, open + 1) + text.slice(close)),
    lineAt: (offset) => lines()(offset > open ? offset + close - open - 1 : offset),
  }));
  const list = {
    count: entries.length / 2,
    entry: (number: number) => {
      try {
        return { value: valueOf(entryText(number)) };
      } catch {
        return "broken";
      }
    },
    reportBroken: () => reportSyntax(file, text, report),
  } as const;
  const at = (path: JsonPath): Spot => {
    const [name, number, ...within] = path;
    if (name !== listName || typeof number !== "number" || number >= list.count) return around(path);
    const from = entries[2 * number];
    const inEntry = spotsIn(file, () => ({
      tree: parseTree(entryText(number)),
      lineAt: (offset) => lines()(from + offset),
    }));
    return { ...inEntry(within), group: groupOf(path) ?? "" };
  };
  return { file, value, at, list };
}
