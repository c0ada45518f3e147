import type { Rate } from "../../protocol/room-limits.ts";

/** So many keys are remembered before those that have had their rest are forgotten. */
const MANY = 5000;

/**
 * How often each of many may still do something. Each has a store of `burst` times that fills by `perSecond`; whoever has none left is
 * told no until it does. `now`: milliseconds of a clock that never goes back.
 */
export class Rates {
  readonly #rate: Rate;
  readonly #now: () => number;
  readonly #left = new Map<string, { readonly times: number; readonly at: number }>();

  constructor(rate: Rate, now: () => number = () => performance.now()) {
    this.#rate = rate;
    this.#now = now;
  }

  /** Takes one time of a key's, where it has any. */
  take(key: string): boolean {
    const at = this.#now();
    if (this.#left.size >= MANY && !this.#left.has(key)) this.#forget(at);
    const times = this.#timesOf(key, at);
    if (times < 1) return false;
    this.#left.set(key, { times: times - 1, at });
    return true;
  }

  #timesOf(key: string, now: number): number {
    const { burst, perSecond } = this.#rate;
    const known = this.#left.get(key);
    return known ? Math.min(burst, known.times + ((now - known.at) / 1000) * perSecond) : burst;
  }

  #forget(now: number): void {
    for (const key of this.#left.keys()) if (this.#timesOf(key, now) >= this.#rate.burst) this.#left.delete(key);
  }
}
