import Flatbush from "flatbush";
import { ROAD_KINDS, type RoadKind } from "../domain/municipality.ts";
import { lineCosts, type RoadGraph, type SearchTree, type Seed, type TravelMode } from "./graph.ts";

/**
 * Where places meet the road network. A foot is where a place joins a road; place `i` has the feet `first[i] … first[i + 1])`, the
 * nearest first, at most one on a line, and none where no road is near. Foot `f` is on line `line[f]`, `along[f]` metres from the
 * line's first end (in the line's stated length), after `access[f]` metres in a straight line.
 */
export interface Snapped {
  readonly first: Uint32Array;
  readonly line: Uint32Array;
  readonly along: Float64Array;
  readonly access: Float64Array;
  /** Places whose nearest road is a cut-off piece. */
  readonly skippedPieces: number;
}

/**
 * A place uses whichever road within so many metres is best for its way, since its nearest may lead the wrong way round. Wider, and
 * ways would run straight across what lies between roads: gardens, railways, water.
 */
export const NEAR_METRES = 200;

/**
 * A connected piece of road shorter than this is a drawing remnant (a drive, a car park), not somewhere a pupil can be cut
 * off: GeoDanmark's raw roads of Holbæk leave over a hundred such pieces after noding.
 */
const LEAST_PIECE_METRES = 1000;

/**
 * Finds, for places at `xy` (metres, EPSG:25832, x and y in turn), the roads of the given kinds that they may use: all that are
 * near, or the nearest up to the limit where none is. A new road adds to the near ones, so it makes no way longer from a place
 * that has one.
 */
export function snap(graph: RoadGraph, xy: Float64Array, kinds: readonly RoadKind[], limitMetres: number): Snapped {
  const wanted = ROAD_KINDS.map((kind) => kinds.includes(kind));
  const lines = Array.from({ length: graph.network.count }, (_, line) => line).filter(
    (line) => wanted[graph.network.kind[line]],
  );
  const longest = graph.pieceLength.reduce((most, length) => Math.max(most, length), 0);
  const enough = Math.min(LEAST_PIECE_METRES, longest);
  const isRemnant = (line: number) => graph.pieceLength[graph.pieceOfLine[line]] < enough;
  const index = new SegmentIndex(graph, lines);
  const count = xy.length / 2;
  const first = new Uint32Array(count + 1);
  const feet: Foot[] = [];
  let skippedPieces = 0;
  for (let place = 0; place < count; place++) {
    const own = usable(index, xy[2 * place], xy[2 * place + 1], limitMetres, isRemnant);
    if (own.length > 0 && isRemnant(own[0].line)) skippedPieces++;
    feet.push(...own);
    first[place + 1] = feet.length;
  }
  return {
    first,
    line: Uint32Array.from(feet, ({ line }) => line),
    along: Float64Array.from(feet, (foot) => index.along(foot)),
    access: Float64Array.from(feet, ({ distance }) => distance),
    skippedPieces,
  };
}

/** The roads a place may use, nearest first. The search widens until it finds one that is no remnant. */
function usable(
  index: SegmentIndex,
  x: number,
  y: number,
  limit: number,
  isRemnant: (line: number) => boolean,
): readonly Foot[] {
  for (let reach = Math.min(NEAR_METRES, limit); ; reach = Math.min(2 * reach, limit)) {
    const found = index.within(x, y, reach);
    const sound = found.find(({ line }) => !isRemnant(line));
    if (sound || reach >= limit || found.length === index.lineCount)
      return found.filter((foot) => foot.distance <= NEAR_METRES || foot === sound);
  }
}

/** Metres straight to the nearest road; `Infinity` where none is in reach. */
export const nearestAccess = ({ first, access }: Snapped, place: number): number =>
  first[place] < first[place + 1] ? access[first[place]] : Infinity;

