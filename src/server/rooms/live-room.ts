import type { DefaultEventsMap, Socket } from "socket.io";
import { type FromPage, type FromServer, packEdits, type PersonHere } from "../../protocol/room.ts";
import type { RoomLog } from "./room-log.ts";
import type { Rooms, Seat } from "./rooms.ts";

/** Whose socket it is, and the last edit that its page has. */
export interface Found {
  readonly seat: Seat;
  readonly after: number;
}

export type RoomSocket = Socket<FromPage, FromServer, DefaultEventsMap, Found>;

/** Edits that are sent together at most: a late comer gets many in a few messages, none of them large. */
const TOGETHER = 400;
/** Whoever takes longer to say that edits came is too slow to be waited for, and comes back for the rest. */
const PATIENCE = 20_000;

interface Member {
  readonly socket: RoomSocket;
  readonly seat: Seat;
  /** The number of the last edit that it has said it has. */
  has: number;
  isTelling: boolean;
}

/** The edits after one, when the log was at another; `last`: the last of those that go together. */
interface Packed {
  readonly after: number;
  readonly until: number;
  readonly sent: Promise<{ readonly packed: string; readonly last: number }>;
}

/** A room that somebody is in: tells each member the edits in their order, each at its own pace. */
export class LiveRoom {
  readonly #log: RoomLog;
  readonly #rooms: Rooms;
  readonly #room: string;
  readonly #members = new Set<Member>();
  #lastPacked: Packed | undefined;

  constructor(room: string, rooms: Rooms, log: RoomLog) {
    this.#room = room;
    this.#rooms = rooms;
    this.#log = log;
  }

  get log(): RoomLog {
    return this.#log;
  }

  enter(socket: RoomSocket, seat: Seat, after: number): void {
    // Whoever has more than there is has another log: all of it is told anew.
    const member: Member = { socket, seat, has: after <= this.#log.number ? after : 0, isTelling: false };
    this.#members.add(member);
    socket.on("disconnect", () => {
      this.#members.delete(member);
      void this.#tellPeople();
    });
    socket.emit("here", this.#log.number);
    void this.#tell(member);
    void this.#tellPeople();
  }

  readonly tellAll = (): void => {
    for (const member of this.#members) void this.#tell(member);
  };

  /** What a member has not got yet, as fast as it says that it has it: nothing piles up for one that is slow. */
  async #tell(member: Member): Promise<void> {
    if (member.isTelling) return;
    member.isTelling = true;
    try {
      while (this.#members.has(member) && member.has < this.#log.number) {
        const { packed, last } = await this.#packed(member.has).sent;
        await member.socket.timeout(PATIENCE).emitWithAck("edits", packed);
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
    const edits = await this.#log.after(after, TOGETHER);
    return { packed: packEdits(edits), last: edits.at(-1)?.number ?? after };
  }

  /** Who has a seat, and who of them is here; where that cannot be read, whoever comes or goes next has it told again. */
  async #tellPeople(): Promise<void> {
    const seats = await this.#rooms.people(this.#room).catch(() => undefined);
    if (!seats) return;
    const here = new Set([...this.#members].map(({ seat }) => seat.id));
    const people: readonly PersonHere[] = seats.map((person) => ({
      ...person,
      isHere: here.has(person.id),
    }));
    for (const { socket } of this.#members) socket.emit("people", people);
  }
}
