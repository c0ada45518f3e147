import Flatbush from "flatbush";
import { ROAD_KINDS } from "../domain/municipality.ts";
import { UnionFind } from "../geo/union-find.ts";
import { PairNumbers } from "../kernels/pair-numbers.ts";
import type { LineArrays } from "./noding-lines.ts";
import { numbersTold, type Share } from "./watch.ts";

/** End points this near a line (or each other) belong to it, metres: how exactly road ends are digitised. */
const SNAP = 2;
/** Within this of a place already joined a line is only leaving it, metres. */
const LEAVING = 3 * SNAP;
/** Vertices in the same centimetre are the same. */
const SAME = 0.01;

const MOTORWAY = ROAD_KINDS.indexOf("motorway");
const FERRY = ROAD_KINDS.indexOf("ferry");

/** A place inside a line where it is to be cut. */
export interface Cut {
  readonly anchor: number;
  /** Metres drawn from the line's first vertex. */
  readonly along: number;
  readonly x: number;
  readonly y: number;
}

/**
 * Where lines meet. Anchors are numbered: the first and last vertex of line `i` are `2 * i` and `2 * i + 1`, cuts follow.
 * Anchors in one group of `groups` are one node.
 */
export interface Anchors {
  readonly groups: UnionFind;
  /** Cuts of the lines that have any, by line and in no order. */
  readonly cuts: Map<number, Cut[]>;
}

const isThrough = (kind: number): boolean => kind !== MOTORWAY && kind !== FERRY;
const vertexOfEnd = ({ start }: LineArrays, end: number): number =>
  end % 2 === 0 ? start[end >> 1] : start[(end >> 1) + 1] - 1;

function addCut(anchors: Anchors, line: number, along: number, x: number, y: number): number {
  const anchor = anchors.groups.add();
  const cut = { anchor, along, x, y };
  const known = anchors.cuts.get(line);
  if (known) known.push(cut);
  else anchors.cuts.set(line, [cut]);
  return anchor;
}

/** The number of the square centimetre that each vertex lies in, `[vertex]`, and how many there are. */
function centimetres({ xy }: LineArrays): { readonly of: Uint32Array; readonly count: number } {
  const numbers = new PairNumbers(xy.length / 4);
  const of = new Uint32Array(xy.length / 2);
  for (let v = 0; v < of.length; v++)
    of[v] = numbers.of(Math.round(xy[2 * v] / SAME), Math.round(xy[2 * v + 1] / SAME));
  return { of, count: numbers.size };
}

/**
 * The first joining: lines meet at vertices they share. Lines that merely cross do not: bridges. A motorway is joined
 * midway only where another motorway ends on its vertex, a ferry nowhere but at its ends.
 */
export function joinSharedVertices(lines: LineArrays, joining: Share): Anchors {
  const anchors = {
    groups: new UnionFind(2 * lines.count),
    cuts: new Map<number, Cut[]>(),
  };
  const { start, xy, along, kind, count } = lines;
  const { of: places, count: placeCount } = centimetres(lines);
  const isEnd = (line: number, v: number): boolean => v === start[line] || v === start[line + 1] - 1;
  const uses = new Uint32Array(placeCount);
  const motorwayEnds = new Uint8Array(placeCount);
  for (let line = 0; line < count; line++)
    for (let v = start[line]; v < start[line + 1]; v++) {
      if (!isEnd(line, v) && !isThrough(kind[line])) continue;
      uses[places[v]]++;
      if (kind[line] === MOTORWAY) motorwayEnds[places[v]] = 1;
    }
  const anchorAt = new Int32Array(placeCount).fill(-1);
  const meet = (place: number, anchor: number): void => {
    if (anchorAt[place] < 0) anchorAt[place] = anchor;
    else anchors.groups.join(anchorAt[place], anchor);
  };
  for (const line of numbersTold(count, joining, 0, 0.2))
    for (let v = start[line]; v < start[line + 1]; v++) {
      const cutHere = isThrough(kind[line])
        ? uses[places[v]] > 1
        : kind[line] === MOTORWAY && motorwayEnds[places[v]] === 1;
      if (v === start[line]) meet(places[v], 2 * line);
      else if (v === start[line + 1] - 1) meet(places[v], 2 * line + 1);
      else if (cutHere) meet(places[v], addCut(anchors, line, along[v], xy[2 * v], xy[2 * v + 1]));
    }
  return anchors;
}

/**
 * The second joining: ends within {@link SNAP} of each other, then ends within it of another road or path, or of their own
 * line farther on. An end of a motorway joins other ends only.
 */
export function snapEnds(lines: LineArrays, anchors: Anchors, joining: Share): void {
  joinNearEnds(lines, anchors.groups, joining);
  snapEndsToLines(lines, anchors, joining);
}

/** One end for each place where lines end, of many at the same place the first. */
function endPlaces(lines: LineArrays, isOne: (line: number) => boolean): readonly number[] {
  const places = new PairNumbers(lines.count);
  const ends: number[] = [];
  for (let end = 0; end < 2 * lines.count; end++) {
    if (!isOne(end >> 1)) continue;
    const v = vertexOfEnd(lines, end);
    if (places.of(lines.xy[2 * v], lines.xy[2 * v + 1]) === ends.length) ends.push(end);
  }
  return ends;
}

