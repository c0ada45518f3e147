import { inflateRawSync } from "node:zlib";
import { pythonWith } from "../python.ts";

/** The texts of a zip's files by name, read by its central directory: independent of whatever wrote it. */
export function unzipped(bytes: Uint8Array): ReadonlyMap<string, string> {
  const all = Buffer.from(bytes);
  const end = all.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const files = new Map<string, string>();
  let at = all.readUInt32LE(end + 16);
  for (let i = 0; i < all.readUInt16LE(end + 10); i++) {
    const [method, size] = [all.readUInt16LE(at + 10), all.readUInt32LE(at + 20)];
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => all.readUInt16LE(at + offset));
    const local = all.readUInt32LE(at + 42);
    const start = local + 30 + all.readUInt16LE(local + 26) + all.readUInt16LE(local + 28);
    const packed = all.subarray(start, start + size);
    const name = all.toString("utf8", at + 46, at + 46 + nameLength);
    files.set(name, (method === 8 ? inflateRawSync(packed) : packed).toString("utf8"));
    at += 46 + nameLength + extra + comment;
  }
  return files;
}

const plain = (xml: string): string =>
  xml
    .replaceAll(/<w:br\b[^>]*>/g, " ")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&")
    .replaceAll(/\s+/g, " ")
    .trim();

const parts = (xml: string, tag: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<${tag}(?: [^>]*)?>(.*?)</${tag}>`, "gs"))].map(([, inside]) => inside);

/** Every table as rows of cells: `[table][row][cell]`. */
export const wordTables = (xml: string): readonly (readonly (readonly string[])[])[] =>
  parts(xml, "w:tbl").map((table) => parts(table, "w:tr").map((row) => parts(row, "w:tc").map(plain)));

export const pageTables = (html: string): readonly (readonly (readonly string[])[])[] =>
  parts(html, "table").map((table) =>
    parts(table, "tr").map((row) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) => plain(cell.replaceAll("<br>", " "))),
    ),
  );

/** The program that is not ours and reads Word files, where the machine has one. */
export const pythonDocx = pythonWith("docx");

export function readByPython(path: string): unknown {
  if ("none" in pythonDocx) throw new Error(pythonDocx.none);
  return pythonDocx.run(
    "import docx,json,sys\nprint(json.dumps([[[' '.join(c.text.split()) for c in r.cells] for r in t.rows] for t in docx.Document(sys.argv[1]).tables]))",
    path,
  );
}
