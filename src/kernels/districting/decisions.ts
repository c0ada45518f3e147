import { type Bond, bondsOf } from "./bonds.ts";
import { type HessDual, PAIR, ROOT } from "./dual.ts";
import { NONE, type Pairs } from "./pairs.ts";
import type { DistrictingProblem } from "./problem.ts";

/**
 * What a node of the search over roots has decided, and what follows from it. A method that can meet a contradiction returns
 * false when it does: then the node holds no plan. A root's own pair counts as "in" even while the root is free, since the
 * root's district would hold it.
 */
export class Decisions {
  readonly pairs: Pairs;
  readonly rootState: Uint8Array;
  readonly pairState: Uint8Array;
  /** Roots that are open or free. */
  roots: number[];
  open = 0;

  readonly #problem: DistrictingProblem;
  readonly #rootOf: Int32Array;
  /** The pairs of each unit, `pairsOf[firstOf[unit] … firstOf[unit + 1])`. */
  readonly #firstOf: Int32Array;
  readonly #pairsOf: Int32Array;
  /** Working space of {@link #trim}: least demand together with a unit, units to look at, the pair of a unit. */
  readonly #path: Float64Array;
  readonly #queue: number[] = [];
  readonly #queued: Uint8Array;
  readonly #pairHere: Int32Array;
  readonly #bonds: readonly (Bond | undefined)[];

  constructor(problem: DistrictingProblem, pairs: Pairs) {
    const units = problem.demand.length;
    this.#problem = problem;
    this.pairs = pairs;
    this.rootState = Uint8Array.from(pairs.own, (own) => (own === NONE ? ROOT.closed : ROOT.free));
    this.pairState = new Uint8Array(pairs.unit.length).fill(PAIR.free);
    for (const own of pairs.own) if (own !== NONE) this.pairState[own] = PAIR.in;
    this.roots = [...this.rootState.keys()].filter((root) => this.rootState[root] === ROOT.free);
    this.#rootOf = new Int32Array(pairs.unit.length);
    this.#firstOf = new Int32Array(units + 1);
    for (const unit of pairs.unit) this.#firstOf[unit + 1]++;
    for (let unit = 0; unit < units; unit++) this.#firstOf[unit + 1] += this.#firstOf[unit];
    this.#pairsOf = new Int32Array(pairs.unit.length);
    const next = this.#firstOf.slice();
    for (const root of this.roots)
      for (let pair = pairs.start[root]; pair < pairs.start[root + 1]; pair++) {
        this.#rootOf[pair] = root;
        this.#pairsOf[next[pairs.unit[pair]]++] = pair;
      }
    this.#path = new Float64Array(units);
    this.#queued = new Uint8Array(units);
    this.#pairHere = new Int32Array(units);
    this.#bonds = bondsOf(problem.bonds, units);
    if (problem.bonds) for (const root of this.roots) this.#bind(root);
  }

  /** A group of which one cannot have a root cannot have it, nor can one that is to be apart from the root's own unit. */
  #bind(root: number): void {
    const { start, unit, own } = this.pairs;
    for (let pair = start[root]; pair < start[root + 1]; pair++) {
      const bond = this.#bonds[unit[pair]];
      if (!bond) continue;
      if (bond.units.some((other) => this.#isOut(root, other))) this.#ruleOut(pair);
      else if (pair === own[root]) this.#ruleOutAll(root, bond.apart);
    }
  }

  /** The row of a unit among those of a root, by halving; NONE where there is none. */
  #pairOf(root: number, unit: number): number {
    const { start, unit: units } = this.pairs;
    let [low, high] = [start[root], start[root + 1] - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (units[middle] < unit) low = middle + 1;
      else high = middle;
    }
    return low <= high && units[low] === unit ? low : NONE;
  }

