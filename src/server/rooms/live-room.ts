import type { DefaultEventsMap, Socket } from "socket.io";
import { roleOf } from "../../meeting/meeting.ts";
import type { Ballot, RoomView } from "../../protocol/room-acts.ts";
import { mayDo } from "../../protocol/room-roles.ts";
import {
  type Entry,
  type FromPage,
  type FromServer,
  packEntries,
  type PersonHere,
  type RoomAnswer,
} from "../../protocol/room.ts";
import { ballotsOf, countsOf } from "./ballots.ts";
import { inTurn } from "./in-turn.ts";
import { type LogSetting, RoomLog } from "./room-log.ts";
import type { Rooms, Seat } from "./rooms.ts";

/** Whose socket it is, and the last entry that its page has. */
export interface Found {
  readonly seat: Seat;
  readonly after: number;
}

export type RoomSocket = Socket<FromPage, FromServer, DefaultEventsMap, Found>;

/** Entries that are sent together at most: a late comer gets many in a few messages, none of them large. */
const TOGETHER = 400;
/** Whoever takes longer to say that entries came is too slow to be waited for, and comes back for the rest. */
const PATIENCE = 20_000;
/** How many have voted is told at most so often, milliseconds. */
const COUNTING = 300;

interface Member {
  readonly socket: RoomSocket;
  readonly seat: Seat;
  /** The number of the last entry that it has said it has. */
  has: number;
  isTelling: boolean;
}

/** The entries after one, when the log was at another; `last`: the last of those that go together. */
interface Packed {
  readonly after: number;
  readonly until: number;
  readonly sent: Promise<{ readonly packed: string; readonly last: number }>;
}

/** A room that somebody is in: tells each member the entries in their order, each at its own pace. */
export class LiveRoom {
  readonly #log: RoomLog;
  readonly #rooms: Rooms;
  readonly #room: string;
  readonly #setting: LogSetting;
  readonly #members = new Set<Member>();
  #lastPacked: Packed | undefined;
  #isCounting = false;
  readonly #behind = inTurn(() => this.#log.catchUp());
  readonly #people = inTurn(() => this.#tellPeople());
  readonly #forget: () => void;

  constructor(room: string, rooms: Rooms, setting: LogSetting) {
    this.#room = room;
    this.#rooms = rooms;
    this.#setting = setting;
    this.#log = new RoomLog(setting, room, this.#onGrown);
    const hear = { entries: this.#behind.ask, people: this.#people.ask, ballots: () => this.#count() };
    this.#forget = setting.neighbours.follow(room, (news) => hear[news]());
  }

  /** Hears nothing of its neighbours any more. */
  close(): void {
    this.#forget();
    this.#behind.end();
    this.#people.end();
  }

  get log(): RoomLog {
    return this.#log;
  }

  readonly #onGrown = (entries: readonly Entry[]): void => {
    for (const member of this.#members) void this.#tell(member);
    const acts = entries.flatMap((entry) => ("act" in entry ? [entry.act] : []));
    if (acts.some(({ kind }) => kind === "role" || kind === "out")) this.#people.ask();
    if (acts.some(({ kind }) => kind === "close" || kind === "stage" || kind === "out")) this.#count();
    for (const act of acts) if (act.kind === "out") this.#sendOut(act.seat);
  };

  #sendOut(seat: string): void {
    for (const { socket, seat: of } of this.#members) if (of.id === seat) socket.disconnect(true);
  }

  enter(socket: RoomSocket, seat: Seat, after: number): void {
    // Whoever has more than there is has another log: all of it is told anew.
    const member: Member = { socket, seat, has: after <= this.#log.number ? after : 0, isTelling: false };
    this.#members.add(member);
    const { neighbours } = this.#setting;
    // Where it cannot be said now, it is said with the next beat.
    neighbours.come(socket.id, seat).catch(() => undefined);
    socket.on("disconnect", () => {
      this.#members.delete(member);
      neighbours.go(socket.id, this.#room).catch(() => undefined);
      this.#people.ask();
    });
    socket.emit("here", this.#log.number, this.#setting.now());
    void this.#tell(member);
    this.#people.ask();
    void this.#tellBallots(member);
  }

  /** A ballot is kept before it is answered; the others are told how many there are by now. */
  async vote(seat: Seat, vote: string, ballot: Ballot | null): Promise<RoomAnswer> {
    const answer = await this.#log.vote(seat, vote, ballot);
    if (answer.kind !== "refused") {
      this.#count();
      for (const member of this.#members) if (member.seat.id === seat.id) void this.#tellBallots(member);
    }
    return answer;
  }

  /** Where whoever leads looks: those who follow are told, and nothing of it is kept. */
  show(from: RoomSocket, seat: Seat, view: RoomView): void {
    const { meeting } = this.#log.state;
    if (meeting.follows !== seat.id || !mayDo(roleOf(meeting, seat), "lead")) return;
    for (const { socket } of this.#members) if (socket !== from) socket.volatile.emit("view", view);
  }

  /** What a member has not got yet, as fast as it says that it has it: nothing piles up for one that is slow. */
  async #tell(member: Member): Promise<void> {
    if (member.isTelling) return;
    member.isTelling = true;
    try {
      while (this.#members.has(member) && member.has < this.#log.number) {
        const { packed, last } = await this.#packed(member.has).sent;
        await member.socket.timeout(PATIENCE).emitWithAck("entries", packed);
        member.has = last;
      }
    } catch {
      member.socket.disconnect(true);
    } finally {
      member.isTelling = false;
    }
  }

  /** Most members have the same, and ask in the same moment: what is being packed for one is what all of them get. */
  #packed(after: number): Packed {
    const until = this.#log.number;
    const known = this.#lastPacked;
    if (known?.after === after && known.until === until) return known;
    this.#lastPacked = { after, until, sent: this.#pack(after) };
    return this.#lastPacked;
  }

  async #pack(after: number): Promise<{ readonly packed: string; readonly last: number }> {
    const entries = await this.#log.after(after, TOGETHER);
    return { packed: packEntries(entries), last: entries.at(-1)?.number ?? after };
  }

  /** Who has a seat, and who of them is here, by way of whatever process. */
  async #tellPeople(): Promise<void> {
    const [seats, elsewhere] = await Promise.all([
      this.#rooms.people(this.#room),
      this.#setting.neighbours.elsewhere(this.#room),
    ]);
    const here = new Set([...elsewhere, ...[...this.#members].map(({ seat }) => seat.id)]);
    const { meeting } = this.#log.state;
    const people: readonly PersonHere[] = seats
      .filter(({ id }) => !meeting.out.has(id))
      .map((person) => ({ ...person, role: roleOf(meeting, person), isHere: here.has(person.id) }));
    for (const { socket } of this.#members) socket.emit("people", people);
  }

  /** Many vote in the same moment, and one message tells of all of them. */
  #count(): void {
    if (this.#isCounting) return;
    this.#isCounting = true;
    setTimeout(() => {
      this.#isCounting = false;
      void this.#tellCounts();
    }, COUNTING);
  }

  async #tellCounts(): Promise<void> {
    const counts = await countsOf(this.#setting.storage.database, this.#room).catch(() => undefined);
    if (counts) for (const { socket } of this.#members) socket.emit("counts", counts);
  }

  async #tellBallots({ socket, seat }: Member): Promise<void> {
    const { database } = this.#setting.storage;
    try {
      socket.emit("ballots", await ballotsOf(database, seat));
      socket.emit("counts", await countsOf(database, this.#room));
    } catch {
      // Whoever votes or comes back has them told again.
    }
  }
}
