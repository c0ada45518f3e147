import type { Grades } from "../domain/grades.ts";
import type { Demand } from "../domain/municipality.ts";
import type { Ground } from "./basis.ts";

/** Pupils of one grade by the address they share. */
export interface CohortGroups {
  /** Demand point, `[group]`. */
  readonly points: Uint32Array;
  /** `[group]`. */
  readonly pupils: Uint16Array;
}

/** The pupils of each site and grade by address, and how little farther the nearest of them have to another site. */
export interface CohortIndex {
  readonly groupsAt: (site: number, grade: number) => CohortGroups;
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
  readonly groups: readonly CohortGroups[];
  /** Metres, `[grade * siteCount + other]`; NaN where nobody has asked. */
  readonly least: Float64Array;
}

const lastCohorts = new WeakMap<Ground, Map<number, { readonly pairs: Uint32Array; readonly cohorts: SiteCohorts }>>();

/** The last of each site are kept for the ground, since plans that are measured in a row send the same pupils to most sites. */
function cohortsOf(ground: Ground, site: number, pairs: Uint32Array): SiteCohorts {
  const kept = lastCohorts.get(ground) ?? new Map<number, { pairs: Uint32Array; cohorts: SiteCohorts }>();
  lastCohorts.set(ground, kept);
  const last = kept.get(site);
  if (last && isSame(last.pairs, pairs)) return last.cohorts;
  const cohorts = cohortsAt(ground, pairs);
  kept.set(site, { pairs, cohorts });
  return cohorts;
}

function isSame(a: Uint32Array, b: Uint32Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function cohortsAt(ground: Ground, pairs: Uint32Array): SiteCohorts {
  const { travel, unitBand } = ground;
  const { first: from, points, pupils } = groupsOfUnits(ground.municipality.grades, ground);
  const size = new Uint32Array(ground.municipality.grades.count);
  for (let i = 0; i < pairs.length; i++) {
    if (unitBand[pairs[i]] === 0) continue;
    const row = Math.floor(pairs[i] / ground.municipality.grades.bandCount) * ground.municipality.grades.count;
    const { first, last } = ground.municipality.grades.bands[pairs[i] % ground.municipality.grades.bandCount];
    for (let grade = first; grade <= last; grade++) size[grade] += from[row + grade + 1] - from[row + grade];
  }
  const groups = Array.from(size, (count) => ({ points: new Uint32Array(count), pupils: new Uint16Array(count) }));
  size.fill(0);
  for (let i = 0; i < pairs.length; i++) {
    if (unitBand[pairs[i]] === 0) continue;
    const row = Math.floor(pairs[i] / ground.municipality.grades.bandCount) * ground.municipality.grades.count;
    const { first, last } = ground.municipality.grades.bands[pairs[i] % ground.municipality.grades.bandCount];
    for (let grade = first; grade <= last; grade++)
      for (let group = from[row + grade]; group < from[row + grade + 1]; group++) {
        groups[grade].points[size[grade]] = points[group];
        groups[grade].pupils[size[grade]++] = pupils[group];
      }
  }
  return { groups, least: new Float64Array(ground.municipality.grades.count * travel.siteCount).fill(Number.NaN) };
}

/** Groups by unit and grade: those from `first[unit * GRADE_COUNT + grade]` up to the next. */
interface UnitGroups extends CohortGroups {
  readonly first: Uint32Array;
}

const unitGroups = new WeakMap<Demand, UnitGroups>();

/** Who lives in each unit by grade and address: the same whatever a plan does, so worked out once. */
function groupsOfUnits(grades: Grades, { municipality: { demand, units } }: Ground): UnitGroups {
  const known = unitGroups.get(demand);
  if (known) return known;
  const { firstPoint, pupils } = demand;
  const first = new Uint32Array(units.count * grades.count + 1);
  const all = pupils.reduce((count, here) => count + (here > 0 ? 1 : 0), 0);
  const groups = { first, points: new Uint32Array(all), pupils: new Uint16Array(all) };
  let size = 0;
  for (let unit = 0; unit < units.count; unit++)
    for (let grade = 0; grade < grades.count; grade++) {
      for (let point = firstPoint[unit]; point < firstPoint[unit + 1]; point++) {
        const count = pupils[point * grades.count + grade];
        if (count === 0) continue;
        groups.points[size] = point;
        groups.pupils[size++] = count;
      }
      first[unit * grades.count + grade + 1] = size;
    }
  unitGroups.set(demand, groups);
  return groups;
}

function leastOf({ travel }: Ground, { points }: CohortGroups, site: number, other: number): number {
  const { walk, siteCount } = travel;
  let least = Infinity;
  for (let group = 0; group < points.length; group++) {
    const at = points[group] * siteCount;
    const extra = walk[at + other] - walk[at + site];
    if (extra < least) least = extra;
  }
  return least;
}
