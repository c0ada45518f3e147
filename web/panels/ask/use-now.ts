import type { standingOf } from "../../ask/answers.ts";
import { pagePlan } from "../../state/plans.ts";
import { useSelect, useStore } from "../../state/store.ts";
import { textOfEdits } from "../../worker/cost-edits.ts";

/** What an answer is held against to see whether it is out of date, on some data; looked at anew whenever plans, prices or pairs are others. */
export function useNow(data: string): Parameters<typeof standingOf>[1] {
  const store = useStore();
  useSelect((state) => state.proposals);
  const costs = useSelect(({ choice }) => textOfEdits(choice.costs));
  const touching = useSelect(({ choice }) => choice.touching);
  return { data, costs, touching, find: (ref) => pagePlan(store.state(), ref) };
}
