import type { SiteTally } from "./site-tally.ts";
import { pupilsInBand } from "../domain/grades.ts";
import type { District } from "../domain/municipality.ts";
import { classCap, classesFor } from "../rules/class-size.ts";
import type { Ground } from "./basis.ts";
import { extraPieces } from "./contiguity.ts";
import { type Feeders, tallyFeeders } from "./feeders.ts";
import type { PlanView } from "./plan-view.ts";
import { type Pooling, poolClasses } from "./pooling.ts";
import { siteClasses } from "./site-classes.ts";
import { tallyWays, type Ways } from "./ways.ts";

/**
 * What is to be known of one district of a plan, in numbers that add up: a plan's measures follow from the tallies of its
 * districts, and a list of groupings needs each possible district tallied only once.
 */
export interface DistrictTally extends Ways {
  readonly district: District;
  readonly sites: readonly SiteTally[];
  readonly siteDistances: SiteDistances;
  readonly feeders: Feeders;
  readonly pooling: Pooling;
  /** Pieces the district's area falls into beyond those that water without a ferry forces. */
  readonly extraPieces: number;
}

/** By car between the open sites of a district, each pair once. */
export interface SiteDistances {
  readonly pairs: number;
  /** Pairs that no road joins; in neither of the following, which are metres. */
  readonly apart: number;
  readonly sum: number;
  readonly worst: number;
}

export function tallyDistrict(ground: Ground, view: PlanView, district: District): DistrictTally {
  const sites = district.sites.map((site) => tallySite(ground, view, site));
  return {
    district,
    ...tallyWays(ground, view, district),
    sites,
    siteDistances: tallySiteDistances(ground, view, district),
    feeders: tallyFeeders(ground, view, district),
    pooling: poolClasses(ground, view, sites),
    extraPieces: extraPieces(ground, view, district),
  };
}

function tallySite(
  { municipality, unitBand, unitGrade }: Ground,
  { firstPair, pairs }: PlanView,
  site: number,
): SiteTally {
  const byGrade = new Uint32Array(municipality.grades.count);
  for (let i = firstPair[site]; i < firstPair[site + 1]; i++) {
    if (unitBand[pairs[i]] === 0) continue;
    const { first, last } = municipality.grades.bands[pairs[i] % municipality.grades.bandCount];
    const unit = Math.floor(pairs[i] / municipality.grades.bandCount);
    for (let grade = first; grade <= last; grade++)
      byGrade[grade] += unitGrade[unit * municipality.grades.count + grade];
  }
  const { capacity } = municipality.sites[site];
  return {
    site,
    byGrade,
    expected: siteClasses(municipality.grades, byGrade, municipality.info.schoolYear),
    classes: byGrade.map((count, grade) =>
      classesFor(count, classCap(municipality.grades, grade, municipality.info.schoolYear)),
    ),
    overflow: Uint32Array.from(municipality.grades.bands, ({ band }) =>
      Math.max(0, pupilsInBand(municipality.grades, byGrade, band) - (capacity[band] ?? Infinity)),
    ),
  };
}

function tallySiteDistances({ travel }: Ground, { plan }: PlanView, { sites }: District): SiteDistances {
  const open = sites.filter((site) => plan.teaching[site] !== 0);
  let pairs = 0;
  let apart = 0;
  let sum = 0;
  let worst = 0;
  open.forEach((a, i) => {
    for (const b of open.slice(i + 1)) {
      // One-way roads may make one direction longer.
      const metres = Math.max(travel.siteCar[a * travel.siteCount + b], travel.siteCar[b * travel.siteCount + a]);
      pairs++;
      if (metres === Infinity) {
        apart++;
        continue;
      }
      sum += metres;
      worst = Math.max(worst, metres);
    }
  });
  return { pairs, apart, sum, worst };
}
