import { type Bond, bondsOf } from "./bonds.ts";
import type { DistrictObjective } from "./objective.ts";
import type { DistrictingProblem } from "./problem.ts";

/** Candidate roots in a district up to which each is tried when a better seat is looked for. */
const TRY_ALL = 40;
/** The price on broken limits moves by these factors at every refresh. */
const DEARER = 1.04;
const CHEAPER = 0.98;
/** Highest price of a unit of demand outside the limits, in mean costs of demand: dearer, nothing would move at all. */
const DEAREST = 100;
/** What a broken bond costs, in dearest units. */
const BOND = 10;

/**
 * The cost of a {@link DistrictingProblem} as a search sees it: every district costs what its units cost from its seat, and
 * demand outside the limits has a price that rises while limits are broken and falls while they are kept, and so has every unit that
 * is not where its group's leader is. Seats move to better units at every refresh. A change is O(1), of a unit that leads O(group).
 */
export class SeatCost implements DistrictObjective {
  readonly #p: DistrictingProblem;
  /** The candidate root in a unit, or -1, `[unit]`. */
  readonly #rootIn: Int32Array;
  /** Seat of each district, `[district]`, and the costs from it. */
  readonly root: Int32Array;
  readonly #column: Float64Array[];
  readonly #cost: Float64Array;
  readonly #load: Float64Array;
  /** Units of a district that anchor it, `[district]`. */
  readonly #anchors: Int32Array;
  readonly #members: number[][];
  readonly #bonds: readonly (Bond | undefined)[];
  readonly #bondPrice: number;
  #brokenBonds = 0;
  /** Limits of each district, as the units that are in it narrow them, `[district]`. */
  readonly #least: Float64Array;
  readonly #most: Float64Array;
  /** What each row sums to in each district, `[row][district]`. */
  readonly #excess: readonly Float64Array[];
  /** Of a unit of demand outside the limits; 0 until the first plan says what is dear. */
  #price = 0;
  #dearest = 0;

