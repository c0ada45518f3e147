import type { Model, ConstraintRow } from "../model/model.ts";
import type { Solver, SolverAnswer, SolverOptions } from "./solver.ts";

/**
 * Large models whose columns are mostly never used, such as who may go to which of twenty sites. The linear relaxation is
 * solved on few columns and the others are priced in until none would help (Ford and Fulkerson 1958); its value bounds the
 * whole model. A whole-number plan found on the cheap columns then leaves a gap, and whole columns whose reduced cost exceeds
 * it cannot be in a better plan (Dantzig, Fulkerson and Johnson 1954): the rest is solved to proof. Models of up to `direct`
 * columns go to the solver as they are. Every bound told on the way holds for the whole model.
 */
export async function priceAndFix(
  model: Model,
  first: ReadonlySet<number>,
  solver: Solver,
  options: SolverOptions = {},
  direct = DIRECT,
): Promise<SolverAnswer> {
  if (model.cost.length <= direct) return solver.solve(model, options);
  const relaxed = await solveRelaxation(model, first, solver, options);
  if (relaxed.status !== "priced") return relaxed;
  const { bound, reducedCost } = relaxed;
  const dearer = reducedCost.map((price, column) => (model.integer[column] === 1 ? price : Math.min(price, 0)));
  const order = [...dearer.keys()].toSorted((a, b) => dearer[a] - dearer[b] || reducedCost[a] - reducedCost[b]);
  let kept = order.slice(0, direct);
  let found: Found | undefined = options.start && valued(model, options.start);
  for (;;) {
    const next = kept.length < order.length ? dearer[order[kept.length]] : Infinity;
    const onAll = boundOnAll(bound, next);
    const answer = await solveOn(model, kept, solver, options, { found, onAll });
    if (answer.status === "failed") return answer;
    found = better(found, planIn(answer));
    if (answer.status === "stopped") return { ...answer, bound: onAll(answer.bound), ...found };
    if (!found && kept.length === model.cost.length) return { status: "infeasible" };
    const gap = found ? found.objective - bound - (options.absoluteGap ?? 0) : Infinity;
    const needed = gap > SAME * Math.abs(bound) ? order.filter((column) => dearer[column] < gap) : [];
    if (found && needed.length <= kept.length) return { status: "optimal", ...found };
    kept = found ? needed : order.slice(0, Math.min(model.cost.length, 3 * kept.length));
  }
}

/** Models up to this many columns go to the solver as they are. */
const DIRECT = 4000;
/** A gap of this share of the bound is rounding. */
const SAME = 1e-12;

/**
 * From what no plan on the kept columns goes below to what none on all does: any other takes a column that is left out, of a
 * whole one at least one, which costs no less than the relaxation and the least reduced cost of them.
 */
const boundOnAll =
  (relaxation: number, leastLeftOut: number) =>
  (onKept: number): number =>
    Math.max(relaxation, Math.min(onKept, relaxation + leastLeftOut));

interface Found {
  readonly values: Float64Array;
  readonly objective: number;
}

/** The plan in an answer, if it has one. */
const planIn = (answer: SolverAnswer): Found | undefined =>
  "values" in answer && answer.values && answer.objective !== undefined
    ? { values: answer.values, objective: answer.objective }
    : undefined;

const better = (a: Found | undefined, b: Found | undefined): Found | undefined =>
  a && b ? (b.objective < a.objective ? b : a) : (a ?? b);

const valued = (model: Model, values: Float64Array): Found => ({
  values,
  objective: model.cost.reduce((sum, price, column) => sum + price * values[column], 0),
});

/** What the columns that are not kept cost at their lower bounds. */
const costLeftOut = ({ cost, lower }: Model, kept: ReadonlySet<number>): number =>
  cost.reduce((sum, price, column) => (kept.has(column) ? sum : sum + price * lower[column]), 0);

type Relaxation =
  | { readonly status: "priced"; readonly bound: number; readonly reducedCost: Float64Array }
  | Exclude<SolverAnswer, { status: "optimal" }>;

