import type { Entry } from "../../protocol/room.ts";
import { type Kept, type Portion, portionOf } from "./log-rows.ts";

/** So much of the newest is kept at hand: whoever is here needs no older ones. */
const AT_HAND: Portion = { entries: 1000, bytes: 4_000_000 };

/** The newest entries of a log, in order and without gaps. */
export class Tail {
  #kept: readonly Kept[] = [];

  /** Takes in what comes after what is here; returns what of it is new. */
  add(kept: readonly Kept[]): readonly Entry[] {
    const last = this.#kept.at(-1)?.entry.number ?? 0;
    const fresh = kept.filter(({ entry }) => entry.number > last);
    // What lies between is at hand nowhere.
    if (fresh.length > 0 && fresh[0].entry.number > last + 1) this.#kept = [];
    if (fresh.length > 0) this.#kept = portionOf([...this.#kept, ...fresh].toReversed(), AT_HAND).toReversed();
    return fresh.map(({ entry }) => entry);
  }

  /** The entries after a number; `undefined` where not all of them are here. */
  after(number: number, portion: Portion): readonly Entry[] | undefined {
    const first = this.#kept.at(0)?.entry.number;
    if (first === undefined || first > number + 1) return undefined;
    return portionOf(this.#kept.slice(number + 1 - first), portion).map(({ entry }) => entry);
  }

  /** All but the newest is read anew by whoever asks for it. */
  keepLast(): void {
    this.#kept = this.#kept.slice(-1);
  }
}
