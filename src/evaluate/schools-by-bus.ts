import { NO_BUS } from "../domain/public-buses.ts";
import type { Ground } from "./basis.ts";

/** Which schools a public bus takes the children of an area to in time. */
interface AreaByBus {
  readonly unit: number;
  /** Sites that every home of the area reaches so, ascending; of an area where nobody lives, its middle. */
  readonly sites: readonly number[];
}

/** One for each area from which some school is reached so; `undefined` where the case has no timetable. See {@link busesOfWays}. */
export function schoolsByBus({ municipality, travel }: Ground): readonly AreaByBus[] | undefined {
  const { byBus, siteCount } = travel;
  if (!byBus) return undefined;
  const { units, demand, sites } = municipality;
  return Array.from({ length: units.count }, (_, unit): AreaByBus => {
    const homes = Array.from(
      { length: demand.firstPoint[unit + 1] - demand.firstPoint[unit] },
      (_home, i) => demand.firstPoint[unit] + i,
    );
    const reached = [...sites.keys()].filter((site) =>
      homes.every((home) => byBus[home * siteCount + site] !== NO_BUS),
    );
    return { unit, sites: homes.length > 0 ? reached : [] };
  }).filter((area) => area.sites.length > 0);
}
