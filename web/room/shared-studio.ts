import { checkChanges, setTitle, type Text } from "../../src/index.ts";
import type { Proposal } from "../proposals/proposal.ts";
import { refused } from "../proposals/refused.ts";
import type { Studio } from "../proposals/studio.ts";
import { RENAMED } from "../proposals/studio-words.ts";
import { chosenProposal } from "../state/chosen.ts";
import { onceHistoryHere } from "../state/history-here.ts";
import type { Store } from "../state/store.ts";
import { ONLY_FORWARD } from "./room-words.ts";
import type { RoomSession } from "./session.ts";

/** Stands in the file of a saved room, and in the page of its minutes. */
const ROOM_FORMAT = "skoledistrikt-room";

/** A studio in which the proposal that a room draws goes through the room, and every other one as ever. */
export function sharedStudio(own: Studio, store: Store, sessionNow: () => RoomSession | undefined): Studio {
  const say = (kind: "done" | "refused", lines: readonly Text[]): void =>
    store.dispatch({ kind: "outcome", outcome: { kind, lines } });
  /** The session, where the proposal looked at is the room's. */
  const here = (): { readonly session: RoomSession; readonly proposal: Proposal } | undefined => {
    const [session, proposal] = [sessionNow(), chosenProposal(store.state())];
    return session && proposal && session.keyOf(proposal.id) !== undefined ? { session, proposal } : undefined;
  };
  return {
    ...own,
    get keeps() {
      return own.keeps;
    },
    edit: (changes, note, more = {}) => {
      const room = here();
      if (!room) return own.edit(changes, note, more);
      if (changes.length === 0) return false;
      const { asked, moved } = more;
      const goes = more.goes === "once completed" ? ({ when: "completed", says: moved } as const) : "now";
      const outcome = refused(room.proposal.draft, { changes, note, ...more });
      if (outcome) store.dispatch({ kind: "outcome", outcome });
      else if (room.session.drawing.draw(room.proposal.id, { changes, note, ...(asked && { asked }) }, goes)) {
        say("done", [note]);
        return true;
      }
      return false;
    },
    amend: (changes, note) => {
      const room = here();
      if (!room) own.amend(changes, note);
      else if (changes.length > 0 && checkChanges(room.proposal.draft, changes).length === 0)
        room.session.drawing.amend(room.proposal.id, changes, note);
      else room.session.drawing.settle("all");
    },
    settle: (which) => {
      const room = which === "all" ? sessionNow() : here()?.session;
      room?.drawing.settle(which);
      // What was drawn alone is looked at no more, or is the last thing that was drawn.
      if (which === "all" || !room) own.settle(which);
    },
    undo: () => {
      const room = here();
      if (room) room.session.drawing.undo(room.proposal.id);
      else own.undo();
    },
    redo: () => {
      const room = here();
      if (room) room.session.drawing.redo(room.proposal.id);
      else own.redo();
    },
    goTo: (step) => (here() ? say("refused", [ONLY_FORWARD]) : own.goTo(step)),
    nameStep: (step, name) => (here() ? say("refused", [ONLY_FORWARD]) : own.nameStep(step, name)),
    branch: (step) => onceHistoryHere(store, () => own.branch(step)),
    duplicate: (id) => onceHistoryHere(store, () => own.duplicate(id)),
    rename: (title, id) => {
      const room = here();
      if (!room || (id !== undefined && id !== room.proposal.id)) own.rename(title, id);
      else if (
        room.session.drawing.draw(room.proposal.id, { changes: setTitle(room.proposal.draft, title), note: RENAMED })
      )
        say("done", [RENAMED]);
    },
    read: async (text, name) => {
      // What reads a saved room comes only when one is opened.
      const opening = text.includes(ROOM_FORMAT)
        ? (await import("./kept-room.ts")).showKeptRoom(store, text)
        : undefined;
      return opening ?? own.read(text, name);
    },
    remove: (id) => {
      const session = sessionNow();
      // What others draw on is theirs too: whoever deletes it leaves it, and is asked first.
      if (id !== undefined && session?.keyOf(id) !== undefined) store.dispatch({ kind: "dialog", dialog: "leave" });
      else own.remove(id);
    },
  };
}
