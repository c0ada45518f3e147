import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseHess } from "../../src/cli/instances/hess.ts";
import { parseLcps } from "../../src/cli/instances/lcps.ts";
import { fillAndShapeBound } from "../../src/kernels/districting/fill-and-shape.ts";
import { searchFilled } from "../../src/kernels/districting/fill-search.ts";
import { solveDistricting } from "../../src/kernels/districting/solve.ts";
import { MADE_UP_STATES, madeUpState } from "./made-up-state.ts";
import { type Group, inSeconds, processorClock, type Result } from "./measure.ts";

const ROOT = process.env["SKOLEDISTRIKT_INSTANCES"] ?? resolve("../shared/instances");

/** Processor seconds of one core that each may take. */
const SECONDS = { county: 60, tract: 120 } as const;
type Kind = keyof typeof SECONDS;

/**
 * Contiguous districting on published instances and on made-up states, one run each with seed 1: value, bound, gap, seconds of processor,
 * best known. `DISTRICTING_ONLY` names the made-up states to run alone, with commas between; `DISTRICTING_SECONDS` is another time for each.
 */
export const districting: Group = {
  name: "districting",
  run: () => {
    const only = process.env["DISTRICTING_ONLY"]?.split(",");
    if (only) return Promise.resolve(madeUp(only));
    const published = existsSync(ROOT)
      ? [...hess("county"), ...hess("tract"), ...loudoun()]
      : [{ what: "districting", on: `${ROOT} not found`, value: "skipped", target: "" }];
    return Promise.resolve([...published, ...madeUp(Object.keys(MADE_UP_STATES))]);
  },
};

function hess(kind: Kind): readonly Result[] {
  const family = `districting_${kind}`;
  return filesOf(family).map((file) => {
    const known = bestKnown((cells) => cells[2] === `${family}/${file}` && cells[1].endsWith("+ contiguity"));
    return leastInertia(kind, file.split(".")[0], readFileSync(join(ROOT, family, file), "utf8"), known);
  });
}

const madeUp = (names: readonly string[]): readonly Result[] =>
  names.map((name) => {
    const state = MADE_UP_STATES[name];
    if (!state) throw new Error(`no made-up state ${name}; there are ${Object.keys(MADE_UP_STATES).join(", ")}`);
    const kind = state.kind === "tracts" ? "tract" : "county";
    return leastInertia(kind, `made-up ${name}`, madeUpState(state));
  });

function leastInertia(kind: Kind, name: string, text: string, known?: string): Result {
  const { problem } = parseHess(text);
  const seconds = Number(process.env["DISTRICTING_SECONDS"] ?? SECONDS[kind]);
  const worked = processorClock();
  const { plan, bound } = solveDistricting(problem, { seed: 1, shouldStop: () => worked() > 1000 * seconds });
  return {
    what: `least moment of inertia, contiguous: ${kind}`,
    on: `${name}, ${problem.demand.length} units, ${problem.districts} districts`,
    value: measured(plan?.cost, bound, worked()),
    target: `${known ?? "best"} in ${seconds} s`,
  };
}

/** Values after 5 and 60 seconds of a level alone, against the best published run. */
function loudoun(): readonly Result[] {
  return filesOf("school_lcps")
    .filter((file) => file.endsWith(".json"))
    .flatMap((file) => parseLcps(readFileSync(join(ROOT, "school_lcps", file), "utf8")))
    .flatMap(({ name, problem }) =>
      [5, 60].map((seconds) => {
        const worked = processorClock();
        const isOver = () => worked() > 1000 * seconds;
        const search = searchFilled(problem, 1, isOver);
        let plan = search.next().value;
        while (!isOver()) plan = search.next().value;
        const known = bestKnown((cells) => cells[1] === `LCPS ${name.toUpperCase()} published best`);
        return {
          what: `fill and shape, contiguous: Loudoun ${name}`,
          on: `${problem.demand.length} units, ${problem.seatUnit.length} schools`,
          value: measured(plan.value, fillAndShapeBound(problem), worked()),
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
