import { type Effort, type SiteKnapsack, sortFalling } from "./knapsack.ts";

/**
 * The 0/1 knapsack with several kinds of room: choose things of the most total profit within all of them. The linear relaxation
 * (bounded simplex, Dantzig 1955, one basic column per kind) prices the room; priced as one surrogate room (Glover 1968) it
 * orders the things and bounds every node of a depth-first branch and bound. What the prices rule out against the greedy
 * fill is left out beforehand (Martello and Toth 2003 for two kinds). O(things * kinds) per simplex step; exponential at worst
 * in the core that remains, some tens of nodes mostly.
 */
export class RoomKnapsack implements SiteKnapsack {
  readonly profit: Float64Array;
  readonly weight: Float64Array;
  readonly room: Float64Array;
  readonly roomPrice: Float64Array;
  readonly chosen: Uint8Array;
  readonly #kinds: number;
  #count = 0;
  /** Linear relaxation: basis inverse `[kind * kinds + kind]`, what is basic per row (things, then slacks), its value, and where the others stand. */
  readonly #inverse: Float64Array;
  readonly #basic: Int32Array;
  readonly #value: Float64Array;
  readonly #atUpper: Uint8Array;
  readonly #isBasic: Uint8Array;
  readonly #column: Float64Array;
  /** Weight priced as one room, and profit per such weight. */
  readonly #surrogate: Float64Array;
  readonly #density: Float64Array;
  #bound = 0;
  /** The core: things in order of falling density, their profits and weights and sums before each. */
  readonly #core: Int32Array;
  readonly #coreProfit: Float64Array;
  readonly #coreWeight: Float64Array;
  readonly #profitBefore: Float64Array;
  readonly #surrogateBefore: Float64Array;
  readonly #free: Float64Array;
  readonly #path: Uint8Array;
  readonly #order: Int32Array;

  constructor(most: number, kinds: number) {
    this.profit = new Float64Array(most);
    this.weight = new Float64Array(most * kinds);
    this.room = new Float64Array(kinds);
    this.roomPrice = new Float64Array(kinds);
    this.chosen = new Uint8Array(most);
    this.#kinds = kinds;
    this.#inverse = new Float64Array(kinds * kinds);
    this.#basic = new Int32Array(kinds);
    this.#value = new Float64Array(kinds);
    this.#atUpper = new Uint8Array(most + kinds);
    this.#isBasic = new Uint8Array(most + kinds);
    this.#column = new Float64Array(kinds);
    this.#surrogate = new Float64Array(most);
    this.#density = new Float64Array(most);
    this.#core = new Int32Array(most);
    this.#coreProfit = new Float64Array(most);
    this.#coreWeight = new Float64Array(most * kinds);
    this.#profitBefore = new Float64Array(most + 1);
    this.#surrogateBefore = new Float64Array(most + 1);
    this.#free = new Float64Array((most + 1) * kinds);
    this.#path = new Uint8Array(most);
    this.#order = new Int32Array(most);
  }

  load(count: number): number {
    this.#count = count;
    const { profit, weight, room, roomPrice } = this;
    const kinds = this.#kinds;
    this.#price(count);
    // The bound is computed from the prices alone, so it holds however the simplex ended.
    let bound = 0;
    for (let r = 0; r < kinds; r++) if (roomPrice[r] > 0) bound += roomPrice[r] * room[r];
    for (let k = 0; k < count; k++) {
      let priced = 0;
      for (let r = 0; r < kinds; r++) priced += roomPrice[r] * weight[k * kinds + r];
      this.#surrogate[k] = priced;
      this.#density[k] = priced > 0 ? profit[k] / priced : Infinity;
      if (profit[k] > priced) bound += profit[k] - priced;
    }
    this.#bound = bound;
    return bound;
  }

