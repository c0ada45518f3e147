import { useMemo } from "react";
import type { standingOf } from "../../ask/answers.ts";
import { pagePlan } from "../../state/plans.ts";
import { useSelect, useStore } from "../../state/store.ts";
import { caseView, planList } from "../../state/selectors.ts";
import type { SaidPairs } from "../../worker/pair-edits.ts";
import { textOfEdits } from "../../worker/cost-edits.ts";

/** What an answer is held against to see whether it is out of date, on some data; looked at anew whenever plans, prices or pairs are others. */
export function useNow(data: string): Parameters<typeof standingOf>[1] {
  const store = useStore();
  useSelect((state) => state.proposals);
  const costs = useSelect(({ choice }) => textOfEdits(choice.costs));
  const said = useSaidPairs();
  return { data, costs, said, find: (ref) => pagePlan(store.state(), ref) };
}

/** What somebody says of which of today's districts touch, and which do by the list of plans where it is there. */
export function useSaidPairs(): SaidPairs {
  const edits = useSelect(({ choice }) => choice.touching);
  const today = useSelect((state) => caseView(state)?.districts);
  const touching = useSelect((state) => planList(state)?.touching?.pairs);
  return useMemo(() => ({ edits, today: today ?? [], ...(touching && { touching }) }), [edits, today, touching]);
}
