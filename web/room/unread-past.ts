import { draftSum } from "../../src/index.ts";
import type { EditEntry, Snapshot } from "../../src/protocol/room.ts";
import { inPlaceOf, withSteps } from "./drawn-together.ts";
import { type Begin, type HeardRoom, NOTHING_HEARD, withEntries, withFresh } from "./heard.ts";
import type { Heard } from "./kept-log.ts";
import { whenIdle } from "../state/when-idle.ts";
import type { HeardEntry, Packed, PackReader } from "./packs.ts";
import { HISTORY_COMING } from "./room-words.ts";
import type { Around } from "./session-parts.ts";

/**
 * A room as a snapshot tells it: all that was drawn on a proposal is one step. Throws where its proposals are not here what they were when the
 * snapshot was made.
 */
export function toldBy({ last, entries, titles, sums }: Snapshot, begin: Begin): HeardRoom {
  const noted = entries.map((entry) => ("edit" in entry ? withNote(entry) : entry));
  const { meeting, drawn, ...room } = withFresh(NOTHING_HEARD, noted, begin);
  for (const [proposal, { log }] of drawn)
    if (sums[proposal] !== draftSum(log.agreed)) throw new Error(`proposal ${proposal} of a snapshot is another`);
  return { ...room, drawn, number: last, meeting: { ...meeting, number: last }, titles };
}

const withNote = (entry: EditEntry): EditEntry => ({ ...entry, edit: { ...entry.edit, note: HISTORY_COMING } });

/** What is long past waits for so long at most until the page has nothing else to do, milliseconds. */
const LONGEST = 500;
const rested = (): Promise<void> => whenIdle(LONGEST);

/** Until what is long past is asked for again, where it did not come, milliseconds. */
const AGAIN = 2000;

/** Where what is long past comes from. */
interface Sources {
  /** What this browser kept of it. */
  readonly kept?: Pick<Heard, "past">;
  readonly ask: Around["askPast"];
  readonly reader: PackReader;
  /** Keeps what was asked for. */
  readonly keep: (packed: Packed) => void;
}

/** What is long past of a room that a snapshot shows, while it is being read. */
export class UnreadPast {
  readonly #begin: Begin;
  readonly #until: number;
  /** As far as it is read. */
  #room: HeardRoom;
  /** What came after the snapshot. */
  readonly #since: HeardEntry[] = [];

  /** `known`: all of the room up to some entry; `until`: the last that the snapshot is of. */
  constructor(known: HeardRoom, until: number, begin: Begin) {
    this.#room = {
      ...known,
      drawn: new Map([...known.drawn].map(([key, drawn]) => [key, inPlaceOf(undefined, drawn)])),
    };
    this.#until = until;
    this.#begin = begin;
  }

  /** All of the room that is read, without what waits. */
  get known(): HeardRoom {
    return this.#room;
  }

  /** Entries that came after the snapshot. */
  hears(entries: readonly HeardEntry[]): void {
    for (const entry of entries) this.#since.push(entry);
  }

  /** Reads all of it whenever the page has nothing else to do, until it is over; whether it could be read. */
  async read({ kept, ask, reader, keep }: Sources, isOver: () => boolean): Promise<"read" | "unreadable"> {
    await rested();
    try {
      if (kept) this.#reads(await kept.past(rested));
      while (this.#room.number < this.#until && !isOver()) {
        const packed = await ask(this.#room.number);
        if (packed?.length) {
          this.#reads(await reader.read(packed, rested));
          if (!isOver()) keep(packed);
        } else await new Promise((done) => setTimeout(done, AGAIN));
      }
      return "read";
    } catch {
      return "unreadable";
    }
  }

  /** Entries of which the first may be known; what comes after the snapshot comes by itself. */
  #reads(entries: readonly HeardEntry[]): void {
    const past = entries.filter(({ number }) => number <= this.#until);
    this.#room = withEntries(this.#room, past, this.#begin);
  }

  /** The room with all its history, once that is read; `shown`: as it was shown, of which what waits stays; whether it was shown as it is. */
  whole(shown: HeardRoom): { readonly room: HeardRoom; readonly was: "right" | "wrong" } {
    const room = withEntries(this.#room, this.#since, this.#begin);
    const drawn = new Map(room.drawn);
    let was: "right" | "wrong" = drawn.size === shown.drawn.size ? "right" : "wrong";
    for (const [key, read] of drawn) {
      const before = shown.drawn.get(key);
      const isSame = before && draftSum(before.log.agreed) === draftSum(read.log.agreed);
      drawn.set(key, isSame ? withSteps(before, read) : inPlaceOf(before, read));
      if (!isSame) was = "wrong";
    }
    return { room: { ...room, drawn }, was };
  }
}
