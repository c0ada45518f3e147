import { readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync, zipSync } from "fflate";
import type { Issue } from "../../src/domain/issue.ts";
import { readFormats } from "../../src/import/formats/read-formats.ts";
import { firstFeatures, type Layer } from "../../src/import/formats/layers.ts";
import { type ImportedCase, importCase } from "../../src/import/import-case.ts";
import { ISSUE_TEXTS } from "../../src/import/issue-texts.ts";
import { formatIssue } from "../../src/report/issue.ts";
import { tinyCase } from "../cases/tiny.ts";
import { type Dice, type Find, type Kind, Tally } from "./attempt.ts";

/** A file that another program wrote in place of one of the tiny case's. */
interface Given {
  readonly own: "pupils.csv" | "roads.geojson";
  readonly name: string;
}

const COLLECTION = "pupils.geojson";

const GIVEN: readonly Given[] = [
  ...["xlsx", "ods", "gpkg", "shp.zip", "fgb", "kml", "kmz", "geojsonl"].map((ending): Given => ({
    own: "pupils.csv",
    name: `pupils.${ending}`,
  })),
  ...["gpkg", "shp.zip", "fgb", "kml"].map((ending): Given => ({ own: "roads.geojson", name: `roads.${ending}` })),
];

/** Further flavours of GeoJSON; the first is made of the golden sequence. */
const FLAVOURS: readonly Given[] = [
  { own: "pupils.csv", name: COLLECTION },
  { own: "roads.geojson", name: "roads.geojsonl" },
  { own: "roads.geojson", name: "roads.geojsons" },
];

const golden = (name: string): Uint8Array =>
  name === COLLECTION
    ? new TextEncoder().encode(
        `{"type":"FeatureCollection","features":[${new TextDecoder().decode(golden("pupils.geojsonl")).trim().split("\n").join(",\n")}]}`,
      )
    : new Uint8Array(readFileSync(join(process.cwd(), "test/import/formats/golden", name)));

/** What is in a file as a whole: what import says of it, its rows or features, and its pupils. */
interface Whole {
  readonly bytes: Uint8Array;
  readonly known: ReadonlySet<string>;
  readonly count: number;
  readonly pupils: number;
}

const wholes = new Map<string, Promise<Whole>>();
const wholeOf = (given: Given): Promise<Whole> => {
  const known = wholes.get(given.name) ?? readWhole(given);
  wholes.set(given.name, known);
  return known;
};

async function readWhole(given: Given): Promise<Whole> {
  const bytes = golden(given.name);
  const { value, issues, layer } = await read(given, bytes);
  if (!value || !layer) throw new Error(`${given.name} is damaged before anything is done to it`);
  return { bytes, known: new Set(issues.map(codeOf)), count: countIn(layer), pupils: pupilsIn(value) };
}

const codeOf = ({ code }: Issue): string => code;

async function read({ own, name }: Given, bytes: Uint8Array) {
  const files = await readFormats(tinyCase({ [own]: undefined, [name]: bytes }));
  const content = files.sources.get(own)?.content;
  const layer = typeof content === "object" && content.kind !== "text" ? content : undefined;
  return { ...importCase(files), layer };
}

/** Features, or rows with something in them below the header. */
const countIn = (layer: Layer): number =>
  layer.kind === "map"
    ? layer.features.length
    : layer.rows.filter(({ cells }) => cells.some((cell) => cell !== "")).length - 1;

const pupilsIn = ({ notes: { pupils } }: ImportedCase): number =>
  pupils.placed + pupils.outside + pupils.gradeTen + pupils.nowhere;

const isGrade = (name: string): boolean => /^[0-9]$/.test(name);

