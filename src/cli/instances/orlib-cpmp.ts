import type { LocationProblem } from "../../kernels/location/problem.ts";
import type { InstanceFormat } from "./instance.ts";
import { medianProblem, medianSolution, solveInstance } from "./location.ts";
import { NumberReader } from "./numbers.ts";

/** Capacitated p-median as in the OR-Library (Osman and Christofides 1994). */
export const orlibCpmp: InstanceFormat = {
  name: "orlib-cpmp",
  source:
    "OR-Library pmedcap: ID VALUE, then N P CAPACITY, then N lines ID X Y DEMAND; " +
    "minimise the sum of Euclidean distances rounded down, not weighted by demand; exactly P medians",
  solve: async (text, run) => {
    const { problem, number } = parseOrlibCpmp(text);
    return solveInstance(problem, run, medianSolution(number));
  },
};

interface NumberedProblem {
  readonly problem: LocationProblem;
  /** What the file calls each point, `[point]`. */
  readonly number: readonly number[];
}

/** Reads the file; throws with the line where it is damaged. The value in its first line is not used. */
export function parseOrlibCpmp(text: string): NumberedProblem {
  const file = new NumberReader(text);
  file.amount("instance number");
  file.amount("value noted in the file");
  const points = file.count("number of points");
  const medians = file.count("number of medians");
  const capacity = file.amount("capacity of a median");
  file.need(4 * points, "points");
  const rows = Array.from({ length: points }, () => {
    const number = file.amount("number of a point");
    const [x, y] = [file.amount("x", -Infinity), file.amount("y", -Infinity)];
    return { number, x, y, demand: file.amount("demand"), capacity };
  });
  file.end();
  return { problem: medianProblem(rows, medians, Math.floor), number: rows.map(({ number }) => number) };
}
