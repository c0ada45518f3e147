import { readCaseFolder } from "../../src/cli/files.ts";
import { nodeSolver } from "../../src/cli/solver.ts";
import { type Consolidation, findGrouping } from "../../src/compare/groupings.ts";
import { ranks } from "../../src/compare/pareto.ts";
import type { AssignmentPolicy } from "../../src/domain/question.ts";
import type { Basis } from "../../src/evaluate/basis.ts";
import { evaluatePlan } from "../../src/evaluate/evaluate.ts";
import { importCase } from "../../src/import/import-case.ts";
import { type OpenCase, openCase } from "../../src/open-case.ts";
import { criterion } from "../../src/report/measured-list.ts";
import { consolidate } from "../../src/solve/consolidate/consolidate.ts";
import { computeTravel } from "../../src/travel/travel.ts";
import { realHolbaekWithZones } from "../cases/real-zones.ts";
import { type Group, inMs, inSeconds, peakMemory, type Result, timed } from "./measure.ts";

/** The main job on the schematic case that comes with the project. */
export const schematic: Group = {
  name: "holbaek",
  run: async () => mainJob("data/holbaek", await readCaseFolder("data/holbaek")),
};

/** The main job on real roads, outline and children; needs the geodata beside the repo. */
export const real: Group = {
  name: "real",
  run: async () => {
    const found = realHolbaekWithZones();
    if ("missing" in found) return [{ what: "Holbæk on real roads", on: found.missing, value: "skipped", target: "" }];
    return mainJob("Holbæk, real roads", found.files);
  },
};

async function mainJob(name: string, files: ReadonlyMap<string, Uint8Array>): Promise<readonly Result[]> {
  const imported = await timed(() => importCase(files));
  if (!imported.value.value) throw new Error(`${name} does not import`);
  const { municipality } = imported.value.value;
  const { units, demand, roads } = municipality;
  const size = `${units.count} units, ${demand.pointCount} points, ${roads.count} lines, ${municipality.sites.length} sites`;
  const travel = await timed(() => computeTravel(municipality));
  const opened = openCase(files).value;
  if (!opened) throw new Error(`${name} does not open`);
  const { basis } = opened;
  const evaluation = await timed(() => evaluatePlan(basis, opened.plans[1] ?? basis.baseline));
  const stay = await timed(() => list(basis, "stay"));
  const nearest = await timed(() => list(basis, "nearest"));
  return [
    { what: `${name}: import of all files`, on: size, value: inMs(imported.ms), target: "1 s for 7,000 pupil rows" },
    { what: `${name}: graph and travel tables`, on: size, value: inMs(travel.ms), target: "300 ms on real roads" },
    { what: `${name}: evaluate one plan`, on: size, value: inMs(evaluation.ms), target: "" },
    listed(`${name}: complete list, stay`, stay, "0.5 s"),
    listed(`${name}: complete list, nearest with capacity`, nearest, "5 s"),
    { what: `${name}: peak memory of all this`, on: size, value: peakMemory(), target: "400 MB" },
    ...standing(name, opened, nearest.value),
  ];
}

async function list(basis: Basis, policy: AssignmentPolicy): Promise<Consolidation> {
  const question = { kind: "consolidate", districts: 4, policy, contiguity: "ferry", rules: [] } as const;
  const outcome = await consolidate(basis, question, nodeSolver());
  if (outcome.status !== "optimal") throw new Error(`${policy}: ${outcome.status}`);
  return outcome.answer;
}

const listed = (what: string, { ms, value }: { ms: number; value: Consolidation }, target: string): Result => ({
  what,
  on: `8 into 4: ${value.count} contiguous of ${value.existing}, ${value.columns.length} merged districts`,
  value: inSeconds(ms),
  target,
});

/** Where the decision of 2016 stands under "nearest" by what puts plans in places: money and school changes do not (data/README.md). */
function standing(name: string, { plans }: OpenCase, answer: Consolidation): readonly Result[] {
  const decision = plans.find(({ id }) => id === "2016");
  const grouping = decision && findGrouping(answer, decision);
  const found = criterion(answer, STANDS_BY);
  if (grouping === undefined || !found) return [];
  const value = `no. ${ranks(found, answer.count)[grouping]} of ${answer.count}`;
  return [{ what: `${name}: the decision of 2016 by ${STANDS_BY}, nearest`, on: "", value, target: "" }];
}

const STANDS_BY = "pupil-kilometres";
