import type { Grades } from "../domain/grades.ts";
import { NO_SITE } from "../domain/plan.ts";
import { balanceWithoutFew, splitWithoutFew } from "../kernels/disclosure/controlled-rounding.ts";
import type { Random } from "../kernels/random.ts";

/** Pupils of areas as they are. */
interface AreaCounts {
  readonly kinds: Grades;
  /** `[area * kinds.count + grade]`. */
  readonly grades: Uint32Array;
  /** Areas of one class have the same school in every band by every plan, `[area]`. */
  readonly classOf: ArrayLike<number>;
  /** Site today or {@link NO_SITE}, `[area * kinds.bandCount + band]`. */
  readonly today: ArrayLike<number>;
  /** District of each site today, `[site]`. */
  readonly districtOf: ArrayLike<number>;
  /** Metres of a plane, `[area * 2]`. */
  readonly middles: ArrayLike<number>;
}

/**
 * Pupils of areas as they may be published, `[area * kinds.count + grade]`: none of one to four. What every plan's schools have in a band
 * stays as it is where five pupils of one class can be kept together; what today's schools have, then what today's districts and
 * the whole have, stays as it is before that.
 */
export function roundedAreas(areas: AreaCounts, random: Random): Uint32Array {
  const rounded = new Uint32Array(areas.grades.length);
  for (const { band, first, last } of areas.kinds.bands) {
    const sums = balanceWithoutFew(
      { counts: inBand(areas, first, last), cost: (a, b) => costOf(areas, band, a, b) },
      random,
    );
    const sites = new Map<number, number[]>();
    sums.forEach((pupils, area) => {
      if (pupils === 0) return;
      const site = areas.today[area * areas.kinds.bandCount + band];
      sites.set(site, [...(sites.get(site) ?? []), area]);
    });
    for (const [, members] of [...sites].toSorted(([a], [b]) => a - b))
      splitByGrade(areas, { members, first, last, sums }, rounded, random);
  }
  return rounded;
}

const inBand = ({ kinds, grades, classOf }: AreaCounts, first: number, last: number): Uint32Array =>
  Uint32Array.from({ length: classOf.length }, (_, area) => {
    let pupils = 0;
    for (let grade = first; grade <= last; grade++) pupils += grades[area * kinds.count + grade];
    return pupils;
  });

/** Every plan's schools keep their pupils; else today's; else today's districts: each dearer than any way on earth times all before it. */
const LOST = { plans: 100_000, school: 4_000_000, district: 100_000_000 } as const;

/** In steps of a kilometre, so that all sums stay whole numbers that are held exactly. */
function costOf(
  { kinds, classOf, today, districtOf, middles }: AreaCounts,
  band: number,
  a: number,
  b: number,
): number {
  const metres = Math.hypot(middles[2 * a] - middles[2 * b], middles[2 * a + 1] - middles[2 * b + 1]);
  const way = Math.min(20_000, 1 + Math.round(metres / 1000));
  if (classOf[a] === classOf[b]) return way;
  const [one, other] = [today[a * kinds.bandCount + band], today[b * kinds.bandCount + band]];
  if (one === other) return LOST.plans + way;
  const isOneDistrict = one !== NO_SITE && other !== NO_SITE && districtOf[one] === districtOf[other];
  return (isOneDistrict ? LOST.school : LOST.district) + way;
}

/** The areas of one school today in one band. */
interface Zone {
  readonly members: readonly number[];
  readonly first: number;
  readonly last: number;
  /** What each area's band comes to, `[area]`. */
  readonly sums: Uint32Array;
}

function splitByGrade(
  { kinds, grades, classOf }: AreaCounts,
  { members, first, last, sums }: Zone,
  rounded: Uint32Array,
  random: Random,
): void {
  const columns = last - first + 1;
  const classes = [...new Set(members.map((area) => classOf[area]))];
  const split = splitWithoutFew(
    {
      columns,
      counts: members.flatMap((area) => [
        ...grades.subarray(area * kinds.count + first, area * kinds.count + last + 1),
      ]),
      sums: members.map((area) => sums[area]),
      groupOf: members.map((area) => classes.indexOf(classOf[area])),
    },
    random,
  );
  members.forEach((area, row) =>
    rounded.set(split.subarray(row * columns, (row + 1) * columns), area * kinds.count + first),
  );
}
