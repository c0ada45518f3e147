import type { PromisedState, SavingPromise } from "../domain/cost-items.ts";
import { hasBand, NO_BANDS, parseGradeRange } from "../domain/grades.ts";
import { districtOfSite, type Plan } from "../domain/plan.ts";
import { costsOf } from "../cost/cost-model.ts";
import { drawnSaving, rangeOf } from "../cost/drawn-saving.ts";
import type { CostModel } from "../cost/parameters/table.ts";
import type { CostDrivers } from "../cost/saving.ts";
import { priceFactor } from "../cost/price-index.ts";
import { isWithin, type Range } from "../cost/range.ts";
import { type CostDraws, comingAt, costDraws, pupilDraws } from "../cost/uncertainty.ts";
import type { Basis } from "../evaluate/basis.ts";
import { driversOf, makeBasis } from "../evaluate/evaluate.ts";
import { pupilNumbersOf } from "../evaluate/pupil-numbers.ts";

/** A promise beside what the cost model says of the same change; kroner a year in the prices of the promise's year. */
export interface CheckedPromise {
  readonly promise: SavingPromise;
  /** What is planned, before anything is taken off for what usually comes: promises were made of that. */
  readonly planned: Range;
  /** What is expected to come of it. */
  readonly comes: Range;
  /** Whether what was promised lies within what is planned. */
  readonly isInside: boolean;
  /** What came by later accounts, and whether that lies within what was expected to come. */
  readonly outcome?: { readonly kroner: number; readonly isInside: boolean };
}

/** The promises that the case knows of, each run through the code that measures plans. */
export const checkPromises = (basis: Basis, plans: readonly Plan[]): readonly CheckedPromise[] =>
  (basis.municipality.info.promises ?? []).flatMap(promiseChecker(basis, plans));

/**
 * Runs promises through the code that measures plans; those that are said of the same change share it, and those of a year its prices.
 * None where a state's plan leaves pupils without a school, so that no money is known of it, or does not exist.
 */
export function promiseChecker(
  basis: Basis,
  plans: readonly Plan[],
): (promise: SavingPromise) => readonly CheckedPromise[] {
  const { municipality } = basis;
  const prices = new Map<number, CostModel>();
  const changes = new Map<string, PromisedChange | undefined>();
  return (promise) => {
    const { priceYear, from, to } = promise;
    const costs = prices.get(priceYear) ?? costsOf(municipality, priceYear);
    prices.set(priceYear, costs);
    const key = JSON.stringify([priceYear, from, to]);
    if (!changes.has(key)) changes.set(key, changeOf(basis, plans, promise, costs));
    const change = changes.get(key);
    return change ? [checked(promise, change)] : [];
  };
}

/** A change that something was promised of: from the plan that the ground is of, at its prices. */
interface PromisedChange {
  readonly ground: Basis;
  readonly drivers: CostDrivers;
}

function changeOf(
  basis: Basis,
  plans: readonly Plan[],
  { from, to }: SavingPromise,
  costs: CostModel,
): PromisedChange | undefined {
  const [before, after] = [from, to].map((state) => planOf(basis, plans, state));
  if (!before || !after) return undefined;
  const ground = makeBasis(basis.municipality, basis.travel, before, costs);
  const drivers = driversOf(ground, after);
  return drivers && { ground, drivers };
}

function checked(promise: SavingPromise, change: PromisedChange): CheckedPromise {
  const { kroner, priceYear, outcome } = promise;
  const draws = costDraws(change.ground.costs);
  const planned = saved(change, promise, comingAt(draws, 1));
  const comes = saved(change, promise, draws);
  const came =
    outcome && outcome.kroner * priceFactor(outcome.priceYear, priceYear, change.ground.municipality.priceIndex);
  return {
    promise,
    planned,
    comes,
    isInside: isWithin(kroner, planned),
    ...(came !== undefined && { outcome: { kroner: came, isInside: isWithin(came, comes) } }),
  };
}

