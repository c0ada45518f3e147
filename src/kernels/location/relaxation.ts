import type { Domain } from "./domain.ts";
import { Knapsack, type SiteKnapsack } from "./knapsack.ts";
import { demandLayout, type LocationProblem, withSlack, SITE } from "./problem.ts";
import { MultiKnapsack } from "./multi-knapsack.ts";
import { SiteSelection } from "./site-selection.ts";

const NOWHERE = -1;

/**
 * Lagrangian relaxation of "every unit goes to one site" (Geoffrion and McBride 1978; Holmberg, Rönnqvist and Yuan 1999; Lorena
 * and Senne 2004 for the p-median): each unit pays for being taken, each site takes what pays most within its room - an exact
 * knapsack - and {@link SiteSelection} opens the best of them. At the best pay this is the bound of the column formulation
 * (Ceselli and Righini 2005), tighter than the linear relaxation. Knapsacks are solved only where a site may be chosen. Any pay
 * gives a bound. O(size of the domain) and the knapsacks per evaluation.
 */
export class Relaxation {
  readonly problem: LocationProblem;
  readonly selection: SiteSelection;
  domain: Domain;
  /** Pay of a unit for being taken, `[unit]`. */
  readonly pay: Float64Array;
  /** Site where a unit must go because no other is left, or -1, `[unit]`. */
  readonly must: Int32Array;
  /** Value of opening each site at the present pay: fixed cost less what it takes; where it may be chosen, else at most that. */
  readonly siteValue: Float64Array;
  /** What more room would be worth at each site, `[site * resources + resource]`. */
  readonly capacityPrice: Float64Array;
  /** How many chosen sites take each unit that may still choose, `[unit]`. */
  readonly taken: Float64Array;
  /** Entries of the domain looked at so far: a measure of work that needs no clock. */
  work = 0;
  readonly #knapsack: SiteKnapsack;
  readonly #exact: Uint8Array;
  readonly #mustCost: Float64Array;
  readonly #mustLoad: Float64Array;
  /** Cost and demand of the domain's entries, `[entry]` and `[entry * resources + resource]`. */
  #cost = new Float64Array(0);
  #weight = new Float64Array(0);
  /** Entries that a site takes, in the site's part of the domain's list. */
  #takes = new Int32Array(0);
  readonly #takesCount: Int32Array;
  /** Entries loaded into the knapsack. */
  readonly #thing: Int32Array;
  #loaded = 0;
  #latest = -Infinity;
  /** How many sites were chosen last, and how much each knapsack may be short. */
  #chosen: number;
  #tolerance = 0;
  #steps = 0;
  /** Greatest pay: a site's list is by rising cost and need not be read beyond. */
  #mostPay = Infinity;

  constructor(problem: LocationProblem) {
    const { units, sites, resources } = problem;
    this.problem = problem;
    this.selection = new SiteSelection(problem);
    this.#knapsack = resources === 1 ? new Knapsack(units) : new MultiKnapsack(units, resources);
    this.domain = { start: new Int32Array(sites + 1), units: new Int32Array(), state: new Uint8Array(sites) };
    this.pay = new Float64Array(units);
    this.must = new Int32Array(units);
    this.siteValue = new Float64Array(sites);
    this.capacityPrice = new Float64Array(sites * resources);
    this.taken = new Float64Array(units);
    this.#exact = new Uint8Array(sites);
    this.#mustCost = new Float64Array(sites);
    this.#mustLoad = new Float64Array(sites * resources);
    this.#takesCount = new Int32Array(sites);
    this.#thing = new Int32Array(units);
    this.#chosen = sites;
  }

  /** Goes to another domain; a site that some unit must go to is open in it. False where the domain plainly holds no plan. */
  enter(domain: Domain): boolean {
    const { start, units } = domain;
    this.domain = { start, units, state: domain.state.slice() };
    this.selection.threshold = Infinity;
    this.#copyEntries();
    return this.#settleMusts() && this.#opensEnough();
  }

