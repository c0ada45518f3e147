import { nodeSolver } from "../../src/cli/solver.ts";
import type { AssignmentPolicy } from "../../src/domain/question.ts";
import { openCase } from "../../src/open-case.ts";
import { consolidate } from "../../src/solve/consolidate/consolidate.ts";
import { gridTown } from "./grid-town.ts";
import { type Group, inSeconds, peakMemory, processorClock, type Result } from "./measure.ts";

/** Twelve districts of two schools each, of which some have too few places for those who live nearest. */
const TOWN = { columns: 4, rows: 3, schoolsADistrict: 2, pupils: 6000, places: [0.9, 1.4], seed: 1 } as const;

/** The complete list of a town of more districts than eight, in processor time; once, since it takes long. */
export const listGroup: Group = {
  name: "list",
  run: async () => [
    await listed(4, "stay", "3 s"),
    await listed(4, "nearest", "15 s"),
    { what: "list: peak memory of all this", on: "", value: peakMemory(), target: "1024 MB" },
  ],
};

async function listed(districts: number, policy: AssignmentPolicy, target: string): Promise<Result> {
  const opened = openCase(gridTown(TOWN)).value;
  if (!opened) throw new Error("the town does not open");
  const worked = processorClock();
  const question = { kind: "consolidate", districts, policy, contiguity: "ferry", rules: [] } as const;
  const outcome = await consolidate(opened.basis, question, nodeSolver());
  const ms = worked();
  if (outcome.status !== "optimal") throw new Error(`${policy}: ${outcome.status}`);
  const { count, columns } = outcome.answer;
  return {
    what: `list: ${policy}, of processor`,
    on: `${TOWN.columns * TOWN.rows} into ${districts}, ${TOWN.pupils} pupils, seed ${TOWN.seed}: ${count} contiguous, ${columns.length} merged districts`,
    value: inSeconds(ms),
    target,
  };
}
