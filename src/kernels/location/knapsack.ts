/**
 * What a site takes when units pay for being taken: the caller fills profit and weight of things 0 .. count - 1 and the room,
 * calls {@link load}, and {@link solve} if the exact answer is wanted. One object keeps its memory between calls.
 */
export interface SiteKnapsack {
  /** `[thing]`, above 0. */
  readonly profit: Float64Array;
  /** `[thing * resources + resource]`, at least 0. */
  readonly weight: Float64Array;
  /** `[resource]` */
  readonly limit: Float64Array;
  /** What more room would bring per unit of it, `[resource]`; set by {@link load}. */
  readonly capacityPrice: Float64Array;
  /** 1 where a thing is chosen, set by {@link solve}. */
  readonly chosen: Uint8Array;
  /** Most profit if things may be split, or a little more: an upper bound. */
  load(count: number): number;
  /**
   * Chooses, and returns at least the most profit: what is chosen is not more than `tolerance` short of that, unless the work is cut short
   * after about `steps`.
   */
  solve(tolerance: number, steps: number): number;
  /**
   * At least the most profit with a thing of this profit (of any sign) and these weights, `weight[at + resource]`, surely in; it may be one
   * of those loaded. `-Infinity` where it does not fit.
   */
  mostWith(profit: number, weight: Float64Array, at: number): number;
  /** At least the most profit without one of the loaded things, which has this profit and these weights. */
  mostWithout(profit: number, weight: Float64Array, at: number): number;
}

/**
 * The 0/1 knapsack: choose things of the most total profit within room. Solved exactly by dynamic programming over a core that
 * grows around the break item of the greedy fill (Pisinger 1997, "A minimal algorithm for the 0-1 knapsack problem"): a
 * state is what has been added beyond the fill or taken out of it; a state that another dominates, or whose linear bound is not
 * above the best found (and the tolerance), is dropped. O(n log n) for sorting, then O(n * room) at worst, and nearly nothing mostly.
 * Weights and profits may be fractions.
 */
export class Knapsack implements SiteKnapsack {
  /** Things by falling profit per weight, positions in the caller's lists. */
  order: Int32Array;
  #density: Float64Array;
  /** Profit and weight summed over the first k things in order. */
  profitBefore: Float64Array;
  weightBefore: Float64Array;
  readonly chosen: Uint8Array;
  readonly profit: Float64Array;
  readonly weight: Float64Array;
  readonly limit = new Float64Array(1);
  readonly capacityPrice = new Float64Array(1);
  count = 0;
  #isSorted = false;
  /** States of the current list and the one being made: profit, weight, and where each came from. */
  #stateProfit = [new Float64Array(256), new Float64Array(256)];
  #stateWeight = [new Float64Array(256), new Float64Array(256)];
  #stateStep = [new Int32Array(256), new Int32Array(256)];
  /** Steps: the thing changed and the step before it. */
  #stepThing = new Int32Array(1024);
  #stepBefore = new Int32Array(1024);
  #steps = 0;

  constructor(most: number) {
    this.order = new Int32Array(most);
    this.#density = new Float64Array(most);
    this.profitBefore = new Float64Array(most + 1);
    this.weightBefore = new Float64Array(most + 1);
    this.chosen = new Uint8Array(most);
    this.profit = new Float64Array(most);
    this.weight = new Float64Array(most);
  }

  load(count: number): number {
    const { order, profitBefore, weightBefore, profit, weight } = this;
    const density = this.#density;
    const limit = this.limit[0];
    this.count = count;
    let total = 0;
    for (let k = 0; k < count; k++) {
      order[k] = k;
      total += weight[k];
      density[k] = weight[k] > 0 ? profit[k] / weight[k] : Infinity;
    }
    this.#isSorted = total > limit;
    if (this.#isSorted) sortFalling(order, density, 0, count - 1);
    this.#sumUp();
    if (!this.#isSorted) {
      this.capacityPrice[0] = 0;
      return profitBefore[count];
    }
    const k = this.breakAt(limit);
    this.capacityPrice[0] = density[order[k]];
    return profitBefore[k] + (limit - weightBefore[k]) * density[order[k]];
  }

  #sumUp(): void {
    const { order, count, profitBefore, weightBefore, profit, weight } = this;
    for (let k = 0; k < count; k++) {
      profitBefore[k + 1] = profitBefore[k] + profit[order[k]];
      weightBefore[k + 1] = weightBefore[k] + weight[order[k]];
    }
  }