  #copyEntries(): void {
    const { sites, resources, cost } = this.problem;
    const { amount, unitStride, siteStride } = demandLayout(this.problem);
    const { start, units } = this.domain;
    if (this.#cost.length < units.length) {
      this.#cost = new Float64Array(units.length);
      this.#weight = new Float64Array(units.length * resources);
      this.#takes = new Int32Array(units.length);
    }
    for (let site = 0; site < sites; site++)
      for (let at = start[site]; at < start[site + 1]; at++) {
        const unit = units[at];
        this.#cost[at] = cost[unit * sites + site];
        for (let r = 0; r < resources; r++)
          this.#weight[at * resources + r] = amount[unit * unitStride + site * siteStride + r];
      }
  }

  /** False where a unit has nowhere to go, or units that must go to a site do not fit there together. */
  #settleMusts(): boolean {
    const { sites, resources, capacity, cost, units } = this.problem;
    const { amount, unitStride, siteStride } = demandLayout(this.problem);
    const { domain, must } = this;
    const choices = new Int32Array(units);
    must.fill(NOWHERE);
    for (let site = 0; site < sites; site++) {
      if (domain.state[site] === SITE.closed) continue;
      for (let at = domain.start[site]; at < domain.start[site + 1]; at++) {
        const unit = domain.units[at];
        must[unit] = choices[unit]++ === 0 ? site : NOWHERE;
      }
    }
    this.#mustCost.fill(0);
    this.#mustLoad.fill(0);
    for (let unit = 0; unit < units; unit++) {
      if (choices[unit] === 0) return false;
      const site = must[unit];
      if (site === NOWHERE) continue;
      domain.state[site] = SITE.open;
      this.#mustCost[site] += cost[unit * sites + site];
      for (let r = 0; r < resources; r++)
        this.#mustLoad[site * resources + r] += amount[unit * unitStride + site * siteStride + r];
    }
    return this.#mustLoad.every((load, at) => load <= withSlack(capacity[at]));
  }

  #opensEnough(): boolean {
    const { open } = this.problem;
    if (open.kind === "any") return true;
    const { state } = this.domain;
    let [fixed, possible] = [0, 0];
    for (const now of state) {
      if (now === SITE.open) fixed++;
      if (now !== SITE.closed) possible++;
    }
    return fixed <= open.count && (open.kind === "at-most" || possible >= open.count);
  }

  /** Pays each unit what its second cheapest site costs: a fair start. */
  startPay(): void {
    const { units, sites } = this.problem;
    const { start, units: list } = this.domain;
    const first = new Float64Array(units).fill(Infinity);
    const second = new Float64Array(units).fill(Infinity);
    for (let site = 0; site < sites; site++)
      for (let at = start[site]; at < start[site + 1]; at++) {
        const unit = list[at];
        const cost = this.#cost[at];
        if (cost < first[unit]) [first[unit], second[unit]] = [cost, first[unit]];
        else if (cost < second[unit]) second[unit] = cost;
      }
    for (let unit = 0; unit < units; unit++) this.pay[unit] = second[unit] < Infinity ? second[unit] : first[unit];
  }

  /**
   * The bound at the present pay: not above the cost of any plan within the domain. By effort it is short of the best such bound by a
   * share of the way to `aim`, the cost that is to be reached; knapsacks that need not be exact take a fraction of the time.
   */
  evaluate(effort: Effort, aim: number): number {
    const { units, sites } = this.problem;
    const { state, start, units: list } = this.domain;
    const { share, steps } = EFFORTS[effort];
    this.#steps = steps;
    this.#tolerance = (share * this.#gapTo(aim)) / Math.max(1, this.#chosen);
    this.work += list.length;
    let total = 0;
    this.#mostPay = -Infinity;
    for (let unit = 0; unit < units; unit++) {
      if (this.must[unit] !== NOWHERE) continue;
      total += this.pay[unit];
      this.#mostPay = Math.max(this.#mostPay, this.pay[unit]);
    }
    for (let site = 0; site < sites; site++) {
      this.#exact[site] = 0;
      this.siteValue[site] = state[site] === SITE.closed ? Infinity : this.load(site);
      if (state[site] === SITE.closed) continue;
      if (state[site] === SITE.open || this.siteValue[site] <= this.selection.threshold) this.#solveLoaded(site);
    }
    total += this.selection.choose(state, this.siteValue, (site) => this.#makeExact(site));
    this.taken.fill(0);
    this.#chosen = 0;
    for (let site = 0; site < sites; site++) {
      if (this.selection.selected[site] === 0) continue;
      this.#chosen++;
      for (let k = 0; k < this.#takesCount[site]; k++) this.taken[list[this.#takes[start[site] + k]]]++;
    }
    this.#latest = total;
    return total;
  }

  /** How far a cost is above the last bound, at most a small share of it: what a tolerance should be measured by. */
  #gapTo(cost: number): number {
    const gap = Math.min(cost - this.#latest, MOST_GAP * Math.abs(this.#latest));
    return gap > 0 && gap < Infinity ? gap : 0;
  }

  /** Loads the knapsack of a site and notes its room prices; returns the site's value if units could be split. */
  load(site: number): number {
    const { resources, capacity } = this.problem;
    const { start, units } = this.domain;
    const { profit, weight, limit } = this.#knapsack;
    const { pay, must } = this;
    const weights = this.#weight;
    for (let r = 0; r < resources; r++)
      limit[r] = withSlack(capacity[site * resources + r]) - this.#mustLoad[site * resources + r];
    const costs = this.#cost;
    const thing = this.#thing;
    const most = this.#mostPay;
    let count = 0;
    for (let at = start[site]; at < start[site + 1] && costs[at] < most; at++) {
      const unit = units[at];
      const gain = pay[unit] - costs[at];
      if (gain <= LEAST_GAIN || must[unit] !== NOWHERE) continue;
      if (resources === 1) {
        weight[count] = weights[at];
        if (weights[at] > limit[0]) continue;
      } else {
        let fits = true;
        for (let r = 0; r < resources; r++) {
          const amount = weights[at * resources + r];
          weight[count * resources + r] = amount;
          if (amount > limit[r]) fits = false;
        }
        if (!fits) continue;
      }
      profit[count] = gain;
      thing[count++] = at;
    }
    this.#loaded = count;
    const split = this.#knapsack.load(count);
    for (let r = 0; r < resources; r++) this.capacityPrice[site * resources + r] = this.#knapsack.capacityPrice[r];
    return this.#valueOf(site, split);
  }

  #solveLoaded(site: number): void {
    const most = this.#knapsack.solve(this.#tolerance, this.#steps);
    const from = this.domain.start[site];
    let to = from;
    for (let k = 0; k < this.#loaded; k++) if (this.#knapsack.chosen[k] === 1) this.#takes[to++] = this.#thing[k];
    this.#takesCount[site] = to - from;
    this.siteValue[site] = this.#valueOf(site, most);
    this.#exact[site] = 1;
  }

  #makeExact(site: number): boolean {
    if (this.#exact[site] === 1) return false;
    this.load(site);
    this.#solveLoaded(site);
    return true;
  }

  /** Entries of the domain's list that a site took last. */
  takes(site: number): Int32Array {
    const from = this.domain.start[site];
    return this.#takes.subarray(from, from + this.#takesCount[site]);
  }

  /** Cost of an entry with its room at the site's room prices, less its pay: below 0 where the site wants it. */
  surplus(site: number, entry: number): number {
    const { resources } = this.problem;
    let surplus = this.#cost[entry] - this.pay[this.domain.units[entry]];
    for (let r = 0; r < resources; r++)
      surplus += this.capacityPrice[site * resources + r] * this.#weight[entry * resources + r];
    return surplus;
  }

  /** The value of the site loaded last is not below this where it takes an entry; `Infinity` if that does not fit. */
  valueWith(site: number, entry: number): number {
    const gain = this.pay[this.domain.units[entry]] - this.#cost[entry];
    return this.#valueOf(site, this.#knapsack.mostWith(gain, this.#weight, entry * this.problem.resources));
  }

  /** The value of the site loaded last is not below this where it does not take an entry that it took. */
  valueWithout(site: number, entry: number): number {
    const gain = this.pay[this.domain.units[entry]] - this.#cost[entry];
    return this.#valueOf(site, this.#knapsack.mostWithout(gain, this.#weight, entry * this.problem.resources));
  }

  #valueOf(site: number, profit: number): number {
    return this.problem.fixedCost[site] + this.#mustCost[site] - profit;
  }

  /** Where every unit goes by the last evaluation; a plan if each is taken exactly once. */
  assignment(): { readonly site: Int32Array; readonly open: Uint8Array } {
    const site = this.must.slice();
    const { selected } = this.selection;
    for (let at = 0; at < selected.length; at++)
      if (selected[at] === 1) for (const entry of this.takes(at)) site[this.domain.units[entry]] = at;
    return { site, open: selected.slice() };
  }
}

/** What a bound may be short of the best by knapsacks not solved to the end: share of the way to the aim, and steps in one. */
const EFFORTS = {
  rough: { share: 0.1, steps: 1000 },
  fine: { share: 0.002, steps: 3000 },
  exact: { share: 0, steps: Infinity },
} as const;
type Effort = keyof typeof EFFORTS;
/** The way to an aim counts at most as this share of the bound. */
const MOST_GAP = 0.05;
/** A thing that gains less is left out of a knapsack: rounding. */
const LEAST_GAIN = 1e-12;
