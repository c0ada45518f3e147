import type { Place } from "../domain/municipality.ts";
import { NO_SITE, type Plan } from "../domain/plan.ts";
import { nearestOf } from "../geo/nearest.ts";
import type { Ground } from "./basis.ts";

/** Pupils of one unit whom no road brings to the site that a plan sends them to. They are in no distance of the plan. */
export interface Unreached {
  readonly unit: number;
  readonly site: number;
  readonly pupils: number;
  /** Pupils of them who go to another site than today. */
  readonly sent: number;
  /** Name of the nearest place, as the crow flies; absent where the case names none. */
  readonly place?: string;
}

/** Everybody whom no road brings to school under a plan, unit by unit. Counted for room and classes like all others. */
export function unreached(ground: Ground, plan: Plan): readonly Unreached[] {
  const { baseline, municipality, pointBand, travel } = ground;
  const { firstPoint } = municipality.demand;
  const found = new Map<string, { unit: number; site: number; pupils: number; sent: number }>();
  plan.assignment.forEach((site, pair) => {
    if (site === NO_SITE) return;
    const unit = Math.floor(pair / municipality.grades.bandCount);
    let pupils = 0;
    for (let point = firstPoint[unit]; point < firstPoint[unit + 1]; point++)
      if (travel.walk[point * travel.siteCount + site] === Infinity)
        pupils += pointBand[point * municipality.grades.bandCount + (pair % municipality.grades.bandCount)];
    if (pupils === 0) return;
    const key = `${unit} ${site}`;
    const entry = found.get(key) ?? { unit, site, pupils: 0, sent: 0 };
    entry.pupils += pupils;
    if (baseline.assignment[pair] !== site) entry.sent += pupils;
    found.set(key, entry);
  });
  return [...found.values()].map((entry) => {
    const place = nearestPlace(ground.municipality, entry.unit);
    return { ...entry, ...(place && { place: place.name }) };
  });
}

/** The named place that a unit is nearest to, as the crow flies; undefined where the case names none. */
export function nearestPlace({ units, scenery }: Ground["municipality"], unit: number): Place | undefined {
  const nearest = nearestOf(scenery.places, { lon: units.lon[unit], lat: units.lat[unit] });
  return nearest === undefined ? undefined : scenery.places[nearest];
}
