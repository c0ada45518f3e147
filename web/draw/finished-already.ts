import type { Draft } from "../../src/index.ts";
import type { LampAnswer, PlanEffects } from "../worker/messages.ts";
import { overflowOf, pupilsWithoutSchool } from "./drawn.ts";

/**
 * What the lamp says of a plan that is finished as it stands: it keeps its own locks, everybody has a school and a place, and nothing
 * lies apart, so that nothing is to be worked out. Undefined of any other.
 */
export function finishedAlready(
  draft: Draft,
  unitBand: Uint32Array,
  { apart }: Pick<PlanEffects, "apart">,
): LampAnswer | undefined {
  const { assignment } = draft.plan;
  if (pupilsWithoutSchool(draft, unitBand) > 0 || overflowOf(draft, unitBand, assignment) > 0 || apart.length > 0)
    return undefined;
  return { status: "yes", moved: 0, least: 0, proven: "optimal", drawn: "kept", together: "kept" };
}
