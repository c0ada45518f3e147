import { type SiteKnapsack, sortFalling } from "./knapsack.ts";
import { CapacityPrices } from "./capacity-prices.ts";

/**
 * The 0/1 knapsack with several kinds of room: choose things of the most total profit within all of them. {@link CapacityPrices} make the
 * kinds one surrogate room (Glover 1968) that orders the things and bounds every node of a depth-first branch and bound. What
 * the prices rule out against the greedy fill is left out beforehand (Martello and Toth 2003 for two kinds). Exponential at
 * worst in the core that remains; mostly some hundreds of nodes of O(kinds + log things).
 */
export class MultiKnapsack implements SiteKnapsack {
  readonly profit: Float64Array;
  readonly weight: Float64Array;
  readonly limit: Float64Array;
  readonly chosen: Uint8Array;
  readonly #kinds: number;
  readonly #prices: CapacityPrices;
  #count = 0;
  /** Weight priced as one room, and profit per such weight. */
  readonly #surrogate: Float64Array;
  readonly #density: Float64Array;
  #bound = 0;
  readonly #order: Int32Array;
  /** The core: things in order of falling density, their profits and weights and sums before each. */
  readonly #core: Int32Array;
  readonly #coreProfit: Float64Array;
  readonly #coreWeight: Float64Array;
  readonly #profitBefore: Float64Array;
  readonly #surrogateBefore: Float64Array;
  #size = 0;
  /** Profit of the things that are surely in. */
  #sure = 0;
  /** Room left before each thing of the core on the way down, `[thing * kinds + kind]`; what is taken on the way, and on the best. */
  readonly #free: Float64Array;
  readonly #path: Uint8Array;
  readonly #bestPath: Uint8Array;

  constructor(most: number, kinds: number) {
    this.profit = new Float64Array(most);
    this.weight = new Float64Array(most * kinds);
    this.limit = new Float64Array(kinds);
    this.chosen = new Uint8Array(most);
    this.#kinds = kinds;
    this.#prices = new CapacityPrices(most, kinds);
    this.#surrogate = new Float64Array(most);
    this.#density = new Float64Array(most);
    this.#order = new Int32Array(most);
    this.#core = new Int32Array(most);
    this.#coreProfit = new Float64Array(most);
    this.#coreWeight = new Float64Array(most * kinds);
    this.#profitBefore = new Float64Array(most + 1);
    this.#surrogateBefore = new Float64Array(most + 1);
    this.#free = new Float64Array((most + 1) * kinds);
    this.#path = new Uint8Array(most);
    this.#bestPath = new Uint8Array(most);
  }

  get capacityPrice(): Float64Array {
    return this.#prices.price;
  }

  load(count: number): number {
    this.#count = count;
    const { profit, weight, limit } = this;
    const kinds = this.#kinds;
    this.#prices.solve({ count, profit, weight, limit });
    const { price } = this.#prices;
    // The bound is computed from the prices alone, so it holds however the simplex ended.
    let bound = 0;
    for (let r = 0; r < kinds; r++) if (price[r] > 0) bound += price[r] * limit[r];
    for (let k = 0; k < count; k++) {
      let priced = 0;
      for (let r = 0; r < kinds; r++) priced += price[r] * weight[k * kinds + r];
      this.#surrogate[k] = priced;
      this.#density[k] = priced > 0 ? profit[k] / priced : Infinity;
      if (profit[k] > priced) bound += profit[k] - priced;
    }
    this.#bound = bound;
    return bound;
  }

