import { BAND_COUNT } from "../cases/folkeskole.ts";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Plan } from "../../src/domain/plan.ts";
import { writeProposal } from "../../src/edit/proposal-file.ts";
import { evaluatePlan } from "../../src/evaluate/evaluate.ts";
import { type ComparisonFile, comparisonFileSchema } from "../../src/protocol/comparison-file.ts";
import { type ForecastFile, forecastFileSchema } from "../../src/protocol/forecast-file.ts";
import type { WrittenPlan, Zone } from "../../src/protocol/plan-file.ts";
import {
  type ConsolidationFile,
  consolidationFileSchema,
  type EvaluationFile,
  evaluationFileSchema,
  type Provenance,
} from "../../src/protocol/result-file.ts";
import { type SolutionFile, solutionFileSchema } from "../../src/protocol/solution-file.ts";
import type { BusesFile } from "../../src/report/buses-file.ts";
import { planOfZones } from "../../src/travel/plans.ts";
import { openedCase } from "../cases/opened.ts";
import { here } from "./here.ts";

const folder = mkdtempSync(join(tmpdir(), "recompute-"));
afterAll(() => rmSync(folder, { recursive: true }));

const { basis, plans, dataHash } = openedCase("lattice");
const { municipality, baseline } = basis;

async function asked(command: string, flag = "json"): Promise<string> {
  // Of the planner's own files every figure is exact.
  const path = join(folder, "answer.internal.json");
  const { code, err } = await here(...command.split(" "), `--${flag}`, path);
  expect([code, err], command).toEqual([0, expect.anything()]);
  return readFileSync(path, "utf8");
}

async function answerTo<File>(command: string, flag?: string): Promise<File> {
  return JSON.parse(await asked(command, flag)) as File;
}

const ASKED = [
  ["evaluate data/lattice --plan today", evaluationFileSchema],
  ["forecast data/lattice --years 3 --draws 20", forecastFileSchema],
  ["compare data/lattice --plan today --draws 100", comparisonFileSchema],
  ["consolidate data/lattice --districts 2 --policy nearest", consolidationFileSchema],
  ["consolidate data/lattice --districts 2", consolidationFileSchema],
  ["reassign data/lattice --minimise pupil-metres --rule capacity", solutionFileSchema],
  ["network data/lattice --networks 3", solutionFileSchema],
  ["redraw data/lattice --districts 2 --tolerance 50%", solutionFileSchema],
  ["price data/lattice --rule capacity --rule keeps-own-unit", solutionFileSchema],
  ["pareto data/lattice --objectives pupil-metres,changed-site", solutionFileSchema],
  ["repair data/lattice --plan today --rule capacity", solutionFileSchema],
] as const;

describe("the same question gives the same bytes, but for the run, which can be left out", () => {
  test.each(ASKED)("%s", async (command, schema) => {
    const timeless = await asked(`${command} --time omit`);
    expect(await asked(`${command} --time omit`)).toBe(timeless);
    const { run, ...rest } = schema.parse(await answerTo(command));
    expect(run!.secondsUsed).toBeGreaterThanOrEqual(0);
    expect(schema.parse(JSON.parse(timeless))).toEqual(rest);
  });

  test("buses", async () => {
    const command = "buses data/lattice";
    expect(await asked(command, "geojson")).toBe(await asked(command, "geojson"));
  });
});

/** A plan as a file says it, and nothing else. */
const planIn = (file: WrittenPlan): Plan => planOfZones(municipality, file, file.assignment.zones);

const measured = (plan: Plan): Readonly<Record<string, number>> => Object.fromEntries(evaluatePlan(basis, plan).values);

