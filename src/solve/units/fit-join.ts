import { unreachable } from "../../domain/outcome.ts";
import type { Factor, Move } from "./fit-factor.ts";
import { costAt, type Outlook, rangeOf, type Table } from "./fit-outlook.ts";
import { movesSending } from "./fit-pairs.ts";

const NOTHING: Factor = {
  sites: [],
  shift: new Int32Array(0),
  cost: new Float64Array(1),
  of: { kind: "nothing" },
};

/**
 * All factors of a site put together and the site closed: what it comes to for the other sites that they tell of, which takes their place.
 * Entries beyond the budget, with the least that all else comes to, are left out; `undefined` where the work does not suffice.
 */
export function combined(outlook: Outlook, site: number): Factor | undefined {
  const own = outlook.of(site).toSorted((a, b) => a.cost.length - b.cost.length);
  let made = own[0] ?? NOTHING;
  outlook.take(made);
  const others = own.length > 1 ? own.slice(1) : [NOTHING];
  for (const [number, factor] of others.entries()) {
    outlook.take(factor);
    const next = joined(made, factor, number === others.length - 1 ? site : undefined, outlook);
    if (!next || next.cost.length === 0) return next;
    made = next;
  }
  outlook.close(site, made);
  return made;
}

/** Every entry of one with every entry of the other; a site that is given is closed and left out. */
function joined(one: Factor, other: Factor, closed: number | undefined, outlook: Outlook): Factor | undefined {
  const all = [...new Set([...one.sites, ...other.sites, ...(closed === undefined ? [] : [closed])])];
  const places = placesOf(all, one, other, closed, outlook);
  if (!places) return undefined;
  const { work } = outlook;
  const budget = outlook.budget - outlook.elsewhere(all);
  const [left, right] = [new Side(one, places, "one"), new Side(other, places, "other")];
  const shared = places.filter(({ inOne, inOther }) => inOne >= 0 && inOther >= 0);
  const [wideOne, wideOther] = [one.sites.length, other.sites.length];
  const leastShared = shared.reduce((sum, { ahead }) => sum + ahead.cost.reduce((a, b) => Math.min(a, b), Infinity), 0);
  const kept = emptied(entries);
  const order = right.upTo(budget - leastShared - left.least.reduce((a, b) => Math.min(a, b), Infinity));
  for (let a = 0; a < one.cost.length; a++) {
    const room = budget - left.least[a];
    for (let turn = 0; turn < order.length; turn++) {
      const b = order[turn];
      if (right.least[b] + leastShared > room) break;
      if (work.left-- < 0 || kept.size > work.mostEntries) return undefined;
      let least = right.least[b];
      let key = left.key[a] + right.key[b];
      let cost = left.cost[a] + right.cost[b];
      for (let i = 0; i < shared.length; i++) {
        const { inOne, inOther, ahead, start, times, isClosed } = shared[i];
        const more = one.shift[a * wideOne + inOne] + other.shift[b * wideOther + inOther];
        const rest = costAt(ahead, more);
        least += rest;
        if (isClosed) cost += rest;
        else key += (more - start) * times;
      }
      if (least <= room) kept.add(key, cost, a, b);
    }
  }
  return factorOf(
    all.filter((site) => site !== closed),
    one,
    other,
    kept,
  );
}

/** A site as two factors that are put together tell of it. */
interface Place {
  readonly site: number;
  /** Its place in each of the two; less than 0 where that does not tell of it. */
  readonly inOne: number;
  readonly inOther: number;
  /** What it comes to at least from what is still open. */
  readonly ahead: Table;
  /** Pupils more from `start` count so many times in the number that stands for all the sites. */
  readonly start: number;
  readonly times: number;
  readonly isClosed: boolean;
}

/** `undefined` where the number that stands for all sites would be too large to be exact. */
function placesOf(
  all: readonly number[],
  one: Factor,
  other: Factor,
  closed: number | undefined,
  outlook: Outlook,
): readonly Place[] | undefined {
  let size = 1;
  const places = all.map((site): Place => {
    const [a, b] = [rangeOf(one, site), rangeOf(other, site)];
    const range = { least: a.least + b.least, most: a.most + b.most };
    const times = site === closed ? 0 : size;
    if (site !== closed) size *= range.most - range.least + 1;
    const [inOne, inOther] = [one.sites.indexOf(site), other.sites.indexOf(site)];
    const ahead = outlook.ahead(site, range);
    return { site, inOne, inOther, ahead, start: range.least, times, isClosed: site === closed };
  });
  return size < 2 ** 53 ? places : undefined;
}

/** What each entry of a factor adds by itself, from the sites that it alone tells of. */
class Side {
  readonly key: Float64Array;
  readonly cost: Float64Array;
  /** With the least that its own sites come to. */
  readonly least: Float64Array;

