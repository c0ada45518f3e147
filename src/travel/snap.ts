import Flatbush from "flatbush";
import { ROAD_KINDS, type RoadKind } from "../domain/municipality.ts";
import type { RoadGraph, SearchTree, Seed } from "./graph.ts";

/**
 * Where places meet the road network: place `i` joins line `line[i]` at `along[i]` metres from the line's first end (in
 * the line's stated length), after `access[i]` metres in a straight line. `access` is `Infinity` where no road is near.
 */
export interface Snapped {
  readonly line: Uint32Array;
  readonly along: Float64Array;
  readonly access: Float64Array;
  /** Places whose nearest road is a cut-off piece, so that they use the next nearest instead. */
  readonly skippedPieces: number;
}

/**
 * A connected piece of road shorter than this is a drawing remnant (a drive, a car park), not somewhere a pupil can be cut
 * off: GeoDanmark's raw roads of Holbæk leave over a hundred such pieces after noding.
 */
export const LEAST_PIECE_METRES = 1000;

/** Finds, for places at `xy` (metres, EPSG:25832, x and y in turn), the nearest point on a line of the given kinds. */
export function snap(graph: RoadGraph, xy: Float64Array, kinds: readonly RoadKind[], limitMetres: number): Snapped {
  const index = indexSegments(graph, kinds);
  const count = xy.length / 2;
  const line = new Uint32Array(count);
  const along = new Float64Array(count);
  const access = new Float64Array(count).fill(Infinity);
  let skippedPieces = 0;
  for (let place = 0; place < count; place++) {
    const x = xy[2 * place];
    const y = xy[2 * place + 1];
    const usable = index.usable.nearest(x, y, limitMetres);
    const remnant = index.remnants.nearest(x, y, Math.min(limitMetres, usable?.distance ?? Infinity));
    if (remnant) skippedPieces++;
    if (!usable) continue;
    line[place] = usable.line;
    along[place] = usable.along;
    access[place] = usable.distance;
  }
  return { line, along, access, skippedPieces };
}

interface Foot {
  readonly line: number;
  readonly along: number;
  readonly distance: number;
}

function indexSegments(graph: RoadGraph, kinds: readonly RoadKind[]) {
  const wanted = ROAD_KINDS.map((kind) => kinds.includes(kind));
  const longest = graph.pieceLength.reduce((most, length) => Math.max(most, length), 0);
  const enough = Math.min(LEAST_PIECE_METRES, longest);
  const lines = Array.from({ length: graph.network.count }, (_, line) => line).filter(
    (line) => wanted[graph.network.kind[line]],
  );
  const isUsable = (line: number) => graph.pieceLength[graph.pieceOfLine[line]] >= enough;
  return {
    usable: new SegmentIndex(graph, lines.filter(isUsable)),
    remnants: new SegmentIndex(
      graph,
      lines.filter((line) => !isUsable(line)),
    ),
  };
}

/** The straight segments of some lines, to be asked for the one nearest to a point. */
class SegmentIndex {
  readonly #graph: RoadGraph;
  readonly #line: Uint32Array;
  readonly #vertex: Uint32Array;
  readonly #boxes: Flatbush | undefined;

  constructor(graph: RoadGraph, lines: readonly number[]) {
    const { start, xy } = graph.network;
    const count = lines.reduce((sum, line) => sum + start[line + 1] - start[line] - 1, 0);
    this.#graph = graph;
    this.#line = new Uint32Array(count);
    this.#vertex = new Uint32Array(count);
    this.#boxes = count > 0 ? new Flatbush(count) : undefined;
    let segment = 0;
    for (const line of lines) {
      for (let vertex = start[line]; vertex + 1 < start[line + 1]; vertex++, segment++) {
        this.#line[segment] = line;
        this.#vertex[segment] = vertex;
        const [ax, ay, bx, by] = xy.subarray(2 * vertex, 2 * vertex + 4);
        this.#boxes?.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
      }
    }
    this.#boxes?.finish();
  }

  /** The nearest box gives a distance within which the nearest segment must lie; all boxes in reach are then measured. */
  nearest(x: number, y: number, limit: number): Foot | undefined {
    const [first] = this.#boxes?.neighbors(x, y, 1, limit) ?? [];
    if (first === undefined) return undefined;
    const reach = Math.min(this.#offset(first, x, y).distance, limit);
    let best: { segment: number; share: number; distance: number } | undefined;
    for (const segment of this.#boxes?.search(x - reach, y - reach, x + reach, y + reach) ?? []) {
      const foot = this.#offset(segment, x, y);
      if (foot.distance > reach) continue;
      if (!best || foot.distance < best.distance || (foot.distance === best.distance && segment < best.segment))
        best = { segment, ...foot };
    }
    return best && { line: this.#line[best.segment], along: this.#along(best), distance: best.distance };
  }

  #offset(segment: number, x: number, y: number): { share: number; distance: number } {
    const { xy } = this.#graph.network;
    const at = 2 * this.#vertex[segment];
    const dx = xy[at + 2] - xy[at];
    const dy = xy[at + 3] - xy[at + 1];
    const square = dx * dx + dy * dy;
    const share = square > 0 ? ((x - xy[at]) * dx + (y - xy[at + 1]) * dy) / square : 0;
    const inside = Math.min(1, Math.max(0, share));
    return { share: inside, distance: Math.hypot(x - xy[at] - inside * dx, y - xy[at + 1] - inside * dy) };
  }

  /** Metres from the line's first end to the foot, scaled from the drawn to the stated length. */
  #along({ segment, share }: { segment: number; share: number }): number {
    const { start, xy, length } = this.#graph.network;
    const line = this.#line[segment];
    let drawn = 0;
    let before = 0;
    for (let vertex = start[line]; vertex + 1 < start[line + 1]; vertex++) {
      const step = Math.hypot(xy[2 * vertex + 2] - xy[2 * vertex], xy[2 * vertex + 3] - xy[2 * vertex + 1]);
      if (vertex < this.#vertex[segment]) before += step;
      else if (vertex === this.#vertex[segment]) before += share * step;
      drawn += step;
    }
    return drawn > 0 ? (before / drawn) * length[line] : 0;
  }
}

/** Where a place stands on its line, as costs of reaching the line's two ends. */
export function seedsOf(graph: RoadGraph, costs: Float64Array, places: Snapped, place: number): readonly Seed[] {
  if (!Number.isFinite(places.access[place])) return [];
  const line = places.line[place];
  const share = places.along[place] / Math.max(graph.network.length[line], 1e-9);
  return [
    { node: graph.from[line], cost: share * costs[line] },
    { node: graph.to[line], cost: (1 - share) * costs[line] },
  ];
}

/** The cheaper end of a place's line towards what a search tree grew from, and the cost from the place, which is on the road, through it. */
export function departure(
  graph: RoadGraph,
  costs: Float64Array,
  places: Snapped,
  place: number,
  tree: SearchTree,
): { readonly end: "from" | "to"; readonly node: number; readonly cost: number } {
  const line = places.line[place];
  const length = graph.network.length[line];
  const perMetre = costs[line] / Math.max(length, 1e-9);
  const along = places.along[place];
  const [from, to] = [graph.from[line], graph.to[line]];
  const byFrom = tree.cost[from] + along * perMetre;
  const byTo = tree.cost[to] + (length - along) * perMetre;
  return byFrom <= byTo ? { end: "from", node: from, cost: byFrom } : { end: "to", node: to, cost: byTo };
}
