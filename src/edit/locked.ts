import type { Band } from "../domain/grades.ts";
import { districtOfSite, NO_SITE } from "../domain/plan.ts";
import type { Draft, Locks } from "./draft.ts";

/** By what a (unit, band) is held at its site. */
export type Hold =
  | { readonly by: "units" }
  | { readonly by: "band"; readonly band: Band }
  | { readonly by: "site"; readonly site: number }
  | { readonly by: "district"; readonly district: string };

/** Finds what holds a (unit, band) `unit * BAND_COUNT + band` where it is. */
export function holdsIn(draft: Draft): (pair: number) => Hold | undefined {
  const held = siteHolds(draft);
  const { pairs, bands } = draft.locks;
  const { assignment } = draft.plan;
  return (pair) => {
    if (pairs.has(pair)) return { by: "units" };
    const { band } = draft.municipality.grades.bands[pair % draft.municipality.grades.bandCount];
    if (bands.has(band)) return { by: "band", band };
    return held[assignment[pair]];
  };
}

/** What holds each site as it is, `[site]`: nobody may be moved from it or to it. */
export function siteHolds({ plan, locks }: Draft): readonly (Hold | undefined)[] {
  return Array.from(districtOfSite(plan), (number, site): Hold | undefined => {
    if (locks.sites.has(site)) return { by: "site", site };
    const district = number === NO_SITE ? undefined : plan.districts[number].id;
    return district !== undefined && locks.districts.has(district) ? { by: "district", district } : undefined;
  });
}

/** The locks that both have. */
export function commonLocks(a: Locks, b: Locks): Locks {
  if (a === b) return a;
  return {
    pairs: common(a.pairs, b.pairs),
    sites: common(a.sites, b.sites),
    districts: common(a.districts, b.districts),
    bands: common(a.bands, b.bands),
  };
}

const common = <Value>(a: ReadonlySet<Value>, b: ReadonlySet<Value>): ReadonlySet<Value> =>
  new Set([...a].filter((value) => b.has(value)));
