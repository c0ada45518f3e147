import {
  type Assumption,
  assumptionKey,
  dangerousRoadsOf,
  measuredWith,
  type MeasuredAssumption,
} from "../domain/assumption.ts";
import type { AssumedSums } from "../cost/state-cost.ts";
import { markedFor } from "../cost/without-effect.ts";
import type { Municipality, Position, Site } from "../domain/municipality.ts";
import { pupils } from "../domain/quantities.ts";
import { NOTHING_STATED } from "../forecast/start.ts";
import { addSites } from "../travel/new-sites.ts";
import { withDangerousRoads } from "../travel/travel.ts";
import { sum } from "../kernels/sum.ts";
import { type Basis, landsOf, type SiteBuildings } from "./basis.ts";
import { tallyDistrict } from "./district-tally.ts";
import { type Evaluation, evaluatePlan } from "./evaluate.ts";
import { costDrivers } from "./plan-totals.ts";
import { viewPlan } from "./plan-view.ts";

/** What a drawn plan changes of the case itself: places, schools that do not exist, and what it assumes besides. */
export interface SiteChanges {
  /** Places, `[site][band]`, new sites included; `undefined` where nobody has said. */
  readonly capacity: readonly (readonly (number | undefined)[])[];
  /** Numbered from the case's site count on. */
  readonly newSites: readonly (Position & { readonly id: string; readonly name: string })[];
  /** By id; absent: none. */
  readonly assumptions?: ReadonlyMap<string, Assumption>;
}

/** The latest scenarios of a basis, so that plans measured in turn share their tables; the page compares three at most. */
const KEPT = 4;
const scenarios = new WeakMap<Basis, Map<string, Basis>>();

/**
 * The ground that a scenario's plans are measured on, against the same plan of today, in which new sites teach nobody: today's pupils too
 * meet the assumed dangers and dwellings, so that these alone make no difference, but nobody pays the assumed costs today. The basis
 * itself where nothing is changed, and the same object for the same changes.
 */
export function withSites(basis: Basis, changes: SiteChanges): Basis {
  const { capacity, newSites } = changes;
  const assumptions = [...measuredWith(changes.assumptions ?? new Map()).values()];
  const changed = capacityChanges(basis.municipality, capacity);
  if (newSites.length === 0 && changed.length === 0 && assumptions.length === 0) return basis;
  const known = scenarios.get(basis) ?? new Map<string, Basis>();
  scenarios.set(basis, known);
  const sites = newSites.map(({ id, name, lon, lat }) => [id, name, lon, lat]);
  const key = JSON.stringify([sites, changed, assumptions.map(assumptionKey)]);
  const scenario = known.get(key) ?? withPlaces(withAssumptions(basis, assumptions), changes);
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

/** The basis of a case whose files had said so; costs, which no file holds, stand beside. */
function withAssumptions(basis: Basis, assumptions: readonly MeasuredAssumption[]): Basis {
  const { municipality } = basis;
  const dangers = assumptions.flatMap((each) => (each.kind === "danger" ? dangerousRoadsOf(each) : []));
  const housing = assumptions.flatMap((each) => {
    if (each.kind !== "housing") return [];
    const { kind: _, ...project } = each;
    return [project];
  });
  const assumedCosts = costsOf(assumptions);
  const forecast = municipality.forecast ?? NOTHING_STATED;
  const scenario: Basis = {
    ...basis,
    municipality: {
      ...municipality,
      ...(dangers.length > 0 && { dangerousRoads: [...(municipality.dangerousRoads ?? []), ...dangers] }),
      ...(housing.length > 0 && { forecast: { ...forecast, housing: [...forecast.housing, ...housing] } }),
    },
    ...(assumptions.length > 0 && { assumptions }),
    ...(assumedCosts && { assumedCosts }),
  };
  return dangers.length > 0 ? withHazard(scenario) : scenario;
}

/** Who has a right to transport today hangs on what is dangerous, and what that costs today on who has it. */
function withHazard(basis: Basis): Basis {
  const { assumedCosts: _, ...ground } = { ...basis, travel: withDangerousRoads(basis.municipality, basis.travel) };
  const view = viewPlan(ground, ground.baseline);
  const tallies = ground.baseline.districts.map((district) => tallyDistrict(ground, view, district));
  return { ...basis, travel: ground.travel, today: costDrivers(ground, tallies) };
}

function costsOf(assumptions: readonly MeasuredAssumption[]): AssumedSums | undefined {
  const costs = assumptions.filter((each) => each.kind === "cost");
  const kronerOf = (per: "year" | "once"): number =>
    costs.reduce((kroner, cost) => kroner + (cost.per === per ? cost.kroner : 0), 0);
  return costs.length > 0 ? { yearly: kronerOf("year"), once: kronerOf("once") } : undefined;
}

/** Today's plan on a scenario's ground: with its dangers and dwellings, without the costs that are the proposal's. */
export function evaluateToday(scenario: Basis): Evaluation {
  const { assumedCosts: _, ...basis } = scenario;
  return evaluatePlan(basis, basis.baseline);
}

function withPlaces(basis: Basis, { capacity, newSites }: SiteChanges): Basis {
  const { municipality, travel, baseline, accounts, buildings, lands } = basis;
  const sites: readonly Site[] = [
    ...municipality.sites,
    ...newSites.map(({ id, name, lon, lat }) => ({ id, name, lon, lat, town: "", teaches: 0, capacity: [] })),
  ].map((site, number) => ({ ...site, capacity: capacity[number].map(places) }));
  const scenario = { ...basis, municipality: { ...municipality, sites } };
  if (newSites.length === 0) return scenario;
  return {
    ...scenario,
    // A school that is new has no accounts, whatever the others have.
    costs: markedFor(basis.costs, scenario.municipality),
    travel: addSites(municipality, travel, newSites),
    baseline: { ...baseline, teaching: [...baseline.teaching, ...newSites.map(() => 0)] },
    accounts: [...accounts, ...newSites.map(() => ({}))],
    ...(lands && { lands: landsOf(scenario.municipality) }),
    buildings: [...buildings, ...newSites.map((_, i) => built(sites[municipality.sites.length + i]))],
  };
}

/** A school that does not exist is built for as many as the plan says; where it does not say, for as many as it sends there. */
const built = ({ capacity }: Site): SiteBuildings => ({
  pupils: sum(capacity.map((count) => count ?? 0)),
  places: capacity,
});

const places = (count: number | undefined) => (count === undefined ? undefined : pupils(count));
