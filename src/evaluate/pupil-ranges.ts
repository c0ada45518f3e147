import type { DrawnYears } from "./drawn-years.ts";
import { quantile } from "../kernels/uncertainty/spread.ts";

/** Between the least and the most of the eight middle ones of ten draws. */
export interface PupilRange {
  readonly low: number;
  readonly high: number;
}

/** How many pupils there may be, today first. */
export interface PupilRanges {
  /** At all sites, `[year]`. */
  readonly all: readonly PupilRange[];
  /** `[year][site]` */
  readonly sites: readonly (readonly PupilRange[])[];
}

/** What lies outside a range on either side: one draw in ten. */
const OUTSIDE = 0.1;

export function pupilRanges(drawn: DrawnYears): PupilRanges {
  const found = sitePupils(drawn);
  return {
    all: found.map((sites) => rangeOf(added(sites))),
    sites: found.map((sites) => sites.map(rangeOf)),
  };
}

/** Pupils of each site in each draw, `[year][site][draw]`. */
export function sitePupils(drawn: DrawnYears): readonly (readonly Float64Array[])[] {
  const found: Float64Array[][] = Array.from({ length: drawn.years + 1 }, () => []);
  let draw = 0;
  drawn.each((pupils) => {
    pupils.forEach((year, ahead) => {
      for (let at = 0; at < year.length; at += drawn.grades.count) {
        const site = at / drawn.grades.count;
        found[ahead][site] ??= new Float64Array(drawn.draws);
        for (let grade = 0; grade < drawn.grades.count; grade++) found[ahead][site][draw] += year[at + grade];
      }
    });
    draw++;
  });
  return found;
}

/** Draw by draw. */
export function added(sites: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(sites.at(0)?.length ?? 0);
  for (const site of sites) for (let draw = 0; draw < sum.length; draw++) sum[draw] += site[draw];
  return sum;
}

export function rangeOf(draws: Float64Array): PupilRange {
  const sorted = draws.toSorted();
  return { low: quantile(sorted, OUTSIDE), high: quantile(sorted, 1 - OUTSIDE) };
}
