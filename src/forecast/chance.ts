import type { Grades } from "../domain/grades.ts";
import { NO_SITE } from "../domain/plan.ts";
import { homeSites } from "./homes.ts";
import type { ForecastValues } from "./parameters.ts";
import type { ForecastStart } from "./start.ts";

/** The areas that chance touches each by itself: where the youngest go to one school today. */
interface HomeAreas {
  readonly count: number;
  /** `[unit]`; 0 where no school is today's. */
  readonly of: Uint16Array;
}

/** The area of each unit: one more than the number of the site of its lowest band, so that a new site comes last. */
export function homeAreas(grades: Grades, { baseline }: Pick<ForecastStart, "baseline">): HomeAreas {
  const of = homeSites(grades, baseline).map((site) => (site === NO_SITE ? 0 : site + 1));
  // A school that nobody goes to today, such as one that a plan adds, has no area that could swing.
  return { count: 1 + of.reduce((most, area) => Math.max(most, area), 0), of };
}

/** What chance does in one draw. */
export interface Chance {
  /** Changes who starts in grade 0 so many years ahead, `[unit]`, in place. */
  readonly fill: (entrants: Float64Array, ahead: number) => void;
  /** `usual`, a factor on those who go up a grade, as chance has it in each unit, `[unit]`. */
  readonly changes: (usual: number, ahead: number) => Float64Array;
}

/**
 * Every area goes its own way: each year its pupils, those who start among them, are a factor more or fewer, lognormal with
 * mean 1, on top of the years before (a random walk). Each new cohort of an area is besides larger or smaller than expected
 * by normal numbers with `cohortNoise` times the square root of its size, and keeps that as it grows up. `normal` gives
 * standard normal numbers.
 */
export function drawChance(
  { count, of }: HomeAreas,
  years: number,
  { siteNoise, cohortNoise }: Pick<ForecastValues, "siteNoise" | "cohortNoise">,
  normal: () => number,
): Chance {
  const [steps, levels, cohorts] = [0, 1, 2].map(() => new Float64Array(count * (years + 1)));
  for (let area = 0; area < count; area++) {
    let level = 1;
    for (let ahead = 1; ahead <= years; ahead++) {
      const at = area * (years + 1) + ahead;
      steps[at] = Math.exp(siteNoise * normal() - siteNoise ** 2 / 2);
      level *= steps[at];
      levels[at] = level;
      cohorts[at] = cohortNoise * normal();
    }
  }
  const expected = new Float64Array(count);
  const factors = new Float64Array(of.length);
  const at = (area: number, ahead: number): number => area * (years + 1) + ahead;
  return {
    changes: (usual, ahead) => {
      for (let unit = 0; unit < factors.length; unit++) factors[unit] = usual * steps[at(of[unit], ahead)];
      return factors;
    },
    fill: (entrants, ahead) => {
      expected.fill(0);
      for (let unit = 0; unit < entrants.length; unit++) expected[of[unit]] += entrants[unit];
      for (let unit = 0; unit < entrants.length; unit++) {
        const area = of[unit];
        if (entrants[unit] === 0) continue;
        const size = expected[area] * levels[at(area, ahead)];
        entrants[unit] *= levels[at(area, ahead)] * Math.max(0, 1 + cohorts[at(area, ahead)] / Math.sqrt(size));
      }
    },
  };
}
