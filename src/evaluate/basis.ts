import type { MeasuredAssumption } from "../domain/assumption.ts";
import type { Municipality } from "../domain/municipality.ts";
import { NO_SITE, type Plan } from "../domain/plan.ts";
import type { Completeness } from "../domain/completeness.ts";
import type { CostDrivers } from "../cost/saving.ts";
import type { AssumedSums } from "../cost/state-cost.ts";
import type { DrawSettings } from "../cost/uncertainty.ts";
import { PIECES_BY } from "../domain/contiguity.ts";
import { pieces } from "../geo/contiguity.ts";
import { unitFinder } from "../geo/unit-at.ts";
import { touchingBy } from "../geo/touching-by.ts";
import { costsOf } from "../cost/cost-model.ts";
import type { CostModel } from "../cost/parameters/table.ts";
import { markedFor } from "../cost/without-effect.ts";
import { priceFactor } from "../cost/price-index.ts";
import { homeSites } from "../forecast/homes.ts";
import { sum } from "../kernels/sum.ts";
import type { Travel } from "../travel/travel.ts";

/** What every plan of a case is measured on: the case, the distances, today's plan and the price of things; plain data, which can be sent. */
export interface Ground {
  readonly municipality: Municipality;
  readonly travel: Travel;
  readonly baseline: Plan;
  /** In the prices of the case's price year. */
  readonly costs: CostModel;
  /** What each site's own accounts say, kroner a year in the case's prices (for a class: each), `[site]`. */
  readonly accounts: readonly SiteAccounts[];
  /** What a proposal takes for granted of all that is measured here; absent where this is the case as its files say. */
  readonly assumptions?: readonly MeasuredAssumption[];
  /** What plans cost besides, as a proposal assumes; today's plan does not. */
  readonly assumedCosts?: AssumedSums;
  /** What each site's buildings are as the case's files say, whatever a plan or another baseline does with them, `[site]`. */
  readonly buildings: readonly SiteBuildings[];
  /** Which land each unit lies on, `[unit]`, and each site, `[site]`, where ferries join several; absent where none does. */
  readonly lands?: Lands;
  /** The site in whose area each unit lies, by today's plan, `[unit]`. */
  readonly homes: Uint16Array;
  /** How many draws ranges of money rest on, unless {@link DRAWS}. */
  readonly draws?: DrawSettings;
  /** Pupils, `[point * BAND_COUNT + band]`. */
  readonly pointBand: Uint16Array;
  /** Pupils, `[unit * GRADE_COUNT + grade]`. */
  readonly unitGrade: Uint32Array;
  /** Pupils, `[unit * BAND_COUNT + band]`. */
  readonly unitBand: Uint32Array;
  /** Pupils in the whole case. */
  readonly pupils: number;
  /** Which part of the municipality that hangs together, by {@link PIECES_BY}, each unit lies in, `[unit]`. */
  readonly landmass: Uint32Array;
}

/** The ground together with what the baseline needs, so that savings against it can be computed. */
export interface Basis extends Ground {
  readonly today: CostDrivers;
  /** Whether the baseline gives every pupil a school; nothing is saved against one that does not. */
  readonly completeness: Completeness;
}

interface SiteAccounts {
  readonly class?: number;
  readonly buildings?: number;
  /** m². */
  readonly area?: number;
}

interface Lands {
  readonly units: Uint32Array;
  /** `undefined` for a site that lies in no unit. */
  readonly sites: readonly (number | undefined)[];
}

export interface SiteBuildings {
  /** Pupils that they hold; 0 for a site that is new, which holds as many as a plan sends there. */
  readonly pupils: number;
  /** Places as the case's files say, `[band]`; `undefined` where nobody has said. */
  readonly places: readonly (number | undefined)[];
}

export function makeGround(
  municipality: Municipality,
  travel: Travel,
  baseline: Plan,
  costs: CostModel = costsOf(municipality),
): Ground {
  const { units, demand } = municipality;
  const pointBand = new Uint16Array(demand.pointCount * municipality.grades.bandCount);
  const unitGrade = new Uint32Array(units.count * municipality.grades.count);
  const unitBand = new Uint32Array(units.count * municipality.grades.bandCount);
  for (let unit = 0; unit < units.count; unit++)
    for (let point = demand.firstPoint[unit]; point < demand.firstPoint[unit + 1]; point++)
      for (let grade = 0; grade < municipality.grades.count; grade++) {
        const count = demand.pupils[point * municipality.grades.count + grade];
        if (count === 0) continue;
        const band = municipality.grades.bandOf[grade];
        pointBand[point * municipality.grades.bandCount + band] += count;
        unitGrade[unit * municipality.grades.count + grade] += count;
        unitBand[unit * municipality.grades.bandCount + band] += count;
      }
  const pupils = unitBand.reduce((all, count) => all + count, 0);
  const landmass = pieces(
    touchingBy(PIECES_BY, municipality),
    Uint32Array.from({ length: units.count }, (_, unit) => unit),
  ).of;
  const buildings = buildingsOf(municipality, baseline, unitBand);
  const accounts = accountsOf(municipality);
  return {
    municipality,
    travel,
    baseline,
    costs: markedFor(costs, municipality),
    accounts,
    buildings,
    homes: homeSites(municipality.grades, baseline),
    ...(units.ferries && { lands: landsOf(municipality) }),
    pointBand,
    unitGrade,
    unitBand,
    pupils,
    landmass,
  };
}

function accountsOf({ sites, ownCosts, info, priceIndex }: Municipality): readonly SiteAccounts[] {
  const accounts: { -readonly [Item in keyof SiteAccounts]: number }[] = sites.map(() => ({}));
  for (const { site, item, amount, priceYear } of ownCosts?.sites ?? [])
    accounts[site][item] = item === "area" ? amount : amount * priceFactor(priceYear, info.priceYear, priceIndex);
  return accounts;
}

export function landsOf(municipality: Municipality): Lands {
  const { units, sites } = municipality;
  const all = Uint32Array.from({ length: units.count }, (_, unit) => unit);
  const land = pieces(touchingBy("land", municipality), all).of;
  const unitAt = unitFinder(units);
  return {
    units: land,
    sites: sites.map((site) => {
      const unit = unitAt(site);
      return unit === undefined ? undefined : land[unit];
    }),
  };
}

/** As many pupils as the register counts at a site, else as many as it has places for, else as many as go there today. */
function buildingsOf({ sites }: Municipality, baseline: Plan, unitBand: Uint32Array): readonly SiteBuildings[] {
  const today = new Uint32Array(sites.length);
  unitBand.forEach((count, pair) => {
    const site = baseline.assignment[pair];
    if (site !== NO_SITE) today[site] += count;
  });
  return sites.map(({ registered, capacity }, site) => ({
    pupils: sum(registered ?? []) || sum(capacity.map((places) => places ?? 0)) || today[site],
    places: capacity,
  }));
}
