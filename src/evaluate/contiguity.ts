import { type Band, BAND_COUNT, BANDS } from "../domain/grades.ts";
import type { District } from "../domain/municipality.ts";
import { PIECES_BY } from "../domain/contiguity.ts";
import { pieces } from "../geo/contiguity.ts";
import { touchingBy } from "../geo/touching-by.ts";
import type { Ground } from "./basis.ts";
import type { PlanView } from "./plan-view.ts";

/**
 * A district's area is where its youngest pupils live: the units of its sites in the lowest band it teaches. Counts the
 * connected pieces of that area, by {@link PIECES_BY}, beyond one, but not those that cannot be joined within the
 * municipality at all, such as an islet without a ferry.
 */
export function extraPieces({ municipality, landmass }: Ground, view: PlanView, { sites }: District): number {
  for (const { band } of BANDS) {
    const members = unitsServed(view, sites, band);
    if (members.length === 0) continue;
    const touched = new Set(members.map((unit) => landmass[unit]));
    return pieces(touchingBy(PIECES_BY, municipality), members).count - touched.size;
  }
  return 0;
}

/** The units that some sites serve in one band. */
function unitsServed({ firstPair, pairs }: PlanView, sites: readonly number[], band: Band): readonly number[] {
  const units: number[] = [];
  for (const site of sites)
    for (const pair of pairs.subarray(firstPair[site], firstPair[site + 1]))
      if (pair % BAND_COUNT === band) units.push(Math.floor(pair / BAND_COUNT));
  return units;
}
