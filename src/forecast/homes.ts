import { BAND_COUNT } from "../domain/grades.ts";
import { NO_SITE, type Plan } from "../domain/plan.ts";

/** The site of each unit's youngest, `[unit]`: in whose area it lies. {@link NO_SITE} where none of its bands has a school. */
export function homeSites({ assignment }: Pick<Plan, "assignment">): Uint16Array {
  const homes = new Uint16Array(assignment.length / BAND_COUNT);
  for (let unit = 0; unit < homes.length; unit++) {
    const bands = assignment.subarray(unit * BAND_COUNT, (unit + 1) * BAND_COUNT);
    homes[unit] = bands.find((site) => site !== NO_SITE) ?? NO_SITE;
  }
  return homes;
}
