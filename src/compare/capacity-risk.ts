import { BAND_COUNT, BANDS, type Band } from "../domain/grades.ts";
import type { Plan } from "../domain/plan.ts";
import { followPlan, type YearGround } from "../evaluate/years.ts";
import type { Forecaster } from "../forecast/forecast.ts";
import { seededRandom } from "../kernels/random.ts";

/** How often a plan's capacities hold when the forecast's assumptions are drawn from their ranges. */
export interface CapacityRisk {
  readonly draws: number;
  readonly seed: number;
  /** Draws in which no site is over its capacity in any year. */
  readonly holds: number;
  /** The same up to and with each year, `[year]`; falls from year to year. */
  readonly holdsUntil: readonly number[];
  /** Sites and bands that are over in some draw, the most frequent first. */
  readonly sites: readonly { readonly site: number; readonly band: Band; readonly draws: number }[];
}

/**
 * Same seed, same draws; all parameters are drawn independently of each other and hold in every year of a draw. `onStep` is
 * called before each draw and may throw to end it.
 */
export function capacityRisk(
  ground: YearGround,
  plan: Plan,
  forecaster: Forecaster,
  { draws, seed, onStep }: { readonly draws: number; readonly seed: number; readonly onStep?: () => void },
): CapacityRisk {
  const random = seededRandom(seed);
  const follow = followPlan(ground, plan);
  const overAt = new Uint32Array(ground.municipality.sites.length * BAND_COUNT);
  const holdsUntil = Array.from({ length: forecaster.years + 1 }, () => 0);
  for (let draw = 0; draw < draws; draw++) {
    onStep?.();
    const years = follow(forecaster.draw(random));
    const first = years.findIndex(({ breaches }) => breaches.length > 0);
    holdsUntil.forEach((_, year) => {
      if (first < 0 || year < first) holdsUntil[year]++;
    });
    const over = new Set(years.flatMap(({ breaches }) => breaches.map(({ site, band }) => site * BAND_COUNT + band)));
    over.forEach((at) => overAt[at]++);
  }
  const sites = [...overAt.keys()]
    .filter((at) => overAt[at] > 0)
    .toSorted((a, b) => overAt[b] - overAt[a] || a - b)
    .map((at) => ({ site: Math.floor(at / BAND_COUNT), band: BANDS[at % BAND_COUNT].band, draws: overAt[at] }));
  return { draws, seed, holdsUntil, holds: holdsUntil[forecaster.years], sites };
}
