import type { Plane, RoadNetwork } from "../domain/municipality.ts";
import type { Metres } from "../domain/quantities.ts";
import { metres } from "../domain/quantities.ts";
import { UnionFind } from "../geo/union-find.ts";
import { type Anchors, type Cut, joinSharedVertices, snapEnds } from "./noding-anchors.ts";
import { type LineArrays, layOut, type RawLine } from "./noding-lines.ts";

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
 * moving an end onto its node changes neither, so the total stays what it was, but for pieces that shrink to a point.
 */
export function nodeRoads(raw: readonly RawLine[], plane: Plane): NodedRoads {
  const lines = layOut(raw);
  const anchors = joinSharedVertices(lines);
  const componentsAsDrawn = partsAsDrawn(lines, anchors);
  snapEnds(lines, anchors);
  const cuts = anchors.cuts.map((ofLine, line) => orderedCuts(lines, anchors.groups, line, ofLine));
  const { network, shrunk } = cutLines(lines, anchors.groups, cuts, plane);
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

/** Where each node lies, by group: on the line that is cut there, else at its first end. */
function nodePlaces(
  { start, xy, count }: LineArrays,
  groups: UnionFind,
  cuts: readonly Cut[][],
): Map<number, [number, number]> {
  const places = new Map<number, [number, number]>();
  const place = (anchor: number, x: number, y: number): void => {
    const group = groups.find(anchor);
    if (!places.has(group)) places.set(group, [x, y]);
  };
  for (const ofLine of cuts) for (const { anchor, x, y } of ofLine) place(anchor, x, y);
  for (let line = 0; line < count; line++)
    for (const [end, v] of [start[line], start[line + 1] - 1].entries())
      place(2 * line + end, xy[2 * v], xy[2 * v + 1]);
  return places;
}

function cutLines(
  lines: LineArrays,
  groups: UnionFind,
  cuts: readonly Cut[][],
  plane: Plane,
): { readonly network: RoadNetwork; readonly shrunk: number } {
  const places = nodePlaces(lines, groups, cuts);
  const start = [0];
  const xy: number[] = [];
  const length: number[] = [];
  const minutes: number[] = [];
  const kind: number[] = [];
  let shrunk = 0;
  for (let line = 0; line < lines.count; line++) {
    const total = lines.along[lines.start[line + 1] - 1];
    const stops = [{ anchor: 2 * line, along: 0 }, ...cuts[line], { anchor: 2 * line + 1, along: total }];
    let v = lines.start[line];
    for (let i = 1; i < stops.length; i++) {
      const [from, to] = [groups.find(stops[i - 1].anchor), groups.find(stops[i].anchor)];
      const middle: number[] = [];
      for (; v < lines.start[line + 1] && lines.along[v] < stops[i].along - SAME; v++)
        if (lines.along[v] > stops[i - 1].along + SAME) middle.push(lines.xy[2 * v], lines.xy[2 * v + 1]);
      if (from === to && middle.length === 0) {
        shrunk++;
        continue;
      }
      const share = (stops[i].along - stops[i - 1].along) / total;
      xy.push(...(places.get(from) ?? []), ...middle, ...(places.get(to) ?? []));
      start.push(xy.length / 2);
      length.push(share * lines.length[line]);
      minutes.push(share * lines.minutes[line]);
      kind.push(lines.kind[line]);
    }
  }
  const network = {
    plane,
    count: kind.length,
    start: Uint32Array.from(start),
    xy: Float64Array.from(xy),
    length: Float64Array.from(length),
    kind: Uint8Array.from(kind),
    minutes: Float64Array.from(minutes),
  };
  return { network, shrunk };
}

/** Connected parts of the lines as they are joined so far. */
function partsAsDrawn({ count }: LineArrays, { groups, cuts }: Anchors): number {
  const parts = new UnionFind(groups.size);
  for (let line = 0; line < count; line++)
    for (const anchor of [2 * line + 1, ...cuts[line].map((cut) => cut.anchor)])
      parts.join(groups.find(2 * line), groups.find(anchor));
  return new Set(Array.from({ length: count }, (_, line) => parts.find(groups.find(2 * line)))).size;
}

/** Connected parts of a network, and the length outside the longest of them. */
function connectedParts({ count, start, xy, length }: RoadNetwork): {
  readonly components: number;
  readonly outside: Metres;
} {
  const parts = new UnionFind(count);
  const lineAt = new Map<string, number>();
  for (let line = 0; line < count; line++)
    for (const v of [start[line], start[line + 1] - 1]) {
      const place = `${xy[2 * v]} ${xy[2 * v + 1]}`;
      parts.join(line, lineAt.get(place) ?? line);
      lineAt.set(place, line);
    }
  const lengthOf = new Map<number, number>();
  for (let line = 0; line < count; line++) {
    const part = parts.find(line);
    lengthOf.set(part, (lengthOf.get(part) ?? 0) + length[line]);
  }
  const lengths = [...lengthOf.values()];
  const total = lengths.reduce((sum, each) => sum + each, 0);
  return { components: lengths.length, outside: metres(total - Math.max(0, ...lengths)) };
}
