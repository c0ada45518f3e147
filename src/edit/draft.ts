import type { Assumption } from "../domain/assumption.ts";
import type { Band, BandSet, Grades } from "../domain/grades.ts";
import type { Said } from "../domain/language.ts";
import type { Site, Units } from "../domain/municipality.ts";
import type { Plan } from "../domain/plan.ts";

/** What of a case can be drawn on: its schools and its units, by number. */
interface DrawnMunicipality {
  readonly grades: Grades;
  readonly sites: readonly (Pick<Site, "id" | "name"> & Pick<SiteState, "capacity">)[];
  readonly units: Pick<Units, "count" | "id" | "shape" | "lon" | "lat">;
}

/** A plan being drawn: what folding a log of edits gives; never changed in place. */
export interface Draft {
  readonly municipality: DrawnMunicipality;
  /** The plan that the drawing began from. */
  readonly start: Plan;
  /** Of the scenario's sites: the case's, then {@link newSites}. */
  readonly plan: Plan;
  /** Places, `[site][band]`: the case's unless changed here; `undefined` where nobody has said. */
  readonly capacity: readonly (readonly (number | undefined)[])[];
  /** Numbered from the case's site count on. */
  readonly newSites: readonly NewSite[];
  /** What it takes for granted, by id and in the order of the ids. */
  readonly assumptions: ReadonlyMap<string, Assumption>;
  readonly locks: Locks;
  /** Why it is proposed; "" until somebody says. The title is the plan's. */
  readonly reason: string;
}

/** A school that does not exist, where it would stand: degrees WGS84. */
export interface NewSite {
  readonly id: string;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
}

/** What is locked stays as it is: who goes where, and for a school and a district all that can be said of it. */
export interface Locks {
  /** `unit * BAND_COUNT + band`. */
  readonly pairs: ReadonlySet<number>;
  readonly sites: ReadonlySet<number>;
  /** By id. */
  readonly districts: ReadonlySet<string>;
  readonly bands: ReadonlySet<Band>;
}

/** What can be changed of a site. */
export interface SiteState {
  readonly teaches: BandSet;
  /** Places, `[band]`. */
  readonly capacity: readonly (number | undefined)[];
  /** Its district's id; absent where it is in none. */
  readonly district?: string;
}

export interface ProposalText {
  readonly title: Said;
  readonly reason: string;
}

/** A place where no school is. */
export const blankSite = ({ bands }: Grades): SiteState => ({ teaches: 0, capacity: bands.map(() => undefined) });

export const NO_LOCKS: Locks = { pairs: new Set(), sites: new Set(), districts: new Set(), bands: new Set() };

export const startDraft = (municipality: DrawnMunicipality, plan: Plan): Draft => ({
  municipality,
  start: plan,
  plan,
  capacity: municipality.sites.map(({ capacity }) => capacity),
  newSites: [],
  assumptions: new Map(),
  locks: NO_LOCKS,
  reason: "",
});

/** Blank for a number that no site has. */
export function siteState({ plan, capacity, municipality }: Draft, site: number): SiteState {
  if (!(site in plan.teaching)) return blankSite(municipality.grades);
  const district = plan.districts.find(({ sites }) => sites.includes(site))?.id;
  return { teaches: plan.teaching[site], capacity: capacity[site], ...(district !== undefined && { district }) };
}

export const proposalText = ({ plan, reason }: Draft): ProposalText => ({ title: plan.title, reason });

export function siteName({ municipality: { sites }, newSites }: Draft, site: number): string {
  const known = site < sites.length ? sites[site] : newSites[site - sites.length];
  return known?.name ?? String(site);
}

/** What placing and taking away, in turn, make of the new sites. */
export function newSitesAfter(
  before: readonly NewSite[],
  steps: readonly { readonly is?: NewSite | undefined }[],
): readonly NewSite[] {
  const after = [...before];
  for (const { is } of steps) {
    if (is) after.push(is);
    else after.pop();
  }
  return after;
}
