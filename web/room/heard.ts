import {
  afterEntry,
  EMPTY_MEETING,
  hiddenComment,
  type Meeting,
  type ReadEdit,
  titlesOf,
  withoutText,
} from "../../src/index.ts";
import type { ActEntry, EditEntry, Entry, Titled } from "../../src/protocol/room.ts";
import type { Proposal } from "../proposals/proposal.ts";
import { drawnTogether, type DrawnTogether, withHeard } from "./drawn-together.ts";
import type { HeardEntry } from "./packs.ts";

/** A room's log as this page has heard it: what is done, and what is drawn on each proposal. Nothing in it is changed in place. */
export interface HeardRoom {
  /** Of the last entry that is in it. */
  readonly number: number;
  readonly meeting: Meeting;
  /** What was done beside drawing, in order. */
  readonly acts: readonly ActEntry[];
  /** What its proposals were called, from when on, in order. */
  readonly titles: readonly Titled[];
  /** By what the room knows a proposal by, in the order they were begun in. */
  readonly drawn: ReadonlyMap<string, DrawnTogether>;
}

export const NOTHING_HEARD: HeardRoom = { number: 0, meeting: EMPTY_MEETING, acts: [], titles: [], drawn: new Map() };

/** A proposal as the room begins it; `undefined` where it cannot be read here. */
export type Begin = (entry: ActEntry) => Proposal | undefined;

/** The next entries of the room. Throws where entries between were not heard. */
export function withEntries(room: HeardRoom, entries: readonly HeardEntry[], begin: Begin): HeardRoom {
  const fresh = entries.filter(({ number }) => number > room.number);
  if (fresh.length === 0) return room;
  const last = fresh.at(-1)?.number ?? 0;
  if (last !== room.number + fresh.length)
    throw new Error(`${fresh.length} entries up to ${last} after ${room.number}`);
  return withFresh(room, fresh, begin);
}

/**
 * Entries that come after all that is there, as they are told. What is done and what is drawn need nothing of each other here: whoever
 * numbered them saw to that. So the edits of each proposal are folded together, however they are mixed.
 */
export function withFresh(room: HeardRoom, fresh: readonly HeardEntry[], begin: Begin): HeardRoom {
  const drawn = new Map(room.drawn);
  const edits = new Map<string, (EditEntry | ReadEdit)[]>();
  for (const entry of fresh) {
    if (!("act" in entry)) {
      const known = edits.get(entry.proposal);
      if (known) known.push(entry);
      else edits.set(entry.proposal, [entry]);
    } else if (entry.act.kind === "proposal") {
      const begun = begin(entry);
      if (begun) drawn.set(entry.act.proposal, drawnTogether(begun, entry.number));
    }
  }
  for (const [proposal, files] of edits) {
    const known = drawn.get(proposal);
    if (known) drawn.set(proposal, withHeard(known, files));
  }
  const acts = fresh.filter((entry) => "act" in entry);
  const number = fresh.at(-1)?.number ?? room.number;
  return {
    number,
    meeting: { ...acts.reduce(afterEntry, room.meeting), number },
    acts: acts.length === 0 ? room.acts : withoutHidden([...room.acts, ...acts], hiddenBy(acts, room.meeting)),
    titles: withTitles(
      room.titles,
      titlesOf(inWords(fresh), (proposal) => drawn.get(proposal)?.begun.draft.plan.title),
    ),
    drawn,
  };
}

const withTitles = (titles: readonly Titled[], more: readonly Titled[]): readonly Titled[] =>
  more.length === 0 ? titles : [...titles, ...more];

/** Those that are not read into numbers. */
const inWords = (entries: readonly HeardEntry[]): readonly Entry[] =>
  entries.filter((entry): entry is Entry => !("read" in entry));

/** Numbers of the entries whose text is hidden by others that come after them. */
export function hiddenBy(entries: readonly HeardEntry[], before: Meeting): readonly number[] {
  const hidden = entries.flatMap((entry) => ("act" in entry ? (hiddenComment(entry.act) ?? []) : []));
  if (hidden.length === 0) return [];
  const said = new Map(
    entries.flatMap((entry) =>
      "act" in entry && entry.act.kind === "comment" ? [[entry.act.comment, entry.number] as const] : [],
    ),
  );
  return hidden.flatMap((id) => before.comments.get(id)?.number ?? said.get(id) ?? []);
}

const withoutHidden = (acts: readonly ActEntry[], numbers: readonly number[]): readonly ActEntry[] =>
  numbers.length === 0 ? acts : acts.map((entry) => (numbers.includes(entry.number) ? withoutText(entry) : entry));

export const withDrawn = (room: HeardRoom, proposal: string, drawn: DrawnTogether): HeardRoom => ({
  ...room,
  drawn: new Map([...room.drawn, [proposal, drawn]]),
});
