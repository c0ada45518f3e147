import type { AssignmentPrices } from "../../cost/assignment-prices.ts";
import type { AssignmentRule, Stage } from "../../domain/question.ts";
import { type Model, ModelBuilder, type Term } from "../model.ts";
import { type AssignmentFrame, candidateFor } from "./frame.ts";
import { objectiveModels } from "./objectives/table.ts";
import { keepsPairsWhole, RULE_MODELS } from "./rules/table.ts";

/** An earlier stage and what it reached: later stages may not be worse at it. */
export interface Held {
  readonly stage: Stage;
  readonly most: number;
  /** Whether its values are whole steps, so that one above `most` is worse and not rounding. */
  readonly exact: boolean;
}

/**
 * A zone that fell apart: who is in `part` and who is the `anchor` may both go to `site` only if somebody in `around` does
 * too. Without an anchor nobody in the part may.
 */
export interface ZoneCut {
  readonly site: number;
  /** Rows. */
  readonly part: readonly number[];
  readonly around: readonly number[];
  readonly anchor?: number;
}

/** The model of one stage; `complete` sets the columns that follow from the candidates, `[column]`. */
export interface AssignmentModel {
  readonly model: Model;
  readonly complete: (values: Float64Array) => void;
}

/**
 * The model of one stage. Columns 0 … candidates - 1 are the frame's candidates; what objectives and rules add comes after.
 * Every row goes somewhere: sum_j x_ij = 1, whole unless pairs may be split. `barred`: plans that are not asked for, by their candidates.
 */
export function buildAssignment(
  frame: AssignmentFrame,
  stage: Stage,
  rules: readonly AssignmentRule[],
  held: readonly Held[],
  cuts: readonly ZoneCut[],
  prices: AssignmentPrices,
  barred: readonly (readonly number[])[] = [],
): AssignmentModel {
  const model = new ModelBuilder();
  const objectives = objectiveModels(prices);
  const cost = new Float64Array(frame.candidates);
  for (const { objective, weight } of stage)
    objectives[objective].candidateCost?.(frame).forEach((value, candidate) => (cost[candidate] += weight * value));
  const integer = keepsPairsWhole(rules) ? "whole" : "any";
  cost.forEach((value) => model.addColumn({ cost: value, lower: 0, upper: 1, integer }));
  for (let row = 0; row < frame.rows; row++) {
    const terms: Term[] = [];
    for (let candidate = frame.first[row]; candidate < frame.first[row + 1]; candidate++) terms.push([candidate, 1]);
    model.addRow("everybody goes somewhere", 1, 1, terms);
  }
  for (const { objective, weight } of stage) objectives[objective].addColumns?.(model, frame, weight, rules);
  for (const rule of rules) RULE_MODELS[rule.kind].addRows?.(rule, model, frame);
  for (const rule of rules)
    if (rule.kind === "at-most")
      hold(model, frame, { stage: [{ objective: rule.objective, weight: 1 }], most: rule.most }, rules, prices);
  for (const earlier of held) hold(model, frame, earlier, rules, prices);
  for (const cut of cuts) addCut(model, frame, cut);
  for (const candidates of barred)
    model.addRow(
      "another plan",
      -Infinity,
      candidates.length - 1,
      candidates.map((candidate): Term => [candidate, 1]),
    );
  return { model: model.build(), complete: (values) => model.complete(values) };
}

/** The earlier objective as a row: its candidates' costs and, through columns of its own, the rest. */
function hold(
  model: ModelBuilder,
  frame: AssignmentFrame,
  { stage, most }: Pick<Held, "stage" | "most">,
  rules: readonly AssignmentRule[],
  prices: AssignmentPrices,
): void {
  const objectives = objectiveModels(prices);
  const terms: Term[] = [];
  for (const { objective, weight } of stage)
    objectives[objective].candidateCost?.(frame).forEach((value, candidate) => {
      if (value !== 0) terms.push([candidate, weight * value]);
    });
  const extra = model.collectColumns(() => {
    for (const { objective, weight } of stage) objectives[objective].addColumns?.(model, frame, weight, rules);
  });
  model.addRow("earlier stage", -Infinity, most, mergeTerms([...terms, ...extra]));
}

/** Terms of one row with each column once. */
function mergeTerms(terms: readonly Term[]): readonly Term[] {
  const sums = new Map<number, number>();
  for (const [column, value] of terms) sums.set(column, (sums.get(column) ?? 0) + value);
  return [...sums];
}

/**
 * x_a + x_c <= 1 + sum of x_b over the units b around, for every a in the part and the anchor c in the rest of the zone
 * (separator inequality, Carvajal et al. 2013). The zone may also do without the anchor.
 */
function addCut(model: ModelBuilder, frame: AssignmentFrame, { site, part, around, anchor }: ZoneCut): void {
  const wall = around.flatMap((row) => candidateFor(frame, row, site) ?? []);
  const rest = anchor === undefined ? undefined : candidateFor(frame, anchor, site);
  for (const row of part) {
    const column = candidateFor(frame, row, site);
    if (column === undefined) continue;
    const terms = [[column, 1], ...wall.map((other): Term => [other, -1])] satisfies Term[];
    if (rest === undefined) model.addRow("zones hang together", -Infinity, 0, terms);
    else model.addRow("zones hang together", -Infinity, 1, [[rest, 1], ...terms]);
  }
}