  constructor(factor: Factor, places: readonly Place[], is: "one" | "other") {
    this.key = new Float64Array(factor.cost.length);
    this.cost = factor.cost.slice();
    this.least = factor.cost.slice();
    const wide = factor.sites.length;
    for (const { site, inOne, inOther, ahead, start, times, isClosed } of places) {
      // A site that neither tells of is closed as it began, once.
      if (is === "one" ? inOther >= 0 : inOne >= 0 || inOther < 0) continue;
      const place = factor.sites.indexOf(site);
      for (let entry = 0; entry < factor.cost.length; entry++) {
        const more = place < 0 ? 0 : factor.shift[entry * wide + place];
        const rest = costAt(ahead, more);
        this.least[entry] += rest;
        if (isClosed) this.cost[entry] += rest;
        else this.key[entry] += (more - start) * times;
      }
    }
  }

  /** The entries whose least is no more, by that. */
  upTo(most: number): Int32Array {
    const few: number[] = [];
    for (let entry = 0; entry < this.least.length; entry++) if (this.least[entry] <= most) few.push(entry);
    // Sorted in place: the array is nobody else's.
    // oxlint-disable-next-line unicorn/no-array-sort
    return Int32Array.from(few.sort((a, b) => this.least[a] - this.least[b] || a - b));
  }
}

function factorOf(sites: readonly number[], one: Factor, other: Factor, kept: Entries): Factor {
  const wide = sites.length;
  const shift = new Int32Array(kept.size * wide);
  const from = new Int32Array(kept.size * 2);
  for (let entry = 0; entry < kept.size; entry++) {
    from[entry * 2] = kept.one[entry];
    from[entry * 2 + 1] = kept.other[entry];
  }
  sites.forEach((site, column) => {
    const [inOne, inOther] = [one.sites.indexOf(site), other.sites.indexOf(site)];
    for (let entry = 0; entry < kept.size; entry++)
      shift[entry * wide + column] =
        (inOne < 0 ? 0 : one.shift[kept.one[entry] * one.sites.length + inOne]) +
        (inOther < 0 ? 0 : other.shift[kept.other[entry] * other.sites.length + inOther]);
  });
  return { sites, shift, cost: Float64Array.from(kept.cost), of: { kind: "both", one, other, from } };
}

/** The moves that a factor of one entry stands for. */
export function parted(factor: Factor, entry = 0): readonly Move[] {
  const { of, shift, sites } = factor;
  switch (of.kind) {
    case "nothing":
      return [];
    case "pair":
      return movesSending(of.pair, -shift[entry * sites.length]);
    case "both":
      return [...parted(of.one, of.from[entry * 2]), ...parted(of.other, of.from[entry * 2 + 1])];
    default:
      return unreachable(of);
  }
}

/** The cheapest way to each key: a hash table with open addressing. */
class Entries {
  readonly key: number[] = [];
  readonly cost: number[] = [];
  readonly one: number[] = [];
  readonly other: number[] = [];
  #slots = new Int32Array(SLOTS).fill(-1);

  clear(): void {
    this.key.length = this.cost.length = this.one.length = this.other.length = 0;
    if (this.#slots.length > SLOTS) this.#slots = new Int32Array(SLOTS);
    this.#slots.fill(-1);
  }

  add(key: number, cost: number, one: number, other: number): void {
    const mask = this.#slots.length - 1;
    let slot = hash(key) & mask;
    for (let entry = this.#slots[slot]; entry >= 0; entry = this.#slots[slot]) {
      if (this.key[entry] === key) {
        if (cost < this.cost[entry]) [this.cost[entry], this.one[entry], this.other[entry]] = [cost, one, other];
        return;
      }
      slot = (slot + 1) & mask;
    }
    this.#slots[slot] = this.key.length;
    this.key.push(key);
    this.cost.push(cost);
    this.one.push(one);
    this.other.push(other);
    if (2 * this.key.length > mask) this.#grow();
  }

  #grow(): void {
    const slots = new Int32Array(2 * this.#slots.length).fill(-1);
    const mask = slots.length - 1;
    this.key.forEach((key, entry) => {
      let slot = hash(key) & mask;
      while (slots[slot] >= 0) slot = (slot + 1) & mask;
      slots[slot] = entry;
    });
    this.#slots = slots;
  }

  get size(): number {
    return this.key.length;
  }
}

const hash = (key: number): number => {
  const high = Math.floor(key / 4_294_967_296);
  const mixed = Math.imul((key - high * 4_294_967_296) ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
};

/** Slots to begin with. */
const SLOTS = 256;

/** Working space that is used again and again. */
const entries = new Entries();

function emptied(space: Entries): Entries {
  space.clear();
  return space;
}
