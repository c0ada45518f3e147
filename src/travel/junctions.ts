import { type Position, ROAD_KINDS } from "../domain/municipality.ts";
import { toDegrees } from "../geo/projection.ts";
import type { RoadGraph } from "./graph.ts";
import type { Snapped } from "./snap.ts";

/** Where three roads meet or more: a place on no one's land, whoever lives around it. */
export interface Junction extends Position {
  readonly node: number;
  /** Connected piece of the roads. */
  readonly piece: number;
}

const LEAST_ROADS = 3;
const ROAD = ROAD_KINDS.indexOf("road");
const FERRY = ROAD_KINDS.indexOf("ferry");

const known = new WeakMap<RoadGraph, readonly Junction[]>();

/** All junctions of roads for everybody, in the order of their nodes; worked out once a graph. */
export function junctionsOf(graph: RoadGraph): readonly Junction[] {
  const found = known.get(graph) ?? findJunctions(graph);
  known.set(graph, found);
  return found;
}

function findJunctions(graph: RoadGraph): readonly Junction[] {
  const { start, arcLine, nodeCount, pieceOfLine } = graph;
  const { plane, kind } = graph.network;
  const nodes = Array.from({ length: nodeCount }, (_, node) => node).filter((node) => {
    const lines = arcLine.subarray(start[node], start[node + 1]);
    return (
      lines.filter((line) => kind[line] === ROAD).length >= LEAST_ROADS && lines.every((line) => kind[line] !== FERRY)
    );
  });
  const degrees = toDegrees(plane, Float64Array.from(nodes.flatMap((node) => xyOf(graph, node))));
  return nodes.map((node, i) => ({
    node,
    piece: pieceOfLine[arcLine[start[node]]],
    lon: degrees.lon[i],
    lat: degrees.lat[i],
  }));
}

function xyOf({ from, start, arcLine, network }: RoadGraph, node: number): readonly [number, number] {
  const line = arcLine[start[node]];
  const vertex = from[line] === node ? network.start[line] : network.start[line + 1] - 1;
  return [network.xy[2 * vertex], network.xy[2 * vertex + 1]];
}

/** Junctions as places on the road, each by an end of one of its roads. */
export function atJunctions(graph: RoadGraph, nodes: readonly number[]): Snapped {
  const lines = nodes.map((node) => {
    const around = graph.arcLine.subarray(graph.start[node], graph.start[node + 1]);
    return around.find((line) => graph.network.kind[line] === ROAD) ?? around[0];
  });
  return {
    first: Uint32Array.from({ length: nodes.length + 1 }, (_, i) => i),
    line: Uint32Array.from(lines),
    along: Float64Array.from(lines, (line, i) => (graph.from[line] === nodes[i] ? 0 : graph.network.length[line])),
    access: new Float64Array(nodes.length),
    skippedPieces: 0,
  };
}
