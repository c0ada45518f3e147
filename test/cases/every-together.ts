import { BAND_COUNT, BANDS, type Band, hasBand } from "../../src/domain/grades.ts";
import { NO_SITE } from "../../src/domain/plan.ts";
import type { Wish } from "../../src/solve/assignment/wishes.ts";
import { EveryFinish, type LockSet } from "./lock-sets.ts";

/** What a way to share out one band means for each district, and pupils who change school. */
interface Shared {
  /** `[district]`: nobody's unit in it, one piece, or several. */
  readonly pieces: readonly ("none" | "one" | "several")[];
  readonly moved: number;
}

/** Every way to finish a plan so that areas hang together, units where nobody lives included; written anew from the words alone. */
export class EveryTogether {
  readonly #set: LockSet;
  readonly #before: Uint16Array;
  readonly #every: EveryFinish;

  constructor(set: LockSet, before: Uint16Array) {
    this.#set = set;
    this.#before = before;
    this.#every = new EveryFinish(set, before);
  }

  canHold = (wishes: readonly Wish[]): boolean =>
    wishes.some(({ kind }) => kind === "together") ? this.fewest(wishes) !== undefined : this.#every.canHold(wishes);

  /** Fewest pupils who change school; undefined where areas cannot hang together. */
  fewest(wishes: readonly Wish[]): number | undefined {
    const bands = BANDS.map(({ band }) => this.#shares(band, wishes));
    let least = Infinity;
    for (const low of bands[0])
      for (const middle of bands[1])
        for (const high of bands[2]) {
          const isWhole = low.pieces.every((pieces, district) => {
            const lowest = [pieces, middle.pieces[district], high.pieces[district]].find((each) => each !== "none");
            return lowest !== "several";
          });
          if (isWhole) least = Math.min(least, low.moved + middle.moved + high.moved);
        }
    return least === Infinity ? undefined : least;
  }

  /** Of all ways alike for the districts the one that moves fewest. */
  #shares(band: Band, wishes: readonly Wish[]): readonly Shared[] {
    const best = new Map<string, Shared>();
    for (const way of this.#every.waysIn(band, wishes)) {
      const moved = [...way].reduce((sum, [pair, site]) => {
        const was = this.#before[pair];
        return was !== NO_SITE && was !== site ? sum + this.#set.basis.unitBand[pair] : sum;
      }, 0);
      const known = (pieces: Shared["pieces"]): boolean => (best.get(pieces.join())?.moved ?? Infinity) <= moved;
      this.#eachMap(band, wishes, way, (owners) => {
        if (!this.#sites.every((site) => this.#piecesOf(owners, [site]) !== "several")) return;
        const pieces = this.#set.painted.districts.map(({ sites }) => this.#piecesOf(owners, sites));
        if (!known(pieces)) best.set(pieces.join(), { pieces, moved });
      });
    }
    return [...best.values()];
  }

  get #sites(): readonly number[] {
    return [...this.#set.painted.teaching.keys()];
  }

  #eachMap(
    band: Band,
    wishes: readonly Wish[],
    way: ReadonlyMap<number, number>,
    hear: (owners: readonly number[]) => void,
  ): void {
    const { basis, painted } = this.#set;
    const holds = wishes.flatMap((wish) => (wish.kind === "hold" ? [wish] : []));
    const open = this.#sites.filter(
      (site) => hasBand(painted.teaching[site], BANDS[band].band) && !holds.some(({ sites }) => sites.includes(site)),
    );
    const count = basis.municipality.units.count;
    const owners: number[] = [];
    const next = (unit: number): void => {
      if (unit === count) return hear(owners);
      const pair = unit * BAND_COUNT + band;
      const isHeld = holds.some(({ pairs }) => pairs.includes(pair));
      const decided = way.get(pair);
      const choices = decided !== undefined ? [decided] : isHeld ? [painted.assignment[pair]] : [NO_SITE, ...open];
      for (const site of choices) {
        owners[unit] = site;
        next(unit + 1);
      }
    };
    next(0);
  }

  /** All land hangs together in these cases. */
  #piecesOf(owners: readonly number[], sites: readonly number[]): "none" | "one" | "several" {
    const { start, target } = this.#set.basis.municipality.units.adjacency;
    const members = [...owners.keys()].filter((unit) => sites.includes(owners[unit]));
    if (members.length === 0) return "none";
    const found = new Set([members[0]]);
    for (const unit of found)
      for (const next of target.subarray(start[unit], start[unit + 1]))
        if (sites.includes(owners[next])) found.add(next);
    return found.size === members.length ? "one" : "several";
  }
}
