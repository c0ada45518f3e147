import type { Pairs } from "./pairs.ts";
import type { DistrictingProblem } from "./problem.ts";

/** What is decided about a candidate root. */
export const ROOT = { closed: 0, free: 1, open: 2 } as const;
/** What is decided about a pair of unit and root. */
export const PAIR = { out: 0, free: 1, in: 2 } as const;

interface AscentLimits {
  /** Stop once the bound reaches this: the branch cannot be better than what is known. */
  readonly cutoff: number;
  readonly steps: number;
  /** Steps without a gain after which the step length is cut. */
  readonly patience: number;
  readonly shouldStop?: () => boolean;
  /** Called now and then with the best bound: may rule out roots and pairs in the states given. Returns the roots left. */
  readonly thin?: (bound: number) => readonly number[];
}

/** Steps between two calls of `thin`. */
const THIN_EVERY = 64;

/**
 * Lagrangian bound of the Hess model: the rows "every unit belongs to one root" are priced into the cost, which leaves for every
 * root a knapsack between two limits (solved with one unit split) and the choice of the k roots of least value. The best
 * prices give the linear bound of the model with x_ij <= x_jj. (Hess et al. 1965; Validi, Buchanan and Lykhovyd 2021,
 * where the limits are priced as well.) Prices climb by subgradient steps towards a moving target (Goffin and Kiwiel 1999),
 * smoothed (Camerini, Fratta and Maffioli 1975). A step is O(pairs) on average.
 */
export class HessDual {
  /** Price of giving a unit a root, at the best bound found, `[unit]`. */
  readonly cover: Float64Array;
  /** At the best bound: least reduced cost of a district with this root, `Infinity` where it cannot be, `[root]`. */
  readonly value: Float64Array;
  /** At the best bound: price per demand in that district, above 0 where it is short, below where it is over, `[root]`. */
  readonly price: Float64Array;
  /** At the best bound: the dearest free root chosen and the cheapest not chosen, by value. */
  last = -Infinity;
  next = Infinity;
  steps = 0;

  readonly #problem: DistrictingProblem;
  readonly #pairs: Pairs;
  /** Pairs of units that weigh anything, by root as in the pairs, and where each root's begin: the others are at price 0 in no bound. */
  readonly #weighty: Int32Array;
  readonly #weightyStart: Int32Array;
  readonly #weighs: Uint8Array;
  readonly #nowCover: Float64Array;
  readonly #nowValue: Float64Array;
  readonly #nowPrice: Float64Array;
  readonly #direction: Float64Array;
  readonly #slope: Float64Array;
  /** Working space of one knapsack: what a unit of demand costs, and how much there is. */
  readonly #ratio: Float64Array;
  readonly #amount: Float64Array;
  /** Where prices stop: any price gives a bound, but sums with far larger ones lose the digits that matter. */
  readonly #farthest: number;

