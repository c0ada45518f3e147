import {
  type AssignmentObjective,
  type MeasureKey,
  networkCosts,
  type Currency,
  type QuestionFile,
  type BandKey,
} from "../../src/index.ts";
import { PIECE_LINE } from "../worker/ask-messages.ts";
import type { AskGoal } from "./goals.ts";
import type { Filled, NumberLimits } from "./rows.ts";
import {
  ASSIGNMENT_ROWS,
  type AssignmentRowKey,
  GROUPING_ROWS,
  type GroupingRowKey,
  NETWORK_ROWS,
  type NetworkRowKey,
  REDRAW_ROWS,
  type RedrawRowKey,
  type RuleRow,
} from "./rules.ts";

/** What can be asked. */
export const ASK_KINDS = ["reassign", "repair", "consolidate", "redraw", "network", "front", "prices"] as const;
export type AskKind = (typeof ASK_KINDS)[number];

type Grouped = Extract<QuestionFile, { kind: "consolidate" }>;
type RedrawObjective = Extract<QuestionFile, { kind: "redraw" }>["objective"];

/** A question as it is filled in; plain, so that it can be stored and asked again of another plan. */
export interface AskForm {
  readonly kind: AskKind;
  /** What is to be as little as possible, the most important first. */
  readonly goals: readonly AskGoal[];
  /** The two that are weighed against each other. */
  readonly against: readonly [AssignmentObjective, AssignmentObjective];
  readonly rules: readonly AskLine<AssignmentRowKey>[];
  readonly networkRules: readonly AskLine<NetworkRowKey>[];
  readonly redrawRules: readonly AskLine<RedrawRowKey>[];
  readonly groupingRules: readonly AskLine<GroupingRowKey>[];
  /** Who goes where once districts are merged, whether each is to be in one piece, and what the best are told by. */
  readonly policy: Grouped["policy"];
  readonly contiguity: Grouped["contiguity"];
  readonly measure: MeasureKey;
  /** Whether it is told as well what each requirement on merged districts costs. */
  readonly prices: "asked" | "not-asked";
  /** Whether what is locked on the map stays as it is. */
  readonly locks: "kept" | "free";
  /** New districts, how much fuller than the mean one may be in percent, and whose number is to be alike. */
  readonly districts: number;
  readonly tolerance: number;
  /** "pupils", or a band by its grades. */
  readonly balance: BandKey;
  /** Whether new districts are as compact as can be, or give a short way to the school that each is drawn around. */
  readonly redrawn: RedrawObjective;
  /** Whether every new district holds a school that is open. */
  readonly sites: "in-every-district" | "ignored";
  /** How many different networks to find, and in how many schools each differs from the others at least. */
  readonly networks: number;
  readonly apart: number;
  /** An amount a year that networks are weighed by, as usual in the case's money where none is typed: for an open school, and for a kilometre that a pupil has there and back a day. */
  readonly siteCost?: number;
  readonly kilometreCost?: number;
  /** Longest search, seconds. */
  readonly seconds: number;
}

/** A rule in the form: which, and what stands in its blanks. `id` tells it from others of its kind. */
export interface AskLine<Key extends string = string> {
  readonly id: string;
  readonly row: Key;
  readonly filled: Filled;
}

export const FIRST_FORM: AskForm = {
  kind: "reassign",
  goals: [{ goal: "overflow" }, { goal: "pupil-metres" }],
  against: ["pupil-metres", "changed-site"],
  rules: [{ id: "capacity", row: "capacity", filled: {} }],
  networkRules: [{ id: "capacity", row: "capacity", filled: {} }],
  redrawRules: [],
  groupingRules: [],
  policy: "stay",
  contiguity: "ferry",
  measure: "saving",
  prices: "not-asked",
  locks: "kept",
  districts: 4,
  tolerance: 20,
  balance: "pupils",
  redrawn: "inertia",
  sites: "in-every-district",
  networks: 3,
  apart: 1,
  seconds: 60,
};

/** What networks are weighed by: as typed, or as usual in the case's money. */
export function networkPrices(
  { siteCost, kilometreCost }: AskForm,
  currency: Currency,
): Required<Pick<AskForm, "siteCost" | "kilometreCost">> {
  const usual = networkCosts(currency);
  return { siteCost: siteCost ?? usual.site, kilometreCost: kilometreCost ?? usual.pupilKilometre };
}

