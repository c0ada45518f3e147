import type { Draft } from "../../src/index.ts";
import type { DeadEnd, Finishing, FoundPlan, Offered } from "../state/app-state.ts";
import type { RepairStep } from "../worker/messages.ts";
import { changesTo, movedPairs, overflowOf, pupilsMoved, unitsOf } from "./drawn.ts";

/** What is looked at in an offer that mends a step, what decides first; less of each is better. */
const OF_A_STEP = ["over", "parts", "fuller", "back", "areas", "pupils", "way"] as const;
/** The same of a whole plan: it is to move few pupils, be it in many areas. */
const OF_A_PLAN = ["over", "parts", "pupils", "way"] as const;

type Looked = (typeof OF_A_STEP)[number];

export type OfferFigures = Readonly<Record<Looked, number>>;

/** A difference between what is offered and what was found since. */
export interface Difference {
  readonly of: Looked;
  readonly shown: number;
  readonly found: number;
}

/** Of each thing looked at, what an offer comes to: pupils without a place, parts apart, schools made too full, areas, pupils, kilometres. */
export function offerFigures(draft: Draft, unitBand: Uint32Array, step: FoundPlan): OfferFigures {
  const { assignment, stroke, apart = 0, kilometres = 0 } = step;
  return {
    over: overflowOf(draft, unitBand, assignment),
    parts: stroke ? Number(stroke.apart > 0 && stroke.joined !== "all") : apart,
    fuller: Number(stroke !== undefined && stroke.places !== "kept"),
    back: stroke?.returned?.areas ?? 0,
    areas: unitsOf(draft.municipality.grades, movedPairs(changesTo(draft, assignment))),
    pupils: pupilsMoved(unitBand, draft.plan.assignment, assignment),
    // As it is told.
    way: Math.round(10 * (stroke?.kilometres ?? kilometres)) / 10,
  };
}

/** Where two offers differ, what decides first; none where they come to the same. */
export function differences(shown: OfferFigures, found: OfferFigures, of: "step" | "plan"): readonly Difference[] {
  const looked = of === "step" ? OF_A_STEP : OF_A_PLAN;
  return looked.flatMap((each) =>
    shown[each] === found[each] ? [] : [{ of: each, shown: shown[each], found: found[each] }],
  );
}

/**
 * What is offered once more was found. What a press takes stays what it was: something better stands beside it, and of the same, or of what
 * is no better, only how sure it is becomes known.
 */
export function withFound(
  offer: Offered | undefined,
  found: FoundPlan,
  figures: (step: FoundPlan) => OfferFigures,
): Offered {
  if (!offer || isSame(offer.step, found)) return { step: found };
  const [first] = differences(figures(offer.step), figures(found), found.stroke ? "step" : "plan");
  if (first && first.found < first.shown) return { ...offer, since: found };
  const { least } = found;
  const { since, step } = { since: undefined, ...offer };
  return { step: { ...step, proven: found.proven, ...(least !== undefined && { least }) }, ...(since && { since }) };
}

const isSame = (one: FoundPlan, other: FoundPlan): boolean =>
  one.assignment.every((site, pair) => site === other.assignment[pair]);

/** What is shown of a plan being finished once more is heard; `end`: that this is as far as it goes. */
export function finishingAfter(
  finish: "searching" | Finishing,
  step: RepairStep,
  end: DeadEnd | undefined,
  figures: (step: FoundPlan) => OfferFigures,
): "searching" | Finishing | undefined {
  const offer = typeof finish === "object" && finish.status === "answer" ? finish : undefined;
  // At first it may change nothing: there is nothing to offer yet.
  if (!offer && !end && step.status === "answer" && figures(step).areas === 0) return "searching";
  if (step.status === "answer" && (offer || !end)) return { status: "answer", ...withFound(offer, step, figures) };
  // What is offered stays, be it that nothing better can be.
  if (offer && step.status === "impossible") return { ...offer, since: step };
  if (offer) return { ...offer, step: { ...offer.step, proven: "stopped" } };
  // What leads nowhere is told until something is another, asked or not.
  return end || step.status === "answer" ? undefined : step;
}
