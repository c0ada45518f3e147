import { NO_SITE, type Grades } from "../../src/index.ts";
import type { CaseView } from "../worker/messages.ts";
import { todaysPlan } from "./plans.ts";
import type { Walk } from "./plan-sites.ts";

/** Where pupils of one unit would go, in bands that go the same way; whether there are any is not told. */
export interface UnitWay {
  /** "0-3", "4-6", "7-9"; several where they go the same way. */
  readonly bands: readonly string[];
  readonly before: SiteWay | undefined;
  readonly after: SiteWay | undefined;
}

export interface SiteWay {
  readonly site: number;
  /** From the unit; Infinity: no route; undefined while it is being worked out. */
  readonly metres: number | undefined;
}

export function unitWays(
  grades: Grades,
  { plans }: Pick<CaseView, "plans">,
  walk: Walk,
  after: Uint16Array,
  unit: number,
): readonly UnitWay[] {
  const way = (site: number): SiteWay | undefined =>
    site === NO_SITE ? undefined : { site, metres: walk(unit, site) };
  const now = todaysPlan({ plans }).assignment;
  const ways: (UnitWay & { bands: string[] })[] = [];
  for (const { band, key } of grades.bands) {
    const pair = unit * grades.bandCount + band;
    const entry = { bands: [key], before: way(now[pair]), after: way(after[pair]) };
    const same = ways.find(
      ({ before, after: then }) => before?.site === entry.before?.site && then?.site === entry.after?.site,
    );
    if (same) same.bands.push(key);
    else if (entry.before || entry.after) ways.push(entry);
  }
  return ways;
}

export const unitPupils = ({ units, grades }: CaseView, unit: number): number =>
  grades.bands.reduce((sum, { band }) => sum + units.unitBand[unit * grades.bandCount + band], 0);

/** The lowest band's site, which says whose zone the unit lies in. */
export function zoneSite(grades: Grades, assignment: Uint16Array, unit: number): number | undefined {
  for (const { band } of grades.bands) {
    const site = assignment[unit * grades.bandCount + band];
    if (site !== NO_SITE) return site;
  }
  return undefined;
}