  mostWith(profit: number, weight: Float64Array, at: number): number {
    for (let r = 0; r < this.#kinds; r++) if (weight[at + r] > this.limit[r]) return -Infinity;
    return this.#bound + Math.min(0, this.#gain(profit, weight, at));
  }

  mostWithout(profit: number, weight: Float64Array, at: number): number {
    return this.#bound - Math.max(0, this.#gain(profit, weight, at));
  }

  /** Profit beyond what the room taken costs by the prices. */
  #gain(profit: number, weight: Float64Array, at: number): number {
    let gain = profit;
    for (let r = 0; r < this.#kinds; r++) gain -= this.capacityPrice[r] * weight[at + r];
    return gain;
  }

  solve(tolerance: number, steps: number): number {
    const { profit, chosen } = this;
    const filled = this.#fill();
    const gap = this.#bound - filled;
    if (gap <= LEAST_GAP + tolerance || !this.#takeCore(gap))
      return gap <= LEAST_GAP + tolerance ? this.#bound : filled;
    const { best, most } = this.#branch(filled, tolerance, steps);
    if (best > filled) {
      for (let k = 0; k < this.#count; k++) chosen[k] = profit[k] - this.#surrogate[k] >= gap ? 1 : 0;
      for (let at = 0; at < this.#size; at++) if (this.#bestPath[at] === 1) chosen[this.#core[at]] = 1;
    }
    return Math.min(this.#bound, most);
  }

  /** Chooses by falling density what still fits: the first answer. */
  #fill(): number {
    const { profit, weight, limit, chosen } = this;
    const kinds = this.#kinds;
    const order = this.#order;
    for (let k = 0; k < this.#count; k++) order[k] = k;
    sortFalling(order, this.#density, 0, this.#count - 1);
    const free = this.#free;
    for (let r = 0; r < kinds; r++) free[r] = limit[r] + SLACK;
    let total = 0;
    for (let at = 0; at < this.#count; at++) {
      const k = order[at];
      chosen[k] = 0;
      let fits = true;
      for (let r = 0; r < kinds; r++) if (weight[k * kinds + r] > free[r]) fits = false;
      if (!fits) continue;
      for (let r = 0; r < kinds; r++) free[r] -= weight[k * kinds + r];
      chosen[k] = 1;
      total += profit[k];
    }
    return total;
  }

  /** Leaves aside what the prices decide against a gap: out, or in whatever the rest. False if what is in does not fit. */
  #takeCore(gap: number): boolean {
    const { profit, weight, limit } = this;
    const kinds = this.#kinds;
    const free = this.#free;
    for (let r = 0; r < kinds; r++) free[r] = limit[r] + SLACK;
    let size = 0;
    this.#sure = 0;
    for (let at = 0; at < this.#count; at++) {
      const k = this.#order[at];
      const gain = profit[k] - this.#surrogate[k];
      if (gain <= -gap) continue;
      if (gain >= gap) {
        this.#sure += profit[k];
        for (let r = 0; r < kinds; r++) free[r] -= weight[k * kinds + r];
        continue;
      }
      this.#core[size] = k;
      this.#coreProfit[size] = profit[k];
      for (let r = 0; r < kinds; r++) this.#coreWeight[size * kinds + r] = weight[k * kinds + r];
      this.#profitBefore[size + 1] = this.#profitBefore[size] + profit[k];
      this.#surrogateBefore[size + 1] = this.#surrogateBefore[size] + this.#surrogate[k];
      size++;
    }
    this.#size = size;
    for (let r = 0; r < kinds; r++) if (free[r] < 0) return false;
    return true;
  }

  /** Depth first over the core: take a thing if it fits, then leave it out; `best` must be beaten by more than the tolerance. */
  #branch(best: number, tolerance: number, steps: number): { readonly best: number; readonly most: number } {
    const kinds = this.#kinds;
    const size = this.#size;
    const free = this.#free;
    const path = this.#path;
    const profits = this.#coreProfit;
    const weights = this.#coreWeight;
    let at = 0;
    let profit = this.#sure;
    for (let nodes = 0; nodes < steps; nodes++) {
      // Down: take what fits while the bound allows more than the best.
      let bounded = false;
      while (at < size) {
        if (this.#fractional(at, profit) <= best + tolerance + ROUNDING) {
          bounded = true;
          break;
        }
        let fits = true;
        for (let r = 0; r < kinds; r++) if (weights[at * kinds + r] > free[at * kinds + r]) fits = false;
        path[at] = fits ? 1 : 0;
        for (let r = 0; r < kinds; r++)
          free[(at + 1) * kinds + r] = free[at * kinds + r] - (fits ? weights[at * kinds + r] : 0);
        if (fits) profit += profits[at];
        at++;
      }
      if (!bounded && profit > best) {
        best = profit;
        this.#bestPath.set(path.subarray(0, size));
      }
      // Back: leave out the last thing taken.
      do {
        at--;
      } while (at >= 0 && path[at] === 0);
      if (at < 0) return { best, most: best + tolerance };
      path[at] = 0;
      profit -= profits[at];
      for (let r = 0; r < kinds; r++) free[(at + 1) * kinds + r] = free[at * kinds + r];
      at++;
    }
    return { best, most: Math.max(best + tolerance, this.#mostLeft(at, profit)) };
  }

  /** The most that is possible from here, or by leaving out a thing taken on the way here. */
  #mostLeft(at: number, profit: number): number {
    const kinds = this.#kinds;
    const free = this.#free;
    let most = this.#fractional(at, profit);
    for (let before = at - 1; before >= 0; before--) {
      if (this.#path[before] === 0) continue;
      profit -= this.#coreProfit[before];
      for (let r = 0; r < kinds; r++) free[(before + 1) * kinds + r] = free[before * kinds + r];
      most = Math.max(most, this.#fractional(before + 1, profit));
    }
    return most;
  }

  /** Profit with the things from `at` on, if one may be split and the kinds of room are priced as one. */
  #fractional(at: number, profit: number): number {
    const kinds = this.#kinds;
    const size = this.#size;
    const { price } = this.#prices;
    let left = 0;
    for (let r = 0; r < kinds; r++) left += price[r] * this.#free[at * kinds + r];
    const profits = this.#profitBefore;
    const before = this.#surrogateBefore;
    const limit = before[at] + left;
    if (before[size] <= limit) return profit + profits[size] - profits[at];
    let low = at;
    let high = size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (before[middle + 1] > limit) high = middle;
      else low = middle + 1;
    }
    const step = before[low + 1] - before[low];
    return profit + profits[low] - profits[at] + ((limit - before[low]) * (profits[low + 1] - profits[low])) / step;
  }
}

/** Sums of fractions are exact to about this. */
const SLACK = 1e-9;
const LEAST_GAP = 1e-9;
const ROUNDING = 1e-10;
