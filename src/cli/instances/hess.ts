import { z } from "zod";
import { linkPieces } from "../../kernels/districting/links.ts";
import { adjacencyOf, type DistrictingProblem, matrixCost } from "../../kernels/districting/problem.ts";
import { solveDistricting } from "../../kernels/districting/solve.ts";
import type { InstanceAnswer, InstanceFormat, InstanceRun } from "./instance.ts";
import { readJsonInstance } from "./json-instance.ts";

/** Units as objects (county files) or as rows whose columns `node_fields` names: id, population, x, y (tract files). */
const node = z.union([
  z.object({ pop: z.number().min(0), x: z.number(), y: z.number() }),
  z.tuple([z.string(), z.number().min(0), z.number(), z.number()]).transform(([, pop, x, y]) => ({ pop, x, y })),
]);

const schema = z
  .object({
    k: z.int().min(1),
    L: z.number().min(0),
    U: z.number().min(0),
    nodes: z.array(node).min(1),
    edges: z.array(z.tuple([z.int().min(0), z.int().min(0)])),
  })
  .refine(({ k, nodes }) => k <= nodes.length, { message: "more districts than units", path: ["k"] })
  .refine(({ L, U }) => L <= U, { message: "L is above U", path: ["L"] });

/** Contiguous districts with the least moment of inertia: graphs of US counties and tracts. */
export const hess: InstanceFormat = {
  name: "hess",
  source:
    "Hess et al. 1965, graphs after Validi, Buchanan and Lykhovyd 2021: minimise sum pop * (round(metres)/1000)^2 / 1e6 to the best member; L <= population <= U; contiguous, pieces without an edge between them linked at their closest units",
  solve: async (text, run) => solve(text, run),
};

function solve(text: string, run: InstanceRun): InstanceAnswer {
  const { problem, links } = parseHess(text);
  const answer = solveDistricting(problem, {
    seed: run.seed,
    shouldStop: run.shouldStop,
    onProgress: ({ bound, plan }) => run.onProgress({ bound, ...(plan && { value: plan.cost }) }),
  });
  const { nodes, seatNodes, roots, pairs } = answer.figures;
  const details = { nodes, seatNodes, roots, pairs, links: links.length };
  if (!answer.plan)
    return answer.bound === Infinity
      ? { status: "infeasible", details }
      : { status: "stopped", bound: answer.bound, details };
  const { rootOf, cost } = answer.plan;
  const proven = answer.bound >= cost;
  const solution = {
    rootOfNode: Array.from(rootOf, (root) => problem.rootUnit[root]),
    links: links.map(([one, other]): [number, number] => [one, other]),
  };
  return { status: proven ? "optimal" : "stopped", value: cost, bound: answer.bound, solution, details };
}

interface LinkedProblem {
  readonly problem: DistrictingProblem;
  /** Pairs of nodes that were joined beside the file's edges. */
  readonly links: readonly (readonly [number, number])[];
}

/** Reads a file of the family; throws with the place where it is damaged. */
export function parseHess(text: string): LinkedProblem {
  const { value, wrong } = readJsonInstance(text, schema);
  const { k, L, U, nodes, edges } = value;
  const nowhere = edges.findIndex((edge) => edge.some((end) => end >= nodes.length));
  if (nowhere !== -1) throw wrong(["edges", nowhere], "an edge to a node that is not there");
  const units = nodes.length;
  const x = Float64Array.from(nodes, (unit) => unit.x);
  const y = Float64Array.from(nodes, (unit) => unit.y);
  const demand = Float64Array.from(nodes, (unit) => unit.pop);
  const { adjacency, links } = linkPieces(adjacencyOf(units, edges), x, y);
  const cost = new Float64Array(units * units);
  for (let root = 0; root < units; root++)
    for (let unit = 0; unit < units; unit++) {
      const kilometres = Math.round(Math.hypot(x[root] - x[unit], y[root] - y[unit])) / 1000;
      cost[root * units + unit] = (demand[unit] * kilometres * kilometres) / 1e6;
    }
  const problem = {
    adjacency,
    demand,
    districts: k,
    rootUnit: Int32Array.from({ length: units }, (_, unit) => unit),
    least: new Float64Array(units).fill(L),
    most: new Float64Array(units).fill(U),
    cost: matrixCost(cost, units),
  };
  return { problem, links };
}
