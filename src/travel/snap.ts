import { ROAD_KINDS, type RoadKind } from "../domain/municipality.ts";
import { type LineCosts, lineCosts, type RoadGraph, type SearchTree, type Seed, type TravelMode } from "./graph.ts";
import { type Foot, SegmentIndex } from "./segment-index.ts";
import { UsefulFeet } from "./useful-feet.ts";

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
 * A place uses whichever road in reach is best for its way, since its nearest may lead the wrong way round. So many metres off the
 * road count as they are; each beyond counts {@link FIELD_FACTOR} times, and roads farther than the reach are out of it: nobody
 * walks straight through gardens, over railways and water. All three are assumptions, the same for every place whatever roads there are.
 */
const NEAR_METRES = 200;
const FIELD_FACTOR = 3;
const REACH_METRES = 1200;

/** For fewer places it is quicker to look at all roads in reach than to lay them out by where they lie. */
const MANY_PLACES = 20;

/** What a straight stretch between a place and a road counts, metres. */
const countedMetres = (straight: number): number => straight + (FIELD_FACTOR - 1) * Math.max(0, straight - NEAR_METRES);

/** The stretch between address and road is driven at 20 km/h: a driveway or a field track. */
const ACCESS_MINUTES_PER_METRE = 60 / 20_000;

/**
 * A connected piece of road shorter than this is a drawing remnant (a drive, a car park), not somewhere a pupil can be cut
 * off: GeoDanmark's raw roads of Holbæk leave over a hundred such pieces after noding.
 */
const LEAST_PIECE_METRES = 1000;

/**
 * Finds, for places at `xy` (metres of the network's plane, x and y in turn), the roads of the given kinds that they may use: all in reach, or
 * the nearest up to the limit where none is. What a road costs a place hangs on that road alone, so a new road makes no way
 * longer, as long as one was in reach before.
 */
export function snap(graph: RoadGraph, xy: Float64Array, kinds: readonly RoadKind[], limitMetres: number): Snapped {
  const wanted = ROAD_KINDS.map((kind) => kinds.includes(kind));
  const lines = Array.from({ length: graph.network.count }, (_, line) => line).filter(
    (line) => wanted[graph.network.kind[line]],
  );
  const longest = graph.pieceLength.reduce((most, length) => Math.max(most, length), 0);
  const enough = Math.min(LEAST_PIECE_METRES, longest);
  const isRemnant = (line: number) => graph.pieceLength[graph.pieceOfLine[line]] < enough;
  const index = new SegmentIndex(graph.network, lines);
  const reach = Math.min(REACH_METRES, limitMetres);
  const useful = new UsefulFeet(graph, index, lines, {
    reach,
    counted: countedMetres,
    // Whichever mode and direction a line is travelled in.
    worth: graph.network.length.map((metres, line) =>
      graph.network.oneWay?.[line]
        ? Infinity
        : Math.max(metres, graph.network.minutes[line] / ACCESS_MINUTES_PER_METRE),
    ),
  });
  const count = xy.length / 2;
  const first = new Uint32Array(count + 1);
  // As columns: a city has millions.
  const [line, along, access] = Array.from({ length: 3 }, (): number[] => []);
  let skippedPieces = 0;
  for (let place = 0; place < count; place++) {
    const [x, y] = [xy[2 * place], xy[2 * place + 1]];
    const near = count >= MANY_PLACES && NEAR_METRES < reach ? index.within(x, y, NEAR_METRES) : [];
    const own = near.some((foot) => !isRemnant(foot.line))
      ? useful.around(x, y, near, NEAR_METRES)
      : useful.of(usable(index, x, y, limitMetres, isRemnant));
    if (own.length > 0 && isRemnant(own[0].line)) skippedPieces++;
    for (const foot of own) {
      line.push(foot.line);
      along.push(foot.along);
      access.push(foot.distance);
    }
    first[place + 1] = line.length;
  }
  return {
    first,
    line: Uint32Array.from(line),
    along: Float64Array.from(along),
    access: Float64Array.from(access),
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
  for (let reach = Math.min(REACH_METRES, limit); ; reach = Math.min(2 * reach, limit)) {
    const found = index.within(x, y, reach);
    const sound = found.find(({ line }) => !isRemnant(line));
    if (sound || reach >= limit || found.length === index.lineCount)
      return found.filter((foot) => foot.distance <= REACH_METRES || foot === sound);
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

/** What a counted metre off the road costs, and what each line costs. */
export interface Costs {
  readonly line: LineCosts;
  readonly access: number;
}

export const costsOf = ({ network }: RoadGraph, mode: TravelMode): Costs => ({
  line: lineCosts(network, mode),
  access: mode.cost === "length" ? 1 : ACCESS_MINUTES_PER_METRE,
});

/** What it costs from a place to a foot of its. */
export const accessCost = (costs: Costs, places: Snapped, foot: number): number =>
  costs.access * countedMetres(places.access[foot]);

/** What a metre of a line costs. */
const perMetre = ({ network }: RoadGraph, costs: Float64Array, line: number): number =>
  costs[line] / Math.max(network.length[line], 1e-9);

/** Feet on one line that are no farther apart, metres, are at one place, whichever way the line may be driven. */
const SAME_PLACE = 0.01;

/** What it costs to travel on a line from one place on it to another, each in metres from its first end. */
export function costOn(
  graph: RoadGraph,
  { line: { forth, back } }: Costs,
  line: number,
  from: number,
  to: number,
): number {
  const metres = Math.abs(to - from);
  const rate = perMetre(graph, from < to ? forth : back, line);
  if (rate === Infinity) return metres < SAME_PLACE ? 0 : Infinity;
  return metres * rate;
}

/** The ends of the roads that a place may use, with the costs of reaching the place from them. */
export function seedsOf(graph: RoadGraph, costs: Costs, places: Snapped, place: number): readonly Seed[] {
  const seeds: Seed[] = [];
  for (let foot = places.first[place]; foot < places.first[place + 1]; foot++) {
    const line = places.line[foot];
    const off = accessCost(costs, places, foot);
    const along = places.along[foot];
    seeds.push(
      { node: graph.from[line], cost: off + costOn(graph, costs, line, 0, along) },
      { node: graph.to[line], cost: off + costOn(graph, costs, line, graph.network.length[line], along) },
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
    const off = accessCost(costs, places, foot);
    const along = places.along[foot];
    const [from, to] = [graph.from[line], graph.to[line]];
    offer({
      by: "end",
      foot,
      end: "from",
      node: from,
      cost: off + costOn(graph, costs, line, along, 0) + tree.cost[from],
    });
    const rest = costOn(graph, costs, line, along, graph.network.length[line]);
    offer({ by: "end", foot, end: "to", node: to, cost: off + rest + tree.cost[to] });
    for (let other = targets.first[target]; other < targets.first[target + 1]; other++)
      if (targets.line[other] === line)
        offer({
          by: "line",
          foot,
          targetFoot: other,
          cost: off + costOn(graph, costs, line, along, targets.along[other]) + accessCost(costs, targets, other),
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
