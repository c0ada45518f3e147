import type { Dice } from "./attempt.ts";

/** Text that people, spreadsheets and attackers put where something else is expected. */
export const JUNK: readonly string[] = [
  "",
  " ",
  ";",
  '"',
  "\n",
  "-",
  "..",
  "NaN",
  "Infinity",
  "1e999",
  "null",
  "[]",
  "{}",
  "0",
  "-1",
  "1.234",
  "1.000",
  "2,5",
  "999999",
  "70000",
  "3.b",
  "0.-6. klasse",
  "\0",
  "æ",
  "A\u030Adal",
  "__proto__",
  "constructor",
  "=1+1",
  "<script>",
  "\u202Etxt",
  "12-08-2015",
  "x".repeat(300),
];

/** A file's text with one thing wrong with it. */
export type TextDamage = (text: string, dice: Dice) => string;

const passage: TextDamage = (text, { random, whole, one }) => {
  const from = Math.floor(random() * text.length);
  return text.slice(0, from) + one(JUNK) + text.slice(from + whole(0, 30));
};

const truncated: TextDamage = (text, { random }) => text.slice(0, Math.floor(random() * text.length));

const onLines =
  (change: (lines: string[], at: number, dice: Dice) => void): TextDamage =>
  (text, dice) => {
    const lines = text.split("\n");
    change(lines, dice.whole(0, lines.length - 1), dice);
    return lines.join("\n");
  };

const lineGone = onLines((lines, at, { whole }) => lines.splice(at, whole(1, 3)));
const lineTwice = onLines((lines, at) => lines.splice(at, 0, lines[at]));
const linesSwapped = onLines((lines, at, { whole }) => {
  const other = whole(0, lines.length - 1);
  [lines[at], lines[other]] = [lines[other], lines[at]];
});
const pastedTwice: TextDamage = (text) => text + text.slice(text.indexOf("\n") + 1);

/** Changes one cell of a table of plain fields; the header is row 0. */
const onCells = (change: (rows: string[][], dice: Dice) => void): TextDamage => {
  return (text, dice) => {
    const sign = text.slice(0, text.indexOf("\n")).includes(";") ? ";" : ",";
    const rows = text.split("\n").map((line) => line.split(sign));
    change(rows, dice);
    return rows.map((row) => row.join(sign)).join("\n");
  };
};

const cellReplaced = onCells((rows, { whole, one }) => {
  const row = rows[whole(0, rows.length - 1)];
  row[whole(0, row.length - 1)] = one(JUNK);
});
const columnRenamed = onCells(([header], { whole, one }) => {
  header[whole(0, header.length - 1)] = one(["antal børn", "number", "Elever", "ID", "trin", "x", "note", "pladser"]);
});
const columnGone = onCells((rows, { whole }) => {
  const at = whole(0, rows[0].length - 1);
  for (const row of rows) row.splice(at, 1);
});
const columnTwice = onCells((rows, { whole }) => {
  const at = whole(0, rows[0].length - 1);
  for (const row of rows) if (at < row.length) row.splice(at, 0, row[at]);
});
const columnFilled = onCells((rows, { whole, one }) => {
  const at = whole(0, rows[0].length - 1);
  const junk = one(JUNK);
  for (const row of rows.slice(1)) if (at < row.length) row[at] = junk;
});

const anotherSign: TextDamage = (text, { one }) => text.replaceAll(";", one([",", "\t", "|", ";;"]));
const windowsLines: TextDamage = (text) => text.replaceAll("\n", "\r\n");
const signLine: TextDamage = (text, { one }) => one(["sep=;\n", '"sep=;"\n', "\uFEFF", "\n\n"]) + text;
const decomposed: TextDamage = (text) => text.normalize("NFD");

/** Changes one place in a JSON document. */
const jsonChanged: TextDamage = (text, dice) => {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return passage(text, dice);
  }
  const places: { readonly holder: Record<string, unknown>; readonly key: string }[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const holder = value as Record<string, unknown>;
    const keys = Object.keys(holder);
    // Long lists are walked in a few places only: a file of 1,000 features has as many ways to go wrong as one of 10.
    for (const key of keys.length > 8 ? [dice.one(keys), dice.one(keys), ...keys.slice(0, 4)] : keys) {
      places.push({ holder, key });
      visit(holder[key]);
    }
  };
  visit(root);
  if (places.length === 0) return passage(text, dice);
  const { holder, key } = dice.one(places);
  const junk: unknown = dice.one([null, 0, -1, 1e9, 0.5, "", "0316", "x", [], {}, true, dice.one(JUNK)]);
  if (dice.chance(0.25)) delete holder[key];
  else holder[key] = junk;
  return JSON.stringify(root);
};

const ANY: readonly TextDamage[] = [passage, truncated, lineGone, lineTwice, linesSwapped, windowsLines];
const TABLE: readonly TextDamage[] = [
  ...ANY,
  pastedTwice,
  cellReplaced,
  cellReplaced,
  columnRenamed,
  columnGone,
  columnTwice,
  columnFilled,
  anotherSign,
  signLine,
  decomposed,
];
const DOCUMENT: readonly TextDamage[] = [...ANY, jsonChanged, jsonChanged, jsonChanged, jsonChanged, decomposed];

/** Letters as older programs write them; the pages have most Danish letters in other places. */
const encoded = (text: string, { one }: Dice): Uint8Array => {
  const way = one(["utf8", "utf8", "utf8", "utf8", "latin1", "utf16le", "dos"] as const);
  if (way === "dos") {
    const dos: Readonly<Record<string, number>> = { æ: 0x91, ø: 0x9b, å: 0x86, Æ: 0x92, Ø: 0x9d, Å: 0x8f };
    return Uint8Array.from(text, (letter) => dos[letter] ?? letter.charCodeAt(0) & 0xff);
  }
  if (way === "utf16le") return new Uint8Array(Buffer.from(`\uFEFF${text}`, way));
  return new Uint8Array(Buffer.from(text, way));
};

/** A case with one to three things wrong with some of its files; says which files were touched. */
export function damagedCase(
  files: ReadonlyMap<string, Uint8Array>,
  dice: Dice,
  isDamaged: (path: string) => boolean,
): { readonly files: Map<string, Uint8Array>; readonly touched: ReadonlySet<string> } {
  const damaged = new Map(files);
  const touched = new Set<string>();
  for (let faults = dice.one([1, 1, 1, 2, 3]); faults > 0; faults--) {
    const path = dice.one([...damaged.keys()].filter(isDamaged));
    const bytes = path && damaged.get(path);
    if (!bytes) break;
    touched.add(path);
    const fate = dice.random();
    if (fate < 0.03) damaged.delete(path);
    else if (fate < 0.06) damaged.set(`${path}.txt`, bytes);
    else {
      const text = new TextDecoder().decode(bytes);
      const damage = dice.one(path.endsWith(".csv") ? TABLE : DOCUMENT);
      damaged.set(path, encoded(damage(text, dice), dice));
    }
  }
  return { files: damaged, touched };
}