/** What the promise was said of, at these prices. */
function saved({ ground, drivers }: PromisedChange, { counts }: SavingPromise, draws: CostDraws): Range {
  const pupils = pupilDraws(pupilNumbersOf(ground), drivers.movedFrom);
  return rangeOf(drawnSaving(drivers, ground.today, counts, draws, pupils).total);
}

type Place = Pick<Basis, "municipality" | "travel" | "unitBand">;

/** The plan of a state: sites opened again take the pupils who live nearest, sites closed leave theirs to the nearest of their district. */
function planOf(
  place: Place,
  plans: readonly Plan[],
  { plan: id, open = [], close = [] }: PromisedState,
): Plan | undefined {
  const found = plans.find((plan) => plan.id === id);
  if (!found) return undefined;
  const opened = open.reduce((plan, site) => withOpened(place, plan, site), found);
  return close.reduce((plan, site) => withClosed(place, plan, site), opened);
}

const siteNumber = ({ municipality }: Pick<Place, "municipality">, id: string): number =>
  municipality.sites.findIndex((site) => site.id === id);

/** The site teaches the pupils nearest to it, unit by unit until there are as many as said. */
function withOpened(
  place: Place,
  plan: Plan,
  { site: id, grades, pupils: wanted }: NonNullable<PromisedState["open"]>[number],
): Plan {
  const { municipality, travel, unitBand } = place;
  const site = siteNumber(place, id);
  const taught = parseGradeRange(municipality.grades, grades) ?? NO_BANDS;
  const teaching = plan.teaching.with(site, taught);
  const assignment = plan.assignment.slice();
  const bands = municipality.grades.bands.filter(({ band }) => hasBand(taught, band));
  const near = Array.from({ length: municipality.units.count }, (_, unit) => unit).toSorted(
    (a, b) => travel.unitWalk[a * travel.siteCount + site] - travel.unitWalk[b * travel.siteCount + site] || a - b,
  );
  let taken = 0;
  for (const unit of near) {
    if (taken >= wanted) break;
    for (const { band } of bands) {
      taken += unitBand[unit * municipality.grades.bandCount + band];
      assignment[unit * municipality.grades.bandCount + band] = site;
    }
  }
  return { ...plan, teaching, assignment, districts: withMember(plan, site, near[0]) };
}

/** The site belongs to the district that its own ground belongs to. */
function withMember(plan: Plan, site: number, unit: number): Plan["districts"] {
  const districtOf = districtOfSite(plan);
  const home = districtOf[plan.assignment[unit * plan.grades.bandCount]];
  return plan.districts.map((district, number) => ({
    ...district,
    sites:
      number === home
        ? [...new Set([...district.sites, site])].toSorted((a, b) => a - b)
        : district.sites.filter((other) => other !== site),
  }));
}

/** The plan without a site, by id: its pupils go to the nearest that teaches them of its district, or of all where none does. */
export function withClosed(place: Pick<Place, "municipality" | "travel">, plan: Plan, id: string): Plan {
  const { travel } = place;
  const site = siteNumber(place, id);
  const teaching = plan.teaching.with(site, NO_BANDS);
  const district = plan.districts.find(({ sites }) => sites.includes(site));
  const assignment = plan.assignment.map((to, pair) => {
    if (to !== site) return to;
    const [unit, band] = [Math.floor(pair / plan.grades.bandCount), pair % plan.grades.bandCount];
    const teaches = (other: number): boolean => hasBand(teaching[other], plan.grades.bands[band].band);
    const own = (district?.sites ?? []).filter(teaches);
    const among = own.length > 0 ? own : teaching.flatMap((_, other) => (teaches(other) ? [other] : []));
    const way = (other: number): number => travel.unitWalk[unit * travel.siteCount + other];
    return among.reduce((best, other) => (way(other) < way(best) ? other : best), among[0] ?? to);
  });
  return { ...plan, teaching, assignment };
}
