import {
  type AssignmentObjective,
  type BANDS,
  formatBands,
  NETWORK_COSTS,
  type QuestionFile,
  unreachable,
} from "../../src/index.ts";
import type { AskTask } from "../worker/messages.ts";
import { IN_VIEW } from "../worker/ask-messages.ts";
import { type AskGoal, asGoal, stageOf } from "./goals.ts";
import {
  ASSIGNMENT_ROWS,
  type AssignmentPart,
  type AssignmentRowKey,
  type Filled,
  locksOf,
  NETWORK_ROWS,
  type NetworkRowKey,
  REDRAW_ROWS,
  type RedrawRowKey,
  type RuleContext,
  type RuleRow,
} from "./rules.ts";

/** What can be asked. */
export const ASK_KINDS = ["reassign", "redraw", "network", "front", "prices"] as const;
export type AskKind = (typeof ASK_KINDS)[number];

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
  /** Whether what is locked on the map stays as it is. */
  readonly locks: "kept" | "free";
  /** New districts, how much fuller than the mean one may be in percent, and whose number is to be alike. */
  readonly districts: number;
  readonly tolerance: number;
  readonly balance: "pupils" | (typeof BANDS)[number]["key"];
  /** Whether new districts are as compact as can be, or give a short way to the school that each is drawn around. */
  readonly redrawn: RedrawObjective;
  /** Whether every new district holds a school that is open. */
  readonly sites: "in-every-district" | "ignored";
  /** How many different networks to find, and in how many schools each differs from the others at least. */
  readonly networks: number;
  readonly apart: number;
  /** Kroner a year that networks are weighed by: for an open school, and for a kilometre that a pupil has there and back a day. */
  readonly siteCost: number;
  readonly kilometreCost: number;
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
  locks: "kept",
  districts: 4,
  tolerance: 20,
  balance: "pupils",
  redrawn: "inertia",
  sites: "in-every-district",
  networks: 3,
  apart: 1,
  siteCost: NETWORK_COSTS.site,
  kilometreCost: NETWORK_COSTS.pupilKilometre,
  seconds: 60,
};

/** Rows that rules of this kind of question come from. */
export const rowsOf = (kind: AskKind): Readonly<Record<string, RuleRow>> =>
  kind === "network" ? NETWORK_ROWS : kind === "redraw" ? REDRAW_ROWS : ASSIGNMENT_ROWS;

export const linesOf = ({ kind, rules, networkRules, redrawRules }: AskForm): readonly AskLine[] =>
  kind === "network" ? networkRules : kind === "redraw" ? redrawRules : rules;

/** The form with other lines of rules; those that its kind does not know are left out. */
export function withLines(form: AskForm, lines: readonly AskLine[]): AskForm {
  if (form.kind === "network") return { ...form, networkRules: lines.filter(isOf(NETWORK_ROWS)) };
  if (form.kind === "redraw") return { ...form, redrawRules: lines.filter(isOf(REDRAW_ROWS)) };
  return { ...form, rules: lines.filter(isOf(ASSIGNMENT_ROWS)) };
}

const isOf =
  <Key extends string>(rows: Readonly<Record<Key, RuleRow>>) =>
  (line: AskLine): line is AskLine<Key> =>
    line.row in rows;

/** The schools that new districts are drawn around, each once. */
export const seatsOf = ({ redrawRules }: Pick<AskForm, "redrawRules">): readonly number[] => [
  ...new Set(redrawRules.map(({ filled }) => filled["site"])),
];

/** The lines that stand for all that is locked, for all seats, and for a school in every district. */
export const LOCKS_LINE = "locks";
export const SEATS_LINE = "seats";
export const SITES_LINE = "sites";

/** The question without one of its requirements, which may be one of the lines that stand for several. */
export function withoutLine(form: AskForm, line: string): AskForm {
  if (line === LOCKS_LINE) return { ...form, locks: "free" };
  if (line === SEATS_LINE) return { ...form, redrawRules: [] };
  if (line === SITES_LINE) return { ...form, sites: "ignored" };
  return withLines(
    form,
    linesOf(form).filter(({ id }) => id !== line),
  );
}

/** What a question is asked of. */
export interface AskContext extends RuleContext {
  /** Bands taught in the plan, `[site]`. */
  readonly teaching: readonly number[];
  /** `unit * BAND_COUNT + band` of what is locked. */
  readonly locked: ReadonlySet<number>;
  /** Whether whole schools are locked: then all keep to their places, so that nobody comes to those. */
  readonly holdsSites: boolean;
}

