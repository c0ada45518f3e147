import type { Grades } from "../domain/grades.ts";
import type { Said } from "../domain/language.ts";
import type { Adjacency } from "../domain/municipality.ts";
import { NO_SITE } from "../domain/plan.ts";
import { adjacencyOfPairs } from "../geo/adjacency.ts";
import type { PackedStrokesFile, StrokesFile } from "../protocol/strokes-file.ts";
import type { AssignChange } from "./change.ts";
import type { Edit } from "./log.ts";
import { type Filled, fills } from "./filled.ts";
import { NumberColumn } from "./number-column.ts";
import { isExactTime, isoClock, numbered, numberedId } from "./numbered-ids.ts";
import { Places } from "./places.ts";
import { type PackGround, packStrokes, unpackStrokes } from "./packed-strokes.ts";
import { StrokeColumns, strokeColumns } from "./stroke-columns.ts";
import type { StrokeSource } from "./told-stroke.ts";

/** An edit that fits among strokes: it sends areas from elsewhere to one school, and its id is a number after a stem. */
export interface Stroke extends Edit {
  readonly changes: readonly [AssignChange];
}

/** `assignment`: who goes where before it. */
export function strokeIn(edit: Edit, assignment: Uint16Array): Stroke | undefined {
  const [change, ...others] = edit.changes;
  const isPlain = change?.kind === "assign" && others.length === 0 && !edit.asked && !edit.takesBack && !edit.belongsTo;
  if (!isPlain || !numberedId(edit.id) || !isExactTime(edit.at)) return undefined;
  const { pairs, from, to } = change;
  const isToOne = pairs.every(
    (pair, i) =>
      to[i] === to[0] && from[i] !== to[0] && from[i] === assignment[pair] && (i === 0 || pair > pairs[i - 1]),
  );
  return isToOne && pairs.length > 0 ? { ...edit, changes: [change] } : undefined;
}

/** A stroke's id is a number after a stem. */
const numberOf = ({ id }: Stroke) => numberedId(id) ?? { stem: id, number: 0 };

/** Whether a stroke can stand in a row with those before it. */
export function goesOn(before: Stroke, stroke: Stroke): boolean {
  const [one, other] = [numberOf(before), numberOf(stroke)];
  return stroke.by === before.by && one.stem === other.stem && other.number > one.number;
}

/** What strokes are written on. */
interface StrokesGround {
  readonly grades: Grades;
  readonly units: { readonly id: readonly string[]; readonly adjacency: Adjacency };
  /** Of a site as the draft before them has it. */
  readonly siteId: (site: number) => string;
  /** Who goes where before them. */
  readonly assignment: Uint16Array;
}

/** From so many on strokes are packed: what they are packed on, which stands in the file too, takes more room than it saves for fewer. */
export const PACKED_FROM = 2000;

/** Strokes after each other; `after` so many edits, and packed from so many on. */
export function writeStrokes(
  ground: StrokesGround,
  strokes: readonly Stroke[],
  after: number,
  packedFrom: number,
): StrokesFile {
  const notes = new Places<Said>();
  const [numbers, later, note]: [number[], number[], number[]] = [[], [], []];
  let [number, time] = [0, Date.parse(strokes[0].at)];
  for (const stroke of strokes) {
    numbers.push(numberOf(stroke).number - number);
    later.push(Date.parse(stroke.at) - time);
    [number, time] = [numberOf(stroke).number, Date.parse(stroke.at)];
    note.push(stroke.note === undefined ? 0 : notes.of(stroke.note) + 1);
  }
  const edits = {
    after,
    by: strokes[0].by,
    id: { stem: numberOf(strokes[0]).stem, numbers: numbers.join(" ") },
    at: { first: strokes[0].at, later: later.join(" ") },
    notes: notes.values,
    note: note.join(" "),
  };
  if (strokes.length >= packedFrom) return { form: "packed", ...edits, ...packed(ground, strokes) };
  const { units, siteId } = ground;
  const told = strokes.map(({ changes: [{ pairs, to }] }) => ({ pairs, to: to[0] }));
  const names = {
    unit: (unit: number) => units.id[unit],
    site: (site: number) => (site === NO_SITE ? null : siteId(site)),
  };
  return { ...edits, ...strokeColumns(ground.grades, told, touchedBy(ground.grades, strokes, units.id.length), names) };
}

