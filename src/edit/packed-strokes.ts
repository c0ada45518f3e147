import type { Adjacency } from "../domain/municipality.ts";
import { type Decisions, DecisionReader, DecisionWriter } from "../kernels/range-coder.ts";
import { beginningOf } from "./stroke-beginning.ts";
import type { StrokeSource, ToldStroke } from "./told-stroke.ts";

/** The unit in the case of each unit that strokes are told by, and whether both stand in the same order. */
interface UnitNames {
  readonly units: Uint32Array;
  readonly order: "same" | "other";
}

/** What packed strokes are told on. A file holds all of it, so that they are read alike whatever the case's data are by then. */
export interface PackGround {
  /** Of the units. */
  readonly adjacency: Adjacency;
  readonly sites: number;
  readonly bandCount: number;
  /** Site of each (unit, band) before the first stroke, `[unit * bandCount + band]`. */
  readonly at: Uint16Array;
}

/** As what a unit was met in a stroke. */
const [IN, FREE, OUT, KINDS] = [1, 2, 3, 4];
/** Bits of the number of digits of a stroke's size. */
const SIZE_BITS = 4;

/**
 * A stroke is told as a hand makes it: where it begins, how many units it takes, and then, from unit to neighbour in rings, which.
 * Units that are at the site already are passed through and cost nothing; neither does anything after the last unit. Of a round
 * spot little more than its beginning and its size is left to be told. Where the units stand in a row in the file, as those of a list
 * do, they are told from one to the next instead. None of the pairs may be at the site already.
 */
class Hand {
  /** Of all that was told: whoever reads something else has another sum. */
  sum = 0;
  readonly #coder: Decisions;
  readonly #ground: PackGround;
  /** Each unit with the next alone. */
  readonly #row: Adjacency;
  readonly #at: Uint16Array;
  readonly #bandCount: number;
  readonly #unitBits: number;
  readonly #siteBits: number;
  readonly #contexts: Contexts;
  /** As what a unit was met in which stroke: more than `#stroke` in this one. */
  readonly #mark: Int32Array;
  readonly #queue: Uint32Array;
  readonly #members: Uint32Array;
  readonly #pairs: Uint32Array;
  readonly #names: UnitNames;
  #stroke = 0;