describe("an answer says who goes where, and its figures follow from that", () => {
  test("evaluate", async () => {
    const { plan, measures } = await answerTo<EvaluationFile>("evaluate data/lattice --plan today --baseline today");
    const values = Object.fromEntries(
      measures.flatMap(({ key, value }) => (value === undefined ? [] : [[key, value]])),
    );
    expect(values).toEqual(measured(planIn(plan)));
  });

  test("forecast, compare and buses", async () => {
    const followed = await answerTo<ForecastFile>("forecast data/lattice --years 1");
    const compared = await answerTo<ComparisonFile>("compare data/lattice --plan today --draws 100");
    const carried = await answerTo<BusesFile>("buses data/lattice", "geojson");
    for (const plan of [followed.plan, compared.plans[0].plan, carried.plan])
      expect(planIn(plan).assignment).toEqual(baseline.assignment);
    expect(carried.terms).toMatchObject({ seats: 50, longestRide: 60 });
  });

  test.each(ASKED.filter(([, schema]) => schema === solutionFileSchema).map(([command]) => command))(
    "%s",
    async (command) => {
      const { answers, prices = [] } = await answerTo<SolutionFile>(command);
      expect(answers.length).toBeGreaterThan(0);
      for (const { plan, measures } of answers) expect(measured(planIn(plan))).toEqual(measures);
      for (const { differences, without } of prices) {
        const [kept, left] = [answers[0].measures, measured(planIn(without.plan))];
        for (const [key, difference] of Object.entries(differences))
          expect(Number(kept[key]) - left[key], key).toBe(difference);
      }
    },
  );

  test.each(["stay", "nearest"])("every grouping, %s", async (policy) => {
    const { today, moves, groupings } = await answerTo<ConsolidationFile>(
      `consolidate data/lattice --districts 2 --policy ${policy}`,
    );
    expect(moves === undefined).toBe(policy === "stay");
    const unit = new Map(municipality.units.id.map((id, number) => [id, number]));
    for (const { districts, values } of groupings) {
      const { assignment, ...start } = planIn(today!);
      const put = ({ site, bands, units }: Zone): void => {
        const to = municipality.sites.findIndex(({ id }) => id === site);
        for (const id of units)
          for (const band of bands) assignment[unit.get(id)! * BAND_COUNT + ["0-3", "4-6", "7-9"].indexOf(band)] = to;
      };
      const joined = new Set(districts.map(({ joins }) => joins.join()));
      for (const { joins, zones } of moves ?? []) if (joined.has(joins.join())) zones.forEach(put);
      const merged = districts.map(({ id, name, sites }) => ({
        id,
        name,
        sites: sites.map((site) => municipality.sites.findIndex((each) => each.id === site)),
      }));
      expect(measured({ ...start, districts: merged, assignment })).toEqual(values);
    }
  });
});

const named = (name: string, file: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(file));
  return path;
};
const hashOf = (path: string): string => createHash("sha256").update(readFileSync(path)).digest("hex");

describe("a case has one hash, whatever files are named beside it", () => {
  const own = { format: "skoledistrikt-plan", version: 1, id: "mine", title: "Vores" };
  const mine = named("mine.json", { ...own, assignment: { kind: "nearest", within: "municipality" } });
  const other = named("other.json", { ...own, assignment: { kind: "nearest", within: "today" } });
  const ground = { municipality, plans, dataHash };
  const proposal = named("drawn.json", writeProposal({ id: "drawn", start: plans[0], edits: [] }, ground));
  const inside = "data/lattice/plans/today.json";

  test.each<[string, readonly (readonly [id: string, path: string])[]]>([
    ["evaluate data/lattice --plan today", []],
    [`evaluate data/lattice --plan ${inside}`, []],
    [`evaluate data/lattice --plan ${mine}`, [["mine", mine]]],
    [`evaluate data/lattice --plan today --baseline ${mine}`, [["mine", mine]]],
    [
      `evaluate data/lattice --plan ${mine} --baseline ${other}`,
      [
        ["mine", mine],
        ["other", other],
      ],
    ],
    [`evaluate data/lattice --plan ${proposal}`, [["today", proposal]]],
    [`forecast data/lattice --years 1 --plan ${mine}`, [["mine", mine]]],
    [`reassign data/lattice --plan ${mine} --minimise pupil-metres`, [["mine", mine]]],
    [
      `compare data/lattice --plan today --plan ${mine} --plan ${proposal} --draws 100`,
      [
        ["mine", mine],
        ["drawn", proposal],
      ],
    ],
  ])("%s", async (command, outside) => {
    const { provenance } = await answerTo<{ readonly provenance: Provenance }>(command);
    expect(provenance.case.dataHash).toBe(dataHash);
    const wanted = outside.map(([id, path]) => ({ id, hash: hashOf(path) }));
    expect(provenance.plans ?? []).toEqual(wanted);
  });
});
