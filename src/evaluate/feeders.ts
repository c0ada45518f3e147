import { type Band, hasBand } from "../domain/grades.ts";
import type { District } from "../domain/municipality.ts";
import { NO_SITE } from "../domain/plan.ts";
import type { Ground } from "./basis.ts";
import type { PlanView } from "./plan-view.ts";

/**
 * Feeder links: where a site stops (say after grade 6), most of its pupils go on to one other site. A link is kept when both
 * sites lie in one district.
 */
export interface Feeders {
  readonly links: readonly FeederLink[];
  readonly kept: number;
}

interface FeederLink {
  readonly from: number;
  readonly to: number;
  /** First band that is taught at the second site. */
  readonly band: Band;
}

export function tallyFeeders(basis: Ground, view: PlanView, district: District): Feeders {
  const links = district.sites.flatMap((site) => feederLink(basis, view, site) ?? []);
  return {
    links,
    kept: links.filter(({ to }) => view.districtOfSite[to] === view.districtOfSite[district.sites[0]]).length,
  };
}

/** The site that takes over most pupils of the units that `site` serves in its last band below the gap. */
function feederLink({ unitBand }: Ground, { plan, firstPair, pairs }: PlanView, site: number): FeederLink | undefined {
  const taught = plan.teaching[site];
  const last = plan.grades.bands.findIndex(
    ({ band }, i) =>
      hasBand(taught, band) && i + 1 < plan.grades.bandCount && !hasBand(taught, plan.grades.bands[i + 1].band),
  );
  if (last < 0) return undefined;
  const takers = new Float64Array(plan.teaching.length);
  for (let i = firstPair[site]; i < firstPair[site + 1]; i++) {
    if (pairs[i] % plan.grades.bandCount !== last) continue;
    const next = pairs[i] + 1;
    const taker = plan.assignment[next];
    if (taker !== NO_SITE && taker !== site) takers[taker] += unitBand[next];
  }
  const to = takers.reduce((best, count, other) => (count > takers[best] ? other : best), 0);
  return takers[to] > 0 ? { from: site, to, band: plan.grades.bands[last + 1].band } : undefined;
}
