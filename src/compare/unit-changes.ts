import { NO_BANDS } from "../domain/grades.ts";
import { NO_SITE, type Plan } from "../domain/plan.ts";
import type { Basis } from "../evaluate/basis.ts";
import { hasTransportRight } from "../rules/transport-right.ts";

/** What can become of an area. */
export const UNIT_CHANGES = ["changes-school", "farther", "shorter", "loses-right", "gains-right"] as const;
export type UnitChange = (typeof UNIT_CHANGES)[number];

/** Half a kilometre either way is about as far as before, metres, as where pupils are counted by it. */
const ABOUT_AS_FAR = 500;

/**
 * Areas that each change befalls in any grade band, ascending, between two plans: by the way from the area itself, whether anybody lives there or
 * not, so that it tells of a place and never of pupils.
 */
export function unitChanges(
  { municipality, travel }: Basis,
  before: Plan,
  after: Plan,
): Readonly<Record<UnitChange, readonly number[]>> {
  const { siteCount, unitWalk, hazard } = travel;
  const { firstPoint } = municipality.demand;
  const found: Record<UnitChange, number[]> = {
    "changes-school": [],
    farther: [],
    shorter: [],
    "loses-right": [],
    "gains-right": [],
  };
  const add = (change: UnitChange, unit: number): void => {
    if (found[change].at(-1) !== unit) found[change].push(unit);
  };
  for (let unit = 0; unit < municipality.units.count; unit++)
    for (const { band } of municipality.grades.bands) {
      const pair = unit * municipality.grades.bandCount + band;
      const [from, to] = [before.assignment[pair], after.assignment[pair]];
      if (from === to) continue;
      add("changes-school", unit);
      if (from === NO_SITE || to === NO_SITE) continue;
      const [was, is] = [unitWalk[unit * siteCount + from], unitWalk[unit * siteCount + to]];
      if (was === Infinity || is === Infinity) continue;
      if (is - was > ABOUT_AS_FAR) add("farther", unit);
      if (was - is > ABOUT_AS_FAR) add("shorter", unit);
      const point = firstPoint[unit];
      const danger = (site: number) => (point < firstPoint[unit + 1] ? hazard?.[point * siteCount + site] : NO_BANDS);
      const [had, has] = [
        hasTransportRight(municipality.grades, band, was, danger(from)),
        hasTransportRight(municipality.grades, band, is, danger(to)),
      ];
      if (had && !has) add("loses-right", unit);
      if (has && !had) add("gains-right", unit);
    }
  return found;
}
