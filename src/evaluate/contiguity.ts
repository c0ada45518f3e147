import { BAND_COUNT, BANDS } from "../domain/grades.ts";
import type { District } from "../domain/municipality.ts";
import type { Ground } from "./basis.ts";
import type { PlanView } from "./plan-view.ts";

/**
 * A district's area is where its youngest pupils live: the units of its sites in the lowest band it teaches. Counts the
 * connected pieces of that area (shared edge or ferry) beyond one, but not those that cannot be joined within the
 * municipality at all, such as an islet without a ferry.
 */
export function extraPieces({ piecesOf, landmass }: Ground, view: PlanView, { sites }: District): number {
  for (const { band } of BANDS) {
    const members: number[] = [];
    for (const site of sites)
      for (let i = view.firstPair[site]; i < view.firstPair[site + 1]; i++)
        if (view.pairs[i] % BAND_COUNT === band) members.push(Math.floor(view.pairs[i] / BAND_COUNT));
    if (members.length > 0) return piecesOf(members).count - new Set(members.map((unit) => landmass[unit])).size;
  }
  return 0;
}