  mostWith(profit: number, weight: Float64Array, at: number): number {
    const left = this.limit[0] - weight[at];
    if (left < 0) return -Infinity;
    // Among what fills the room beside it, it is in already.
    if (profit > 0 && this.#isAboveBreak(profit, weight[at], left)) return this.linearBound(this.limit[0]);
    return profit + this.linearBound(left);
  }

  mostWithout(profit: number, weight: Float64Array, at: number): number {
    const limit = this.limit[0];
    if (!this.#isAboveBreak(profit, weight[at], limit)) return this.linearBound(limit);
    return this.linearBound(limit + weight[at]) - profit;
  }

  /** Whether a thing is surely in the fill of a room, by its density alone. */
  #isAboveBreak(profit: number, weight: number, limit: number): boolean {
    this.#sort();
    const k = this.breakAt(limit);
    return k === this.count || (weight > 0 ? profit / weight : Infinity) > this.#density[this.order[k]];
  }

  /** Order matters only where things do not all fit. */
  #sort(): void {
    if (this.#isSorted) return;
    this.#isSorted = true;
    sortFalling(this.order, this.#density, 0, this.count - 1);
    this.#sumUp();
  }

  /** The most profit within another room if one thing may be split. */
  linearBound(limit: number): number {
    this.#sort();
    const { weightBefore, profitBefore, count } = this;
    if (weightBefore[count] <= limit) return profitBefore[count];
    const k = this.breakAt(limit);
    return profitBefore[k] + (limit - weightBefore[k]) * this.#density[this.order[k]];
  }

  /** First thing in order that does not fit any more, or `count`. */
  breakAt(limit: number): number {
    const { weightBefore, count } = this;
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (weightBefore[middle + 1] > limit) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  solve(tolerance: number): number {
    const { order, count, chosen, weightBefore, profitBefore, profit, weight } = this;
    const limit = this.limit[0];
    const start = this.breakAt(limit);
    for (let k = 0; k < count; k++) chosen[order[k]] = k < start ? 1 : 0;
    if (start === count) return profitBefore[count];

    // The greedy fill, completed with what still fits, is the first answer; the states then improve it.
    let best = profitBefore[start];
    let room = limit - weightBefore[start];
    for (let k = start + 1; k < count; k++) {
      const thing = order[k];
      if (weight[thing] > room) continue;
      chosen[thing] = 1;
      room -= weight[thing];
      best += profit[thing];
    }
    const linear = this.linearBound(limit);
    if (linear <= best + tolerance) return linear;
    let bestStep = NO_STEP;
    this.#steps = 0;
    let from = 0;
    this.#stateProfit[0][0] = profitBefore[start];
    this.#stateWeight[0][0] = weightBefore[start];
    this.#stateStep[0][0] = -1;
    let states = 1;
    let left = start - 1;
    let right = start;
    while (states > 0 && (left >= 0 || right < count)) {
      for (const side of SIDES) {
        if (side === ADD ? right >= count : left < 0) continue;
        const thing = side === ADD ? order[right++] : order[left--];
        states = this.#expand(
          from,
          states,
          thing,
          side === ADD ? profit[thing] : -profit[thing],
          side === ADD ? weight[thing] : -weight[thing],
        );
        from = 1 - from;
        const p = this.#stateProfit[from];
        const w = this.#stateWeight[from];
        for (let s = 0; s < states && w[s] <= limit; s++)
          if (p[s] > best) {
            best = p[s];
            bestStep = this.#stateStep[from][s];
          }
        states = this.#prune(from, states, best + tolerance, left, right);
      }
    }
    if (bestStep === NO_STEP) return Math.min(linear, best + tolerance);
    for (let k = start; k < count; k++) chosen[order[k]] = 0;
    for (let step = bestStep; step >= 0; step = this.#stepBefore[step]) chosen[this.#stepThing[step]] ^= 1;
    return Math.min(linear, best + tolerance);
  }

  /** Merges the states as they are with the states changed by one thing, by rising weight and profit. */
  #expand(from: number, states: number, thing: number, addProfit: number, addWeight: number): number {
    const to = 1 - from;
    if (this.#stateProfit[to].length < 2 * states) this.#grow(to, 4 * states);
    if (this.#stepThing.length < this.#steps + states) this.#growSteps(this.#steps + states);
    const [p, w, t] = [this.#stateProfit[from], this.#stateWeight[from], this.#stateStep[from]];
    const [p2, w2, t2] = [this.#stateProfit[to], this.#stateWeight[to], this.#stateStep[to]];
    let made = 0;
    let top = -Infinity;
    let plain = 0;
    let changed = 0;
    while (plain < states || changed < states) {
      const plainWeight = plain < states ? w[plain] : Infinity;
      const changedWeight = changed < states ? w[changed] + addWeight : Infinity;
      const takePlain =
        plainWeight < changedWeight || (plainWeight === changedWeight && p[plain] >= p[changed] + addProfit);
      if (takePlain) {
        if (p[plain] > top) {
          top = p2[made] = p[plain];
          w2[made] = plainWeight;
          t2[made++] = t[plain];
        }
        plain++;
      } else {
        const value = p[changed] + addProfit;
        if (value > top) {
          top = p2[made] = value;
          w2[made] = changedWeight;
          this.#stepThing[this.#steps] = thing;
          this.#stepBefore[this.#steps] = t[changed];
          t2[made++] = this.#steps++;
        }
        changed++;
      }
    }
    return made;
  }

  /** Keeps the states that can still beat the best: filling up with the next thing, or making room by the last. */
  #prune(list: number, states: number, best: number, left: number, right: number): number {
    const limit = this.limit[0];
    const [p, w, t] = [this.#stateProfit[list], this.#stateWeight[list], this.#stateStep[list]];
    const fill = right < this.count ? this.#density[this.order[right]] : 0;
    const clear = left >= 0 ? this.#density[this.order[left]] : Infinity;
    let kept = 0;
    for (let s = 0; s < states; s++) {
      const spare = limit - w[s];
      const bound = spare >= 0 ? p[s] + spare * fill : p[s] + spare * clear;
      if (!(bound > best)) continue;
      p[kept] = p[s];
      w[kept] = w[s];
      t[kept++] = t[s];
    }
    return kept;
  }

  #grow(list: number, size: number): void {
    this.#stateProfit[list] = new Float64Array(size);
    this.#stateWeight[list] = new Float64Array(size);
    this.#stateStep[list] = new Int32Array(size);
  }

  #growSteps(size: number): void {
    const things = new Int32Array(2 * size);
    const befores = new Int32Array(2 * size);
    things.set(this.#stepThing);
    befores.set(this.#stepBefore);
    this.#stepThing = things;
    this.#stepBefore = befores;
  }
}

/** The fill is the best so far; unlike -1, the fill up to the break. */
const NO_STEP = -2;
const ADD = 0;
const REMOVE = 1;
const SIDES = [ADD, REMOVE];

/** Sorts positions by falling key: quicksort down to short runs, then insertion. */
export function sortFalling(order: Int32Array, key: Float64Array, low: number, high: number): void {
  while (high - low > 16) {
    const pivot = median(key[order[low]], key[order[(low + high) >> 1]], key[order[high]]);
    let i = low;
    let j = high;
    while (i <= j) {
      while (key[order[i]] > pivot) i++;
      while (key[order[j]] < pivot) j--;
      if (i > j) break;
      const swap = order[i];
      order[i++] = order[j];
      order[j--] = swap;
    }
    if (j - low < high - i) {
      sortFalling(order, key, low, j);
      low = i;
    } else {
      sortFalling(order, key, i, high);
      high = j;
    }
  }
  for (let i = low + 1; i <= high; i++) {
    const moved = order[i];
    const value = key[moved];
    let j = i - 1;
    while (j >= low && key[order[j]] < value) {
      order[j + 1] = order[j];
      j--;
    }
    order[j + 1] = moved;
  }
}

const median = (a: number, b: number, c: number): number => Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
