import { solveTransportation } from "../../kernels/transportation.ts";
import type { UnitAssignment } from "./problem.ts";

/** The relaxation: units may be split and room beyond capacity is a second, dear site beside each. */
export interface Relaxed {
  /** Pupils of each unit at each site, `[unit * sites + site]`. */
  readonly flow: Float64Array;
  readonly bound: number;
  /** What choosing a site adds to the bound at least, `[unit * sites + site]`. */
  readonly reducedCost: Float64Array;
  /** What one more place at a site would save, `[site]`; at most the price of overflow. */
  readonly price: Float64Array;
  /** Pupils that do not fit even when units may be split. */
  readonly overflow: number;
}

export function relax({ units, sites, cost, demand, capacity, overflowPrice }: UnitAssignment): Relaxed {
  const needsOverflow = solveTransportation({
    customers: units,
    sites,
    cost: perPupil(units, sites, cost, demand),
    demand,
    capacity,
  });
  const twins = needsOverflow.overflow > 0 && overflowPrice < Infinity ? 2 : 1;
  const wide = sites * twins;
  const plan =
    twins === 1
      ? needsOverflow
      : solveTransportation({
          customers: units,
          sites: wide,
          cost: Float64Array.from({ length: units * wide }, (_, at) => {
            const unit = Math.floor(at / wide);
            const site = at % wide;
            return cost[unit * sites + (site % sites)] / demand[unit] + (site >= sites ? overflowPrice : 0);
          }),
          demand,
          capacity: Float64Array.from({ length: wide }, (_, site) => (site < sites ? capacity[site] : Infinity)),
        });
  const flow = new Float64Array(units * sites);
  const reducedCost = new Float64Array(units * sites);
  const price = Float64Array.from({ length: sites }, (_, site) => Math.min(plan.price[site], overflowPrice));
  // Any prices give a valid bound, so it is computed from them and not taken from the flow.
  let bound = 0;
  for (let site = 0; site < sites; site++) if (price[site] > 0) bound -= price[site] * capacity[site];
  for (let unit = 0; unit < units; unit++) {
    let least = Infinity;
    for (let site = 0; site < sites; site++) {
      const value = cost[unit * sites + site] + demand[unit] * price[site];
      reducedCost[unit * sites + site] = value;
      least = Math.min(least, value);
      for (let twin = 0; twin < twins; twin++)
        flow[unit * sites + site] += plan.flow[unit * wide + twin * sites + site];
    }
    for (let site = 0; site < sites; site++) reducedCost[unit * sites + site] -= least;
    bound += least;
  }
  return { flow, bound, reducedCost, price, overflow: needsOverflow.overflow };
}

function perPupil(units: number, sites: number, cost: Float64Array, demand: Float64Array): Float64Array {
  const each = new Float64Array(units * sites);
  for (let unit = 0, at = 0; unit < units; unit++)
    for (let site = 0; site < sites; site++, at++) each[at] = cost[at] / demand[unit];
  return each;
}

/** Each unit to the site that has most of it. */
export function round({ units, sites, cost }: UnitAssignment, flow: Float64Array): Uint16Array {
  return Uint16Array.from({ length: units }, (_, unit) => {
    let best = 0;
    for (let site = 1; site < sites; site++) {
      const more = flow[unit * sites + site] - flow[unit * sites + best];
      if (more > 0 || (more === 0 && cost[unit * sites + site] < cost[unit * sites + best])) best = site;
    }
    return best;
  });
}
