import type { LocationProblem } from "../../kernels/location/problem.ts";
import type { InstanceFormat } from "./instance.ts";
import { medianProblem, solveInstance } from "./location.ts";
import { NumberReader } from "./numbers.ts";

/** Capacitated p-median as in the OR-Library (Osman and Christofides 1994). */
export const orlibCpmp: InstanceFormat = {
  name: "orlib-cpmp",
  source:
    "OR-Library pmedcap: ID VALUE, then N P CAPACITY, then N lines ID X Y DEMAND; " +
    "minimise the sum of Euclidean distances rounded down, not weighted by demand; exactly P medians",
  solve: async (text, run) => solveInstance(parseOrlibCpmp(text), run),
};

/** Reads the file; throws with the line where it is damaged. The value in its first line is not used. */
export function parseOrlibCpmp(text: string): LocationProblem {
  const file = new NumberReader(text);
  file.amount("instance number");
  file.amount("value noted in the file");
  const points = file.count("number of points");
  const medians = file.count("number of medians");
  const capacity = file.amount("capacity of a median");
  file.need(4 * points, "points");
  const rows = Array.from({ length: points }, () => {
    file.amount("number of a point");
    const [x, y] = [file.amount("x", -Infinity), file.amount("y", -Infinity)];
    return { x, y, demand: file.amount("demand"), capacity };
  });
  file.end();
  return medianProblem(rows, medians, Math.floor);
}
