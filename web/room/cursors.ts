import type { RoomCursor } from "../../src/protocol/room-acts.ts";

type Hear = (seat: string, cursor: RoomCursor) => void;

/** Where others point, as it is told: beside the page's state, so that nothing but marks on the map is drawn anew for it. */
export class Cursors {
  readonly #hearers = new Set<Hear>();

  /** Hears of every move; returns what ends it. */
  follow(hear: Hear): () => void {
    this.#hearers.add(hear);
    return () => void this.#hearers.delete(hear);
  }

  readonly tell: Hear = (seat, cursor) => {
    for (const hear of this.#hearers) hear(seat, cursor);
  };
}
