import type { Random } from "../random.ts";
import { reorder } from "./reorder.ts";

/** As published: customers taken out in a round in the mean, longest stretch, and how often a stretch is broken and a place overlooked. */
const MEAN_REMOVED = 10;
const LONGEST_STRETCH = 10;
const SPLIT = 0.5;
const SPLIT_DEEPER = 0.99;
const BLINK = 0.01;
/** Weights of the four orders in which customers are put back: chance 4, demand 4, far 2, near 1. */
const ORDERS = 11;

/** A stretch of a route to be taken out, of whose customers some in a row stay where they are. */
interface Stretch {
  /** With those that stay. */
  readonly whole: number;
  readonly staying: number;
}

/** What is drawn by chance in a round of ruin and recreate (Christiaens and Vanden Berghe 2020), however the routes are held. */
export class Ruin {
  readonly #random: Random;
  readonly #nearest: Int32Array;
  readonly #first: number;
  readonly #count: number;
  readonly #key: Float64Array;
  /** The round in which each route was ruined last. */
  readonly #ruinedAt: Int32Array;
  #round = 0;

  /** For so many customers, numbered from `first` on. `nearest`: for each the others, nearest first, `[customer * (count - 1)]`. */
  constructor(nearest: Int32Array, first: number, count: number, random: Random) {
    [this.#nearest, this.#first, this.#count, this.#random] = [nearest, first, count, random];
    this.#key = new Float64Array(first + count);
    this.#ruinedAt = new Int32Array(first + count);
  }

  /** Calls `take` for some routes near each other, each once, with the customer round whom a stretch is to go. `routeOf`: -1 of who is absent. */
  nearRoutes(
    routeOf: Int32Array,
    routeCount: number,
    absentCount: number,
    take: (customer: number, route: number, longest: number) => void,
  ): void {
    if (routeCount === 0) return;
    const others = this.#count - 1;
    const longest = Math.min(LONGEST_STRETCH, (this.#count - absentCount) / routeCount);
    let routes = Math.floor(1 + this.#random() * ((4 * MEAN_REMOVED) / (1 + longest) - 1));
    this.#round++;
    const centre = this.#first + Math.floor(this.#random() * this.#count);
    for (let i = -1; i < others && routes > 0; i++) {
      const customer = i < 0 ? centre : this.#nearest[centre * others + i];
      const route = routeOf[customer];
      if (route < 0 || this.#ruinedAt[route] === this.#round) continue;
      this.#ruinedAt[route] = this.#round;
      take(customer, route, longest);
      routes--;
    }
  }

  /** Of a route of `size` customers; in half of all cases some of them stay. */
  stretch(size: number, longest: number): Stretch {
    const taken = Math.floor(1 + this.#random() * Math.min(size, longest));
    let staying = 0;
    if (taken > 1 && taken < size && this.#random() < SPLIT)
      for (staying = 1; taken + staying < size && this.#random() < SPLIT_DEEPER;) staying++;
    return { whole: taken + staying, staying };
  }

  /** Which of a stretch is the first that stays; none does before its end where nobody stays. */
  firstStaying({ whole, staying }: Stretch): number {
    return staying > 0 ? Math.floor(this.#random() * (whole - staying + 1)) : whole;
  }

  between(least: number, most: number): number {
    return least + Math.floor(this.#random() * (most - least + 1));
  }

  /** Whether a place is looked at: now and then one is not, so that others are found. */
  sees(): boolean {
    return this.#random() > BLINK;
  }

  /** Orders the absent by chance, by demand, or by their way to where they go: which is best differs from place to place. */
  order(absent: Int32Array, count: number, demand: Float64Array, wayOf: (customer: number) => number): void {
    const draw = this.#random() * ORDERS;
    for (let i = 0; i < count; i++) {
      const customer = absent[i];
      const way = wayOf(customer);
      this.#key[customer] = draw < 4 ? this.#random() : draw < 8 ? -demand[customer] : draw < 10 ? -way : way;
    }
    reorder(absent, count, this.#key);
  }
}
