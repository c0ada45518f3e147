import { BAND_COUNT, BANDS } from "../domain/grades.ts";
import type { Said } from "../domain/language.ts";
import { NO_SITE } from "../domain/plan.ts";
import type { StrokesFile } from "../protocol/strokes-file.ts";
import { unitsInBands } from "../report/plan-file.ts";
import type { Change } from "./change.ts";
import type { Draft } from "./draft.ts";
import type { Edit } from "./log.ts";

type Assigning = Change & { readonly kind: "assign" };

/** An edit that fits into a column: it sends areas to one school, and its id is a number after a stem. */
export interface Stroke extends Edit {
  readonly changes: readonly [Assigning];
}

const NUMBERED = /^(.*-)([1-9a-z][0-9a-z]{0,8})$/;

export function strokeIn(edit: Edit): Stroke | undefined {
  const [change, ...others] = edit.changes;
  const isPlain = change?.kind === "assign" && others.length === 0 && !edit.asked;
  if (!isPlain || !NUMBERED.test(edit.id) || !isExact(edit.at)) return undefined;
  return change.to.some((site) => site !== change.to[0]) ? undefined : { ...edit, changes: [change] };
}

function numberOf({ id }: Edit): { readonly stem: string; readonly number: number } {
  const end = id.lastIndexOf("-") + 1;
  return { stem: id.slice(0, end), number: Number.parseInt(id.slice(end), 36) };
}

const isExact = (at: string): boolean => !Number.isNaN(Date.parse(at)) && new Date(at).toISOString() === at;

/** Whether a stroke can stand in the columns of those before it. */
export function goesOn(before: Stroke, stroke: Stroke): boolean {
  const [one, other] = [numberOf(before), numberOf(stroke)];
  return stroke.by === before.by && one.stem === other.stem && other.number > one.number;
}

/** A place for each value, in the order of their coming. */
class Places<Value> {
  readonly values: Value[] = [];
  readonly #places = new Map<string, number>();

  of(value: Value): number {
    const key = JSON.stringify(value);
    const place = this.#places.get(key) ?? this.values.push(value) - 1;
    this.#places.set(key, place);
    return place;
  }
}

/** Strokes after each other as columns; `siteId` names a site as the draft before them has it. */
export function writeStrokes(
  { units }: Draft["municipality"],
  siteId: (site: number) => string,
  strokes: readonly Stroke[],
  after: number,
): StrokesFile {
  const touched = Uint32Array.from(
    new Set(strokes.flatMap(({ changes }) => Array.from(changes[0].pairs, (pair) => Math.floor(pair / BAND_COUNT)))),
  ).toSorted();
  const place = new Map(Array.from(touched, (unit, at) => [unit, at]));
  const [notes, sites, bands] = [
    new Places<Said>(),
    new Places<string | null>(),
    new Places<StrokesFile["bands"][number]>(),
  ];
  const columns: Record<Column, number[]> = {
    numbers: [],
    later: [],
    note: [],
    to: [],
    areas: [],
    in: [],
    runs: [],
    skip: [],
    take: [],
  };
  let [number, time] = [0, Date.parse(strokes[0].at)];
  for (const stroke of strokes) {
    const { pairs, to } = stroke.changes[0];
    columns.numbers.push(numberOf(stroke).number - number);
    columns.later.push(Date.parse(stroke.at) - time);
    [number, time] = [numberOf(stroke).number, Date.parse(stroke.at)];
    columns.note.push(stroke.note === undefined ? 0 : notes.of(stroke.note) + 1);
    columns.to.push(sites.of(to[0] === NO_SITE ? null : siteId(to[0])));
    const areas = unitsInBands(pairs);
    columns.areas.push(areas.length);
    for (const area of areas) {
      columns.in.push(bands.of(area.bands));
      columns.runs.push(
        addRuns(
          area.members.map((unit) => place.get(unit) ?? 0),
          columns,
        ),
      );
    }
  }
  const line = (column: Column): string => columns[column].join(" ");
  return {
    after,
    by: strokes[0].by,
    id: { stem: numberOf(strokes[0]).stem, numbers: line("numbers") },
    at: { first: strokes[0].at, later: line("later") },
    notes: notes.values,
    note: line("note"),
    sites: sites.values,
    to: line("to"),
    units: Array.from(touched, (unit) => units.id[unit]),
    bands: bands.values,
    areas: line("areas"),
    in: line("in"),
    runs: line("runs"),
    skip: line("skip"),
    take: line("take"),
  };
}

type Column = "numbers" | "later" | "note" | "to" | "areas" | "in" | "runs" | "skip" | "take";

/** Places, ascending, as runs; how many. */
function addRuns(places: readonly number[], { skip, take }: Pick<Record<Column, number[]>, "skip" | "take">): number {
  let runs = 0;
  let next = 0;
  for (const [i, place] of places.entries()) {
    if (i > 0 && place === next) take[take.length - 1]++;
    else {
      skip.push(place - next);
      take.push(1);
      runs++;
    }
    next = place + 1;
  }
  return runs;
}

/** A column being read, one number after another. */
class Reading {
  readonly #numbers: Float64Array;
  #at = 0;

