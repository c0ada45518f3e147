import { catalogue, type Text } from "../../src/index.ts";
import type { Opening } from "../proposals/passing-on.ts";
import { caseView } from "../state/selectors.ts";
import type { Store } from "../state/store.ts";
import { leaveProposals } from "./session-parts.ts";
import { openRoomFile, roomTextIn } from "./room-file.ts";

const IN_ROOM: Text = catalogue("web.kept-room.inRoom", {
  da: "Filen er et gemt rum. Forlad først det rum, du er i, og slip filen her igen.",
  en: "The file is a saved room. Leave the room that you are in first, and drop the file here again.",
});
const OPENED: Text = catalogue("web.kept-room.opened", {
  da: "Rummet er åbnet, som det var, da filen blev gemt. Det kan kun ses; forslagene kan gemmes hver for sig eller kopieres.",
  en: "The room is opened as it was when the file was saved. It can only be looked at; its proposals can be saved one by one, or copied.",
});

/** Shows a room from a file; `undefined` where the text is none. What cannot be opened is refused in words, and all is as it was. */
export function showKeptRoom(store: Store, text: string): Opening | undefined {
  const view = caseView(store.state());
  const held = roomTextIn(text);
  if (held === undefined || !view) return undefined;
  const before = store.state().room;
  const say = (kind: "done" | "refused", line: Text): void =>
    store.dispatch({ kind: "outcome", outcome: { kind, lines: [line] } });
  if (before && before.line !== "kept") {
    say("refused", IN_ROOM);
    return "refused";
  }
  const opened = openRoomFile(view, held);
  if ("refused" in opened) {
    say("refused", opened.refused);
    return "refused";
  }
  closeKeptRoom(store);
  for (const proposal of opened.proposals) store.dispatch({ kind: "proposal", proposal });
  const { number, proposals } = opened.room;
  store.dispatch({ kind: "room", room: opened.room });
  const read = { meeting: number, came: number, talk: new Map(proposals.map(({ key }) => [key, number] as const)) };
  store.dispatch({ kind: "room-look", change: { read, follows: "apart" } });
  const plan = { from: "own", id: proposals[0].id } as const;
  store.dispatch({ kind: "choose", change: { plan, doing: "meet", view: "plan", surface: "map" } });
  say("done", OPENED);
  return "opened";
}

/** Puts a room away that was opened from a file; nothing of it stays on the page. */
export function closeKeptRoom(store: Store): void {
  const { room } = store.state();
  if (room?.line !== "kept") return;
  store.dispatch({ kind: "room", room: undefined });
  leaveProposals(store, new Set(room.proposals.map(({ id }) => id)));
}