type Packed = Pick<PackedStrokesFile, "sites" | "units" | "neighbours" | "beside" | "was" | "packed" | "sum">;

function packed({ grades, units, siteId, assignment }: StrokesGround, strokes: readonly Stroke[]): Packed {
  const { touched, place } = touchedBy(grades, strokes, units.id.length);
  const sites = new Places<string | null>();
  const placeOfSite = (site: number): number => sites.of(site === NO_SITE ? null : siteId(site));
  const at = new Uint16Array(touched.length * grades.bandCount);
  const was: number[] = [];
  for (let band = 0; band < grades.bandCount; band++)
    for (const [i, unit] of touched.entries())
      was.push((at[i * grades.bandCount + band] = placeOfSite(assignment[unit * grades.bandCount + band])));
  const told = strokes.map(({ changes: [{ pairs, to }] }) => ({
    pairs: pairs.map(
      (pair) => place[Math.floor(pair / grades.bandCount)] * grades.bandCount + (pair % grades.bandCount),
    ),
    to: placeOfSite(to[0]),
  }));
  const { adjacency, neighbours, beside } = touching(touched, place, units.adjacency);
  const { bytes, sum } = packStrokes({ adjacency, sites: sites.values.length, bandCount: grades.bandCount, at }, told);
  return {
    sites: sites.values,
    units: Array.from(touched, (unit) => units.id[unit]),
    neighbours: neighbours.join(" "),
    beside: beside.join(" "),
    was: was.join(" "),
    packed: toBase64(bytes),
    sum,
  };
}

const UNTOUCHED = -1;

/** The units that any of the strokes moves, ascending, and the place of each of the case's among them. */
function touchedBy(grades: Grades, strokes: readonly Stroke[], count: number) {
  const place = new Int32Array(count).fill(UNTOUCHED);
  for (const { changes } of strokes)
    for (const pair of changes[0].pairs) place[Math.floor(pair / grades.bandCount)] = 0;
  const touched = Uint32Array.from([...place.keys()].filter((unit) => place[unit] !== UNTOUCHED));
  touched.forEach((unit, at) => (place[unit] = at));
  return { touched, place };
}

/** Which of some units touch, by their places, and the same as columns. */
function touching(touched: Uint32Array, place: Int32Array, { start, target }: Adjacency) {
  const [pairs, neighbours, beside]: [number[], number[], number[]] = [[], [], []];
  for (const [at, unit] of touched.entries()) {
    // Both stand in the order of the case's units, so that places ascend as neighbours do.
    const later = Array.from(target.subarray(start[unit], start[unit + 1]), (other) => place[other]).filter(
      (other) => other > at,
    );
    neighbours.push(later.length);
    later.forEach((other, i) => {
      pairs.push(at, other);
      beside.push(other - (i === 0 ? at : later[i - 1]));
    });
  }
  return { adjacency: adjacencyOfPairs(touched.length, pairs), neighbours, beside };
}

function toBase64(bytes: Uint8Array): string {
  let letters = "";
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters);
}

/** Undefined where it is none. */
function fromBase64(code: string): Uint8Array | undefined {
  try {
    const letters = atob(code);
    const bytes = new Uint8Array(letters.length);
    for (let i = 0; i < bytes.length; i++) bytes[i] = letters.charCodeAt(i);
    return bytes;
  } catch {
    return undefined;
  }
}

/** Numbers that were written exactly, and times that a file can name. */
const isId = (number: number): boolean => number > 0 && Number.isSafeInteger(number);
const isTime = (time: number): boolean => time >= 0 && time <= LAST_TIME;
const LAST_TIME = Date.UTC(9999, 11, 31);

/** What ids of a file mean in a case; a number is undefined where the case knows no such id. */
interface Names {
  readonly grades: Grades;
  readonly unit: (id: string) => number | undefined;
  readonly site: (id: string) => number | undefined;
}

/** Ids that the case does not know, or strokes that do not belong together. */
type Unreadable = { readonly unit: string } | { readonly site: string } | "strokes";

