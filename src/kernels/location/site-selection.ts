import { Knapsack, type SiteKnapsack } from "./knapsack.ts";
import { type LocationProblem, SITE } from "./problem.ts";

/** Sites whose value rises, and by how much at least. */
export interface Raised {
  readonly site: Int32Array;
  readonly raise: Float64Array;
}

const NONE: Raised = { site: new Int32Array(0), raise: new Float64Array(0) };

/**
 * Which sites to open once each has a value (what it costs to open, less what it earns): as many as asked of the least value, or, where
 * any number may be open, all that gain and so many more that their room together holds all demand (Cornuejols, Sridharan and
 * Thizy 1991: the surrogate of all capacity rows, here a knapsack over the sites left closed). Several kinds of room count as
 * one, each as a share of what is demanded of it. O(sites log sites) and the knapsack.
 */
export class SiteSelection {
  /** 1 where a site is chosen, `[site]`. */
  readonly selected: Uint8Array;
  /** A site of greater value is not chosen, by what is known from the last choice; used to save work. */
  threshold = Infinity;
  readonly #problem: LocationProblem;
  readonly #order: Int32Array;
  readonly #cover: SiteKnapsack;
  readonly #coverSites: Int32Array;
  /** Room of each site as a share of all demand, `[site]`; undefined where room says nothing about how many must be open. */
  readonly #size: Float64Array | undefined;
  #state: Uint8Array = new Uint8Array(0);
  #value: Float64Array = new Float64Array(0);
  /** Value of the dearest chosen free site, and of the cheapest that is not. */
  #last = 0;
  #next = 0;
  /** What a site's room is worth to the cover, and the value of the choice by that price. */
  #coverPrice = 0;
  #priced = 0;
  #total = 0;

  constructor(problem: LocationProblem) {
    this.#problem = problem;
    this.selected = new Uint8Array(problem.sites);
    this.#order = Int32Array.from({ length: problem.sites }, (_, site) => site);
    this.#cover = new Knapsack(problem.sites);
    this.#coverSites = new Int32Array(problem.sites);
    this.#size = capacityShares(problem);
  }

  /** Total value of the best choice. `makeExact` replaces a site's value by its exact one and says whether it was not exact before. */
  choose(state: Uint8Array, value: Float64Array, makeExact: (site: number) => boolean): number {
    this.#state = state;
    this.#value = value;
    if (this.#problem.open.kind === "any") this.#chooseAny(makeExact);
    else this.#chooseCounted(this.#problem.open, makeExact);
    this.#total = 0;
    for (let site = 0; site < state.length; site++) if (this.selected[site] === 1) this.#total += value[site];
    return this.#total;
  }

  #chooseCounted(
    { kind, count }: { readonly kind: "exactly" | "at-most"; readonly count: number },
    makeExact: (site: number) => boolean,
  ): void {
    const { selected } = this;
    const order = this.#order;
    const value = this.#value;
    const state = this.#state;
    let left = count;
    for (const now of state) if (now === SITE.open) left--;
    const chosen = (site: number) => state[site] === SITE.free && (kind === "exactly" || value[site] < 0);
    for (let isExact = false; !isExact;) {
      sortRising(order, value);
      isExact = true;
      let need = left;
      for (let k = 0; k < order.length && need > 0; k++) {
        if (!chosen(order[k])) continue;
        need--;
        if (makeExact(order[k])) isExact = false;
      }
    }
    for (let site = 0; site < state.length; site++) selected[site] = state[site] === SITE.open ? 1 : 0;
    this.#last = -Infinity;
    for (let k = 0; k < order.length && left > 0; k++) {
      if (!chosen(order[k])) continue;
      selected[order[k]] = 1;
      this.#last = value[order[k]];
      left--;
    }
    this.#next = Infinity;
    for (let site = 0; site < state.length; site++)
      if (state[site] === SITE.free && selected[site] === 0) this.#next = Math.min(this.#next, value[site]);
    if (kind === "at-most") {
      this.#last = left > 0 ? 0 : Math.min(0, this.#last);
      this.#next = left > 0 ? 0 : Math.min(0, this.#next);
    }
    this.threshold = this.#last;
  }

  #chooseAny(makeExact: (site: number) => boolean): void {
    const state = this.#state;
    this.threshold = 0;
    for (let isExact = false; !isExact;) {
      this.#leaveOut();
      isExact = true;
      for (let site = 0; site < state.length; site++) if (this.selected[site] === 1 && makeExact(site)) isExact = false;
    }
    this.#priced = 0;
    for (let site = 0; site < state.length; site++)
      if (state[site] !== SITE.closed) this.#priced += this.#part(site, this.#value[site]);
    if (this.#size) this.#priced += this.#coverPrice;
  }

