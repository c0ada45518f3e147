import { BAND_COUNT, BANDS } from "../domain/grades.ts";
import { sum } from "../kernels/sum.ts";
import { classCap } from "../rules/class-size.ts";
import { expectedClasses, togetherShare } from "../rules/expected-classes.ts";
import { mayTeachTogether } from "../rules/teaching-together.ts";
import type { SiteClasses } from "./site-tally.ts";

/**
 * Classes to be expected at a site that teaches so many pupils, `[grade]`. The cohorts of a band are taken as equally large on the mean:
 * this year's differences between them are chance, and gone in a few years.
 */
export function siteClasses(byGrade: Uint32Array, schoolYear: number): SiteClasses {
  const all = sum(byGrade);
  const share = togetherShare(all);
  const byBand = new Float64Array(BAND_COUNT);
  const grades = new Uint8Array(BAND_COUNT);
  let together = 0;
  for (const { band, first, last } of BANDS) {
    const own = byGrade.subarray(first, last + 1);
    const pupils = sum(own);
    if (pupils === 0) continue;
    grades[band] = own.reduce((count, here) => count + (here > 0 ? 1 : 0), 0);
    own.forEach((here, at) => {
      if (here > 0) byBand[band] += expectedClasses(pupils / grades[band], classCap(first + at, schoolYear));
    });
    // Whether all grades of a band may be taught together follows from its last.
    const packed = mayTeachTogether(last, { pupils: all })
      ? Math.min(byBand[band], expectedClasses(pupils, classCap(last, schoolYear)))
      : byBand[band];
    together += byBand[band] - share * (byBand[band] - packed);
  }
  return { apart: sum(byBand), together, byBand, grades };
}
