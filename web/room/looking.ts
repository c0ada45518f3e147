import { type Meeting, roleOf } from "../../src/index.ts";
import type { Act, RoomCursor, RoomView } from "../../src/protocol/room-acts.ts";
import type { Joined } from "../../src/protocol/room.ts";
import { mayDo } from "../../src/protocol/room-roles.ts";
import type { RoomLine } from "./line.ts";

/** What of the room is asked of as it is now. */
interface RoomNow {
  /** What the room knows the proposal looked at by, where it is the room's. */
  readonly proposal: () => string | undefined;
  readonly meeting: () => Meeting;
  readonly act: (act: Act) => void;
}

/** Where a page looks and points, told to those who are to see it. */
export class Looking {
  readonly #line: RoomLine;
  readonly #seat: Pick<Joined, "id" | "role">;
  readonly #room: RoomNow;
  #looksAt: Omit<RoomView, "proposal"> | undefined;

  constructor(line: RoomLine, seat: Pick<Joined, "id" | "role">, room: RoomNow) {
    this.#line = line;
    this.#seat = seat;
    this.#room = room;
  }

  /** Where this page looks, for those who follow it, and where it leads for the big screen and for whoever comes. */
  look(at: Omit<RoomView, "proposal">): void {
    this.#looksAt = at;
    const proposal = this.#room.proposal();
    const { follows } = this.#room.meeting();
    const isFollowed = follows === this.#seat.id || (follows === null && this.#leads());
    if (proposal !== undefined && isFollowed) this.#line.show({ proposal, ...at });
  }

  /** The same place, shown in another way. */
  present(shows: NonNullable<RoomView["shows"]>): void {
    if (this.#looksAt) this.look({ ...this.#looksAt, shows });
  }

  point(cursor: RoomCursor): void {
    this.#line.point(cursor);
  }

  /** Has the cursors on a proposal told, by what the room knows it by; null: none. */
  watch(proposal: string | null): void {
    this.#line.watch(proposal);
  }

  #leads(): boolean {
    return mayDo(roleOf(this.#room.meeting(), this.#seat), "invite");
  }

  /** Whoever comes is shown at once what is looked at. */
  again(): void {
    if (this.#looksAt) this.look(this.#looksAt);
  }

  /** Shows everybody the proposal and the place that this page looks at. */
  bring(): void {
    const proposal = this.#room.proposal();
    if (proposal !== undefined && this.#looksAt) this.#room.act({ kind: "bring", proposal, ...this.#looksAt });
  }
}
