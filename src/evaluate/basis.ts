import type { Assumption } from "../domain/assumption.ts";
import { BAND_COUNT, BAND_OF_GRADE, GRADE_COUNT } from "../domain/grades.ts";
import type { Municipality } from "../domain/municipality.ts";
import { NO_SITE, type Plan } from "../domain/plan.ts";
import type { Completeness } from "../domain/completeness.ts";
import type { AssumedSums, CostDrivers } from "../cost/saving.ts";
import { PIECES_BY } from "../domain/contiguity.ts";
import { pieces } from "../geo/contiguity.ts";
import { touchingBy } from "../geo/touching-by.ts";
import { costModel } from "../cost/cost-model.ts";
import type { CostModel } from "../cost/parameters/table.ts";
import { priceFactor } from "../cost/price-index.ts";
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
  readonly assumptions?: readonly Assumption[];
  /** What plans cost besides, as a proposal assumes; today's plan does not. */
  readonly assumedCosts?: AssumedSums;
  /** Pupils of each site in the baseline, `[site]`: what its buildings hold. */
  readonly housed: Uint32Array;
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
}

export function makeGround(
  municipality: Municipality,
  travel: Travel,
  baseline: Plan,
  costs: CostModel = costModel(municipality.info.priceYear, municipality.ownCosts?.parameters),
): Ground {
  const { units, demand } = municipality;
  const pointBand = new Uint16Array(demand.pointCount * BAND_COUNT);
  const unitGrade = new Uint32Array(units.count * GRADE_COUNT);
  const unitBand = new Uint32Array(units.count * BAND_COUNT);
  for (let unit = 0; unit < units.count; unit++)
    for (let point = demand.firstPoint[unit]; point < demand.firstPoint[unit + 1]; point++)
      for (let grade = 0; grade < GRADE_COUNT; grade++) {
        const count = demand.pupils[point * GRADE_COUNT + grade];
        if (count === 0) continue;
        const band = BAND_OF_GRADE[grade];
        pointBand[point * BAND_COUNT + band] += count;
        unitGrade[unit * GRADE_COUNT + grade] += count;
        unitBand[unit * BAND_COUNT + band] += count;
      }
  const pupils = unitBand.reduce((sum, count) => sum + count, 0);
  const landmass = pieces(
    touchingBy(PIECES_BY, municipality),
    Uint32Array.from({ length: units.count }, (_, unit) => unit),
  ).of;
  const housed = new Uint32Array(municipality.sites.length);
  unitBand.forEach((count, pair) => {
    const site = baseline.assignment[pair];
    if (site !== NO_SITE) housed[site] += count;
  });
  const accounts = accountsOf(municipality);
  return {
    municipality,
    travel,
    baseline,
    costs,
    accounts,
    housed,
    pointBand,
    unitGrade,
    unitBand,
    pupils,
    landmass,
  };
}

function accountsOf({ sites, ownCosts, info }: Municipality): readonly SiteAccounts[] {
  const accounts: { class?: number; buildings?: number }[] = sites.map(() => ({}));
  for (const { site, item, amount, priceYear } of ownCosts?.sites ?? [])
    accounts[site][item] = amount * priceFactor(priceYear, info.priceYear);
  return accounts;
}
