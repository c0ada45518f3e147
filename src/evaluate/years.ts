import { type DatedDemand, type Scenario, wholePupils } from "../domain/forecast.ts";
import type { Band, Grades } from "../domain/grades.ts";
import type { Site } from "../domain/municipality.ts";
import { NO_SITE, type Plan, teachesBand } from "../domain/plan.ts";
import { type Forecast, makeForecaster } from "../forecast/forecast.ts";
import type { ForecastStart } from "../forecast/start.ts";
import { classCap, classesFor } from "../rules/class-size.ts";
import { hasTransportRight } from "../rules/transport-right.ts";
import type { Ground } from "./basis.ts";
import { requireOwnPlan } from "./completeness.ts";
import { slotsOf } from "./drawn-years.ts";

/** A plan in one school year of a forecast. Pupils are expectations and need not be whole. */
export interface PlanYear {
  /** The calendar year it starts in. */
  readonly schoolYear: number;
  /** Expected pupils, `[site * GRADE_COUNT + grade]`. */
  readonly pupils: Float64Array;
  /** Fewest classes (§ 17) of the expected pupils as whole ones, `[site * GRADE_COUNT + grade]`. */
  readonly classes: Uint16Array;
  /** Expected pupils with a right to free transport (§ 26), `[band]`. */
  readonly rights: Float64Array;
  /** Expected pupils whom the plan sends to no site. */
  readonly noSite: number;
  readonly breaches: readonly CapacityBreach[];
}

/** More pupils of a band at a site than it has places. */
export interface CapacityBreach {
  readonly site: number;
  readonly band: Band;
  /** Whole pupils. */
  readonly pupils: number;
  readonly places: number;
}

/** What plans are followed through the years on; a {@link Ground} has it. */
export type YearGround = Pick<Ground, "municipality" | "travel" | "pointBand" | "unitBand">;

/**
 * A plan in every year of a forecast: entry 0 is today. Everybody goes where the plan sends their unit and band, so cohorts
 * change site as they grow out of a band. O(years x units x grades), a few milliseconds at Holbæk's size.
 */
export const evaluateYears = (ground: YearGround, plan: Plan, forecast: Forecast): readonly PlanYear[] =>
  followPlan(ground, plan)(forecast);

/** The same for one plan under many forecasts: what the plan alone decides is worked out once. */
export function followPlan(ground: YearGround, plan: Plan): (forecast: Forecast) => readonly PlanYear[] {
  requireOwnPlan(ground, plan);
  const routes = routesOf(ground, plan);
  return ({ firstYear, demand }) =>
    demand.map((pupils, ahead) => evaluateYear(plan.grades, ground, routes, pupils, firstYear + ahead));
}

/** Where a plan sends everybody, laid out for adding up year after year. */
interface Routes {
  /** `site * GRADE_COUNT + grade`, one past all sites for nobody's, `[unit * GRADE_COUNT + grade]`. */
  readonly slot: Uint32Array;
  /** The (unit, band) pairs in which somebody has a right to transport, and the share who have, `[i]`. */
  readonly pairs: Uint32Array;
  readonly shares: Float64Array;
}

function routesOf(ground: YearGround, plan: Plan): Routes {
  const { sites } = ground.municipality;
  const entitled: number[] = [];
  const shares: number[] = [];
  plan.assignment.forEach((_, pair) => {
    const share = rightShare(ground, plan, pair);
    if (share === 0) return;
    entitled.push(pair);
    shares.push(share);
  });
  return {
    slot: slotsOf(plan.grades, plan.assignment, sites.length),
    pairs: Uint32Array.from(entitled),
    shares: Float64Array.from(shares),
  };
}

function evaluateYear(
  grades: Grades,
  { municipality: { sites } }: YearGround,
  { slot, pairs, shares }: Routes,
  demand: Float64Array,
  schoolYear: number,
): PlanYear {
  const sums = new Float64Array((sites.length + 1) * grades.count);
  for (let at = 0; at < slot.length; at++) sums[slot[at]] += demand[at];
  const rights = new Float64Array(grades.bandCount);
  for (let i = 0; i < pairs.length; i++) {
    const { band, first, last } = grades.bands[pairs[i] % grades.bandCount];
    const from = Math.floor(pairs[i] / grades.bandCount) * grades.count;
    for (let grade = first; grade <= last; grade++) rights[band] += shares[i] * demand[from + grade];
  }
  const pupils = sums.slice(0, sites.length * grades.count);
  const noSite = sums.subarray(sites.length * grades.count).reduce((sum, each) => sum + each, 0);
  const classes = Uint16Array.from(pupils, (expected, at) =>
    classesFor(wholePupils(expected), classCap(grades, at % grades.count, schoolYear)),
  );
  return { schoolYear, pupils, classes, rights, noSite, breaches: breachesOf(grades, sites, pupils) };
}

