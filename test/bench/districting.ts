import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseHess } from "../../src/cli/instances/hess.ts";
import { parseLcps } from "../../src/cli/instances/lcps.ts";
import { fillAndShapeBound } from "../../src/kernels/districting/fill-and-shape.ts";
import { searchFilled } from "../../src/kernels/districting/fill-search.ts";
import { solveDistricting } from "../../src/kernels/districting/solve.ts";
import { type Group, inSeconds, type Result } from "./measure.ts";

const ROOT = process.env["SKOLEDISTRIKT_INSTANCES"] ?? resolve("../shared/instances");

/** Contiguous districting on published instances, one run each with seed 1: value, bound, gap, time, best known. */
export const districting: Group = {
  name: "districting",
  run: () => {
    if (!existsSync(ROOT))
      return Promise.resolve([{ what: "districting", on: `${ROOT} not found`, value: "skipped", target: "" }]);
    return Promise.resolve([...hess("districting_county", 60), ...hess("districting_tract", 120), ...loudoun()]);
  },
};

function hess(family: string, seconds: number): readonly Result[] {
  return filesOf(family).map((file) => {
    const { problem } = parseHess(readFileSync(join(ROOT, family, file), "utf8"));
    const started = performance.now();
    const { plan, bound } = solveDistricting(problem, {
      seed: 1,
      shouldStop: () => performance.now() - started > 1000 * seconds,
    });
    const known = bestKnown((cells) => cells[2] === `${family}/${file}` && cells[1].endsWith("+ contiguity"));
    return {
      what: `least moment of inertia, contiguous: ${family.split("_")[1]}`,
      on: `${file.split(".")[0]}, ${problem.demand.length} units, ${problem.districts} districts`,
      value: measured(plan?.cost, bound, performance.now() - started),
      target: `${known} in ${seconds} s`,
    };
  });
}

/** Values after 5 and 60 seconds of a level alone, against the best published run. */
function loudoun(): readonly Result[] {
  return filesOf("school_lcps")
    .filter((file) => file.endsWith(".json"))
    .flatMap((file) => parseLcps(readFileSync(join(ROOT, "school_lcps", file), "utf8")))
    .flatMap(({ name, problem }) =>
      [5, 60].map((seconds) => {
        const started = performance.now();
        const isOver = () => performance.now() - started > 1000 * seconds;
        const search = searchFilled(problem, 1, isOver);
        let plan = search.next().value;
        while (!isOver()) plan = search.next().value;
        const known = bestKnown((cells) => cells[1] === `LCPS ${name.toUpperCase()} published best`);
        return {
          what: `fill and shape, contiguous: Loudoun ${name}`,
          on: `${problem.demand.length} units, ${problem.seatUnit.length} schools`,
          value: measured(plan.value, fillAndShapeBound(problem), performance.now() - started),
          target: `below ${known} (published)`,
        };
      }),
    );
}

function measured(value: number | undefined, bound: number, ms: number): string {
  if (value === undefined) return `${bound === Infinity ? "infeasible" : "no plan"}, ${inSeconds(ms)}`;
  const gap = Math.max(0, (100 * (value - bound)) / value);
  const [shown, below] = [value, bound].map((number) => number.toFixed(value < 100 ? 4 : 2));
  return gap < 1e-7
    ? `${shown} proven, ${inSeconds(ms)}`
    : `${shown}, bound ${below} (${gap.toFixed(2)} %), ${inSeconds(ms)}`;
}

const filesOf = (family: string): readonly string[] =>
  existsSync(join(ROOT, family)) ? readdirSync(join(ROOT, family)).toSorted() : [];

function bestKnown(matches: (cells: readonly string[]) => boolean): string {
  const rows = readFileSync(join(ROOT, "best_known.csv"), "utf8").split("\n");
  return rows.map((line) => line.split(",")).find(matches)?.[5] ?? "unknown";
}
