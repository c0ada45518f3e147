import { nodeSolver } from "../../src/cli/solver.ts";
import type { AssignmentPolicy } from "../../src/domain/question.ts";
import { openCase } from "../../src/open-case.ts";
import { consolidate } from "../../src/solve/consolidate/consolidate.ts";
import { gridTown } from "./grid-town.ts";
import { type Group, inSeconds, peakMemory, processorClock, type Result } from "./measure.ts";

/** Towns of two schools a district, of which some have too few places for those who live nearest, and how many merged districts they get. */
const TOWNS = [
  { columns: 4, rows: 4, pupils: 8000, into: 8 },
  { columns: 5, rows: 4, pupils: 10_000, into: 10 },
  { columns: 6, rows: 5, pupils: 15_000, into: 15 },
] as const;
const SEED = 1;

/** Lists that are too long: the best by each measure, with what it may be from the best of all. Once each, since it takes long. */
export const bestGroupingsGroup: Group = {
  name: "best-groupings",
  asked: "by name alone",
  run: async () => {
    const results: Result[] = [];
    for (const town of TOWNS)
      for (const policy of ["stay", "nearest"] as const) results.push(...(await bestOf(town, policy)));
    return [
      ...results,
      { what: "too many to list: peak memory of all this", on: "", value: peakMemory(), target: "1024 MB" },
    ];
  },
};

async function bestOf(
  { columns, rows, pupils, into }: (typeof TOWNS)[number],
  policy: AssignmentPolicy,
): Promise<readonly Result[]> {
  const opened = openCase(
    gridTown({ columns, rows, schoolsADistrict: 2, pupils, places: [0.9, 1.4], seed: SEED }),
  ).value;
  if (!opened) throw new Error("the town does not open");
  const worked = processorClock();
  const question = { kind: "consolidate", districts: into, policy, contiguity: "ferry", rules: [] } as const;
  const outcome = await consolidate(opened.basis, question, nodeSolver());
  const ms = worked();
  if (outcome.status !== "optimal" && outcome.status !== "stopped") throw new Error(`${policy}: ${outcome.status}`);
  const { best = [], columns: solved } = outcome.answer;
  const on = `${columns * rows} into ${into}, ${pupils} pupils, seed ${SEED}, ${policy}`;
  const proven = best.filter(({ gap }) => gap === 0).length;
  return [
    {
      what: "too many to list, of processor",
      on: `${on}: ${solved.length} merged districts shown`,
      value: inSeconds(ms),
      target: "60 s",
    },
    { what: "too many to list, measures proven best", on, value: `${proven} of ${best.length}`, target: "" },
    ...best.map(({ measure, value, bound, gap }) => ({
      what: `long list: ${measure}`,
      on: `${on}: ${value.toFixed(1)}, not below ${bound.toFixed(1)}`,
      value: gap < Infinity ? `${(100 * gap).toFixed(2)} %` : "no bound",
      target: "2 %",
    })),
  ];
}
