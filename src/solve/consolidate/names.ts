import type { District } from "../../domain/municipality.ts";
import { NO_SITE } from "../../domain/plan.ts";
import type { Basis } from "../../evaluate/basis.ts";

/** A name for a merged district: those it joins, the one with most pupils first ("Sofielund + Isefjord"). */
export function districtName(atoms: readonly District[], joins: readonly number[], pupils: readonly number[]): string {
  return joins
    .toSorted((a, b) => pupils[b] - pupils[a] || a - b)
    .map((atom) => atoms[atom].name)
    .join(" + ");
}

/** Pupils of each of the atoms. */
export function pupilsByAtom({ baseline, unitBand }: Basis, atoms: readonly District[]): readonly number[] {
  const bySite = new Float64Array(baseline.teaching.length);
  baseline.assignment.forEach((site, pair) => {
    if (site !== NO_SITE) bySite[site] += unitBand[pair];
  });
  return atoms.map(({ sites }) => sites.reduce((sum, site) => sum + bySite[site], 0));
}
