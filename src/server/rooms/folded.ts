import type { Transaction } from "kysely";
import { invert } from "../../edit/change.ts";
import type { Draft } from "../../edit/draft.ts";
import { applyChanges, type Edit } from "../../edit/log.ts";
import { received } from "../../edit/received.ts";
import { isSameDrawn } from "../../edit/same.ts";
import type { Entry } from "../../protocol/room.ts";
import type { Tables } from "../storage/tables.ts";
import { READING, rowsAfter } from "./log-rows.ts";
import type { LogSetting } from "./log-setting.ts";
import { type Begun, EMPTY_ROOM, type RoomState, withEntry, withPart } from "./room-state.ts";

/** A proposal of a room as it stood after one of its entries. */
interface Version {
  readonly proposal: string;
  readonly number: number;
}

/** Packs are read so many at once. */
const TOGETHER = 50;
/** A version so few entries ago is found by taking back what was drawn since. */
const NEAR = 5000;

/** As much of a room as is packed, up to an entry at most. */
export async function foldedPacks(
  change: Transaction<Tables>,
  room: string,
  { packing, context }: LogSetting,
  upTo: number,
): Promise<RoomState> {
  let state = EMPTY_ROOM;
  for (;;) {
    const some = (await packing.after(change, room, state.number, TOGETHER)).filter(({ last }) => last <= upTo);
    if (some.length === 0) return state;
    state = some.reduce((each, pack) => withPart(each, packing.unpack(pack), context), state);
  }
}

/** All of a room as it is kept by now, or as it was after an entry. */
export async function foldedAnew(
  change: Transaction<Tables>,
  room: string,
  setting: LogSetting,
  upTo = Infinity,
): Promise<RoomState> {
  let state = await foldedPacks(change, room, setting, upTo);
  for (;;) {
    const some = (await rowsAfter(change, room, state.number, READING)).filter(({ entry }) => entry.number <= upTo);
    if (some.length === 0) return state;
    state = some.reduce((each, kept) => withEntry(each, kept, setting.context), state);
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
  setting: LogSetting,
): Promise<boolean> {
  const version = await versionOf(change, room, state, from, setting);
  if (!version) return false;
  let earlier: Draft = draft;
  if (isSameDrawn(earlier, version)) return true;
  for (const edit of edits.slice(-OWN_EDITS).toReversed()) {
    earlier = applyChanges(earlier, invert(edit.changes));
    if (isSameDrawn(earlier, version)) return true;
  }
  return false;
}

/** A proposal as it was after an entry: mostly it still is, or little was drawn since, and nothing long is folded. */
async function versionOf(
  change: Transaction<Tables>,
  room: string,
  state: RoomState,
  { proposal, number }: Version,
  setting: LogSetting,
): Promise<Draft | undefined> {
  const draft = state.drafts.get(proposal);
  if (!draft || (state.drawnAt.get(proposal) ?? 0) <= number) return draft;
  const near = state.number - number <= NEAR ? await takenBackTo(change, room, draft, { proposal, number }) : undefined;
  return near ?? (await foldedAnew(change, room, setting, number)).drafts.get(proposal);
}

/** The same, back from where it is. */
async function takenBackTo(
  change: Transaction<Tables>,
  room: string,
  draft: Draft,
  { proposal, number }: Version,
): Promise<Draft | undefined> {
  const since = await rowsAfter(change, room, number, { entries: NEAR, bytes: Infinity });
  return beforeEntries(
    draft,
    proposal,
    since.map(({ entry }) => entry),
  );
}

/** A proposal before the last entries of its room; `undefined` where it began in one of them, or ids meant something else then. */
export function beforeEntries(draft: Draft, proposal: string, entries: readonly Entry[]): Draft | undefined {
  const since: Edit[] = [];
  for (const entry of entries) {
    if ("act" in entry && entry.act.kind === "proposal" && entry.act.proposal === proposal) return undefined;
    if (!("edit" in entry) || entry.proposal !== proposal) continue;
    const read = received(draft, entry.edit);
    if (!("edit" in read) || read.edit.changes.some(({ kind }) => kind === "new-site")) return undefined;
    since.push(read.edit);
  }
  return applyChanges(draft, invert(since.flatMap(({ changes }) => changes)));
}
