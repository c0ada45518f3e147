import { BAND_COUNT, BANDS, NO_SITE } from "../../src/index.ts";
import type { CaseView, PlanList, PlanRef } from "../worker/messages.ts";

/** Where the pupils of one unit go, in bands that go the same way. */
export interface UnitWay {
  /** "0-3", "4-6", "7-9"; several where they go the same way. */
  readonly bands: readonly string[];
  readonly pupils: number;
  readonly before: SiteWay | undefined;
  readonly after: SiteWay | undefined;
}

export interface SiteWay {
  readonly site: number;
  /** Mean over the unit's pupils; Infinity: no route. */
  readonly metres: number;
}

/** The site of each (unit, band) in a plan, `[unit * BAND_COUNT + band]`: today's with the plan's changes. */
export function assignmentOf(view: CaseView, list: PlanList | undefined, plan: PlanRef | undefined): Uint16Array {
  if (plan?.from === "file") return view.plans.find(({ id }) => id === plan.id)?.site ?? view.units.site;
  if (!plan || !list || plan.number >= list.count) return view.units.site;
  const merged = Array.from(
    list.groupings.subarray(plan.number * list.districts, (plan.number + 1) * list.districts),
    (number) => list.merged[number],
  );
  if (merged.every(({ pairs }) => pairs.length === 0)) return view.units.site;
  const sites = view.units.site.slice();
  for (const { pairs, to } of merged) pairs.forEach((pair, i) => (sites[pair] = to[i]));
  return sites;
}

/** Bands in which no pupil lives are left out. */
export function unitWays({ units, sites }: CaseView, after: Uint16Array, unit: number): readonly UnitWay[] {
  const way = (site: number): SiteWay | undefined =>
    site === NO_SITE ? undefined : { site, metres: units.walk[unit * sites.length + site] };
  const ways: (UnitWay & { bands: string[] })[] = [];
  for (const { band, key } of BANDS) {
    const pair = unit * BAND_COUNT + band;
    const pupils = units.pupils[pair];
    if (pupils === 0) continue;
    const entry = { bands: [key], pupils, before: way(units.site[pair]), after: way(after[pair]) };
    const same = ways.find(
      ({ before, after: then }) => before?.site === entry.before?.site && then?.site === entry.after?.site,
    );
    if (!same) ways.push(entry);
    else {
      same.bands.push(key);
      ways[ways.indexOf(same)] = { ...same, pupils: same.pupils + pupils };
    }
  }
  return ways;
}

export const unitPupils = ({ units }: CaseView, unit: number): number =>
  BANDS.reduce((sum, { band }) => sum + units.pupils[unit * BAND_COUNT + band], 0);

/** The lowest band's site, which says whose zone the unit lies in. */
export function zoneSite(assignment: Uint16Array, unit: number): number | undefined {
  for (const { band } of BANDS) {
    const site = assignment[unit * BAND_COUNT + band];
    if (site !== NO_SITE) return site;
  }
  return undefined;
}
