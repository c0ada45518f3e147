import { formatBands, type QuestionFile, unreachable, type Grades, type Currency } from "../../src/index.ts";
import type { AskTask } from "../worker/messages.ts";
import { IN_VIEW } from "../worker/ask-messages.ts";
import type { PairEdits } from "../worker/pair-edits.ts";
import { type AskForm, LOCKS_LINE, mostMerged, networkPrices, seatsOf } from "./form.ts";
import { type AskGoal, asGoal, stageOf } from "./goals.ts";
import type { AssignmentPart, GroupingPart, LockPart, RedrawPart, RuleContext } from "./rows.ts";
import { ASSIGNMENT_ROWS, GROUPING_ROWS, locksOf, NETWORK_ROWS, REDRAW_ROWS } from "./rules.ts";

/** What a question is asked of. */
export interface AskContext extends RuleContext {
  /** Bands taught in the plan, `[site]`. */
  readonly teaching: readonly number[];
  /** `unit * BAND_COUNT + band` of what is locked. */
  readonly locked: ReadonlySet<number>;
  /** Schools that are locked whole: then all keep to their places, so that nobody comes to those. */
  readonly heldSites: readonly number[];
  /** Districts that are locked, whose schools are among those. */
  readonly heldDistricts: readonly number[];
  /** Districts that are locked, or have a locked school: they are as they are. */
  readonly keptDistricts: readonly number[];
  /** Of the plan's districts, those that somebody says touch or do not, whatever the map shows. */
  readonly touching: PairEdits;
  /** What prices are in. */
  readonly currency: Currency;
}

export interface ReadForm {
  readonly task: AskTask;
  readonly question: QuestionFile;
  /** The line that each rule of the question comes from, `[rule]`. */
  readonly lines: readonly string[];
}

const head = { format: "skoledistrikt-question", version: 1 } as const;
/** Points of a front, at most; each has its share of the time. */
export const FRONT_POINTS = 9;
/** The best of all ways to merge districts, so many at most; all of them stand in the list. */
const LISTED = 5;
/** What a question to mend a plan was called before questions said themselves what is wanted. */
const MENDING = "repair";

type Wanted = NonNullable<ReassignQuestion["wanted"]>;

/** What a question is asked for, whenever it was saved. */
export const wantedOf = ({ wanted, title }: Pick<ReassignQuestion, "wanted" | "title">): Wanted =>
  wanted ?? (title === MENDING ? "repair" : "plan");

export function questionOf(form: AskForm, context: AskContext): ReadForm {
  const limits = { seed: 1, seconds: form.seconds };
  switch (form.kind) {
    case "reassign":
    case "prices":
      return {
        task: form.kind === "prices" ? { kind: "prices" } : { kind: "answer" },
        ...reassignment(form, form.goals, context, { limits, wanted: form.kind === "prices" ? "prices" : "plan" }),
      };
    case "repair":
      return { task: { kind: "repair" }, ...mending(form, context, limits) };
    case "consolidate":
      return {
        task: { kind: "list", measure: form.measure, plans: LISTED, prices: form.prices },
        ...grouping(form, context, limits),
      };
    case "front":
      return {
        task: { kind: "front", goals: form.against, points: FRONT_POINTS },
        ...reassignment(form, form.against.map(asGoal), context, {
          limits: { seed: 1, seconds: form.seconds / FRONT_POINTS },
          wanted: "pareto",
        }),
      };
    case "network":
      return { task: { kind: "answer" }, ...network(form, context, limits) };
    case "redraw": {
      const { districts, tolerance, balance, redrawn: objective, sites } = form;
      const question = { ...head, kind: "redraw" as const, districts, tolerance: tolerance / 100, balance };
      const seats = seatsOf(form).map((site) => context.siteIds[site]);
      const written = form.redrawRules.flatMap(({ id, row, filled }) =>
        REDRAW_ROWS[row].part(filled, context).map((part): readonly [RedrawPart, string] => [part, id]),
      );
      const held = form.locks === "kept" ? heldInDistricts(context) : [];
      const parts = [...written, ...held.map((part): readonly [RedrawPart, string] => [part, LOCKS_LINE])];
      return {
        task: { kind: "answer" },
        question: {
          ...question,
          objective,
          sites,
          ...(seats.length > 0 && { seats }),
          ...(parts.length > 0 && { rules: parts.map(([part]) => part) }),
          limits,
        },
        lines: parts.map(([, id]) => id),
      };
    }
    default:
      return unreachable(form.kind);
  }
}

/** What is locked, as new districts keep it: whole districts and schools as such, which hold those who go there themselves. */
function heldInDistricts(context: AskContext): readonly RedrawPart[] {
  const { heldSites, heldDistricts, assignment, siteIds, districtIds } = context;
  const own = [...context.locked].filter((pair) => !heldSites.includes(assignment[pair]));
  return [
    ...heldDistricts.map((district): RedrawPart => ({ kind: "held-district", district: districtIds[district] })),
    ...heldSites.map((site): RedrawPart => ({ kind: "held-site", site: siteIds[site] })),
    ...locksOf(context, new Set(own)),
  ];
}

type ReassignQuestion = Extract<QuestionFile, { kind: "reassign" }>;
type Limits = ReassignQuestion["limits"];

