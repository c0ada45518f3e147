import { useCallback, useEffect, useMemo, useRef } from "react";
import type { Edit } from "../../../src/index.ts";
import { takeTool } from "../../draw/tool-keys.ts";
import { depthOf } from "../../proposals/going.ts";
import { wayTo } from "../../proposals/history.ts";
import { asItWas } from "../../proposals/proposal.ts";
import { chosenProposal } from "../../state/chosen.ts";
import { useSelect, useStore } from "../../state/store.ts";

/** A hand that has not moved for so long rests, milliseconds: figures are worked out for it then. */
const RESTS_AFTER = 200;

/** Looks at the proposal in view as it was after so many of its steps, or all where it has fewer; `undefined` is now. */
export function useLookBack(): (number: number | undefined) => void {
  const store = useStore();
  const moved = useRef(-Infinity);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(resting.current), []);
  return useCallback(
    (number) => {
      clearTimeout(resting.current);
      const state = store.state();
      const proposal = chosenProposal(state);
      if (number === undefined || !proposal) return store.dispatch({ kind: "past", past: undefined });
      if (!state.past) {
        takeTool(store, { tool: "look" });
        store.dispatch({ kind: "drawing", change: { placing: undefined, marking: undefined } });
        store.dispatch({ kind: "choose", change: { surface: "map", view: "plan" } });
      }
      const was = asItWas(proposal, Math.min(number, wayTo(proposal.history).length), state.past?.proposal);
      const at = performance.now();
      // One step by itself is measured at once.
      const hand = at - moved.current < RESTS_AFTER ? "moving" : "resting";
      moved.current = at;
      store.dispatch({ kind: "past", past: { proposal: was, hand } });
      if (hand === "resting") return undefined;
      resting.current = setTimeout(() => {
        const { past } = store.state();
        if (past?.proposal === was) store.dispatch({ kind: "past", past: { ...past, hand: "resting" } });
      }, RESTS_AFTER);
      return undefined;
    },
    [store],
  );
}

interface PastStep {
  /** Steps from the start to the one that is looked at. */
  readonly number: number;
  /** Steps to where the proposal stands. */
  readonly of: number;
  /** None at the start. */
  readonly edit: Edit | undefined;
  /** Its id; undefined at the start. */
  readonly id: string | undefined;
}

/** Which step is looked at; undefined in the present. */
export function usePastStep(): PastStep | undefined {
  const history = useSelect((state) => (state.past ? chosenProposal(state)?.history : undefined));
  const past = useSelect((state) => state.past?.proposal.history);
  return useMemo(() => {
    if (!history || !past) return undefined;
    const id = past.head;
    const edit = id === undefined ? undefined : history.steps.get(id)?.edit;
    return { number: depthOf(history.steps, id), of: wayTo(history).length, edit, id };
  }, [history, past]);
}
