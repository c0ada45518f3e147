import { classCap, classesFor } from "../../rules/class-size.ts";
import type { Grades } from "../../domain/grades.ts";
import type { DistrictTally } from "../../evaluate/district-tally.ts";
import type { PartlyChosen } from "../grouping/promising.ts";

/**
 * What a merged district comes to at least by an objective, known without solving it: the parts of its districts added up, each of
 * which holds for every group between what is sure and what is open.
 */
export interface GroupFloor {
  readonly part: (district: number, chosen: PartlyChosen) => number;
  /** Of a group as it is, where more is known of it than its parts say. */
  readonly whole?: (districts: readonly number[]) => number;
  /** Whether a group as it is comes to just that, so that it need not be solved. */
  readonly exact: boolean;
}

/** Where nothing is known of a group that is not solved. */
export const UNKNOWN: GroupFloor = { part: () => -Infinity, exact: false };

/** The same however districts are joined, or nothing at least. */
export const NOTHING: GroupFloor = { part: () => 0, exact: false };

/** Of one group as it is. */
export function floorOf({ part, whole }: GroupFloor, districts: readonly number[], count: number): number {
  if (whole) return whole(districts);
  const sure = new Uint8Array(count);
  for (const district of districts) sure[district] = 1;
  return districts.reduce((sum, district) => sum + part(district, { sure, open: sure }), 0);
}

/** What two districts in one group add, `[one * count + other]`, symmetric, and what each adds by itself, on the diagonal. */
export function pairFloor(weights: Float64Array, count: number): GroupFloor {
  return {
    exact: true,
    part: (district, { sure, open }) => {
      const row = district * count;
      let sum = weights[row + district];
      for (let other = 0; other < count; other++) {
        if (open[other] === 0 || other === district) continue;
        const half = weights[row + other] / 2;
        if (sure[other] === 1 || half < 0) sum += half;
      }
      return sum;
    },
  };
}

/** Pupils of one district for whom a choice is the same, `[group]`: what each costs at the schools of each district that can be cheaper than its own. */
export interface Choices {
  readonly pupils: Float64Array;
  /** At the district's own schools. */
  readonly own: Float64Array;
  /** Numbers of the districts that can be cheaper, and what they cost, `[group * others.length + other]`. */
  readonly others: readonly number[];
  readonly costs: Float64Array;
}

/** What a district adds at least to a group. */
type Part = GroupFloor["part"];

/** All pupils of a district at the cheapest of the group's districts, whether there is room or not, added up. */
export const cheapestParts = (choices: readonly Choices[]): Part =>
  lookedUp(choices, (sum, pupils, cost) => sum + pupils * cost, 0);

/** The one of them who costs most. */
export const dearestParts = (choices: readonly Choices[]): Part =>
  lookedUp(choices, (most, _, cost) => Math.max(most, cost), -Infinity);

/** Whether parts say exactly what a group comes to, however many districts it has. */
export const areWhole = (choices: readonly Choices[]): boolean =>
  choices.every(({ others }) => others.length <= MOST_LOOKED_UP);

/** Others beyond so many always count as there. */
const MOST_LOOKED_UP = 30;

/** Worked out once for each set of the others that can be cheaper. */
function lookedUp(
  choices: readonly Choices[],
  put: (all: number, pupils: number, cost: number) => number,
  none: number,
): Part {
  const known = choices.map(() => new Map<number, number>());
  return (district, { open }) => {
    const { pupils, own, others, costs } = choices[district];
    let there = 0;
    for (let other = 0; other < others.length && other < MOST_LOOKED_UP; other++)
      if (open[others[other]] === 1) there |= 1 << other;
    const found = known[district].get(there);
    if (found !== undefined) return found;
    const isThere = others.map((_, other) => other >= MOST_LOOKED_UP || (there & (1 << other)) !== 0);
    let all = none;
    for (let group = 0; group < pupils.length; group++) {
      let least = own[group];
      for (let other = 0; other < others.length; other++)
        if (isThere[other]) least = Math.min(least, costs[group * others.length + other]);
      all = put(all, pupils[group], least);
    }
    known[district].set(there, all);
    return all;
  };
}

/** Pupils and classes of each grade in each of today's districts. */
export interface Cohorts {
  /** `[district][grade]` */
  readonly pupils: readonly (readonly number[])[];
  readonly classes: readonly (readonly number[])[];
  /** Most pupils of a class, `[grade]`. */
  readonly caps: readonly number[];
}

export function cohortsOf(grades: Grades, schoolYear: number, singles: readonly DistrictTally[]): Cohorts {
  const each = (of: (site: DistrictTally["sites"][number], grade: number) => number) =>
    singles.map(({ sites }) => grades.all.map((grade) => sites.reduce((sum, site) => sum + of(site, grade), 0)));
  return {
    pupils: each(({ byGrade }, grade) => byGrade[grade]),
    classes: each(({ classes }, grade) => classes[grade]),
    caps: grades.all.map((grade) => classCap(grades, grade, schoolYear)),
  };
}

/** The classes of a group if each of its cohorts were one; `less`: less those that there are today. */
export function classesFloor({ pupils, classes, caps }: Cohorts, count: "all" | "less"): GroupFloor {
  const today = (district: number, grade: number): number => (count === "less" ? classes[district][grade] : 0);
  const parts = pupils.map((own, district) =>
    own.reduce((sum, here, grade) => sum + here / caps[grade] - today(district, grade), 0),
  );
  return {
    exact: false,
    part: (district) => parts[district],
    whole: (districts) =>
      caps.reduce((sum, cap, grade) => {
        let [here, had] = [0, 0];
        for (const district of districts) {
          here += pupils[district][grade];
          had += today(district, grade);
        }
        return sum + classesFor(here, cap) - had;
      }, 0),
  };
}

/** Pupils for whom a group has no place, by band, wherever they go in it. */
export function overflowFloor(pupils: readonly Float64Array[], places: readonly Float64Array[]): GroupFloor {
  return {
    exact: false,
    part: () => 0,
    whole: (districts) =>
      (pupils[0] ?? new Float64Array()).reduce((sum, _, band) => {
        const beyond = districts.reduce((all, each) => all + pupils[each][band] - places[each][band], 0);
        return sum + Math.max(0, beyond);
      }, 0),
  };
}
