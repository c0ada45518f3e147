import { afterEntry, catalogue, EMPTY_MEETING, isWrittenByNewer, type Text } from "../../src/index.ts";
import { type RoomFile, roomFileSchema } from "../../src/protocol/room-file.ts";
import type { ActEntry } from "../../src/protocol/room.ts";
import { readFile, writtenProposal } from "../proposals/file.ts";
import { WRITTEN_BY_NEWER } from "../proposals/opened-file.ts";
import { type Proposal, proposalContext } from "../proposals/proposal.ts";
import type { AppState } from "../state/app-state.ts";
import { UNTOLD } from "./session-parts.ts";
import type { RoomState, SharedProposal } from "../state/room.ts";
import { caseView } from "../state/selectors.ts";
import type { CaseView } from "../worker/messages.ts";

/** What a page that holds a room calls the way to it, for whoever reads it again. */
export const ROOM_MARK = "data-room";

/** Where people looked and sat is told to nobody afterwards. */
const PASSING: ReadonlySet<string> = new Set(["bring", "follow", "clock", "cursors", "sit"]);

/** The room as this page has it; `undefined` where it is in none. */
export function roomFileOf(state: AppState, saved: string): RoomFile | undefined {
  const { room } = state;
  const view = caseView(state);
  if (!room || !view) return undefined;
  const context = proposalContext(view);
  const written = new Map(
    room.proposals.flatMap(({ id, key }) => {
      const proposal = state.proposals?.get(id);
      return proposal ? [[key, writtenProposal(context, proposal)] as const] : [];
    }),
  );
  const acts = room.acts.flatMap((entry): ActEntry[] => {
    if (PASSING.has(entry.act.kind)) return [];
    if (entry.act.kind !== "proposal") return [entry];
    const file = written.get(entry.act.proposal);
    return file ? [{ ...entry, act: { ...entry.act, file } }] : [];
  });
  return {
    format: "skoledistrikt-room",
    version: 1,
    title: room.title,
    data: view.dataHash,
    saved,
    people: room.people.map(({ id, name, role }) => ({ id, name, role })),
    acts,
    titles: [...room.titles],
    drawn: room.proposals.map(({ key, number }) => ({ proposal: key, number })),
  };
}

/** A room's file in a text: the file itself, or the page of its minutes, which holds it; `undefined` where there is none. */
export function roomTextIn(text: string): string | undefined {
  const [, held] = new RegExp(`${ROOM_MARK} href="data:application/json,([^"]*)"`).exec(text) ?? [];
  if (held !== undefined) return decodeURIComponent(held);
  return /^\s*\{\s*"format"\s*:\s*"skoledistrikt-room"/.test(text) ? text : undefined;
}

const CUT: Text = catalogue("web.room-file.cut", {
  da: "Filen er et gemt rum, men den kan ikke læses. Hent referatet igen.",
  en: "The file is a saved room, but it cannot be read. Download the minutes again.",
});
const OTHER_DATA: Text = catalogue("web.room-file.otherData", {
  da: "Rummet er tegnet på andre data end dem, der er åbne. Åbn den sag, det hører til, og slip filen her igen.",
  en: "The room was drawn on other data than those that are open. Open the case that it belongs to, and drop the file here again.",
});

interface OpenedRoom {
  readonly room: RoomState;
  readonly proposals: readonly Proposal[];
}

/** A saved room as it was, to be looked at; or why it cannot be. */
export function openRoomFile(view: CaseView, text: string): OpenedRoom | { readonly refused: Text } {
  const file = fileIn(text);
  if (!file) return { refused: isWrittenByNewer(text, 1) ? WRITTEN_BY_NEWER : CUT };
  if (file.data !== view.dataHash) return { refused: OTHER_DATA };
  const proposals: Proposal[] = [];
  const shared: SharedProposal[] = [];
  for (const { act, number } of file.acts) {
    if (act.kind !== "proposal") continue;
    const id = `kept-room-${file.saved}-${act.proposal}`;
    const read = readFile(view, JSON.stringify(act.file), id).proposal;
    if (!read) return { refused: CUT };
    proposals.push({ ...read, id });
    const last = file.drawn.find(({ proposal }) => proposal === act.proposal)?.number ?? number;
    shared.push({ id, key: act.proposal, mayUndo: false, mayRedo: false, number: last });
  }
  if (shared.length === 0) return { refused: CUT };
  const meeting = file.acts.reduce(afterEntry, EMPTY_MEETING);
  const number = Math.max(meeting.number, ...file.drawn.map((each) => each.number));
  return {
    proposals,
    room: {
      ...UNTOLD,
      title: file.title,
      seat: "",
      role: "viewer",
      people: file.people.map((person) => ({ ...person, isHere: false })),
      line: "kept",
      savedAt: file.saved,
      waiting: 0,
      proposals: shared,
      meeting: { ...meeting, number },
      number,
      history: "here",
      acts: file.acts,
      titles: file.titles,
    },
  };
}

function fileIn(text: string): RoomFile | undefined {
  try {
    return roomFileSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
