import type { Change } from "../../src/index.ts";
import { lastWith } from "../proposals/history.ts";
import type { Proposal } from "../proposals/proposal.ts";
import type { LampAnswer } from "../worker/messages.ts";

/** What a proposal is called and why it is proposed does not make it easier to finish. */
const isAsked = ({ kind }: Change): boolean => kind !== "text";

/** The same for every proposal as the lamp sees it: undone and redone it is not asked about anew. */
export const lampKey = ({ id, history }: Proposal): string => `${id} ${lastWith(history, isAsked) ?? "start"}`;

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
