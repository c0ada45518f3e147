import { type FlowProblem, solveFlow } from "../../kernels/network-simplex.ts";
import type { InstanceAnswer, InstanceFormat } from "./instance.ts";

/** Minimum-cost flow in DIMACS format, as NETGEN writes it. */
export const netgen: InstanceFormat = {
  name: "netgen",
  source:
    "DIMACS minimum-cost flow: p min NODES ARCS, n NODE SUPPLY, a TAIL HEAD LOWER UPPER COST; minimise total cost",
  solve: (text) => Promise.resolve(solve(text)),
};

function solve(text: string): InstanceAnswer {
  const answer = solveFlow(parseDimacs(text));
  if (answer.status === "unbounded") throw new Error("the flow's cost has no lower bound");
  if (answer.status === "infeasible") return { status: "infeasible" };
  const { cost, flow, pivots } = answer;
  return { status: "optimal", value: cost, bound: cost, solution: { flowOfArc: [...flow] }, details: { pivots } };
}

/** Reads a DIMACS file; throws with the line where it is damaged. */
export function parseDimacs(text: string): FlowProblem {
  let nodes = 0;
  let arcs = 0;
  let supply = new Float64Array(0);
  const rows: number[][] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    const [kind, ...words] = line.trim().split(/\s+/);
    if (kind === "" || kind === "c") return;
    const numbers = words.filter((word) => word !== "min").map(Number);
    const wanted = { p: 2, n: 2, a: 5 }[kind];
    if (wanted === undefined || numbers.length !== wanted || numbers.some(Number.isNaN))
      throw new Error(`line ${index + 1} is not a DIMACS line: ${line}`);
    if (kind === "p") {
      [nodes, arcs] = numbers;
      supply = new Float64Array(nodes);
    } else if (numbers.slice(0, kind === "n" ? 1 : 2).some((node) => !(node >= 1 && node <= nodes)))
      throw new Error(`line ${index + 1} names a node that is not there: ${line}`);
    else if (kind === "n") supply[numbers[0] - 1] = numbers[1];
    else rows.push(numbers);
  });
  if (rows.length !== arcs) throw new Error(`${arcs} arcs are announced, ${rows.length} are there`);
  return {
    nodes,
    supply,
    tail: Int32Array.from(rows, ([tail]) => tail - 1),
    head: Int32Array.from(rows, ([, head]) => head - 1),
    lower: Float64Array.from(rows, ([, , lower]) => lower),
    upper: Float64Array.from(rows, ([, , , upper]) => (upper < 0 ? Infinity : upper)),
    cost: Float64Array.from(rows, ([, , , , cost]) => cost),
  };
}
