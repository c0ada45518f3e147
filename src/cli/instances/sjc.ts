import type { LocationProblem } from "../../kernels/location/problem.ts";
import type { InstanceFormat } from "./instance.ts";
import { medianProblem, medianSolution, solveInstance } from "./location.ts";
import { NumberReader } from "./numbers.ts";

/** Capacitated p-median on points of São José dos Campos (Lorena and Senne 2004). */
export const sjc: InstanceFormat = {
  name: "sjc",
  source:
    "SJC: N P, then N lines X Y CAPACITY DEMAND; minimise the sum of Euclidean distances, neither rounded nor weighted by " +
    "demand; exactly P medians",
  solve: async (text, run) => {
    const problem = parseSjc(text);
    return solveInstance(problem, run, medianSolution(Array.from({ length: problem.units }, (_, point) => point + 1)));
  },
};

/** Reads the file; throws with the line where it is damaged. */
export function parseSjc(text: string): LocationProblem {
  const file = new NumberReader(text);
  const points = file.count("number of points");
  const medians = file.count("number of medians");
  file.need(4 * points, "points");
  const rows = Array.from({ length: points }, () => {
    const [x, y] = [file.amount("x", -Infinity), file.amount("y", -Infinity)];
    return { x, y, capacity: file.amount("capacity"), demand: file.amount("demand") };
  });
  file.end();
  return medianProblem(rows, medians, (distance) => distance);
}
