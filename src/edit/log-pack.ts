import type { Grades } from "../domain/grades.ts";
import { NO_SITE } from "../domain/plan.ts";
import { dataHash } from "../import/data-hash.ts";
import { joinedBytes, NumberWriter } from "../kernels/number-bytes.ts";
import type { Entry } from "../protocol/room.ts";
import type { AssignChange } from "./change.ts";
import { type Draft, startDraft } from "./draft.ts";
import type { Edit } from "./log.ts";
import { isExactTime, numberedId } from "./numbered-ids.ts";
import { Places } from "./places.ts";
import { received } from "./received.ts";

/** An edit of a room's log that was read into numbers of the case. */
export interface ReadEdit {
  readonly number: number;
  readonly proposal: string;
  readonly read: Edit;
}

/** What a pack's numbers mean: whoever names units and sites otherwise, or reads another form, must not read it. */
export function groundOfPacks({ units, sites }: Draft["municipality"]): string {
  const ids = [...units.id, ...sites.map(({ id }) => id)];
  return dataHash(new Map([[`pack ${FORM}`, new TextEncoder().encode(ids.join("\n"))]]));
}

const FORM = 1;

interface Stroke {
  readonly entry: ReadEdit;
  readonly change: AssignChange;
}

/** All but strokes, in words; and what strokes name by its place. */
export interface Head {
  readonly after: number;
  readonly last: number;
  readonly bytes: number;
  readonly others: readonly Entry[];
  readonly proposals: readonly string[];
  readonly by: readonly string[];
  readonly stems: readonly string[];
  readonly notes: readonly NonNullable<Edit["note"]>[];
}

export const COLUMNS = [
  "number",
  "proposal",
  "by",
  "stem",
  "id",
  "at",
  "note",
  "back",
  "backId",
  "owner",
  "ownerId",
  "areas",
  "from",
  "to",
  "bands",
  "runs",
  "skip",
  "take",
] as const;
export type Column = (typeof COLUMNS)[number];

/** Entries that follow each other, small: strokes as columns of numbers, all else in words. `bytes`: of the entries as they are kept. */
export function packLog(
  municipality: Draft["municipality"],
  start: Draft["start"],
  entries: readonly Entry[],
  bytes: number,
): Uint8Array {
  const draft = startDraft(municipality, start);
  const writer = new PackWriter(municipality.grades);
  for (const entry of entries) writer.entry(entry, strokeOf(draft, entry));
  return writer.finish(bytes);
}

/** An entry as a stroke: areas between schools of the case, by an id and at a time that can be told in numbers. */
function strokeOf(draft: Draft, entry: Entry): Stroke | undefined {
  if (!("edit" in entry) || entry.edit.changes.length !== 1 || entry.edit.changes[0].kind !== "assign")
    return undefined;
  const { edit } = entry;
  const ids = [edit.id, edit.takesBack ?? edit.id, edit.belongsTo ?? edit.id];
  if (edit.asked || !isExactTime(edit.at) || !ids.every(numberedId)) return undefined;
  const read = received(draft, edit);
  if (!("edit" in read)) return undefined;
  const [change] = read.edit.changes;
  const { number, proposal } = entry;
  return change.kind === "assign" && isAscending(change.pairs)
    ? { entry: { number, proposal, read: read.edit }, change }
    : undefined;
}

const isAscending = (pairs: Uint32Array): boolean =>
  pairs.length > 0 && pairs.every((pair, i) => i === 0 || pair > pairs[i - 1]);

