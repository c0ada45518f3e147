import type { SeatAnswer, SeatLimits, SeatProblem } from "./seat-problem.ts";

/** How much a plan must gain to count as better, as a share of its cost: below this, sums of doubles are not to be trusted. */
export const GAIN = 1e-9;

/**
 * Contiguous assignment to fixed seats by branch and bound. The bound prices the limits of the seats (Lagrange; every unit then
 * goes where it is cheapest), reduced costs rule pairs out, and every node is thinned until nothing changes: a unit that no
 * path of possible units joins to a seat cannot go there; a unit without which a decided unit is cut off must go there
 * (a cut vertex, Tarjan 1972); and what would break a limit is out. Exponential at worst; a node is O(pairs).
 * One class, since thinning, bounding and branching share what is decided and take it back together.
 */
export function solveSeats(problem: SeatProblem, limits: SeatLimits): SeatAnswer {
  return new SeatTree(problem, limits).solve();
}

/** A unit that the search is trying seats for. */
interface Branching {
  readonly unit: number;
  /** Seats still to be tried, the cheapest last, and what no plan with the unit there costs less than. */
  readonly children: { readonly seat: number; readonly bound: number }[];
  /** Prices to start from, `[seat]`. */
  readonly price: Float64Array;
  readonly bound: number;
  /** Length of the trail before any of them. */
  readonly mark: number;
}

const ASCENT = { root: 200, node: 25, patience: 5 } as const;
/** How strongly the choice of the next unit prefers large units to undecided ones. */
const REGRET_WEIGHT = 2;

class SeatTree {
  readonly #p: SeatProblem;
  readonly #limits: SeatLimits;
  readonly #seats: number;
  readonly #units: number;
  /** 1 where a unit may still go to a seat, `[seat * units + unit]`. */
  readonly #may: Uint8Array;
  /** Seats left for each unit, `[unit]`. */
  readonly #choices: Int32Array;
  /** Pairs ruled out, in order, to be put back when the search goes back. */
  readonly #trail: number[] = [];
  /** Units that could ever go to a seat, by seat. */
  readonly #members: readonly Int32Array[];
  /** 1 where a seat's pairs have changed since it was last thinned, `[seat]`. */
  readonly #changed: Uint8Array;
  readonly #free: Int32Array;
  #freeCount = 0;
  readonly #decidedLoad: Float64Array;
  readonly #possibleLoad: Float64Array;
  #decidedCost = 0;
  /** Where each unit is cheapest at the prices last tried, `[unit]`, and the loads that gives. */
  readonly #pick: Int32Array;
  readonly #load: Float64Array;
  /** Working space of the searches through the graph, `[unit]`. */
  readonly #seen: Int32Array;
  #stamp = 0;
  readonly #stack: Int32Array;
  readonly #low: Int32Array;
  readonly #entered: Int32Array;
  readonly #parent: Int32Array;
  readonly #edge: Int32Array;
  readonly #holdsDecided: Uint8Array;
  #cutoff: number;
  #nodes = 0;
  #openBound = Infinity;
  #stopped = false;

