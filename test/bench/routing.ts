import { join, resolve } from "node:path";
import { fewestRuns } from "../../src/kernels/routing/fewest-runs.ts";
import type { Effort } from "../../src/kernels/routing/problem.ts";
import { routeSchoolRuns } from "../../src/kernels/routing/route-school-runs.ts";
import { routeVehicles } from "../../src/kernels/routing/route-vehicles.ts";
import { faultsOfRoutes, faultsOfRuns } from "../cases/routes-checked.ts";
import { pythonWith } from "../python.ts";
import { type Group, processorClock, type Result } from "./measure.ts";
import { publishedRows, readCvrp, readSchoolRuns } from "./routing-instances.ts";

const ROOT = process.env["SKOLEDISTRIKT_INSTANCES"] ?? resolve("../shared/instances");
/** Processor seconds for each instance and each solver. */
const SECONDS = Number(process.env["ROUTING_SECONDS"] ?? 60);
/** Only instances whose names hold this. */
const ONLY = process.env["ROUTING_ONLY"] ?? "";
const SEED = 1;

/** Published instances of vehicle and school bus routing, one run each with seed 1; every plan is checked by the rules alone. */
export const routing: Group = {
  name: "routing",
  asked: "by name alone",
  run: async () => [...vehicles(), ...schoolBuses()],
};

/** Processor seconds of this process, from the first asking on. */
function effort(): Effort {
  const worked = processorClock();
  return { seed: SEED, rounds: 0, spent: () => worked() / 1000 / SECONDS };
}

/** PyVRP with the same processor seconds, for comparison. */
const PYVRP = `
import importlib.metadata, json, sys, time
import pyvrp
data = pyvrp.read(sys.argv[1], round_func="round")
begun = time.process_time()
found = pyvrp.solve(data, stop=lambda *_: time.process_time() - begun > float(sys.argv[2]), seed=int(sys.argv[3]), display=False)
print(json.dumps({"cost": found.cost(), "version": importlib.metadata.version("pyvrp")}))
`;

function peer(file: string): { readonly said: string; readonly length?: number } {
  const python = pythonWith("pyvrp");
  if ("none" in python) return { said: `PyVRP skipped: ${python.none}` };
  const { cost, version } = python.run(PYVRP, file, `${SECONDS}`, `${SEED}`) as { cost: number; version: string };
  return { said: `PyVRP ${version}`, length: cost };
}

function vehicles(): readonly Result[] {
  const folder = join(ROOT, "cvrp_uchoa");
  return publishedRows(folder, "best_known.csv")
    .filter(([name]) => name.includes(ONLY))
    .map(([name, customers, known]) => {
      const file = join(folder, `${name}.vrp`);
      const problem = readCvrp(file);
      const { routes, length } = routeVehicles(problem, "length", effort());
      const faults = faultsOfRoutes(problem, routes);
      const gap = (value: number): string => `${value}, ${(100 * (value / Number(known) - 1)).toFixed(2)} %`;
      const other = peer(file);
      return {
        what: `routes: ${name}, best known ${known}`,
        on: `${customers} customers, seed ${SEED}, ${SECONDS} processor s`,
        value: `${faults.length > 0 ? faults.join() : gap(length)}; ${other.said}${other.length === undefined ? "" : ` ${gap(other.length)}`}`,
        target: Number(customers) < 200 ? "0.5 %" : "2 %",
      };
    });
}

function schoolBuses(): readonly Result[] {
  const folder = join(ROOT, "sbrp_park");
  return publishedRows(folder, "published.csv")
    .filter(([name]) => name.includes(ONLY))
    .flatMap(([name, stops, schools, ...published]) =>
      [2700, 5400].map((longest, i) => {
        const problem = readSchoolRuns(join(folder, name), longest);
        const runs = routeSchoolRuns(problem, effort());
        const faults = faultsOfRuns(
          problem,
          runs.map(({ places }) => places),
          "all stops",
        );
        return {
          what: `school buses: ${name}, at most ${longest} s on board`,
          on: `${stops} stops, ${schools} schools, seed ${SEED}, ${SECONDS} processor s`,
          value: faults.length > 0 ? faults.join() : `${runs.length} buses, at least ${fewestRuns(problem)}`,
          target: `${published[i]} published`,
        };
      }),
    );
}