/** Some of the places on their nearest road alone: where a bus stops, where a stretch of road begins. */
export function onNearestRoad(places: Snapped, chosen: ArrayLike<number>): Snapped {
  const isOn = (place: number): boolean => places.first[place] < places.first[place + 1];
  const on = Array.from(chosen).flatMap((place) => (isOn(place) ? [places.first[place]] : []));
  const first = new Uint32Array(chosen.length + 1);
  for (let i = 0; i < chosen.length; i++) first[i + 1] = first[i] + (isOn(chosen[i]) ? 1 : 0);
  return {
    first,
    line: Uint32Array.from(on, (foot) => places.line[foot]),
    along: Float64Array.from(on, (foot) => places.along[foot]),
    access: Float64Array.from(on, (foot) => places.access[foot]),
    skippedPieces: 0,
  };
}

/** Groups of places as one, numbered on from group to group. */
export const together = (groups: readonly Snapped[]): Snapped => {
  const first: number[] = [0];
  for (const group of groups) {
    const before = first.at(-1) ?? 0;
    for (let place = 1; place < group.first.length; place++) first.push(before + group.first[place]);
  }
  return {
    first: Uint32Array.from(first),
    line: Uint32Array.from(groups.flatMap(({ line }) => [...line])),
    along: Float64Array.from(groups.flatMap(({ along }) => [...along])),
    access: Float64Array.from(groups.flatMap(({ access }) => [...access])),
    skippedPieces: groups.reduce((sum, { skippedPieces }) => sum + skippedPieces, 0),
  };
};

interface Foot {
  readonly line: number;
  /** The segment's first vertex, and how far along the segment. */
  readonly vertex: number;
  readonly share: number;
  readonly distance: number;
}

/** The straight segments of some lines, to be asked for the lines near a point. */
class SegmentIndex {
  readonly lineCount: number;
  readonly #graph: RoadGraph;
  readonly #line: Uint32Array;
  readonly #vertex: Uint32Array;
  readonly #boxes: Flatbush | undefined;

