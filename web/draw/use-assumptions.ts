import { useMemo } from "react";
import { assume, changeAssumption, type MeasuredAssumption } from "../../src/index.ts";
import { newId } from "../proposals/new-id.ts";
import { noteText } from "../i18n/notes.ts";
import { type Edits, useEdits } from "./use-edits.ts";

/** What can be done to what a proposal takes for granted; each is one step that can be undone. */
interface AssumptionTools {
  /** Whether it could be assumed. */
  readonly add: (assumption: MeasuredAssumption) => boolean;
  /** Another in place of the one under the id; whether it could be assumed. */
  readonly change: (id: string, to: MeasuredAssumption) => boolean;
  readonly rename: (id: string, name: string) => void;
  readonly remove: (id: string) => void;
}

export function useAssumptions(): AssumptionTools {
  const edits = useEdits();
  return useMemo(() => assumptionTools(edits), [edits]);
}

const assumptionTools = ({ edit, withDraft }: Edits): AssumptionTools => ({
  add: (assumption) => {
    let isMade = false;
    withDraft((draft) => {
      const note = noteText(`edit.assumed.${assumption.kind}`, { name: assumption.name });
      isMade = edit(assume(draft, assumption, { mark: newId() }), note);
    });
    return isMade;
  },
  change: (id, to) => {
    let isMade = false;
    withDraft((draft) => {
      const changes = changeAssumption(draft, id, to);
      // Kept as it was, it is no step that could be undone.
      isMade = changes.length === 0 || edit(changes, noteText("edit.assumptionChanged", { name: to.name }));
    });
    return isMade;
  },
  rename: (id, name) =>
    withDraft((draft) => {
      const before = draft.assumptions.get(id);
      if (!before) return;
      const note = noteText("edit.assumptionRenamed", { before: before.name, name });
      edit(changeAssumption(draft, id, { ...before, name }), note);
    }),
  remove: (id) =>
    withDraft((draft) => {
      const name = draft.assumptions.get(id)?.name ?? id;
      edit(changeAssumption(draft, id, undefined), noteText("edit.assumptionGone", { name }));
    }),
});
