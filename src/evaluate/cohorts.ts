import { BAND_COUNT, BANDS, GRADE_COUNT } from "../domain/grades.ts";
import type { Demand } from "../domain/municipality.ts";
import type { Ground } from "./basis.ts";

/** Pupils of one grade who share an address. */
export interface CohortGroup {
  /** Demand point. */
  readonly point: number;
  readonly pupils: number;
}

/** The pupils of each site and grade by address, and how little farther the nearest of them have to another site. */
export interface CohortIndex {
  readonly groupsAt: (site: number, grade: number) => readonly CohortGroup[];
  /** Least extra metres that any pupil of the grade at the site has to the other site; `Infinity` where none can go. */
  readonly leastExtra: (site: number, other: number, grade: number) => number;
}

/**
 * Indexes the (unit, band) pairs by site as a plan view has them, a site when it is first asked about, and another one's extra way
 * likewise: many plans ask about few. O(pupils of the site), and of a grade for each other site, once for any number of questions.
 */
export function indexCohorts(ground: Ground, firstPair: Uint32Array, pairs: Uint32Array): CohortIndex {
  const { siteCount } = ground.travel;
  const known = new Map<number, SiteCohorts>();
  const at = (site: number): SiteCohorts => {
    const found = known.get(site) ?? cohortsOf(ground, site, pairs.subarray(firstPair[site], firstPair[site + 1]));
    known.set(site, found);
    return found;
  };
  return {
    groupsAt: (site, grade) => at(site).groups[grade],
    leastExtra: (site, other, grade) => {
      const { groups, least } = at(site);
      const place = grade * siteCount + other;
      if (Number.isNaN(least[place])) least[place] = leastOf(ground, groups[grade], site, other);
      return least[place];
    },
  };
}

interface SiteCohorts {
  /** `[grade]`. */
  readonly groups: readonly (readonly CohortGroup[])[];
  /** Metres, `[grade * siteCount + other]`; NaN where nobody has asked. */
  readonly least: Float64Array;
}

const lastCohorts = new WeakMap<Ground, Map<number, { readonly pairs: Uint32Array; readonly cohorts: SiteCohorts }>>();

/** The last of each site are kept for the ground, since plans that are measured in a row send the same pupils to most sites. */
function cohortsOf(ground: Ground, site: number, pairs: Uint32Array): SiteCohorts {
  const kept = lastCohorts.get(ground) ?? new Map<number, { pairs: Uint32Array; cohorts: SiteCohorts }>();
  lastCohorts.set(ground, kept);
  const last = kept.get(site);
  if (last?.pairs.length === pairs.length && last.pairs.every((pair, i) => pair === pairs[i])) return last.cohorts;
  const cohorts = cohortsAt(ground, pairs);
  kept.set(site, { pairs, cohorts });
  return cohorts;
}

function cohortsAt(ground: Ground, pairs: Uint32Array): SiteCohorts {
  const { travel, unitBand } = ground;
  const ofUnits = groupsOfUnits(ground);
  const groups: CohortGroup[][] = Array.from({ length: GRADE_COUNT }, () => []);
  for (const pair of pairs) {
    if (unitBand[pair] === 0) continue;
    const row = Math.floor(pair / BAND_COUNT) * GRADE_COUNT;
    const { first, last } = BANDS[pair % BAND_COUNT];
    for (let grade = first; grade <= last; grade++)
      for (const group of ofUnits[row + grade] ?? []) groups[grade].push(group);
  }
  return { groups, least: new Float64Array(GRADE_COUNT * travel.siteCount).fill(Number.NaN) };
}

type UnitGroups = readonly (readonly CohortGroup[] | undefined)[];
const unitGroups = new WeakMap<Demand, UnitGroups>();

/** Who lives in each unit by grade and address, `[unit * GRADE_COUNT + grade]`: the same whatever a plan does, so worked out once. */
function groupsOfUnits({ municipality: { demand, units } }: Ground): UnitGroups {
  const known = unitGroups.get(demand);
  if (known) return known;
  const { firstPoint, pupils } = demand;
  const groups = Array<CohortGroup[] | undefined>(units.count * GRADE_COUNT);
  for (let unit = 0; unit < units.count; unit++)
    for (let point = firstPoint[unit]; point < firstPoint[unit + 1]; point++)
      for (let grade = 0; grade < GRADE_COUNT; grade++) {
        const count = pupils[point * GRADE_COUNT + grade];
        if (count > 0) (groups[unit * GRADE_COUNT + grade] ??= []).push({ point, pupils: count });
      }
  unitGroups.set(demand, groups);
  return groups;
}

function leastOf({ travel }: Ground, groups: readonly CohortGroup[], site: number, other: number): number {
  const { walk, siteCount } = travel;
  let least = Infinity;
  for (const { point } of groups) {
    const extra = walk[point * siteCount + other] - walk[point * siteCount + site];
    if (extra < least) least = extra;
  }
  return least;
}
