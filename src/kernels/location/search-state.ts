import type { Neighbours } from "./neighbours.ts";
import { demandLayout, type LocationProblem, SITE } from "./problem.ts";

export const NOBODY = -1;

/**
 * Where everybody is during a search, with loads, overflow and cost kept up at every move. Room may be exceeded at a price;
 * `cost` is without it. A shift or swap and what it would change: O(resources).
 */
export class SearchState {
  readonly problem: LocationProblem;
  readonly near: Neighbours;
  /** `[unit]` */
  readonly site: Int32Array;
  /** Who is at a site: the first `count[site]` of `members[site]`. */
  readonly members: Int32Array[];
  readonly count: Int32Array;
  readonly open: Uint8Array;
  /** Price of a unit of overflow, `[site * resources + resource]`. */
  readonly price: Float64Array;
  /** Sites open when the first unit comes and close when the last leaves, unless a number of them is asked for. */
  readonly opensByUse: boolean;
  openCount = 0;
  /** How many (site, resource) are over their room. */
  overfull = 0;
  cost = 0;
  /** Position of a unit in its site's members, `[unit]`. */
  readonly #place: Int32Array;
  /** Room left, below zero where there is too much. */
  readonly #free: Float64Array;
  readonly #amount: Float64Array;
  readonly #unitStride: number;
  readonly #siteStride: number;
  readonly #resources: number;
  readonly mostOpen: number;

  constructor(problem: LocationProblem, near: Neighbours) {
    const { units, sites, resources, open } = problem;
    this.problem = problem;
    this.near = near;
    const { amount, unitStride, siteStride } = demandLayout(problem);
    this.#amount = amount;
    this.#unitStride = unitStride;
    this.#siteStride = siteStride;
    this.#resources = resources;
    this.site = new Int32Array(units).fill(NOBODY);
    this.members = Array.from({ length: sites }, () => new Int32Array(4));
    this.count = new Int32Array(sites);
    this.open = new Uint8Array(sites);
    this.price = new Float64Array(sites * resources);
    this.opensByUse = open.kind !== "exactly";
    this.mostOpen = open.kind === "any" ? sites : open.count;
    this.#place = new Int32Array(units);
    this.#free = Float64Array.from(problem.capacity);
  }

  /** Whether one more site may open because somebody goes there. */
  get mayOpen(): boolean {
    return this.opensByUse && this.openCount < this.mostOpen;
  }