  /** Prices the room by the linear relaxation, from all things left out. */
  #price(count: number): void {
    const { profit, weight, room, roomPrice } = this;
    const kinds = this.#kinds;
    const inverse = this.#inverse.fill(0);
    const basic = this.#basic;
    const value = this.#value;
    const column = this.#column;
    const atUpper = this.#atUpper.fill(0, 0, count + kinds);
    const isBasic = this.#isBasic.fill(0, 0, count + kinds);
    for (let r = 0; r < kinds; r++) {
      inverse[r * kinds + r] = 1;
      basic[r] = count + r;
      isBasic[count + r] = 1;
      value[r] = room[r];
      roomPrice[r] = 0;
    }
    for (let step = 0; step < 20 * kinds + 2 * count; step++) {
      // The most gainful thing or slack to change.
      let entering = -1;
      let most = 1e-9;
      for (let k = 0; k < count; k++) {
        if (isBasic[k] === 1) continue;
        let gain = profit[k];
        for (let r = 0; r < kinds; r++) gain -= roomPrice[r] * weight[k * kinds + r];
        if (atUpper[k] === 1) gain = -gain;
        if (gain > most) {
          most = gain;
          entering = k;
        }
      }
      for (let r = 0; r < kinds; r++)
        if (isBasic[count + r] === 0 && -roomPrice[r] > most) {
          most = -roomPrice[r];
          entering = count + r;
        }
      if (entering < 0) break;
      const sign = entering < count && atUpper[entering] === 1 ? -1 : 1;
      for (let r = 0; r < kinds; r++) {
        let sum = 0;
        if (entering < count)
          for (let q = 0; q < kinds; q++) sum += inverse[r * kinds + q] * weight[entering * kinds + q];
        else sum = inverse[r * kinds + entering - count];
        column[r] = sum;
      }
      // How far it may go: a basic one reaches a limit, or the thing itself does.
      let most2 = entering < count ? 1 : Infinity;
      let leaving = -1;
      let leavesAtUpper = 0;
      for (let r = 0; r < kinds; r++) {
        const change = sign * column[r];
        if (change > 1e-11) {
          const limit = Math.max(0, value[r]) / change;
          if (limit < most2) [most2, leaving, leavesAtUpper] = [limit, r, 0];
        } else if (change < -1e-11 && basic[r] < count) {
          const limit = Math.max(0, 1 - value[r]) / -change;
          if (limit < most2) [most2, leaving, leavesAtUpper] = [limit, r, 1];
        }
      }
      if (most2 === Infinity) break;
      for (let r = 0; r < kinds; r++) value[r] -= sign * column[r] * most2;
      if (leaving < 0) {
        atUpper[entering] ^= 1;
        continue;
      }
      const start = entering < count && atUpper[entering] === 1 ? 1 : 0;
      isBasic[basic[leaving]] = 0;
      atUpper[basic[leaving]] = leavesAtUpper;
      basic[leaving] = entering;
      isBasic[entering] = 1;
      value[leaving] = start + sign * most2;
      const pivot = column[leaving];
      for (let q = 0; q < kinds; q++) inverse[leaving * kinds + q] /= pivot;
      for (let r = 0; r < kinds; r++) {
        if (r === leaving || column[r] === 0) continue;
        for (let q = 0; q < kinds; q++) inverse[r * kinds + q] -= column[r] * inverse[leaving * kinds + q];
      }
      for (let q = 0; q < kinds; q++) {
        let price = 0;
        for (let r = 0; r < kinds; r++) if (basic[r] < count) price += profit[basic[r]] * inverse[r * kinds + q];
        roomPrice[q] = price;
      }
    }
    for (let r = 0; r < kinds; r++) if (!(roomPrice[r] > 0)) roomPrice[r] = 0;
  }

  solve(effort: Effort): number {
    const { profit, weight, room, chosen } = this;
    const kinds = this.#kinds;
    const count = this.#count;
    const order = this.#order;
    for (let k = 0; k < count; k++) order[k] = k;
    sortFalling(order, this.#density, 0, count - 1);
    // The greedy fill is the first answer.
    const free = this.#free;
    for (let r = 0; r < kinds; r++) free[r] = room[r] + SLACK;
    let best = 0;
    for (let at = 0; at < count; at++) {
      const k = order[at];
      chosen[k] = 0;
      let fits = true;
      for (let r = 0; r < kinds; r++) if (weight[k * kinds + r] > free[r]) fits = false;
      if (!fits) continue;
      for (let r = 0; r < kinds; r++) free[r] -= weight[k * kinds + r];
      chosen[k] = 1;
      best += profit[k];
    }
    const gap = this.#bound - best;
    if (gap <= 1e-9) return best;
    // What the prices decide: left out, or in whatever the rest.
    let size = 0;
    let sure = 0;
    for (let r = 0; r < kinds; r++) free[r] = room[r] + SLACK;
    for (let at = 0; at < count; at++) {
      const k = order[at];
      const gain = profit[k] - this.#surrogate[k];
      if (gain <= -gap) continue;
      if (gain >= gap) {
        sure += profit[k];
        for (let r = 0; r < kinds; r++) free[r] -= weight[k * kinds + r];
        this.#path[at] = 2;
        continue;
      }
      this.#core[size] = k;
      this.#coreProfit[size] = profit[k];
      for (let r = 0; r < kinds; r++) this.#coreWeight[size * kinds + r] = weight[k * kinds + r];
      this.#profitBefore[size + 1] = this.#profitBefore[size] + profit[k];
      this.#surrogateBefore[size + 1] = this.#surrogateBefore[size] + this.#surrogate[k];
      size++;
    }
    for (let r = 0; r < kinds; r++) if (free[r] < 0) return best;
    const found = this.#branch(size, sure, best, effort === "rough" ? ROUGH_NODES : Infinity);
    if (found <= best) return best;
    for (let at = 0; at < count; at++) {
      const k = order[at];
      chosen[k] = profit[k] - this.#surrogate[k] >= gap ? 1 : 0;
    }
    for (let at = 0; at < size; at++) if (this.#bestPath[at] === 1) chosen[this.#core[at]] = 1;
    return found;
  }
  #bestPath = new Uint8Array(0);

  /** Depth first over the core: take a thing if it fits, then leave it out; `best` is what must be beaten. */
  #branch(size: number, sure: number, best: number, mostNodes: number): number {
    const kinds = this.#kinds;
    const free = this.#free;
    const path = this.#path;
    const profits = this.#coreProfit;
    const weights = this.#coreWeight;
    const price = this.roomPrice;
    if (this.#bestPath.length < size) this.#bestPath = new Uint8Array(2 * size);
    let depth = 0;
    let profit = sure;
    for (let nodes = 0; nodes < mostNodes; nodes++) {
      // Down: take what fits while the bound allows more than the best.
      let bounded = false;
      let at = depth;
      while (at < size) {
        if (this.#fractional(at, size, profit, free, at * kinds, price) <= best + 1e-10) {
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
      if (at < 0) return best;
      path[at] = 0;
      profit -= profits[at];
      for (let r = 0; r < kinds; r++) free[(at + 1) * kinds + r] = free[at * kinds + r];
      depth = at + 1;
    }
    return best;
  }

  /** Profit with the things from `at` on, if one may be split and the kinds of room are priced as one. */
  #fractional(
    at: number,
    size: number,
    profit: number,
    free: Float64Array,
    offset: number,
    price: Float64Array,
  ): number {
    let left = 0;
    for (let r = 0; r < this.#kinds; r++) left += price[r] * free[offset + r];
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

/** Nodes of a rough search. */
const ROUGH_NODES = 300;
/** Sums of fractions are exact to about this. */
const SLACK = 1e-9;
