import { ROOM_LIMITS, ROOM_RATES } from "../../protocol/room-limits.ts";
import type { RoomAnswer } from "../../protocol/room.ts";
import { Rates } from "./rates.ts";

const SLOW: RoomAnswer = { kind: "later", code: "slow" };

/** What each seat of a room asks for, by however many windows: whoever does not wait for answers is told to, and nothing piles up. */
export class Desks {
  readonly #unanswered = new Map<string, number>();
  readonly #rates = new Rates(ROOM_RATES.sent);

  async ask(seat: string, find: () => Promise<RoomAnswer>): Promise<RoomAnswer> {
    const waiting = this.#unanswered.get(seat) ?? 0;
    if (waiting >= ROOM_LIMITS.unanswered || !this.#rates.take(seat)) return SLOW;
    this.#unanswered.set(seat, waiting + 1);
    try {
      return await find();
    } finally {
      const left = (this.#unanswered.get(seat) ?? 1) - 1;
      if (left > 0) this.#unanswered.set(seat, left);
      else this.#unanswered.delete(seat);
    }
  }
}
