import { type BandSet, NO_BANDS, type Plan, type Position, type SiteChanges } from "../../src/index.ts";
import type { CaseView } from "../worker/messages.ts";
import type { AppState, LookedAt } from "./app-state.ts";

/** A school of a plan, whether the case has it or the plan adds it. */
export interface PlanSite extends Position {
  readonly id: string;
  readonly name: string;
  /** "" for a new one. */
  readonly town: string;
  /** Today; nothing for a new one. */
  readonly teaches: BandSet;
  /** Places in the plan, `[band]`. */
  readonly capacity: readonly (number | undefined)[];
  readonly isNew?: true;
}

/** A plan with what it assumes of schools, as far as it matters here. */
interface WithSites {
  readonly plan: Plan;
  readonly sites?: SiteChanges;
}

const known = new WeakMap<CaseView, WeakMap<SiteChanges["capacity"], readonly PlanSite[]>>();

/**
 * The schools of a plan, the case's first as they are numbered there, then those that it adds. Whoever shows a school of a plan
 * takes its name, place and places from here. The same array for the same schools.
 */
export function planSites(view: CaseView, of: WithSites | undefined): readonly PlanSite[] {
  if (!of?.sites) return view.sites;
  const { capacity, newSites } = of.sites;
  const made = known.get(view) ?? new WeakMap<SiteChanges["capacity"], readonly PlanSite[]>();
  known.set(view, made);
  const before = made.get(capacity);
  if (before && isSame(before.slice(view.sites.length), newSites)) return before;
  const sites = [
    ...view.sites.map((site, number) => ({ ...site, capacity: capacity[number] })),
    ...newSites.map(({ id, name, lon, lat }, i): PlanSite => ({
      id,
      name,
      lon,
      lat,
      town: "",
      teaches: NO_BANDS,
      capacity: capacity[view.sites.length + i],
      isNew: true,
    })),
  ];
  made.set(capacity, sites);
  return sites;
}

const isSame = (some: readonly PlanSite[], others: SiteChanges["newSites"]): boolean =>
  some.length === others.length &&
  some.every(({ id, name, lon, lat }, i) => {
    const other = others[i];
    return id === other.id && name === other.name && lon === other.lon && lat === other.lat;
  });

/** Names a place among those that ways are known to. */
export const placeKey = ({ lon, lat }: Position): string => `${lon} ${lat}`;

/**
 * Metres on foot or by bicycle from a unit to a school of a plan, the mean over the unit's pupils; Infinity: no route; undefined
 * while the ways to a new school are being worked out.
 */
export type Walk = (unit: number, site: number) => number | undefined;

export function planWalk(
  { units, sites }: Pick<CaseView, "units" | "sites">,
  newWays: AppState["newWays"],
  of: WithSites | undefined,
): Walk {
  const columns = of?.sites?.newSites.map((place) => newWays.get(placeKey(place))) ?? [];
  return (unit, site) =>
    site < sites.length ? units.unitWalk[unit * sites.length + site] : columns[site - sites.length]?.[unit];
}

/** Where what is looked at is; undefined for a school that the plan in view does not have, or has no more. */
export function placeOf(
  { units: { lon, lat } }: Pick<CaseView, "units">,
  sites: readonly PlanSite[],
  { kind, number }: LookedAt,
): Position | undefined {
  return kind === "site" ? sites.at(number) : { lon: lon[number], lat: lat[number] };
}