  constructor(problem: SeatProblem, limits: SeatLimits) {
    const { demand, seatUnit, cost } = problem;
    const units = (this.#units = demand.length);
    const seats = (this.#seats = seatUnit.length);
    this.#p = problem;
    this.#limits = limits;
    this.#cutoff = limits.cutoff;
    this.#may = Uint8Array.from(cost, (value) => (value < Infinity ? 1 : 0));
    seatUnit.forEach((unit, seat) => {
      for (let other = 0; other < seats; other++) if (other !== seat) this.#may[other * units + unit] = 0;
    });
    this.#choices = new Int32Array(units);
    this.#members = Array.from(seatUnit, (_, seat) => {
      const row = this.#may.subarray(seat * units, (seat + 1) * units);
      row.forEach((may, unit) => (this.#choices[unit] += may));
      return Int32Array.from(row.keys()).filter((unit) => row[unit] === 1);
    });
    this.#changed = new Uint8Array(seats).fill(1);
    this.#free = new Int32Array(units);
    this.#decidedLoad = new Float64Array(seats);
    this.#possibleLoad = new Float64Array(seats);
    this.#pick = new Int32Array(units);
    this.#load = new Float64Array(seats);
    this.#seen = new Int32Array(units);
    this.#stack = new Int32Array(units);
    this.#low = new Int32Array(units);
    this.#entered = new Int32Array(units);
    this.#parent = new Int32Array(units);
    this.#edge = new Int32Array(units);
    this.#holdsDecided = new Uint8Array(units);
  }

  /** Depth first, the branchings on the way kept in a list: as deep as there are units, they would not fit on the stack of calls. */
  solve(): SeatAnswer {
    const price = this.#limits.price?.slice() ?? new Float64Array(this.#seats);
    const way: Branching[] = [];
    const go = (branching: Branching | undefined): void => void (branching && way.push(branching));
    if (this.#choices.every((count) => count > 0)) go(this.#visit(price, -Infinity, ASCENT.root));
    for (let here = way.at(-1); here; here = way.at(-1)) {
      this.#takeBack(here.mark);
      const next = here.children.pop();
      if (!next || next.bound >= this.#cutoff) {
        way.pop();
        continue;
      }
      this.#decide(here.unit, next.seat);
      go(this.#visit(here.price.slice(), Math.max(here.bound, next.bound), ASCENT.node));
    }
    return { bound: this.#openBound, nodes: this.#nodes };
  }

  /** Thins and bounds; returns what to branch on, if anything is left. What is ruled out stays on the trail. */
  #visit(price: Float64Array, inherited: number, steps: number): Branching | undefined {
    if (this.#stopped || this.#nodes >= this.#limits.nodes || this.#limits.shouldStop?.() === true) {
      this.#stopped = true;
      this.#openBound = Math.min(this.#openBound, inherited);
      return undefined;
    }
    this.#nodes++;
    let bound = inherited;
    let climbed: number;
    do {
      if (!this.#thin()) return undefined;
      climbed = this.#climb(price, steps);
      bound = Math.max(bound, climbed);
      if (bound >= this.#cutoff) return undefined;
    } while (this.#ruleOutByCost(price, climbed) > 0);
    const cut = this.#cutOffUnit(price);
    if (cut === NOTHING && this.#keepsLimits() && this.#isAnchored()) this.#takePlan();
    if (bound >= this.#cutoff) return undefined;
    const unit = cut === NOTHING || cut === DECIDED ? this.#unitToDecide(price, bound) : cut;
    return unit === NOTHING ? undefined : this.#branching(unit, price, bound, climbed);
  }

  /** `climbed` is the bound at these prices, to which reduced costs may be added; `bound` may be better, inherited. */
  #branching(unit: number, price: Float64Array, bound: number, climbed: number): Branching {
    const { cost, demand } = this.#p;
    const reduced = (seat: number) => cost[seat * this.#units + unit] - price[seat] * demand[unit];
    const seats: number[] = [];
    for (let seat = 0; seat < this.#seats; seat++) if (this.#may[seat * this.#units + unit] === 1) seats.push(seat);
    seats.sort((a, b) => reduced(a) - reduced(b));
    const cheapest = reduced(seats[0]);
    const children = seats.map((seat) => ({ seat, bound: climbed + reduced(seat) - cheapest })).toReversed();
    return { unit, children, price, bound, mark: this.#trail.length };
  }

  // Pairs: ruling out and taking back.

  #ruleOut(seat: number, unit: number): boolean {
    const pair = seat * this.#units + unit;
    this.#may[pair] = 0;
    this.#trail.push(pair);
    this.#changed[seat] = 1;
    if (--this.#choices[unit] === 1)
      for (let other = 0; other < this.#seats; other++)
        if (this.#may[other * this.#units + unit] === 1) this.#changed[other] = 1;
    return this.#choices[unit] > 0;
  }

  #decide(unit: number, seat: number): void {
    for (let other = 0; other < this.#seats; other++)
      if (other !== seat && this.#may[other * this.#units + unit] === 1) this.#ruleOut(other, unit);
  }

  #takeBack(mark: number): void {
    while (this.#trail.length > mark) {
      const pair = this.#trail.pop() ?? 0;
      this.#may[pair] = 1;
      this.#choices[pair % this.#units]++;
    }
  }

  // Thinning.

  /** False when some unit has nowhere to go or some seat cannot keep its limits. */
  #thin(): boolean {
    for (;;) {
      let seat = this.#changed.indexOf(1);
      if (seat === -1) {
        if (!this.#thinByLimits()) return false;
        seat = this.#changed.indexOf(1);
        if (seat === -1) return true;
      }
      this.#changed[seat] = 0;
      if (!this.#thinByPaths(seat)) return false;
    }
  }

  /** Depth-first from the seat through its possible units: what is not reached is out, cut vertices before decided units are in. */
  #thinByPaths(seat: number): boolean {
    const { start, target } = this.#p.adjacency;
    const [stack, low, entered, parent, edge] = [this.#stack, this.#low, this.#entered, this.#parent, this.#edge];
    const may = this.#may.subarray(seat * this.#units, (seat + 1) * this.#units);
    const root = this.#p.seatUnit[seat];
    if (may[root] === 0) return false;
    const stamp = ++this.#stamp;
    let clock = 0;
    let depth = 0;
    const enter = (unit: number, from: number) => {
      this.#seen[unit] = stamp;
      entered[unit] = low[unit] = clock++;
      parent[unit] = from;
      edge[unit] = start[unit];
      this.#holdsDecided[unit] = this.#choices[unit] === 1 ? 1 : 0;
      stack[depth++] = unit;
    };
    enter(root, NOTHING);
    while (depth > 0) {
      const unit = stack[depth - 1];
      if (edge[unit] < start[unit + 1]) {
        const next = target[edge[unit]++];
        if (may[next] === 0) continue;
        if (this.#seen[next] !== stamp) enter(next, unit);
        else if (entered[next] < low[unit]) low[unit] = entered[next];
        continue;
      }
      depth--;
      const before = parent[unit];
      if (before === NOTHING) continue;
      if (low[unit] < low[before]) low[before] = low[unit];
      if (this.#holdsDecided[unit] === 0) continue;
      this.#holdsDecided[before] = 1;
      if (low[unit] >= entered[before] && this.#choices[before] > 1) this.#decide(before, seat);
    }
    for (const unit of this.#members[seat])
      if (may[unit] === 1 && this.#seen[unit] !== stamp && !this.#ruleOut(seat, unit)) return false;
    return true;
  }

  /** What is too much for a seat is out, what it cannot do without is in; also adds up what is decided. */
  #thinByLimits(): boolean {
    const { demand, least, most } = this.#p;
    this.#addUp();
    for (let seat = 0; seat < this.#seats; seat++)
      if (this.#decidedLoad[seat] > most[seat] || this.#possibleLoad[seat] < least[seat]) return false;
    if (!this.#thinByAnchors()) return false;
    for (let k = 0; k < this.#freeCount; k++) {
      const unit = this.#free[k];
      for (let seat = 0; seat < this.#seats && this.#choices[unit] > 1; seat++) {
        if (this.#may[seat * this.#units + unit] === 0) continue;
        if (this.#decidedLoad[seat] + demand[unit] > most[seat]) this.#ruleOut(seat, unit);
        else if (this.#possibleLoad[seat] - demand[unit] < least[seat]) this.#decide(unit, seat);
      }
    }
    return true;
  }

  /** A seat with one anchor left has it; false when one has none. */
  #thinByAnchors(): boolean {
    const { anchor } = this.#p;
    if (!anchor) return true;
    for (let seat = 0; seat < this.#seats; seat++) {
      let only: number = NOTHING;
      let count = 0;
      for (const unit of this.#members[seat]) {
        if (anchor[unit] === 0 || this.#may[seat * this.#units + unit] === 0) continue;
        only = unit;
        count++;
      }
      if (count === 0) return false;
      if (count === 1 && this.#choices[only] > 1) this.#decide(only, seat);
    }
    return true;
  }

  #addUp(): void {
    const { demand, cost } = this.#p;
    this.#decidedLoad.fill(0);
    this.#possibleLoad.fill(0);
    this.#decidedCost = 0;
    this.#freeCount = 0;
    for (let unit = 0; unit < this.#units; unit++) if (this.#choices[unit] > 1) this.#free[this.#freeCount++] = unit;
    for (let seat = 0; seat < this.#seats; seat++)
      for (const unit of this.#members[seat]) {
        const pair = seat * this.#units + unit;
        if (this.#may[pair] === 0) continue;
        this.#possibleLoad[seat] += demand[unit];
        if (this.#choices[unit] > 1) continue;
        this.#decidedLoad[seat] += demand[unit];
        this.#decidedCost += cost[pair];
        this.#pick[unit] = seat;
      }
  }

  // Bound.

  /** Value of the relaxation at these prices; picks the cheapest seat of every free unit. */
  #relax(price: Float64Array): number {
    const { demand, least, most, cost } = this.#p;
    const load = this.#load;
    load.set(this.#decidedLoad);
    let value = this.#decidedCost;
    for (let k = 0; k < this.#freeCount; k++) {
      const unit = this.#free[k];
      let cheapest = Infinity;
      let pick = 0;
      for (let seat = 0, pair = unit; seat < this.#seats; seat++, pair += this.#units) {
        if (this.#may[pair] === 0) continue;
        const reduced = cost[pair] - price[seat] * demand[unit];
        if (reduced < cheapest) {
          cheapest = reduced;
          pick = seat;
        }
      }
      this.#pick[unit] = pick;
      load[pick] += demand[unit];
      value += cheapest;
    }
    for (let seat = 0; seat < this.#seats; seat++)
      value += price[seat] * ((price[seat] >= 0 ? least[seat] : most[seat]) - this.#decidedLoad[seat]);
    return value;
  }

  /** Climbs by subgradient steps from `price`, leaves the best prices there and their picks in place. */
  #climb(price: Float64Array, steps: number): number {
    const best = price.slice();
    let bound = -Infinity;
    let reach = Infinity;
    let waited = 0;
    for (let step = 0; step < steps; step++) {
      const value = this.#relax(price);
      if (reach === Infinity) reach = aim(value, this.#cutoff);
      if (value > bound) {
        bound = value;
        best.set(price);
        waited = 0;
        if (bound >= this.#cutoff) break;
      } else if (++waited >= ASCENT.patience) {
        waited = 0;
        reach *= 0.6;
        price.set(best);
        this.#relax(price);
        if (reach < 0.02 * aim(bound, this.#cutoff)) break;
      }
      if (!this.#step(price, bound + reach - value)) break;
    }
    price.set(best);
    return Math.max(bound, this.#relax(price));
  }

  #step(price: Float64Array, rise: number): boolean {
    let square = 0;
    for (let seat = 0; seat < this.#seats; seat++) square += this.#slope(seat, price) ** 2;
    if (square === 0) return false;
    for (let seat = 0; seat < this.#seats; seat++) price[seat] += (rise / square) * this.#slope(seat, price);
    return true;
  }

  #slope(seat: number, price: Float64Array): number {
    const { least, most } = this.#p;
    const load = this.#load[seat];
    if (price[seat] > 0) return least[seat] - load;
    if (price[seat] < 0) return most[seat] - load;
    return load < least[seat] ? least[seat] - load : Math.min(0, most[seat] - load);
  }

  /** Rules out what would cost more than is known already; returns how many pairs. */
  #ruleOutByCost(price: Float64Array, bound: number): number {
    const { demand, cost } = this.#p;
    const before = this.#trail.length;
    for (let k = 0; k < this.#freeCount; k++) {
      const unit = this.#free[k];
      const pick = this.#pick[unit];
      const cheapest = cost[pick * this.#units + unit] - price[pick] * demand[unit];
      for (let seat = 0, pair = unit; seat < this.#seats; seat++, pair += this.#units)
        if (seat !== pick && this.#may[pair] === 1)
          if (bound + cost[pair] - price[seat] * demand[unit] - cheapest >= this.#cutoff) this.#ruleOut(seat, unit);
    }
    return this.#trail.length - before;
  }

  // Plans and branching.

  #keepsLimits(): boolean {
    const { least, most } = this.#p;
    return this.#load.every((load, seat) => load >= least[seat] && load <= most[seat]);
  }

  #isAnchored(): boolean {
    const { anchor } = this.#p;
    return !anchor || new Set(this.#pick.filter((_, unit) => anchor[unit] === 1)).size === this.#seats;
  }

  #takePlan(): void {
    let cost = 0;
    for (let unit = 0; unit < this.#units; unit++) cost += this.#p.cost[this.#pick[unit] * this.#units + unit];
    if (cost >= this.#cutoff) return;
    this.#limits.onPlan(this.#pick.slice(), cost);
    this.#cutoff = cost - GAIN * Math.abs(cost);
  }

  /** Of the units that the picks cut off from their seat, the free one that it costs most to move; DECIDED if none is free. */
  #cutOffUnit(price: Float64Array): number {
    const { start, target } = this.#p.adjacency;
    const stamp = ++this.#stamp;
    let length = 0;
    for (const unit of this.#p.seatUnit) {
      this.#seen[unit] = stamp;
      this.#stack[length++] = unit;
    }
    for (let head = 0; head < length; head++) {
      const unit = this.#stack[head];
      for (let edge = start[unit]; edge < start[unit + 1]; edge++) {
        const next = target[edge];
        if (this.#seen[next] === stamp || this.#pick[next] !== this.#pick[unit]) continue;
        this.#seen[next] = stamp;
        this.#stack[length++] = next;
      }
    }
    if (length === this.#units) return NOTHING;
    let chosen: number = DECIDED;
    let most = -1;
    for (let k = 0; k < this.#freeCount; k++) {
      const unit = this.#free[k];
      if (this.#seen[unit] === stamp) continue;
      const regret = this.#regret(unit, price);
      if (regret > most) [chosen, most] = [unit, regret];
    }
    return chosen;
  }

  /** A free unit that is large beside what it costs to decide otherwise. */
  #unitToDecide(price: Float64Array, bound: number): number {
    let chosen: number = NOTHING;
    let most = -Infinity;
    const gap = aim(bound, this.#cutoff);
    for (let k = 0; k < this.#freeCount; k++) {
      const unit = this.#free[k];
      const score = Math.log(this.#p.demand[unit] + 1) - (REGRET_WEIGHT * this.#regret(unit, price)) / gap;
      if (score > most) [chosen, most] = [unit, score];
    }
    return chosen;
  }

  /** What the second cheapest seat costs more than the cheapest. */
  #regret(unit: number, price: Float64Array): number {
    const { demand, cost } = this.#p;
    let [first, second] = [Infinity, Infinity];
    for (let seat = 0, pair = unit; seat < this.#seats; seat++, pair += this.#units) {
      if (this.#may[pair] === 0) continue;
      const reduced = cost[pair] - price[seat] * demand[unit];
      if (reduced < first) [first, second] = [reduced, first];
      else if (reduced < second) second = reduced;
    }
    return second - first;
  }
}

const NOTHING = -1;
/** Cut off, but by units that are all decided: some other unit has to make the way. */
const DECIDED = -2;

/** How far a bound has to climb: to the cutoff, or a tenth of itself where there is none. */
const aim = (bound: number, cutoff: number): number =>
  cutoff < Infinity ? Math.max(cutoff - bound, GAIN * Math.abs(cutoff)) : Math.max(0.1 * Math.abs(bound), 1);
