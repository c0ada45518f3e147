import { solveTransportation } from "../../kernels/transportation.ts";
import type { NetworkArrays } from "./problem.ts";

/** Options still open at each site, `[site]`. */
export type Allowed = readonly (readonly number[])[];

/**
 * Whether everybody could find a place if each site taught all that it still may and units could be split, and whether the
 * sites could have the sizes asked for. Where not, no network is left; a bound on cost alone would have to try them all.
 */
export function couldHold(arrays: NetworkArrays, allowed: Allowed): boolean {
  const { problem, fewestPupils, mostPupils } = arrays;
  const pupils = problem.demand.reduce((sum, count) => sum + count, 0);
  const serves = allowed.map((options, site) => options.map((option) => problem.options[site][option].serves));
  const mustOpen = serves.filter((sets) => sets.every((set) => set !== 0)).length;
  const mayOpen = serves.filter((sets) => sets.some((set) => set !== 0)).length;
  if (mustOpen * fewestPupils > pupils || (mayOpen > 0 && mayOpen * mostPupils < pupils)) return false;
  for (let group = 0; group < problem.groups; group++) if (lackingIn(arrays, allowed, group) > 0) return false;
  return true;
}

/** Pupils of a group who find no place even then. */
export function lackingIn({ problem }: NetworkArrays, allowed: Allowed, group: number): number {
  const { sites, groups, options } = problem;
  const customers = Array.from({ length: problem.customers }, (_, customer) => customer).filter(
    (customer) => problem.group[customer] === group,
  );
  const open = allowed.flatMap((left, site) =>
    left.some((option) => (options[site][option].serves >> group) & 1) ? [site] : [],
  );
  const { overflow, stranded } = solveTransportation({
    customers: customers.length,
    sites: open.length,
    cost: Float64Array.from(
      customers.flatMap((customer) =>
        open.map((site) => (problem.cost[customer * sites + site] < Infinity ? 0 : Infinity)),
      ),
    ),
    demand: Float64Array.from(customers, (customer) => problem.demand[customer]),
    capacity: Float64Array.from(open, (site) => problem.capacity[site * groups + group]),
  });
  return overflow + stranded;
}
