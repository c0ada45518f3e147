import {
  type Basis,
  type Evaluation,
  evaluatePlan,
  fairnessOf,
  flowsBetween,
  pairBetween,
  pairSentence,
  savingApart,
  type Plan,
  type PlanMoney,
  statusLines,
  type Sentence,
  howTold,
  toldFlows,
  toldMoney,
  toldSavings,
  uncertainSavings,
  unitChanges,
} from "../../src/index.ts";
import type { ComparedColumn, PlansCompared } from "./compare-messages.ts";
import { savingModelOf, type Steps } from "./detail.ts";
import { titleOf } from "./plan-title.ts";

/** A plan on its own ground; prices are the same on all. */
export interface Grounded {
  readonly basis: Basis;
  readonly plan: Plan;
}

/** A plan with what it comes to. */
interface Measured extends Grounded {
  readonly evaluation: Evaluation;
}

/** One plan between two pauses. */
export function* measuredSteps(plans: readonly Grounded[]): Steps<readonly Measured[]> {
  const measured: Measured[] = [];
  for (const { basis, plan } of plans) {
    measured.push({ basis, plan, evaluation: evaluatePlan(basis, plan) });
    yield;
  }
  return measured;
}

/** All plans on the same draws of every assumption. `base`: number of the plan that the others are held against; undefined: today's. */
export function* compareSteps(plans: readonly Grounded[], base: number | undefined): Steps<PlansCompared> {
  return yield* comparedSteps(yield* measuredSteps(plans), base);
}

/** The same of plans that are measured already. */
export function* comparedSteps(plans: readonly Measured[], base: number | undefined): Steps<PlansCompared> {
  const columns: ComparedColumn[] = [];
  const money: (PlanMoney | undefined)[] = [];
  const { counts, currency } = howTold(plans[0].basis);
  for (const { basis, plan, evaluation } of plans) {
    const { values, totals, completeness } = evaluation;
    const fairness = fairnessOf(basis, plan);
    yield;
    columns.push({
      values,
      unfinished: statusLines(basis, completeness, "in-fives"),
      flows: toldFlows(totals.grades, flowsBetween(basis.baseline, plan, basis.unitBand)),
      fairness,
      changes: unitChanges(basis, basis.baseline, plan),
      ...(totals.money && { saving: toldMoney(counts, totals.money, currency).counted }),
    });
    money.push(totals.money);
    yield;
  }
  const { order, savingsTarget } = plans[0].basis.municipality.info;
  const { unsure = [] } = order ?? {};
  const finished = money.flatMap((each, i) => (each ? [{ number: i, basis: plans[i].basis, money: each }] : []));
  if (finished.length === 0) return { columns, unsure, pairs: [], draws: 0 };
  const savings = toldSavings(
    counts,
    uncertainSavings(savingModelOf(finished.map((each) => [each.basis, each.money] as const))),
    currency,
  );
  yield;
  const titles = finished.map(({ number }) => titleOf(plans[number].plan));
  const place = finished.findIndex(({ number }) => number === base);
  const told = columns.map((column, i): ComparedColumn => {
    const own = finished.findIndex(({ number }) => number === i);
    if (own < 0) return column;
    const pair = pairBetween(savings.pairs, own, place);
    const wins: Sentence | undefined = pair && pairSentence(pair, titles, savingApart(savingsTarget));
    return { ...column, saves: savings.saves[own], ...(wins && { wins }) };
  });
  const pairs = savings.pairs.map(({ a, b, wins, ties, losses }) => ({
    a: finished[a].number,
    b: finished[b].number,
    wins,
    ties,
    losses,
  }));
  return { columns: told, unsure, pairs, draws: savings.draws };
}
