import type { AssignmentPolicy, Language, Weights, BandKey } from "../../src/index.ts";
import { listNumber, type PlanRef } from "./plan-ref.ts";
import type { CostEdits } from "../worker/cost-edits.ts";
import { type PairEdits, textOfPairs } from "../worker/pair-edits.ts";

export const VIEWS = ["today", "plan", "side", "swipe"] as const;
/** What the map shows: one picture, or two beside each other or one over the other. */
type View = (typeof VIEWS)[number];

export const POLICIES = ["stay", "nearest"] as const satisfies readonly AssignmentPolicy[];

/** What the user has chosen to look at. The address bar carries all of it, so a link shows the same again. */
export interface Choice {
  /** Names the case's files that all else is chosen in; undefined until they are known. */
  readonly data: string | undefined;
  readonly language: Language;
  readonly policy: AssignmentPolicy;
  readonly view: View;
  /** The band that the map shows where bands go to different schools; undefined: the first. */
  readonly band: BandKey | undefined;
  readonly surface: "map" | "table";
  readonly show: "all" | "unbeaten";
  /** As typed: districts that are to be joined, "Sofielund + Isefjord". */
  readonly search: string;
  /** How many districts there are to be; undefined: as many as the case's decision has. */
  readonly districts: number | undefined;
  /** Undefined: the decision, else the first in the list. */
  readonly plan: PlanRef | undefined;
  /** Measure keys; undefined: what tells the plans apart best. */
  readonly sort: string | undefined;
  /** What a group lets each concern count; the list is in the order that follows. Undefined: it is in order of a measure. */
  readonly weights: Weights | undefined;
  readonly across: string | undefined;
  readonly upward: string | undefined;
  /** Districts that touch or do not, whatever the map shows. */
  readonly touching: PairEdits;
  /** Figures of the cost model that the user puts others in place of. */
  readonly costs: CostEdits;
  /** The plan is to hold from August of this year; undefined: the year after the case's. */
  readonly start: number | undefined;
  /** Minutes that a ride may take at most where school buses are shown; undefined: they are not. */
  readonly buses: number | undefined;
  readonly years: "shown" | "hidden";
  /** What is done on the page: plans are looked through, one is drawn, the optimiser is asked, some are compared, or somebody asks what happens at home. */
  /** "meet": in a room; no address says so. */
  readonly doing: (typeof DOINGS)[number];
  /** The plan that others are held against. */
  readonly against: PlanRef | undefined;
  /** Plans pinned to be compared, in the order they were; never one by its number in the list, which is of one list alone. */
  readonly tray: readonly PlanRef[];
}

export const DOINGS = ["find", "draw", "ask", "compare", "here", "meet"] as const;

/** The most that a concern may count; none counts nothing. */
export const MOST_WEIGHT = 10;

/** How many plans may be pinned: as many as can be told apart side by side. */
export const MOST_PINNED = 6;

/** How long the longest ride may be chosen, minutes. */
export const RIDE_LIMITS = { least: 10, most: 180 } as const;

export const FIRST_CHOICE: Choice = {
  data: undefined,
  language: "da",
  policy: "nearest",
  view: "plan",
  band: undefined,
  surface: "map",
  show: "all",
  search: "",
  districts: undefined,
  plan: undefined,
  sort: undefined,
  weights: undefined,
  across: undefined,
  upward: undefined,
  touching: [],
  costs: [],
  start: undefined,
  buses: undefined,
  years: "hidden",
  doing: "find",
  against: undefined,
  tray: [],
};

/** The choice after a change. Plan numbers belong to a number of districts and to which of today's touch, so others take the plan back. */
export function changed(choice: Choice, change: Partial<Choice>): Choice {
  // Whoever chooses a measure to put the list in order by no longer weighs.
  const next = { ...choice, ...("sort" in change && { weights: undefined }), ...change };
  const isListed = next.districts === choice.districts && textOfPairs(next.touching) === textOfPairs(choice.touching);
  const renumbered = !isListed && !("plan" in change) && listNumber(choice.plan) !== undefined;
  const kept = renumbered ? { ...next, plan: undefined } : next;
  const isOther = !isListed && listNumber(choice.against) !== undefined;
  return isOther && !("against" in change) ? { ...kept, against: undefined } : kept;
}
