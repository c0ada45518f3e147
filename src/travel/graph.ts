import { UnionFind } from "../geo/union-find.ts";
import { ROAD_KINDS, type RoadKind, type RoadNetwork } from "../domain/municipality.ts";
import { BucketQueue } from "./bucket-queue.ts";

/**
 * The road network as a graph. A node is a place where lines end; line `i` joins `from[i]` and `to[i]`. The arcs out of
 * node `v` are `arcLine[start[v] … start[v + 1])`, leading to `arcTo`.
 */
export interface RoadGraph {
  readonly network: RoadNetwork;
  readonly nodeCount: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly start: Uint32Array;
  readonly arcLine: Uint32Array;
  readonly arcTo: Uint32Array;
  /** Connected piece that each line belongs to, `[line]`, and the road length of each piece in metres. */
  readonly pieceOfLine: Uint32Array;
  readonly pieceLength: Float64Array;
}

/** Which lines a traveller may use, and what a line costs. */
export interface TravelMode {
  readonly kinds: readonly RoadKind[];
  readonly cost: "length" | "minutes";
  /** Whether one-way roads bind: `turned` as if each led the other way, which measures the way back. */
  readonly oneWay: "free" | "kept" | "turned";
}

export const ON_FOOT_OR_BICYCLE: TravelMode = { kinds: ["road", "path", "ferry"], cost: "length", oneWay: "free" };
export const BY_CAR: TravelMode = { kinds: ["road", "motorway", "ferry"], cost: "length", oneWay: "kept" };
export const BY_CAR_BACK: TravelMode = { ...BY_CAR, oneWay: "turned" };
export const BY_CAR_FASTEST: TravelMode = { ...BY_CAR, cost: "minutes" };

/** Cost of every line for a mode, `[line]`, travelled as it is drawn and against that; `Infinity` where it may not be used. */
export interface LineCosts {
  readonly forth: Float64Array;
  /** The same array where no road is one-way for the mode. */
  readonly back: Float64Array;
}

export function lineCosts(network: RoadNetwork, mode: TravelMode): LineCosts {
  const usable = ROAD_KINDS.map((kind) => mode.kinds.includes(kind));
  const values = mode.cost === "length" ? network.length : network.minutes;
  const both = values.map((value, line) => (usable[network.kind[line]] ? value : Infinity));
  const { oneWay } = network;
  if (!oneWay || mode.oneWay === "free") return { forth: both, back: both };
  const closed = (way: number): Float64Array => both.map((cost, line) => (oneWay[line] === way ? Infinity : cost));
  const [forth, back] = [closed(-1), closed(1)];
  return mode.oneWay === "kept" ? { forth, back } : { forth: back, back: forth };
}

/** Lines meet where their end points are equal to the millimetre; import has noded them. */
export function buildGraph(network: RoadNetwork): RoadGraph {
  const { count, start: first, xy } = network;
  const nodes = new Map<string, number>();
  /** A vertex at each node. */
  const at: number[] = [];
  const nodeAt = (vertex: number): number => {
    const key = `${Math.round(xy[2 * vertex] * 1000)},${Math.round(xy[2 * vertex + 1] * 1000)}`;
    let node = nodes.get(key);
    if (node === undefined) {
      nodes.set(key, (node = nodes.size));
      at.push(vertex);
    }
    return node;
  };
  const from = new Uint32Array(count);
  const to = new Uint32Array(count);
  for (let line = 0; line < count; line++) {
    from[line] = nodeAt(first[line]);
    to[line] = nodeAt(first[line + 1] - 1);
  }
  const nodeCount = nodes.size;
  const place = placesAlong(nodeCount, (node) => at[node], xy);
  for (let line = 0; line < count; line++) [from[line], to[line]] = [place[from[line]], place[to[line]]];
  const start = new Uint32Array(nodeCount + 1);
  for (let line = 0; line < count; line++) {
    start[from[line] + 1]++;
    start[to[line] + 1]++;
  }
  for (let node = 0; node < nodeCount; node++) start[node + 1] += start[node];
  const fill = start.slice();
  const arcLine = new Uint32Array(2 * count);
  const arcTo = new Uint32Array(2 * count);
  for (let line = 0; line < count; line++) {
    for (const [tail, head] of [
      [from[line], to[line]],
      [to[line], from[line]],
    ]) {
      const arc = fill[tail]++;
      arcLine[arc] = line;
      arcTo[arc] = head;
    }
  }
  return { network, nodeCount, from, to, start, arcLine, arcTo, ...findPieces(network, nodeCount, from, to) };
}

