import type { Random } from "../random.ts";
import { SITE } from "./problem.ts";
import { NOBODY, type SearchState } from "./search-state.ts";

/**
 * Moves that concern a whole site: replace it by another, close it, or open another, with the units around reassigned greedily;
 * all taken back where not accepted. Costs the moved units times their nearest sites.
 */
export class SiteMoves {
  readonly #state: SearchState;
  readonly #random: Random;
  /** Shifts of the move under way: who, and from where. */
  readonly #shifted: { unit: number; from: number }[] = [];

  constructor(state: SearchState, random: Random) {
    this.#state = state;
    this.#random = random;
  }

  /** Tries one move of an open `site` with `other` beside it; keeps it if the total rises by at most `most`. */
  propose(site: number, other: number, most: number): void {
    const state = this.#state;
    const isFixed = state.problem.state[site] === SITE.open;
    const before = state.total;
    this.#shifted.length = 0;
    if (!state.opensByUse) {
      if (state.open[other] === 1 || isFixed) return;
      this.#replace(site, other, before + most);
      return;
    }
    if (state.open[other] === 0 && state.mayOpen && this.#random() < 0.3) this.#pull(other);
    else if (isFixed) return;
    else if (state.open[other] === 1) this.#handOver(site, NOBODY);
    else {
      this.#handOver(site, this.#random() < 0.5 ? other : NOBODY);
      if (state.open[other] === 1 || state.mayOpen) this.#pull(other);
    }
    // A site that could not be emptied may leave one too many open.
    if (state.openCount > state.mostOpen || state.total > before + most) this.#takeBack();
  }

  /** One site for another where their number is fixed. */
  #replace(site: number, other: number, limit: number): void {
    const state = this.#state;
    state.openSite(other);
    this.#handOver(site, this.#random() < 0.65 ? other : NOBODY);
    if (state.count[site] === 0) {
      state.closeSite(site);
      this.#pull(other);
      if (state.total <= limit) return;
    }
    state.openSite(site);
    this.#takeBack();
    state.closeSite(other);
  }

  #takeBack(): void {
    for (let step = this.#shifted.length - 1; step >= 0; step--)
      this.#state.shift(this.#shifted[step].unit, this.#shifted[step].from);
  }

  #shift(unit: number, to: number): void {
    this.#shifted.push({ unit, from: this.#state.site[unit] });
    this.#state.shift(unit, to);
  }

  /** All units of a site to another one where they may go there, or each to where it adds least. */
  #handOver(site: number, other: number): void {
    const state = this.#state;
    const { sites, cost } = state.problem;
    while (state.count[site] > 0) {
      const unit = state.members[site][state.count[site] - 1];
      const isDirect = other !== NOBODY && cost[unit * sites + other] < Infinity;
      const to = isDirect ? other : state.cheapest(unit, site);
      if (to === NOBODY) return;
      this.#shift(unit, to);
    }
  }

  /** Draws to a newly opened site the nearby units that gain by it. */
  #pull(site: number): void {
    const state = this.#state;
    const { startOfSite, units } = state.near;
    const usual = Math.ceil(state.problem.units / Math.max(1, state.openCount));
    const until = Math.min(startOfSite[site + 1], startOfSite[site] + 3 * usual);
    for (let at = startOfSite[site]; at < until; at++) {
      const unit = units[at];
      if (state.site[unit] === site) continue;
      const opening = state.open[site] === 0 ? state.problem.fixedCost[site] : 0;
      if (state.shiftChange(unit, site) - opening < 0) this.#shift(unit, site);
    }
  }
}
