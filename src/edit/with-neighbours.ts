import type { Grades } from "../domain/grades.ts";
import type { Adjacency } from "../domain/municipality.ts";
import { NO_SITE } from "../domain/plan.ts";

/**
 * Each of some pairs without a school goes where most of its unit's neighbours go in its grades, to the first of equals; where none of them
 * has a school yet, once one has got it. What hangs together with none that has stays without. Pairs: `unit * BAND_COUNT + band`.
 */
export function withNeighbours(
  grades: Grades,
  adjacency: Adjacency,
  assignment: Uint16Array,
  pairs: readonly number[],
): Uint16Array {
  const given = assignment.slice();
  for (let left = pairs; left.length > 0;) {
    const found = left.map((pair) => [pair, mostAround(grades, adjacency, given, pair)] as const);
    for (const [pair, site] of found) given[pair] = site;
    const rest = left.filter((pair) => given[pair] === NO_SITE);
    if (rest.length === left.length) return given;
    left = rest;
  }
  return given;
}

function mostAround(grades: Grades, { start, target }: Adjacency, assignment: Uint16Array, pair: number): number {
  const band = pair % grades.bandCount;
  const unit = (pair - band) / grades.bandCount;
  const times = new Map<number, number>();
  for (let edge = start[unit]; edge < start[unit + 1]; edge++) {
    const site = assignment[target[edge] * grades.bandCount + band];
    if (site !== NO_SITE) times.set(site, (times.get(site) ?? 0) + 1);
  }
  let most: number = NO_SITE;
  for (const [site, count] of times) {
    const known = times.get(most) ?? 0;
    if (count > known || (count === known && site < most)) most = site;
  }
  return most;
}
