import type { Domain } from "./domain.ts";
import { SITE } from "./problem.ts";
import type { Relaxation } from "./relaxation.ts";

/**
 * Leaves out of the domain what no plan of cost at most `limit` can have, judged at the present pay: sites that would lift
 * the bound above it by being open or closed, and units at sites where the linear knapsack with them in would (variable fixing by
 * reduced cost, Dantzig, Fulkerson and Johnson 1954). Without a domain if no such plan is left. O(size of the domain) and one evaluation.
 */
export function reduced(relaxation: Relaxation, limit: number): { readonly bound: number; readonly domain?: Domain } {
  const bound = relaxation.evaluate("exact");
  if (bound > limit) return { bound };
  const { selection, siteValue, must, domain } = relaxation;
  const { start, units } = domain;
  const state = domain.state.slice();
  const kept = new Int32Array(units.length);
  const keptStart = new Int32Array(start.length);
  let count = 0;
  for (let site = 0; site < state.length; site++) {
    if (state[site] === SITE.free && bound + selection.extraIfOpen(site, siteValue[site]) > limit)
      state[site] = SITE.closed;
    else if (state[site] === SITE.free && bound + selection.extraIfClosed(site) > limit) state[site] = SITE.open;
    if (state[site] !== SITE.closed) {
      const split = relaxation.load(site);
      for (let at = start[site]; at < start[site + 1]; at++) {
        const value = Math.max(split + relaxation.loss(site, at), siteValue[site]);
        const isSure = must[units[at]] >= 0;
        if (isSure || bound + selection.extraIfOpen(site, value) <= limit) kept[count++] = units[at];
      }
    }
    keptStart[site + 1] = count;
  }
  return { bound, domain: { start: keptStart, units: kept.slice(0, count), state } };
}
