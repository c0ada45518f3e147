import type { AssignmentPolicy, ContiguityRule, MeasureKey, Said, Touching, Weights } from "../../src/index.ts";
import type { PairEdits } from "./pair-edits.ts";

/** `ticket` tells the answers of one question from those of another. */
export interface ListQuestion {
  readonly kind: "list";
  readonly ticket: number;
  readonly districts: number;
  readonly policy: AssignmentPolicy;
  readonly touching: PairEdits;
}

/** Some of today's districts joined, where no list in view has it; `touching` says which list its number is looked up in. */
export interface JoinedQuestion {
  readonly kind: "joined";
  readonly key: string;
  readonly policy: AssignmentPolicy;
  readonly groups: readonly (readonly number[])[];
  readonly touching: PairEdits;
}

export interface Progress {
  readonly phase: "districts" | "groupings";
  readonly done: number;
  readonly of: number;
}

/** Every plan of one question as columns; a plan's number is its place here, counted from 0. */
export interface PlanList {
  readonly policy: AssignmentPolicy;
  readonly districts: number;
  readonly count: number;
  /** Ways to split the districts, touching or not, and whether all that touch are listed. */
  readonly existing: string;
  readonly complete: boolean;
  /**
   * Where not all are listed: the measures by which the list is known to hold the best of all plans, or one that is at most `gap` of its
   * value from it. By every other measure there may be a better one.
   */
  readonly best?: readonly { readonly measure: MeasureKey; readonly gap: number }[];
  /** What is said of which districts touch, as the address writes it. */
  readonly said: string;
  /** Which districts touch, by which rule; absent where not all plans are listed. */
  readonly touching?: Touching & {
    readonly rule: ContiguityRule;
    /** Pairs that are not as the map has them, the lower number first. */
    readonly said: readonly { readonly pair: readonly [number, number] }[];
  };
  /** Plans of the list whose every district is in one piece. */
  readonly contiguous: number;
  readonly merged: readonly MergedView[];
  /** Numbers of merged districts, `[plan * districts + i]`. */
  readonly groupings: Uint32Array;
  /** By measure key, `[plan]`; NaN where there is nothing to measure. */
  readonly values: ReadonlyMap<MeasureKey, Float64Array>;
  /** Measures that tell the plans apart. */
  readonly telling: readonly MeasureKey[];
  readonly decisions: readonly Decision[];
  /** Measures whose order of the plans is not to be relied on. */
  readonly unsure?: readonly string[];
  /** Marks the plans that no other beats, `[plan]`. */
  readonly unbeaten: Uint8Array;
  readonly seconds: number;
  /** The corrections it is priced with, as the address writes them. */
  readonly costs: string;
}

/** What other prices change in a list: the money measures' values, which measures tell plans apart, where plans stand. */
export type Repriced = Pick<
  PlanList,
  "policy" | "districts" | "values" | "telling" | "decisions" | "unbeaten" | "costs"
>;

interface MergedView {
  /** Today's districts, ascending. */
  readonly joins: readonly number[];
  readonly name: string;
  readonly sites: readonly number[];
  readonly pupils: number;
  /** The (unit, band) pairs that change site, and the site they change to. */
  readonly pairs: Uint32Array;
  readonly to: Uint16Array;
}

/** A plan file that answers the question: where it stands among all. */
export interface Decision {
  readonly id: string;
  readonly title: Said;
  /** Absent where no plan in the list joins the sites as it does. */
  readonly plan?: number;
  /** By telling measure, 1 = best. */
  readonly ranks: ReadonlyMap<MeasureKey, number>;
  /** Plans at least as good on every main measure, and better on one; absent where the list is not complete. */
  readonly beatenBy?: number;
}

/** Which plans to show in which order. */
export interface Arrangement {
  readonly key: string;
  readonly sort: MeasureKey;
  /** In place of the measure, where concerns are weighed. */
  readonly weights?: Weights;
  readonly show: "all" | "unbeaten";
  /** Numbers of the plans that are wanted, from 0; empty where none is asked for by number. */
  readonly plans: readonly number[];
  /** Each entry: today's districts that are to be in one new district. */
  readonly join: readonly (readonly number[])[];
}

export interface Arranged {
  readonly key: string;
  readonly order: Uint32Array;
  /** As in the list. */
  readonly unbeaten: Uint8Array;
}