export interface ReadForm {
  readonly task: AskTask;
  readonly question: QuestionFile;
  /** The line that each rule of the question comes from, `[rule]`. */
  readonly lines: readonly string[];
}

const head = { format: "skoledistrikt-question", version: 1 } as const;
/** Points of a front, at most. */
const FRONT_POINTS = 9;

export function questionOf(form: AskForm, context: AskContext): ReadForm {
  const limits = { seed: 1, seconds: form.seconds };
  switch (form.kind) {
    case "reassign":
    case "prices":
      return {
        task: form.kind === "prices" ? { kind: "prices" } : { kind: "answer" },
        ...reassignment(form, form.goals, context, limits),
      };
    case "front":
      return {
        task: { kind: "front", goals: form.against, points: FRONT_POINTS },
        ...reassignment(form, form.against.map(asGoal), context, { seed: 1, seconds: form.seconds / FRONT_POINTS }),
      };
    case "network":
      return { task: { kind: "answer" }, ...network(form, context, limits) };
    case "redraw": {
      const { districts, tolerance, balance, redrawn: objective, sites } = form;
      const question = { ...head, kind: "redraw" as const, districts, tolerance: tolerance / 100, balance };
      const seats = seatsOf(form).map((site) => context.siteIds[site]);
      return {
        task: { kind: "answer" },
        question: { ...question, objective, sites, ...(seats.length > 0 && { seats }), limits },
        lines: [],
      };
    }
    default:
      return unreachable(form.kind);
  }
}

type Limits = Extract<QuestionFile, { kind: "reassign" }>["limits"];

function reassignment(
  { rules, locks }: AskForm,
  goals: readonly AskGoal[],
  context: AskContext,
  limits: Limits,
): Omit<ReadForm, "task"> {
  const asked = rules.flatMap(({ id, row, filled }) =>
    ASSIGNMENT_ROWS[row].part(filled, context).map((part): readonly [AssignmentPart, string] => [part, id]),
  );
  const held = locks === "kept" ? heldParts(context, rules) : [];
  const all = [...asked, ...held.map((part): readonly [AssignmentPart, string] => [part, LOCKS_LINE])];
  return {
    question: {
      ...head,
      kind: "reassign",
      plan: IN_VIEW,
      stages: goals.map(stageOf),
      rules: all.map(([part]) => part),
      limits,
    },
    lines: all.map(([, id]) => id),
  };
}

function heldParts(context: AskContext, rules: AskForm["rules"]): readonly AssignmentPart[] {
  if (context.locked.size === 0 && !context.holdsSites) return [];
  const places = context.holdsSites && !rules.some(({ row }) => row === "capacity");
  return [...(places ? [{ kind: "capacity" } as const] : []), ...locksOf(context, context.locked)];
}

function network(
  { networkRules, networks, apart, siteCost, kilometreCost }: AskForm,
  context: AskContext,
  limits: Limits,
): Omit<ReadForm, "task"> {
  const parts = networkRules.flatMap(({ id, row, filled }) =>
    NETWORK_ROWS[row].part(filled, context).map((part) => ({ part, id })),
  );
  return {
    question: {
      ...head,
      kind: "network",
      sites: context.teaching.flatMap((taught, site) => {
        if (taught === 0) return [];
        return [{ site: context.siteIds[site], teaches: [...choicesOf(taught, site, networkRules)] }];
      }),
      rules: parts.map(({ part }) => part),
      costs: { site: siteCost, band: 0, pupil: 0, pupilKilometre: kilometreCost },
      list: { networks, apart },
      limits,
    },
    lines: parts.map(({ id }) => id),
  };
}

/** The grades that an open school may have, as it has them first; "" closes it. */
function choicesOf(taught: number, site: number, rules: AskForm["networkRules"]): ReadonlySet<string> {
  const own = rules.filter(({ filled }) => filled["site"] === site);
  const shorter = own.flatMap(({ row, filled }) =>
    row === "may-end" ? [taught & ((1 << (filled["band"] + 1)) - 1)] : [],
  );
  const choices = [taught, ...shorter.filter((bands) => bands !== 0)].map(formatBands);
  return new Set(own.some(({ row }) => row === "stays-open") ? choices : [...choices, ""]);
}
