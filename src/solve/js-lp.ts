import solver from "javascript-lp-solver";
import { type Model, objectiveOf } from "../model/model.ts";
import type { Solver, SolverAnswer, SolverOptions } from "./solver.ts";

/**
 * javascript-lp-solver behind the port: for small models, since it starts at once and needs no WebAssembly. After a time limit of
 * its own it returns "feasible" with the best it has, or with a fractional answer below the optimum (1.0.3), and says neither; it is
 * given none, and is broken off by `clock`, milliseconds. Every answer is certified by the caller.
 */
export function jsLpSolver(clock: () => number): Solver {
  return {
    name: "javascript-lp-solver",
    solve: (model, options = {}) => Promise.resolve(solve(model, options, clock)),
  };
}

function solve(model: Model, options: SolverOptions, clock: () => number): SolverAnswer {
  const impossible = model.rows.some(
    (row) => row.coefficients.every((value) => value === 0) && !(row.lower <= 0 && row.upper >= 0),
  );
  if (impossible) return { status: "infeasible" };
  const milliseconds = (options.secondsLimit ?? 5) * 1000;
  const started = clock();
  const answer = answerOf(toJsLp(model), () => clock() - started >= milliseconds);
  if (!answer) return { status: "stopped", why: "time", bound: -Infinity };
  if (answer["feasible"] !== true) return { status: "infeasible" };
  if (answer["bounded"] === false) return { status: "failed", reason: "unbounded" };
  const values = model.lower.map((lower, column) => {
    const value = answer[`x${column}`];
    return lower + (typeof value === "number" ? value : 0);
  });
  return { status: "optimal", values, objective: objectiveOf(model, values) };
}

class OutOfTime extends Error {}

/**
 * 1.0.3 can pivot round and round within one node of its search without end, unseen by its own look-out for cycles: so each pivot of
 * this model asks whether time is up. Undefined where it is.
 */
function answerOf(
  model: ReturnType<typeof toJsLp>,
  isLate: () => boolean,
): Readonly<Record<string, unknown>> | undefined {
  const made = new solver.Model(undefined, undefined, solver.branchAndCutService).loadJson(model);
  const { tableau } = made;
  const pivot = tableau.pivot.bind(tableau);
  tableau.pivot = (row, column) => {
    if (isLate()) throw new OutOfTime();
    pivot(row, column);
  };
  try {
    return Object.fromEntries(Object.entries(solver.Solve(made) ?? {}));
  } catch (error) {
    if (error instanceof OutOfTime) return undefined;
    throw error;
  }
}

/** Its columns start at zero and its bounds are rows, so each column is shifted by its lower bound. */
function toJsLp(model: Model) {
  const variables: Record<string, Record<string, number>> = {};
  const constraints: Record<string, { min?: number; max?: number }> = {};
  const ints: Record<string, 1> = {};
  model.cost.forEach((cost, column) => {
    const name = `x${column}`;
    variables[name] = { cost, [`u${column}`]: 1 };
    constraints[`u${column}`] = { max: model.upper[column] - model.lower[column] };
    if (model.integer[column] === 1) ints[name] = 1;
  });
  model.rows.forEach(({ lower, upper, columns, coefficients }, row) => {
    let moved = 0;
    columns.forEach((column, term) => {
      // A coefficient of zero makes 1.0.3 call some feasible models infeasible.
      if (coefficients[term] === 0) return;
      variables[`x${column}`][`r${row}`] = coefficients[term];
      moved += coefficients[term] * model.lower[column];
    });
    constraints[`r${row}`] = {
      ...(lower > -Infinity && { min: lower - moved }),
      ...(upper < Infinity && { max: upper - moved }),
    };
  });
  return { optimize: "cost", opType: "min" as const, constraints, variables, ints };
}
