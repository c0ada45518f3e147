import type { Plane, RoadNetwork } from "../domain/municipality.ts";
import type { Metres } from "../domain/quantities.ts";
import { metres } from "../domain/quantities.ts";
import { NumberList } from "../kernels/number-list.ts";
import { PairNumbers } from "../kernels/pair-numbers.ts";
import { UnionFind } from "../geo/union-find.ts";
import { type Anchors, type Cut, joinSharedVertices, snapEnds } from "./noding-anchors.ts";
import { type LineArrays, layOut, type RawLine } from "./noding-lines.ts";
import { numbersTold, type Share } from "./watch.ts";

/** Roads cut where they meet, with what noding found and left out. */
export interface NodedRoads {
  readonly network: RoadNetwork;
  /** Lines and pieces of lines that shrink to a point, and so are in no network. */
  readonly dropped: number;
  /** Connected parts as drawn, joined at the vertices that lines share, and after ends were snapped. */
  readonly componentsAsDrawn: number;
  readonly components: number;
  /** Length of road outside the longest connected part. */
  readonly outside: Metres;
}

/** Cuts this near each other on a line are one, metres. */
const SAME = 0.01;

/**
 * Cuts lines where they meet (see {@link joinSharedVertices} and {@link snapEnds}) so that two lines meet only where both
 * end, with ends that are equal to the bit. A line's length and minutes are shared out over its pieces as they are drawn;
 * moving an end onto its node changes neither, so the total stays what it was, but for pieces that shrink to a point. `joining`: told how
 * far it is, once all lines are read.
 */
export function nodeRoads(raw: Iterable<RawLine>, plane: Plane, joining: Share = () => undefined): NodedRoads {
  const lines = layOut(raw);
  const anchors = joinSharedVertices(lines, joining);
  const componentsAsDrawn = partsAsDrawn(lines, anchors);
  snapEnds(lines, anchors, joining);
  const cuts = new Map(
    [...anchors.cuts]
      .toSorted(([a], [b]) => a - b)
      .map(([line, ofLine]) => [line, orderedCuts(lines, anchors.groups, line, ofLine)] as const),
  );
  const { network, shrunk } = cutLines(lines, anchors.groups, cuts, plane, joining);
  return { network, dropped: lines.dropped + shrunk, componentsAsDrawn, ...connectedParts(network) };
}

/** Cuts in the order of the line; those at one place become one, those at an end become the end. */
function orderedCuts({ start, along }: LineArrays, groups: UnionFind, line: number, cuts: readonly Cut[]): Cut[] {
  const last = along[start[line + 1] - 1];
  const kept: Cut[] = [];
  for (const cut of cuts.toSorted((a, b) => a.along - b.along || a.anchor - b.anchor)) {
    const previous = kept.at(-1);
    if (cut.along <= SAME) groups.join(cut.anchor, 2 * line);
    else if (cut.along >= last - SAME) groups.join(cut.anchor, 2 * line + 1);
    else if (previous && cut.along - previous.along <= SAME) groups.join(cut.anchor, previous.anchor);
    else kept.push(cut);
  }
  return kept;
}

/** Where each node lies, `[2 * group]` and `[2 * group + 1]`: on the line that is cut there, else at its first end. */
function nodePlaces(
  { start, xy, count }: LineArrays,
  groups: UnionFind,
  cuts: ReadonlyMap<number, readonly Cut[]>,
): Float64Array {
  const places = new Float64Array(2 * groups.size);
  const isPlaced = new Uint8Array(groups.size);
  const place = (anchor: number, x: number, y: number): void => {
    const group = groups.find(anchor);
    if (isPlaced[group] === 1) return;
    isPlaced[group] = 1;
    places[2 * group] = x;
    places[2 * group + 1] = y;
  };
  for (const ofLine of cuts.values()) for (const { anchor, x, y } of ofLine) place(anchor, x, y);
  for (let line = 0; line < count; line++) {
    const [first, last] = [start[line], start[line + 1] - 1];
    place(2 * line, xy[2 * first], xy[2 * first + 1]);
    place(2 * line + 1, xy[2 * last], xy[2 * last + 1]);
  }
  return places;
}

