import type { Change, Draft } from "../../src/index.ts";
import type { RepairQuestion } from "../worker/messages.ts";
import { assignmentBefore, isStroke, lockedPairs, movedPairs, pupilsWithoutSchool, toMend } from "./drawn.ts";
import { heldSites } from "./locks.ts";

/** What no repair of a step touches: what a hand has just drawn as well as what is locked. Whoever was sent elsewhere may go on. */
export function keptAfter(draft: Draft, last: readonly Change[]): "drawn" | "locked" | "nothing" {
  if (isStroke(last)) return "drawn";
  return lockedPairs(draft).length > 0 || heldSites(draft).length > 0 ? "locked" : "nothing";
}

/**
 * What is asked of the step of a draft made last, be it a stroke, a closed school or what the computer found: what would mend whatever
 * it broke. Undefined where it moved nobody, or while somebody is still without a school.
 */
export function mendQuestion(
  draft: Draft,
  last: readonly Change[],
  unitBand: Uint32Array,
): Omit<RepairQuestion, "ticket" | "kind" | "until"> | undefined {
  const moved = movedPairs(last);
  // Those without a school come first; they are on their way to one, by the same question.
  if (moved.length === 0 || pupilsWithoutSchool(draft, unitBand) > 0) return undefined;
  const drawn = isStroke(last) ? moved : [];
  return {
    plan: toMend(draft, unitBand),
    locked: Uint32Array.from(new Set([...lockedPairs(draft), ...drawn])),
    places: "free",
    stroke: { before: assignmentBefore(draft, last), drawn: Uint32Array.from(drawn), closed: heldSites(draft) },
  };
}