  #isOut(root: number, unit: number): boolean {
    const pair = this.#pairOf(root, unit);
    return pair === NONE || this.pairState[pair] === PAIR.out;
  }

  #ruleOutAll(root: number, units: readonly number[]): void {
    for (const unit of units) if (!this.#isOut(root, unit)) this.#drop(root, this.#pairOf(root, unit));
  }

  copyFrom(other: Decisions): void {
    this.rootState.set(other.rootState);
    this.pairState.set(other.pairState);
    this.roots = other.roots;
    this.open = other.open;
  }

  /** Roots that a unit may still have, as pairs. */
  choices(unit: number): number[] {
    const found: number[] = [];
    for (let k = this.#firstOf[unit]; k < this.#firstOf[unit + 1]; k++)
      if (this.pairState[this.#pairsOf[k]] !== PAIR.out) found.push(this.#pairsOf[k]);
    return found;
  }

  rootOf(pair: number): number {
    return this.#rootOf[pair];
  }

  /** The unit has this root. */
  decide(pair: number): boolean {
    if (this.pairState[pair] === PAIR.out) return false;
    this.#takeOnly(pair);
    return this.#openRoot(this.#rootOf[pair]);
  }

  #takeOnly(pair: number): void {
    const unit = this.pairs.unit[pair];
    for (let k = this.#firstOf[unit]; k < this.#firstOf[unit + 1]; k++)
      if (this.#pairsOf[k] !== pair) this.#ruleOut(this.#pairsOf[k]);
    this.pairState[pair] = PAIR.in;
    const bond = this.#bonds[unit];
    if (bond) this.#ruleOutAll(this.#rootOf[pair], bond.apart);
  }

  /** With all of its group. */
  #ruleOut(pair: number): void {
    const root = this.#rootOf[pair];
    this.#drop(root, pair);
    const bond = this.#bonds[this.pairs.unit[pair]];
    if (bond) this.#ruleOutAll(root, bond.units);
  }

  /** A root that loses its own unit is closed. */
  #drop(root: number, pair: number): void {
    this.pairState[pair] = PAIR.out;
    if (this.pairs.own[root] === pair && this.rootState[root] !== ROOT.closed) this.#closeRoot(root);
  }

  #openRoot(root: number): boolean {
    if (this.rootState[root] === ROOT.open) return true;
    if (this.rootState[root] === ROOT.closed || this.open === this.#problem.districts) return false;
    this.rootState[root] = ROOT.open;
    this.open++;
    this.#takeOnly(this.pairs.own[root]);
    if (this.open === this.#problem.districts)
      for (const other of this.roots) if (this.rootState[other] === ROOT.free) this.#closeRoot(other);
    return true;
  }

  #closeRoot(root: number): void {
    this.rootState[root] = ROOT.closed;
    this.pairState.fill(PAIR.out, this.pairs.start[root], this.pairs.start[root + 1]);
  }

  /** Rules out pairs that no contiguous district within its limits could have, and follows up until nothing changes. */
  follow(): boolean {
    for (;;) {
      for (const root of this.roots) {
        if (this.rootState[root] === ROOT.closed || this.#trim(root)) continue;
        if (this.rootState[root] === ROOT.open) return false;
        this.#closeRoot(root);
      }
      this.roots = this.roots.filter((root) => this.rootState[root] !== ROOT.closed);
      const settled = this.#settle();
      if (settled === CONTRADICTION) return false;
      if (settled === 0) return this.roots.length >= this.#problem.districts;
    }
  }

  /**
   * A district that holds the units decided so far and one more has at least the demand of the least path between them, and is
   * joined to its root by units that may have it. False when the root cannot keep its limits or a decided unit.
   */
  #trim(root: number): boolean {
    const { start, unit } = this.pairs;
    const { demand, anchor, unitLimits = [] } = this.#problem;
    const { least, most } = this.#limitsOf(root);
    let decided = 0;
    for (let pair = start[root]; pair < start[root + 1]; pair++) {
      this.#pairHere[unit[pair]] = pair + 1;
      this.#path[unit[pair]] = Infinity;
      if (this.pairState[pair] === PAIR.in) decided += demand[unit[pair]];
    }
    if (decided <= most) this.#spread(root, decided, most);
    let possible = 0;
    let anchored = anchor === undefined;
    let kept = decided <= most && this.#reaches(root);
    for (const of of unitLimits) if (this.#path[of.unit] > of.most) this.#path[of.unit] = Infinity;
    for (let pair = start[root]; pair < start[root + 1]; pair++) {
      const i = unit[pair];
      if (this.pairState[pair] === PAIR.free && !(this.#path[i] <= most)) this.#ruleOut(pair);
      if (this.pairState[pair] !== PAIR.out) {
        possible += demand[i];
        anchored ||= anchor?.[i] === 1;
      }
      if (this.pairState[pair] === PAIR.in && this.#path[i] === Infinity) kept = false;
      this.#pairHere[i] = 0;
    }
    return kept && anchored && possible >= least && this.#canBringEnough(root);
  }

  /** Whether a root could still get units that bring what those decided for it ask for. */
  #canBringEnough(root: number): boolean {
    const { start, unit } = this.pairs;
    return (this.#problem.excess ?? []).every((row) => {
      let least = 0;
      for (let pair = start[root]; pair < start[root + 1]; pair++) {
        const own = row[unit[pair]];
        if (this.pairState[pair] === PAIR.in || (own < 0 && this.pairState[pair] === PAIR.free)) least += own;
      }
      return least <= 0;
    });
  }

  /** Limits of a root's district, as the units that are in it narrow them. */
  #limitsOf(root: number): { readonly least: number; readonly most: number } {
    let [least, most] = [this.#problem.least[root], this.#problem.most[root]];
    for (const of of this.#problem.unitLimits ?? []) {
      const pair = this.#pairOf(root, of.unit);
      if (pair === NONE || this.pairState[pair] !== PAIR.in) continue;
      least = Math.max(least, of.least);
      most = Math.min(most, of.most);
    }
    return { least, most };
  }

  /** Least demand of the decided units and a path to each other unit (label correcting, Moore 1959). */
  #spread(root: number, decided: number, most: number): void {
    const { start, unit } = this.pairs;
    const { adjacency, demand } = this.#problem;
    const queue = this.#queue;
    queue.length = 0;
    for (let pair = start[root]; pair < start[root + 1]; pair++) {
      if (this.pairState[pair] !== PAIR.in) continue;
      this.#path[unit[pair]] = decided;
      queue.push(unit[pair]);
    }
    for (let head = 0; head < queue.length; head++) {
      const from = queue[head];
      this.#queued[from] = 0;
      for (let edge = adjacency.start[from]; edge < adjacency.start[from + 1]; edge++) {
        const next = adjacency.target[edge];
        const pair = this.#pairHere[next] - 1;
        if (pair < 0 || this.pairState[pair] === PAIR.out) continue;
        const length = this.#path[from] + demand[next];
        if (!(length < this.#path[next]) || length > most) continue;
        this.#path[next] = length;
        if (this.#queued[next] === 1) continue;
        this.#queued[next] = 1;
        queue.push(next);
      }
    }
  }

  /** Whether every decided unit is joined to the root; units that are not joined get an infinite path. */
  #reaches(root: number): boolean {
    const { start, unit } = this.pairs;
    const { adjacency, rootUnit } = this.#problem;
    const queue = this.#queue;
    queue.length = 0;
    queue.push(rootUnit[root]);
    this.#queued[rootUnit[root]] = 1;
    for (let head = 0; head < queue.length; head++)
      for (let edge = adjacency.start[queue[head]]; edge < adjacency.start[queue[head] + 1]; edge++) {
        const next = adjacency.target[edge];
        if (this.#pairHere[next] === 0 || this.#queued[next] === 1 || this.#path[next] === Infinity) continue;
        this.#queued[next] = 1;
        queue.push(next);
      }
    let joined = true;
    for (let pair = start[root]; pair < start[root + 1]; pair++) {
      if (this.#queued[unit[pair]] === 1) continue;
      this.#path[unit[pair]] = Infinity;
      if (this.pairState[pair] === PAIR.in) joined = false;
    }
    for (const reached of queue) this.#queued[reached] = 0;
    return joined;
  }

  /** Units with one root left have it. Returns how many were new, or that some unit has none. */
  #settle(): number {
    let count = 0;
    for (let unit = 0; unit < this.#problem.demand.length; unit++) {
      let only = NONE;
      let several = false;
      for (let k = this.#firstOf[unit]; k < this.#firstOf[unit + 1] && !several; k++) {
        const pair = this.#pairsOf[k];
        if (this.pairState[pair] === PAIR.out) continue;
        several = only !== NONE;
        only = pair;
      }
      if (several) continue;
      if (only === NONE) return CONTRADICTION;
      const root = this.#rootOf[only];
      if (this.pairState[only] === PAIR.in && this.rootState[root] === ROOT.open) continue;
      if (!this.decide(only)) return CONTRADICTION;
      count++;
    }
    return count;
  }

  /**
   * Rules out roots and pairs that would cost at least the cutoff, opens roots and takes pairs whose absence would. The bound and
   * the prices of the dual must be those of this node. Returns how many decisions that was.
   */
  fixByCost(dual: HessDual, bound: number, cutoff: number): number {
    const { value, price, cover, last, next } = dual;
    const { start, unit, cost } = this.pairs;
    const { demand } = this.#problem;
    let count = 0;
    for (const root of this.roots) {
      const isFree = this.rootState[root] === ROOT.free;
      const chosen = !isFree || value[root] <= last;
      const extra = chosen ? 0 : value[root] - last;
      if (bound + extra >= cutoff) {
        if (this.rootState[root] !== ROOT.closed) this.#closeRoot(root);
        count++;
        continue;
      }
      if (isFree && chosen && bound + next - value[root] >= cutoff && this.#openRoot(root)) count++;
      const isOpen = this.rootState[root] === ROOT.open;
      for (let pair = start[root]; pair < start[root + 1]; pair++) {
        if (this.pairState[pair] !== PAIR.free) continue;
        const reduced = cost[pair] - cover[unit[pair]] - price[root] * demand[unit[pair]];
        if (bound + extra + reduced >= cutoff) {
          this.#ruleOut(pair);
          count++;
        } else if (isOpen && bound - reduced >= cutoff) {
          this.#takeOnly(pair);
          count++;
        }
      }
    }
    this.roots = this.roots.filter((root) => this.rootState[root] !== ROOT.closed);
    return count;
  }

  /** The same pairs and roots without those ruled out. */
  remaining(): Decisions {
    const { start, unit, cost, own } = this.pairs;
    const keep = [...unit.keys()].filter((pair) => this.pairState[pair] !== PAIR.out);
    const place = new Int32Array(unit.length + 1);
    for (const pair of keep) place[pair + 1] = 1;
    for (let pair = 0; pair < unit.length; pair++) place[pair + 1] += place[pair];
    const kept = new Decisions(this.#problem, {
      start: start.map((pair) => place[pair]),
      unit: Int32Array.from(keep, (pair) => unit[pair]),
      cost: Float64Array.from(keep, (pair) => cost[pair]),
      own: own.map((pair, root) => (this.rootState[root] === ROOT.closed ? NONE : place[pair])),
    });
    keep.forEach((pair, k) => (kept.pairState[k] = this.pairState[pair]));
    kept.rootState.set(this.rootState);
    kept.roots = this.roots;
    kept.open = this.open;
    return kept;
  }
}

const CONTRADICTION = -1;
