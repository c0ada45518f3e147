import type { Change, Edit, Text } from "../../src/index.ts";
import type { ProposalFile } from "../../src/protocol/proposal-file.ts";
import type { RoomCursor, RoomView } from "../../src/protocol/room-acts.ts";
import type { Proposal } from "../proposals/proposal.ts";
import { chosenProposal } from "../state/chosen.ts";
import type { RoomState, SharedProposal } from "../state/room.ts";
import type { Store } from "../state/store.ts";
import type { DrawnTogether } from "./drawn-together.ts";
import type { Packed } from "./packs.ts";

export type Made = Pick<Edit, "changes" | "note" | "asked" | "belongsTo" | "takesBack">;

/** What a copy is changed by besides, in one step. `joins`: another of the room's that is joined with it thereby. */
export interface More {
  readonly joins: string;
  readonly changes: readonly Change[];
  readonly note: Text;
}

/** What a session needs of the page. */
export interface Around {
  readonly store: Store;
  readonly say: (kind: "done" | "refused", lines: readonly Text[]) => void;
  /** Says over the whole page how it stands with the room, whatever is looked at: what is said of a stroke is read while drawing alone. */
  readonly notice: (words: Text | undefined) => void;
  readonly newId: () => string;
  /** A proposal's file as a proposal of the page's; `undefined` where it cannot be read here. */
  readonly read: (file: ProposalFile, id: string) => Proposal | undefined;
  /** Packs of what is long past of the room, after an entry; `undefined` where no answer came. */
  readonly askPast: (after: number) => Promise<Packed | undefined>;
  /** Once, when all of the room is here, or what this browser knows of it; `looks`: where whoever leads does, where that was told. */
  readonly arrive: (room: RoomState, looks: RoomView | undefined) => void;
  /** Shows a proposal and a place on the map. */
  readonly look: (proposal: string, view: RoomView) => void;
  /** The same, where this page follows whoever leads. */
  readonly lead: (proposal: string, view: RoomView) => void;
  /** Somebody else points at a place. */
  readonly pointed: (seat: string, cursor: RoomCursor) => void;
  /** Whoever was sent out may be given the seat again. */
  readonly onLeft: (how: "of oneself" | "sent out") => void;
}

export type ToldState = Pick<
  RoomState,
  "people" | "more" | "line" | "server" | "counts" | "ballots" | "ahead" | "deletedAt" | "links" | "linksUntil"
>;

export const UNTOLD: ToldState = {
  people: [],
  more: 0,
  line: "coming",
  server: "running",
  counts: [],
  ballots: [],
  ahead: 0,
  links: {},
  linksUntil: {},
};

/** A proposal as the page was last shown it. */
export interface Shown extends SharedProposal {
  readonly drawn: DrawnTogether;
}

/** Takes a room's proposals off the page, which looks for another plan where it looked at one of them. */
export function leaveProposals(store: Store, ids: ReadonlySet<string>): void {
  const chosen = chosenProposal(store.state())?.id;
  if ((chosen !== undefined && ids.has(chosen)) || store.state().choice.doing === "meet")
    store.dispatch({ kind: "choose", change: { plan: undefined, doing: "find" } });
  for (const id of ids) store.dispatch({ kind: "without-proposal", id });
}
