import {
  addRanges,
  type Basis,
  busesGeoJson,
  busTerms,
  type Plan,
  schoolBuses,
  sharedBuses,
  shownRights,
  type SharedBuses,
  type SiteTransport,
  toldBuses,
  toldShared,
} from "../../src/index.ts";
import type { BusTotals, PlanBuses, SharedTotals } from "./plan-effects.ts";

/** School buses for everyone with a right to transport: the plan's, and what today's plan would take. */
export function busesOf(basis: Basis, plan: Plan, longestRide: number): PlanBuses {
  const terms = busTerms(basis.costs, { longestRide });
  const exact = schoolBuses(basis, plan, terms);
  const before = schoolBuses(basis, basis.baseline, terms);
  const found = toldBuses(basis, exact);
  const rights = shownRights(found);
  return {
    terms,
    total: { ...totalsOf(found), ...sharedTotals(basis, sharedBuses(basis, exact, terms)) },
    today: { ...totalsOf(toldBuses(basis, before)), ...sharedTotals(basis, sharedBuses(basis, before, terms)) },
    sites: found.map(({ site, cheaper, vehicles, kilometresPerDay, bounds }, i) => ({
      site,
      rights: rights[i],
      cheaper,
      vehicles,
      kilometresPerDay,
      bounds: { found: bounds.heuristic.vehicles, vehicles: bounds.vehicles },
    })),
    map: busesGeoJson(basis, exact),
  };
}

function sharedTotals(basis: Basis, exact: SharedBuses | undefined): { readonly shared?: SharedTotals } {
  if (!exact) return {};
  const { sites, vehicles, fewestVehicles, apart, saved } = toldShared(basis, exact);
  return { shared: { sites: sites.length, vehicles, fewest: fewestVehicles, apart: apart.vehicles, saved } };
}

function totalsOf(found: readonly SiteTransport[]): BusTotals {
  const total = (of: (transport: SiteTransport) => number): number =>
    found.reduce((sum, transport) => sum + of(transport), 0);
  return {
    rights: total(({ rights }) => rights),
    vehicles: total(({ vehicles }) => vehicles),
    kilometresPerDay: total(({ kilometresPerDay }) => kilometresPerDay),
    byTaxi: total(({ byTaxi }) => byTaxi),
    cards: addRanges(found.map(({ cards }) => cards)),
    buses: addRanges(found.map(({ buses }) => buses)),
    longest: found.flatMap(({ routes }) => routes).reduce((most, { minutes }) => Math.max(most, minutes), 0),
    bounds: {
      vehicles: total(({ bounds }) => bounds.vehicles),
      kilometresPerDay: total(({ bounds }) => bounds.kilometresPerDay),
      found: {
        vehicles: total(({ bounds }) => bounds.heuristic.vehicles),
        kilometresPerDay: total(({ bounds }) => bounds.heuristic.kilometresPerDay),
      },
    },
  };
}
