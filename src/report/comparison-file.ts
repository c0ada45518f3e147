import { moneyOf } from "../domain/currency.ts";
import type { Said } from "../domain/language.ts";
import type { Comparison, ComparedPlan } from "../compare/comparison.ts";
import { savesLess } from "../compare/uncertain-savings.ts";
import type { Fairness } from "../compare/fairness/tables.ts";
import type { Range } from "../cost/range.ts";
import { COST_CORRELATIONS } from "../cost/uncertainty.ts";
import type { Basis } from "../evaluate/basis.ts";
import { evaluateToday } from "../evaluate/scenario.ts";
import type { ComparisonFile } from "../protocol/comparison-file.ts";
import { provenance, type RunInfo, runRow } from "./evaluation-file.ts";
import { planFile } from "./plan-file.ts";
import { statusRow } from "./plan-status.ts";
import { apartFrom, savingApart } from "./saving-apart.ts";
import { pairSentence, savingSentence, turningSentences } from "./saving-sentences.ts";
import type { Sentence } from "./sentence.ts";
import { cellText, stepsIn } from "./shown-measures.ts";
import { toldComparison } from "./told-money.ts";
import { toldFigures } from "./told-figures.ts";
import { whyNotSentence } from "./why-not-sentence.ts";
import { movedAgainSentences, pupilEffects, travelSentences } from "./travel-sentences.ts";

/** Everything a plan does to pupils and money, in sentences. */
export function planSentences(basis: Basis, { plans }: Comparison, number: number): readonly Sentence[] {
  const { evaluation, money, fairness } = plans[number];
  return [
    ...travelSentences(pupilEffects(basis, evaluation, fairness)),
    savingSentence(money.counted, apartFrom(money.counting), moneyOf(basis.municipality.info)),
  ];
}

export const titlesOf = ({ plans }: Pick<Comparison, "plans">): readonly Said[] => plans.map(({ plan }) => plan.title);

/** Of each two plans what either is worse at; none where there is one plan. */
export function whyNotSentences(basis: Basis, { plans, list, savings }: Comparison): readonly Sentence[] {
  const { info } = basis.municipality;
  const { order, savingsTarget } = info;
  const steps = stepsIn(basis);
  const todays = evaluateToday(basis).values;
  const told = plans.map(({ evaluation: { values } }) =>
    toldFigures(basis.municipality.grades, steps, todays, (key) => values.get(key)),
  );
  const titles = titlesOf({ plans });
  return plans.flatMap((_, a) =>
    plans.flatMap((__, b) =>
      a === b
        ? []
        : [
            whyNotSentence(
              [told[a], told[b]],
              [titles[a], titles[b]],
              list,
              { ...order, savesLess: savesLess(savings.pairs, a, b) },
              { apart: savingApart(savingsTarget), currency: moneyOf(info) },
            ),
          ],
    ),
  );
}

/** A comparison as the file that `compare --json` writes. */
export function comparisonFile(basis: Basis, exact: Comparison, run: RunInfo): ComparisonFile {
  const comparison = toldComparison(basis, exact);
  const { plans, savings, turning, moved, duplicates, model } = comparison;
  const ids = plans.map(({ plan }) => plan.id);
  const titles = titlesOf(comparison);
  return {
    format: "skoledistrikt-comparison",
    version: 1,
    provenance: { ...provenance(basis, run), seed: savings.seed },
    draws: savings.draws,
    parameters: model.parameters.map(({ key, name, low, mid, high, unit, source, confidence }) => ({
      key,
      name,
      ...(key === "pupils" ? inHundredths({ low, mid, high }) : { low, mid, high }),
      unit,
      source,
      confidence,
    })),
    correlations: COST_CORRELATIONS.map(({ keys, r, why }) => ({ keys: [...keys], r, why })),
    unfinished: comparison.unfinished.map(({ plan: { id, title }, completeness }) => ({
      id,
      title,
      completeness: statusRow(basis, completeness),
    })),
    plans: plans.map((compared, number) => planRow(basis, comparison, compared, number)),
    pairs: savings.pairs.map((pair) => ({
      a: ids[pair.a],
      b: ids[pair.b],
      difference: { ...pair.difference },
      winsInShare: pair.wins,
      tiesInShare: pair.ties,
      sentence: sentenceRow(pairSentence(pair, titles, savingApart(basis.municipality.info.savingsTarget))),
    })),
    turning: turning.map((points) => ({
      a: ids[points.a],
      b: ids[points.b],
      atMiddle: points.atMiddle,
      sentences: turningSentences(points, titles).map(sentenceRow),
      parameters: points.rows.map(({ parameter, atLow, atHigh, breakEven, within, first, total }) => ({
        key: parameter.key,
        atLow,
        atHigh,
        within,
        ...(breakEven !== undefined && { breakEven }),
        ...(first !== undefined && { sobolFirst: first }),
        ...(total !== undefined && { sobolTotal: total }),
      })),
    })),
    ...(moved && {
      movedAgain: {
        once: cellText(moved.once),
        twice: cellText(moved.twice),
        sentences: movedAgainSentences(moved).map(sentenceRow),
      },
    }),
    ...(duplicates && { duplicates: { over: duplicates.over, pairs: [...duplicates.pairs] } }),
    ...runRow(run),
  };
}

/** How pupil numbers vary is known no closer, and more decimals would tell of every home in the case. */
const inHundredths = ({ low, mid, high }: Range): Range => ({
  low: Number(low.toFixed(2)),
  mid: Number(mid.toFixed(2)),
  high: Number(high.toFixed(2)),
});

type PlanRow = ComparisonFile["plans"][number];

function planRow(basis: Basis, comparison: Comparison, { plan, fairness }: ComparedPlan, number: number): PlanRow {
  const { savings } = comparison;
  return {
    id: plan.id,
    title: plan.title,
    plan: planFile(basis.municipality, plan),
    sentences: planSentences(basis, comparison, number).map(sentenceRow),
    saving: savings.plans[number],
    savesInShare: savings.saves[number],
    bestInShare: savings.best[number],
    fairness: fairnessRow(fairness),
  };
}

function fairnessRow({ pupils, unknown, bands, tables, mostAdded, farthest }: Fairness): PlanRow["fairness"] {
  return {
    pupils: cellText(pupils),
    unknownWay: cellText(unknown),
    bands: bands.map(({ over, upTo, pupils: inBand }) => ({
      ...(Number.isFinite(over) && { over }),
      ...(Number.isFinite(upTo) && { upTo }),
      pupils: inBand,
    })),
    tables: tables.map(({ key, status, rows }) => ({
      key,
      status,
      rows: rows.map(({ name, pupils: inRow, cells }) => ({ name, pupils: inRow, cells: cells.map(cellText) })),
    })),
    ...(mostAdded && { mostAdded: { ...mostAdded } }),
    ...(farthest && { farthest: { ...farthest } }),
  };
}

const sentenceRow = ({ key, text, figures }: Sentence): PlanRow["sentences"][number] => ({
  key,
  text,
  figures: Object.fromEntries(Object.entries(figures).map(([name, { value }]) => [name, value])),
});