/** Cells of the plane by which nodes are put in order, to a side. */
const CELLS = 1 << 15;

/**
 * Number of each node where those near each other have numbers near each other (in Morton's order), so that a search finds in the
 * processor's cache what it needs next; `[node]`.
 */
function placesAlong(nodeCount: number, vertexOf: (node: number) => number, xy: Float64Array): Uint32Array {
  const axis = [0, 1].map((offset) => {
    const values = Float64Array.from({ length: nodeCount }, (_, node) => xy[2 * vertexOf(node) + offset]);
    return { values, least: values.reduce((a, b) => Math.min(a, b), Infinity) };
  });
  const span = Math.max(1, ...axis.map(({ values, least }) => values.reduce((a, b) => Math.max(a, b - least), 0)));
  const code = Uint32Array.from({ length: nodeCount }, (_, node) => {
    const [x, y] = axis.map(({ values, least }) => spread(((values[node] - least) / span) * (CELLS - 1)));
    return (x | (y << 1)) >>> 0;
  });
  const order = Uint32Array.from(code.keys()).toSorted((a, b) => code[a] - code[b] || a - b);
  const place = new Uint32Array(nodeCount);
  order.forEach((node, number) => (place[node] = number));
  return place;
}

/** The bits of a number below 2^16, each with a free one after it. */
function spread(value: number): number {
  let bits = value & 0xffff;
  bits = (bits | (bits << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}

/** Connected pieces, whatever the mode; ferries join. */
function findPieces(network: RoadNetwork, nodeCount: number, from: Uint32Array, to: Uint32Array) {
  const groups = new UnionFind(nodeCount);
  for (let line = 0; line < network.count; line++) groups.join(from[line], to[line]);
  const numbers = new Map<number, number>();
  const pieceOfLine = new Uint32Array(network.count);
  const lengths: number[] = [];
  for (let line = 0; line < network.count; line++) {
    const top = groups.find(from[line]);
    let piece = numbers.get(top);
    if (piece === undefined) numbers.set(top, (piece = lengths.push(0) - 1));
    pieceOfLine[line] = piece;
    lengths[piece] += network.length[line];
  }
  return { pieceOfLine, pieceLength: Float64Array.from(lengths) };
}

/** A node that a search begins at, with what it costs from there. */
export interface Seed {
  readonly node: number;
  readonly cost: number;
}

/** What {@link costsFrom} found, and its scratch space; one tree may serve any number of searches on graphs of its size. */
export interface SearchTree {
  /** Cost from the seeds, `[node]`; `Infinity` where there is no way. */
  readonly cost: Float64Array;
  /** The line by which each node was reached, `[node]`; meaningful where the cost is finite and the node no seed. */
  readonly byLine: Uint32Array;
  readonly queue: BucketQueue;
  /** What the last search went by. */
  arcs: ArcCosts | undefined;
}

export const newSearchTree = (graph: RoadGraph): SearchTree => ({
  cost: new Float64Array(graph.nodeCount),
  byLine: new Uint32Array(graph.nodeCount),
  queue: new BucketQueue(graph.nodeCount),
  arcs: undefined,
});

/** Costs as a search outward needs them. */
interface ArcCosts {
  readonly of: LineCosts;
  /** What it costs to come against each arc, `[arc]`: the search goes outward, the travel towards the seeds. */
  readonly cost: Float64Array;
  readonly most: number;
  readonly mean: number;
}

function arcCosts({ from, arcLine, arcTo }: RoadGraph, costs: LineCosts): ArcCosts {
  const cost = Float64Array.from(arcLine, (line, arc) =>
    from[line] === arcTo[arc] ? costs.forth[line] : costs.back[line],
  );
  let [most, sum, count] = [0, 0, 0];
  for (const each of cost) {
    if (each === Infinity) continue;
    most = Math.max(most, each);
    sum += each;
    count++;
  }
  return { of: costs, cost, most, mean: count > 0 ? sum / count : 0 };
}

/** Buckets to the mean cost of an arc: so narrow that few nodes are looked at twice. */
const BUCKETS_A_LINE = 4;

/**
 * Least costs of travelling from every node to the seeds (Dijkstra 1959; nodes wait in buckets by cost, Dial 1969, and one that becomes
 * nearer within its bucket is looked at again): about O(lines). `costs` comes from {@link lineCosts}; the answer is left in `tree`.
 * Of nodes that cost more than `most` it is not the least.
 */
export function costsFrom(
  graph: RoadGraph,
  costs: LineCosts,
  seeds: readonly Seed[],
  tree: SearchTree,
  most = Infinity,
): void {
  const { start, arcLine, arcTo } = graph;
  const { cost, byLine, queue } = tree;
  const arcs = tree.arcs?.of === costs ? tree.arcs : arcCosts(graph, costs);
  tree.arcs = arcs;
  cost.fill(Infinity);
  let [nearest, farthest] = [Infinity, -Infinity];
  for (const seed of seeds) {
    if (seed.cost >= cost[seed.node]) continue;
    cost[seed.node] = seed.cost;
    byLine[seed.node] = NO_LINE;
    nearest = Math.min(nearest, seed.cost);
    farthest = Math.max(farthest, seed.cost);
  }
  if (nearest === Infinity) return;
  queue.begin(nearest, Math.max(arcs.most, farthest - nearest), arcs.mean / BUCKETS_A_LINE);
  for (const { node } of seeds) if (cost[node] < Infinity) queue.put(node, cost[node]);
  for (let node = queue.next(most); node >= 0; node = queue.next(most)) {
    const reached = cost[node];
    if (queue.isBehind(reached)) continue;
    for (let arc = start[node]; arc < start[node + 1]; arc++) {
      const through = reached + arcs.cost[arc];
      const next = arcTo[arc];
      if (through < cost[next]) {
        cost[next] = through;
        byLine[next] = arcLine[arc];
        queue.put(next, through);
      }
    }
  }
}

/** Stands in {@link SearchTree.byLine} for a seed. */
export const NO_LINE = 0xffffffff;

/** The end of a line that is not the given one. */
export const otherEnd = ({ from, to }: RoadGraph, line: number, node: number): number =>
  to[line] === node ? from[line] : to[line];

/**
 * What is gathered on the way from a node to the search's seeds, worked out once a node: `atSeed` where the tree begins, then
 * `onward` line by line. A node that no way leads to has what a seed has.
 */
export function gatherAlong<Value>(
  graph: RoadGraph,
  tree: SearchTree,
  atSeed: (node: number) => Value,
  onward: (gathered: Value, line: number) => Value,
): (node: number) => Value {
  const known = new Map<number, Value>();
  return (node) => {
    const path: number[] = [];
    let at = node;
    while (!known.has(at) && tree.cost[at] < Infinity && tree.byLine[at] !== NO_LINE) {
      path.push(at);
      at = otherEnd(graph, tree.byLine[at], at);
    }
    let gathered = known.get(at) ?? atSeed(at);
    for (const back of path.toReversed()) {
      gathered = onward(gathered, tree.byLine[back]);
      known.set(back, gathered);
    }
    return gathered;
  };
}
