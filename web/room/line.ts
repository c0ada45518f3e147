import { io, type Socket } from "socket.io-client";
import { HINDRANCES, type Text } from "../../src/index.ts";
import { HEARTBEAT, isTooLarge } from "../../src/protocol/room-limits.ts";
import {
  type Bye,
  type FromPage,
  type FromServer,
  idOfSent,
  type Later,
  type RoomAnswer,
  type Sent,
  type Snapshot,
  unpackEntries,
} from "../../src/protocol/room.ts";
import type { Ballot, RoomCursor, RoomView } from "../../src/protocol/room-acts.ts";
import type { RoomState } from "../state/room.ts";
import { type Outbox, outboxOf } from "./outbox.ts";
import type { ToldLog } from "./kept-log.ts";
import { type HeardEntry, type Packed, unpackedSnapshot } from "./packs.ts";
import { Silence } from "./silence.ts";
import { Pace } from "./pace.ts";

/** So long something waits before it is sent again where the server could not keep it, milliseconds. */
const AGAIN = 1500;

/** Between two words of where this page looks, milliseconds. */
const LOOKING = 100;

/** Until a line that the server ended, or did not let in, is tried again, milliseconds: sooner or later by chance, so that not all come at once. */
const COMING_BACK: Readonly<Record<Bye, number>> = {
  later: 1500,
  stopping: 3000,
  full: 20_000,
  elsewhere: Infinity,
  out: Infinity,
};

/** What is to be completed goes as it is where nobody has by then, milliseconds: a search may be given up. */
const COMPLETING = 10_000;

/** What has come is said at most so often, milliseconds. */
const SAYING = 150;

/** Where nothing comes for so long, the network is gone without a word, milliseconds. */
const SILENT = 2 * HEARTBEAT + 1000;

const DAY = 86_400_000;

/** What the server says to whoever has no seat. */
const NO_SEAT = "no-seat";

const TOO_LARGE: RoomAnswer = { kind: "refused", code: "too.large", lines: [HINDRANCES["too.large"]] };

export type Answered = Exclude<RoomAnswer, { readonly kind: "later" }>;

/** When something is sent; `says`: what its note is once it is completed, where that is another. */
export type Goes = "now" | { readonly when: "completed"; readonly says: Text | undefined };

