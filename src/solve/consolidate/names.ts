import { NO_SITE, type Plan } from "../../domain/plan.ts";
import type { Basis } from "../../evaluate/basis.ts";

/** A name for a merged district: those it joins, the one with most pupils first ("Sofielund + Isefjord"). */
export function districtName(baseline: Plan, joins: readonly number[], pupils: readonly number[]): string {
  return joins
    .toSorted((a, b) => pupils[b] - pupils[a] || a - b)
    .map((district) => baseline.districts[district].name)
    .join(" + ");
}

/** Pupils of each of the baseline's districts. */
export function pupilsByDistrict({ baseline, unitBand }: Basis): readonly number[] {
  const bySite = new Float64Array(baseline.teaching.length);
  for (let pair = 0; pair < baseline.assignment.length; pair += 1) {
    const site = baseline.assignment[pair];
    if (site !== NO_SITE) bySite[site] += unitBand[pair];
  }
  return baseline.districts.map(({ sites }) => sites.reduce((sum, site) => sum + bySite[site], 0));
}
