import { BANDS, BAND_COUNT } from "./folkeskole.ts";
import { type Band, hasBand } from "../../src/domain/grades.ts";
import { NO_SITE } from "../../src/domain/plan.ts";
import type { Wish } from "../../src/solve/assignment/wishes.ts";
import { EveryFinish, type LockSet } from "./lock-sets.ts";

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
    const least = BANDS.reduce((sum, { band }) => sum + this.#fewestIn(band, wishes), 0);
    return least === Infinity ? undefined : least;
  }

  #fewestIn(band: Band, wishes: readonly Wish[]): number {
    const regions = [...this.#sites.map((site) => [site]), ...this.#set.painted.districts.map(({ sites }) => sites)];
    let least = Infinity;
    for (const way of this.#every.waysIn(band, wishes)) {
      const moved = [...way].reduce((sum, [pair, site]) => {
        const was = this.#before[pair];
        return was !== NO_SITE && was !== site ? sum + this.#set.basis.unitBand[pair] : sum;
      }, 0);
      if (moved >= least) continue;
      this.#eachMap(band, wishes, way, (owners) => {
        if (regions.every((sites) => this.#isWhole(owners, sites))) least = moved;
      });
    }
    return least;
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
  #isWhole(owners: readonly number[], sites: readonly number[]): boolean {
    const { start, target } = this.#set.basis.municipality.units.adjacency;
    const members = [...owners.keys()].filter((unit) => sites.includes(owners[unit]));
    if (members.length === 0) return true;
    const found = new Set([members[0]]);
    for (const unit of found)
      for (const next of target.subarray(start[unit], start[unit + 1]))
        if (sites.includes(owners[next])) found.add(next);
    return found.size === members.length;
  }
}
