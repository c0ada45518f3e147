import { useMemo } from "react";
import type { Draft, Text } from "../../src/index.ts";
import { chosenProposal } from "../state/chosen.ts";
import type { Workers } from "../state/workers.ts";
import { useWorkers } from "../state/workers-context.ts";
import { onceHistoryHere } from "../state/history-here.ts";
import { caseView } from "../state/selectors.ts";
import { wayTo } from "../proposals/history.ts";
import type { Proposal } from "../proposals/proposal.ts";
import { useStudio } from "../proposals/studio-context.ts";
import { type Store, useStore } from "../state/store.ts";
import type { Studio } from "../proposals/studio.ts";
import { unlockedStep } from "./held-back.ts";
import { paintedPairs, pupilsWithoutSchool, toMend, towards } from "./drawn.ts";

/** What every tool of a proposal needs: the draft as it stands, and what follows an edit. */
export interface Edits {
  readonly edit: Studio["edit"];
  /** Does something with the draft that there is now, if there is one. */
  readonly withDraft: (act: (draft: Draft) => void) => void;
  /** Pupils whom the last edit left without a school get one at once, in the same step; `note` says so once they have. */
  readonly complete: (note?: Text) => void;
  /** Makes an edit that may leave pupils without a school, who then get one in the same step; `moved` says so once they have. */
  readonly leaving: Studio["edit"];
  /** Unlocks what held the last edit back, or some of it, and makes it all the same, as one step. */
  readonly unlock: () => void;
}

/**
 * Whether somebody went on from where a proposal stood, whose pupils then still are without a school; not where the step was undone or
 * another proposal is looked at: whoever left pupils without a school there meant to.
 */
const isAfter = ({ id, history }: Proposal, before: Proposal): boolean =>
  id === before.id && wayTo(history).some(({ edit }) => edit.id === before.history.head);

/** The same object as long as the page stands. */
export function useEdits(): Edits {
  const store = useStore();
  const studio = useStudio();
  const workers = useWorkers();
  return useMemo(() => editsOf(store, studio, workers), [store, studio, workers]);
}

/** The edits of the proposal looked at, as long as the page stands. */
export function editsOf(
  store: Store,
  studio: Pick<Studio, "edit" | "amend" | "settle" | "duplicate">,
  workers: Pick<Workers, "repair">,
): Edits {
  const proposalNow = (): Proposal | undefined => chosenProposal(store.state());
  const draftNow = (): Draft | undefined => proposalNow()?.draft;
  const missing = (): number => {
    const [draft, view] = [draftNow(), caseView(store.state())];
    return draft && view ? pupilsWithoutSchool(draft, view.units.unitBand) : 0;
  };
  const complete = (note?: Text): void => {
    const [left, view] = [proposalNow(), caseView(store.state())];
    if (!left || !view || missing() === 0) return studio.settle("all");
    const plan = toMend(left.draft, view.units.unitBand);
    workers.repair({ plan, locked: paintedPairs(left.draft), until: "quick", places: "free" }, (step) => {
      const now = proposalNow();
      if (step.status !== "answer") studio.settle("all");
      else if (now?.draft === left.draft) studio.amend(towards(left.draft, step.assignment, view.units.unitBand), note);
      else if (now && isAfter(now, left)) complete();
      else studio.settle("all");
    });
    return undefined;
  };
  const withDraft = (act: (draft: Draft) => void): void => {
    const draft = draftNow();
    if (draft) act(draft);
  };
  const leaving: Edits["leaving"] = (changes, note, more) => {
    const before = missing();
    const isMade = studio.edit(changes, note, { ...more, goes: "once completed" });
    if (isMade && missing() > before) complete(more?.moved);
    else if (isMade) studio.settle("last");
    return isMade;
  };
  const unlock = (): void => {
    const held = store.state().outcome?.held;
    if (!held) return;
    if (held.of === "copy" && store.state().room?.history === "coming") return onceHistoryHere(store, unlock);
    if (held.of === "copy") studio.duplicate();
    withDraft((draft) => {
      const { changes, note, ...more } = unlockedStep(draft, held);
      leaving(changes, note, more);
    });
  };
  return { edit: studio.edit, withDraft, leaving, complete, unlock };
}