/** Pupils as a simple reader finds them in a layer: the columns that are called as grades. */
function countedIn(layer: Layer): number {
  if (layer.kind === "map")
    return sum(
      [...firstFeatures(layer)].flatMap(({ properties }) =>
        Object.entries(properties).flatMap(([name, value]) => (isGrade(name) ? Number(value) : [])),
      ),
    );
  const [header, ...rows] = layer.rows;
  return sum(rows.flatMap(({ cells }) => cells.filter((_, i) => isGrade(header.cells[i])).map(Number)));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

type Damage = (bytes: Uint8Array, dice: Dice) => Uint8Array;

const bitsFlipped: Damage = (bytes, { whole }) => {
  const copy = bytes.slice();
  for (let times = whole(1, 4); times > 0; times--) copy[whole(0, copy.length - 1)] ^= 1 << whole(0, 7);
  return copy;
};
const bytesSet: Damage = (bytes, { whole, one }) => {
  const copy = bytes.slice();
  const at = whole(0, copy.length - 1);
  copy.fill(one([0, 0x20, 0x2a, 0x7f, 0xff]), at, at + whole(1, 16));
  return copy;
};
const cut: Damage = (bytes, { whole }) => bytes.slice(0, whole(0, bytes.length - 1));
const piece: Damage = (bytes, { whole }) => {
  const [from, length] = [whole(0, bytes.length - 1), whole(1, 40)];
  return Uint8Array.from([...bytes.subarray(0, from), ...bytes.subarray(from + length)]);
};
const doubled: Damage = (bytes, { whole }) => {
  const [from, length] = [whole(0, bytes.length - 1), whole(1, 40)];
  return Uint8Array.from([...bytes.subarray(0, from + length), ...bytes.subarray(from)]);
};
const ANY = [bitsFlipped, bytesSet, cut, piece, doubled];

/** A file with a stretch of its bytes wrong. */
export const damagedBytes: Damage = (bytes, dice) => dice.one(ANY)(bytes, dice);

const isPacked = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** A file damaged; of an archive often one of the files in it, packed again as if it were whole. */
function damaged(bytes: Uint8Array, dice: Dice): Uint8Array {
  const damage = dice.one(ANY);
  if (!isPacked(bytes) || dice.chance(0.3)) return damage(bytes, dice);
  const files = unzipSync(bytes);
  const inside = dice.one(Object.keys(files).filter((name) => files[name].length > 0));
  return zipSync({ ...files, [inside]: damage(files[inside], dice) });
}

/** A sequence that ends between two records is whole as far as anybody can see. */
const isSequence = (name: string): boolean => /\.geojson[ls]$/.test(name);
const countOfLines = (bytes: Uint8Array): number =>
  new TextDecoder()
    .decode(bytes)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== "").length;

const placemarksIn = (text: Uint8Array): number =>
  new TextDecoder("latin1").decode(text).split("<Placemark").length - 1;

/** By how many the objects of a KML text are fewer once what parted them is gone: they are one by any reading. */
function joinedIn(bytes: Uint8Array, whole: Whole): number {
  return Math.max(0, placemarksIn(whole.bytes) - placemarksIn(bytes));
}

export const tally = new Tally();

/** As many rows as a file has by any reading: those of the whole one, where it cannot be told from the damaged one. */
function statedIn(name: string, bytes: Uint8Array, whole: Whole): number {
  if (isSequence(name)) return countOfLines(bytes);
  if (name !== COLLECTION) return whole.count - joinedIn(bytes, whole);
  const collection: { readonly features: readonly unknown[] } = JSON.parse(new TextDecoder().decode(bytes));
  return collection.features.length;
}

/**
 * Damaged files of other formats: never an exception; refused, or read with every row and every pupil accounted for: as many rows as the file had, or
 * a word about it; as many pupils in the case as in those rows.
 */
const damagedOf = (kind: string, among: readonly Given[]): Kind => ({
  name: kind,
  async attempt(dice, about) {
    const given = dice.one(among);
    const whole = await wholeOf(given);
    const bytes = damaged(whole.bytes, dice);
    about(given.name);
    const find = (what: string): Find => ({ what: `${given.name}: ${what}`, files: new Map([[given.name, bytes]]) });
    const { value, issues, layer } = await read(given, bytes);
    const errors = issues.filter(({ severity }) => severity === "error");
    if ((value === undefined) !== errors.length > 0) return find(`${errors.length} errors, and a value all the same`);
    const unsaid = issues.find((issue) =>
      (["da", "en"] as const).some((language) =>
        /undefined|\{[a-z]+\}/i.test(formatIssue(issue, ISSUE_TEXTS, language)),
      ),
    );
    if (unsaid) return find(`a message with a hole: ${formatIssue(unsaid, ISSUE_TEXTS, "en")}`);
    const isSilent = issues.every((issue) => whole.known.has(codeOf(issue)));
    const outcome = !value ? "refused" : isSilent ? "read" : "read, with a word";
    tally.add(`${given.name.slice(given.name.indexOf("."))} ${outcome}`);
    if (!value || !layer || !isSilent) return undefined;
    const stated = statedIn(given.name, bytes, whole);
    if (countIn(layer) !== stated) return find(`${countIn(layer)} rows read of ${stated}, without a word`);
    const expected = given.own === "pupils.csv" ? countedIn(layer) : whole.pupils;
    if (pupilsIn(value) !== expected) return find(`${pupilsIn(value)} pupils of ${expected}, without a word`);
    return undefined;
  },
});

export const damagedFormats = damagedOf("formats", GIVEN);

const endingOf = (name: string): string => name.slice(name.indexOf(".") + 1);

/** The same of one format alone, by the ending of its files; all flavours of GeoJSON are one. */
export const damagedOne: readonly Kind[] = [
  ...new Set(GIVEN.map(({ name }) => endingOf(name)).filter((ending) => ending !== "geojsonl")),
].map((ending) =>
  damagedOf(
    ending,
    GIVEN.filter(({ name }) => endingOf(name) === ending),
  ),
);
export const damagedGeoJson = damagedOf("geojson", [
  ...GIVEN.filter(({ name }) => name.endsWith(".geojsonl")),
  ...FLAVOURS,
]);