/** What a line tells of. */
interface Hears extends Omit<FromServer, "entries" | "snapshot" | "here"> {
  /** The server does not know the seat: it was taken away while nobody was here, or all is gone. */
  readonly unknown: () => void;
  /** What is sent waits for more than a line: why. */
  readonly held: (why: Later) => void;
  /** `told`: the same as they came. */
  readonly entries: (entries: readonly HeardEntry[], told: ToldLog) => void;
  /** What all entries up to one come to, in place of them. Throws where it cannot be read. */
  readonly snapshot: (snapshot: Snapshot, told: ToldLog) => void;
  /** How many entries there are, and of which epoch; those that the page has not come. */
  readonly here: (entries: number, epoch: string) => void;
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
  readonly #views = new Pace<RoomView>(LOOKING, (view) => {
    // On a line that was cut it is told again once that is back.
    if (this.#socket.connected) this.#socket.emit("view", view);
  });
  readonly #kept: Outbox;
  /** What of this visit is not answered, in order; of an earlier visit too, once that is on top of what the room has. */
  #outbox: readonly Sent[] = [];
  #hasPutKept = false;
  #isSending = false;
  /**
   * What is not sent before it is completed, nor what comes after it: ids, in order, with what each says then. It is kept as it is till
   * then, so that a page that is closed meanwhile loses nothing.
   */
  readonly #unfinished = new Map<string, Text | undefined>();
  /** The proposal whose cursors are shown here; null: none. */
  #watched: string | null = null;
  #comingBack: ReturnType<typeof setTimeout> | undefined;
  readonly #silence: Silence;
  /** What units and sites are called by number; none where what is told so cannot be read here. */
  #ground: string | undefined;
  /** How many lines have ended. */
  #lines = 0;
  /** Until a snapshot that came is read. */
  #reading: Promise<void> | undefined;
  /** The last entry that came and that is not said yet to have come. */
  #last: number | undefined;

  /** `seat`: its id and its secret; `has`: the last entry that this page has, and of which epoch; `ground`: of what it can read packed. */
  constructor(
    seat: { readonly id: string; readonly secret: string },
    has: () => { readonly after: number; readonly epoch: string },
    ground: string,
    hears: Hears,
  ) {
    this.#hears = hears;
    this.#ground = ground;
    this.#kept = outboxOf(seat.id);
    this.#socket = io({
      path: "/rooms/live",
      // People in one room wait for each other: the line is tried often.
      reconnectionDelayMax: 2000,
      // Also where a line is opened and nobody answers on it.
      timeout: 4000,
      transports: ["websocket"],
      auth: (told) => told({ seat: seat.secret, ground: this.#ground, ...has() }),
    });
    this.#silence = new Silence(SILENT, (is) => hears.is(is === "heard" ? "here" : "away"));
    const heard = (): void => this.#silence.heard();
    this.#socket.io.on("ping", heard);
    this.#socket.onAny(heard);
    window.addEventListener("online", this.#online);
    this.#socket.on("connect", () => {
      heard();
      hears.is("here");
      this.#socket.emit("watch", this.#watched);
      void this.#send();
    });
    let bye: Bye = "later";
    this.#socket.on("bye", (why) => {
      bye = why;
      hears.bye(why);
    });
    this.#socket.on("disconnect", (why) => {
      this.#silence.end();
      this.#lines++;
      hears.is("away");
      // Whoever ends a line here says whether there is to be another.
      if (why !== "io client disconnect") this.#comeBack(bye);
      bye = "later";
    });
    this.#socket.on("connect_error", ({ message }) => {
      hears.is("away");
      if (message === NO_SEAT) hears.unknown();
      else this.#comeBack("later");
    });
    this.#socket.on("here", (entries, now, keepDays, epoch) => {
      hears.deletedAt(new Date(Date.parse(now) + keepDays * DAY).toISOString());
      hears.ahead(Date.parse(now) - Date.now());
      hears.here(entries, epoch);
    });
    this.#socket.on("entries", (packed, last) => {
      const hear = (): void => hears.entries(unpackEntries(packed), { is: "entries", packed });
      this.#inTurn(this.#reading ? this.#reading.then(() => hear) : hear, last);
    });
    this.#socket.on("snapshot", (bytes, last) => this.#inTurn(this.#snapshotOf(new Uint8Array(bytes)), last));
    this.#socket.on("people", hears.people);
    this.#socket.on("links", hears.links);
    this.#socket.on("counts", hears.counts);
    this.#socket.on("ballots", hears.ballots);
    this.#socket.on("view", hears.view);
    this.#socket.on("cursor", hears.cursor);
  }

  /** A line that was cut is tried again by itself; one that the server ended is not, unless it is asked to. */
  #comeBack(bye: Bye): void {
    if (!this.#socket.active) this.#connectIn(COMING_BACK[bye] * (0.5 + Math.random()));
  }

  /** Tries the line after so many milliseconds, in place of whenever it was to be tried. */
  #connectIn(wait: number): void {
    clearTimeout(this.#comingBack);
    this.#comingBack = undefined;
    if (wait === 0) this.#socket.connect();
    else if (wait < Infinity) this.#comingBack = setTimeout(() => this.#connectIn(0), wait);
  }

  /** The network is back: what is waited for is tried at once. That it went, the socket hears by itself. */
  readonly #online = (): void => {
    const isOnItsWay = this.#socket.active || this.#comingBack !== undefined;
    if (isOnItsWay && (!this.#socket.connected || this.#silence.isSilent)) this.comeAgain();
  };

  async #snapshotOf(packed: Packed): Promise<() => void> {
    const snapshot = await unpackedSnapshot(packed);
    return () => this.#hears.snapshot(snapshot, { is: "snapshot", packed });
  }

  /** A snapshot takes a moment to be read: what comes meanwhile waits its turn. */
  #inTurn(heard: (() => void) | Promise<() => void>, last: number): void {
    const line = this.#lines;
    const hear = (act: () => void): void => {
      // What came by a line that is no more is told again by the next.
      if (line !== this.#lines) return;
      act();
      this.#has(last);
    };
    if (!(heard instanceof Promise)) return hear(heard);
    const reading = heard.then(hear).catch(() => {
      if (line === this.#lines) this.hearAsItIs();
    });
    this.#reading = reading;
    void reading.finally(() => {
      if (this.#reading === reading) this.#reading = undefined;
    });
    return undefined;
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
    const counts = (sent: Sent): boolean =>
      !this.#unfinished.has(idOfSent(sent)) && (!("edit" in sent) || sent.edit.belongsTo === undefined);
    return this.#outbox.filter(counts).length;
  }

  /** What waits for a number, in order. */
  get outbox(): readonly Sent[] {
    return this.#outbox;
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

  put(sent: Sent, goes: Goes = "now"): void {
    const id = idOfSent(sent);
    if (goes !== "now") {
      this.#unfinished.set(id, goes.says);
      setTimeout(() => this.settle(id), COMPLETING);
    }
    this.#wait([...this.#outbox, sent]);
    void this.#send();
  }

  /** What waits to be completed: ids, in the order they were made, with what each says once it is. */
  get unfinished(): ReadonlyMap<string, Text | undefined> {
    return this.#unfinished;
  }

  /** What was to be completed is, as others of the same ids; all else that was is left as it is. */
  finish(wholes: readonly Sent[] = []): void {
    this.#unfinished.clear();
    const byId = new Map(wholes.map((whole) => [idOfSent(whole), whole]));
    this.#wait(this.#outbox.map((sent) => byId.get(idOfSent(sent)) ?? sent));
    void this.#send();
  }

  /** One that was to be completed is left as it is, if it still waits. */
  settle(id: string | undefined): void {
    if (id === undefined || !this.#unfinished.delete(id)) return;
    this.#wait(this.#outbox);
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
      return { kind: "later", code: "storage.away" };
    }
  }

  /** Where this page looks: the last is told always, since whoever follows stays there. */
  show(view: RoomView): void {
    this.#views.put(view);
  }

  point(cursor: RoomCursor): void {
    this.#socket.volatile.emit("cursor", cursor);
  }

  /** Has the cursors on a proposal told from now on, also once a line that was cut is back. */
  watch(proposal: string | null): void {
    if (this.#watched === proposal) return;
    this.#watched = proposal;
    if (this.#socket.connected) this.#socket.emit("watch", proposal);
  }

  async #send(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      for (let [next] = this.#outbox; next && this.#maySend(next); [next] = this.#outbox) {
        // The server would read none of it, and end the line.
        const answer: RoomAnswer = isTooLarge(next)
          ? TOO_LARGE
          : await this.#socket.timeout(10_000).emitWithAck("put", next);
        if (answer.kind === "later") {
          this.#hears.held(answer.code);
          await new Promise((done) => setTimeout(done, AGAIN));
        } else this.#answered(next, answer);
      }
    } catch {
      // No answer came: the socket is on its way back, or will be, and then what is in the box is sent again.
    } finally {
      this.#isSending = false;
    }
    const [left] = this.#outbox;
    if (left && this.#maySend(left)) void this.#send();
  }

  #maySend(next: Sent): boolean {
    return this.#socket.connected && !this.#unfinished.has(idOfSent(next));
  }

  #answered(sent: Sent, answer: Answered): void {
    this.#wait(this.#outbox.filter((each) => idOfSent(each) !== idOfSent(sent)));
    this.#hears.answered(sent, answer);
  }

  /** What cannot be read as it is packed is told entry by entry from here on. */
  hearAsItIs(): void {
    this.#ground = undefined;
    this.comeAgain();
  }

  /** Goes and comes back, so that the room is told from where this page then is. */
  comeAgain(): void {
    this.#views.end();
    this.#socket.disconnect();
    this.#connectIn(0);
  }

  close(): void {
    this.#views.end();
    this.#socket.disconnect();
    this.#connectIn(Infinity);
    window.removeEventListener("online", this.#online);
  }
}
