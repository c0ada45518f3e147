import { NO_UNIT } from "./edge-table.ts";
import type { Outlines } from "./outlines.ts";

/** The group of a unit that is in none, and of all that lies beyond the rim. */
export const NO_GROUP = -1;

/** A stretch of border with the same two groups along it, from a place where three meet to the next such place. */
export interface BorderArc {
  /** Groups, or {@link NO_GROUP}. */
  readonly left: number;
  readonly right: number;
  /** Corners; the first again at the end where it is `closed`. */
  readonly along: readonly number[];
  /** A closed one runs round and has no ends to keep. */
  readonly shape: "open" | "closed";
}

/** All borders between groups, `group[unit]`: each edge whose sides are in different groups lies in one arc. */
export function borderArcs(outlines: Outlines, group: Int32Array): readonly BorderArc[] {
  const { ends } = outlines;
  const { kept, left, right } = edgesBetween(outlines, group);
  const { start, edges } = edgesAtCorners(outlines, kept);
  const otherEnd = (edge: number, from: number): number => ends[2 * kept[edge]] + ends[2 * kept[edge] + 1] - from;
  /** The edge that goes on from another: each group's border comes to a corner as often as it leaves it, so two have the same sides. */
  const onward = (edge: number, corner: number): number | undefined => {
    const first = start[corner];
    if (start[corner + 1] - first !== 2) return undefined;
    return edges[first] === edge ? edges[first + 1] : edges[first];
  };
  const walked = new Uint8Array(kept.length);
  const walk = (first: number, from: number): BorderArc => {
    const forward = ends[2 * kept[first]] === from;
    const along = [from];
    let [edge, corner]: [number | undefined, number] = [first, from];
    while (edge !== undefined && walked[edge] === 0) {
      walked[edge] = 1;
      corner = otherEnd(edge, corner);
      along.push(corner);
      edge = onward(edge, corner);
    }
    return {
      left: forward ? left[first] : right[first],
      right: forward ? right[first] : left[first],
      along,
      shape: edge === undefined ? "open" : "closed",
    };
  };
  const arcs: BorderArc[] = [];
  kept.forEach((number, edge) => {
    for (const from of [ends[2 * number], ends[2 * number + 1]])
      if (walked[edge] === 0 && onward(edge, from) === undefined) arcs.push(walk(edge, from));
  });
  kept.forEach((number, edge) => {
    if (walked[edge] === 0) arcs.push(walk(edge, ends[2 * number]));
  });
  return arcs;
}

interface EdgesBetween {
  /** Numbers of edges in the outlines. */
  readonly kept: Uint32Array;
  /** Groups beside them, `[place in kept]`. */
  readonly left: Int32Array;
  readonly right: Int32Array;
}

function edgesBetween({ sides }: Outlines, group: Int32Array): EdgesBetween {
  const count = sides.length / 2;
  const kept = new Uint32Array(count);
  const [left, right] = [new Int32Array(count), new Int32Array(count)];
  let found = 0;
  for (let edge = 0; edge < count; edge++) {
    const [a, b] = [sides[2 * edge], sides[2 * edge + 1]];
    const l = a === NO_UNIT ? NO_GROUP : group[a];
    const r = b === NO_UNIT ? NO_GROUP : group[b];
    if (l === r) continue;
    kept[found] = edge;
    left[found] = l;
    right[found] = r;
    found++;
  }
  return { kept: kept.subarray(0, found), left, right };
}

/** Places in `kept` of the edges that end in each corner, as compressed rows. */
function edgesAtCorners({ corners, ends }: Outlines, kept: Uint32Array) {
  const start = new Uint32Array(corners.length / 2 + 1);
  for (const edge of kept) {
    start[ends[2 * edge] + 1]++;
    start[ends[2 * edge + 1] + 1]++;
  }
  for (let corner = 1; corner < start.length; corner++) start[corner] += start[corner - 1];
  const next = start.slice();
  const edges = new Uint32Array(2 * kept.length);
  kept.forEach((edge, place) => {
    edges[next[ends[2 * edge]]++] = place;
    edges[next[ends[2 * edge + 1]]++] = place;
  });
  return { start, edges };
}
