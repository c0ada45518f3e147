import { type Draft, hasBand, holdsIn, NO_SITE, placeSite, type Position, siteState } from "../../src/index.ts";
import { newId } from "../proposals/new-id.ts";
import type { Walk } from "../state/plan-sites.ts";
import { zoneSite } from "../state/unit-facts.ts";

/** A new school as it is asked for, before it is drawn. */
export interface AskedSchool extends Position {
  readonly name: string;
  readonly teaches: number;
  /** Places, `[band]`; `undefined` where none are stated. */
  readonly capacity: readonly (number | undefined)[];
}

/**
 * The (unit, band) pairs that have the shortest way to a school among all that teach their band, as many as it has places for, the
 * nearest first. Ties stay where they are, and so does what is locked; pairs that go there already are not among them.
 */
export function nearestPairs(draft: Draft, walk: Walk, unitBand: Uint32Array, site: number): readonly number[] {
  const { teaching } = draft.plan;
  const hold = holdsIn(draft);
  return draft.municipality.grades.bands.flatMap(({ band }) => {
    if (!hasBand(teaching[site], band)) return [];
    const others = [...teaching.keys()].filter((other) => other !== site && hasBand(teaching[other], band));
    const nearest = pairsOf(draft, band)
      .filter((pair) => unitBand[pair] > 0 || draft.plan.assignment[pair] !== NO_SITE)
      .flatMap((pair) => {
        const unit = Math.floor(pair / draft.municipality.grades.bandCount);
        const metres = walk(unit, site) ?? Infinity;
        const isNearest = others.every((other) => (walk(unit, other) ?? Infinity) > metres);
        return isNearest && Number.isFinite(metres) ? [{ pair, metres }] : [];
      })
      .toSorted((a, b) => a.metres - b.metres || a.pair - b.pair)
      .map(({ pair }) => pair);
    const there = pairsOf(draft, band).filter((pair) => draft.plan.assignment[pair] === site);
    const taken = there.reduce((sum, pair) => sum + unitBand[pair], 0);
    const coming = nearest.filter((pair) => draft.plan.assignment[pair] !== site && hold(pair) === undefined);
    return untilFull(coming, unitBand, (siteState(draft, site).capacity[band] ?? Infinity) - taken);
  });
}

const pairsOf = ({ plan }: Draft, band: number): readonly number[] =>
  Array.from(
    { length: plan.assignment.length / plan.grades.bandCount },
    (_, unit) => unit * plan.grades.bandCount + band,
  );

/** The first of them, up to the one for whom there is no room: a school's area has no holes for want of places. */
function untilFull(pairs: readonly number[], unitBand: Uint32Array, places: number): readonly number[] {
  let left = places;
  const full = pairs.findIndex((pair) => (left -= unitBand[pair]) < 0);
  return full < 0 ? pairs : pairs.slice(0, full);
}

/** A new school in the district that its unit lies in, under an id that no other window and nobody else in the room gives one. */
export function placedSchool(draft: Draft, school: AskedSchool, unit: number): ReturnType<typeof placeSite> {
  const district = districtAt(draft, unit);
  return placeSite(draft, { ...school, mark: newId(), ...(district !== undefined && { district }) });
}

/** The district that a unit lies in, for a school that is to stand there; the first where it lies in none. */
export function districtAt(draft: Draft, unit: number): string | undefined {
  const site = zoneSite(draft.municipality.grades, draft.plan.assignment, unit);
  const there = site === undefined ? undefined : siteState(draft, site).district;
  return there ?? draft.plan.districts[0]?.id;
}
