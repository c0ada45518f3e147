import { NO_SITE } from "../domain/plan.ts";
import { NumberReader, partedBytes } from "../kernels/number-bytes.ts";
import { type Entry, readEntry } from "../protocol/room.ts";
import { fills } from "./filled.ts";
import type { AssignChange } from "./change.ts";
import type { Draft } from "./draft.ts";
import type { Edit } from "./log.ts";
import { type Column, COLUMNS, type Head, type ReadEdit } from "./log-pack.ts";
import { isoClock, numbered } from "./numbered-ids.ts";

/** A stretch of a room's log, in order. */
export interface LogPart {
  /** The numbers that it lies between: of the entry before it, and of its last. */
  readonly after: number;
  readonly last: number;
  /** Of its entries as they are kept. */
  readonly bytes: number;
  /** Strokes are read; what else there is stands as in the log. */
  readonly entries: readonly (Entry | ReadEdit)[];
}

/** Reads what `packLog` wrote; one reader serves any number of packs. */
export class LogUnpacker {
  readonly #municipality: Draft["municipality"];
  readonly #filled = fills();
  readonly #clock = isoClock();
  readonly #pairs: Uint32Array;
  /** Of strokes of several areas: pair, from and to as one number, by which they are sorted. */
  readonly #moves: Float64Array;

  constructor(municipality: Draft["municipality"]) {
    this.#municipality = municipality;
    this.#pairs = new Uint32Array(municipality.units.count * municipality.grades.bandCount);
    this.#moves = new Float64Array(municipality.units.count * municipality.grades.bandCount);
  }

  /** Throws where it is no pack. Who made it is trusted to have read what is in it. */
  read(bytes: Uint8Array): LogPart {
    const [head, ...columns] = partedBytes(bytes);
    if (columns.length !== COLUMNS.length) throw new Error("no pack of a log");
    // Written by the server that is asked, which has read every entry in it.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const { after, last, bytes: kept, others, ...names } = JSON.parse(new TextDecoder().decode(head)) as Head;
    const numbers = numbersOf(columns);
    const strokes = this.#strokes(numbers, names, after, last - after - others.length);
    if (!Object.values(numbers).every(({ isRead }) => isRead))
      throw new Error("a pack of a log holds more than it says");
    // What is told in words may have been by an earlier program.
    return { after, last, bytes: kept, entries: inOrder(others.map(readEntry), strokes) };
  }

  #strokes(numbers: Numbers, names: Names, after: number, count: number): readonly ReadEdit[] {
    const { number, proposal, by, stem, id, at, note, back, backId, owner, ownerId } = numbers;
    const named = names.stems.map(numbered);
    const ids = names.stems.map(() => 0);
    let [own, time] = [after, 0];
    const other = (stems: NumberReader, values: NumberReader): string | undefined => {
      const place = stems.next();
      return place === 0 ? undefined : named[place - 1](values.next());
    };
    return Array.from({ length: count }, () => {
      own += number.next() + 1;
      const within = names.proposals[proposal.next()];
      const author = names.by[by.next()];
      const place = stem.next();
      ids[place] += id.nextSigned();
      time += at.nextSigned();
      const said = note.next();
      const [takesBack, belongsTo] = [other(back, backId), other(owner, ownerId)];
      const read: Edit = {
        id: named[place](ids[place]),
        by: author,
        at: this.#clock(time),
        ...(said > 0 && { note: names.notes[said - 1] }),
        changes: [this.#change(numbers)],
        ...(takesBack !== undefined && { takesBack }),
        ...(belongsTo !== undefined && { belongsTo }),
      };
      return { number: own, proposal: within, read };
    });
  }

  #change(numbers: Numbers): AssignChange {
    const { areas, from, to, bands, runs } = numbers;
    const [moves, filled] = [this.#moves, this.#filled];
    const count = areas.next();
    let moved = 0;
    for (let area = 0; area < count; area++) {
      const [leaves, comes] = [this.#site(from.next()), this.#site(to.next())];
      const own = bands.next();
      const before = moved;
      moved = this.#pairsOf(numbers, own, runs.next(), moved);
      if (count === 1 && moved > 0) {
        const pairs = new Uint32Array(moved);
        // Number by number: slice takes twice as long for so few.
        for (let i = 0; i < moved; i++) pairs[i] = this.#pairs[i];
        return { kind: "assign", pairs, from: filled(leaves, moved), to: filled(comes, moved) };
      }
      const mark = leaves * SITES + comes;
      for (let i = before; i < moved; i++) moves[i] = this.#pairs[i] * SITES * SITES + mark;
    }
    if (moved === 0) throw new Error("a pack of a log holds a stroke of nothing");
    // The array is this reader's own.
    // oxlint-disable-next-line unicorn/no-array-sort
    const sorted = moves.subarray(0, moved).sort();
    const [pairs, leaves, comes] = [new Uint32Array(moved), new Uint16Array(moved), new Uint16Array(moved)];
    for (let i = 0; i < moved; i++) {
      const move = sorted[i];
      const pair = Math.floor(move / (SITES * SITES));
      const way = move - pair * SITES * SITES;
      pairs[i] = pair;
      leaves[i] = way >>> 16;
      comes[i] = way & NO_SITE;
    }
    return { kind: "assign", pairs, from: leaves, to: comes };
  }

  /** Puts the pairs of so many runs after those that are there; how many there are by then. */
  #pairsOf({ skip, take }: Numbers, bands: number, runs: number, before: number): number {
    const pairs = this.#pairs;
    const units = this.#municipality.units.count;
    let [unit, moved] = [0, before];
    for (let left = runs; left > 0; left--) {
      unit += skip.next();
      const end = unit + take.next();
      if (end > units || moved + this.#municipality.grades.bandCount * (end - unit) > pairs.length)
        throw new Error("a pack of a log names a unit that there is not");
      for (; unit < end; unit++)
        for (let band = 0; band < this.#municipality.grades.bandCount; band++)
          if (bands & (1 << band)) pairs[moved++] = unit * this.#municipality.grades.bandCount + band;
    }
    return moved;
  }

  #site(place: number): number {
    if (place > this.#municipality.sites.length) throw new Error("a pack of a log names a site that there is not");
    return place === 0 ? NO_SITE : place - 1;
  }
}

const SITES = NO_SITE + 1;

type Numbers = Readonly<Record<Column, NumberReader>>;
function numbersOf(columns: readonly Uint8Array[]): Numbers {
  const [number, proposal, by, stem, id, at, note, back, backId, owner, ownerId, ...moves] = columns.map(
    (column) => new NumberReader(column),
  );
  const [areas, from, to, bands, runs, skip, take] = moves;
  return {
    number,
    proposal,
    by,
    stem,
    id,
    at,
    note,
    back,
    backId,
    owner,
    ownerId,
    areas,
    from,
    to,
    bands,
    runs,
    skip,
    take,
  };
}

type Names = Pick<Head, "proposals" | "by" | "stems" | "notes">;

/** Both in order, as one. */
function inOrder(others: readonly Entry[], strokes: readonly ReadEdit[]): readonly (Entry | ReadEdit)[] {
  if (others.length === 0) return strokes;
  const all: (Entry | ReadEdit)[] = [];
  let next = 0;
  for (const stroke of strokes) {
    while (next < others.length && others[next].number < stroke.number) all.push(others[next++]);
    all.push(stroke);
  }
  return [...all, ...others.slice(next)];
}
