import { type Band, BAND_COUNT, BANDS } from "../domain/grades.ts";
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
    const members = unitsServed(view, sites, band);
    if (members.length === 0) continue;
    const touched = new Set<number>();
    let last = -1;
    for (const unit of members) if (landmass[unit] !== last) touched.add((last = landmass[unit]));
    return piecesOf(members).count - touched.size;
  }
  return 0;
}

/** The units that some sites serve in one band. */
function unitsServed({ firstPair, pairs }: PlanView, sites: readonly number[], band: Band): Uint32Array {
  const most = sites.reduce((sum, site) => sum + firstPair[site + 1] - firstPair[site], 0);
  const units = new Uint32Array(most);
  let count = 0;
  for (const site of sites)
    for (let i = firstPair[site]; i < firstPair[site + 1]; i++)
      if (pairs[i] % BAND_COUNT === band) units[count++] = Math.floor(pairs[i] / BAND_COUNT);
  return units.subarray(0, count);
}
