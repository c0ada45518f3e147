import { EXACTLY } from "../cases/told.ts";
import { expect, test } from "vitest";
import type { Stage } from "../../src/domain/question.ts";
import { progressText, soughtIn } from "../../src/report/stage-text.ts";
import { reassign } from "../../src/solve/assignment/reassign.ts";
import type { Solver, SolverOptions } from "../../src/solve/solver.ts";
import { randomBasis } from "../cases/random-question.ts";
import { solver } from "../cases/solver.ts";

const metres: Stage = [{ objective: "pupil-metres", weight: 1 }];
const moved: Stage = [{ objective: "changed-site", weight: 1 }];

function said(stage: Stage | undefined, bound: number, incumbent?: number): readonly [string, string] {
  const progress = { bound, ...(incumbent !== undefined && { incumbent }) };
  const meaning = soughtIn({ kind: stage ? "reassign" : "network" }, EXACTLY, stage);
  return [progressText(meaning, progress, "da"), progressText(meaning, progress, "en")];
}

test("what a search has so far is said with its name and unit, and nothing that it does not have", () => {
  expect(said(metres, -Infinity)).toEqual(["leder", "searching"]);
  expect(said(metres, 89_200)).toEqual([
    "leder; nedre grænse: 89,2 km til skole for alle elever i alt (én vej)",
    "searching; lower bound: 89.2 km to school for all pupils in total (one way)",
  ]);
  // One to four pupils are told no more here than elsewhere.
  expect(said(moved, 3, 12)[1]).toBe(
    "best answer found: 12 pupils change school; lower bound: <5 pupils change school",
  );
  expect(said(undefined, 7_000_000, 7_309_920)[0]).toBe(
    "bedste fundne svar: 7.309.920 kr. om året efter spørgsmålets egne priser; nedre grænse: 7.000.000 kr. om året efter spørgsmålets egne priser",
  );
  expect(progressText(soughtIn({ kind: "redraw", objective: "inertia" }, EXACTLY), { bound: 170 }, "en")).toContain(
    "170 pupils",
  );
});

test("the progress of an assignment says which stage it is of, in the stage's own unit", async () => {
  const telling: Solver = {
    name: "telling",
    solve: (model, options) => {
      options?.onProgress?.({ bound: 8, incumbent: 16 });
      return solver.solve(model, options);
    },
  };
  const basis = randomBasis(1);
  const asked = async (stages: readonly Stage[]) => {
    const told: Parameters<NonNullable<SolverOptions["onProgress"]>>[0][] = [];
    const question = { kind: "reassign", stages, rules: [], limits: { seed: 1 } } as const;
    const outcome = await reassign(basis, basis.baseline, question, telling, { onProgress: (each) => told.push(each) });
    expect(outcome.status).toBe("optimal");
    return told;
  };
  const quarter: Stage = [{ objective: "changed-site", weight: 0.25 }];
  const kroner: Stage = [{ objective: "kroner", weight: 1 }];
  expect(await asked([quarter, kroner])).toEqual([
    { bound: 2, incumbent: 4, stage: quarter },
    { bound: 8, incumbent: 16, stage: kroner },
  ]);
  // Band by band, with pupils beyond capacity priced in metres, no number is one of the question's.
  for (const progress of await asked([metres])) expect(progress).toEqual({ bound: -Infinity });
});
