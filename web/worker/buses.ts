import {
  addRanges,
  type Basis,
  BUS_TERMS,
  busesGeoJson,
  type Plan,
  schoolBuses,
  shownRights,
  type SiteTransport,
  toldBuses,
} from "../../src/index.ts";
import type { BusTotals } from "./messages.ts";
import type { PlanBuses } from "./plan-effects.ts";

/** School buses for everyone with a right to transport: the plan's, and what today's plan would take. */
export function busesOf(basis: Basis, plan: Plan, longestRide: number): PlanBuses {
  const terms = { ...BUS_TERMS, longestRide };
  const exact = schoolBuses(basis, plan, terms);
  const found = toldBuses(basis, exact);
  const rights = shownRights(found);
  return {
    terms,
    total: totalsOf(found),
    today: totalsOf(toldBuses(basis, schoolBuses(basis, basis.baseline, terms))),
    sites: found.map(({ site, cheaper, vehicles, kilometresPerDay }, i) => ({
      site,
      rights: rights[i],
      cheaper,
      vehicles,
      kilometresPerDay,
    })),
    map: busesGeoJson(basis, exact),
  };
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
