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
/** Share of what is undecided that a step settles at least. */
const LEAST_SETTLED = 0.02;
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

/** Settles the sites that are surely open or closed, at least the surest few; undefined where all sites are settled. */
function settleSites(domain: Domain, openShare: Float64Array): Step | undefined {
  const free = Array.from(domain.state.keys()).filter((site) => domain.state[site] === SITE.free);
  if (free.length === 0) return undefined;
  const sure = free.toSorted((a, b) => openShare[b] - openShare[a] || a - b);
  const state = domain.state.slice();
  const least = Math.ceil(LEAST_SETTLED * free.length);
  let count = 0;
  for (const [rank, site] of sure.entries()) {
    if (openShare[site] > SURE || rank < least) state[site] = SITE.open;
    else if (openShare[site] < 1 - SURE) state[site] = SITE.closed;
    else continue;
    count++;
  }
  const decision = { kind: "site", site: sure[0], state: count > 1 ? SITE.open : SITE.closed } as const;
  return { domain: settled(domain, NOBODY, state), retreat: { domain, decision } };
}

const NOBODY = new Int32Array(0);

/** Sends the units that surely go somewhere there, at least the surest few. */
function settleUnits({ domain, must }: Relaxation, top: Float64Array, where: Int32Array): Step {
  const free = Array.from(must.keys()).filter((unit) => must[unit] < 0);
  const sure = free.toSorted((a, b) => top[b] - top[a] || a - b);
  const least = Math.ceil(LEAST_SETTLED * free.length);
  const goes = must.slice();
  let count = 0;
  for (const unit of sure) {
    if (top[unit] <= SURE && count >= least) break;
    goes[unit] = where[unit];
    count++;
  }
  const unit = sure[0];
  const elsewhere: Retreat = { domain, decision: { kind: "unit", unit, site: where[unit], goes: "elsewhere" } };
  const alone: Retreat = {
    domain,
    decision: { kind: "unit", unit, site: where[unit], goes: "there" },
    next: elsewhere,
  };
  return { domain: settled(domain, goes, domain.state), retreat: count > 1 ? alone : elsewhere };
}
