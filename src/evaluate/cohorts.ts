import { BAND_COUNT, BANDS, GRADE_COUNT } from "../domain/grades.ts";
import type { Ground } from "./basis.ts";

/** Pupils of one grade who share an address. */
export interface CohortGroup {
  /** Demand point. */
  readonly point: number;
  readonly pupils: number;
}

/** The pupils of each site and grade by address, and how little farther the nearest of them have to another site. */
export interface CohortIndex {
  readonly groupsAt: (site: number, grade: number) => readonly CohortGroup[];
  /** Least extra metres that any pupil of the grade at the site has to the other site; `Infinity` where none can go. */
  readonly leastExtra: (site: number, other: number, grade: number) => number;
}

/**
 * Indexes the (unit, band) pairs by site as a plan view has them, a site when it is first asked about: many plans ask about few.
 * O(pupils of the site x sites), once for any number of questions.
 */
export function indexCohorts(ground: Ground, firstPair: Uint32Array, pairs: Uint32Array): CohortIndex {
  const { siteCount } = ground.travel;
  const known = new Map<number, SiteCohorts>();
  const at = (site: number): SiteCohorts => {
    const found = known.get(site) ?? cohortsAt(ground, site, pairs.subarray(firstPair[site], firstPair[site + 1]));
    known.set(site, found);
    return found;
  };
  return {
    groupsAt: (site, grade) => at(site).groups[grade],
    leastExtra: (site, other, grade) => at(site).least[grade * siteCount + other],
  };
}

interface SiteCohorts {
  /** `[grade]`. */
  readonly groups: readonly (readonly CohortGroup[])[];
  /** Metres, `[grade * siteCount + other]`. */
  readonly least: Float64Array;
}

function cohortsAt({ municipality, travel }: Ground, site: number, pairs: Uint32Array): SiteCohorts {
  const { walk, siteCount } = travel;
  const { firstPoint, pupils } = municipality.demand;
  const groups: CohortGroup[][] = Array.from({ length: GRADE_COUNT }, () => []);
  const least = new Float64Array(GRADE_COUNT * siteCount).fill(Infinity);
  for (const pair of pairs) {
    const unit = Math.floor(pair / BAND_COUNT);
    const { first, last } = BANDS[pair % BAND_COUNT];
    for (let point = firstPoint[unit]; point < firstPoint[unit + 1]; point++)
      for (let grade = first; grade <= last; grade++) {
        const count = pupils[point * GRADE_COUNT + grade];
        if (count === 0) continue;
        groups[grade].push({ point, pupils: count });
        const own = walk[point * siteCount + site];
        for (let other = 0; other < siteCount; other++) {
          const extra = walk[point * siteCount + other] - own;
          if (extra < least[grade * siteCount + other]) least[grade * siteCount + other] = extra;
        }
      }
  }
  return { groups, least };
}
