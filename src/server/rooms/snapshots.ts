import { setTimeout } from "node:timers/promises";
import { promisify } from "node:util";
import { deflateRaw, inflateRawSync } from "node:zlib";
import type { Kysely, Transaction } from "kysely";
import type { Change } from "../../edit/change.ts";
import { normalForm } from "../../edit/compose.ts";
import type { Draft } from "../../edit/draft.ts";
import { draftSum } from "../../edit/draft-sum.ts";
import { writeEdit } from "../../edit/edit-file.ts";
import { type Edit, fold } from "../../edit/log.ts";
import type { ReadEdit } from "../../edit/log-pack.ts";
import type { LogPart } from "../../edit/log-unpacker.ts";
import type { ProposalContext } from "../../edit/proposal-file.ts";
import { received } from "../../edit/received.ts";
import { titlesOf } from "../../meeting/titles.ts";
import { type ActEntry, type EditEntry, type Entry, readSnapshot, type Snapshot } from "../../protocol/room.ts";
import { ROOM_ITSELF } from "../../protocol/room-roles.ts";
import type { Tables } from "../storage/tables.ts";
import { lockRoom } from "./log-rows.ts";
import type { Packed, Packing } from "./packing.ts";
import { begunBy, EMPTY_ROOM, type RoomState, withPart } from "./room-state.ts";

/** So many packs are taken in at once. */
const TOGETHER = 25;
/** Between two packs that nobody waits for, milliseconds. */
const BETWEEN = 50;

/**
 * What rooms' logs come to at the end of their packs, kept so that whoever comes late sees a long room before its history is read, and a server
 * that is started anew opens it without. A snapshot follows from the packs: it is made of the one before it and the next packs, and deleted where
 * an entry in it changes.
 */
export class Snapshots {
  readonly #context: ProposalContext;
  readonly #packing: Packing;

  constructor(context: ProposalContext, packing: Packing) {
    this.#context = context;
    this.#packing = packing;
  }

