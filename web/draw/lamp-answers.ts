import type { Proposal } from "../proposals/proposal.ts";
import { lockedKey } from "../state/drawn-key.ts";
import type { LampAnswer } from "../worker/messages.ts";

/** The same for every proposal as the lamp sees it: undone and redone it is not asked about anew. */
export const lampKey = ({ id, draft }: Pick<Proposal, "id" | "draft">): string => `${id} ${lockedKey(draft)}`;

/** Whether nothing better is to be found by asking again. */
export const isLast = (answer: LampAnswer): boolean =>
  answer.status === "no"
    ? answer.smallest === "proven"
    : answer.status === "yes" &&
      answer.proven === "optimal" &&
      answer.together !== "unknown" &&
      answer.drawn !== "unknown";

/** A yes stands even where there was no time to find the best. */
export const better = (before: LampAnswer | undefined, step: LampAnswer): LampAnswer =>
  step.status === "unknown" && before?.status === "yes" ? before : step;
