import type { RoadGraph } from "./graph.ts";
import { LineTiles } from "./line-tiles.ts";
import type { Foot, SegmentIndex } from "./segment-index.ts";

/** What a place's straight stretches count and how far they reach, metres; `worth`: what a line is worth off the road, `[line]`. */
interface OffRoad {
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
  readonly #lines: readonly number[];
  /** Made once it is asked for. */
  #tiles: LineTiles | undefined;
  /** Least that the feet kept so far cost to the ends of lines, `[node]`, and which nodes were reached. */
  readonly #reached: Float64Array;
  readonly #touched: number[] = [];
  /** 1 for the lines of the feet near the place in hand, `[line]`. */
  readonly #isNear: Uint8Array;

  constructor(graph: RoadGraph, index: SegmentIndex, lines: readonly number[], off: OffRoad) {
    this.#graph = graph;
    this.#index = index;
    this.#off = off;
    this.#lines = lines;
    this.#isNear = new Uint8Array(graph.network.count);
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
    for (const { line } of near) this.#isNear[line] = 1;
    const doubtful: Foot[] = [];
    this.#tiles ??= new LineTiles(this.#graph.network, this.#lines);
    const { found, atLeast } = this.#tiles;
    const count = this.#tiles.around(x, y, reach);
    for (let i = 0; i < count; i++) {
      const line = found[i];
      if (this.#isNear[line] === 1) continue;
      const [tail, head] = [reached[from[line]], reached[to[line]]];
      const past = (tail < head ? tail : head) + worth[line];
      if (past > counted(atLeast[i])) {
        const foot = this.#index.footOn(line, x, y);
        if (foot.distance > nearMetres && foot.distance <= reach && past > counted(foot.distance)) doubtful.push(foot);
      }
      if (past < Infinity) this.#reach(line, tail + worth[line], head + worth[line]);
    }
    for (const { line } of near) this.#isNear[line] = 0;
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

  #kept = (feet: readonly Foot[]): readonly Foot[] => feet.filter((foot) => this.#isUseful(foot));

  /** Whether it costs less than to come there by the roads of those before; what its road leads to is reached from then on. */
  #isUseful(foot: Foot): boolean {
    const cost = this.#off.counted(foot.distance);
    const past = this.#past(foot);
    const least = Math.min(cost, past);
    const [before, after] = this.#worthAround(foot);
    this.#reach(foot.line, least + after, least + before);
    return cost < past;
  }

  /** What it costs to come to a foot by the roads of those that are kept. */
  #past(foot: Foot): number {
    const [before, after] = this.#worthAround(foot);
    return Math.min(
      this.#reached[this.#graph.from[foot.line]] + before,
      this.#reached[this.#graph.to[foot.line]] + after,
    );
  }

  /** What a line is worth on both sides of a foot. Nothing of it is worth nothing, however much the whole is. */
  #worthAround({ line, along }: Foot): readonly [before: number, after: number] {
    const length = this.#graph.network.length[line];
    const share = length > 0 ? along / length : 0;
    const worth = this.#off.worth[line];
    return [share > 0 ? share * worth : 0, share < 1 ? (1 - share) * worth : 0];
  }

  #forget(): void {
    for (const node of this.#touched) this.#reached[node] = Infinity;
    this.#touched.length = 0;
  }
}
