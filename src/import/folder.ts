import { catalogue, quotedList, type Text } from "../domain/language.ts";
import { nearNames } from "../domain/near-names.ts";
import { type ColumnNames, readSheet, type Sheet } from "./columns.ts";
import { asTable } from "./formats/as-table.ts";
import type { Sources } from "./formats/sources.ts";
import { readJsonWithList } from "./json-list.ts";
import { type MapSource, mapOfJson, mapOfLayer } from "./map-source.ts";
import { type JsonText, readJson } from "./json-text.ts";
import type { Layer } from "./formats/layers.ts";
import type { FileNote } from "./notes.ts";
import type { Report } from "./report.ts";
import { readTable, type Table } from "./table.ts";
import { type ImportWatch, step, watchedMap } from "./watch.ts";
import { decodeText, firstSpecial, garbledWords, wordsAround } from "./text.ts";

/** Whether a case can do without the file. */
type Need = "required" | "optional";

/** Whether columns that mean nothing here may be slips, or are of a format that has more than is read. */
type OtherColumns = "slips" | "of a format";

/** The files of a case, opened one by one; what is found out about each is noted. */
export interface Folder {
  readonly has: (path: string) => boolean;
  /** In code-unit order. */
  readonly paths: () => readonly string[];
  readonly sheet: <Role extends string>(
    path: string,
    need: Need,
    names: ColumnNames<Role>,
    required: readonly NoInfer<Role>[],
    others?: OtherColumns,
  ) => Sheet<Role> | undefined;
  readonly json: (path: string, need: Need) => JsonText | undefined;
  /** Whether a file comes as a map, also where it could be a table. */
  readonly isMap: (path: string) => boolean;
  /** A map's features, whatever format they come in. `share`: how much of the work on the file it is to read them; all of it unless said. */
  readonly map: (path: string, need: Need, share?: number) => MapSource | undefined;
  /** Tells how far the work on a file is, from 0 to 1, and ends the import where it is stopped. */
  readonly tell: (path: string, share: number) => void;
  /** Adds to the note of a file that was opened. */
  readonly note: (path: string, found: Partial<FileNote>) => void;
  readonly notes: () => readonly FileNote[];
}

/** How letters from before Unicode are called. */
const OLD_LETTERS: Readonly<Record<"DOS code page 850" | "Mac", Text>> = catalogue("import.folder", {
  "DOS code page 850": { da: "DOS-tegn (tegntabel 850)", en: "DOS letters (code page 850)" },
  Mac: { da: "Mac-tegn", en: "Mac letters" },
});

/** What a folder holds besides the case's own text files. */
interface Beside {
  /** Names of files that are not read. */
  readonly unread?: readonly string[];
  /** What stands for a file of the case, by that file's path. */
  readonly sources?: Sources;
  readonly watch?: ImportWatch | undefined;
}

export function openFolder(
  given: ReadonlyMap<string, Uint8Array>,
  report: Report,
  { unread = [], sources = new Map(), watch }: Beside = {},
): Folder {
  const texts = [...sources].flatMap(([path, { content }]) =>
    typeof content === "object" && content.kind === "text" ? [[path, content.bytes] as const] : [],
  );
  const files = new Map([...given, ...texts]);
  const has = (path: string): boolean => files.has(path) || sources.has(path);
  /** A file in another format: its layer, or why it has none. */
  const layerOf = (path: string): Layer | "unreadable" | undefined => {
    const content = sources.get(path)?.content;
    return typeof content === "object" && content.kind === "text" ? undefined : content;
  };
  const notes = new Map<string, FileNote>();
  const note = (path: string, found: Partial<FileNote>): void => {
    const known = notes.get(path);
    if (known) notes.set(path, { ...known, ...found });
  };
  const textOf = (path: string, need: Need): string | undefined => {
    const bytes = files.get(path);
    if (bytes) step(watch, { file: path, done: 0, of: 1 });
    if (!bytes) {
      if (need === "required") reportMissing(path, unread, report);
      return undefined;
    }
    const decoded = decodeText(bytes);
    if ("notText" in decoded) {
      report("file.not-text", { file: path }, { found: decoded.notText });
      return undefined;
    }
    const { text, encoding } = decoded;
    notes.set(path, { file: path, encoding });
    if (encoding === "DOS code page 850" || encoding === "Mac")
      report(
        "file.old-letters",
        { file: path },
        { encoding: OLD_LETTERS[encoding], found: wordsAround(text, firstSpecial(text)) },
      );
    const garbled = garbledWords(text);
    if (garbled !== undefined) report("file.garbled", { file: path }, { found: garbled });
    if (text.trim() !== "") return text;
    report("file.empty", { file: path }, {});
    return undefined;
  };
  const tableIn = (path: string, need: Need, others: OtherColumns): Table | undefined => {
    const layer = layerOf(path);
    if (layer === "unreadable") return undefined;
    if (layer) {
      notes.set(path, { file: path });
      return asTable(path, layer, report);
    }
    const text = textOf(path, need);
    return text === undefined
      ? undefined
      : readTable(path, text, report, others === "slips" ? "of a register" : others);
  };
  const mapIn = (path: string, need: Need): MapSource | undefined => {
    const layer = layerOf(path);
    if (layer === "unreadable") return undefined;
    if (layer) {
      notes.set(path, { file: path });
      return layer.kind === "map" ? mapOfLayer(path, layer, report) : undefined;
    }
    const text = textOf(path, need);
    const json = text === undefined ? undefined : readJsonWithList(path, text, "features", report);
    return json && mapOfJson(json, report);
  };
  return {
    has,
    paths: () => [...new Set([...files.keys(), ...sources.keys()])].toSorted(),
    sheet: (path, need, names, required, others = "slips") => {
      const table = tableIn(path, need, others);
      if (!table) return undefined;
      note(path, { ...(table.delimiter && { delimiter: table.delimiter }), rows: table.rows.length });
      if (table.rows.length === 0 && need === "required") report("table.no-rows", { file: path }, {});
      const sheet = readSheet(table, names, required, report);
      if (sheet && others === "slips" && sheet.unused.length > 0) {
        note(path, { unusedColumns: sheet.unused });
        report("table.columns-unknown", { file: path, line: table.header.line }, { columns: quotedList(sheet.unused) });
      }
      return sheet;
    },
    json: (path, need) => {
      const text = textOf(path, need);
      return text === undefined ? undefined : readJson(path, text, report);
    },
    isMap: (path) => {
      const layer = layerOf(path);
      return typeof layer === "object" && layer.kind === "map";
    },
    map: (path, need, share = 1) => {
      const map = mapIn(path, need);
      return map && watchedMap(map, watch, share);
    },
    tell: (path, share) => step(watch, { file: path, done: share, of: 1 }),
    note,
    notes: () => [...notes.values()],
  };
}

/** A missing file, with those that look as if they were meant for it: pupils.xlsx, Pupils.CSV, pupils.csv.txt. */
function reportMissing(path: string, beside: readonly string[], report: Report): void {
  const stem = path.split(".")[0];
  const alike = beside.filter((other) => {
    const word = other.split(".")[0].toLowerCase();
    return word.startsWith(stem) || nearNames(word, [stem]).length > 0;
  });
  if (alike.length === 0) report("file.missing", { file: path }, {});
  else report("file.missing-beside", { file: path }, { beside: alike.join(", ") });
}
