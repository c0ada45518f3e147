import {
  type Basis,
  completenessOf,
  type Consolidation,
  criterion,
  findGrouping,
  MEASURES,
  PARETO_MEASURES,
  paretoMarks,
  type Plan,
  sorted,
  telling,
} from "../../src/index.ts";
import type { Arranged, Arrangement, Decision, PlanList, Repriced } from "./messages.ts";

/** An answered question as the page lists it. */
export function planListOf(
  basis: Basis,
  answer: Consolidation,
  plans: readonly Plan[],
  seconds: number,
  costs = "",
): PlanList {
  const { columns, groupings, count, existing } = answer;
  return {
    ...repricedOf(basis, answer, plans, costs),
    count,
    existing: String(existing),
    complete: answer.best === undefined,
    merged: columns.map(({ joins, district, tally, moves }) => ({
      joins,
      name: district.name,
      sites: district.sites,
      pupils: tally.pupils.reduce((total, pupils) => total + pupils, 0),
      pairs: Uint32Array.from(moves.keys()),
      to: Uint16Array.from(moves.values()),
    })),
    groupings,
    seconds,
  };
}

/** The part of a list that hangs on prices. */
export function repricedOf(basis: Basis, answer: Consolidation, plans: readonly Plan[], costs: string): Repriced {
  const { question, values } = answer;
  const decisions = plans.filter(
    (plan) =>
      plan.id !== basis.baseline.id &&
      plan.districts.length === question.districts &&
      completenessOf(basis, plan).status === "finished",
  );
  return {
    policy: question.policy,
    districts: question.districts,
    values,
    telling: telling(answer).map(({ key }) => key),
    decisions: decisions.map((plan) => decisionOf(answer, plan)),
    costs,
  };
}

function decisionOf(answer: Consolidation, { id, title, ...plan }: Plan): Decision {
  const number = findGrouping(answer, { id, title, ...plan });
  if (number === undefined) return { id, title, ranks: new Map(), beatenBy: 0 };
  return { id, title, plan: number, ranks: ranksOf(answer, number), beatenBy: countBeating(answer, number) };
}

/** Place of one plan among all by each measure that tells them apart and has a better direction, 1 = best. */
export function ranksOf(answer: Consolidation, plan: number): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  for (const { key, better } of telling(answer)) {
    const values = answer.values.get(key);
    if (!values || better === "neither" || Number.isNaN(values[plan])) continue;
    const sign = better === "higher" ? -1 : 1;
    ranks.set(key, 1 + values.reduce((before, value) => before + (sign * value < sign * values[plan] ? 1 : 0), 0));
  }
  return ranks;
}

/** Plans that are at least as good on every Pareto measure and better on one. */
function countBeating(answer: Consolidation, plan: number): number {
  const costs = PARETO_MEASURES.flatMap((key) => {
    const found = criterion(answer, key);
    if (!found) return [];
    const sign = found.better === "higher" ? -1 : 1;
    return [(other: number) => (Number.isNaN(found.values[other]) ? Infinity : sign * found.values[other])];
  });
  let beating = 0;
  for (let other = 0; other < answer.count; other++)
    if (costs.every((cost) => cost(other) <= cost(plan)) && costs.some((cost) => cost(other) < cost(plan))) beating++;
  return beating;
}

/** Marks of the plans that no other beats, `[plan]`. */
export const unbeatenOf = (answer: Consolidation): Uint8Array =>
  paretoMarks(
    PARETO_MEASURES.flatMap((key) => criterion(answer, key) ?? []),
    answer.count,
  );

/** The plans that a wish lets through, in its order. */
export function arrange(answer: Consolidation, wish: Arrangement, unbeaten: Uint8Array): Arranged {
  const known = MEASURES.some(({ key }) => key === wish.sort) ? wish.sort : MEASURES[0].key;
  const joined = joinTest(answer, wish.join);
  const order = sorted(answer, known).filter((plan) => (wish.show === "all" || unbeaten[plan] === 1) && joined(plan));
  return { key: wish.key, order: Uint32Array.from(order), unbeaten };
}

/** Whether a plan puts each of the given sets of today's districts into one new district. */
function joinTest(
  { columns, groupings, question }: Consolidation,
  wanted: readonly (readonly number[])[],
): (plan: number) => boolean {
  const holds = wanted.map((set) => columns.map(({ joins }) => set.every((district) => joins.includes(district))));
  const k = question.districts;
  return (plan) =>
    holds.every((byColumn) => groupings.subarray(plan * k, (plan + 1) * k).some((column) => byColumn[column]));
}
