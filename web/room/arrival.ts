import { z } from "zod";
import { openVotes } from "../../src/index.ts";
import type { Stage } from "../../src/protocol/room-acts.ts";
import { type Choice, DOINGS } from "../state/choice.ts";
import type { RoomState } from "../state/room.ts";
import type { Store } from "../state/store.ts";
import { TABS } from "../state/app-state.ts";
import { sharedProposal } from "../state/chosen.ts";
import { remember, remembered } from "./tab-memory.ts";

/** Where a page stood in its room when it was loaded anew, and what had been read. */
const placeSchema = z.strictObject({
  seat: z.string(),
  doing: z.enum(DOINGS),
  tab: z.enum(TABS),
  /** What the room knows the proposal in view by. */
  proposal: z.string().optional(),
  meeting: z.number(),
  came: z.number(),
  talk: z.array(z.tuple([z.string(), z.number()])),
});
type Place = z.infer<typeof placeSchema>;

function placeOf(seat: string): Place | undefined {
  try {
    const place = placeSchema.parse(JSON.parse(remembered("place") ?? ""));
    return place.seat === seat ? place : undefined;
  } catch {
    return undefined;
  }
}

/** What somebody who comes to a room does first: what the room does. */
const FIRST_DONE: Readonly<Record<Stage | "none", Choice["doing"]>> = {
  look: "meet",
  priorities: "meet",
  draw: "draw",
  compare: "meet",
  decide: "meet",
  none: "draw",
};

const tableOf = (room: RoomState | undefined): string | undefined => room?.meeting.sits.get(room.seat);

/** What a table draws on, by what the room knows it by. */
const proposalAt = ({ meeting }: RoomState, table: string | undefined): string | undefined =>
  table === undefined ? undefined : meeting.tables.get(table)?.proposal;

/** A proposal that an open vote is on, where there is one. */
const votedOn = ({ meeting }: RoomState): string | undefined =>
  openVotes(meeting).flatMap(({ options }) =>
    options.flatMap((option) => (option.kind === "version" ? [option.proposal] : [])),
  )[0];

/**
 * Lets whoever comes in stand where the room is: at one's own table, at what whoever leads looks at (`looks`) or has shown everybody, at what
 * is voted on; whoever loaded the page anew, where one was. Whoever went to something else while the room was on its way (`before`: what was
 * done then) stays there: a page that turns to something else under somebody's hand is worse than one that stays behind.
 */
export function arrive(store: Store, room: RoomState, looks: string | undefined, before: Choice["doing"]): void {
  const place = placeOf(room.seat);
  const { meeting, number, proposals } = room;
  const read = place
    ? { meeting: place.meeting, came: place.came, talk: new Map(place.talk) }
    : { meeting: number, came: number, talk: new Map<string, number>() };
  store.dispatch({ kind: "room-look", change: { read, follows: "along" } });
  const isKnown = (key: string | undefined) => proposals.find((each) => each.key === key);
  const own = proposalAt(room, tableOf(room));
  const wanted = [place?.proposal, own, looks, meeting.shown?.proposal, votedOn(room)];
  const shown = wanted.map(isKnown).find((found) => found !== undefined) ?? proposals[0];
  const now = store.state().choice.doing;
  // The page goes back to finding by itself, where what it showed is not there.
  const isWished = now !== before && now !== "find";
  const doing = isWished ? now : (place?.doing ?? FIRST_DONE[meeting.stage ?? "none"]);
  // Whoever looked at a plan that is not the room's still does.
  const plan = place && place.proposal === undefined ? {} : { plan: { from: "own", id: shown.id } as const };
  store.dispatch({ kind: "choose", change: { ...plan, doing, view: "plan", surface: "map" } });
  if (place && !isWished) store.dispatch({ kind: "tab", tab: place.tab });
}

/** Shows whoever sits down at a table its proposal, until the given function is called: what is drawn then is drawn there. */
export function sitDown(store: Store): () => void {
  let sat = tableOf(store.state().room);
  return store.subscribe(() => {
    const { room } = store.state();
    const table = tableOf(room);
    if (!room || table === sat) return;
    const key = proposalAt(room, table);
    const own = room.proposals.find((each) => each.key === key);
    // A proposal that was just made may come a moment after the table.
    if (table !== undefined && !own) return;
    sat = table;
    if (own) store.dispatch({ kind: "choose", change: { plan: { from: "own", id: own.id }, view: "plan" } });
  });
}

/** Remembers where this page stands in its room, until the given function is called. */
export function keepPlace(store: Store): () => void {
  const keep = (): void => {
    const state = store.state();
    const { room, choice, tab, roomLook } = state;
    if (!room) return;
    const { meeting, came, talk } = roomLook.read;
    const proposal = sharedProposal(state)?.key;
    const place: Place = {
      seat: room.seat,
      doing: choice.doing,
      tab,
      ...(proposal !== undefined && { proposal }),
      meeting,
      came,
      talk: [...talk],
    };
    remember("place", JSON.stringify(place));
  };
  let kept: readonly unknown[] = [];
  const unsubscribe = store.subscribe(() => {
    const { choice, tab, roomLook } = store.state();
    const now = [choice, tab, roomLook];
    if (now.every((each, i) => each === kept[i])) return;
    kept = now;
    keep();
  });
  return () => {
    unsubscribe();
    remember("place", undefined);
  };
}
