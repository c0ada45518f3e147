import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodeSha256, readCaseFolder } from "../../src/cli/files.ts";
import { nodeSolver } from "../../src/cli/solver.ts";
import { timeLimit } from "../../src/cli/time-limit.ts";
import type { AssignmentRule, ReassignQuestion } from "../../src/domain/question.ts";
import type { Basis } from "../../src/evaluate/basis.ts";
import { evaluatePlan, makeBasis } from "../../src/evaluate/evaluate.ts";
import { readFormats } from "../../src/import/formats/read-formats.ts";
import { importCase } from "../../src/import/import-case.ts";
import { reassign } from "../../src/solve/assignment/reassign.ts";
import { resolvePlans } from "../../src/travel/plans.ts";
import { computeTravel } from "../../src/travel/travel.ts";
import { writeLargeCase } from "./import.ts";
import { type Group, inMs, inSeconds, peakMemory, processorClock, type Result } from "./measure.ts";

/** Share of a city: `SHARE=0.1 npm run bench -- city` is of a tenth. */
const SHARE = Number(process.env["SHARE"] ?? 1);
const CITY = { pupils: 180_000 * SHARE, roads: 500_000 * SHARE, schools: Math.round(200 * SHARE), seed: 1 };
const SECONDS = Number(process.env["SECONDS"] ?? 60);
/** Evaluations after which what is measured is the program and not its warming up. */
const EVALUATIONS = 5;

const QUESTIONS: readonly (readonly [name: string, rules: readonly AssignmentRule[]])[] = [
  ["capacity", [{ kind: "capacity" }]],
  ["capacity, zones in one piece", [{ kind: "capacity" }, { kind: "contiguous-zones" }]],
];

/** A made-up city from its files to who goes where, in processor time; memory is the highest so far. */
export const cityGroup: Group = {
  name: "city",
  asked: "by name alone",
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), "skoledistrikt-city-"));
    try {
      writeLargeCase(folder, { ...CITY, kind: "city" });
      return await measured(folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function measured(folder: string): Promise<readonly Result[]> {
  const reading = processorClock();
  const { value, issues } = importCase(await readFormats(await readCaseFolder(folder)), { sha256: nodeSha256 });
  if (!value) throw new Error(JSON.stringify(issues));
  const { municipality } = value;
  const { units, roads, sites } = municipality;
  const on = `made-up city: ${CITY.pupils} pupils, ${units.count} units, ${sites.length} sites, ${roads.count} roads, seed ${CITY.seed}`;
  const results: Result[] = [];
  const add = (what: string, ms: string, target: string, more = ""): void => {
    results.push({ what: `city: ${what}`, on, value: `${ms}${more}, ${peakMemory()}`, target });
  };
  add("import", inSeconds(reading()), "10 s");
  const going = processorClock();
  const { value: travel } = computeTravel(municipality);
  add("roads to ways", inSeconds(going()), "5 s");
  const [today] = resolvePlans(municipality, travel, value.plans);
  const basis = makeBasis(municipality, travel, today);
  for (let warm = 1; warm < EVALUATIONS; warm++) evaluatePlan(basis, today);
  const evaluating = processorClock();
  evaluatePlan(basis, today);
  add("a plan measured", inMs(evaluating()), "100 ms");
  for (const [name, rules] of QUESTIONS) {
    const solving = processorClock();
    const found = await answered(basis, rules);
    add(
      `who goes where, ${name}, ${SECONDS} s by the clock`,
      inSeconds(solving()),
      "within 1 %, 2048 MB",
      `, ${found}`,
    );
  }
  return results;
}

async function answered(basis: Basis, rules: readonly AssignmentRule[]): Promise<string> {
  const question: ReassignQuestion = {
    kind: "reassign",
    stages: [[{ objective: "pupil-metres", weight: 1 }]],
    rules,
    limits: { seed: 1, seconds: SECONDS },
  };
  const outcome = await reassign(basis, basis.baseline, question, nodeSolver(), { shouldStop: timeLimit(SECONDS) });
  if (outcome.status === "optimal") return "proven";
  return outcome.status === "stopped" ? `at most ${(100 * outcome.gap).toFixed(3)} % from the best` : outcome.status;
}
