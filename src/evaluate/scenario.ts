import type { Municipality, Position, Site } from "../domain/municipality.ts";
import { pupils } from "../domain/quantities.ts";
import { addSites } from "../travel/new-sites.ts";
import type { Basis } from "./basis.ts";

/** What a drawn plan changes of the case itself: places, and schools that do not exist. */
export interface SiteChanges {
  /** Places, `[site][band]`, new sites included; `undefined` where nobody has said. */
  readonly capacity: readonly (readonly (number | undefined)[])[];
  /** Numbered from the case's site count on. */
  readonly newSites: readonly (Position & { readonly id: string; readonly name: string })[];
}

/** The latest scenarios of a basis, so that plans measured in turn share their tables; the page compares three at most. */
const KEPT = 4;
const scenarios = new WeakMap<Basis, Map<string, Basis>>();

/**
 * The ground that a scenario's plans are measured on, against the same plan of today, in which new sites teach nobody. The basis itself
 * where nothing is changed, and the same object for the same changes.
 */
export function withSites(basis: Basis, { capacity, newSites }: SiteChanges): Basis {
  const changed = capacityChanges(basis.municipality, capacity);
  if (newSites.length === 0 && changed.length === 0) return basis;
  const known = scenarios.get(basis) ?? new Map<string, Basis>();
  scenarios.set(basis, known);
  const key = JSON.stringify([newSites.map(({ id, name, lon, lat }) => [id, name, lon, lat]), changed]);
  const scenario = known.get(key) ?? build(basis, { capacity, newSites });
  known.delete(key);
  known.set(key, scenario);
  for (const oldest of known.keys()) if (known.size > KEPT) known.delete(oldest);
  return scenario;
}

/** Site and places, where they are not the case's. */
const capacityChanges = ({ sites }: Municipality, capacity: SiteChanges["capacity"]): readonly (readonly unknown[])[] =>
  capacity.flatMap((places, site) =>
    places.every((each, band) => each === sites.at(site)?.capacity[band]) ? [] : [[site, ...places]],
  );

function build(basis: Basis, { capacity, newSites }: SiteChanges): Basis {
  const { municipality, travel, baseline, accounts, housed } = basis;
  const sites: readonly Site[] = [
    ...municipality.sites,
    ...newSites.map(({ id, name, lon, lat }) => ({ id, name, lon, lat, town: "", teaches: 0, capacity: [] })),
  ].map((site, number) => ({ ...site, capacity: capacity[number].map(places) }));
  const scenario = { ...basis, municipality: { ...municipality, sites } };
  if (newSites.length === 0) return scenario;
  return {
    ...scenario,
    travel: addSites(municipality, travel, newSites),
    baseline: { ...baseline, teaching: [...baseline.teaching, ...newSites.map(() => 0)] },
    accounts: [...accounts, ...newSites.map(() => ({}))],
    housed: Uint32Array.of(...housed, ...newSites.map(() => 0)),
  };
}

const places = (count: number | undefined) => (count === undefined ? undefined : pupils(count));
