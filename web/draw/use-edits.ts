import { useMemo } from "react";
import type { Draft, Text } from "../../src/index.ts";
import { chosenProposal } from "../state/chosen.ts";
import type { Desk } from "../state/desk.ts";
import { useDesk } from "../state/desk-context.ts";
import { caseView } from "../state/selectors.ts";
import { useStudio } from "../proposals/studio-context.ts";
import { type Store, useStore } from "../state/store.ts";
import type { Studio } from "../proposals/studio.ts";
import { paintedPairs, pupilsWithoutSchool, toMend, towards } from "./drawn.ts";

/** What every tool of a proposal needs: the draft as it stands, and what follows an edit. */
export interface Edits {
  readonly edit: Studio["edit"];
  /** Does something with the draft that there is now, if there is one. */
  readonly withDraft: (act: (draft: Draft) => void) => void;
  /** Pupils whom the edit leaves without a school get one at once, in the same step; `note` says so once they have. */
  readonly complete: (note?: Text) => void;
}

/** The same object as long as the page stands. */
export function useEdits(): Edits {
  const store = useStore();
  const studio = useStudio();
  const desk = useDesk();
  return useMemo(() => editsOf(store, studio, desk), [store, studio, desk]);
}

function editsOf(store: Store, studio: Studio, desk: Desk): Edits {
  const draftNow = (): Draft | undefined => chosenProposal(store.state())?.draft;
  const complete = (note?: Text): void => {
    const [left, view] = [draftNow(), caseView(store.state())];
    if (!left || !view || pupilsWithoutSchool(left, view.units.unitBand) === 0) return;
    const plan = toMend(left, view.units.unitBand);
    desk.repair({ plan, locked: paintedPairs(left), until: "quick", places: "free" }, (step) => {
      if (step.status !== "answer") return;
      // Whoever went on meanwhile still has pupils without a school, unless it was undone.
      if (draftNow() === left) studio.amend(towards(left, step.assignment, view.units.unitBand), note);
      else complete();
    });
  };
  const withDraft = (act: (draft: Draft) => void): void => {
    const draft = draftNow();
    if (draft) act(draft);
  };
  return { edit: studio.edit, withDraft, complete };
}
