import type { AssignmentObjective, Borne, MeasureKey, Plan, QuestionFile, StopReason, Text } from "../../src/index.ts";
import type { AssumedPlan } from "./assumed-plan.ts";

/** A question to the optimiser, asked of a plan. */
export interface AskQuestion {
  readonly kind: "ask";
  readonly ticket: number;
  readonly task: AskTask;
  readonly question: QuestionFile;
  /** The line of the form that each rule of the question comes from, `[rule]`. */
  readonly lines: readonly string[];
  /** Longest search in all. */
  readonly seconds: number;
  /** As it is computed with: a locked school has room for exactly those who go there. */
  readonly plan: AssumedPlan;
  /** As it is, for the figures that are shown. */
  readonly measured: AssumedPlan;
  /** An address that the page takes back to end the search. */
  readonly stop: string;
}

export type AskTask =
  | { readonly kind: "answer" }
  | {
      readonly kind: "front";
      readonly goals: readonly [AssignmentObjective, AssignmentObjective];
      readonly points: number;
    }
  | { readonly kind: "prices" }
  /** The plan that is asked of, changed as little as the rules let it. */
  | { readonly kind: "repair" }
  /** Of all ways to merge districts the best by a measure, so many at most; and what each rule costs, where that is asked. */
  | {
      readonly kind: "list";
      readonly measure: MeasureKey;
      readonly plans: number;
      readonly prices: "asked" | "not-asked";
    };

/**
 * What is made least: a goal of who goes where, pupils who leave the plan that is mended, what a network costs, how compact districts are, or the ways to the schools that
 * they are drawn around.
 */
export type GoalKey = AssignmentObjective | "repainted" | "network" | "inertia" | "seat-metres";

export type AskStep =
  | { readonly status: "searching"; readonly progress: AskProgress }
  | AskAnswer
  | { readonly status: "impossible"; readonly collision: Collision }
  /** "names": the reason is what the question names and the plan lacks. "unfinished": the plan leaves pupils without a school. */
  | { readonly status: "failed"; readonly reason: string; readonly why?: StopReason | "names" | "unfinished" };

export interface AskAnswer {
  readonly status: "answered";
  readonly plans: readonly AskedPlan[];
  /** Of a front of two goals: whether no point is left out. */
  readonly complete?: boolean;
  /** Of a front that is not: whether the best for each goal is among the plans, or for the first alone; of answers kept before that was noted nobody knows. */
  readonly ends?: "all" | "first" | undefined;
  readonly prices?: readonly RulePriceView[];
  /** Of merged districts: what they are in order by, and how many ways there are that keep the rules; not all were looked at where it is not complete. */
  readonly list?: { readonly measure: MeasureKey; readonly ways: number; readonly complete: boolean };
  readonly seconds: number;
}

/** What a search has so far, in the goal's own unit. */
export interface AskProgress {
  readonly seconds: number;
  /** Absent where two concerns are weighed together: then the numbers are of no unit of their own. */
  readonly goal?: GoalKey;
  readonly found?: number;
  readonly bound?: number;
  /** Of merged districts: how many are worked out, of how many. */
  readonly merged?: { readonly done: number; readonly of: number };
}

export interface AskedPlan {
  readonly plan: Plan;
  readonly status: "optimal" | "stopped";
  /** (value - bound) / |value|; absent where nothing is known. */
  readonly gap?: number;
  /** Most important first; without those that are not known one by one, weighed together where areas are divided. */
  readonly goals: readonly GoalValue[];
  /** What merged districts are in order by. */
  readonly measured?: MeasuredValue;
  /** Of a mended plan without a proof: what it still breaks. */
  readonly breaches?: readonly Text[];
  /** Areas that the answer divides between schools, one a band; the plan has each at the school with most of its pupils. */
  readonly splits?: readonly { readonly unit: number; readonly band: number; readonly sites: readonly number[] }[];
}

interface MeasuredValue {
  readonly measure: MeasureKey;
  readonly value: number;
}

export interface GoalValue {
  readonly goal: GoalKey;
  /** As evaluate finds it, or as the answer has it where areas are divided, in the goal's own unit. */
  readonly value: number;
  /** In the plan that was asked of; absent where that is unfinished. */
  readonly before?: number;
}

export interface Collision {
  readonly rules: readonly CollidingRule[];
  /** What makes it plain, in figures. */
  readonly details: readonly Text[];
}

export interface CollidingRule {
  readonly words: Text;
  /** The line of the form to let go of; absent where it is no line of its own. */
  readonly line?: string;
  /** What the question gives without it, as far as that could be found out. */
  readonly without?:
    | { readonly status: "optimal" | "stopped"; readonly goals: readonly GoalValue[] }
    | { readonly status: "infeasible" | "unknown" };
}

/** What a line of the form costs: the answer with it and the one without it; unknown where there was no time for that. */
export type RulePriceView =
  | ({
      readonly line: string;
      readonly status: "optimal" | "stopped";
      readonly goals: readonly ({ readonly goal: GoalKey } & Both)[];
      /** Of merged districts: what they are in order by. */
      readonly measured?: { readonly measure: MeasureKey } & Both;
    } & Compared)
  | { readonly line: string; readonly status: "unknown" };

interface Both {
  readonly with: number;
  readonly without: number;
}

/** The best plan with a line and the best without it: every measure of both, and who bears it. */
export interface Compared extends Borne {
  readonly values: {
    readonly with: ReadonlyMap<MeasureKey, number>;
    readonly without: ReadonlyMap<MeasureKey, number>;
  };
}

/** The name under which a question finds the plan in view among those of the case. */
export const IN_VIEW = "in-view";

/** The line of the form that stands for districts in one piece. */
export const PIECE_LINE = "contiguity";
