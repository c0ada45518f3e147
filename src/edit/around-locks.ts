import { sitePupils } from "../domain/plan.ts";
import type { Draft } from "./draft.ts";
import { holdsIn, siteHolds } from "./locked.ts";

/** The (unit, band) pairs `unit * BAND_COUNT + band` that nothing may move, whatever locks them; ascending. */
export function lockedPairs(draft: Draft): Uint32Array {
  const hold = holdsIn(draft);
  return Uint32Array.from(draft.plan.assignment.keys()).filter((pair) => hold(pair) !== undefined);
}

/**
 * Places `[site][band]` as a plan is completed or mended around its locks: a locked school takes nobody but those who go there, and where
 * these are more than its places the lock and the places collide. `unitBand[unit * BAND_COUNT + band]` are pupils.
 */
export function placesAroundLocks(draft: Draft, unitBand: Uint32Array): Draft["capacity"] {
  const { plan, capacity } = draft;
  const held = siteHolds(draft);
  const going = sitePupils(plan.grades, unitBand, plan.assignment, capacity.length);
  return capacity.map((places, site) =>
    held[site] === undefined
      ? places
      : plan.grades.bands.map(({ band }) =>
          Math.min(places[band] ?? Infinity, going[site * plan.grades.bandCount + band]),
        ),
  );
}
