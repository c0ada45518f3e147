import { expect, test } from "vitest";
import { ModelBuilder } from "../../src/model/model.ts";
import { certifiedSolver } from "../../src/solve/certified-solver.ts";
import type { Solver, SolverAnswer } from "../../src/solve/solver.ts";

/** At least 3 of two things that cost 2 and 5 and are there three times each: 6 at best, 9 with one of the dear ones. */
const model = (() => {
  const builder = new ModelBuilder();
  const columns = [2, 5].map((cost) => builder.addColumn({ cost, lower: 0, upper: 3, integer: "whole" }));
  builder.addRow(
    "at least 3",
    3,
    Infinity,
    columns.map((column) => [column, 1]),
  );
  return builder.build();
})();
const dear = Float64Array.of(2, 1);

/** A solver that has one answer for everything. */
const saying = (answer: SolverAnswer): Solver => ({ name: "stub", solve: () => Promise.resolve(answer) });
const unsure = saying({ status: "failed", reason: "small" });
const answerOf = (answer: SolverAnswer) => certifiedSolver(unsure, saying(answer)).solve(model);

test("a bound above the value of the plan that comes with it is no answer", async () => {
  const stopped = { status: "stopped", why: "time", values: dear, objective: 9 } as const;
  expect((await answerOf({ ...stopped, bound: 9.5 })).status).toBe("failed");
  expect(await answerOf({ ...stopped, bound: 5 })).toMatchObject({ status: "stopped", bound: 5, objective: 9 });
});

test("a value that the plan does not have is no proof", async () => {
  expect((await answerOf({ status: "optimal", values: dear, objective: 6 })).status).toBe("failed");
  expect((await answerOf({ status: "optimal", values: dear, objective: 10 })).status).toBe("failed");
  expect(await answerOf({ status: "optimal", values: dear, objective: 9 })).toMatchObject({ objective: 9 });
});

test("a plan that breaks a row or is not whole is no answer", async () => {
  expect((await answerOf({ status: "optimal", values: Float64Array.of(2, 0), objective: 4 })).status).toBe("failed");
  expect((await answerOf({ status: "optimal", values: Float64Array.of(2.5, 0.5), objective: 7.5 })).status).toBe(
    "failed",
  );
});
