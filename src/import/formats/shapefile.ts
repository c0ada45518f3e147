import { quotedList } from "../../domain/language.ts";
import { crsOfWkt } from "../../geo/wkt-crs.ts";
import { rawGeometry } from "../map-source.ts";
import type { Report } from "../report.ts";
import { composed } from "../text.ts";
import { MOST_MEGABYTES, unzip, zipNames } from "./archive.ts";
import { type DbaseTable, LANGUAGE_BYTES, type Letters, lettersOf, readDbase } from "./dbase.ts";
import { gatherProblems, type MapLayer, type RawFeature, type RawGeometry } from "./layers.ts";
import type { Input, ReadLayers } from "./readers.ts";
import { SHAPE_PARTS, type ShapePart } from "./roles.ts";

/** The files of one shapefile by ending. */
type Parts = ReadonlyMap<ShapePart, Uint8Array>;

/** A shapefile, unpacked, or several packed into one archive: a layer each. */
export const readShapefile: ReadLayers = async (input, report) => {
  const { file, bytes, parts } = input;
  const packed = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const shapes = packed ? unpacked(bytes) : new Map([["", parts]]);
  if ("tooLarge" in shapes) {
    report("format.too-large", { file }, { name: shapes.tooLarge, most: MOST_MEGABYTES });
    return undefined;
  }
  const within = shapes.size > 0 ? [] : zipNames(bytes).filter((name) => /\.(zip|kmz)$/i.test(name));
  if (within.length > 0) {
    report("format.packed-twice", { file }, { found: quotedList(within) });
    return undefined;
  }
  return Promise.all([...shapes].map(([name, own]) => layerOf(name, own, input)));
};

const PART = new RegExp(`^(.*/)?([^/]+)\\.(${SHAPE_PARTS.join("|")})$`, "i");
const isPart = (ending: string): ending is ShapePart => SHAPE_PARTS.some((part) => part === ending);

/**
 * An archive's shapefiles by name, with the folder where several of them have one name; what programs of Apple's put beside them is left out.
 */
function unpacked(bytes: Uint8Array): ReadonlyMap<string, Parts> | { readonly tooLarge: string } {
  const found = unzip(bytes, (name) => PART.test(name) && !name.startsWith("__MACOSX/"));
  if (!(found instanceof Map)) return found;
  const shapes = new Map<string, { readonly name: string; readonly own: Map<ShapePart, Uint8Array> }>();
  for (const [path, content] of found) {
    const [, folder = "", name = "", written = ""] = PART.exec(path) ?? [];
    const ending = written.toLowerCase();
    if (!isPart(ending)) continue;
    const shape = shapes.get(folder + name) ?? { name, own: new Map<ShapePart, Uint8Array>() };
    shape.own.set(ending, content);
    shapes.set(folder + name, shape);
  }
  const whole = [...shapes].filter(([, { own }]) => own.has("shp") || own.has("dbf"));
  const isAlone = (name: string): boolean => whole.filter(([, other]) => other.name === name).length === 1;
  return new Map(whole.map(([path, { name, own }]) => [isAlone(name) ? name : path, own]));
}

async function layerOf(name: string, parts: Parts, input: Input): Promise<MapLayer> {
  const { report, problems } = gatherProblems();
  const features = (await featuresIn(parts, input, report)) ?? [];
  const prj = parts.get("prj");
  const text = prj && new TextDecoder().decode(prj).trim();
  const crs = text === undefined || text === "" ? undefined : (crsOfWkt(text) ?? { unknown: nameIn(text) });
  return { kind: "map", name, features, problems, ...(crs && { crs }) };
}

async function featuresIn(
  parts: Parts,
  { file, role, stated }: Input,
  report: Report,
): Promise<readonly RawFeature[] | undefined> {
  const [shp, dbf] = [parts.get("shp"), parts.get("dbf")];
  if (!shp || !dbf) {
    report("format.part-missing", { file }, { missing: shp ? ".dbf" : ".shp" });
    return undefined;
  }
  const table = readDbase(dbf);
  const letters = lettersIn(table, parts.get("cpg"), stated.encoding, { file, role }, report);
  if (!letters) return undefined;
  const geometries = await geometriesIn(shp);
  const indexed = parts.get("shx");
  const counted = indexed ? Math.floor((indexed.length - 100) / 8) : table.stated;
  if (geometries.length !== table.rows.length || table.rows.length !== table.stated || counted !== table.stated) {
    const read = Math.min(geometries.length, table.rows.length);
    report("format.count-differs", { file }, { stated: Math.max(table.stated, counted), read });
    return undefined;
  }
  const properties = propertiesOf(table, letters, { file, role }, report);
  const deleted = properties.filter((own) => own === undefined).length;
  if (deleted > 0) report("format.deleted", { file }, { count: deleted });
  return geometries.flatMap((geometry, i): readonly RawFeature[] => {
    const own = properties[i];
    return own ? [{ properties: own, geometry }] : [];
  });
}

