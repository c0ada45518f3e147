import {
  BAND_COUNT,
  BANDS,
  type Change,
  completenessOf,
  type Draft,
  holdsIn,
  NO_SITE,
  siteHolds,
  siteName,
  sum,
} from "../../src/index.ts";
import { sitePupils } from "../map/picture.ts";
import { siteChanges } from "../state/plans.ts";
import type { AssumedPlan } from "../worker/messages.ts";

/** The (unit, band) pairs `unit * BAND_COUNT + band` of which something holds, by their site in the plan; ascending. */
export const pairsWhere = (
  { plan }: Pick<Draft, "plan">,
  holds: (pair: number, site: number) => boolean,
): Uint32Array => Uint32Array.from(plan.assignment.keys()).filter((pair) => holds(pair, plan.assignment[pair]));

/** The pairs that changes send to another site. */
export const movedPairs = (changes: readonly Change[]): readonly number[] =>
  changes.flatMap((change) => (change.kind === "assign" ? [...change.pairs] : []));

/** The (unit, band) pairs that no tool may move, whatever locks them. */
export function lockedPairs(draft: Draft): Uint32Array {
  const hold = holdsIn(draft);
  return pairsWhere(draft, (pair) => hold(pair) !== undefined);
}

/**
 * The plan as it is completed or mended: a locked school has room for exactly those who go there, since nobody is to come or go.
 */
export function toMend(draft: Draft, unitBand: Uint32Array): AssumedPlan {
  const { plan, capacity } = draft;
  const held = siteHolds(draft);
  const pupils = sitePupils(unitBand, plan.assignment, capacity.length);
  const going = (site: number): number[] => BANDS.map(({ band }) => pupils[site * BAND_COUNT + band]);
  return {
    plan,
    sites: {
      ...siteChanges(draft),
      capacity: capacity.map((places, site) => (held[site] === undefined ? places : going(site))),
    },
  };
}

/** All pairs that have a school: what a plan is completed around when nothing else is to move. */
export const paintedPairs = (draft: Draft): Uint32Array => pairsWhere(draft, (_, site) => site !== NO_SITE);

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
  const pupils = sitePupils(unitBand, assignment, capacity.length);
  return sum(
    capacity.flatMap((places, site) =>
      BANDS.map(({ band }) => Math.max(0, pupils[site * BAND_COUNT + band] - (places[band] ?? Infinity))),
    ),
  );
}

/** Pupils whom a draft leaves without a school. */
export function pupilsWithoutSchool({ plan }: Pick<Draft, "plan">, unitBand: Uint32Array): number {
  const found = completenessOf({ unitBand }, plan);
  return found.status === "finished" ? 0 : found.missing;
}

/**
 * The changes that take the draft to a computed assignment. Areas where nobody lives and that have a school keep it: the solver draws
 * them anew around those it moves, which nobody asked for.
 */
export function towards(draft: Draft, assignment: Uint16Array, unitBand: Uint32Array): readonly Change[] {
  const pairs: number[] = [];
  assignment.forEach((site, pair) => {
    const now = draft.plan.assignment[pair];
    if (now !== site && (unitBand[pair] > 0 || now === NO_SITE)) pairs.push(pair);
  });
  if (pairs.length === 0) return [];
  return [
    {
      kind: "assign",
      pairs: Uint32Array.from(pairs),
      from: Uint16Array.from(pairs, (pair) => draft.plan.assignment[pair]),
      to: Uint16Array.from(pairs, (pair) => assignment[pair]),
    },
  ];
}
