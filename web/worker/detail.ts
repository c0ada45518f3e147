import {
  type Backtest,
  backtest,
  type Basis,
  type CheckedPromise,
  type Counts,
  apartFrom,
  countingCategories,
  differenceAsWritten,
  type Decisions,
  DRAWS,
  drawYears,
  type Evaluation,
  evaluatePlan,
  evaluateYears,
  fairnessOf,
  knownCases,
  type Forecaster,
  makeForecaster,
  type Plan,
  type PlanMoney,
  type PlanYear,
  pairSentence,
  promiseChecker,
  pupilEffects,
  pupilNumbersOf,
  pupilRanges,
  type Replay,
  replay,
  savedBeyond,
  savingModel,
  savingApart,
  savingSentence,
  schoolYearText,
  type Sentence,
  statusLines,
  travelSentences,
  turningPoints,
  turningSentences,
  countAt,
  countsIn,
  howTold,
  toldMoney,
  toldSavings,
  toldTurning,
  uncertainSavings,
  yearTotals,
} from "../../src/index.ts";
import { titleOf } from "./plan-title.ts";
import type { BreachView, KnownPast, PlanMeaning, PlanPairing, PlanYears } from "./detail-answers.ts";

const forecasters = new WeakMap<Basis["municipality"], Forecaster>();
const backtests = new WeakMap<Basis["municipality"], { readonly tried: Backtest | undefined }>();

/** Worked out once a case: neither prices nor plans change it. */
function onceFor<Value>(kept: WeakMap<object, Value>, basis: Basis, make: (basis: Basis) => Value): Value {
  const known = kept.get(basis.municipality);
  if (known !== undefined) return known;
  const made = make(basis);
  kept.set(basis.municipality, made);
  return made;
}

/** Each plan against today on its own ground; prices, and how many pupils there may be, are those of the first. */
export const savingModelOf = (plans: readonly (readonly [basis: Basis, money: PlanMoney])[], [[basis]] = plans) =>
  savingModel(
    plans.map(([, { drivers }]) => drivers),
    plans.map(([{ today }]) => today),
    basis.costs,
    pupilNumbersOf(basis),
    countingCategories(basis.municipality.info.savingsTarget),
  );

/** What is said of an unfinished plan, and nothing else. */
const statusSentences = (basis: Basis, { completeness }: Evaluation): readonly Sentence[] =>
  statusLines(basis, completeness, "in-fives").map((text) => ({ key: "unfinished", text, figures: {} }));

/** A long answer with places to break off in: a worker looks there for what is more urgent. */
export type Steps<Value> = Generator<undefined, Value, undefined>;