  /** A room's snapshot, where there is one of more entries than so many. */
  async after(database: Kysely<Tables>, room: string, number: number): Promise<Packed | undefined> {
    const found = await database
      .selectFrom("snapshots")
      .select(["last", "packed"])
      .where("room", "=", room)
      .where("ground", "=", this.#packing.ground)
      .where("last", ">", number)
      .executeTakeFirst();
    return found && { last: found.last, packed: Buffer.from(found.packed, "base64") };
  }

  /** What a room's snapshot makes of it; one whose proposals are not what they were when it was made is deleted, and none. */
  async stateOf(change: Transaction<Tables>, room: string): Promise<RoomState | undefined> {
    const packed = await this.after(change, room, 0);
    const state = packed && readState(packed, this.#context);
    if (packed && !state) await change.deleteFrom("snapshots").where("room", "=", room).execute();
    return state;
  }

  /** Whether a room's log comes to what its snapshot made of it, read pack by pack while others are served; a snapshot that is wrong is deleted. */
  async isRight(database: Kysely<Tables>, room: string, state: RoomState): Promise<boolean> {
    let read = EMPTY_ROOM;
    while (read.number < state.number) {
      const [pack] = await this.#packing.after(database, room, read.number, 1);
      // Where words were taken away meanwhile there is another snapshot, or none.
      if (!pack) return true;
      read = withPart(read, this.#packing.unpack(pack), this.#context);
      await setTimeout(BETWEEN);
    }
    if (isSameDrafts(read, state)) return true;
    await database.deleteFrom("snapshots").where("room", "=", room).execute();
    return false;
  }

  /** Brings a room's snapshot to the end of the packs that there are, one after another; `rest`: milliseconds between two. */
  async complete(database: Kysely<Tables>, room: string, rest: () => number): Promise<void> {
    while (await this.#goOn(database, room)) await setTimeout(rest());
  }

  /** Takes in the next packs, where there are any. */
  #goOn(database: Kysely<Tables>, room: string): Promise<boolean> {
    return database.transaction().execute(async (change) => {
      // Nobody takes words away of what is being read.
      await lockRoom(change, room);
      const kept = await this.after(change, room, 0);
      const packs = await this.#packing.after(change, room, kept?.last ?? 0, TOGETHER);
      if (packs.length === 0) return false;
      const parts = packs.map((pack) => this.#packing.unpack(pack));
      const grown = withNext(kept && unpacked(kept), parts, this.#context);
      const packed = (await promisify(deflateRaw)(JSON.stringify(grown))).toString("base64");
      const row = { room, last: grown.last, ground: this.#packing.ground, packed };
      await change
        .insertInto("snapshots")
        .values(row)
        .onConflict((there) => there.column("room").doUpdateSet(row))
        .execute();
      return true;
    });
  }
}

/** Where packs and snapshots are kept, and what makes them. */
interface Kept {
  readonly storage: { readonly database: Kysely<Tables> };
  readonly packing: Packing;
  readonly snapshots: Snapshots;
}

const noRest = (): number => 0;

/** Makes what is not there of a room's packs and its snapshot, up to so many entries; `rest` as of {@link Packing.complete}. */
export async function packedUp(
  { storage: { database }, packing, snapshots }: Kept,
  room: string,
  entries: number,
  rest = noRest,
): Promise<void> {
  await packing.complete(database, room, entries, rest);
  await snapshots.complete(database, room, rest);
}

/** The same of all rooms, such as those of a program that packed otherwise. */
export async function allPackedUp(kept: Kept, rest: () => number): Promise<void> {
  const long = kept.storage.database.selectFrom("entries").select(["room", ({ fn }) => fn.max("number").as("entries")]);
  for (const { room, entries } of await long.groupBy("room").execute()) await packedUp(kept, room, entries, rest);
}

const isSameDrafts = ({ drafts }: RoomState, other: RoomState): boolean =>
  drafts.size === other.drafts.size &&
  [...drafts].every(([proposal, draft]) => {
    const its = other.drafts.get(proposal);
    return its !== undefined && draftSum(its) === draftSum(draft);
  });

/** `undefined` where it cannot be read, or as another. */
function readState(packed: Packed, context: ProposalContext): RoomState | undefined {
  try {
    const snapshot = unpacked(packed);
    const state = withPart(EMPTY_ROOM, { ...snapshot, after: 0 }, context);
    const isSame = [...state.drafts].every(([proposal, draft]) => draftSum(draft) === snapshot.sums[proposal]);
    return isSame ? state : undefined;
  } catch {
    return undefined;
  }
}

const unpacked = ({ packed }: Packed): Snapshot => readSnapshot(inflateRawSync(packed).toString());

const NOTHING: Snapshot = { last: 0, bytes: 0, entries: [], titles: [], sums: {} };

/** A snapshot with the next stretches of the log taken in. Throws where they cannot be read: they were when they were written. */
export function withNext(before: Snapshot | undefined, parts: readonly LogPart[], context: ProposalContext): Snapshot {
  const { entries, bytes, titles, last } = before ?? NOTHING;
  const fresh = parts.flatMap((part) => part.entries);
  const drawn = new Map<string, DrawnSum>();
  const acts: ActEntry[] = [];
  for (const entry of [...entries, ...fresh]) {
    if (!("act" in entry)) drawn.get(entry.proposal)?.add(entry);
    else {
      acts.push(entry);
      const begun = begunBy(entry.act, context);
      if (begun && entry.act.kind === "proposal") drawn.set(entry.act.proposal, new DrawnSum(begun.draft));
    }
  }
  const inWords = fresh.filter((entry): entry is Entry => !("read" in entry));
  const begun = (proposal: string) => drawn.get(proposal)?.begun.plan.title;
  const edits = [...drawn].flatMap(([proposal, sum]) => sum.entry(proposal) ?? []);
  return {
    last: parts.at(-1)?.last ?? last,
    bytes: parts.reduce((all, part) => all + part.bytes, bytes),
    entries: [...acts, ...edits].toSorted((a, b) => a.number - b.number),
    titles: [...titles, ...titlesOf(inWords, begun)],
    sums: Object.fromEntries([...drawn].map(([proposal, { draft }]) => [proposal, draftSum(draft)])),
  };
}

/** All that is drawn on a proposal, as one edit. */
class DrawnSum {
  readonly begun: Draft;
  #draft: Draft;
  #made: Change[] = [];
  /** What the draft does not hold yet. */
  #waiting: Edit[] = [];
  #last: { readonly number: number; readonly at: string } | undefined;

  constructor(begun: Draft) {
    this.begun = begun;
    this.#draft = begun;
  }

  add(entry: EditEntry | ReadEdit): void {
    const edit = "read" in entry ? entry.read : this.#read(entry);
    this.#waiting.push(edit);
    for (const change of edit.changes) this.#made.push(change);
    this.#last = { number: entry.number, at: edit.at };
  }

  #read({ number, edit }: EditEntry): Edit {
    const read = received(this.draft, edit);
    if ("edit" in read) return read.edit;
    throw new Error(`entry ${number} cannot be read`);
  }

  /** What the edits so far make of the proposal, each after the other. */
  get draft(): Draft {
    if (this.#waiting.length > 0) this.#draft = fold(this.#draft, this.#waiting);
    this.#waiting = [];
    return this.#draft;
  }

  /** `undefined` where nothing was drawn. */
  entry(proposal: string): EditEntry | undefined {
    if (!this.#last) return undefined;
    const { number, at } = this.#last;
    const edit: Edit = { id: `until-${number}`, by: ROOM_ITSELF, at, changes: normalForm(this.#made) };
    return { number, proposal, edit: writeEdit(this.begun, edit) };
  }
}
