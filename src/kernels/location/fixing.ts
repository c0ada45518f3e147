import type { Domain } from "./domain.ts";
import { SITE } from "./problem.ts";
import type { Relaxation } from "./relaxation.ts";
import type { Raised } from "./site-selection.ts";

/**
 * Leaves out of the domain what no plan of cost at most `limit` can have, judged at the present pay: sites that would lift
 * the bound above it by being open or closed, and units at sites where that would, as the site loses by taking the unit and every
 * other site loses it (variable fixing by reduced cost, Dantzig, Fulkerson and Johnson 1954, with the linear knapsack). Without a
 * domain if no such plan is left. O(size of the domain * log units) and one evaluation.
 */
export function reduced(relaxation: Relaxation, limit: number): { readonly bound: number; readonly domain?: Domain } {
  const bound = relaxation.evaluate("fine", limit);
  if (bound > limit) return { bound };
  const { selection, siteValue, must, domain } = relaxation;
  const { start, units } = domain;
  const state = domain.state.slice();
  const losers = losersOf(relaxation);
  const kept = new Int32Array(units.length);
  const keptStart = new Int32Array(start.length);
  let count = 0;
  for (let site = 0; site < state.length; site++) {
    if (state[site] === SITE.free && bound + selection.extraIfOpen(site, siteValue[site]) > limit)
      state[site] = SITE.closed;
    else if (state[site] === SITE.free && bound + selection.extraIfClosed(site) > limit) state[site] = SITE.open;
    if (state[site] !== SITE.closed) {
      relaxation.load(site);
      for (let at = start[site]; at < start[site + 1]; at++) {
        const unit = units[at];
        const value = Math.max(relaxation.valueWith(site, at), siteValue[site]);
        const extra = () => selection.extraIfOpen(site, value, losers, losers.start[unit], losers.start[unit + 1]);
        if (must[unit] >= 0 || bound + extra() <= limit) kept[count++] = unit;
      }
    }
    keptStart[site + 1] = count;
  }
  return { bound, domain: { start: keptStart, units: kept.slice(0, count), state } };
}

interface Losers extends Raised {
  /** Sites that lose unit i where it goes elsewhere are those from `start[i]` to `start[i + 1] - 1`. */
  readonly start: Int32Array;
}

/** For each unit the chosen sites that take it, and how much dearer each is without it. */
function losersOf(relaxation: Relaxation): Losers {
  const { selection, siteValue, taken, domain } = relaxation;
  const start = new Int32Array(taken.length + 1);
  for (let unit = 0; unit < taken.length; unit++) start[unit + 1] = start[unit] + taken[unit];
  const next = start.slice();
  const lists = { start, site: new Int32Array(start[taken.length]), raise: new Float64Array(start[taken.length]) };
  for (let site = 0; site < siteValue.length; site++) {
    if (selection.selected[site] === 0) continue;
    relaxation.load(site);
    for (const entry of relaxation.takes(site)) {
      const at = next[domain.units[entry]]++;
      lists.site[at] = site;
      lists.raise[at] = Math.max(0, relaxation.valueWithout(site, entry) - siteValue[site]);
    }
  }
  return lists;
}

/** A domain of no more entries is its own core. */
const SMALL = 200_000;
/** Sites kept for each unit in a core. */
const CORE_SITES = 25;

/**
 * Where to look for plans first: for each unit the sites that lose least by taking it at the present pay and room prices, as they stood at the
 * last evaluation. Nothing is proven about the rest. O(size of the domain * CORE_SITES) at worst.
 */
export function coreOf(relaxation: Relaxation): Domain {
  const { domain, problem } = relaxation;
  const { start, units, state } = domain;
  if (units.length <= SMALL) return domain;
  // The least losses of each unit so far, rising.
  const least = new Float64Array(problem.units * CORE_SITES).fill(Infinity);
  const loss = new Float64Array(units.length);
  for (let site = 0; site < state.length; site++) {
    if (state[site] === SITE.closed) continue;
    for (let entry = start[site]; entry < start[site + 1]; entry++) {
      loss[entry] = relaxation.surplus(site, entry);
      let at = (units[entry] + 1) * CORE_SITES - 1;
      if (loss[entry] >= least[at]) continue;
      for (; at > units[entry] * CORE_SITES && least[at - 1] > loss[entry]; at--) least[at] = least[at - 1];
      least[at] = loss[entry];
    }
  }
  const kept = new Int32Array(units.length);
  const keptStart = new Int32Array(start.length);
  let count = 0;
  for (let site = 0; site < state.length; site++) {
    if (state[site] !== SITE.closed)
      for (let entry = start[site]; entry < start[site + 1]; entry++)
        if (loss[entry] <= least[(units[entry] + 1) * CORE_SITES - 1]) kept[count++] = units[entry];
    keptStart[site + 1] = count;
  }
  return { start: keptStart, units: kept.slice(0, count), state };
}