  constructor(problem: DistrictingProblem, pairs: Pairs) {
    const units = problem.demand.length;
    const roots = problem.rootUnit.length;
    this.#problem = problem;
    this.#pairs = pairs;
    this.#farthest =
      PRICE_LIMIT * pairs.cost.reduce((most, cost) => (cost < Infinity ? Math.max(most, cost) : most), 1e-9);
    this.#weighs = Uint8Array.from(problem.demand, (amount) => (amount > 0 ? 1 : 0));
    pairs.unit.forEach((unit, pair) => {
      if (pairs.cost[pair] > 0) this.#weighs[unit] = 1;
    });
    this.#weighty = Int32Array.from(pairs.unit.keys()).filter((pair) => this.#weighs[pairs.unit[pair]] === 1);
    this.#weightyStart = new Int32Array(pairs.start.length);
    for (let root = 0, at = 0; root + 1 < pairs.start.length; root++) {
      while (at < this.#weighty.length && this.#weighty[at] < pairs.start[root + 1]) at++;
      this.#weightyStart[root + 1] = at;
    }
    this.cover = new Float64Array(units);
    this.value = new Float64Array(roots);
    this.price = new Float64Array(roots);
    this.#nowCover = new Float64Array(units);
    this.#nowValue = new Float64Array(roots);
    this.#nowPrice = new Float64Array(roots);
    this.#direction = new Float64Array(units);
    this.#slope = new Float64Array(units);
    this.#ratio = new Float64Array(units);
    this.#amount = new Float64Array(units);
  }

  /**
   * Climbs from `cover` and keeps the best in it. Returns the bound: `Infinity` when there is no answer whatever the cost.
   * `rootState` and `pairState` say what is decided; the roots looked at are those of `from`, the others are closed.
   */
  climb(from: readonly number[], rootState: Uint8Array, pairState: Uint8Array, limits: AscentLimits): number {
    const cover = this.#nowCover;
    let roots = from;
    for (let unit = 0; unit < cover.length; unit++) cover[unit] = this.#weighs[unit] * this.cover[unit];
    this.#direction.fill(0);
    let best = -Infinity;
    let reach = 0;
    let waited = 0;
    for (let step = 0; step < limits.steps; step++) {
      this.steps++;
      const bound = this.#evaluate(roots, rootState, pairState);
      if (bound === Infinity) return Infinity;
      if (step === 0) reach = firstReach(bound, limits.cutoff);
      waited = bound > best + 1e-4 * reach ? 0 : waited + 1;
      if (bound > best) {
        best = bound;
        this.#keep();
        if (best >= limits.cutoff) return best;
      }
      if (waited >= limits.patience) {
        waited = 0;
        reach *= 0.6;
        cover.set(this.cover);
        if (reach < 0.01 * Math.min(limits.cutoff - best, 1e-3 * Math.abs(best))) return best;
      }
      const target = Math.min(best + reach, limits.cutoff + 1e-3 * reach);
      if (!this.#step(roots, rootState, pairState, target - bound)) return best;
      if (limits.thin && step % THIN_EVERY === 0 && best > -Infinity) roots = limits.thin(best);
      if (step % 16 === 15 && limits.shouldStop?.() === true) return best;
    }
    return best;
  }

  #keep(): void {
    this.cover.set(this.#nowCover);
    this.value.set(this.#nowValue);
    this.price.set(this.#nowPrice);
    const left = this.#nowLeft;
    this.last = left > 0 ? this.value[this.#nowRanked[left - 1]] : -Infinity;
    this.next = left < this.#nowRanked.length ? this.value[this.#nowRanked[left]] : Infinity;
  }

  /** Free roots by rising value, and how many of them are chosen. */
  #nowRanked: readonly number[] = [];
  #nowLeft = 0;

  /** The bound at the prices of now. */
  #evaluate(roots: readonly number[], rootState: Uint8Array, pairState: Uint8Array): number {
    const cover = this.#nowCover;
    let bound = 0;
    for (let unit = 0; unit < cover.length; unit++) bound += cover[unit];
    let left = this.#problem.districts;
    const free: number[] = [];
    for (const root of roots) {
      const value = (this.#nowValue[root] = this.#knapsack(root, pairState));
      if (rootState[root] === ROOT.open) {
        bound += value;
        left--;
      } else if (rootState[root] === ROOT.free && value < Infinity) free.push(root);
    }
    const ranked = free.toSorted((a, b) => this.#nowValue[a] - this.#nowValue[b] || a - b);
    if (left < 0 || ranked.length < left) return Infinity;
    for (let k = 0; k < left; k++) bound += this.#nowValue[ranked[k]];
    this.#nowRanked = ranked;
    this.#nowLeft = left;
    return bound;
  }

  /** Least reduced cost of demand between the limits of one root, where one unit may be split; sets its price. */
  #knapsack(root: number, pairState: Uint8Array): number {
    const { unit, cost } = this.#pairs;
    const [weighty, end] = [this.#weighty, this.#weightyStart[root + 1]];
    const { demand, least, most } = this.#problem;
    const cover = this.#nowCover;
    let load = 0;
    let value = 0;
    for (let at = this.#weightyStart[root]; at < end; at++) {
      const pair = weighty[at];
      const state = pairState[pair];
      if (state === PAIR.out) continue;
      const reduced = cost[pair] - cover[unit[pair]];
      if (state === PAIR.in || reduced < 0) {
        load += demand[unit[pair]];
        value += reduced;
      }
    }
    this.#nowPrice[root] = 0;
    if (load >= least[root] && load <= most[root]) return value;
    const short = load < least[root];
    let count = 0;
    for (let at = this.#weightyStart[root]; at < end; at++) {
      const pair = weighty[at];
      if (pairState[pair] !== PAIR.free) continue;
      const i = unit[pair];
      const reduced = cost[pair] - cover[i];
      if (demand[i] === 0 || reduced < 0 === short) continue;
      this.#ratio[count] = Math.abs(reduced) / demand[i];
      this.#amount[count++] = demand[i];
    }
    const need = short ? least[root] - load : load - most[root];
    const filled = fillCheapest(this.#ratio, this.#amount, count, need);
    this.#nowPrice[root] = short ? filled.price : -filled.price;
    return value + filled.cost;
  }

  /** Moves the prices along the smoothed subgradient; false when it is zero, which proves the bound. */
  #step(roots: readonly number[], rootState: Uint8Array, pairState: Uint8Array, rise: number): boolean {
    const slope = this.#slope.fill(1);
    const direction = this.#direction;
    let left = this.#problem.districts;
    for (const root of roots)
      if (rootState[root] === ROOT.open) {
        this.#count(root, pairState);
        left--;
      }
    for (let k = 0; k < left; k++) this.#count(this.#nowRanked[k], pairState);
    let square = 0;
    for (let unit = 0; unit < slope.length; unit++) {
      if (this.#weighs[unit] === 0) continue;
      direction[unit] = 0.7 * slope[unit] + 0.3 * direction[unit];
      square += direction[unit] * direction[unit];
    }
    if (square === 0) return false;
    const length = rise / square;
    const cover = this.#nowCover;
    for (let unit = 0; unit < slope.length; unit++) {
      if (this.#weighs[unit] === 0) continue;
      const price = cover[unit] + length * direction[unit];
      cover[unit] = Math.max(-this.#farthest, Math.min(this.#farthest, price));
    }
    return true;
  }

  /** Takes the units that the root's knapsack holds off the slope. */
  #count(root: number, pairState: Uint8Array): void {
    const { unit, cost } = this.#pairs;
    const [weighty, end] = [this.#weighty, this.#weightyStart[root + 1]];
    const { demand } = this.#problem;
    const cover = this.#nowCover;
    const price = this.#nowPrice[root];
    for (let at = this.#weightyStart[root]; at < end; at++) {
      const pair = weighty[at];
      const state = pairState[pair];
      if (state === PAIR.out) continue;
      const i = unit[pair];
      if (state === PAIR.in || cost[pair] - cover[i] - price * demand[i] < 0) this.#slope[i]--;
    }
  }
}

/** Largest price of a unit, in largest costs of a pair. */
const PRICE_LIMIT = 1e3;

/** How far above the first bound to aim: to the cutoff, or as far again where none is known. */
const firstReach = (bound: number, cutoff: number): number =>
  cutoff < Infinity ? Math.max(cutoff - bound, 1e-3 * Math.abs(cutoff)) : Math.max(Math.abs(bound), 1);

/**
 * Least cost of so much demand from offers at a ratio of cost to demand, `Infinity` where there is not so much; reorders the offers. Quickselect by ratio (as in Balas and Zemel 1980), linear on average.
 */
function fillCheapest(ratio: Float64Array, amount: Float64Array, count: number, need: number) {
  let low = 0;
  let high = count - 1;
  let cost = 0;
  while (low <= high) {
    const pivot = ratio[(low + high) >> 1];
    let a = low;
    let b = high;
    while (a <= b) {
      while (ratio[a] < pivot) a++;
      while (ratio[b] > pivot) b--;
      if (a > b) break;
      swap(ratio, a, b);
      swap(amount, a++, b--);
    }
    let below = 0;
    for (let k = low; k <= b; k++) below += amount[k];
    if (below >= need) {
      high = b;
      continue;
    }
    for (let k = low; k < a; k++) {
      if (amount[k] >= need) return { cost: cost + ratio[k] * need, price: ratio[k] };
      cost += ratio[k] * amount[k];
      need -= amount[k];
    }
    low = a;
  }
  return { cost: Infinity, price: Infinity };
}

function swap(values: Float64Array, a: number, b: number): void {
  const value = values[a];
  values[a] = values[b];
  values[b] = value;
}
