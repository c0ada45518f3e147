import { BAND_COUNT, BANDS } from "../../domain/grades.ts";
import type { Units } from "../../domain/municipality.ts";
import { districtOfSite, NO_SITE, type Plan } from "../../domain/plan.ts";
import { EMPTY, type Group, type Neighbours, single } from "./groups.ts";

/**
 * Two districts touch when a unit of one is or touches a unit of the other, by a shared edge or by ferry. A district's units
 * are those it serves in the lowest band it serves at all.
 */
export function districtNeighbours(units: Units, plan: Plan): Neighbours {
  const here = districtsByUnit(units, plan);
  const neighbours = plan.districts.map(() => EMPTY);
  const { start, target } = units.adjacency;
  for (let unit = 0; unit < units.count; unit++) {
    if (here[unit].length === 0) continue;
    let around: Group = EMPTY;
    for (const district of here[unit]) around |= single(district);
    for (let edge = start[unit]; edge < start[unit + 1]; edge++)
      for (const district of here[target[edge]]) around |= single(district);
    for (const district of here[unit]) neighbours[district] |= around & ~single(district);
  }
  return neighbours;
}

function districtsByUnit(units: Units, plan: Plan): readonly (readonly number[])[] {
  const ofSite = districtOfSite(plan);
  const at = (unit: number, band: number): number => {
    const site = plan.assignment[unit * BAND_COUNT + band];
    return site === NO_SITE ? NO_SITE : ofSite[site];
  };
  const lowestBand = plan.districts.map(() => BAND_COUNT);
  for (let unit = 0; unit < units.count; unit++)
    for (const { band } of BANDS) {
      const district = at(unit, band);
      if (district !== NO_SITE) lowestBand[district] = Math.min(lowestBand[district], band);
    }
  return Array.from({ length: units.count }, (_, unit) =>
    BANDS.flatMap(({ band }) => {
      const district = at(unit, band);
      return district !== NO_SITE && lowestBand[district] === band ? [district] : [];
    }),
  );
}
