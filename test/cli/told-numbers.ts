import { unzipSync } from "fflate";
import loadSql from "sql.js";

/** Every number that a file tells, by where in the file it stands: the same place in two files has the same name. */
export type ToldNumbers = ReadonlyMap<string, string>;

/** A number that is told in steps may fall to either side of one. */
const MOST_VALUES = 2;

/** Places at which cases tell more than two values, with what they tell. `leftOut`: those of no pupil, or that follow from others. */
export function toldApart(cases: readonly ToldNumbers[], leftOut: RegExp): readonly string[] {
  const places = new Set(cases.flatMap((each) => [...each.keys()]));
  return [...places].flatMap((place) => {
    const values = cases.flatMap((each) => each.get(place) ?? []);
    return new Set(values).size > MOST_VALUES && !leftOut.test(place) ? [`${place}: ${values.join(" ")}`] : [];
  });
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Numbers in words by the words around them, so that a line more or less moves no other. */
function inWords(text: string, at: string, found: Map<string, string>): void {
  const masked = `${at}|${text.replaceAll(/\d[\d.,]*/g, "#").slice(0, 120)}`;
  [...text.matchAll(/-?\d+(?:[.,]\d+)*/g)].forEach(([number], i) => {
    const same = [...Array(99).keys()].find((again) => !found.has(`${masked}|${i}|${again}`));
    found.set(`${masked}|${i}|${same}`, number);
  });
}

/** What an item of a list is known by. */
function nameOf(item: unknown, number: number): string {
  if (typeof item !== "object" || item === null) return String(number);
  const names = ["key", "id", "site", "measure", "schoolYear", "grade"].flatMap((key) =>
    key in item ? [String(Reflect.get(item, key))] : [],
  );
  return names[0] ?? String(number);
}

function inJson(value: unknown, at: string, found: Map<string, string>): void {
  if (typeof value === "number") found.set(at, String(value));
  else if (typeof value === "string") inWords(value, at, found);
  else if (Array.isArray(value)) value.forEach((item, i) => inJson(item, `${at}/${nameOf(item, i)}`, found));
  else if (typeof value === "object" && value !== null)
    for (const [key, each] of Object.entries(value)) if (key !== "geometry") inJson(each, `${at}/${key}`, found);
}

function inLines(text: string, at: string, found: Map<string, string>): void {
  for (const line of text.split(/\n|<\/(?:td|th|tr|p|li|w:p|h\d)>/))
    inWords(
      line
        .replaceAll(/<[^>]*>/g, " ")
        .replaceAll(/\s+/g, " ")
        .trim(),
      at,
      found,
    );
}

/** The cells of a workbook's sheets, by row and column. */
function inSheets(files: Readonly<Record<string, Uint8Array>>, found: Map<string, string>): void {
  const shared = [...textOf(files["xl/sharedStrings.xml"] ?? new Uint8Array()).matchAll(/<si>(.*?)<\/si>/gs)].map(
    ([, item]) => item.replaceAll(/<[^>]*>/g, ""),
  );
  for (const [path, bytes] of Object.entries(files)) {
    if (!path.startsWith("xl/worksheets/")) continue;
    for (const [, row] of textOf(bytes).matchAll(/<row[^>]*>(.*?)<\/row>/gs)) {
      const cells = [...row.matchAll(/<c r="([A-Z]+)\d+"([^>]*)>.*?<v>(.*?)<\/v>/gs)].map(
        ([, column, kind, value]) => ({
          column,
          value: kind.includes('t="s"') ? shared[Number(value)] : value,
        }),
      );
      const name = cells
        .map(({ value }) => value)
        .filter((value) => Number.isNaN(Number(value)))
        .join(" ");
      for (const { column, value } of cells) inWords(value, `${path}/${name.replaceAll(/\d+/g, "#")}/${column}`, found);
    }
  }
}

/** Properties of a GeoPackage's layers; where things lie is no number of theirs. */
async function inTables(bytes: Uint8Array, found: Map<string, string>): Promise<void> {
  const { Database } = await loadSql();
  const database = new Database(bytes);
  const [tables] = database.exec("select table_name from gpkg_contents where data_type = 'features'");
  for (const [table] of tables?.values ?? []) {
    const [read] = database.exec(`select * from "${String(table)}"`);
    read?.values.forEach((row, i) =>
      row.forEach((value, column) => {
        if (!(value instanceof Uint8Array)) inJson(value, `${String(table)}/${i}/${read.columns[column]}`, found);
      }),
    );
  }
}

/** By the end of its name: tables, pages, papers, workbooks, maps; whatever else there is, as lines of text. */
export async function toldNumbers(name: string, bytes: Uint8Array): Promise<ToldNumbers> {
  const found = new Map<string, string>();
  if (/\.(json|geojson)$/.test(name)) inJson(JSON.parse(textOf(bytes)), "", found);
  else if (name.endsWith(".jsonl"))
    textOf(bytes)
      .trim()
      .split("\n")
      .forEach((line, i) => inJson(JSON.parse(line), String(i), found));
  else if (name.endsWith(".gpkg")) await inTables(bytes, found);
  else if (/\.(xlsx|zip|docx)$/.test(name)) {
    const files = unzipSync(bytes);
    inSheets(files, found);
    for (const [path, inside] of Object.entries(files)) {
      if (path.endsWith(".geojson")) inJson(JSON.parse(textOf(inside)), path, found);
      if (path === "word/document.xml") inLines(textOf(inside), path, found);
    }
  } else inLines(textOf(bytes), "", found);
  return found;
}
