import { CONCERNS, scores, type WeighedList, type Weights } from "../../compare/weights.ts";
import { type Failed, nothingFound } from "../../domain/outcome.ts";
import { ModelBuilder, type Term } from "../../model/model.ts";
import type { Solver } from "../solver.ts";

/** Whether any weights put a plan first: weights that do, or other plans that are better by every concern when mixed. */
export type FirstFor =
  | { readonly is: "first"; readonly weights: Weights }
  /** `shares` of other plans add up to 1; so mixed they cost less than the plan by every concern, and then some of them does by any weights. */
  | { readonly is: "never"; readonly shares: readonly (readonly [plan: number, share: number])[] };

/** How far below zero a margin must be to count, in parts of the whole scale. */
const TOLERANCE = 1e-7;

/**
 * For each plan of a list, by a pair of linear programs dual to each other: the mixture of plans that beats it most by its worst concern, and, where none
 * beats it, the weights by which it is farthest ahead. Every answer is checked here by its definition, whatever the solver says; one that does
 * not hold is a failure. Concerns in which the plans do not differ are left out.
 */
export async function firstForAll(
  list: WeighedList,
  solver: Solver,
  pause: () => Promise<"go on" | "stop"> = () => Promise.resolve("go on"),
): Promise<{ readonly status: "solved"; readonly plans: readonly FirstFor[] } | Failed> {
  const plans: FirstFor[] = [];
  for (let plan = 0; plan < list.count; plan++) {
    const found = await firstFor(list, plan, solver);
    if (!found) return { status: "failed", reason: `no checked answer for plan ${plan + 1}` };
    plans.push(found);
    if ((await pause()) === "stop") return nothingFound("cancelled");
  }
  return { status: "solved", plans };
}

async function firstFor(list: WeighedList, plan: number, solver: Solver): Promise<FirstFor | undefined> {
  const shares = await beatingMix(list, plan, solver);
  if (shares && isBeaten(list, plan, shares)) return { is: "never", shares };
  const weights = await aheadBy(list, plan, solver);
  return weights && isFirst(list, plan, weights) ? { is: "first", weights } : undefined;
}

const tellingConcerns = ({ telling }: WeighedList): readonly number[] =>
  CONCERNS.flatMap(({ key }, concern) => (telling.includes(key) ? [concern] : []));

const costOf = ({ costs }: WeighedList, plan: number, concern: number): number =>
  costs[plan * CONCERNS.length + concern];

/** Shares of the plans whose mixture is ahead by as much as can be in the concern where it is least ahead. */
async function beatingMix(
  list: WeighedList,
  plan: number,
  solver: Solver,
): Promise<readonly (readonly [number, number])[] | undefined> {
  const model = new ModelBuilder();
  // The margin is free between -1 and 1; solvers like it from zero on.
  const margin = model.addColumn({ cost: 1, lower: 0, upper: 2, integer: "any" });
  const columns = Array.from({ length: list.count }, () =>
    model.addColumn({ cost: 0, lower: 0, upper: 1, integer: "any" }),
  );
  for (const concern of tellingConcerns(list)) {
    const terms = columns.map((column, other): Term => [column, costOf(list, other, concern)]);
    model.addRow("the mixture by a concern", -Infinity, costOf(list, plan, concern) - 1, [...terms, [margin, -1]]);
  }
  model.addRow(
    "shares of a whole",
    1,
    1,
    columns.map((column): Term => [column, 1]),
  );
  const answer = await solver.solve(model.build());
  if (answer.status !== "optimal" || answer.objective >= 1 - TOLERANCE) return undefined;
  const taken = columns.map((column, other) => [other, Math.max(0, answer.values[column])] as const);
  const total = taken.reduce((sum, [, share]) => sum + share, 0);
  return taken.flatMap(([other, share]) => (share > 0 ? [[other, share / total] as const] : []));
}

/** Weights by which the plan is ahead of every other by as much as can be. */
async function aheadBy(list: WeighedList, plan: number, solver: Solver): Promise<Weights | undefined> {
  const model = new ModelBuilder();
  const behind = model.addColumn({ cost: 1, lower: 0, upper: 2, integer: "any" });
  const concerns = tellingConcerns(list);
  const columns = concerns.map(() => model.addColumn({ cost: 0, lower: 0, upper: 1, integer: "any" }));
  for (let other = 0; other < list.count; other++) {
    if (other === plan) continue;
    const terms = concerns.map((concern, i): Term => [
      columns[i],
      costOf(list, plan, concern) - costOf(list, other, concern),
    ]);
    // Ahead of the other by 1 - behind, weights adding up to 1.
    model.addRow("not behind another plan", -Infinity, -1, [...terms, [behind, -1]]);
  }
  model.addRow(
    "weights of a whole",
    1,
    1,
    columns.map((column): Term => [column, 1]),
  );
  const answer = await solver.solve(model.build());
  if (answer.status !== "optimal") return undefined;
  const found = CONCERNS.map(() => 0);
  concerns.forEach((concern, i) => (found[concern] = Math.max(0, answer.values[columns[i]])));
  return found;
}

/** By the definition: no other plan scores less. */
function isFirst(list: WeighedList, plan: number, weights: Weights): boolean {
  const found = scores(list, weights);
  return found.every((score) => score >= found[plan] - TOLERANCE);
}

/** By the definition: the mixture costs less by every concern that tells. */
function isBeaten(list: WeighedList, plan: number, shares: readonly (readonly [number, number])[]): boolean {
  return tellingConcerns(list).every(
    (concern) =>
      shares.reduce((sum, [other, share]) => sum + share * costOf(list, other, concern), 0) <
      costOf(list, plan, concern),
  );
}