/** All steps in one go. */
export function finished<Value>(steps: Steps<Value>): Value {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

export function* meaningSteps(basis: Basis, plan: Plan, counts: Counts): Steps<PlanMeaning> {
  const evaluation = evaluatePlan(basis, plan);
  const { totals } = evaluation;
  const fairness = fairnessOf(basis, plan);
  if (!totals.money) return { sentences: statusSentences(basis, evaluation), fairness };
  const told = howTold(basis);
  yield;
  return {
    sentences: [
      ...travelSentences(pupilEffects(basis, evaluation, fairness, counts)),
      savingSentence(
        toldMoney(told.counts, totals.money, told.currency).counted,
        apartFrom(totals.money.counting),
        told.currency,
      ),
    ],
    fairness,
  };
}

export function* yearsSteps(basis: Basis, plan: Plan): Steps<PlanYears> {
  const { inScenario, assumptions, years } = onceFor(forecasters, basis, makeForecaster);
  yield;
  const mid = evaluateYears(basis, plan, inScenario("mid"));
  yield;
  const { all } = pupilRanges(drawYears(basis, plan, { years }));
  yield;
  const tried = onceFor(backtests, basis, (of) => ({ tried: backtest(of) })).tried;
  yield;
  const told = (pupils: number): number => countAt(countsIn(basis), pupils);
  return {
    years: mid.map((year, ahead) => {
      const { pupils, classes, overflow } = yearTotals(year);
      const schoolYear = schoolYearText(year.schoolYear);
      const { low, high } = all[ahead];
      const range = { low: told(low), mid: told(pupils), high: told(high) };
      return { schoolYear, pupils: range, classes, overflow: told(overflow) };
    }),
    breaches: breachesOf(mid).map((breach) => ({ ...breach, over: told(breach.over) })),
    todayWorst: told(
      Math.max(...evaluateYears(basis, basis.baseline, inScenario("mid")).map((year) => yearTotals(year).overflow)),
    ),
    assumptions,
    ...(tried && { backtest: tried }),
  };
}

/** What was promised and counted before, worked out once a case: no price that somebody tries here is one of then. */
const pasts = new WeakMap<
  Basis["municipality"],
  { readonly promises: readonly CheckedPromise[]; readonly replay: Replay }
>();

export function* knownSteps(basis: Basis, decisions: Decisions): Steps<KnownPast> {
  const past = pasts.get(basis.municipality) ?? (yield* pastSteps(basis, decisions));
  pasts.set(basis.municipality, past);
  return { cases: knownCases(basis, past.promises), replay: past.replay };
}

function* pastSteps(basis: Basis, decisions: Decisions) {
  const check = promiseChecker(basis, decisions.plans);
  const promises: CheckedPromise[] = [];
  for (const promise of basis.municipality.info.promises ?? []) {
    promises.push(...check(promise));
    yield;
  }
  return { promises, replay: replay(basis, decisions, promises) };
}

function breachesOf(years: readonly PlanYear[]): readonly BreachView[] {
  const found = new Map<string, BreachView>();
  for (const { schoolYear, breaches } of years)
    for (const { site, band, pupils, places } of breaches) {
      const key = `${site} ${band}`;
      const before = found.get(key);
      found.set(key, {
        site,
        band,
        runs: withYear(before?.runs ?? [], schoolYear),
        over: Math.max(before?.over ?? 0, pupils - places),
        places,
      });
    }
  return [...found.values()].toSorted((a, b) => b.over - a.over);
}

function withYear(runs: BreachView["runs"], year: number): BreachView["runs"] {
  const last = runs.at(-1);
  return last?.[1] === year - 1 ? [...runs.slice(0, -1), [last[0], year]] : [...runs, [year, year]];
}

/** Each plan on its own ground; prices are the same on both. */
export function* pairingSteps(basis: Basis, plan: Plan, basisAgainst: Basis, against: Plan): Steps<PlanPairing> {
  const [one, other] = [evaluatePlan(basis, plan), evaluatePlan(basisAgainst, against)];
  const titles = [titleOf(plan), titleOf(against)] as const;
  const values = [one.values, other.values] as const;
  if (!one.totals.money || !other.totals.money) {
    // Nothing can be said of which saves more.
    const [wins] = [...statusSentences(basis, one), ...statusSentences(basisAgainst, other)];
    return { titles, values, wins, difference: { p5: 0, mid: 0, p95: 0 }, turning: [], draws: 0 };
  }
  yield;
  const model = savingModelOf([
    [basis, one.totals.money],
    [basisAgainst, other.totals.money],
  ]);
  const { counts, currency } = howTold(basis);
  const { pairs } = toldSavings(counts, uncertainSavings(model), currency);
  const [pair] = pairs;
  const { p5, p95 } = savedBeyond(pair, 0);
  const mid = differenceAsWritten(
    toldMoney(counts, one.totals.money, currency).counted.mid,
    toldMoney(counts, other.totals.money, currency).counted.mid,
    currency,
  );
  yield;
  const points = turningPoints(model, 0, 1, { seed: DRAWS.seed });
  const turning = turningSentences(toldTurning(counts, points, currency), titles);
  return {
    titles,
    values,
    wins: pairSentence(pair, titles, savingApart(basis.municipality.info.savingsTarget)),
    difference: { p5, mid, p95 },
    turning,
    draws: DRAWS.draws,
  };
}