const UNCUT: readonly Cut[] = [];

function cutLines(
  lines: LineArrays,
  groups: UnionFind,
  cuts: ReadonlyMap<number, readonly Cut[]>,
  plane: Plane,
  joining: Share,
): { readonly network: RoadNetwork; readonly shrunk: number } {
  const places = nodePlaces(lines, groups, cuts);
  const [start, xy, length, minutes, kind, oneWay] = Array.from({ length: 6 }, () => new NumberList());
  start.push(0);
  let shrunk = 0;
  for (const line of numbersTold(lines.count, joining, 0.7, 1)) {
    const total = lines.along[lines.start[line + 1] - 1];
    const stops = [
      { anchor: 2 * line, along: 0 },
      ...(cuts.get(line) ?? UNCUT),
      { anchor: 2 * line + 1, along: total },
    ];
    let v = lines.start[line];
    for (let i = 1; i < stops.length; i++) {
      const [from, to] = [groups.find(stops[i - 1].anchor), groups.find(stops[i].anchor)];
      const before = xy.length;
      xy.push(places[2 * from]);
      xy.push(places[2 * from + 1]);
      for (; v < lines.start[line + 1] && lines.along[v] < stops[i].along - SAME; v++) {
        if (lines.along[v] <= stops[i - 1].along + SAME) continue;
        xy.push(lines.xy[2 * v]);
        xy.push(lines.xy[2 * v + 1]);
      }
      if (from === to && xy.length === before + 2) {
        xy.cut(before);
        shrunk++;
        continue;
      }
      xy.push(places[2 * to]);
      xy.push(places[2 * to + 1]);
      const share = (stops[i].along - stops[i - 1].along) / total;
      start.push(xy.length / 2);
      length.push(share * lines.length[line]);
      minutes.push(share * lines.minutes[line]);
      kind.push(lines.kind[line]);
      oneWay.push(lines.oneWay[line]);
    }
  }
  const network = {
    plane,
    count: kind.length,
    start: start.toWholes(),
    xy: xy.toFloats(),
    length: length.toFloats(),
    kind: kind.into(new Uint8Array(kind.length)),
    minutes: minutes.toFloats(),
    ...(lines.oneWay.some(Boolean) && { oneWay: oneWay.into(new Int8Array(kind.length)) }),
  };
  return { network, shrunk };
}

/** Connected parts of the lines as they are joined so far. */
function partsAsDrawn({ count }: LineArrays, { groups, cuts }: Anchors): number {
  const parts = new UnionFind(groups.size);
  for (let line = 0; line < count; line++) {
    parts.join(groups.find(2 * line), groups.find(2 * line + 1));
    for (const { anchor } of cuts.get(line) ?? UNCUT) parts.join(groups.find(2 * line), groups.find(anchor));
  }
  const roots = new Uint8Array(groups.size);
  for (let line = 0; line < count; line++) roots[parts.find(groups.find(2 * line))] = 1;
  return roots.reduce((sum, each) => sum + each, 0);
}

/** Connected parts of a network, and the length outside the longest of them. */
function connectedParts({ count, start, xy, length }: RoadNetwork): {
  readonly components: number;
  readonly outside: Metres;
} {
  const places = new PairNumbers(count);
  const ends = new Uint32Array(2 * count);
  for (let line = 0; line < count; line++) {
    const [first, last] = [start[line], start[line + 1] - 1];
    ends[2 * line] = places.of(xy[2 * first], xy[2 * first + 1]);
    ends[2 * line + 1] = places.of(xy[2 * last], xy[2 * last + 1]);
  }
  const parts = new UnionFind(places.size);
  for (let line = 0; line < count; line++) parts.join(ends[2 * line], ends[2 * line + 1]);
  const lengthOf = new Float64Array(places.size);
  for (let line = 0; line < count; line++) lengthOf[parts.find(ends[2 * line])] += length[line];
  // Every place is the end of a line.
  const lengths = lengthOf.filter((_, place) => parts.find(place) === place);
  const total = lengths.reduce((sum, each) => sum + each, 0);
  return {
    components: lengths.length,
    outside: metres(total - lengths.reduce((most, each) => Math.max(most, each), 0)),
  };
}
