import type { Transaction } from "kysely";
import { invert } from "../../edit/change.ts";
import type { Draft } from "../../edit/draft.ts";
import { applyChanges } from "../../edit/log.ts";
import type { ProposalContext } from "../../edit/proposal-file.ts";
import { isSameDrawn } from "../../edit/same.ts";
import type { Tables } from "../storage/tables.ts";
import { READING, rowsAfter } from "./log-rows.ts";
import { type Begun, EMPTY_ROOM, type RoomState, withEntry } from "./room-state.ts";

/** A proposal of a room as it stood after one of its entries. */
interface Version {
  readonly proposal: string;
  readonly number: number;
}

/** All of a room as it is kept by now, or as it was after an entry. */
export async function foldedAnew(
  change: Transaction<Tables>,
  room: string,
  context: ProposalContext,
  upTo = Infinity,
): Promise<RoomState> {
  let state = EMPTY_ROOM;
  for (;;) {
    const some = (await rowsAfter(change, room, state.number, READING)).filter(({ entry }) => entry.number <= upTo);
    if (some.length === 0) return state;
    state = some.reduce((each, kept) => withEntry(each, kept, context), state);
  }
}

/** A copy may go on by so many edits of its own: those that waited for a number when it was made, and its name. */
const OWN_EDITS = 64;

/** Whether what a proposal begins with is a version of another, or goes on from it. All of the room must be written. */
export async function isCopy(
  change: Transaction<Tables>,
  room: string,
  state: RoomState,
  from: Version,
  { draft, edits }: Begun,
  context: ProposalContext,
): Promise<boolean> {
  const version = (await isDrawnSince(change, room, state, from))
    ? (await foldedAnew(change, room, context, from.number)).drafts.get(from.proposal)
    : state.drafts.get(from.proposal);
  if (!version) return false;
  let earlier: Draft = draft;
  if (isSameDrawn(earlier, version)) return true;
  for (const edit of edits.slice(-OWN_EDITS).toReversed()) {
    earlier = applyChanges(earlier, invert(edit.changes));
    if (isSameDrawn(earlier, version)) return true;
  }
  return false;
}

async function isDrawnSince(
  change: Transaction<Tables>,
  room: string,
  state: RoomState,
  { proposal, number }: Version,
): Promise<boolean> {
  for (let after = number; after < state.number;) {
    const some = await rowsAfter(change, room, after, READING);
    const last = some.at(-1);
    if (!last) return false;
    if (some.some(({ entry }) => "edit" in entry && entry.proposal === proposal)) return true;
    after = last.entry.number;
  }
  return false;
}
