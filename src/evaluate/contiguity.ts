import type { Band, Grades } from "../domain/grades.ts";
import type { District } from "../domain/municipality.ts";
import { PIECES_BY } from "../domain/contiguity.ts";
import { pieces } from "../geo/contiguity.ts";
import { touchingBy } from "../geo/touching-by.ts";
import type { Ground } from "./basis.ts";
import type { PlanView } from "./plan-view.ts";

/**
 * Counts the connected pieces, by {@link PIECES_BY}, of the area that a district's sites serve in one band, beyond one; in the band where
 * they are most, so that what lies apart in several bands counts once. Not those that cannot be joined within the municipality at all,
 * such as an islet without a ferry.
 */
export function extraPieces({ municipality, landmass }: Ground, view: PlanView, { sites }: District): number {
  const touching = touchingBy(PIECES_BY, municipality);
  let most = 0;
  for (const { band } of municipality.grades.bands) {
    const members = unitsServed(municipality.grades, view, sites, band);
    if (members.length > 0) most = Math.max(most, pieces(touching, members).count - landsIn(members, landmass));
  }
  return most;
}

/** The units that some sites serve in one band. */
function unitsServed(
  grades: Grades,
  { firstPair, pairs }: PlanView,
  sites: readonly number[],
  band: Band,
): Uint32Array {
  const units = new Uint32Array(sites.reduce((most, site) => most + firstPair[site + 1] - firstPair[site], 0));
  let count = 0;
  for (const site of sites)
    for (let i = firstPair[site]; i < firstPair[site + 1]; i++)
      if (pairs[i] % grades.bandCount === band) units[count++] = Math.floor(pairs[i] / grades.bandCount);
  return units.subarray(0, count);
}

/** On how many pieces of land some units lie. */
function landsIn(units: Uint32Array, landmass: Uint32Array): number {
  const lands = new Set<number>();
  let last: number | undefined;
  for (let i = 0; i < units.length; i++) {
    // Neighbours mostly lie on the same.
    if (landmass[units[i]] === last) continue;
    last = landmass[units[i]];
    lands.add(last);
  }
  return lands.size;
}