  /** `root` says where the districts' seats start, `[district]`; `price` what a unit of demand outside the limits costs at first, where that is known. */
  constructor(problem: DistrictingProblem, root: Int32Array, price = 0) {
    this.#price = price;
    this.#dearest = DEAREST * price;
    const { demand, districts, rootUnit } = problem;
    this.#p = problem;
    this.#rootIn = new Int32Array(demand.length).fill(-1);
    rootUnit.forEach((unit, candidate) => (this.#rootIn[unit] = candidate));
    this.root = root.slice();
    this.#column = Array.from(root, (candidate) => problem.cost(candidate));
    this.#cost = new Float64Array(districts);
    this.#load = new Float64Array(districts);
    this.#anchors = new Int32Array(districts);
    this.#members = Array.from({ length: districts }, () => []);
    this.#bonds = bondsOf(problem.bonds, demand.length);
    this.#bondPrice = BOND * this.#column.reduce((most, column) => column.reduce(dearer, most), 1);
    this.#excess = (problem.excess ?? []).map(() => new Float64Array(districts));
    this.#least = new Float64Array(districts);
    this.#most = new Float64Array(districts);
  }

  reset(district: Int32Array): number {
    const { demand, anchor } = this.#p;
    this.#cost.fill(0);
    this.#load.fill(0);
    this.#anchors.fill(0);
    this.#excess.forEach((sums, row) => {
      sums.fill(0);
      const own = this.#p.excess?.[row] ?? NONE;
      for (let unit = 0; unit < district.length; unit++) sums[district[unit]] += own[unit];
    });
    let total = 0;
    for (let unit = 0; unit < district.length; unit++) {
      const here = district[unit];
      this.#cost[here] += this.#column[here][unit];
      this.#load[here] += demand[unit];
      if (anchor?.[unit] === 1) this.#anchors[here]++;
      total += demand[unit];
    }
    for (let here = 0; here < this.#least.length; here++) this.#limit(here, district);
    this.#brokenBonds = this.#allBroken(district);
    const cost = this.#cost.reduce((sum, value) => sum + value, 0);
    if (this.#price === 0) {
      this.#price = Math.max(cost, 1) / Math.max(total, 1);
      this.#dearest = DEAREST * this.#price;
    }
    return cost + this.#price * this.#broken() + this.#bondPrice * this.#brokenBonds;
  }

  change(unit: number, from: number, to: number, district: Int32Array): number {
    const { demand, anchor } = this.#p;
    if (anchor?.[unit] === 1 && this.#anchors[from] === 1) return Infinity;
    const amount = demand[unit];
    const [less, more] = [this.#load[from], this.#load[to]];
    const broken =
      this.#over(from, less - amount) +
      this.#over(to, more + amount) -
      this.#over(from, less) -
      this.#over(to, more) +
      (this.#isLimiting(unit) ? this.#narrowed(unit, from, to, district) : 0) +
      this.#exceeding(unit, from, to);
    const bonds = this.#bonds[unit] ? this.#brokenAt(unit, to, district) - this.#brokenAt(unit, from, district) : 0;
    return this.#column[to][unit] - this.#column[from][unit] + this.#price * broken + this.#bondPrice * bonds;
  }

  move(unit: number, from: number, to: number, district: Int32Array): void {
    if (this.#bonds[unit])
      this.#brokenBonds += this.#brokenAt(unit, to, district) - this.#brokenAt(unit, from, district);
    const amount = this.#p.demand[unit];
    this.#load[from] -= amount;
    this.#load[to] += amount;
    this.#excess.forEach((sums, row) => {
      const own = this.#p.excess?.[row][unit] ?? 0;
      sums[from] -= own;
      sums[to] += own;
    });
    this.#cost[from] -= this.#column[from][unit];
    this.#cost[to] += this.#column[to][unit];
    if (this.#isLimiting(unit)) {
      this.#limit(from, district, { unit, is: "gone" });
      this.#limit(to, district, { unit, is: "come" });
    }
    if (this.#p.anchor?.[unit] !== 1) return;
    this.#anchors[from]--;
    this.#anchors[to]++;
  }

  stays(unit: number, district: number): boolean {
    return this.#p.rootUnit[this.root[district]] === unit;
  }

  keepsLimits(): boolean {
    if (this.#brokenBonds > 0) return false;
    for (let here = 0; here < this.#load.length; here++)
      if (this.#over(here, this.#load[here]) > 0 || !(this.#cost[here] < Infinity)) return false;
    if (this.#excess.some((sums) => sums.some((sum) => sum > 0))) return false;
    return this.#p.anchor === undefined || this.#anchors.every((count) => count > 0);
  }

  refresh(district: Int32Array): number {
    this.#price = this.#broken() > 0 ? Math.min(this.#price * DEARER, this.#dearest) : this.#price * CHEAPER;
    if (this.root.length < this.#p.rootUnit.length) this.#reseat(district, TRY_ALL);
    return this.reset(district);
  }

  /** Gives a district another seat. */
  seat(here: number, root: number): void {
    this.#take(here, root, this.#p.cost(root));
  }

  /** Gives every district its best seat of all, or of as many as were tried before it is to stop. O(candidate roots * units). */
  reseatFully(district: Int32Array, shouldStop?: () => boolean): void {
    this.#reseat(district, Infinity, shouldStop);
  }

  /** What is above or below the limits of a district that has so much demand. */
  #over(here: number, load: number): number {
    return over(load, this.#least[here], this.#most[here]);
  }

  #isLimiting = (unit: number): boolean => this.#p.unitLimits?.some((of) => of.unit === unit) ?? false;

  #limit(here: number, district: Int32Array, change?: Move): void {
    [this.#least[here], this.#most[here]] = this.#limitsOf(here, district, change);
  }

  /** Least and most of a district, as it is or once a unit is gone from it or has come to it. */
  #limitsOf(here: number, district: Int32Array, change?: Move): readonly [number, number] {
    const root = this.root[here];
    let [least, most] = [this.#p.least[root], this.#p.most[root]];
    for (const of of this.#p.unitLimits ?? []) {
      if (of.unit === change?.unit ? change.is === "gone" : district[of.unit] !== here) continue;
      least = Math.max(least, of.least);
      most = Math.min(most, of.most);
    }
    return [least, most];
  }

  /** How much more is outside the limits because these change as the unit goes. */
  #narrowed(unit: number, from: number, to: number, district: Int32Array): number {
    const amount = this.#p.demand[unit];
    const [less, more] = [this.#load[from] - amount, this.#load[to] + amount];
    const left = over(less, ...this.#limitsOf(from, district, { unit, is: "gone" }));
    const joined = over(more, ...this.#limitsOf(to, district, { unit, is: "come" }));
    return left + joined - this.#over(from, less) - this.#over(to, more);
  }

  #broken(): number {
    let broken = 0;
    for (let here = 0; here < this.#load.length; here++) broken += this.#over(here, this.#load[here]);
    for (const sums of this.#excess) for (const sum of sums) broken += Math.max(0, sum);
    return broken;
  }

  /** How much more the rows are above 0 once a unit goes. */
  #exceeding(unit: number, from: number, to: number): number {
    let more = 0;
    for (let row = 0; row < this.#excess.length; row++) {
      const own = this.#p.excess?.[row][unit] ?? 0;
      const sums = this.#excess[row];
      more +=
        Math.max(0, sums[from] - own) - Math.max(0, sums[from]) + Math.max(0, sums[to] + own) - Math.max(0, sums[to]);
    }
    return more;
  }

  /** Bonds of a unit that are broken if it is in a district and all others are where they are. */
  #brokenAt(unit: number, here: number, district: Int32Array): number {
    const { units, apartLeaders } = this.#bonds[unit] ?? NOT_BOUND;
    if (unit !== units[0]) return district[units[0]] === here ? 0 : 1;
    const gone = units.reduce((count, other) => count + (other !== unit && district[other] !== here ? 1 : 0), 0);
    return gone + apartLeaders.reduce((count, other) => count + (district[other] === here ? 1 : 0), 0);
  }

  /** Broken bonds, those between two groups counted once. */
  #allBroken(district: Int32Array): number {
    const { together = [], apart = [] } = this.#p.bonds ?? {};
    const gone = together.flat().filter((unit) => district[unit] !== district[this.#bonds[unit]?.units[0] ?? unit]);
    const met = apart.filter(([one, other]) => district[together[one][0]] === district[together[other][0]]);
    return gone.length + met.length;
  }

  #reseat(district: Int32Array, tryAll: number, shouldStop?: () => boolean): void {
    for (const members of this.#members) members.length = 0;
    for (let unit = 0; unit < district.length; unit++) this.#members[district[unit]].push(unit);
    this.#members.forEach((members, here) => {
      const seats = members.filter((unit) => this.#rootIn[unit] !== -1);
      if (seats.length <= tryAll) this.#tryAll(here, members, seats, shouldStop);
      else this.#walk(here, members, district);
    });
  }

  #tryAll(here: number, members: readonly number[], seats: readonly number[], shouldStop?: () => boolean): void {
    let best = this.#costFrom(this.#column[here], members);
    for (const unit of seats) {
      if (shouldStop?.() === true) return;
      const column = this.#p.cost(this.#rootIn[unit]);
      const cost = this.#costFrom(column, members);
      if (!(cost < best)) continue;
      best = cost;
      this.#take(here, this.#rootIn[unit], column);
    }
  }

  /** From neighbour to neighbour while that is cheaper. */
  #walk(here: number, members: readonly number[], district: Int32Array): void {
    const { start, target } = this.#p.adjacency;
    let best = this.#costFrom(this.#column[here], members);
    for (let at = -1; at !== this.root[here];) {
      at = this.root[here];
      const unit = this.#p.rootUnit[at];
      for (let edge = start[unit]; edge < start[unit + 1]; edge++) {
        const next = this.#rootIn[target[edge]];
        if (next === -1 || district[target[edge]] !== here) continue;
        const column = this.#p.cost(next);
        const cost = this.#costFrom(column, members);
        if (!(cost < best)) continue;
        best = cost;
        this.#take(here, next, column);
      }
    }
  }

  #take(here: number, root: number, column: Float64Array): void {
    this.root[here] = root;
    this.#column[here] = column;
  }

  #costFrom(column: Float64Array, members: readonly number[]): number {
    let cost = 0;
    for (const unit of members) cost += column[unit];
    return cost;
  }
}

interface Move {
  readonly unit: number;
  readonly is: "gone" | "come";
}

const NONE = new Float64Array();

const NOT_BOUND: Pick<Bond, "units" | "apartLeaders"> = { units: [], apartLeaders: [] };

const over = (load: number, least: number, most: number): number =>
  load > most ? load - most : load < least ? least - load : 0;

const dearer = (most: number, cost: number): number => (cost < Infinity ? Math.max(most, cost) : most);
