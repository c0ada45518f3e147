import {
  type Basis,
  completenessOf,
  type Consolidation,
  countBeatingIn,
  countContiguous,
  criterion,
  findGrouping,
  MEASURES,
  type Plan,
  rankOf,
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
    contiguous: countContiguous(answer),
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
  if (number === undefined) return { id, title, ranks: new Map() };
  const known = { id, title, plan: number, ranks: ranksOf(answer, number) };
  // Of a list that is not complete nobody can say what beats a plan.
  return answer.best ? known : { ...known, beatenBy: countBeatingIn(answer, number) };
}

/** Place of one plan among all by each measure that tells them apart and has a better direction, 1 = best. */
export function ranksOf(answer: Consolidation, plan: number): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  for (const { key, better } of telling(answer)) {
    const found = criterion(answer, key);
    if (found && better !== "neither" && !Number.isNaN(found.values[plan]))
      ranks.set(key, rankOf(found, plan, answer.count));
  }
  return ranks;
}

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
