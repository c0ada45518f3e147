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

/** Indexes the (unit, band) pairs by site as a plan view has them. O(pupils x sites), once for any number of questions. */
export function indexCohorts(
  { municipality, travel }: Ground,
  firstPair: Uint32Array,
  pairs: Uint32Array,
): CohortIndex {
  const { walk, siteCount } = travel;
  const { firstPoint, pupils } = municipality.demand;
  const groups: CohortGroup[][] = Array.from({ length: siteCount * GRADE_COUNT }, () => []);
  const least = new Float64Array(siteCount * GRADE_COUNT * siteCount).fill(Infinity);
  for (let site = 0; site < siteCount; site++)
    for (let i = firstPair[site]; i < firstPair[site + 1]; i++) {
      const unit = Math.floor(pairs[i] / BAND_COUNT);
      const { first, last } = BANDS[pairs[i] % BAND_COUNT];
      for (let point = firstPoint[unit]; point < firstPoint[unit + 1]; point++)
        for (let grade = first; grade <= last; grade++) {
          const count = pupils[point * GRADE_COUNT + grade];
          if (count === 0) continue;
          const cohort = site * GRADE_COUNT + grade;
          groups[cohort].push({ point, pupils: count });
          const own = walk[point * siteCount + site];
          for (let other = 0; other < siteCount; other++) {
            const extra = walk[point * siteCount + other] - own;
            if (extra < least[cohort * siteCount + other]) least[cohort * siteCount + other] = extra;
          }
        }
    }
  return {
    groupsAt: (site, grade) => groups[site * GRADE_COUNT + grade],
    leastExtra: (site, other, grade) => least[(site * GRADE_COUNT + grade) * siteCount + other],
  };
}
