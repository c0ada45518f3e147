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

/** What is known after one more answer to the same question: asked anew, a search begins with less than it came to before. */
export function better(before: LampAnswer | undefined, step: LampAnswer): LampAnswer {
  if (before?.status !== "yes" || step.status === "no") return step;
  if (step.status === "unknown") return before;
  const best = isBetter(step, before) ? step : before;
  const least = Math.max(before.least, step.least);
  const isBounded = before.proven !== "quick" || step.proven !== "quick";
  return {
    ...best,
    least,
    proven: best.proven === "optimal" || best.moved <= least ? "optimal" : isBounded ? "stopped" : "quick",
    drawn: step.drawn === "unknown" ? before.drawn : step.drawn,
  };
}

type Yes = Extract<LampAnswer, { status: "yes" }>;

/** One of a map that hangs together before one of which that is not known; else the one with fewer moved. */
function isBetter(one: Yes, other: Yes): boolean {
  const [is, was] = [one, other].map(({ together }) => together !== "unknown");
  return is === was ? one.moved <= other.moved : is;
}
