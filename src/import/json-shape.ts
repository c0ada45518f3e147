import { NumberList } from "../kernels/number-list.ts";

/** Lists and objects within each other; map files have six, and what walks through them deeper runs out of room. */
export const DEEPEST = 100;

/** A list in a text: where its brackets stand, and where each of its entries begins and ends, blanks around them among them. */
interface ListSpan {
  readonly open: number;
  readonly close: number;
  /** `[2 * entry]` and `[2 * entry + 1]`. */
  readonly entries: Uint32Array;
}

/** What can be told of a JSON text by going through its signs once. */
export interface JsonShape {
  /** How deep brackets and braces stand within each other, those in strings left out. */
  readonly deepest: number;
  /** The first field that its object has already; only of a text that is valid JSON. */
  readonly again?: { readonly field: string; readonly offset: number };
  /** The list that the outermost object has by the name that was asked for. */
  readonly list?: ListSpan;
}

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/** Goes through a text, valid or not. */
export function jsonShape(text: string, listName?: string): JsonShape {
  let [deepest, depth] = [0, 0];
  let again: JsonShape["again"];
  let isField = false;
  /** The fields so far of each object around, by depth; `undefined` for a list. */
  const around: (FieldNames | undefined)[] = [];
  const names = fieldNamesByDepth();
  const list = listName === undefined ? undefined : listFinder();
  let nextIsList = false;
  for (let i = 0; i < text.length; i++) {
    const sign = text.charCodeAt(i);
    if (sign === QUOTE) {
      const end = endOfString(text, i);
      if (isField && depth > 0 && around[depth]) {
        if (!around[depth]?.add(text, i + 1, end)) again ??= { field: written(text.slice(i + 1, end)), offset: i };
        nextIsList = depth === 1 && text.slice(i + 1, end) === listName;
      }
      i = end;
    } else if (sign === COMMA) {
      isField = true;
      if (depth === 2) list?.comma(i);
    } else if (sign === COLON) isField = false;
    else if (sign === OPEN_OBJECT || sign === OPEN_LIST) {
      depth++;
      deepest = Math.max(deepest, depth);
      isField = sign === OPEN_OBJECT;
      // Deeper than that the text is refused, and its fields need not be known.
      around[depth] = isField && depth <= DEEPEST ? names(depth) : undefined;
      if (nextIsList && sign === OPEN_LIST && depth === 2) list?.open(i);
      nextIsList = false;
    } else if (sign === CLOSE_OBJECT || sign === CLOSE_LIST) {
      if (depth === 2) list?.close(i);
      depth--;
    }
  }
  const span = list?.found(text);
  return { deepest, ...(again && { again }), ...(span && { list: span }) };
}

/** The fields of one object. */
interface FieldNames {
  /** Whether the field, between two places of the text, is none that is there already. */
  readonly add: (text: string, start: number, end: number) => boolean;
}

/** From so many fields on an object is a table of things by name, and looked up as one. */
const MANY = 24;

/** Makes the function that begins a new object at a depth. Objects at one depth follow each other, so their names are kept in one place. */
function fieldNamesByDepth(): (depth: number) => FieldNames {
  const kept: (FieldNames & { readonly begin: () => void })[] = [];
  return (depth) => {
    kept[depth] ??= fieldNames();
    kept[depth].begin();
    return kept[depth];
  };
}

function fieldNames(): FieldNames & { readonly begin: () => void } {
  const names: string[] = [];
  let [count, many] = [0, new Set<string>()];
  /** Whether all fields so far are those of the object before, in its order: then none of them is there twice. */
  let asBefore = false;
  let isPlain = true;
  const isIn = (name: string): boolean => {
    if (count < MANY) {
      for (let k = 0; k < count; k++) if (names[k] === name) return true;
      return false;
    }
    if (many.size === 0) many = new Set(names.slice(0, count));
    return many.has(name);
  };
  return {
    begin: () => {
      [count, asBefore, isPlain] = [0, isPlain && names.length > 0, true];
      if (many.size > 0) many = new Set();
    },
    add: (text, start, end) => {
      const before = asBefore ? names[count] : undefined;
      if (before !== undefined && before.length === end - start && text.startsWith(before, start)) {
        count++;
        return true;
      }
      asBefore = false;
      const name = written(text.slice(start, end));
      isPlain &&= !name.includes("\\") && name.length === end - start;
      if (isIn(name)) return false;
      names[count] = name;
      names.length = ++count;
      if (many.size > 0) many.add(name);
      return true;
    },
  };
}

/** Finds the list's entries as its signs come by; a second list of that name is a field given twice. */
function listFinder() {
  let [first, last, from] = [-1, -1, -1];
  const bounds = new NumberList();
  const isInside = (): boolean => first >= 0 && last < 0;
  return {
    open: (at: number): void => {
      if (first < 0) [first, from] = [at, at + 1];
    },
    comma: (at: number): void => {
      if (!isInside()) return;
      bounds.push(from);
      bounds.push(at);
      from = at + 1;
    },
    close: (at: number): void => {
      if (isInside()) last = at;
    },
    found: (text: string): ListSpan | undefined => {
      if (last < 0) return undefined;
      if (bounds.length > 0 || text.slice(from, last).trim() !== "") {
        bounds.push(from);
        bounds.push(last);
      }
      return { open: first, close: last, entries: bounds.toWholes() };
    },
  };
}

/** The closing mark of the string that opens at `start`. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end;
}

/** Whether an odd number of backslashes stands before a sign. */
function isEscaped(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charCodeAt(before) === 92) before--;
  return (at - before) % 2 === 0;
}

/** A field as it reads: the same name can be written with escapes or without. What is no valid text stays as it is. */
function written(raw: string): string {
  if (!raw.includes("\\")) return raw;
  try {
    return String(JSON.parse(`"${raw}"`));
  } catch {
    return raw;
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
