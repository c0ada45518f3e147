import Flatbush from "flatbush";
import type { RoadNetwork } from "../domain/municipality.ts";

/** The nearest place on a line: `along` metres from its first end (in its stated length), `distance` metres away in a straight line. */
export interface Foot {
  readonly line: number;
  readonly along: number;
  readonly distance: number;
}

/** The straight segments of some lines, to be asked for the lines near a point. */
export class SegmentIndex {
  readonly lineCount: number;
  readonly #network: RoadNetwork;
  /** Line and first vertex of each segment. */
  readonly #line: Uint32Array;
  readonly #vertex: Uint32Array;
  /** Metres from the line's first end to the segment, and the segment's own, in the line's stated length. */
  readonly #before: Float64Array;
  readonly #length: Float64Array;
  /** Where the segments of each line begin, `[line]`; meaningful for the lines that are here. */
  readonly #firstOf: Uint32Array;
  readonly #boxes: Flatbush | undefined;
  /** Scratch space: where on each line the nearest segment found so far is, and how near; `Infinity` between searches. */
  readonly #nearest: Float64Array;
  readonly #along: Float64Array;

  constructor(network: RoadNetwork, lines: readonly number[]) {
    const { start, xy, length } = network;
    const count = lines.reduce((sum, line) => sum + start[line + 1] - start[line] - 1, 0);
    this.lineCount = lines.length;
    this.#network = network;
    this.#line = new Uint32Array(count);
    this.#vertex = new Uint32Array(count);
    this.#before = new Float64Array(count);
    this.#length = new Float64Array(count);
    this.#nearest = new Float64Array(network.count).fill(Infinity);
    this.#along = new Float64Array(network.count);
    this.#firstOf = new Uint32Array(network.count);
    this.#boxes = count > 0 ? new Flatbush(count) : undefined;
    let segment = 0;
    for (const line of lines) {
      const firstOfLine = segment;
      this.#firstOf[line] = segment;
      let drawn = 0;
      for (let vertex = start[line]; vertex + 1 < start[line + 1]; vertex++, segment++) {
        const [ax, ay, bx, by] = xy.subarray(2 * vertex, 2 * vertex + 4);
        this.#line[segment] = line;
        this.#vertex[segment] = vertex;
        this.#before[segment] = drawn;
        this.#length[segment] = Math.hypot(bx - ax, by - ay);
        drawn += this.#length[segment];
        this.#boxes?.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
      }
      const scale = drawn > 0 ? length[line] / drawn : 0;
      for (let each = firstOfLine; each < segment; each++) {
        this.#before[each] *= scale;
        this.#length[each] *= scale;
      }
    }
    this.#boxes?.finish();
  }

  /** The nearest place on each line within reach, nearest first; ties by line, and the first on a line. */
  within(x: number, y: number, reach: number): readonly Foot[] {
    const found: number[] = [];
    for (const segment of this.#boxes?.search(x - reach, y - reach, x + reach, y + reach) ?? []) {
      const share = this.#nearestShare(segment, x, y);
      const distance = this.#distanceAt(segment, share, x, y);
      if (distance > reach) continue;
      const line = this.#line[segment];
      const along = this.#before[segment] + share * this.#length[segment];
      const nearest = this.#nearest[line];
      if (nearest === Infinity) found.push(line);
      if (distance > nearest || (distance === nearest && along >= this.#along[line])) continue;
      this.#nearest[line] = distance;
      this.#along[line] = along;
    }
    const feet = found.map((line) => ({ line, along: this.#along[line], distance: this.#nearest[line] }));
    for (const line of found) this.#nearest[line] = Infinity;
    return feet.toSorted((a, b) => a.distance - b.distance || a.line - b.line);
  }

  /** The nearest place on one of the lines, however far; the first of several. */
  footOn(line: number, x: number, y: number): Foot {
    const { start } = this.#network;
    const first = this.#firstOf[line];
    let [along, distance] = [0, Infinity];
    for (let segment = first; segment < first + start[line + 1] - start[line] - 1; segment++) {
      const share = this.#nearestShare(segment, x, y);
      const away = this.#distanceAt(segment, share, x, y);
      if (away >= distance) continue;
      distance = away;
      along = this.#before[segment] + share * this.#length[segment];
    }
    return { line, along, distance };
  }

  /** Where on a segment it is nearest to a place, from 0 at its first end to 1. */
  #nearestShare(segment: number, x: number, y: number): number {
    const { xy } = this.#network;
    const at = 2 * this.#vertex[segment];
    const [dx, dy] = [xy[at + 2] - xy[at], xy[at + 3] - xy[at + 1]];
    const square = dx * dx + dy * dy;
    return square > 0 ? Math.min(1, Math.max(0, ((x - xy[at]) * dx + (y - xy[at + 1]) * dy) / square)) : 0;
  }

  #distanceAt(segment: number, share: number, x: number, y: number): number {
    const { xy } = this.#network;
    const at = 2 * this.#vertex[segment];
    const east = x - xy[at] - share * (xy[at + 2] - xy[at]);
    const north = y - xy[at + 1] - share * (xy[at + 3] - xy[at + 1]);
    return Math.sqrt(east ** 2 + north ** 2);
  }
}