/** Which numbers the form's own blanks may hold. Districts that are merged have a limit of their own as well (see {@link mostMerged}). */
export const SETTINGS = {
  districts: { least: 1, most: 40, step: 1 },
  tolerance: { least: 0, most: 100, step: 1 },
  networks: { least: 1, most: 8, step: 1 },
  apart: { least: 1, most: 8, step: 1 },
  /** Steps of prices are of kroner; see {@link asLargeAs}. */
  siteCost: { least: 0, most: 100_000_000, step: 100_000 },
  kilometreCost: { least: 0, most: 100_000, step: 100 },
  seconds: { least: 5, most: 3600, step: 5 },
} as const satisfies Partial<Record<keyof AskForm, NumberLimits>>;

/** Where the lines of each kind of question stand in the form, and the rows that they come from. */
const LINES = {
  reassign: ["rules", ASSIGNMENT_ROWS],
  repair: ["rules", ASSIGNMENT_ROWS],
  front: ["rules", ASSIGNMENT_ROWS],
  prices: ["rules", ASSIGNMENT_ROWS],
  consolidate: ["groupingRules", GROUPING_ROWS],
  network: ["networkRules", NETWORK_ROWS],
  redraw: ["redrawRules", REDRAW_ROWS],
} as const satisfies Readonly<Record<AskKind, readonly [keyof AskForm, Readonly<Record<string, RuleRow>>]>>;

/** Kinds of question that have lines of their own, one each. */
export const LINE_KINDS = ["reassign", "consolidate", "network", "redraw"] as const;

/** Rows that rules of this kind of question come from. */
export const rowsOf = (kind: AskKind): Readonly<Record<string, RuleRow>> => LINES[kind][1];

export const linesOf = (form: AskForm): readonly AskLine[] => form[LINES[form.kind][0]];

/** The form with other lines of rules; those that its kind does not know are left out. */
export function withLines(form: AskForm, lines: readonly AskLine[]): AskForm {
  if (form.kind === "network") return { ...form, networkRules: lines.filter(isOf(NETWORK_ROWS)) };
  if (form.kind === "redraw") return { ...form, redrawRules: lines.filter(isOf(REDRAW_ROWS)) };
  if (form.kind === "consolidate") return { ...form, groupingRules: lines.filter(isOf(GROUPING_ROWS)) };
  return { ...form, rules: lines.filter(isOf(ASSIGNMENT_ROWS)) };
}

const isOf =
  <Key extends string>(rows: Readonly<Record<Key, RuleRow>>) =>
  (line: AskLine): line is AskLine<Key> =>
    line.row in rows;

/** The schools that new districts are drawn around, each once. */
export const seatsOf = ({ redrawRules }: Pick<AskForm, "redrawRules">): readonly number[] => [
  ...new Set(redrawRules.flatMap(({ row, filled }) => (row === "seat" ? [filled["site"]] : []))),
];

/** How many districts a plan's may be merged into at most: fewer than it has. */
export const mostMerged = (planDistricts: number): number => Math.max(1, planDistricts - 1);

/** The lines that stand for all that is locked, for all seats, for a school in every district, and for districts in one piece. */
export const LOCKS_LINE = "locks";
export const SEATS_LINE = "seats";
export const SITES_LINE = "sites";
export { PIECE_LINE };

/** New districts with room in each for all who live in it. */
export const withRoom = (form: AskForm): AskForm => ({
  ...form,
  redrawRules: [...form.redrawRules, { id: "capacity", row: "capacity", filled: {} }],
});

/** The question without one of its requirements, which may be one of the lines that stand for several. */
export function withoutLine(form: AskForm, line: string): AskForm {
  if (line === LOCKS_LINE) return { ...form, locks: "free" };
  if (line === SEATS_LINE) return { ...form, redrawRules: form.redrawRules.filter(({ row }) => row !== "seat") };
  if (line === SITES_LINE) return { ...form, sites: "ignored" };
  if (line === PIECE_LINE) return { ...form, contiguity: "ignored" };
  return withLines(
    form,
    linesOf(form).filter(({ id }) => id !== line),
  );
}
