import type { Grades } from "../domain/grades.ts";
import { NO_SITE, type Plan } from "../domain/plan.ts";

/** The site of each unit's youngest, `[unit]`: in whose area it lies. {@link NO_SITE} where none of its bands has a school. */
export function homeSites(grades: Grades, { assignment }: Pick<Plan, "assignment">): Uint16Array {
  const homes = new Uint16Array(assignment.length / grades.bandCount);
  for (let unit = 0; unit < homes.length; unit++) {
    const bands = assignment.subarray(unit * grades.bandCount, (unit + 1) * grades.bandCount);
    homes[unit] = bands.find((site) => site !== NO_SITE) ?? NO_SITE;
  }
  return homes;
}
