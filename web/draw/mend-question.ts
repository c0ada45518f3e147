import { applyChanges, type Change, type Draft, invert, lockedPairs, type Plan } from "../../src/index.ts";
import type { RepairQuestion } from "../worker/messages.ts";
import {
  assignmentBefore,
  isStroke,
  movedPairs,
  overflowOf,
  pairsWhere,
  pupilsWithoutSchool,
  toMend,
} from "./drawn.ts";
import { heldSites } from "./locks.ts";

/** What no repair of a step touches: what a hand has just drawn as well as what is locked. Whoever was sent elsewhere may go on. */
export function keptAfter(draft: Draft, last: readonly Change[]): "drawn" | "locked" | "nothing" {
  if (isStroke(last)) return "drawn";
  return lockedPairs(draft).length > 0 || heldSites(draft).length > 0 ? "locked" : "nothing";
}

type MendQuestion = Omit<RepairQuestion, "ticket" | "kind" | "until">;

/**
 * What is asked of the step of a draft made last, be it a stroke, a closed school, fewer places, a school in another district or what the
 * computer found: what would mend whatever it broke. Undefined where it can have broken nothing, or while somebody is still without a
 * school.
 */
export function mendQuestion(draft: Draft, last: readonly Change[], unitBand: Uint32Array): MendQuestion | undefined {
  // Those without a school come first; they are on their way to one, by the same question.
  if (pupilsWithoutSchool(draft, unitBand) > 0) return undefined;
  const moved = movedPairs(last);
  if (moved.length === 0) return standingQuestion(draft, last, unitBand);
  return questionOf(draft, { before: assignmentBefore(draft, last), drawn: isStroke(last) ? moved : [] }, unitBand);
}

/** Whether a step moves schools between districts and no areas. */
export const isRegrouping = (last: readonly Change[]): boolean =>
  movedPairs(last).length === 0 &&
  last.some((change) => change.kind === "site" && change.from.district !== change.to.district);

/**
 * Of a step that leaves everybody where they are: places that do not suffice any more, or districts of other schools. Their schools keep
 * the areas they have, or the smallest repair would be to empty one.
 */
function standingQuestion(draft: Draft, last: readonly Change[], unitBand: Uint32Array): MendQuestion | undefined {
  const was = applyChanges(draft, invert(last));
  const { assignment: before, districts } = draft.plan;
  const over = (each: Draft): number => overflowOf(each, unitBand, before);
  const regrouped = isRegrouping(last) ? regroupedSites(was.plan.districts, districts) : undefined;
  if (!regrouped && over(draft) <= over(was)) return undefined;
  const kept = regrouped ? pairsWhere(draft, (_, site) => regrouped.has(site)) : [];
  const question = questionOf(draft, { before, drawn: [] }, unitBand);
  return {
    ...question,
    locked: Uint32Array.from(new Set([...question.locked, ...kept])),
    stroke: { ...question.stroke, ...(regrouped && { districtsBefore: was.plan.districts }) },
  };
}

/** The schools of districts that had other schools before. */
function regroupedSites(before: Plan["districts"], after: Plan["districts"]): ReadonlySet<number> {
  const had = new Map(before.map(({ id, sites }) => [id, sites.join()]));
  return new Set(after.flatMap(({ id, sites }) => (had.get(id) === sites.join() ? [] : sites)));
}

function questionOf(
  draft: Draft,
  { before, drawn }: { readonly before: Uint16Array; readonly drawn: readonly number[] },
  unitBand: Uint32Array,
) {
  return {
    plan: toMend(draft, unitBand),
    locked: Uint32Array.from(new Set([...lockedPairs(draft), ...drawn])),
    places: "free",
    stroke: { before, drawn: Uint32Array.from(drawn), closed: heldSites(draft) },
  } as const;
}
