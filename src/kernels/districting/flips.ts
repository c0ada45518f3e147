import type { Adjacency } from "../../domain/municipality.ts";

/** Neighbours looked at with bits; a unit with more is checked by search alone. */
const MOST_BITS = 31;

/**
 * Tells whether a unit can leave its district without cutting it in two. Where the neighbours it leaves behind are joined among
 * themselves, which bits tell at once, it can; otherwise a search through the district decides (the local ring of
 * King, Jacobson, Sewell and Cho 2012). O(neighbours) mostly, O(district) at worst.
 */
export class FlipCheck {
  readonly #adjacency: Adjacency;
  /** Which neighbours of a unit touch this neighbour of it, as bits, `[edge]`. */
  readonly #touching: Int32Array;
  readonly #seen: Int32Array;
  readonly #queue: Int32Array;
  #stamp = 0;

  constructor(adjacency: Adjacency) {
    const { start, target } = adjacency;
    const units = start.length - 1;
    this.#adjacency = adjacency;
    this.#touching = new Int32Array(target.length);
    this.#seen = new Int32Array(units);
    this.#queue = new Int32Array(units);
    const bit = new Int32Array(units);
    for (let unit = 0; unit < units; unit++) {
      if (start[unit + 1] - start[unit] > MOST_BITS) continue;
      for (let edge = start[unit]; edge < start[unit + 1]; edge++) bit[target[edge]] = 1 << (edge - start[unit]);
      for (let edge = start[unit]; edge < start[unit + 1]; edge++) {
        const neighbour = target[edge];
        for (let far = start[neighbour]; far < start[neighbour + 1]; far++) this.#touching[edge] |= bit[target[far]];
      }
      for (let edge = start[unit]; edge < start[unit + 1]; edge++) bit[target[edge]] = 0;
    }
  }

  /** Whether the rest of the unit's district hangs together without it, and is not empty. */
  mayLeave(unit: number, district: Int32Array): boolean {
    const { start, target } = this.#adjacency;
    const first = start[unit];
    const end = start[unit + 1];
    const here = district[unit];
    if (end - first > MOST_BITS) return this.#searchWithout(unit, district);
    let left = 0;
    for (let edge = first; edge < end; edge++) if (district[target[edge]] === here) left |= 1 << (edge - first);
    if (left === 0) return false;
    let reached = left & -left;
    let fresh = reached;
    while (fresh !== 0) {
      const edge = first + 31 - Math.clz32(fresh & -fresh);
      fresh &= fresh - 1;
      const more = this.#touching[edge] & left & ~reached;
      reached |= more;
      fresh |= more;
    }
    return reached === left || this.#searchWithout(unit, district);
  }

  #searchWithout(unit: number, district: Int32Array): boolean {
    const { start, target } = this.#adjacency;
    const here = district[unit];
    const stamp = ++this.#stamp;
    let wanted = 0;
    let from = unit;
    for (let edge = start[unit]; edge < start[unit + 1]; edge++)
      if (district[target[edge]] === here) {
        wanted++;
        from = target[edge];
        this.#seen[from] = -stamp;
      }
    if (wanted === 0) return false;
    this.#seen[unit] = stamp;
    this.#seen[from] = stamp;
    this.#queue[0] = from;
    let length = 1;
    wanted--;
    for (let head = 0; head < length && wanted > 0; head++)
      for (let edge = start[this.#queue[head]]; edge < start[this.#queue[head] + 1]; edge++) {
        const next = target[edge];
        if (district[next] !== here || this.#seen[next] === stamp) continue;
        if (this.#seen[next] === -stamp) wanted--;
        this.#seen[next] = stamp;
        this.#queue[length++] = next;
      }
    return wanted === 0;
  }
}
