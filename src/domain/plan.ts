import { type Band, type BandSet, type Grades, hasBand } from "./grades.ts";
import type { Said } from "./language.ts";
import type { District } from "./municipality.ts";

/** Stands in the assignment for a (unit, band) that no site can take. */
export const NO_SITE = 0xffff;

/**
 * A plan: which sites belong together, which are open and what they teach, and who goes where. The assignment is the only
 * record of who goes where; attendance zones are derived from it.
 */
export interface Plan {
  readonly id: string;
  readonly title: Said;
  /** Set where nobody has said who goes where, so that everybody is taken to go to the nearest site. */
  readonly origin?: "guessed";
  readonly districts: readonly District[];
  /** The case's: what the rows of its assignment are. */
  readonly grades: Grades;
  /** Bands each site teaches, `[site]`; 0 = closed. */
  readonly teaching: readonly BandSet[];
  /** Site number or {@link NO_SITE}, `[unit * BAND_COUNT + band]`. */
  readonly assignment: Uint16Array;
}

export const assignedSite = (plan: Plan, unit: number, band: Band): number =>
  plan.assignment[unit * plan.grades.bandCount + band];

export const teachesBand = (plan: Plan, site: number, band: Band): boolean => hasBand(plan.teaching[site], band);

/** Pupils of each site under an assignment, `[site * BAND_COUNT + band]`; `unitBand[unit * BAND_COUNT + band]` are pupils. */
export function sitePupils(
  { bandCount }: Grades,
  unitBand: Uint32Array,
  assignment: Uint16Array,
  siteCount: number,
): Uint32Array {
  const pupils = new Uint32Array(siteCount * bandCount);
  for (let band = 0; band < bandCount; band++)
    for (let pair = band; pair < assignment.length; pair += bandCount)
      if (assignment[pair] !== NO_SITE) pupils[assignment[pair] * bandCount + band] += unitBand[pair];
  return pupils;
}

/** Number of the district that each site belongs to, `[site]`; {@link NO_SITE} for a site in none. */
export function districtOfSite(plan: Pick<Plan, "districts" | "teaching">): Uint16Array {
  const district = new Uint16Array(plan.teaching.length).fill(NO_SITE);
  plan.districts.forEach(({ sites }, number) => sites.forEach((site) => (district[site] = number)));
  return district;
}
