import type { Band } from "../domain/grades.ts";
import type { Site } from "../domain/municipality.ts";
import type { DrawnYears } from "../evaluate/drawn-years.ts";
import { breachesOf } from "../evaluate/years.ts";

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

/** Over the draws of a plan's years. */
export function capacityRisk(sites: readonly Site[], drawn: DrawnYears): CapacityRisk {
  const overAt = new Uint32Array(sites.length * drawn.grades.bandCount);
  const holdsUntil = Array.from({ length: drawn.years + 1 }, () => 0);
  drawn.each((pupils) => {
    const years = pupils.map((year) => breachesOf(drawn.grades, sites, year));
    const first = years.findIndex((breaches) => breaches.length > 0);
    holdsUntil.forEach((_, year) => {
      if (first < 0 || year < first) holdsUntil[year]++;
    });
    const over = new Set(
      years.flatMap((breaches) => breaches.map(({ site, band }) => site * drawn.grades.bandCount + band)),
    );
    over.forEach((at) => overAt[at]++);
  });
  const most = [...overAt.keys()]
    .filter((at) => overAt[at] > 0)
    .toSorted((a, b) => overAt[b] - overAt[a] || a - b)
    .map((at) => ({
      site: Math.floor(at / drawn.grades.bandCount),
      band: drawn.grades.bands[at % drawn.grades.bandCount].band,
      draws: overAt[at],
    }));
  const { draws, seed, years } = drawn;
  return { draws, seed, holdsUntil, holds: holdsUntil[years], sites: most };
}
