import type { KeptAnswer } from "./answers.ts";
import type { Ended } from "./session.ts";

/** Below this share of the longest wait a search without a proof was ended by hand: that says nothing of how long it takes. */
const ALL_BUT = 0.9;

/** What is kept of a question that ended; nothing where it was not answered either way. */
export function kept({ asked, run, as, of, seconds, pairs }: Ended, now: Date): KeptAnswer | undefined {
  if (run.status === "failed") return undefined;
  const { base, form, task, question, lines, costs } = asked;
  const isWhole =
    run.status === "impossible" ||
    run.answer.plans.every(({ status }) => status === "optimal") ||
    seconds >= ALL_BUT * form.seconds;
  const at = now.toISOString();
  return {
    form,
    task,
    question,
    lines,
    place: of.place,
    data: of.data,
    siteIds: of.siteIds,
    districtIds: of.districtIds,
    id: as.answer ?? at,
    at,
    ...(as.name !== undefined && { name: as.name }),
    ...(costs !== undefined && { costs }),
    base: { ref: base.ref, key: base.key, plan: base.plan },
    run,
    ...(isWhole && { took: { seconds, pairs } }),
  };
}
