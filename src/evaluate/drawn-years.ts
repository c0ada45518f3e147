import type { Grades } from "../domain/grades.ts";
import { NO_SITE, type Plan } from "../domain/plan.ts";
import { unitsTogether } from "../forecast/alike-units.ts";
import { makeForecaster } from "../forecast/forecast.ts";
import { normalDraws, seededDraws } from "../kernels/uncertainty/generator.ts";
import type { Ground } from "./basis.ts";
import { requireOwnPlan } from "./completeness.ts";

/** Draws enough for a range that holds eight of ten. */
const RANGE_DRAWS = 1000;

/** Coming years of a plan, drawn many times from what the forecast is unsure of: all figures, and chance in every area. */
export interface DrawnYears {
  readonly grades: Grades;
  /** Years ahead. */
  readonly years: number;
  readonly draws: number;
  readonly seed: number;
  /** Expected pupils of one draw after another, `[year][site * GRADE_COUNT + grade]`, today first; the arrays are used again. */
  readonly each: (visit: (pupils: readonly Float64Array[]) => void) => void;
}

/** What years are drawn on; a {@link Ground} has it. */
export type DrawnGround = Pick<Ground, "municipality" | "baseline" | "unitGrade">;

/**
 * Same seed, same draws, whatever the plan: plans of one case are drawn on the same years. `onStep` is called before each draw
 * and may throw to end it.
 */
export function drawYears(
  ground: DrawnGround,
  plan: Plan,
  {
    years,
    draws = RANGE_DRAWS,
    seed = 1,
    onStep,
  }: { readonly years: number; readonly draws?: number; readonly seed?: number; readonly onStep?: () => void },
): DrawnYears {
  requireOwnPlan(ground, plan);
  const { start, assignment } = unitsTogether(ground, plan);
  const sites = ground.municipality.sites.length;
  const slot = slotsOf(plan.grades, assignment, sites);
  const sums = Array.from({ length: years + 1 }, () => new Float64Array((sites + 1) * plan.grades.count));
  const ofSites = sums.map((all) => all.subarray(0, sites * plan.grades.count));
  const forecaster = makeForecaster(start, years);
  return {
    grades: ground.municipality.grades,
    years,
    draws,
    seed,
    each: (visit) => {
      const uniform = seededDraws(seed);
      const normal = normalDraws(uniform);
      for (let draw = 0; draw < draws; draw++) {
        onStep?.();
        forecaster.draw(uniform, normal).demand.forEach((demand, ahead) => {
          const into = sums[ahead].fill(0);
          for (let at = 0; at < slot.length; at++) into[slot[at]] += demand[at];
        });
        visit(ofSites);
      }
    },
  };
}

/** `site * GRADE_COUNT + grade`, one past all sites for nobody's, `[unit * GRADE_COUNT + grade]`. */
export function slotsOf(grades: Grades, assignment: Uint16Array, sites: number): Uint32Array {
  const slot = new Uint32Array((assignment.length / grades.bandCount) * grades.count);
  assignment.forEach((assigned, pair) => {
    const { first, last } = grades.bands[pair % grades.bandCount];
    const from = Math.floor(pair / grades.bandCount) * grades.count;
    const site = assigned === NO_SITE ? sites : assigned;
    for (let grade = first; grade <= last; grade++) slot[from + grade] = site * grades.count + grade;
  });
  return slot;
}
