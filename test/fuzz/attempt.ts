import { type Random, seededRandom } from "../../src/kernels/random.ts";

/** One way of trying to break the product. An attempt is made from its seed alone, so that a find can be made again. */
export interface Kind {
  readonly name: string;
  /** Makes one attempt; returns what went wrong, or nothing. An exception is a find too. It tells what it is about to try. */
  readonly attempt: (dice: Dice, about: (what: string) => void) => Promise<Find | undefined>;
}

export interface Find {
  readonly what: string;
  /** Files that show it, by path. */
  readonly files?: ReadonlyMap<string, Uint8Array>;
}

/** Seeded choices of one attempt. */
export interface Dice {
  readonly seed: number;
  readonly random: Random;
  /** A whole number, both ends included. */
  readonly whole: (low: number, high: number) => number;
  readonly one: <Item>(items: readonly Item[]) => Item;
  /** Whether something happens that happens so often. */
  readonly chance: (share: number) => boolean;
}

export function diceOf(seed: number): Dice {
  const random = seededRandom(seed);
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  return {
    seed,
    random,
    whole,
    one: (items) => items[whole(0, items.length - 1)],
    chance: (share) => random() < share,
  };
}

/** How many attempts of a kind were made and what each came to: a sample in which everything is refused proves little. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add(what: string): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
  }

  toString(): string {
    return [...this.#counts].map(([what, count]) => `${what} ${count}`).join(", ");
  }
}
