import type { Adjacency } from "../../domain/municipality.ts";
import { districtOfSite, NO_SITE, type Plan } from "../../domain/plan.ts";
import type { PairChange } from "../../domain/question.ts";
import { EMPTY, type Group, members, type Neighbours, single } from "./groups.ts";

/**
 * Two districts touch when a unit of one is or touches a unit of the other. A district's units are those it serves in the
 * lowest band it serves at all.
 */
export function districtNeighbours({ start, target }: Adjacency, plan: Plan): Neighbours {
  const count = start.length - 1;
  const here = districtsByUnit(count, plan);
  const neighbours = plan.districts.map(() => EMPTY);
  for (let unit = 0; unit < count; unit++) {
    if (here[unit].length === 0) continue;
    let around: Group = EMPTY;
    for (const district of here[unit]) around |= single(district);
    for (let edge = start[unit]; edge < start[unit + 1]; edge++)
      for (const district of here[target[edge]]) around |= single(district);
    for (const district of here[unit]) neighbours[district] |= around & ~single(district);
  }
  return neighbours;
}

/** The districts whose area each unit is of, `[unit]`. */
export function districtsByUnit(count: number, plan: Plan): readonly (readonly number[])[] {
  const ofSite = districtOfSite(plan);
  const at = (unit: number, band: number): number => {
    const site = plan.assignment[unit * plan.grades.bandCount + band];
    return site === NO_SITE ? NO_SITE : ofSite[site];
  };
  const lowestBand = plan.districts.map(() => plan.grades.bandCount);
  for (let unit = 0; unit < count; unit++)
    for (const { band } of plan.grades.bands) {
      const district = at(unit, band);
      if (district !== NO_SITE) lowestBand[district] = Math.min(lowestBand[district], band);
    }
  return Array.from({ length: count }, (_, unit) =>
    plan.grades.bands.flatMap(({ band }) => {
      const district = at(unit, band);
      return district !== NO_SITE && lowestBand[district] === band ? [district] : [];
    }),
  );
}

/** The neighbours with some pairs changed, whatever the map shows. */
export function withChanges(neighbours: Neighbours, changes: readonly PairChange[]): Neighbours {
  const changed = [...neighbours];
  for (const { pair, touch } of changes)
    for (const [one, other] of [pair, pair.toReversed()])
      changed[one] = touch === "yes" ? changed[one] | single(other) : changed[one] & ~single(other);
  return changed;
}

export const isTouching = (neighbours: Neighbours, one: number, other: number): boolean =>
  (neighbours[one] & single(other)) !== EMPTY;

/** Every pair that touches once, the lower number first. */
export const touchingPairs = (neighbours: Neighbours): readonly (readonly [number, number])[] =>
  neighbours.flatMap((group, one) => members(group).flatMap((other) => (one < other ? [[one, other] as const] : [])));
