import {
  type Basis,
  completenessOf,
  type Consolidation,
  countBeatingIn,
  countContiguous,
  findGrouping,
  type Plan,
  ranksIn,
  telling,
  unbeatenIn,
} from "../../src/index.ts";
import type { Decision, PlanList, Repriced } from "./messages.ts";

/** An answered question as the page lists it. */
export function planListOf(
  basis: Basis,
  answer: Consolidation,
  plans: readonly Plan[],
  {
    seconds = 0,
    costs = "",
    said = "",
  }: { readonly seconds?: number; readonly costs?: string; readonly said?: string } = {},
): PlanList {
  const { columns, groupings, count, existing, touching, question } = answer;
  const { contiguity: rule } = question;
  return {
    ...repricedOf(basis, answer, plans, costs),
    said,
    ...(touching && rule !== "ignored" && { touching: { ...touching, rule, said: saidOf(question) } }),
    count,
    existing: String(existing),
    complete: answer.best === undefined,
    ...(answer.best && {
      best: answer.best.filter(({ gap }) => gap < Infinity).map(({ measure, gap }) => ({ measure, gap })),
    }),
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
    ...(answer.unsure && { unsure: answer.unsure }),
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
    unbeaten: unbeatenIn(answer),
    costs,
  };
}

function decisionOf(answer: Consolidation, { id, title, ...plan }: Plan): Decision {
  const number = findGrouping(answer, { id, title, ...plan });
  if (number === undefined) return { id, title, ranks: new Map() };
  const known = { id, title, plan: number, ranks: ranksIn(answer, number) };
  // Of a list that is not complete nobody can say what beats a plan.
  return answer.best ? known : { ...known, beatenBy: countBeatingIn(answer, number) };
}

const saidOf = ({ touching = [] }: Consolidation["question"]) =>
  touching.map(({ pair: [one, other] }) => ({ pair: [Math.min(one, other), Math.max(one, other)] as const }));
