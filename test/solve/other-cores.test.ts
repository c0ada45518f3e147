import { expect, test } from "vitest";
import { coresOf } from "../../src/cli/consolidate-threads.ts";
import type { MergedDistrict } from "../../src/compare/groupings.ts";
import type { ConsolidateQuestion } from "../../src/domain/question.ts";
import { openCase } from "../../src/open-case.ts";
import { consolidate } from "../../src/solve/consolidate/consolidate.ts";
import { gridTown } from "../bench/grid-town.ts";
import { solver } from "../cases/solver.ts";

const THREAD = new URL("../../dist/src/cli/consolidate-thread.js", import.meta.url);
const NO_THREAD = new URL("there-is-none.js", import.meta.url);

const { basis } =
  openCase(gridTown({ columns: 3, rows: 2, schoolsADistrict: 2, pupils: 400, places: [0.9, 1.2], seed: 3 })).value ??
  expect.fail("the town does not open");

const question: ConsolidateQuestion = {
  kind: "consolidate",
  districts: 3,
  policy: "nearest",
  contiguity: "ferry",
  rules: [],
};

/** The list by threads from the start, and what of its districts they made. */
async function listedBy(cores: number, { thread = THREAD, shouldStop = (): boolean => false } = {}) {
  const threads = coresOf(cores, thread, 0);
  const told: number[] = [];
  let byThreads: readonly (MergedDistrict | undefined)[] = [];
  const outcome = await consolidate(basis, question, solver, {
    shouldStop,
    otherCores: {
      ...threads,
      make: async (ground, groups, done, stop) =>
        (byThreads = await threads.make(ground, groups, (count) => (told.push(count), done(count)), stop)),
    },
  });
  return { outcome, byThreads, told };
}

test("a list is the same to the last number on one core and on three, and where no thread can be started", async () => {
  const alone = await consolidate(basis, question, solver);
  if (alone.status !== "optimal") throw new Error(alone.status);
  const { columns } = alone.answer;
  expect(columns.some(({ moves }) => moves.size > 0)).toBe(true);
  const { outcome, byThreads, told } = await listedBy(3);
  expect(outcome).toEqual(alone);
  expect(byThreads).toEqual(columns);
  expect(told).toEqual(columns.map((_, i) => i + 1));
  const without = await listedBy(2, { thread: NO_THREAD });
  expect(without.outcome).toEqual(alone);
  expect(without.byThreads).toEqual(columns.map(() => undefined));
});

test("a list that is stopped stops in its threads too", async () => {
  let looks = 0;
  const { outcome, byThreads } = await listedBy(2, { shouldStop: () => looks++ > 0 });
  expect(outcome).toMatchObject({ status: "failed", why: "cancelled" });
  expect(byThreads).toContain(undefined);
});
