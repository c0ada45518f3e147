import { ascend } from "./ascent.ts";
import { type Decision, decided, type Domain, settled } from "./domain.ts";
import type { Incumbent } from "./incumbent.ts";
import { SITE } from "./problem.ts";
import type { Relaxation } from "./relaxation.ts";
import { type Subproblem, surest } from "./tree.ts";

/** Where units tend to go and which sites tend to be open; loads may be too much. */
export interface Guess {
  readonly site: Int32Array;
  readonly open: Uint8Array;
}

/**
 * Settles what the averages are surest of, raises the bound of what is left, and so on until every unit is placed (diving with the
 * column bound, as in Sadykov et al. 2019). A step that ends in a contradiction is taken back and its surest unit placed alone, or kept
 * from there. A plan goes to the incumbent; otherwise the last guess is returned. About 20 evaluations for each of some tens of steps.
 */
export function dive(
  relaxation: Relaxation,
  incumbent: Incumbent,
  from: Subproblem,
  shouldStop: () => boolean,
): Guess | undefined {
  let { domain } = from;
  let retreat: Retreat | undefined;
  let guess: Guess | undefined;
  relaxation.pay.set(from.pay);
  for (let contradictions = 0; contradictions < MOST_CONTRADICTIONS && !shouldStop();) {
    if (!relaxation.enter(domain)) {
      if (!retreat) return guess;
      contradictions++;
      domain = decided(retreat.domain, retreat.decision);
      retreat = retreat.next;
      continue;
    }
    const found = ascend(relaxation, {
      ...(guess ? STEP : FIRST_STEP),
      target: incumbent.value,
      enough: Infinity,
      shouldStop,
    });
    if (found.isPlan) {
      incumbent.offer(relaxation.assignment());
      return undefined;
    }
    const { where, top } = surest(relaxation.domain, relaxation.problem.units, found.share);
    guess = { site: where, open: relaxation.selection.selected.slice() };
    const next = settleSites(relaxation.domain, found.openShare) ?? settleUnits(relaxation, top, where);
    domain = next.domain;
    retreat = next.retreat;
  }
  return guess;
}

const FIRST_STEP = { steps: 60, patience: 8, factor: 0.5 };
const STEP = { steps: 20, patience: 8, factor: 0.5 };
/** An average above this is taken as settled. */
const SURE = 0.9;
const MOST_CONTRADICTIONS = 20;

interface Step {
  readonly domain: Domain;
  readonly retreat: Retreat;
}

/** What to do instead where a step ends in a contradiction. */
interface Retreat {
  readonly domain: Domain;
  readonly decision: Decision;
  readonly next?: Retreat;
}

/** Opens the sites that are surely open, or the surest one; undefined where all sites are settled. */
function settleSites(domain: Domain, openShare: Float64Array): Step | undefined {
  const state = domain.state.slice();
  let surestSite = -1;
  let settledSites = 0;
  for (let site = 0; site < state.length; site++) {
    if (state[site] !== SITE.free) continue;
    if (surestSite < 0 || openShare[site] > openShare[surestSite]) surestSite = site;
    if (openShare[site] > SURE) state[site] = SITE.open;
    else if (openShare[site] < 1 - SURE) state[site] = SITE.closed;
    else continue;
    settledSites++;
  }
  if (surestSite < 0) return undefined;
  if (settledSites === 0) state[surestSite] = SITE.open;
  const other: Retreat = {
    domain,
    decision: { kind: "site", site: surestSite, state: settledSites > 1 ? SITE.open : SITE.closed },
  };
  return { domain: settled(domain, NOBODY, state), retreat: other };
}

const NOBODY = new Int32Array(0);

/** Sends the units that surely go somewhere there, or the surest one. */
function settleUnits({ domain, must }: Relaxation, top: Float64Array, where: Int32Array): Step {
  const goes = must.slice();
  let unit = -1;
  let settledUnits = 0;
  for (let at = 0; at < top.length; at++) {
    if (must[at] >= 0) continue;
    if (unit < 0 || top[at] > top[unit]) unit = at;
    if (top[at] <= SURE) continue;
    goes[at] = where[at];
    settledUnits++;
  }
  goes[unit] = where[unit];
  const elsewhere: Retreat = { domain, decision: { kind: "unit", unit, site: where[unit], goes: "elsewhere" } };
  const alone: Retreat = {
    domain,
    decision: { kind: "unit", unit, site: where[unit], goes: "there" },
    next: elsewhere,
  };
  return { domain: settled(domain, goes, domain.state), retreat: settledUnits > 1 ? alone : elsewhere };
}