  constructor(graph: RoadGraph, lines: readonly number[]) {
    const { start, xy } = graph.network;
    const count = lines.reduce((sum, line) => sum + start[line + 1] - start[line] - 1, 0);
    this.lineCount = lines.length;
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

  /** The nearest place on each line within reach, nearest first; ties by line and vertex. */
  within(x: number, y: number, reach: number): readonly Foot[] {
    const best = new Map<number, Foot>();
    for (const segment of this.#boxes?.search(x - reach, y - reach, x + reach, y + reach) ?? []) {
      const [line, vertex] = [this.#line[segment], this.#vertex[segment]];
      const { share, distance } = this.#offset(vertex, x, y);
      if (distance > reach) continue;
      const known = best.get(line);
      if (!known || distance < known.distance || (distance === known.distance && vertex < known.vertex))
        best.set(line, { line, vertex, share, distance });
    }
    return [...best.values()].toSorted((a, b) => a.distance - b.distance || a.line - b.line);
  }

  #offset(vertex: number, x: number, y: number): { share: number; distance: number } {
    const { xy } = this.#graph.network;
    const at = 2 * vertex;
    const dx = xy[at + 2] - xy[at];
    const dy = xy[at + 3] - xy[at + 1];
    const square = dx * dx + dy * dy;
    const share = square > 0 ? ((x - xy[at]) * dx + (y - xy[at + 1]) * dy) / square : 0;
    const inside = Math.min(1, Math.max(0, share));
    return { share: inside, distance: Math.hypot(x - xy[at] - inside * dx, y - xy[at + 1] - inside * dy) };
  }

  /** Metres from the line's first end to the foot, scaled from the drawn to the stated length. */
  along({ line, vertex: foot, share }: Foot): number {
    const { start, xy, length } = this.#graph.network;
    let drawn = 0;
    let before = 0;
    for (let vertex = start[line]; vertex + 1 < start[line + 1]; vertex++) {
      const step = Math.hypot(xy[2 * vertex + 2] - xy[2 * vertex], xy[2 * vertex + 3] - xy[2 * vertex + 1]);
      if (vertex < foot) before += step;
      else if (vertex === foot) before += share * step;
      drawn += step;
    }
    return drawn > 0 ? (before / drawn) * length[line] : 0;
  }
}

/** What a metre off the road costs, and what each line costs. */
export interface Costs {
  readonly line: Float64Array;
  readonly access: number;
}

/** The stretch between address and road is driven at 20 km/h: a driveway or a field track. */
const ACCESS_MINUTES_PER_METRE = 60 / 20_000;

export const costsOf = ({ network }: RoadGraph, mode: TravelMode): Costs => ({
  line: lineCosts(network, mode),
  access: mode.cost === "length" ? 1 : ACCESS_MINUTES_PER_METRE,
});

const perMetre = ({ network }: RoadGraph, { line: costs }: Costs, line: number): number =>
  costs[line] / Math.max(network.length[line], 1e-9);

/** The ends of the roads that a place may use, with the costs of reaching them from the place. */
export function seedsOf(graph: RoadGraph, costs: Costs, places: Snapped, place: number): readonly Seed[] {
  const seeds: Seed[] = [];
  for (let foot = places.first[place]; foot < places.first[place + 1]; foot++) {
    const line = places.line[foot];
    const off = places.access[foot] * costs.access;
    const rate = perMetre(graph, costs, line);
    seeds.push(
      { node: graph.from[line], cost: off + places.along[foot] * rate },
      { node: graph.to[line], cost: off + (graph.network.length[line] - places.along[foot]) * rate },
    );
  }
  return seeds;
}

/** How a place gets to a target that a search tree grew from: to one end of a road and on along the tree, or straight along the road. */
export type Departure =
  | {
      readonly by: "end";
      readonly foot: number;
      readonly end: "from" | "to";
      readonly node: number;
      readonly cost: number;
    }
  | { readonly by: "line"; readonly foot: number; readonly targetFoot: number; readonly cost: number };

/** The cheapest, the stretches off the road included; `undefined` where there is no way. */
export function departure(
  graph: RoadGraph,
  costs: Costs,
  places: Snapped,
  place: number,
  targets: Snapped,
  target: number,
  tree: SearchTree,
): Departure | undefined {
  let best: Departure | undefined;
  const offer = (found: Departure): void => {
    if (found.cost < (best?.cost ?? Infinity)) best = found;
  };
  for (let foot = places.first[place]; foot < places.first[place + 1]; foot++) {
    const line = places.line[foot];
    const off = places.access[foot] * costs.access;
    const rate = perMetre(graph, costs, line);
    const along = places.along[foot];
    const [from, to] = [graph.from[line], graph.to[line]];
    offer({ by: "end", foot, end: "from", node: from, cost: off + along * rate + tree.cost[from] });
    const rest = (graph.network.length[line] - along) * rate;
    offer({ by: "end", foot, end: "to", node: to, cost: off + rest + tree.cost[to] });
    for (let other = targets.first[target]; other < targets.first[target + 1]; other++)
      if (targets.line[other] === line)
        offer({
          by: "line",
          foot,
          targetFoot: other,
          cost: off + Math.abs(along - targets.along[other]) * rate + targets.access[other] * costs.access,
        });
  }
  return best;
}

/** The foot of a target from which a search tree reached one of its seeds. */
export function footOfSeed(graph: RoadGraph, costs: Costs, targets: Snapped, target: number, node: number): number {
  let best = targets.first[target];
  let least = Infinity;
  seedsOf(graph, costs, targets, target).forEach((seed, i) => {
    if (seed.node === node && seed.cost < least) [best, least] = [targets.first[target] + (i >> 1), seed.cost];
  });
  return best;
}

/** Places and sites on the road graph. Points and sites have the numbers they have in the municipality. */
export interface SnappedNetwork {
  readonly graph: RoadGraph;
  readonly onFoot: { readonly points: Snapped; readonly sites: Snapped };
  readonly byCar: { readonly points: Snapped; readonly sites: Snapped };
}
