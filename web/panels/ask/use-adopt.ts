import type { AskedQuestion } from "../../ask/run.ts";
import { useStudio } from "../../proposals/studio-context.ts";
import { useStore } from "../../state/store.ts";
import type { AskedPlan } from "../../worker/messages.ts";
import { takeAnswer, type TakenWhere } from "./take.ts";

/** Makes a computed plan a step of a proposal: of a new one, of the one that was asked of, or of a copy of that. */
export function useAdopt(): (asked: AskedQuestion, answer: AskedPlan, where: TakenWhere) => void {
  const store = useStore();
  const studio = useStudio();
  return (asked, answer, where) => takeAnswer(store, studio, asked, answer, where);
}
