import { type Bond, type Bonds, bondsOf, leaderOf } from "./bonds.ts";
import { NOTHING, SeatDecisions } from "./seat-decisions.ts";
import type { SeatAnswer, SeatLimits, SeatProblem } from "./seat-problem.ts";

/** How much a plan must gain to count as better, as a share of its cost: below this, sums of doubles are not to be trusted. */
export const GAIN = 1e-9;

/**
 * Contiguous assignment to fixed seats by branch and bound. The bound prices the limits of the seats (Lagrange; every unit then
 * goes where it is cheapest), reduced costs rule pairs out, and every node is thinned by {@link SeatDecisions} until nothing
 * changes. All that a group of units has stands at the one that leads it. Exponential at worst; a node is O(pairs).
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
  readonly #decided: SeatDecisions;
  readonly #bonds: readonly (Bond | undefined)[];
  /** Where each unit is cheapest at the prices last tried, `[unit]`, and the loads that gives. */
  readonly #pick: Int32Array;
  readonly #load: Float64Array;
  /** Working space of the search through the picks, `[unit]`. */
  readonly #seen: Int32Array;
  #stamp = 0;
  readonly #queue: Int32Array;
  #cutoff: number;
  #nodes = 0;
  #openBound = Infinity;
  #stopped = false;

  constructor(problem: SeatProblem, limits: SeatLimits) {
    const units = (this.#units = problem.demand.length);
    const seats = (this.#seats = problem.seatUnit.length);
    this.#p = problem;
    this.#limits = limits;
    this.#cutoff = limits.cutoff;
    this.#decided = new SeatDecisions(problem);
    this.#bonds = bondsOf(problem.bonds, units);
    this.#pick = this.#decided.pick;
    this.#load = new Float64Array(seats);
    this.#seen = new Int32Array(units);
    this.#queue = new Int32Array(units);
  }

  /** Depth first, the branchings on the way kept in a list: as deep as there are units, they would not fit on the stack of calls. */
  solve(): SeatAnswer {
    const price = this.#limits.price?.slice() ?? new Float64Array(this.#seats);
    const way: Branching[] = [];
    const go = (branching: Branching | undefined): void => void (branching && way.push(branching));
    if (this.#decided.choices.every((count) => count > 0)) go(this.#visit(price, -Infinity, ASCENT.root));
    for (let here = way.at(-1); here; here = way.at(-1)) {
      this.#decided.takeBack(here.mark);
      const next = here.children.pop();
      if (!next || next.bound >= this.#cutoff) {
        way.pop();
        continue;
      }
      this.#decided.decide(here.unit, next.seat);
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
      if (!this.#decided.thin()) return undefined;
      climbed = this.#climb(price, steps);
      bound = Math.max(bound, climbed);
      if (bound >= this.#cutoff) return undefined;
    } while (this.#ruleOutByCost(price, climbed) > 0);
    this.#follow();
    const cut = this.#cutOffUnit(price);
    if (cut === NOTHING && this.#keepsLimits() && this.#isAnchored() && this.#isApart()) this.#takePlan();
    if (bound >= this.#cutoff) return undefined;
    const unit = cut === NOTHING || cut === DECIDED ? this.#unitToDecide(price, bound) : cut;
    return unit === NOTHING ? undefined : this.#branching(unit, price, bound, climbed);
  }

  /** `climbed` is the bound at these prices, to which reduced costs may be added; `bound` may be better, inherited. */
  #branching(unit: number, price: Float64Array, bound: number, climbed: number): Branching {
    const { cost, demand } = this.#p;
    const reduced = (seat: number) => cost[seat * this.#units + unit] - price[seat] * demand[unit];
    const seats: number[] = [];
    for (let seat = 0; seat < this.#seats; seat++)
      if (this.#decided.may[seat * this.#units + unit] === 1) seats.push(seat);
    seats.sort((a, b) => reduced(a) - reduced(b));
    const cheapest = reduced(seats[0]);
    const children = seats.map((seat) => ({ seat, bound: climbed + reduced(seat) - cheapest })).toReversed();
    return { unit, children, price, bound, mark: this.#decided.trail.length };
  }

  // Bound.

  /** Value of the relaxation at these prices; picks the cheapest seat of every free unit. */
  #relax(price: Float64Array): number {
    const { demand, cost } = this.#p;
    const { may, free, freeCount, decidedLoad, decidedCost, least, most } = this.#decided;
    const load = this.#load;
    load.set(decidedLoad);
    let value = decidedCost;
    for (let k = 0; k < freeCount; k++) {
      const unit = free[k];
      let cheapest = Infinity;
      let pick = 0;
      for (let seat = 0, pair = unit; seat < this.#seats; seat++, pair += this.#units) {
        if (may[pair] === 0) continue;
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
      value += price[seat] * ((price[seat] >= 0 ? least[seat] : most[seat]) - decidedLoad[seat]);
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
    const { least, most } = this.#decided;
    const load = this.#load[seat];
    if (price[seat] > 0) return least[seat] - load;
    if (price[seat] < 0) return most[seat] - load;
    return load < least[seat] ? least[seat] - load : Math.min(0, most[seat] - load);
  }

  /** Rules out what would cost more than is known already; returns how many pairs. */
  #ruleOutByCost(price: Float64Array, bound: number): number {
    const { demand, cost } = this.#p;
    const before = this.#decided.trail.length;
    for (let k = 0; k < this.#decided.freeCount; k++) {
      const unit = this.#decided.free[k];
      const pick = this.#pick[unit];
      const cheapest = cost[pick * this.#units + unit] - price[pick] * demand[unit];
      for (let seat = 0, pair = unit; seat < this.#seats; seat++, pair += this.#units)
        if (seat !== pick && this.#decided.may[pair] === 1)
          if (bound + cost[pair] - price[seat] * demand[unit] - cheapest >= this.#cutoff)
            this.#decided.ruleOut(seat, unit);
    }
    return this.#decided.trail.length - before;
  }

  // Plans and branching.

  #keepsLimits(): boolean {
    const { least, most } = this.#decided;
    const load = this.#load;
    return (
      load.every((each, seat) => each >= least[seat] && each <= most[seat]) &&
      (this.#p.unitLimits ?? []).every((of) => {
        const here = load[this.#pick[leaderOf(this.#bonds, of.unit)]];
        return here >= of.least && here <= of.most;
      }) &&
      (this.#p.excess ?? []).every((row) => {
        const sum = new Float64Array(this.#seats);
        this.#pick.forEach((seat, unit) => (sum[seat] += row[unit]));
        return sum.every((excess) => excess <= 0);
      })
    );
  }

  #isApart(): boolean {
    const { together, apart } = this.#p.bonds ?? NO_BONDS;
    return apart.every(([one, other]) => this.#pick[together[one][0]] !== this.#pick[together[other][0]]);
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

  /** Groups go where the unit that leads them goes. */
  #follow(): void {
    for (const [leader, ...followers] of (this.#p.bonds ?? NO_BONDS).together)
      for (const unit of followers) this.#pick[unit] = this.#pick[leader];
  }

  /** Of the units that the picks cut off from their seat, the free one that it costs most to move; DECIDED if none is free. */
  #cutOffUnit(price: Float64Array): number {
    const { start, target } = this.#p.adjacency;
    const stamp = ++this.#stamp;
    let length = 0;
    for (const unit of this.#p.seatUnit) {
      this.#seen[unit] = stamp;
      this.#queue[length++] = unit;
    }
    for (let head = 0; head < length; head++) {
      const unit = this.#queue[head];
      for (let edge = start[unit]; edge < start[unit + 1]; edge++) {
        const next = target[edge];
        if (this.#seen[next] === stamp || this.#pick[next] !== this.#pick[unit]) continue;
        this.#seen[next] = stamp;
        this.#queue[length++] = next;
      }
    }
    if (length === this.#units) return NOTHING;
    let chosen: number = DECIDED;
    let most = -1;
    for (let k = 0; k < this.#decided.freeCount; k++) {
      const unit = this.#decided.free[k];
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
    for (let k = 0; k < this.#decided.freeCount; k++) {
      const unit = this.#decided.free[k];
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
      if (this.#decided.may[pair] === 0) continue;
      const reduced = cost[pair] - price[seat] * demand[unit];
      if (reduced < first) [first, second] = [reduced, first];
      else if (reduced < second) second = reduced;
    }
    return second - first;
  }
}

const NO_BONDS: Bonds = { together: [], apart: [] };
/** Cut off, but by units that are all decided: some other unit has to make the way. */
const DECIDED = -2;

/** How far a bound has to climb: to the cutoff, or a tenth of itself where there is none. */
const aim = (bound: number, cutoff: number): number =>
  cutoff < Infinity ? Math.max(cutoff - bound, GAIN * Math.abs(cutoff)) : Math.max(0.1 * Math.abs(bound), 1);
