import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { FORMATS } from "../../src/cli/instances/formats.ts";
import type { LocationProblem } from "../../src/kernels/location/problem.ts";
import { solveLocation } from "../../src/kernels/location/solve.ts";
import { bandsProblem, growthProblem } from "./location-cases.ts";
import { assignmentClassD, boardMedians, facilities, tightMedians } from "./location-families.ts";
import { type Group, inSeconds, peakMemory, processorClock, type Result } from "./measure.ts";

/** Folder of a family of published instances, its format, how long each gets, and what the project asks of itself. */
interface Family {
  readonly folder: string;
  readonly format: string;
  readonly seconds: number;
  readonly target: string;
}

const FAMILIES: readonly Family[] = [
  { folder: "cpmp_orlib", format: "orlib-cpmp", seconds: 3, target: "best known within 3 s" },
  { folder: "cpmp_sjc", format: "sjc", seconds: 10, target: "0.1 % in 10 s, bound 0.25 %" },
  { folder: "sscflp_holmberg", format: "holmberg", seconds: 20, target: "optimal within 20 s" },
  { folder: "sscflp_yang", format: "holmberg", seconds: 20, target: "0.25 % in 20 s" },
  { folder: "gap", format: "gap", seconds: 20, target: "optimal or near" },
];

/** Published instances of location and assignment, one run each with seed 1. */
export const location: Group = {
  name: "location",
  run: async () => {
    const root = process.env["SKOLEDISTRIKT_INSTANCES"] ?? resolve("../shared/instances");
    const table = join(root, "best_known.csv");
    if (!existsSync(table)) return [{ what: "location", on: `${table} not found`, value: "skipped", target: "" }];
    const rows = readFileSync(table, "utf8")
      .split("\n")
      .map((line) => line.split(","));
    const results: Result[] = [];
    for (const family of FAMILIES)
      for (const [, , file, units, sites, known] of rows.filter((row) => row[2]?.startsWith(`${family.folder}/`)))
        results.push(await published(family, join(root, file), `${file}, ${units} x ${sites}`, Number(known)));
    return results;
  },
};

async function published(family: Family, path: string, on: string, known: number): Promise<Result> {
  const format = FORMATS.find(({ name }) => name === family.format);
  if (!format) throw new Error(`there is no format ${family.format}`);
  const text = readFileSync(path, "utf8");
  const started = performance.now();
  const deadline = started + 1000 * family.seconds;
  const answer = await format.solve(text, {
    seed: 1,
    shouldStop: () => performance.now() >= deadline,
    onProgress: () => undefined,
  });
  const against = answer.value === undefined ? "" : `, ${percent(answer.value / known - 1)} from best known ${known}`;
  const value = `${figures(answer)}, ${inSeconds(performance.now() - started)}${against}`;
  return { what: `location: ${family.format}`, on, value, target: family.target };
}

/** Whole units under three band capacities at once, and sites to choose. */
export const bands: Group = {
  name: "bands",
  run: () =>
    Promise.resolve(
      [
        { units: 200, sites: 24, seed: 1, seconds: 30 },
        { units: 200, sites: 24, seed: 2, seconds: 30 },
        { units: 400, sites: 40, seed: 1, seconds: 60 },
        { units: 400, sites: 40, seed: 2, seconds: 60 },
      ].map(({ units, sites, seed, seconds }) => ({
        what: "location: whole units, three bands at once",
        on: `${units} x ${sites} x 3, seed ${seed}`,
        value: seeded(bandsProblem(units, sites, 3, seed), seconds),
        target: "gap under 1 %",
      })),
    ),
};

/** Made-up instances of the published families, of the sizes of those that are not at hand; a processor second is a second. */
export const seededLocation: Group = {
  name: "location-seeded",
  asked: "by name alone",
  run: () => {
    const cases: readonly (readonly [string, string, number, () => LocationProblem, string])[] = [
      ...[0.9, 0.94, 0.97].flatMap((fill) =>
        [1, 2, 3, 4].map((seed) => {
          const make = () => tightMedians(100, 10, fill, seed);
          return ["medians, tight", `100 x 10, ${100 * fill} % filled, seed ${seed}`, 3, make, "proven"] as const;
        }),
      ),
      ["medians, board", "3038 x 600, seed 1", 300, () => boardMedians(3038, 600, 1), "0.5 %"],
      ...[
        [100, 5],
        [200, 10],
        [100, 20],
        [200, 20],
        [400, 40],
      ].map(([jobs, agents]) => {
        const make = () => assignmentClassD(jobs, agents, 1);
        return ["assignment, class D", `${jobs} x ${agents}, seed 1`, 60, make, "0.05 % from best known"] as const;
      }),
      ...[30, 60].map((sites) => {
        const make = () => facilities(200, sites, 1);
        return ["facilities", `200 x ${sites}, seed 1`, 60, make, "0.05 % from best known"] as const;
      }),
    ];
    return Promise.resolve(
      cases.map(([what, on, seconds, make, target]) => ({
        what: `location: ${what}`,
        on,
        value: seeded(make(), seconds, processorClock()),
        target,
      })),
    );
  },
};

/** Time, gap and memory as the number of units and sites grows; memory is the highest of this process so far. */
export const growth: Group = {
  name: "growth",
  run: () =>
    Promise.resolve(
      [
        [250, 8],
        [1000, 20],
        [4000, 80],
        [16000, 200],
      ].map(([units, sites]) => ({
        what: "location: growth",
        on: `${units} x ${sites}, seed 1`,
        value: `${seeded(growthProblem(units, sites, 1), 60)}, ${peakMemory()}`,
        target: "under 2 GB",
      })),
    ),
};

function seeded(problem: LocationProblem, seconds: number, clock = wallClock()): string {
  const answer = solveLocation(problem, { seed: 1, shouldStop: () => clock() >= 1000 * seconds });
  const { status } = answer;
  if (status === "infeasible") return status;
  const value = answer.plan?.value;
  return `${figures({ status, bound: answer.bound, ...(value !== undefined && { value }) })}, ${inSeconds(clock())}`;
}

function wallClock(): () => number {
  const started = performance.now();
  return () => performance.now() - started;
}

function figures({ status, value, bound }: { status: string; value?: number; bound?: number }): string {
  if (value === undefined || bound === undefined) return `${status}, no plan`;
  const proof = status === "optimal" ? "optimal" : `bound ${short(bound)}, gap ${percent(1 - bound / value)}`;
  return `${short(value)}, ${proof}`;
}

const short = (value: number): string => (Number.isInteger(value) ? `${value}` : value.toFixed(2));
const percent = (share: number): string => `${(100 * share).toFixed(3)} %`;
