import type { Grades } from "../domain/grades.ts";
import { sum } from "../kernels/sum.ts";
import { classCap } from "../rules/class-size.ts";
import { expectedClasses, togetherShare } from "../rules/expected-classes.ts";
import { mayTeachTogether } from "../rules/teaching-together.ts";
import type { SiteClasses } from "./site-tally.ts";

const known = new Map<string, number>();

/** Classes to be expected of a cohort that is one of so many grades' equal share of some pupils; worked out once, for few numbers come again and again. */
function expectedOf(pupils: number, grades: number, cap: number): number {
  const key = `${pupils} ${grades} ${cap}`;
  const found = known.get(key) ?? expectedClasses(pupils / grades, cap);
  known.set(key, found);
  return found;
}

/**
 * Classes to be expected at a site that teaches so many pupils, `[grade]`. The cohorts of a band are taken as equally large on the mean:
 * this year's differences between them are chance, and gone in a few years.
 */
export function siteClasses(of: Grades, byGrade: Uint32Array, schoolYear: number): SiteClasses {
  const { bands, bandCount, law } = of;
  const all = sum(byGrade);
  const share = law.kind === "plain" ? 1 : togetherShare(all);
  const byBand = new Float64Array(bandCount);
  const grades = new Uint8Array(bandCount);
  let inAll = 0;
  for (const { band, first, last } of bands) {
    const own = byGrade.subarray(first, last + 1);
    const pupils = sum(own);
    if (pupils === 0) continue;
    grades[band] = own.reduce((count, here) => count + (here > 0 ? 1 : 0), 0);
    own.forEach((here, at) => {
      if (here > 0) byBand[band] += expectedOf(pupils, grades[band], classCap(of, first + at, schoolYear));
    });
    // Whether all grades of a band may be taught together follows from its last.
    const together =
      law.kind === "plain" ? pupils < law.least[last] * grades[band] : mayTeachTogether(last, { pupils: all });
    const packed = together
      ? Math.min(byBand[band], expectedOf(pupils, 1, classCap(of, last, schoolYear)))
      : byBand[band];
    inAll += byBand[band] - share * (byBand[band] - packed);
  }
  return { apart: sum(byBand), together: inAll, byBand, grades };
}