/** Where a year's expected pupils, `[site * GRADE_COUNT + grade]`, are more than the places. */
export function breachesOf(grades: Grades, sites: readonly Site[], pupils: Float64Array): readonly CapacityBreach[] {
  return sites.flatMap(({ capacity }, site) =>
    grades.bands.flatMap(({ band }): CapacityBreach[] => {
      const places = capacity[band];
      const whole = places === undefined ? 0 : wholePupils(bandPupils(grades, pupils, site, band));
      return places !== undefined && whole > places ? [{ site, band, pupils: whole, places }] : [];
    }),
  );
}

/** Expected pupils of a band at a site, from `[site * GRADE_COUNT + grade]`. */
export function bandPupils(grades: Grades, pupils: Float64Array, site: number, band: Band): number {
  const { first, last } = grades.bands[band];
  let sum = 0;
  for (let grade = first; grade <= last; grade++) sum += pupils[site * grades.count + grade];
  return sum;
}

/**
 * Share of a unit's pupils in a band who have a right to transport in the plan: as of today's pupils, whom those of later
 * years are taken to live among; where nobody lives today, as from the unit's middle.
 */
function rightShare({ municipality, travel, pointBand, unitBand }: YearGround, plan: Plan, pair: number): number {
  const { firstPoint } = municipality.demand;
  const { walk, unitWalk, siteCount, hazard } = travel;
  const { band } = municipality.grades.bands[pair % municipality.grades.bandCount];
  const unit = Math.floor(pair / municipality.grades.bandCount);
  const site = plan.assignment[pair];
  if (site === NO_SITE || !teachesBand(plan, site, band)) return 0;
  if (unitBand[pair] === 0)
    return hasTransportRight(
      municipality.grades,
      band,
      unitWalk[unit * siteCount + site],
      hazard?.[firstPoint[unit] * siteCount + site],
    )
      ? 1
      : 0;
  let entitled = 0;
  for (let point = firstPoint[unit]; point < firstPoint[unit + 1]; point++) {
    const way = point * siteCount + site;
    if (hasTransportRight(municipality.grades, band, walk[way], hazard?.[way]))
      entitled += pointBand[point * municipality.grades.bandCount + band];
  }
  return entitled / unitBand[pair];
}

/** A year's figures over all sites. */
export interface YearTotals {
  readonly pupils: number;
  readonly classes: number;
  /** Pupils per class; absent where there is no class. */
  readonly quotient?: number;
  readonly rights: number;
  /** Pupils beyond capacity. */
  readonly overflow: number;
}

export function yearTotals({ pupils, classes, rights, breaches }: PlanYear): YearTotals {
  const all = pupils.reduce((sum, each) => sum + each, 0);
  const count = classes.reduce((sum, each) => sum + each, 0);
  return {
    pupils: all,
    classes: count,
    ...(count > 0 && { quotient: all / count }),
    rights: rights.reduce((sum, each) => sum + each, 0),
    overflow: breaches.reduce((sum, breach) => sum + breach.pupils - breach.places, 0),
  };
}

/** What is expected by band in the years from `from` to `to`, counted from the case's own, under each scenario. */
export function demandsOf(
  ground: ForecastStart,
  from: number,
  to: number,
  scenarios: readonly Scenario[],
): readonly DatedDemand[] {
  const forecaster = makeForecaster(ground, to);
  return scenarios.flatMap((scenario) => {
    const { firstYear, demand } = forecaster.inScenario(scenario);
    return demand.flatMap((pupils, ahead) =>
      ahead < from
        ? []
        : [{ scenario, schoolYear: firstYear + ahead, pupils: demandByBand(ground.municipality.grades, pupils) }],
    );
  });
}

/** Demand of one year by band, `[unit * BAND_COUNT + band]`, from `[unit * GRADE_COUNT + grade]`. */
function demandByBand(grades: Grades, demand: Float64Array): Float64Array {
  const byBand = new Float64Array((demand.length / grades.count) * grades.bandCount);
  demand.forEach((pupils, at) => {
    byBand[Math.floor(at / grades.count) * grades.bandCount + grades.bandOf[at % grades.count]] += pupils;
  });
  return byBand;
}
