import { pupilsInBand, type Grades } from "../domain/grades.ts";
import type { Basis } from "../evaluate/basis.ts";
import type { SiteTally } from "../evaluate/site-tally.ts";
import type { Evaluation } from "../evaluate/evaluate.ts";
import { sum } from "../kernels/sum.ts";
import { countsIn } from "./shown-measures.ts";
import { type Cell, cellOf, toldIn } from "../kernels/disclosure/shown.ts";
import { protectSums, type Sum, totalOf } from "../kernels/disclosure/sums.ts";

/** One site's pupils as they may be told. */
export interface ShownSite {
  readonly byGrade: readonly Cell[];
  readonly byBand: readonly Cell[];
}

/** A plan's pupils by district, and by site and grade, as they may be told side by side and beside the number of all pupils. */
export interface ShownSites {
  /** In the order of the plan's districts. */
  readonly districts: readonly Cell[];
  /** By site; a site without pupils has none. */
  readonly sites: ReadonlyMap<number, ShownSite>;
}

const known = new WeakMap<Evaluation, ShownSites>();

/** Grades add up to bands, bands to sites, sites to districts, districts to all; small groups are told by none of those sums. */
export function shownSites(basis: Basis, evaluation: Evaluation): ShownSites {
  const found = known.get(evaluation) ?? protectSites(basis, evaluation);
  known.set(evaluation, found);
  return found;
}

function protectSites(basis: Basis, { districts }: Evaluation): ShownSites {
  const counts: number[] = [];
  const sums: Sum[] = [];
  const add = (count: number): number => counts.push(count) - 1;
  const all = add(basis.pupils);
  const places = new Map<number, { readonly grades: readonly number[]; readonly bands: readonly number[] }>();
  const addSite = ({ site, byGrade }: SiteTally): number => {
    const grades = Array.from(byGrade, add);
    const bands = basis.municipality.grades.bands.map(({ band, first, last }) => {
      const total = add(pupilsInBand(basis.municipality.grades, byGrade, band));
      sums.push(totalOf(total, grades.slice(first, last + 1)));
      return total;
    });
    const whole = add(sum(byGrade));
    sums.push(totalOf(whole, bands));
    places.set(site, { grades, bands });
    return whole;
  };
  const totals = districts.map(({ sites }) => {
    const own = sites.map(addSite);
    const total = add(sum(own.map((at) => counts[at])));
    sums.push(totalOf(total, own));
    return total;
  });
  // Pupils whom an unfinished plan gives no school.
  const without = add(basis.pupils - sum(totals.map((at) => counts[at])));
  sums.push(totalOf(all, [...totals, without]));
  const exact = protectSums(counts, sums, new Map([[all, { kind: "count", pupils: basis.pupils }]]));
  const cells = exact.map((cell) => toldIn(countsIn(basis), cell));
  return {
    districts: totals.map((at) => cells[at]),
    sites: new Map(
      [...places].map(([site, { grades, bands }]) => [
        site,
        { byGrade: grades.map((at) => cells[at]), byBand: bands.map((at) => cells[at]) },
      ]),
    ),
  };
}

const NOBODY: Cell = { kind: "count", pupils: 0 };
export const emptySite = ({ all, bands }: Grades): ShownSite => ({
  byGrade: all.map(() => NOBODY),
  byBand: bands.map(() => NOBODY),
});

/** Pupils beyond a site's places: few are not told, nor is what would tell how many pupils there are where that is blurred. */
export const shownOverflow = (over: number, pupils: Cell): Cell =>
  over > 0 && pupils.kind !== "count" ? { kind: "hidden" } : cellOf(over);