function joinNearEnds(lines: LineArrays, groups: UnionFind, joining: Share): void {
  const { xy } = lines;
  const ends = endPlaces(lines, () => true);
  if (ends.length === 0) return;
  const index = new Flatbush(ends.length);
  for (const end of ends) {
    const v = vertexOfEnd(lines, end);
    index.add(xy[2 * v], xy[2 * v + 1], xy[2 * v], xy[2 * v + 1]);
  }
  index.finish();
  for (const i of numbersTold(ends.length, joining, 0.2, 0.4)) {
    const end = ends[i];
    const v = vertexOfEnd(lines, end);
    const [x, y] = [xy[2 * v], xy[2 * v + 1]];
    for (const other of index.search(x - SNAP, y - SNAP, x + SNAP, y + SNAP)) {
      if (other <= i) continue;
      const w = vertexOfEnd(lines, ends[other]);
      if (Math.hypot(xy[2 * w] - x, xy[2 * w + 1] - y) <= SNAP) groups.join(end, ends[other]);
    }
  }
}

/** Segments of the lines that may be joined midway, with the vertex each starts at, `[segment]`, and its line. */
interface ThroughSegments {
  readonly from: Uint32Array;
  readonly line: Uint32Array;
  readonly index: Flatbush | undefined;
}

function throughSegments({ start, xy, kind, count }: LineArrays): ThroughSegments {
  const from: number[] = [];
  const lineOf: number[] = [];
  for (let line = 0; line < count; line++) {
    if (!isThrough(kind[line])) continue;
    for (let v = start[line]; v < start[line + 1] - 1; v++) {
      from.push(v);
      lineOf.push(line);
    }
  }
  const index = from.length === 0 ? undefined : new Flatbush(from.length);
  for (const v of from) {
    const [x1, y1, x2, y2] = [xy[2 * v], xy[2 * v + 1], xy[2 * v + 2], xy[2 * v + 3]];
    index?.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
  }
  index?.finish();
  return { from: new Uint32Array(from), line: new Uint32Array(lineOf), index };
}

/** The nearest place on a line to an end. */
interface Hit {
  readonly line: number;
  readonly vertex: number;
  readonly share: number;
  readonly distance: number;
}

function snapEndsToLines(lines: LineArrays, anchors: Anchors, joining: Share): void {
  const segments = throughSegments(lines);
  const ends = endPlaces(lines, (line) => lines.kind[line] !== MOTORWAY);
  for (const i of numbersTold(ends.length, joining, 0.4, 0.7)) {
    const end = ends[i];
    for (const hit of nearestHits(lines, segments, anchors.groups, end)) {
      const { along, x, y } = placeOf(lines, hit, end);
      const group = anchors.groups.find(end);
      const joined = anchors.cuts
        .get(hit.line)
        ?.some((cut) => Math.abs(cut.along - along) <= LEAVING && anchors.groups.find(cut.anchor) === group);
      if (!joined) anchors.groups.join(end, addCut(anchors, hit.line, along, x, y));
    }
  }
}

/** The nearest place on any line within {@link SNAP} of an end; several where the end lies on several lines at once. */
function nearestHits(lines: LineArrays, segments: ThroughSegments, groups: UnionFind, end: number): readonly Hit[] {
  const { start, xy, along } = lines;
  const v = vertexOfEnd(lines, end);
  const [x, y] = [xy[2 * v], xy[2 * v + 1]];
  const group = groups.find(end);
  const onLine = new Map<number, Hit>();
  for (const segment of segments.index?.search(x - SNAP, y - SNAP, x + SNAP, y + SNAP) ?? []) {
    const [line, vertex] = [segments.line[segment], segments.from[segment]];
    const [x1, y1] = [xy[2 * vertex], xy[2 * vertex + 1]];
    const [x2, y2] = [xy[2 * vertex + 2], xy[2 * vertex + 3]];
    const squared = (x2 - x1) ** 2 + (y2 - y1) ** 2;
    const share = Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / squared));
    const distance = Math.hypot(x1 + share * (x2 - x1) - x, y1 + share * (y2 - y1) - y);
    if (distance > Math.min(SNAP, onLine.get(line)?.distance ?? SNAP)) continue;
    const at = along[vertex] + share * Math.sqrt(squared);
    const left = along[start[line + 1] - 1] - at;
    const leaves =
      (at <= LEAVING && groups.find(2 * line) === group) || (left <= LEAVING && groups.find(2 * line + 1) === group);
    if (!leaves) onLine.set(line, { line, vertex, share, distance });
  }
  const hits = [...onLine.values()];
  const least = Math.min(...hits.map(({ distance }) => distance));
  return hits.filter(({ distance }) => distance - least <= SAME);
}

/** Where to cut: at the segment's nearer vertex if that is within {@link SNAP} of the end, else at the foot of the end. */
function placeOf(lines: LineArrays, { vertex, share }: Hit, end: number): { along: number; x: number; y: number } {
  const { xy, along } = lines;
  const v = vertexOfEnd(lines, end);
  const corner = share < 0.5 ? vertex : vertex + 1;
  const [x, y] = [xy[2 * corner], xy[2 * corner + 1]];
  if (Math.hypot(x - xy[2 * v], y - xy[2 * v + 1]) <= SNAP) return { along: along[corner], x, y };
  const mix = (from: number, to: number): number => from + share * (to - from);
  return {
    along: mix(along[vertex], along[vertex + 1]),
    x: mix(xy[2 * vertex], xy[2 * vertex + 2]),
    y: mix(xy[2 * vertex + 1], xy[2 * vertex + 3]),
  };
}
