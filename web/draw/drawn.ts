import { BAND_COUNT, type Draft, holdsIn, NO_SITE, siteHolds, siteName, sum } from "../../src/index.ts";
import { chosenDocument } from "../state/chosen.ts";
import { ownId } from "../state/plan-ref.ts";
import type { AssumedPlan } from "../worker/messages.ts";
import type { AppState } from "../state/app-state.ts";
import type { Proposal } from "../proposals/proposal.ts";

/** The proposal looked at, where the plan in view is one. */
export function chosenProposal(state: AppState): Proposal | undefined {
  const id = ownId(chosenDocument(state)?.ref);
  return id === undefined ? undefined : state.proposals?.get(id);
}

/** The (unit, band) pairs that no tool may move, whatever locks them. */
export function lockedPairs(draft: Draft): Uint32Array {
  const hold = holdsIn(draft);
  return Uint32Array.from(draft.plan.assignment.keys()).filter((pair) => hold(pair) !== undefined);
}

/**
 * The plan as it is completed or mended: a locked school has room for exactly those who go there, since nobody is to come or go.
 */
export function toMend(draft: Draft, unitBand: Uint32Array): AssumedPlan {
  const { plan, capacity, newSites } = draft;
  const held = siteHolds(draft);
  const pupils = capacity.map((places) => places.map(() => 0));
  unitBand.forEach((count, pair) => {
    const bands = pupils[plan.assignment[pair]];
    if (bands) bands[pair % BAND_COUNT] += count;
  });
  return {
    plan,
    sites: { capacity: capacity.map((places, site) => (held[site] === undefined ? places : pupils[site])), newSites },
  };
}

/** All pairs that have a school: what a plan is completed around when nothing else is to move. */
export const paintedPairs = ({ plan }: Draft): Uint32Array =>
  Uint32Array.from(plan.assignment.keys()).filter((pair) => plan.assignment[pair] !== NO_SITE);

/** Names of the sites that are open in the draft, with their numbers. */
export function openSites(draft: Draft): readonly { readonly site: number; readonly name: string }[] {
  return draft.plan.teaching.flatMap((bands, site) => (bands === 0 ? [] : [{ site, name: siteName(draft, site) }]));
}

/** Units among some pairs. */
export const unitsOf = (pairs: ArrayLike<number>): number =>
  new Set(Array.from(pairs, (pair) => Math.floor(pair / BAND_COUNT))).size;

/** Pupils whose school is another in the second assignment. */
export function pupilsMoved(unitBand: Uint32Array, before: Uint16Array, after: Uint16Array): number {
  let moved = 0;
  unitBand.forEach((pupils, pair) => {
    if (before[pair] !== after[pair]) moved += pupils;
  });
  return moved;
}

/** Pupils beyond the places of their school and grades, where places are stated. */
export function overflowOf({ capacity }: Draft, unitBand: Uint32Array, assignment: Uint16Array): number {
  const held = capacity.map((places) => places.map(() => 0));
  unitBand.forEach((pupils, pair) => {
    const places = held[assignment[pair]];
    if (places) places[pair % BAND_COUNT] += pupils;
  });
  return sum(
    held.flatMap((bands, site) =>
      bands.map((pupils, band) => Math.max(0, pupils - (capacity[site][band] ?? Infinity))),
    ),
  );
}
