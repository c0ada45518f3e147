import type {
  Fairness,
  MeasureKey,
  PairShares,
  Range,
  Sentence,
  Text,
  ToldFlows,
  UnitChange,
} from "../../src/index.ts";

/** Some plans beside each other, in the order asked. */
export interface PlansCompared {
  readonly columns: readonly ComparedColumn[];
  /** Keys of measures whose order of plans is not to be relied on. */
  readonly unsure: readonly string[];
  /** Every two finished plans once, by number: how many of the computations each wins. */
  readonly pairs: readonly PairShares[];
  /** How many computations the shares are of. */
  readonly draws: number;
}

export interface ComparedColumn {
  readonly values: ReadonlyMap<MeasureKey, number>;
  /** What stands before any figure where the plan leaves pupils without a school; empty for a finished plan. */
  readonly unfinished: readonly Text[];
  /** Who goes from which school to which since today; none of an unfinished plan. */
  readonly flows: ToldFlows;
  /** Who gets farther to school and who nearer since today, in nearest fives. */
  readonly fairness: Fairness;
  /** Areas that each change befalls since today, ascending. */
  readonly changes: Readonly<Record<UnitChange, readonly number[]>>;
  /** Kroner a year; absent, as what follows, for an unfinished plan. */
  readonly saving?: Range;
  /** Share of the computations in which it saves anything against today's. */
  readonly saves?: number;
  /** How it saves against the plan that all are held against, where that is another than today's. */
  readonly wins?: Sentence;
}

/** Some plans beside each other, with what a council asks about each. */
export interface CouncilAnswers {
  readonly compared: PlansCompared;
  /** `[plan]` */
  readonly answers: readonly PlanAnswers[];
}

/** In sentences; of a plan that leaves pupils without a school that alone. */
export interface PlanAnswers {
  /** Who loses the right to free transport. */
  readonly bus: readonly Sentence[];
  /** What if the savings do not come. */
  readonly savings: readonly Sentence[];
}
