import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import loadHighs from "highs";
import { parseDimacs } from "../../src/cli/instances/netgen.ts";
import { solveFlow } from "../../src/kernels/network-simplex.ts";
import { seededRandom } from "../../src/kernels/random.ts";
import { solveTransportation, type TransportationProblem } from "../../src/kernels/transportation.ts";
import { ModelBuilder, type Term } from "../../src/model/model.ts";
import { highsSolver } from "../../src/solve/highs.ts";
import { type Group, inMs, inSeconds, type Result, timed } from "./measure.ts";

/** Customers and sites uniform in a 20 km square, 1 to 3 pupils a customer, whole metres, room for 5 % more in total. */
export function randomTransportation(customers: number, sites: number, seed: number): TransportationProblem {
  const random = seededRandom(seed);
  const at = (count: number) => Float64Array.from({ length: 2 * count }, () => 20_000 * random());
  const [homes, schools] = [at(customers), at(sites)];
  const demand = Float64Array.from({ length: customers }, () => 1 + Math.floor(3 * random()));
  const total = demand.reduce((sum, pupils) => sum + pupils, 0);
  const weight = Float64Array.from({ length: sites }, () => 0.5 + random());
  const weights = weight.reduce((sum, value) => sum + value, 0);
  return {
    customers,
    sites,
    demand,
    cost: Float64Array.from({ length: customers * sites }, (_, i) => {
      const [customer, site] = [Math.floor(i / sites), i % sites];
      return Math.round(
        Math.hypot(homes[2 * customer] - schools[2 * site], homes[2 * customer + 1] - schools[2 * site + 1]),
      );
    }),
    capacity: weight.map((value) => Math.ceil((1.05 * total * value) / weights)),
  };
}

/** The transportation problem as a linear model for a general solver. */
export function transportationModel({ customers, sites, cost, demand, capacity }: TransportationProblem) {
  const model = new ModelBuilder();
  const loads: Term[][] = Array.from({ length: sites }, () => []);
  for (let customer = 0; customer < customers; customer++) {
    const terms = Array.from({ length: sites }, (_, site): Term => {
      const price = cost[customer * sites + site];
      const column = model.addColumn({ cost: price, lower: 0, upper: demand[customer], integer: "any" });
      loads[site].push([column, 1]);
      return [column, 1];
    });
    model.addRow("demand", demand[customer], demand[customer], terms);
  }
  loads.forEach((terms, site) => model.addRow("capacity", -Infinity, capacity[site], terms));
  return model.build();
}

export const transportation: Group = {
  name: "transportation",
  run: async () => [...(await againstHighs()), await large(), ...(await netgen())],
};

async function againstHighs(): Promise<readonly Result[]> {
  const problem = randomTransportation(7000, 20, 1);
  const own = await timed(() => solveTransportation(problem));
  const model = transportationModel(problem);
  const highs = highsSolver(() => loadHighs());
  await highs.solve(transportationModel(randomTransportation(50, 5, 1)));
  const started = performance.now();
  const answer = await highs.solve(model);
  const ms = performance.now() - started;
  const agrees = answer.status === "optimal" && Math.abs(answer.objective - own.value.cost) < 1e-6 * own.value.cost;
  const on = "7,000 x 20, seed 1";
  return [
    { what: "transportation: own algorithm", on, value: inMs(own.ms), target: "" },
    {
      what: "transportation: HiGHS (one run)",
      on,
      value: inSeconds(ms),
      target: agrees ? "same cost" : "COSTS DIFFER",
    },
    { what: "transportation: times faster", on, value: (ms / own.ms).toFixed(0), target: "20" },
  ];
}

async function large(): Promise<Result> {
  const problem = randomTransportation(5000, 100, 1);
  const { ms } = await timed(() => solveTransportation(problem));
  return { what: "transportation: own algorithm", on: "5,000 x 100, seed 1", value: inMs(ms), target: "300 ms" };
}

async function netgen(): Promise<readonly Result[]> {
  const folder = join(process.env["SKOLEDISTRIKT_INSTANCES"] ?? resolve("../shared/instances"), "mcf_netgen");
  if (!existsSync(folder))
    return [{ what: "network simplex: NETGEN", on: `${folder} not found`, value: "skipped", target: "" }];
  const optima = new Map(
    readFileSync(join(folder, "optima_lemon.csv"), "utf8")
      .trim()
      .split("\n")
      .map((line) => [line.split(",")[0], Number(line.split(",")[3])]),
  );
  const results: Result[] = [];
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".min"))) {
    const problem = parseDimacs(readFileSync(join(folder, file), "utf8"));
    const { ms, value } = await timed(() => solveFlow(problem));
    const known = optima.get(file.replace(".min", ""));
    const verdict = value.status === "optimal" && value.cost === known ? "optimum" : "NOT THE OPTIMUM";
    const on = `${problem.nodes} nodes, ${problem.tail.length} arcs`;
    results.push({ what: `network simplex: ${file}`, on, value: `${inMs(ms)}, ${verdict}`, target: "optimum" });
  }
  return results;
}
