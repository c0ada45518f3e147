import { type Change, checkChanges, EDIT_ISSUES, setTitle, type Text } from "../../src/index.ts";
import { issueInWords } from "../proposals/issue-words.ts";
import type { Proposal } from "../proposals/proposal.ts";
import type { Studio } from "../proposals/studio.ts";
import { RENAMED } from "../proposals/studio-words.ts";
import { chosenProposal } from "../state/chosen.ts";
import type { Store } from "../state/store.ts";
import { ONLY_FORWARD } from "./room-words.ts";
import type { RoomSession } from "./session.ts";

const refusalsOf = ({ draft }: Proposal, changes: readonly Change[]): readonly Text[] =>
  checkChanges(draft, changes).map((refusal) => issueInWords(refusal, EDIT_ISSUES));

/** A studio in which the proposal that a room draws goes through the room, and every other one as ever. */
export function sharedStudio(own: Studio, store: Store, sessionNow: () => RoomSession | undefined): Studio {
  const say = (kind: "done" | "refused", lines: readonly Text[]): void =>
    store.dispatch({ kind: "outcome", outcome: { kind, lines } });
  /** The session, where the proposal looked at is the room's. */
  const here = (): { readonly session: RoomSession; readonly proposal: Proposal } | undefined => {
    const [session, proposal] = [sessionNow(), chosenProposal(store.state())];
    return session && proposal?.id === session.id ? { session, proposal } : undefined;
  };
  return {
    ...own,
    get keeps() {
      return own.keeps;
    },
    edit: (changes, note, asked) => {
      const room = here();
      if (!room) return own.edit(changes, note, asked);
      if (changes.length === 0) return false;
      const refusals = refusalsOf(room.proposal, changes);
      if (refusals.length > 0) say("refused", refusals);
      else if (room.session.draw({ changes, note, ...(asked && { asked }) })) {
        say("done", [note]);
        return true;
      }
      return false;
    },
    amend: (changes, note) => {
      const room = here();
      if (!room) own.amend(changes, note);
      else if (changes.length > 0 && refusalsOf(room.proposal, changes).length === 0) room.session.amend(changes, note);
    },
    undo: () => {
      const room = here();
      if (room) room.session.undo();
      else own.undo();
    },
    redo: () => {
      const room = here();
      if (room) room.session.redo();
      else own.redo();
    },
    goTo: (step) => (here() ? say("refused", [ONLY_FORWARD]) : own.goTo(step)),
    nameStep: (step, name) => (here() ? say("refused", [ONLY_FORWARD]) : own.nameStep(step, name)),
    rename: (title, id) => {
      const room = here();
      if (!room || (id !== undefined && id !== room.proposal.id)) own.rename(title, id);
      else if (room.session.draw({ changes: setTitle(room.proposal.draft, title), note: RENAMED }))
        say("done", [RENAMED]);
    },
    remove: (id) => {
      const session = sessionNow();
      // What others draw on is theirs too: whoever deletes it leaves it.
      if (session?.id === id) session.leave();
      else own.remove(id);
    },
  };
}
