import { catalogue, type Said } from "../domain/language.ts";
import { TURNING, WIDTHLESS } from "../protocol/words.ts";
import { decodeOld, type OldEncoding } from "./old-letters.ts";

/** How a file's bytes are letters; "UTF-8 BOM" starts with a byte order mark, as Excel writes it. */
export type Encoding = "UTF-8" | "UTF-8 BOM" | "UTF-16LE" | "UTF-16BE" | OldEncoding;

/** A file as text, or what it is instead of text. */
type DecodedText = { readonly text: string; readonly encoding: Encoding } | { readonly notText: Said };

const STARTS: readonly { readonly bytes: readonly number[]; readonly notText: string }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], notText: "Excel, zip" },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], notText: "Excel 97-2003" },
  { bytes: [0x1f, 0x8b], notText: "gzip" },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], notText: "GeoPackage, SQLite" },
];

const BINARY: Said = catalogue("import.text", { da: "bytes, der ikke er bogstaver", en: "bytes that are no letters" });

/**
 * Bytes to text: a byte order mark decides; else valid UTF-8 is UTF-8, and anything else is from before Unicode. Letters are
 * composed (NFC), so that names that look alike are alike.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const starts = (mark: readonly number[]): boolean => mark.every((byte, i) => bytes[i] === byte);
  const known = STARTS.find((start) => starts(start.bytes));
  if (known) return { notText: known.notText };
  const { text, encoding } = decode(bytes, starts);
  return text.includes("\0") ? { notText: BINARY } : { text: composed(text), encoding };
}

function decode(
  bytes: Uint8Array,
  starts: (mark: readonly number[]) => boolean,
): { readonly text: string; readonly encoding: Encoding } {
  if (starts([0xff, 0xfe])) return { text: new TextDecoder("utf-16le").decode(bytes), encoding: "UTF-16LE" };
  if (starts([0xfe, 0xff])) return { text: new TextDecoder("utf-16be").decode(bytes), encoding: "UTF-16BE" };
  const unmarked = utf16Order(bytes);
  if (unmarked) return { text: new TextDecoder(unmarked.toLowerCase()).decode(bytes), encoding: unmarked };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { text, encoding: starts([0xef, 0xbb, 0xbf]) ? "UTF-8 BOM" : "UTF-8" };
  } catch {
    return decodeOld(bytes);
  }
}

/** UTF-16 without a byte order mark: every other byte of its first signs is 0. */
function utf16Order(bytes: Uint8Array): "UTF-16LE" | "UTF-16BE" | undefined {
  const start = bytes.subarray(0, 100);
  const zeros = [0, 1].map((first) => start.filter((byte, i) => byte === 0 && i % 2 === first).length);
  if (start.length < 8 || start.length % 2 === 1) return undefined;
  if (zeros[0] === 0 && zeros[1] > 0.4 * start.length) return "UTF-16LE";
  return zeros[1] === 0 && zeros[0] > 0.4 * start.length ? "UTF-16BE" : undefined;
}

/**
 * "A" and a ring as one letter "Å", as keyboards write it; macOS and some databases take letters apart. What was copied out of a page may
 * have signs within that are not seen, without width or to turn the writing around: two names that look alike would not be.
 */
export const composed = (text: string): string =>
  /[^\0-\u00ff]/.test(text) ? text.normalize("NFC").replaceAll(TURNING, "").replaceAll(WIDTHLESS, "") : text;

/** UTF-8 read as Windows-1252 and saved again ("Ã¦"), signs that stand for lost letters, and control characters. */
const GARBLED = /Ã[\u0080-\u00bf†˜…‡‰Š]|[\ufffd\u007f-\u009f]|[^\t\n\r -\uffff]/;
/** A word with a question mark for a letter; web addresses have other signs beside it. */
const QUESTIONED = /^\p{L}+\?\p{Ll}[\p{L}?]*$/u;
const IN_WORD = /[\p{L}?]/u;
const BETWEEN_WORDS = /[\s;,"|]/;

/** The first words of the text whose letters were lost before it was saved. */
export function garbledWords(text: string): string | undefined {
  const garbled = text.search(GARBLED);
  const at = Math.max(garbled, questionedWord(text));
  return at < 0 ? undefined : wordsAround(text, at);
}

/** Where the first word with a question mark for a letter begins, -1: nowhere. Looks at words around question marks alone: a map has millions of others. */
function questionedWord(text: string): number {
  for (let mark = text.indexOf("?"); mark >= 0; mark = text.indexOf("?", mark + 1)) {
    let [start, end] = [mark, mark + 1];
    while (start > 0 && IN_WORD.test(text[start - 1])) start--;
    while (end < text.length && IN_WORD.test(text[end])) end++;
    const isWord = [text[start - 1], text[end]].every((sign) => sign === undefined || BETWEEN_WORDS.test(sign));
    if (isWord && QUESTIONED.test(text.slice(start, end))) return start;
  }
  return -1;
}

/** What stands between two delimiters, for a message. */
export function wordsAround(text: string, at: number): string {
  const before = /[^;,\t"|\r\n]*$/.exec(text.slice(Math.max(0, at - 40), at))?.[0] ?? "";
  const after = /^[^;,\t"|\r\n]*/.exec(text.slice(at, at + 40))?.[0] ?? "";
  return (before + after).trim();
}

/** Where the first letter beyond ASCII stands. */
export const firstSpecial = (text: string): number => text.search(/[^\0-\u007f]/);