  constructor(coder: Decisions, ground: PackGround, names?: UnitNames) {
    const units = unitsOf(ground);
    this.#coder = coder;
    this.#ground = ground;
    this.#row = rowOf(units);
    this.#at = ground.at.slice();
    this.#bandCount = ground.bandCount;
    [this.#unitBits, this.#siteBits] = [bitsBelow(units), bitsBelow(ground.sites)];
    this.#contexts = contextsOf(ground);
    this.#mark = new Int32Array(units);
    this.#queue = new Uint32Array(units);
    this.#members = new Uint32Array(units);
    this.#pairs = new Uint32Array(units * this.#bandCount);
    this.#names = names ?? { units: Uint32Array.from({ length: units }, (_, unit) => unit), order: "same" };
  }

  /** Tells the stroke, or reads the next one where none is given; undefined where what was read is none. */
  stroke(given?: Telling): ToldStroke | undefined {
    const units = this.#mark.length;
    const { bands: bandsAt, unit, to: toAt, way } = this.#contexts;
    const bands = this.#coder.number(bandsAt, this.#bandCount, given?.bands ?? 0);
    const first = this.#coder.number(unit, this.#unitBits, given?.first ?? 0);
    if (bands === 0 || first >= units) return undefined;
    const from = this.#at[first * this.#bandCount + lowestOf(bands)];
    const to = this.#coder.number(toAt + (from << this.#siteBits), this.#siteBits, given?.to ?? 0);
    const count = this.#size(given?.members.length ?? 0);
    if (to >= this.#ground.sites || count > units) return undefined;
    const isRow = this.#coder.decide(way, given !== undefined && given.isRow);
    return this.#gather({ bands, to, first, count, isRow }, given)
      ? this.#move({ bands, to, count }, given)
      : undefined;
  }

  /** From 1: how many digits to base 2 follow the first, then these. */
  #size(wanted: number): number {
    const { size } = this.#contexts;
    const digits = this.#coder.number(size, SIZE_BITS, wanted === 0 ? 0 : 31 - Math.clz32(wanted));
    const first = 1 << digits;
    return first + this.#coder.number(size + (1 << SIZE_BITS) + first, digits, wanted & (first - 1));
  }

  /** Whether all of a unit's bands, of those told, are at the site already. */
  #isFree(unit: number, bands: number, to: number): boolean {
    const at = this.#at;
    const pair = unit * this.#bandCount;
    for (let band = 0; band < this.#bandCount; band++) if (bands & (1 << band) && at[pair + band] !== to) return false;
    return true;
  }

  /** Fills the members; whether what was read is a stroke. */
  #gather({ bands, to, first, count, isRow }: Shape, given: Telling | undefined): boolean {
    const { start, target } = isRow ? this.#row : this.#ground.adjacency;
    const joinsAt = this.#contexts.joins + (isRow ? JOINS : 0);
    const [mark, members, queue] = [this.#mark, this.#members, this.#queue];
    const stroke = (this.#stroke += KINDS);
    const [isIn, isOut] = [stroke + IN, stroke + OUT];
    let [found, queued, before] = [0, 0, 3];
    let unit = first;
    for (let next = 0; ; next++) {
      if (next === queued) {
        // Nothing more hangs together with it: it goes on elsewhere.
        if (found > 0) unit = this.#elsewhere(given, isIn);
        if (unit >= mark.length || mark[unit] > stroke || this.#isFree(unit, bands, to)) return false;
        mark[unit] = isIn;
        queue[queued++] = unit;
        members[found++] = unit;
      }
      unit = queue[next];
      const end = start[unit + 1];
      for (let edge = start[unit]; found < count && edge < end; edge++) {
        const other = target[edge];
        if (mark[other] > stroke) continue;
        if (this.#isFree(other, bands, to)) {
          mark[other] = stroke + FREE;
          queue[queued++] = other;
          continue;
        }
        let [beside, off] = [0, 0];
        for (let e = start[other]; e < start[other + 1]; e++) {
          const kind = mark[target[e]];
          if (kind === isIn) beside++;
          else if (kind === isOut) off++;
        }
        const context = (beside > 7 ? 7 : beside) * 16 + (off > 3 ? 3 : off) * 4 + before;
        const joins = this.#coder.decide(joinsAt + context, given !== undefined && given.own.has(other));
        before = (before * 2) % 4;
        if (joins) {
          before++;
          mark[other] = isIn;
          queue[queued++] = other;
          members[found++] = other;
        } else mark[other] = isOut;
      }
      if (found === count) return true;
    }
  }

  #elsewhere(given: Telling | undefined, isIn: number): number {
    const wanted = given?.members.find((unit) => this.#mark[unit] !== isIn) ?? 0;
    return this.#coder.number(this.#contexts.unit, this.#unitBits, wanted);
  }

  /** Sends the members' bands there, all that are elsewhere unless each is told. */
  #move(
    { bands, to, count }: Pick<Shape, "bands" | "to" | "count">,
    given: Telling | undefined,
  ): ToldStroke | undefined {
    const { whole, band: each } = this.#contexts;
    const isWhole = this.#coder.decide(whole, given !== undefined && given.isWhole);
    const [at, pairs, members, units] = [this.#at, this.#pairs, this.#members, this.#names.units];
    sortFirst(members, count);
    let [moved, sum] = [0, this.sum];
    for (let i = 0; i < count; i++) {
      const own = members[i] * this.#bandCount;
      const named = units[members[i]] * this.#bandCount;
      for (let band = 0; band < this.#bandCount; band++) {
        const pair = own + band;
        if (!(bands & (1 << band)) || at[pair] === to) continue;
        if (!isWhole && !this.#coder.decide(each + band, given !== undefined && given.moved.has(pair))) continue;
        pairs[moved++] = named + band;
        at[pair] = to;
        sum = Math.imul(sum ^ pair, HASH_PRIME);
      }
    }
    this.sum = Math.imul(sum ^ to, HASH_PRIME) >>> 0;
    if (moved === 0) return undefined;
    // Number by number: slice takes twice as long for so few.
    const own = new Uint32Array(moved);
    for (let i = 0; i < moved; i++) own[i] = pairs[i];
    // The array is nobody else's.
    // oxlint-disable-next-line unicorn/no-array-sort
    if (this.#names.order === "other") own.sort();
    return { pairs: own, to };
  }

  /** The stroke as it is told. */
  telling({ pairs, to }: ToldStroke): Telling {
    const members: number[] = [];
    let bands = 0;
    for (const pair of pairs) {
      const unit = Math.floor(pair / this.#bandCount);
      bands |= 1 << (pair % this.#bandCount);
      if (members.at(-1) !== unit) members.push(unit);
    }
    let whole = 0;
    for (const unit of members)
      for (let band = 0; band < this.#bandCount; band++)
        if (bands & (1 << band) && this.#at[unit * this.#bandCount + band] !== to) whole++;
    const own = new Set(members);
    const isFree = (unit: number): boolean => this.#isFree(unit, bands, to);
    const spot = { members, own, isFree };
    const [rings, row] = [
      beginningOf({ ...spot, adjacency: this.#ground.adjacency }),
      beginningOf({ ...spot, adjacency: this.#row }, [members[0]]),
    ];
    const isRow = row.cost < rings.cost;
    const { first } = isRow ? row : rings;
    return { bands, to, first, isRow, members, own, isWhole: whole === pairs.length, moved: new Set(pairs) };
  }
}

/** Sorts the first few numbers in place; the engine's own way costs more than a stroke's dozen units are worth. */
function sortFirst(numbers: Uint32Array, count: number): void {
  if (count > 50) {
    // oxlint-disable-next-line unicorn/no-array-sort
    numbers.subarray(0, count).sort();
    return;
  }
  for (let i = 1; i < count; i++) {
    const number = numbers[i];
    let to = i;
    for (; to > 0 && numbers[to - 1] > number; to--) numbers[to] = numbers[to - 1];
    numbers[to] = number;
  }
}

/** Fowler, Noll and Vo's, of 32 bits. */
const HASH_PRIME = 16_777_619;

interface Shape {
  readonly bands: number;
  readonly to: number;
  readonly first: number;
  /** Units. */
  readonly count: number;
  /** Whether it goes from each unit to the next in the file, and not to its neighbours. */
  readonly isRow: boolean;
}

interface Telling extends Omit<Shape, "count"> {
  readonly members: readonly number[];
  readonly own: ReadonlySet<number>;
  /** Whether all moves that is elsewhere, of the units and the bands. */
  readonly isWhole: boolean;
  readonly moved: ReadonlySet<number>;
}

const unitsOf = ({ adjacency }: PackGround): number => adjacency.start.length - 1;

/** Bits that a number below `count` has. */
const bitsBelow = (count: number): number => 32 - Math.clz32(Math.max(0, count - 1));

const lowestOf = (bands: number): number => 31 - Math.clz32(bands & -bands);

/** In how many ways a unit's neighbours may be told before it is. */
const JOINS = 128;

function rowOf(units: number): Adjacency {
  const start = Uint32Array.from({ length: units + 1 }, (_, unit) => Math.min(unit, units - 1));
  return { start, target: Uint32Array.from({ length: Math.max(0, units - 1) }, (_, unit) => unit + 1) };
}

type Contexts = ReturnType<typeof contextsOf>;

/** Where the contexts of each kind of decision begin, and how many there are in all. */
function contextsOf(ground: PackGround) {
  const bands = 0;
  const unit = bands + (1 << ground.bandCount);
  const to = unit + (1 << bitsBelow(unitsOf(ground)));
  const size = to + (ground.sites << bitsBelow(ground.sites));
  const joins = size + (1 << SIZE_BITS) + (1 << (1 << SIZE_BITS));
  const way = joins + 2 * JOINS;
  const whole = way + 1;
  const band = whole + 1;
  return { bands, unit, to, size, joins, way, whole, band, count: band + ground.bandCount };
}

/** The strokes in their order, small; `sum` tells whether they were read as they were written. */
export function packStrokes(ground: PackGround, strokes: Iterable<ToldStroke>): { bytes: Uint8Array; sum: number } {
  const writer = new DecisionWriter(contextsOf(ground).count);
  const hand = new Hand(writer, ground);
  for (const stroke of strokes) hand.stroke(hand.telling(stroke));
  return { bytes: writer.finish(), sum: hand.sum };
}

/** Reads what {@link packStrokes} wrote on the same ground, by the names that its units have in the case. */
export function unpackStrokes(ground: PackGround, bytes: Uint8Array, sum: number, names: UnitNames): StrokeSource {
  const reader = new DecisionReader(contextsOf(ground).count, bytes);
  const hand = new Hand(reader, ground, names);
  return {
    next: () => hand.stroke(),
    get isRead() {
      return reader.isRead && hand.sum === sum;
    },
  };
}
