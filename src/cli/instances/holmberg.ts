import type { LocationProblem } from "../../kernels/location/problem.ts";
import type { InstanceFormat } from "./instance.ts";
import { solveInstance } from "./location.ts";
import { NumberReader } from "./numbers.ts";

/** Capacitated facility location with single sourcing as Holmberg, Rönnqvist and Yuan (1999) and Yang, Chu and Chen (2012) write it. */
export const holmberg: InstanceFormat = {
  name: "holmberg",
  source:
    "Holmberg, Yang: SITES CUSTOMERS, then capacities, fixed costs and demands, then a row per customer with the cost of " +
    "serving it whole from each site; minimise fixed costs plus costs of serving",
  solve: async (text, run) =>
    solveInstance(parseHolmberg(text), run, ({ site, open }) => ({
      open: [...open.keys()].flatMap((number) => (open[number] === 1 ? number + 1 : [])),
      siteOfCustomer: Array.from(site, (number) => number + 1),
    })),
};

/** Reads the file; throws with the line where it is damaged. Costs stand in rows of one customer, `[customer * sites + site]`. */
export function parseHolmberg(text: string): LocationProblem {
  const file = new NumberReader(text);
  const sites = file.count("number of sites");
  const units = file.count("number of customers");
  const capacity = file.amounts(sites, "capacities");
  const fixedCost = file.amounts(sites, "fixed costs");
  const demand = file.amounts(units, "demands");
  const cost = file.amounts(units * sites, "costs");
  file.end();
  return {
    units,
    sites,
    resources: 1,
    cost,
    demand: { by: "unit", amount: demand },
    capacity,
    fixedCost,
    open: { kind: "any" },
    state: new Uint8Array(sites),
  };
}
