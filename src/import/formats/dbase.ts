import { decodeDos } from "../old-letters.ts";

/** How a table's letters are written: reads them, or tells that they are not written so. */
export type Letters = (bytes: Uint8Array) => string | undefined;

/** Encodings by how .cpg files and people write them: an encoding's own name, or Windows' number for it. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^(utf-?8|65001)$/i, "utf-8"],
  [/^(ansi|(ansi |windows-?|cp-?)?1252)$/i, "windows-1252"],
  [/^(iso[- _]?8859[-_]?1|latin-?1|28591|88591)$/i, "windows-1252"],
  [/^(iso[- _]?8859[-_]?15|latin-?9|28605|885915)$/i, "iso-8859-15"],
  [/^(oem |cp-?|ibm-?|dos-?)?850$/i, "850"],
];

/** The encoding of a name; `undefined` where none is called so. */
export function lettersOf(name: string): Letters | undefined {
  const label = NAMES.find(([pattern]) => pattern.test(name.trim()))?.[1] ?? name.trim();
  if (label === "850") return decodeDos;
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    return (bytes) => {
      try {
        return decoder.decode(bytes);
      } catch {
        return undefined;
      }
    };
  } catch {
    return undefined;
  }
}

/** What byte 29 of a dBASE file says of its letters; 0 says nothing, others are code pages that are not read. */
export const LANGUAGE_BYTES: ReadonlyMap<number, string> = new Map([
  [0x02, "850"],
  [0x03, "windows-1252"],
  [0x57, "windows-1252"],
  [0x58, "windows-1252"],
  [0x59, "windows-1252"],
]);

/** A table in dBASE's format, as its bytes stand in it. */
export interface DbaseTable {
  readonly language: number;
  /** Rows that its header states, deleted ones among them. */
  readonly stated: number;
  readonly fields: readonly { readonly name: Uint8Array; readonly type: string }[];
  /** Each row's fields; `undefined` where it is marked as deleted. */
  readonly rows: readonly (readonly Uint8Array[] | undefined)[];
}

const FIELDS_END = 0x0d;
const DELETED = 0x2a;

/** Reads a table as far as it goes; what its header does not agree with is for the caller to see. */
export function readDbase(bytes: Uint8Array): DbaseTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [stated, start, length] = [view.getUint32(4, true), view.getUint16(8, true), view.getUint16(10, true)];
  const fields: { name: Uint8Array; type: string; at: number; length: number }[] = [];
  let at = 1;
  for (let field = 32; view.getUint8(field) !== FIELDS_END; field += 32) {
    const name = bytes.subarray(field, field + 11);
    const end = name.indexOf(0);
    const size = view.getUint8(field + 16);
    fields.push({
      name: end < 0 ? name : name.subarray(0, end),
      type: String.fromCharCode(view.getUint8(field + 11)),
      at,
      length: size,
    });
    at += size;
  }
  if (at !== length || start < 33 || fields.length === 0) throw new RangeError("fields are not as long as a row");
  const count = Math.min(stated, Math.floor((bytes.length - start) / length));
  const rows = Array.from({ length: count }, (_, row) => {
    const from = start + row * length;
    if (bytes[from] === DELETED) return undefined;
    return fields.map((field) => bytes.subarray(from + field.at, from + field.at + field.length));
  });
  return { language: view.getUint8(29), stated, fields, rows };
}
