import type { RoadGraph } from "./graph.ts";
import { LineTiles } from "./line-tiles.ts";
import type { Foot, SegmentIndex } from "./segment-index.ts";

/** What a place's straight stretches count and how far they reach, metres; `metresOf`: what a line is worth off the road, `[line]`. */
export interface OffRoad {
  readonly reach: number;
  readonly counted: (straight: number) => number;
  readonly worth: Float64Array;
}

/**
 * Leaves out the feet of a place that no way needs: those that another foot's road leads past, on foot and by car, at no more than
 * they cost straight. Looks along the roads found alone, each once, so that some stay that a longer look would leave out.
 */
export class UsefulFeet {
  readonly #graph: RoadGraph;
  readonly #index: SegmentIndex;
  readonly #off: OffRoad;
  readonly #tiles: LineTiles;
  /** Least that the feet kept so far cost to the ends of lines, `[node]`, and which nodes were reached. */
  readonly #reached: Float64Array;
  readonly #touched: number[] = [];

  constructor(graph: RoadGraph, index: SegmentIndex, lines: readonly number[], off: OffRoad) {
    this.#graph = graph;
    this.#index = index;
    this.#off = off;
    this.#tiles = new LineTiles(graph.network, lines);
    this.#reached = new Float64Array(graph.nodeCount).fill(Infinity);
  }

  /** Of all that are given, nearest first. */
  of(feet: readonly Foot[]): readonly Foot[] {
    const kept = this.#kept(feet);
    this.#forget();
    return kept;
  }

  /**
   * Of all in reach, where `near` are those up to `nearMetres`: of a road farther off it is mostly enough to know that the roads lead
   * to both its ends at less than the straight stretch to its nearest part, so that few are looked at closely.
   */
  around(x: number, y: number, near: readonly Foot[], nearMetres: number): readonly Foot[] {
    const { reach, counted, worth } = this.#off;
    const { from, to } = this.#graph;
    const reached = this.#reached;
    const kept = this.#kept(near);
    const isNear = new Set(near.map(({ line }) => line));
    const doubtful: Foot[] = [];
    this.#tiles.around(x, y, reach, (line, atLeast) => {
      if (isNear.has(line)) return;
      const past = Math.min(reached[from[line]], reached[to[line]]) + worth[line];
      if (past > counted(atLeast)) {
        const foot = this.#index.footOn(line, x, y);
        if (foot.distance <= reach && foot.distance > nearMetres) doubtful.push(foot);
      }
      if (past < Infinity) this.#reach(line, reached[from[line]] + worth[line], reached[to[line]] + worth[line]);
    });
    const useful = [...kept, ...this.#kept(doubtful.toSorted((a, b) => a.distance - b.distance || a.line - b.line))];
    this.#forget();
    return useful;
  }

  /** `toHead`, `toTail`: what the ends of a line cost now. */
  #reach(line: number, toHead: number, toTail: number): void {
    const reached = this.#reached;
    const [tail, head] = [this.#graph.from[line], this.#graph.to[line]];
    if (toTail < reached[tail]) {
      if (reached[tail] === Infinity) this.#touched.push(tail);
      reached[tail] = toTail;
    }
    if (toHead < reached[head]) {
      if (reached[head] === Infinity) this.#touched.push(head);
      reached[head] = toHead;
    }
  }

  #kept(feet: readonly Foot[]): readonly Foot[] {
    const { network, from, to } = this.#graph;
    const { worth, counted } = this.#off;
    const reached = this.#reached;
    return feet.filter(({ line, along, distance }) => {
      const cost = counted(distance);
      const share = network.length[line] > 0 ? along / network.length[line] : 0;
      // Nothing of a line is worth nothing, however much the whole is.
      const before = share > 0 ? share * worth[line] : 0;
      const after = share < 1 ? (1 - share) * worth[line] : 0;
      const past = Math.min(reached[from[line]] + before, reached[to[line]] + after);
      const least = Math.min(cost, past);
      this.#reach(line, least + after, least + before);
      return cost < past;
    });
  }

  #forget(): void {
    for (const node of this.#touched) this.#reached[node] = Infinity;
    this.#touched.length = 0;
  }
}
