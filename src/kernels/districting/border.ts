import type { Adjacency } from "../../domain/municipality.ts";

/** Not on the border, or not to be drawn. */
const INSIDE = -1;
const BARRED = -2;

/**
 * The pairs of neighbours that are in different districts, kept up as units move, so that one can be drawn at random in O(1): in large
 * districts few pairs are. A move is O(neighbours).
 */
export class Border {
  readonly source: Int32Array;
  readonly #adjacency: Adjacency;
  /** The entry the other way round, `[edge]`. */
  readonly #reverse: Int32Array;
  /** Entries of the adjacency across a border, the first {@link length} of them, and where each is. */
  readonly #edges: Int32Array;
  readonly #at: Int32Array;
  length = 0;

  /** `among`: entries of the adjacency that may be drawn; all where absent. */
  constructor(adjacency: Adjacency, district: Int32Array, among?: Int32Array) {
    const { start, target } = adjacency;
    this.#adjacency = adjacency;
    this.source = new Int32Array(target.length);
    this.#reverse = new Int32Array(target.length);
    this.#edges = new Int32Array(target.length);
    this.#at = new Int32Array(target.length).fill(among ? BARRED : INSIDE);
    for (const edge of among ?? []) this.#at[edge] = INSIDE;
    for (let unit = 0; unit + 1 < start.length; unit++) this.source.fill(unit, start[unit], start[unit + 1]);
    for (let edge = 0; edge < target.length; edge++) {
      const end = target[edge];
      let back = start[end];
      while (target[back] !== this.source[edge]) back++;
      this.#reverse[edge] = back;
    }
    for (let edge = 0; edge < target.length; edge++)
      if (district[this.source[edge]] !== district[target[edge]]) this.#add(edge);
  }

  /** An entry of the adjacency across a border; `share` from 0 to 1, 1 left out. */
  at(share: number): number {
    return this.#edges[(share * this.length) | 0];
  }

  /** The unit has moved: `district` is as it is afterwards. */
  moved(unit: number, district: Int32Array): void {
    const { start, target } = this.#adjacency;
    const here = district[unit];
    for (let edge = start[unit]; edge < start[unit + 1]; edge++) {
      const apart = district[target[edge]] !== here;
      const back = this.#reverse[edge];
      if (apart) {
        this.#add(edge);
        this.#add(back);
      } else {
        this.#remove(edge);
        this.#remove(back);
      }
    }
  }

  #add(edge: number): void {
    if (this.#at[edge] !== INSIDE) return;
    this.#at[edge] = this.length;
    this.#edges[this.length++] = edge;
  }

  #remove(edge: number): void {
    const at = this.#at[edge];
    if (at < 0) return;
    const last = this.#edges[--this.length];
    this.#edges[at] = last;
    this.#at[last] = at;
    this.#at[edge] = INSIDE;
  }
}
