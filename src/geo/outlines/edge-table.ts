/** Stands for no unit on the side of an edge at the rim of the area. */
export const NO_UNIT = 0xffffffff;

const CORNER_ROOM = 2 ** 26;

/** Gathers the edges of areas that share their corners: one that two of them draw, each its own way round, is one edge. */
export class EdgeTable {
  readonly #ends: number[] = [];
  readonly #sides: number[] = [];
  /** Edges that only one area has drawn so far, by their ends. */
  readonly #open = new Map<number, number>();

  /** Adds a closed ring of corners with the unit to its left. The first corner is not said again. */
  addRing(unit: number, ring: readonly number[]): void {
    for (let i = 0, from = ring[ring.length - 1]; i < ring.length; i++) {
      const to = ring[i];
      if (from !== to) this.#addEdge(unit, from, to);
      from = to;
    }
  }

  #addEdge(unit: number, from: number, to: number): void {
    const mirrored = to * CORNER_ROOM + from;
    const other = this.#open.get(mirrored);
    if (other === undefined) {
      const edge = this.#ends.push(from, to) / 2 - 1;
      this.#sides.push(unit, NO_UNIT);
      this.#open.set(from * CORNER_ROOM + to, edge);
    } else {
      this.#open.delete(mirrored);
      this.#sides[2 * other + 1] = unit;
    }
  }

  /** Units with an edge that nobody else has drawn, ascending. */
  unitsAtRim(): readonly number[] {
    return [...new Set([...this.#open.values()].map((edge) => this.#sides[2 * edge]))].toSorted((a, b) => a - b);
  }

  /** All edges that do not lie inside one unit, `[edge * 2]`: corners from and to, units to the left and to the right. */
  edges(): { readonly ends: Uint32Array; readonly sides: Uint32Array } {
    const between = this.#sides.flatMap((unit, i) => (i % 2 === 0 && unit !== this.#sides[i + 1] ? [i] : []));
    const pairs = (of: readonly number[]): Uint32Array => Uint32Array.from(between.flatMap((i) => [of[i], of[i + 1]]));
    return { ends: pairs(this.#ends), sides: pairs(this.#sides) };
  }
}