async function solveRelaxation(
  model: Model,
  first: ReadonlySet<number>,
  solver: Solver,
  options: SolverOptions,
): Promise<Relaxation> {
  const active = new Set(first);
  for (;;) {
    if (options.shouldStop?.()) return { status: "stopped", why: "cancelled", bound: -Infinity };
    const kept = [...active].toSorted((a, b) => a - b);
    const linear = { ...restrict(model, kept), integer: new Uint8Array(kept.length) };
    const limit = options.secondsLimit === undefined ? {} : { secondsLimit: options.secondsLimit };
    const answer = await solver.solve(linear, { ...limit, prices: "wanted" });
    if (answer.status === "infeasible") {
      if (kept.length === model.cost.length) return answer;
      model.cost.forEach((_, column) => active.add(column));
      continue;
    }
    if (answer.status !== "optimal") return answer;
    if (!answer.rowPrices) return { status: "failed", reason: `${solver.name} gives no prices` };
    const reducedCost = reducedCosts(model, answer.rowPrices);
    const useful = [...reducedCost.keys()].filter((column) => reducedCost[column] < -1e-7 && !active.has(column));
    if (useful.length === 0)
      return { status: "priced", bound: answer.objective + costLeftOut(model, active), reducedCost };
    for (const column of useful) active.add(column);
  }
}

/** c_j - sum_i a_ij price_i. */
function reducedCosts(model: Model, prices: Float64Array): Float64Array {
  const reduced = model.cost.slice();
  model.rows.forEach(({ columns, coefficients }, row) => {
    if (prices[row] === 0) return;
    for (let term = 0; term < columns.length; term++) reduced[columns[term]] -= coefficients[term] * prices[row];
  });
  return reduced;
}

/** The model on some of its columns, the others at their lower bounds. */
function restrict(model: Model, kept: readonly number[]): Model {
  const place = new Int32Array(model.cost.length).fill(-1);
  kept.forEach((column, at) => (place[column] = at));
  const pick = (values: Float64Array) => Float64Array.from(kept, (column) => values[column]);
  return {
    cost: pick(model.cost),
    lower: pick(model.lower),
    upper: pick(model.upper),
    integer: Uint8Array.from(kept, (column) => model.integer[column]),
    rows: model.rows.map((row) => restrictRow(row, place, model.lower)),
  };
}

function restrictRow(row: ConstraintRow, place: Int32Array, lower: Float64Array): ConstraintRow {
  const columns: number[] = [];
  const coefficients: number[] = [];
  let fixed = 0;
  row.columns.forEach((column, term) => {
    if (place[column] < 0) fixed += row.coefficients[term] * lower[column];
    else {
      columns.push(place[column]);
      coefficients.push(row.coefficients[term]);
    }
  });
  return {
    rule: row.rule,
    lower: row.lower - fixed,
    upper: row.upper - fixed,
    columns: Int32Array.from(columns),
    coefficients: Float64Array.from(coefficients),
  };
}

async function solveOn(
  model: Model,
  kept: readonly number[],
  solver: Solver,
  options: SolverOptions,
  { found, onAll }: { readonly found: Found | undefined; readonly onAll: (onKept: number) => number },
): Promise<SolverAnswer> {
  const sorted = kept.toSorted((a, b) => a - b);
  const part = restrict(model, sorted);
  const start = found && Float64Array.from(sorted, (column) => found.values[column]);
  const { complete, onProgress } = options;
  const whole = (values: Float64Array): Float64Array => {
    const all = model.lower.slice();
    sorted.forEach((column, at) => (all[column] = values[at]));
    return all;
  };
  const left = costLeftOut(model, new Set(kept));
  const answer = await solver.solve(part, {
    ...options,
    ...(start && { start }),
    ...(complete && {
      complete: (values) => {
        const all = whole(values);
        complete(all);
        sorted.forEach((column, at) => (values[at] = all[column]));
      },
    }),
    ...(onProgress && {
      onProgress: ({ bound, incumbent }) =>
        onProgress({ bound: onAll(bound + left), ...(incumbent !== undefined && { incumbent: incumbent + left }) }),
    }),
  });
  const plan = planIn(answer);
  return {
    ...answer,
    ...(answer.status === "stopped" && { bound: answer.bound + left }),
    ...(plan && valued(model, whole(plan.values))),
  };
}