/** "ETRS_1989_UTM_Zone_32N" of well-known text. */
const nameIn = (wkt: string): string => /\[\s*"([^"]*)"/.exec(wkt)?.[1] ?? wkt.slice(0, 60);

async function geometriesIn(shp: Uint8Array): Promise<readonly (RawGeometry | null)[]> {
  checkRecords(shp);
  const { openShp } = await import("shapefile");
  const source = await openShp(shp);
  const geometries: (RawGeometry | null)[] = [];
  for (let next = await source.read(); !next.done; next = await source.read()) geometries.push(rawGeometry(next.value));
  return geometries;
}

const HEADER = 100;
const FILE_CODE = 9994;

/** That records fill the file to the end that its header states: its reader passes over what it cannot read without a word. */
function checkRecords(shp: Uint8Array): void {
  const view = new DataView(shp.buffer, shp.byteOffset, shp.byteLength);
  if (view.getInt32(0) !== FILE_CODE || view.getInt32(24) * 2 !== shp.length) throw new RangeError("cut short");
  const type = view.getInt32(32, true);
  let at = HEADER;
  for (let number = 1; at < shp.length; number++) {
    const content = view.getInt32(at + 4) * 2;
    const own = view.getInt32(at + 8, true);
    if (view.getInt32(at) !== number || content < 4 || (own !== 0 && own !== type))
      throw new RangeError(`record ${number}`);
    at += 8 + content;
  }
  if (at !== shp.length) throw new RangeError("cut short");
}

interface Place {
  readonly file: string;
  readonly role: string;
}

const isPlain = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80);

/** What the letters are written in: what case.json says, else the .cpg, else the table itself; letters all of ASCII need none of them. */
function lettersIn(
  { language, fields, rows }: DbaseTable,
  cpg: Uint8Array | undefined,
  stated: string | undefined,
  { file, role }: Place,
  report: Report,
): Letters | undefined {
  const beside = cpg && new TextDecoder("latin1").decode(cpg).trim();
  const name = stated ?? (beside === "" ? undefined : beside) ?? LANGUAGE_BYTES.get(language);
  if (name === undefined) {
    if (fields.every((field) => isPlain(field.name)) && rows.every((row) => row?.every(isPlain) ?? true))
      return lettersOf("utf-8");
    if (language === 0) report("format.encoding-asked", { file }, { role });
    else report("format.encoding-unknown", { file }, { role, found: `dBASE 0x${language.toString(16)}` });
    return undefined;
  }
  const letters = lettersOf(name);
  if (!letters) report("format.encoding-unknown", { file }, { role, found: name });
  return letters && ((bytes) => letters(bytes) ?? wrong(bytes, name, { file, role }, report));
}

function wrong(bytes: Uint8Array, encoding: string, { file, role }: Place, report: Report): string {
  const found = new TextDecoder("latin1").decode(bytes).trim();
  report("format.encoding-wrong", { file, group: "" }, { role, encoding, found });
  return found;
}

/** Properties of each row; numbers that are none stay as they stand, so that whoever needs one says so. */
function propertiesOf(
  { fields, rows }: DbaseTable,
  letters: Letters,
  place: Place,
  report: Report,
): readonly (Record<string, unknown> | undefined)[] {
  const textOf = (bytes: Uint8Array): string =>
    composed(letters(bytes) ?? "")
      .replace(/\0.*$/s, "")
      .trim();
  const names = fields.map(({ name }) => textOf(name));
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) report("table.column-twice", { file: place.file }, { first: twice, second: twice });
  return rows.map(
    (row) => row && Object.fromEntries(row.map((bytes, i) => [names[i], valueOf(textOf(bytes), fields[i].type)])),
  );
}

function valueOf(text: string, type: string): unknown {
  if (text === "") return null;
  if (type === "N" || type === "F") return Number.isFinite(Number(text)) ? Number(text) : text;
  if (type === "L") return /^[yt]$/i.test(text) ? true : /^[nf]$/i.test(text) ? false : null;
  const [, year, month, day] = (type === "D" && /^(\d{4})(\d{2})(\d{2})$/.exec(text)) || [];
  return day === undefined ? text : `${year}-${month}-${day}`;
}
