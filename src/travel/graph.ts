import FlatQueue from "flatqueue";
import { UnionFind } from "../geo/union-find.ts";
import { ROAD_KINDS, type RoadKind, type RoadNetwork } from "../domain/municipality.ts";

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
  const nodeAt = (vertex: number): number => {
    const key = `${Math.round(xy[2 * vertex] * 1000)},${Math.round(xy[2 * vertex + 1] * 1000)}`;
    let node = nodes.get(key);
    if (node === undefined) nodes.set(key, (node = nodes.size));
    return node;
  };
  const from = new Uint32Array(count);
  const to = new Uint32Array(count);
  for (let line = 0; line < count; line++) {
    from[line] = nodeAt(first[line]);
    to[line] = nodeAt(first[line + 1] - 1);
  }
  const nodeCount = nodes.size;
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

/** Scratch space for {@link costsFrom}; one tree may serve any number of searches on graphs of its size. */
export interface SearchTree {
  /** Cost from the seeds, `[node]`; `Infinity` where there is no way. */
  readonly cost: Float64Array;
  /** The line by which each node was reached, `[node]`; meaningful where the cost is finite and the node no seed. */
  readonly byLine: Uint32Array;
}

export const newSearchTree = (graph: RoadGraph): SearchTree => ({
  cost: new Float64Array(graph.nodeCount),
  byLine: new Uint32Array(graph.nodeCount),
});

/**
 * Least costs of travelling from every node to the seeds (Dijkstra 1959, binary heap with lazy deletion): O(lines log lines).
 * `costs` comes from {@link lineCosts}; the answer is left in `tree`. Of nodes that cost more than `most` it is not the least.
 */
export function costsFrom(
  graph: RoadGraph,
  costs: LineCosts,
  seeds: readonly Seed[],
  tree: SearchTree,
  most = Infinity,
): void {
  const { start, arcLine, arcTo, from } = graph;
  const { cost, byLine } = tree;
  const { forth, back } = costs;
  const isSame = forth === back;
  cost.fill(Infinity);
  const queue = new FlatQueue();
  for (const seed of seeds) {
    if (seed.cost >= cost[seed.node]) continue;
    cost[seed.node] = seed.cost;
    byLine[seed.node] = NO_LINE;
    queue.push(seed.node, seed.cost);
  }
  while (queue.length > 0) {
    const reached = queue.peekValue() ?? Infinity;
    if (reached > most) return;
    const node = queue.pop() ?? 0;
    if (reached > cost[node]) continue;
    for (let arc = start[node]; arc < start[node + 1]; arc++) {
      const next = arcTo[arc];
      const line = arcLine[arc];
      // The search goes outward, the travel towards the seeds: from the next node to this one.
      const through = reached + (isSame || from[line] === next ? forth[line] : back[line]);
      if (through < cost[next]) {
        cost[next] = through;
        byLine[next] = line;
        queue.push(next, through);
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