function reassignment(
  { rules, locks }: AskForm,
  goals: readonly AskGoal[],
  context: AskContext,
  { limits, wanted }: { readonly limits: Limits; readonly wanted: Wanted },
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
      ...(wanted !== "plan" && { wanted }),
      limits,
    },
    lines: all.map(([, id]) => id),
  };
}

/** As few as possible leave the plan that is asked of; who goes where then is decided by the ways. */
const mending = (form: AskForm, context: AskContext, limits: Limits): Omit<ReadForm, "task"> =>
  reassignment(form, [{ goal: "changed-site" }, { goal: "pupil-metres" }], context, { limits, wanted: "repair" });

/** Whether merging is held by what is locked: then pupils stay at their schools, and districts that are held are not merged. */
export const mergesAround = ({ locks }: Pick<AskForm, "locks">, { locked, heldSites }: AskContext): boolean =>
  locks === "kept" && (locked.size > 0 || heldSites.length > 0);

/** What is locked, as districts that are merged keep it: those that are held come together with no other. */
function heldApart({ keptDistricts, districtIds }: AskContext): readonly GroupingPart[] {
  return keptDistricts.flatMap((held) =>
    districtIds.flatMap((_, other): readonly GroupingPart[] =>
      // Of two that are both held the pair is named once.
      other === held || (keptDistricts.includes(other) && other < held)
        ? []
        : [{ kind: "apart", districts: [districtIds[held], districtIds[other]] }],
    ),
  );
}

/** The pairs that a question goes by: one whose districts may lie anywhere asks nothing of them. */
export const pairsAsked = (
  { contiguity }: Pick<AskForm, "contiguity">,
  { touching }: Pick<AskContext, "touching">,
): PairEdits => (contiguity === "ignored" ? [] : touching);

function grouping(form: AskForm, context: AskContext, limits: Limits): Omit<ReadForm, "task"> {
  const { groupingRules, districts, contiguity, measure, prices } = form;
  const written = groupingRules.flatMap(({ id, row, filled }) =>
    GROUPING_ROWS[row].part(filled, context).map((part): { part: GroupingPart; id: string } => ({ part, id })),
  );
  const holds = mergesAround(form, context);
  const held = holds ? heldApart(context).map((part) => ({ part, id: LOCKS_LINE })) : [];
  const parts = [...written, ...held];
  const policy = holds ? "stay" : form.policy;
  const touching = pairsAsked(form, context);
  return {
    question: {
      ...head,
      kind: "consolidate",
      // A question that was filled in of another plan may ask for more than there are to merge.
      districts: Math.min(districts, mostMerged(context.districtIds.length)),
      from: "districts",
      policy,
      contiguity,
      ...(touching.length > 0 && {
        touching: touching.map(({ districts: [one, other], touch }) => ({ districts: [one, other], touch })),
      }),
      rules: parts.map(({ part }) => part),
      sort: measure,
      ...(prices === "asked" && { wanted: "prices" }),
      limits,
    },
    lines: parts.map(({ id }) => id),
  };
}

/** What is locked, and that schools keep to their places where whole ones are. */
function heldParts(
  context: AskContext,
  rules: readonly { readonly row: string }[],
): readonly (LockPart | { readonly kind: "capacity" })[] {
  if (context.locked.size === 0 && context.heldSites.length === 0) return [];
  const places = context.heldSites.length > 0 && !rules.some(({ row }) => row === "capacity");
  return [...(places ? [{ kind: "capacity" } as const] : []), ...locksOf(context, context.locked)];
}

function network(form: AskForm, context: AskContext, limits: Limits): Omit<ReadForm, "task"> {
  const { networkRules, networks, apart, locks } = form;
  const { siteCost, kilometreCost } = networkPrices(form, context.currency);
  const held = locks === "kept" ? heldParts(context, networkRules) : [];
  const parts = [
    ...networkRules.flatMap(({ id, row, filled }) =>
      NETWORK_ROWS[row].part(filled, context).map((part) => ({ part, id })),
    ),
    ...held.map((part) => ({ part, id: LOCKS_LINE })),
  ];
  return {
    question: {
      ...head,
      kind: "network",
      sites: context.teaching.flatMap((taught, site) => {
        if (taught === 0) return [];
        // A locked school stays as it is, also where nobody goes to it.
        const isHeld = locks === "kept" && context.heldSites.includes(site);
        const teaches = isHeld
          ? [formatBands(context.grades, taught)]
          : [...choicesOf(context.grades, taught, site, networkRules)];
        return [{ site: context.siteIds[site], teaches }];
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
function choicesOf(grades: Grades, taught: number, site: number, rules: AskForm["networkRules"]): ReadonlySet<string> {
  const own = rules.filter(({ filled }) => filled["site"] === site);
  const shorter = own.flatMap(({ row, filled }) =>
    row === "may-end" ? [taught & ((1 << (filled["band"] + 1)) - 1)] : [],
  );
  const choices = [taught, ...shorter.filter((bands) => bands !== 0)].map((each) => formatBands(grades, each));
  return new Set(own.some(({ row }) => row === "stays-open") ? choices : [...choices, ""]);
}
