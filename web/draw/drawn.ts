import {
  type Change,
  completenessOf,
  type Draft,
  NO_SITE,
  placesAroundLocks,
  siteName,
  sitePupils,
  type Grades,
} from "../../src/index.ts";
import { siteChanges } from "../state/plans.ts";
import type { AssumedPlan } from "../worker/messages.ts";
import { allBeyondPlaces } from "./places.ts";

/** The (unit, band) pairs `unit * BAND_COUNT + band` of which something holds, by their site in the plan; ascending. */
export const pairsWhere = (
  { plan }: Pick<Draft, "plan">,
  holds: (pair: number, site: number) => boolean,
): Uint32Array => Uint32Array.from(plan.assignment.keys()).filter((pair) => holds(pair, plan.assignment[pair]));

/** The pairs that changes send to another site. */
export const movedPairs = (changes: readonly Change[]): readonly number[] =>
  changes.flatMap((change) => (change.kind === "assign" ? Array.from(change.pairs) : []));

/** Who went where before some changes, which moved nobody twice. */
export function assignmentBefore({ plan }: Pick<Draft, "plan">, changes: readonly Change[]): Uint16Array {
  const before = plan.assignment.slice();
  for (const change of changes)
    if (change.kind === "assign") change.pairs.forEach((pair, i) => (before[pair] = change.from[i]));
  return before;
}

/** Whether changes are what one stroke makes: areas to one site and nothing else. */
export const isStroke = (changes: readonly Change[]): boolean =>
  changes.every(({ kind }) => kind === "assign") &&
  new Set(changes.flatMap((change) => (change.kind === "assign" ? [...change.to] : []))).size === 1;

/** The plan as it is completed or mended around its locks. */
export const toMend = (draft: Draft, unitBand: Uint32Array): AssumedPlan => ({
  plan: draft.plan,
  sites: { ...siteChanges(draft), capacity: placesAroundLocks(draft, unitBand) },
});

/** All pairs that have a school: what a plan is completed around when nothing else is to move. */
export const paintedPairs = (draft: Draft): Uint32Array => pairsWhere(draft, (_, site) => site !== NO_SITE);

/** Names of the sites that are open in the draft, with their numbers. */
export function openSites(draft: Draft): readonly { readonly site: number; readonly name: string }[] {
  return draft.plan.teaching.flatMap((bands, site) => (bands === 0 ? [] : [{ site, name: siteName(draft, site) }]));
}

/** Units among some pairs. */
export const unitsOf = (grades: Grades, pairs: ArrayLike<number>): number =>
  new Set(Array.from(pairs, (pair) => Math.floor(pair / grades.bandCount))).size;

/** Pupils whose school is another in the second assignment. */
export function pupilsMoved(unitBand: Uint32Array, before: Uint16Array, after: Uint16Array): number {
  let moved = 0;
  unitBand.forEach((pupils, pair) => {
    if (before[pair] !== after[pair]) moved += pupils;
  });
  return moved;
}

/** Pupils beyond the places of their school and grades, where places are stated. */
export function overflowOf({ capacity, municipality }: Draft, unitBand: Uint32Array, assignment: Uint16Array): number {
  return allBeyondPlaces(
    municipality.grades,
    { capacity },
    sitePupils(municipality.grades, unitBand, assignment, capacity.length),
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
export const towards = (draft: Draft, assignment: Uint16Array, unitBand: Uint32Array): readonly Change[] =>
  changesTo(draft, assignment, (pair) => unitBand[pair] > 0 || draft.plan.assignment[pair] === NO_SITE);

/** The changes that take pairs of the draft to another assignment. */
export function changesTo(
  { plan }: Draft,
  assignment: Uint16Array,
  isMeant: (pair: number) => boolean = () => true,
): readonly Change[] {
  const pairs: number[] = [];
  assignment.forEach((site, pair) => {
    if (plan.assignment[pair] !== site && isMeant(pair)) pairs.push(pair);
  });
  if (pairs.length === 0) return [];
  return [
    {
      kind: "assign",
      pairs: Uint32Array.from(pairs),
      from: Uint16Array.from(pairs, (pair) => plan.assignment[pair]),
      to: Uint16Array.from(pairs, (pair) => assignment[pair]),
    },
  ];
}
