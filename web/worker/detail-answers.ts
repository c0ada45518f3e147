import type {
  AssignmentPolicy,
  Backtest,
  Claim,
  Counts,
  Fairness,
  FigureUnder,
  IfClaimed,
  KnownCase,
  MeasureKey,
  PlacesIfClaimed,
  PupilRange,
  Replay,
  Said,
  Sentence,
  FirstFor,
  TurningPoint,
  WeighedList,
} from "../../src/index.ts";
import type { AssumedPlan } from "./assumed-plan.ts";
import type { CouncilAnswers, PlansCompared } from "./compare-messages.ts";
import type { PlanBuses } from "./plan-effects.ts";

/** What is worked out only when it is looked at: it takes tenths of a second. */
export interface DetailAnswers {
  readonly buses: PlanBuses;
  readonly meaning: PlanMeaning;
  readonly years: PlanYears;
  readonly pair: PlanPairing;
  readonly known: KnownPast;
  readonly compare: PlansCompared;
  readonly council: CouncilAnswers;
  /** What a plan's saving rests on, what moves it most first; none of a plan whose money is not known. */
  readonly rests: readonly FigureUnder[];
  readonly claim: ClaimEffect;
  /** What closing a school would do. */
  readonly closing: readonly Sentence[];
  /** Of each plan of the list, `[plan]`. */
  readonly first: readonly FirstFor[];
}
export type About = keyof DetailAnswers;

/** `key` names the plan, the prices and all else that the answer hangs on. */
export type DetailQuestion =
  /** `longestRide`: minutes on board at most. */
  | { readonly about: "buses"; readonly key: string; readonly plan: AssumedPlan; readonly longestRide: number }
  | { readonly about: "meaning"; readonly key: string; readonly plan: AssumedPlan; readonly counts: Counts }
  | { readonly about: "years"; readonly key: string; readonly plan: AssumedPlan }
  | { readonly about: "known"; readonly key: string; readonly plan: AssumedPlan }
  | { readonly about: "pair"; readonly key: string; readonly plan: AssumedPlan; readonly against: AssumedPlan }
  | { readonly about: "rests"; readonly key: string; readonly plan: AssumedPlan }
  /** Asked of the worker that lists the plans. `against`: what the plan is held against; else it is the next in the list. */
  | {
      readonly about: "claim";
      readonly key: string;
      readonly plan: AssumedPlan;
      readonly claim: Claim;
      readonly policy: AssignmentPolicy;
      readonly against?: AssumedPlan;
    }
  | {
      readonly about: "closing";
      readonly key: string;
      readonly plan: AssumedPlan;
      readonly site: number;
      readonly counts: Counts;
    }
  | {
      readonly about: "council";
      readonly key: string;
      readonly plans: readonly AssumedPlan[];
      readonly counts: Counts;
    }
  /** `base`: number in `plans` of the one that the others are held against; today's where absent. */
  | { readonly about: "compare"; readonly key: string; readonly plans: readonly AssumedPlan[]; readonly base?: number }
  | { readonly about: "first"; readonly key: string; readonly list: WeighedList };

/** The latest answer about each thing. */
export type Details = { readonly [Each in About]?: { readonly key: string; readonly answer: DetailAnswers[Each] } };

/** What a claimed figure would do to a plan; nothing where its money is not known. */
export interface ClaimEffect {
  readonly saved?: IfClaimed;
  /** Absent where no list is there. */
  readonly places?: PlacesIfClaimed;
  /** Where the order turns between the plan and another: the one that it is held against, else the next in the list, by its number. */
  readonly turn?: { readonly other: "against" | number; readonly point: TurningPoint };
}

/** What a plan means for pupils and money in sentences, and who gets farther and nearer to school; small groups are hidden in both. */
export interface PlanMeaning {
  readonly sentences: readonly Sentence[];
  readonly fairness: Fairness;
}

/** The model beside what others have said, and beside what was decided, promised and counted before. */
export interface KnownPast {
  readonly cases: readonly KnownCase[];
  readonly replay: Replay;
}

/** A plan followed through the coming school years, today first. */
export interface PlanYears {
  readonly years: readonly YearView[];
  readonly breaches: readonly BreachView[];
  /** The same of today's plan, to tell what is the plan's doing: pupils without a place in the worst year. */
  readonly todayWorst: number;
  readonly assumptions: readonly Sentence["text"][];
  /** What the forecast would have said of years that have been counted since; absent where the case holds no such counts. */
  readonly backtest?: Backtest;
}

export interface YearView {
  readonly schoolYear: string;
  /** In the middle scenario, and between what eight of ten draws are. */
  readonly pupils: PupilRange & { readonly mid: number };
  readonly classes: number;
  /** Pupils without a place in the middle scenario. */
  readonly overflow: number;
}

export interface BreachView {
  readonly site: number;
  readonly band: number;
  /** School years in runs: the first and last of each, the calendar years they start in. */
  readonly runs: readonly (readonly [first: number, last: number])[];
  /** Pupils beyond the places in the worst of them. */
  readonly over: number;
  readonly places: number;
}

/** Two plans against each other, on the same draws of every assumption. */
export interface PlanPairing {
  readonly titles: readonly [plan: Said, against: Said];
  readonly values: readonly [plan: ReadonlyMap<MeasureKey, number>, against: ReadonlyMap<MeasureKey, number>];
  /** "A saves more than B in 93 of 100 computations". */
  readonly wins: Sentence;
  /** What the plan saves beyond the other: the difference of their figures, and nine of ten computations; kroner a year. */
  readonly difference: { readonly p5: number; readonly mid: number; readonly p95: number };
  /** What would turn the order around. */
  readonly turning: readonly Sentence[];
  readonly draws: number;
}
