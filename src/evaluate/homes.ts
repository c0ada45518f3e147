import { BAND_COUNT } from "../domain/grades.ts";
import { NO_SITE, type Plan } from "../domain/plan.ts";

/** The site of each unit's youngest in all bands, as if nobody changed school: where the unit's area swings. `[unit * BAND_COUNT + band]` */
export function homesOf({ assignment }: Plan): Uint16Array {
  return assignment.map((_, pair) => {
    const first = pair - (pair % BAND_COUNT);
    return assignment.subarray(first, first + BAND_COUNT).find((site) => site !== NO_SITE) ?? NO_SITE;
  });
}
