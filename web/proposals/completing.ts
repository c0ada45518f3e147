import { type Change, completed, compose, type Edit, followed, type Text, waitsFor } from "../../src/index.ts";
import { cleanedSaid } from "../../src/protocol/words.ts";
import { type Step, wayTo } from "./history.ts";
import { atStep, type Proposal, undone } from "./proposal.ts";
import { noteOf } from "./studio-words.ts";

/** A step that is to be made. */
export type Made = Pick<Edit, "changes" | "note" | "asked"> & Pick<Step, "fuller" | "takesIn">;

/** Names nobody: who is not in a room draws alone. */
const ALONE = "me";

/** To the second: whoever reads when something was done needs no more, and the times of many steps take no room in a file. */
export const thisSecond = (): string => new Date(1000 * Math.floor(Date.now() / 1000)).toISOString();

/** A step as it is kept. */
export const ownEdit = (id: string, { changes, note, asked }: Made): Edit => ({
  id,
  by: ALONE,
  at: thisSecond(),
  changes,
  ...(note !== undefined && { note: cleanedSaid(note) }),
  ...(asked && { asked }),
});

/** Steps in place of those that they say more fully, after where a proposal then stands. */
interface Completing {
  readonly from: Proposal;
  readonly steps: readonly Made[];
}

/**
 * The steps since the first of some that were to be completed, each of those with its own of what completes them, as a room's edits are;
 * `notes`: by step, what it says once it is. `undefined` where the proposal stands after none of them, or they cannot be told apart.
 */
export function withOwnCompletion(
  proposal: Proposal,
  notes: ReadonlyMap<string, Text | undefined>,
  changes: readonly Change[],
): Completing | undefined {
  const way = wayTo(proposal.history);
  const first = way.findIndex(({ edit }) => notes.has(edit.id));
  if (first < 0) return undefined;
  const since = way.slice(first).map(({ edit }) => edit);
  const from = atStep(proposal, way[first].parent);
  const log = completed(since.reduce(waitsFor, followed(from.draft, 0)), notes, changes)?.log;
  // One that the others leave nothing of would be lost with its words.
  if (!log || log.shown.length < since.length) return undefined;
  const steps = log.shown.map(({ id, changes: made, note, asked }): Made => {
    const takesIn = proposal.history.steps.get(id)?.takesIn;
    return {
      changes: made,
      ...(note !== undefined && { note }),
      ...(asked && { asked }),
      fuller: id,
      ...(takesIn !== undefined && { takesIn }),
    };
  });
  return { from, steps };
}

/** The last step with all of it. */
export function withLastCompleted(proposal: Proposal, changes: readonly Change[], note: Text | undefined): Completing {
  const edit = wayTo(proposal.history).at(-1)?.edit;
  const made = edit
    ? { changes: compose(edit.changes, changes), note: note ?? noteOf(edit), fuller: edit.id }
    : { changes };
  return { from: undone(proposal), steps: [made] };
}