  /** Chooses everything, and leaves out what costs most while the others' room holds all demand. */
  #leaveOut(): void {
    const { selected } = this;
    const state = this.#state;
    const value = this.#value;
    const size = this.#size;
    const cover = this.#cover;
    let spare = -1;
    for (let site = 0; site < state.length; site++) {
      selected[site] = state[site] === SITE.closed ? 0 : 1;
      if (size) spare += selected[site] * size[site];
    }
    let count = 0;
    for (let site = 0; site < state.length; site++) {
      if (state[site] !== SITE.free || value[site] <= 0) continue;
      if (!size) selected[site] = 0;
      else if (size[site] <= spare + ROUNDING) {
        cover.profit[count] = value[site];
        cover.weight[count] = size[site];
        this.#coverSites[count++] = site;
      }
    }
    this.#coverPrice = 0;
    if (count === 0) return;
    cover.limit[0] = spare + ROUNDING;
    cover.load(count);
    this.#coverPrice = cover.capacityPrice[0];
    cover.solve(0, Infinity);
    for (let k = 0; k < count; k++) if (cover.chosen[k] === 1) selected[this.#coverSites[k]] = 0;
  }

  /**
   * How much dearer the choice is at least if this site must be open and has this value, not below its present one, while sites that are
   * chosen now are dearer by `raise` (those of a list from `from` to `to`; the site itself counts by its value alone).
   */
  extraIfOpen(site: number, value: number, raised: Raised = NONE, from = 0, to = 0): number {
    const isChosen = this.#state[site] === SITE.open || this.selected[site] === 1;
    if (this.#problem.open.kind === "any") return this.#extraOfAny(site, value, raised, from, to);
    let extra = 0;
    // The dearest of the free ones makes room for the site; a raised one may instead make room for the next.
    let dearest = this.#last;
    for (let at = from; at < to; at++) {
      const other = raised.site[at];
      if (other === site) continue;
      const before = this.#value[other];
      const after = before + raised.raise[at];
      if (this.#state[other] === SITE.open) extra += after - before;
      else {
        const least = Math.max(before, Math.min(after, this.#next));
        extra += least - before;
        dearest = Math.max(dearest, least);
      }
    }
    return Math.max(0, extra + value - (isChosen ? this.#value[site] : dearest));
  }

  #extraOfAny(site: number, value: number, raised: Raised, from: number, to: number): number {
    const isChosen = this.#state[site] === SITE.open || this.selected[site] === 1;
    let open = 0;
    let priced = this.#priced - this.#total + this.#reduced(site, value) - this.#part(site, this.#value[site]);
    for (let at = from; at < to; at++) {
      const other = raised.site[at];
      if (other === site) continue;
      if (this.#state[other] === SITE.open) open += raised.raise[at];
      priced += this.#part(other, this.#value[other] + raised.raise[at]) - this.#part(other, this.#value[other]);
    }
    return Math.max(0, priced, isChosen ? value - this.#value[site] + open : 0);
  }

  /** What a site adds to the choice by the cover's price. */
  #part(site: number, value: number): number {
    const reduced = this.#reduced(site, value);
    return this.#state[site] === SITE.open ? reduced : Math.min(0, reduced);
  }

  /** How much dearer the choice is at least if this free site must be closed. */
  extraIfClosed(site: number): number {
    if (this.selected[site] === 0) return 0;
    if (this.#problem.open.kind !== "any") return this.#next - this.#value[site];
    const without = Math.min(0, this.#reduced(site, this.#value[site]));
    return Math.max(0, this.#priced - this.#total - without);
  }

  /** Value of a site less what its room is worth to the cover. */
  #reduced(site: number, value: number): number {
    return this.#size ? value - this.#coverPrice * this.#size[site] : value;
  }
}

/** Insertion sort: the order changes little from one evaluation to the next. */
function sortRising(order: Int32Array, value: Float64Array): void {
  for (let i = 1; i < order.length; i++) {
    const site = order[i];
    const key = value[site];
    let j = i - 1;
    while (j >= 0 && (value[order[j]] > key || (value[order[j]] === key && order[j] > site))) {
      order[j + 1] = order[j];
      j--;
    }
    order[j + 1] = site;
  }
}

/** Sums of shares are exact to about this. */
const ROUNDING = 1e-9;

function capacityShares({ demand, units, sites, resources, capacity }: LocationProblem): Float64Array | undefined {
  if (demand.by !== "unit" || !capacity.every(Number.isFinite)) return undefined;
  const asked = new Float64Array(resources);
  for (let at = 0; at < units * resources; at++) asked[at % resources] += demand.amount[at];
  const used = asked.filter((sum) => sum > 0).length;
  if (used === 0) return undefined;
  const size = new Float64Array(sites);
  for (let at = 0; at < sites * resources; at++) {
    const sum = asked[at % resources];
    if (sum > 0) size[Math.floor(at / resources)] += capacity[at] / (sum * used);
  }
  return size;
}