  /** Cost with the price of overflow. */
  get total(): number {
    let { cost } = this;
    if (this.overfull > 0)
      for (let at = 0; at < this.#free.length; at++) if (this.#free[at] < 0) cost -= this.#free[at] * this.price[at];
    return cost;
  }

  openSite(site: number): void {
    if (this.open[site] === 1) return;
    this.open[site] = 1;
    this.openCount++;
    this.cost += this.problem.fixedCost[site];
  }

  closeSite(site: number): void {
    if (this.open[site] === 0) return;
    this.open[site] = 0;
    this.openCount--;
    this.cost -= this.problem.fixedCost[site];
  }

  /** What a unit's arrival adds in overflow and in opening the site. */
  arrival(unit: number, site: number): number {
    const at = unit * this.#unitStride + site * this.#siteStride;
    const to = site * this.#resources;
    let extra = this.open[site] === 1 ? 0 : this.problem.fixedCost[site];
    for (let r = 0; r < this.#resources; r++) {
      const free = this.#free[to + r];
      const left = free - this.#amount[at + r];
      if (left < 0) extra -= this.price[to + r] * (free < 0 ? left - free : left);
    }
    return extra;
  }

  /** What a unit's leaving saves in overflow and in closing the site. */
  leaving(unit: number, site: number): number {
    const at = unit * this.#unitStride + site * this.#siteStride;
    const from = site * this.#resources;
    const closes = this.opensByUse && this.count[site] === 1 && this.problem.state[site] !== SITE.open;
    let saved = closes ? this.problem.fixedCost[site] : 0;
    for (let r = 0; r < this.#resources; r++) {
      const free = this.#free[from + r];
      if (free < 0) saved += this.price[from + r] * Math.min(this.#amount[at + r], -free);
    }
    return saved;
  }

  shiftChange(unit: number, to: number): number {
    const { sites, cost } = this.problem;
    const from = this.site[unit];
    const farther = cost[unit * sites + to] - cost[unit * sites + from];
    return farther + this.arrival(unit, to) - this.leaving(unit, from);
  }

  /** What exchanging the sites of two units changes. */
  swapChange(unit: number, other: number): number {
    const { sites, cost } = this.problem;
    const [from, to] = [this.site[unit], this.site[other]];
    const [a, b] = [unit * sites, other * sites];
    let change = cost[a + to] + cost[b + from] - cost[a + from] - cost[b + to];
    if (change === Infinity) return Infinity;
    for (let r = 0; r < this.#resources; r++) {
      change += this.#exchange(from, unit, other, r);
      change += this.#exchange(to, other, unit, r);
    }
    return change;
  }

  /** What overflow costs more at a site where one unit leaves and another comes. */
  #exchange(site: number, leaves: number, comes: number, r: number): number {
    const at = site * this.#resources + r;
    const shift = site * this.#siteStride + r;
    const before = this.#free[at];
    const after =
      before + this.#amount[leaves * this.#unitStride + shift] - this.#amount[comes * this.#unitStride + shift];
    return this.price[at] * (Math.max(0, -after) - Math.max(0, -before));
  }

  shift(unit: number, to: number): void {
    const { sites, cost, state } = this.problem;
    const from = this.site[unit];
    if (from !== NOBODY) {
      this.#load(unit, from, -1);
      const list = this.members[from];
      const last = list[--this.count[from]];
      list[this.#place[unit]] = last;
      this.#place[last] = this.#place[unit];
      this.cost -= cost[unit * sites + from];
      if (this.opensByUse && this.count[from] === 0 && state[from] !== SITE.open) this.closeSite(from);
    }
    this.openSite(to);
    this.#load(unit, to, 1);
    if (this.count[to] === this.members[to].length) {
      const wider = new Int32Array(2 * this.count[to]);
      wider.set(this.members[to]);
      this.members[to] = wider;
    }
    this.#place[unit] = this.count[to];
    this.members[to][this.count[to]++] = unit;
    this.site[unit] = to;
    this.cost += cost[unit * sites + to];
  }

  swap(unit: number, other: number): void {
    const [from, to] = [this.site[unit], this.site[other]];
    const { sites, cost } = this.problem;
    const [a, b] = [unit * sites, other * sites];
    this.#load(unit, from, -1);
    this.#load(other, to, -1);
    this.#load(unit, to, 1);
    this.#load(other, from, 1);
    const place = this.#place[unit];
    this.members[from][place] = other;
    this.members[to][this.#place[other]] = unit;
    this.#place[unit] = this.#place[other];
    this.#place[other] = place;
    this.site[unit] = to;
    this.site[other] = from;
    this.cost += cost[a + to] + cost[b + from] - cost[a + from] - cost[b + to];
  }

  /** Changes the load of a site by one unit. */
  #load(unit: number, site: number, sign: number): void {
    const at = unit * this.#unitStride + site * this.#siteStride;
    const to = site * this.#resources;
    for (let r = 0; r < this.#resources; r++) {
      const before = this.#free[to + r];
      const after = before - sign * this.#amount[at + r];
      this.#free[to + r] = after;
      if (before < -SLACK) this.overfull--;
      if (after < -SLACK) this.overfull++;
    }
  }

  /** Where a unit adds least, sites that would open included if they may, `but` excluded; {@link NOBODY} if nowhere. */
  cheapest(unit: number, but: number): number {
    const { start, sites: list } = this.near;
    const near = this.#cheapestOf(unit, but, list.subarray(start[unit], start[unit + 1]), this.mayOpen);
    return near === NOBODY ? this.#cheapestOf(unit, but, this.open.keys(), false) : near;
  }

  #cheapestOf(unit: number, but: number, list: Iterable<number>, mayOpen: boolean): number {
    const { sites, cost } = this.problem;
    let best = NOBODY;
    let least = Infinity;
    for (const site of list) {
      if (site === but || (this.open[site] === 0 && !mayOpen)) continue;
      const value = cost[unit * sites + site] + this.arrival(unit, site);
      if (value < least) [best, least] = [site, value];
    }
    return best;
  }

  /** Goes back to a plan. */
  restore(plan: { readonly site: Int32Array; readonly open: Uint8Array }): void {
    plan.site.forEach((site, unit) => {
      if (this.site[unit] !== site) this.shift(unit, site);
    });
    plan.open.forEach((open, site) => {
      if (open === 1) this.openSite(site);
      else this.closeSite(site);
    });
  }
}

/** Sums of fractions are exact to about this. */
const SLACK = 1e-9;