class PackWriter {
  readonly #grades: Grades;
  readonly #others: Entry[] = [];
  readonly #names = {
    proposals: new Places<string>(),
    by: new Places<string>(),
    stems: new Places<string>(),
    notes: new Places<NonNullable<Edit["note"]>>(),
  };
  readonly #columns = new Map(COLUMNS.map((name) => [name, new NumberWriter()]));
  /** The last id after each stem. */
  readonly #ids: number[] = [];
  #time = 0;
  #first = 0;
  #number = 0;
  #stroked = 0;

  constructor(grades: Grades) {
    this.#grades = grades;
  }

  entry(entry: Entry, stroke: Stroke | undefined): void {
    if (this.#number === 0) this.#first = this.#stroked = entry.number - 1;
    this.#number = entry.number;
    if (stroke) this.#stroke(stroke);
    else this.#others.push(entry);
  }

  #put(column: Column, number: number): void {
    this.#columns.get(column)?.push(number);
  }

  #putSigned(column: Column, number: number): void {
    this.#columns.get(column)?.pushSigned(number);
  }

  #stroke({ entry: { number, proposal, read }, change }: Stroke): void {
    const { proposals, by, notes } = this.#names;
    this.#put("number", number - this.#stroked - 1);
    this.#stroked = number;
    this.#put("proposal", proposals.of(proposal));
    this.#put("by", by.of(read.by));
    this.#own(read.id);
    const time = Date.parse(read.at);
    this.#putSigned("at", time - this.#time);
    this.#time = time;
    this.#put("note", read.note === undefined ? 0 : notes.of(read.note) + 1);
    this.#other("back", "backId", read.takesBack);
    this.#other("owner", "ownerId", read.belongsTo);
    this.#areas(change);
  }

  #own(id: string): void {
    const { stem, number } = numberedId(id) ?? { stem: "", number: 0 };
    const place = this.#names.stems.of(stem);
    this.#put("stem", place);
    this.#putSigned("id", number - (this.#ids[place] ?? 0));
    this.#ids[place] = number;
  }

  /** The id of another edit, or none. */
  #other(stemAt: "back" | "owner", idAt: "backId" | "ownerId", id: string | undefined): void {
    const named = id === undefined ? undefined : numberedId(id);
    if (!named) return this.#put(stemAt, 0);
    this.#put(stemAt, this.#names.stems.of(named.stem) + 1);
    return this.#put(idAt, named.number);
  }

  #areas({ pairs, from, to }: AssignChange): void {
    const areas = areasOf(this.#grades, pairs, from, to);
    this.#put("areas", areas.length);
    for (const area of areas) {
      this.#put("from", this.#site(area.from));
      this.#put("to", this.#site(area.to));
      this.#put("bands", area.bands);
      const runs = runsOf(area.units);
      this.#put("runs", runs.length);
      for (const { skip, take } of runs) {
        this.#put("skip", skip);
        this.#put("take", take);
      }
    }
  }

  /** 0: none. */
  #site(site: number): number {
    return site === NO_SITE ? 0 : site + 1;
  }

  finish(bytes: number): Uint8Array {
    const { proposals, by, stems, notes } = this.#names;
    const head: Head = {
      after: this.#first,
      last: this.#number,
      bytes,
      others: this.#others,
      proposals: proposals.values,
      by: by.values,
      stems: stems.values,
      notes: notes.values,
    };
    const columns = [...this.#columns.values()].map((column) => column.bytes);
    return joinedBytes([new TextEncoder().encode(JSON.stringify(head)), ...columns]);
  }
}

interface StrokeArea {
  readonly from: number;
  readonly to: number;
  /** A bit each. */
  readonly bands: number;
  /** Ascending. */
  readonly units: readonly number[];
}

/** What moves from one school to another in the same grades is one area. */
function areasOf({ bandCount }: Grades, pairs: Uint32Array, from: Uint16Array, to: Uint16Array): readonly StrokeArea[] {
  const areas = new Map<string, StrokeArea & { readonly units: number[] }>();
  for (let i = 0; i < pairs.length;) {
    const unit = Math.floor(pairs[i] / bandCount);
    const [leaves, comes] = [from[i], to[i]];
    let [bands, rest] = [0, i];
    // Of one unit's pairs those after each other that go the same way are together; others are an area of their own.
    for (; rest < pairs.length && Math.floor(pairs[rest] / bandCount) === unit; rest++) {
      if (from[rest] !== leaves || to[rest] !== comes) break;
      bands |= 1 << (pairs[rest] % bandCount);
    }
    i = rest;
    const key = `${leaves} ${comes} ${bands}`;
    const known = areas.get(key);
    if (known) known.units.push(unit);
    else areas.set(key, { from: leaves, to: comes, bands, units: [unit] });
  }
  return [...areas.values()];
}

function runsOf(units: readonly number[]): readonly { readonly skip: number; take: number }[] {
  const runs: { readonly skip: number; take: number }[] = [];
  let next = 0;
  for (const unit of units) {
    const last = runs.at(-1);
    if (last && unit === next) last.take++;
    else runs.push({ skip: unit - next, take: 1 });
    next = unit + 1;
  }
  return runs;
}
