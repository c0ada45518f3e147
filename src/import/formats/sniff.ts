import { zipNames } from "./archive.ts";
import type { FormatKey } from "./readers.ts";
import type { Role } from "./roles.ts";

/** What a file's bytes show it to be, whatever it is called: a format of the table or what is known and not read. */
export type Content = FormatKey | "old-excel";

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((byte, i) => bytes[i] === byte);
const latin = (text: string): readonly number[] => Array.from(text, (sign) => sign.charCodeAt(0));

/** Formats by the bytes that they begin with. */
const MARKS: readonly (readonly [mark: readonly number[], content: Content])[] = [
  [[0xd0, 0xcf, 0x11, 0xe0], "old-excel"],
];

/** An OpenStreetMap extract begins with a length and a header that says what it is. */
const OSM_HEADER = [0x0a, 9, ...latin("OSMHeader")];

/** `undefined` where nothing shows: text of some other kind, or damaged. */
export function contentOf(bytes: Uint8Array, role: Role): Content | undefined {
  if (startsWith(bytes, latin("PK"))) return packedContent(zipNames(bytes));
  if (startsWith(bytes.subarray(4), OSM_HEADER)) return "osm-pbf";
  const marked = MARKS.find(([mark]) => startsWith(bytes, mark))?.[1];
  if (marked !== undefined) return marked;
  // A single document is what the case's own maps are.
  if (isSequence(bytes)) return "geojson";
  const isJson = /^\s*\{\s*"/.test(new TextDecoder("latin1").decode(bytes.subarray(0, 100)).replace("ï»¿", ""));
  return role.kind === "table" && isJson ? "geojson" : undefined;
}

/** What an archive is by the names of the files in it. */
function packedContent(names: readonly string[]): Content | undefined {
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (has(/^xl\/workbook\.xml$/i)) return "xlsx";
  return has(/^content\.xml$/i) ? "ods" : undefined;
}

const BLANKS = new Set(latin(" \t\r\n"));
const [OPEN, CLOSE, LINE_END] = latin("{}\n");
/** What stands before each record of a sequence (RFC 8142). */
const RECORD_SEPARATOR = 0x1e;

/** Whether JSON is one record after another, a line each or after a separator: a document that ends on its first line is not followed by another. */
export function isSequence(bytes: Uint8Array): boolean {
  const start = bytes.findIndex((byte) => !BLANKS.has(byte));
  if (bytes[start] === RECORD_SEPARATOR) return true;
  const end = bytes.indexOf(LINE_END, start);
  if (bytes[start] !== OPEN || end < 0) return false;
  const last = bytes.subarray(start, end).findLast((byte) => !BLANKS.has(byte));
  return last === CLOSE && bytes.subarray(end).find((byte) => !BLANKS.has(byte)) === OPEN;
}