/** The strokes of a file; who leaves which school follows from `assignment`, which is left as they leave it. */
export function readStrokes(file: StrokesFile, names: Names, assignment: Uint16Array): readonly Edit[] | Unreadable {
  const sites: number[] = [];
  for (const id of file.sites) {
    const site = id === null ? NO_SITE : names.site(id);
    if (site === undefined) return { site: id ?? "" };
    sites.push(site);
  }
  const units: number[] = [];
  for (const id of file.units) {
    const unit = names.unit(id);
    if (unit === undefined) return { unit: id };
    units.push(unit);
  }
  const source =
    file.form === "packed" ? unpacked(names.grades, file, units) : new StrokeColumns(names.grades, file, units);
  return (source && editsOf(file, source, sites, assignment)) ?? "strokes";
}

/** Undefined where the columns do not belong together. */
function unpacked(grades: Grades, file: PackedStrokesFile, units: readonly number[]): StrokeSource | undefined {
  const bytes = fromBase64(file.packed);
  const ground = readGround(grades, file);
  // The same unit or site twice would make more of a small file than the case holds.
  if (!bytes || !ground || new Set(units).size < units.length) return undefined;
  const isSame = units.every((unit, place) => place === 0 || unit > units[place - 1]);
  return unpackStrokes(ground, bytes, file.sum, { units: Uint32Array.from(units), order: isSame ? "same" : "other" });
}

function readGround(grades: Grades, file: PackedStrokesFile): PackGround | undefined {
  const [units, sites] = [file.units.length, file.sites.length];
  const [neighbours, beside, was] = [file.neighbours, file.beside, file.was].map((each) => new NumberColumn(each));
  if (neighbours.length !== units || was.length !== units * grades.bandCount || new Set(file.sites).size < sites)
    return undefined;
  const pairs: number[] = [];
  for (let unit = 0; unit < units; unit++) {
    let other = unit;
    for (let left = neighbours.next(); left > 0; left--) {
      const step = beside.next();
      other += step;
      if (!(step > 0 && other < units)) return undefined;
      pairs.push(unit, other);
    }
  }
  const at = new Uint16Array(units * grades.bandCount);
  for (let band = 0; band < grades.bandCount; band++)
    for (let unit = 0; unit < units; unit++) {
      const site = was.next();
      if (!(site >= 0 && site < sites)) return undefined;
      at[unit * grades.bandCount + band] = site;
    }
  return beside.isRead
    ? { adjacency: adjacencyOfPairs(units, pairs), sites, bandCount: grades.bandCount, at }
    : undefined;
}

/** Undefined where what stands in the file does not belong together. */
function editsOf(
  { by, id, at, notes, note }: StrokesFile,
  source: StrokeSource,
  sites: readonly number[],
  assignment: Uint16Array,
): readonly Edit[] | undefined {
  const [numbers, later, words] = [id.numbers, at.later, note].map((column) => new NumberColumn(column));
  const edits: Edit[] = [];
  const clock = isoClock();
  const named = numbered(id.stem);
  const filled = fills();
  let [number, time] = [0, Date.parse(at.first)];
  for (let left = numbers.length; left > 0; left--) {
    number += numbers.next();
    time += later.next();
    const said = words.next();
    const told = source.next();
    if (!told || !(told.to in sites) || !isId(number) || !isTime(time) || !(said >= 0 && said <= notes.length))
      return undefined;
    edits.push({
      id: named(number),
      by,
      at: clock(time),
      changes: [assigning(told.pairs, sites[told.to], filled, assignment)],
      ...(said > 0 && { note: notes[said - 1] }),
    });
  }
  return [later, words, source].every(({ isRead }) => isRead) ? edits : undefined;
}

/** Where all leave one school, as most do, `from` is one array for all strokes that do so, as `to` is: nobody writes into a change. */
function assigning(pairs: Uint32Array, site: number, filled: Filled, assignment: Uint16Array): AssignChange {
  const count = pairs.length;
  const left = assignment[pairs[0]];
  let same = 0;
  while (same < count && assignment[pairs[same]] === left) same++;
  const from = same === count ? filled(left, count) : new Uint16Array(count);
  for (let i = 0; i < count; i++) {
    if (same < count) from[i] = assignment[pairs[i]];
    assignment[pairs[i]] = site;
  }
  return { kind: "assign", pairs, from, to: filled(site, count) };
}