  constructor(column: string) {
    this.#numbers = numbersIn(column);
  }

  get length(): number {
    return this.#numbers.length;
  }

  /** NaN past the end. */
  next(): number {
    return this.#numbers[this.#at++] ?? Number.NaN;
  }

  get isRead(): boolean {
    return this.#at === this.#numbers.length;
  }
}

/** Numbers that were written exactly, and times that a file can name. */
const isId = (number: number): boolean => number > 0 && Number.isSafeInteger(number);
const isTime = (time: number): boolean => time >= 0 && time <= LAST_TIME;
const LAST_TIME = Date.UTC(9999, 11, 31);

const [SPACE, MINUS, ZERO] = [0x20, 0x2d, 0x30];

/** Whole numbers with a space between, sign by sign: no word is made of each of a million. */
function numbersIn(column: string): Float64Array {
  if (column === "") return new Float64Array(0);
  const numbers = new Float64Array(column.length);
  let [count, value, sign] = [0, 0, 1];
  for (let at = 0; at <= column.length; at++) {
    const code = at === column.length ? SPACE : column.charCodeAt(at);
    if (code === SPACE) {
      numbers[count++] = sign * value;
      [value, sign] = [0, 1];
    } else if (code === MINUS) sign = -1;
    else value = 10 * value + code - ZERO;
  }
  return numbers.slice(0, count);
}

/** What ids of a block mean in a case; a number is undefined where the case knows no such id. */
interface Names {
  readonly unit: (id: string) => number | undefined;
  readonly site: (id: string) => number | undefined;
}

/** Ids that the case does not know, or columns that do not belong together. */
type Unreadable = { readonly unit: string } | { readonly site: string } | "columns";

/** The strokes of a block; who leaves which school follows from `assignment`, which is left as they leave it. */
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
  return new StrokeReader(file, sites, units, assignment).all() ?? "columns";
}

class StrokeReader {
  readonly #file: StrokesFile;
  readonly #sites: readonly number[];
  readonly #units: readonly number[];
  readonly #assignment: Uint16Array;
  readonly #bands: readonly (readonly number[])[];
  readonly #columns: Readonly<Record<Column, Reading>>;

  constructor(file: StrokesFile, sites: readonly number[], units: readonly number[], assignment: Uint16Array) {
    this.#file = file;
    this.#sites = sites;
    this.#units = units;
    this.#assignment = assignment;
    this.#bands = file.bands.map((keys) => BANDS.flatMap(({ band, key }) => (keys.includes(key) ? [band] : [])));
    this.#columns = {
      numbers: new Reading(file.id.numbers),
      later: new Reading(file.at.later),
      note: new Reading(file.note),
      to: new Reading(file.to),
      areas: new Reading(file.areas),
      in: new Reading(file.in),
      runs: new Reading(file.runs),
      skip: new Reading(file.skip),
      take: new Reading(file.take),
    };
  }

  /** Undefined where the columns do not belong together. */
  all(): readonly Edit[] | undefined {
    const { by, id, at, notes } = this.#file;
    const { numbers, later, note } = this.#columns;
    const edits: Edit[] = [];
    let [number, time] = [0, Date.parse(at.first)];
    for (let count = numbers.length; count > 0; count--) {
      number += numbers.next();
      time += later.next();
      const words = note.next();
      const change = this.#change();
      if (!change || !isId(number) || !isTime(time) || !(words >= 0 && words <= notes.length)) return undefined;
      edits.push({
        id: `${id.stem}${number.toString(36)}`,
        by,
        at: new Date(time).toISOString(),
        changes: [change],
        ...(words > 0 && { note: notes[words - 1] }),
      });
    }
    return Object.values(this.#columns).every(({ isRead }) => isRead) ? edits : undefined;
  }

  #change(): Assigning | undefined {
    const { to, areas } = this.#columns;
    const site = this.#sites[to.next()];
    const all: number[] = [];
    let left = areas.next();
    const isOne = left === 1;
    for (; left > 0; left--) if (!this.#addArea(all)) return undefined;
    if (site === undefined || all.length === 0) return undefined;
    const pairs = new Uint32Array(all);
    // One area is in order already. The array is nobody else's.
    // oxlint-disable-next-line unicorn/no-array-sort
    if (!isOne) pairs.sort();
    const from = new Uint16Array(pairs.length);
    for (let i = 0; i < pairs.length; i++) {
      from[i] = this.#assignment[pairs[i]];
      this.#assignment[pairs[i]] = site;
    }
    return { kind: "assign", pairs, from, to: new Uint16Array(pairs.length).fill(site) };
  }

  #addArea(into: number[]): boolean {
    const { in: within, runs, skip, take } = this.#columns;
    const bands = this.#bands[within.next()];
    let left = runs.next();
    // An area of no runs is none: a damaged number of areas must not be counted down beyond the end of the columns.
    if (!bands || !(left > 0)) return false;
    let place = 0;
    for (; left > 0; left--) {
      const start = place + skip.next();
      const end = start + take.next();
      if (!(start >= place && end > start && end <= this.#units.length)) return false;
      place = start;
      for (; place < end; place++) for (const band of bands) into.push(this.#units[place] * BAND_COUNT + band);
    }
    return true;
  }
}
