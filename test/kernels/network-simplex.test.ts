import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { parseDimacs } from "../../src/cli/instances/netgen.ts";
import { type FlowProblem, solveFlow } from "../../src/kernels/network-simplex.ts";
import { seededRandom } from "../../src/kernels/random.ts";
import { ModelBuilder, type Term } from "../../src/model/model.ts";
import { highs } from "../cases/solver.ts";

function randomProblem(seed: number): FlowProblem {
  const random = seededRandom(seed);
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const nodes = whole(2, 8);
  const arcs = whole(1, 24);
  const supply = new Float64Array(nodes);
  for (let node = 1; node < nodes; node++) {
    supply[node] = whole(-6, 6);
    supply[0] -= supply[node];
  }
  const lower = Float64Array.from({ length: arcs }, () => (random() < 0.8 ? 0 : whole(0, 2)));
  return {
    nodes,
    supply,
    tail: Int32Array.from({ length: arcs }, () => whole(0, nodes - 1)),
    head: Int32Array.from({ length: arcs }, () => whole(0, nodes - 1)),
    lower,
    upper: lower.map((least) => least + whole(0, 12)),
    cost: Float64Array.from({ length: arcs }, () => whole(-8, 20)),
  };
}

function asModel({ nodes, supply, tail, head, lower, upper, cost }: FlowProblem) {
  const model = new ModelBuilder();
  const rows: Term[][] = Array.from({ length: nodes }, () => []);
  cost.forEach((price, arc) => {
    const column = model.addColumn({ cost: price, lower: lower[arc], upper: upper[arc], integer: "any" });
    if (tail[arc] === head[arc]) return;
    rows[tail[arc]].push([column, 1]);
    rows[head[arc]].push([column, -1]);
  });
  rows.forEach((terms, node) => model.addRow("balance", supply[node], supply[node], terms));
  return model.build();
}

test("flows cost what HiGHS finds on 400 random networks, and keep balance and bounds", async () => {
  let feasible = 0;
  for (let seed = 1; seed <= 400; seed++) {
    const problem = randomProblem(seed);
    const answer = solveFlow(problem);
    const other = await highs.solve(asModel(problem));
    expect(answer.status, `seed ${seed}`).toBe(other.status);
    if (answer.status !== "optimal" || other.status !== "optimal") continue;
    feasible++;
    expect(answer.cost, `seed ${seed}`).toBeCloseTo(other.objective, 6);
    const left = problem.supply.slice();
    answer.flow.forEach((amount, arc) => {
      expect(amount).toBeGreaterThanOrEqual(problem.lower[arc]);
      expect(amount).toBeLessThanOrEqual(problem.upper[arc]);
      left[problem.tail[arc]] -= amount;
      left[problem.head[arc]] += amount;
    });
    expect([...left].every((amount) => amount === 0)).toBe(true);
  }
  expect(feasible).toBeGreaterThan(100);
});

test("a cheap cycle without a limit is unbounded", () => {
  const cycle = { tail: Int32Array.of(0, 1), head: Int32Array.of(1, 0), cost: Float64Array.of(-2, 1) };
  const free = { lower: new Float64Array(2), upper: Float64Array.of(Infinity, Infinity), supply: new Float64Array(2) };
  expect(solveFlow({ nodes: 2, ...cycle, ...free }).status).toBe("unbounded");
});

const instances = join(process.env["SKOLEDISTRIKT_INSTANCES"] ?? resolve("../shared/instances"), "mcf_netgen");

test.skipIf(!existsSync(instances))("published NETGEN networks cost their known optimum", () => {
  const optima = readFileSync(join(instances, "optima_lemon.csv"), "utf8").trim().split("\n").slice(1);
  let solved = 0;
  for (const line of optima) {
    const [name, , , optimum] = line.split(",");
    const path = join(instances, `${name}.min`);
    if (!existsSync(path)) continue;
    const answer = solveFlow(parseDimacs(readFileSync(path, "utf8")));
    expect(answer.status === "optimal" && answer.cost, name).toBe(Number(optimum));
    solved++;
  }
  expect(solved).toBeGreaterThan(0);
});

test.each([
  ["p min 2 1\na 1 3 0 1 1", /line 2 names a node/],
  ["p min 2 2\na 1 2 0 1 1", /2 arcs are announced, 1/],
  ["p min 2 1\na 1 2 0 x 1", /line 2 is not/],
])("a damaged file is refused with its line: %j", (text, message) => {
  expect(() => parseDimacs(text)).toThrow(message);
});
