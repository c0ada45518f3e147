import { io, type Socket } from "socket.io-client";
import {
  type Entry,
  type FromPage,
  type FromServer,
  idOfSent,
  type RoomAnswer,
  type Sent,
  unpackEntries,
} from "../../src/protocol/room.ts";
import type { Ballot, RoomView } from "../../src/protocol/room-acts.ts";
import type { RoomState } from "../state/room.ts";
import { type Outbox, outboxOf } from "./outbox.ts";

/** So long something waits before it is sent again where the server could not keep it, milliseconds. */
const AGAIN = 1500;

/** What has come is said at most so often, milliseconds. */
const SAYING = 150;

const DAY = 86_400_000;

export type Answered = Exclude<RoomAnswer, { readonly kind: "later" }>;

/** What a line tells of. */
interface Hears extends Omit<FromServer, "entries" | "here"> {
  readonly entries: (entries: readonly Entry[], packed: string) => void;
  /** How many entries there are, all of which come. */
  readonly here: (entries: number) => void;
  /** When the room is deleted, should nobody use it from now on, ISO 8601. */
  readonly deletedAt: (at: string) => void;
  /** By how much the server's clock is ahead, milliseconds. */
  readonly ahead: (ms: number) => void;
  readonly is: (line: RoomState["line"]) => void;
  readonly answered: (sent: Sent, answer: Answered) => void;
  /** What waits has changed. */
  readonly waits: () => void;
}

/** The line between this page and its room: sends in order, each when the one before is answered, and again after it was cut. */
export class RoomLine {
  readonly #socket: Socket<FromServer, FromPage>;
  readonly #hears: Hears;
  readonly #kept: Outbox;
  /** What of this visit is not answered, in order; of an earlier visit too, once that is on top of what the room has. */
  #outbox: readonly Sent[] = [];
  #hasPutKept = false;
  #isSending = false;
  /** The last entry that came and that is not said yet to have come. */
  #last: number | undefined;

  /** `seat`: its id and its secret; `after`: the last entry that this page has. */
  constructor(seat: { readonly id: string; readonly secret: string }, after: () => number, hears: Hears) {
    this.#hears = hears;
    this.#kept = outboxOf(seat.id);
    this.#socket = io({
      path: "/rooms/live",
      // People in one room wait for each other: the line is tried often.
      reconnectionDelayMax: 2000,
      // Also where a line is opened and nobody answers on it.
      timeout: 4000,
      transports: ["websocket"],
      auth: (told) => told({ seat: seat.secret, after: after() }),
    });
    this.#socket.on("connect", () => {
      hears.is("here");
      void this.#send();
    });
    this.#socket.on("disconnect", () => hears.is("away"));
    this.#socket.on("connect_error", () => hears.is("away"));
    this.#socket.on("here", (entries, now, keepDays) => {
      hears.deletedAt(new Date(Date.parse(now) + keepDays * DAY).toISOString());
      hears.ahead(Date.parse(now) - Date.now());
      hears.here(entries);
    });
    this.#socket.on("entries", (packed, last) => {
      hears.entries(unpackEntries(packed), packed);
      this.#has(last);
    });
    this.#socket.on("people", hears.people);
    this.#socket.on("counts", hears.counts);
    this.#socket.on("ballots", hears.ballots);
    this.#socket.on("view", hears.view);
  }

  /** One word for all that came in a moment. */
  #has(last: number): void {
    const isSaying = this.#last !== undefined;
    this.#last = last;
    if (isSaying) return;
    setTimeout(() => {
      if (this.#last !== undefined) this.#socket.emit("has", this.#last);
      this.#last = undefined;
    }, SAYING);
  }

  /** What of one's own the room does not have yet, as far as somebody did it. */
  get waiting(): number {
    return this.#outbox.filter((sent) => !("edit" in sent) || sent.edit.belongsTo === undefined).length;
  }

  /** What an earlier visit could not send, which goes before what this one did; once. */
  putKept(): readonly Sent[] {
    if (this.#hasPutKept) return [];
    this.#hasPutKept = true;
    const { sent } = this.#kept;
    this.#wait([...sent, ...this.#outbox]);
    void this.#send();
    return sent;
  }

  put(sent: Sent): void {
    this.#wait([...this.#outbox, sent]);
    void this.#send();
  }

  #wait(outbox: readonly Sent[]): void {
    this.#outbox = outbox;
    this.#kept.keep(this.#hasPutKept ? outbox : [...this.#kept.sent, ...outbox]);
    this.#hears.waits();
  }

  /** A ballot is asked for by somebody who waits for the answer; without a line there is none. */
  async vote(vote: string, ballot: Ballot | null): Promise<RoomAnswer> {
    try {
      return await this.#socket.timeout(10_000).emitWithAck("vote", { vote, ballot });
    } catch {
      return { kind: "later" };
    }
  }

  show(view: RoomView): void {
    this.#socket.volatile.emit("view", view);
  }

  async #send(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      for (let [next] = this.#outbox; next && this.#socket.connected; [next] = this.#outbox) {
        const answer = await this.#socket.timeout(10_000).emitWithAck("put", next);
        if (answer.kind === "later") await new Promise((done) => setTimeout(done, AGAIN));
        else this.#answered(next, answer);
      }
    } catch {
      // No answer came: the socket is on its way back, or will be, and then what is in the box is sent again.
    } finally {
      this.#isSending = false;
    }
    if (this.#outbox.length > 0 && this.#socket.connected) void this.#send();
  }

  #answered(sent: Sent, answer: Answered): void {
    this.#wait(this.#outbox.filter((each) => idOfSent(each) !== idOfSent(sent)));
    this.#hears.answered(sent, answer);
  }

  close(): void {
    this.#socket.disconnect();
  }
}
