import { type LocationProblem, SITE } from "../../kernels/location/problem.ts";
import type { InstanceFormat } from "./instance.ts";
import { solveInstance } from "./location.ts";
import { NumberReader } from "./numbers.ts";

/** Generalised assignment, as in the OR-Library (Chu and Beasley 1997) and Yagiura's larger ones. */
export const gap: InstanceFormat = {
  name: "gap",
  source:
    "GAP: AGENTS JOBS, then AGENTS rows of costs, AGENTS rows of what each job takes, and the capacities; minimise total cost",
  solve: async (text, run) =>
    solveInstance(parseGap(text), run, ({ site }) => ({ agentOfJob: Array.from(site, (agent) => agent + 1) })),
};

/** Reads the file; throws with the line where it is damaged. Agents are sites that are open anyway, jobs are units. */
export function parseGap(text: string): LocationProblem {
  const file = new NumberReader(text);
  const sites = file.count("number of agents");
  const units = file.count("number of jobs");
  const costs = file.amounts(sites * units, "costs", -Infinity);
  const amounts = file.amounts(sites * units, "what jobs take");
  const capacity = file.amounts(sites, "capacities");
  file.end();
  const byUnit = (rows: Float64Array) =>
    Float64Array.from({ length: units * sites }, (_, at) => rows[(at % sites) * units + Math.floor(at / sites)]);
  return {
    units,
    sites,
    resources: 1,
    cost: byUnit(costs),
    demand: { by: "unit-and-site", amount: byUnit(amounts) },
    capacity,
    fixedCost: new Float64Array(sites),
    open: { kind: "any" },
    state: new Uint8Array(sites).fill(SITE.open),
  };
}
