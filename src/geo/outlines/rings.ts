import { type BorderArc, NO_GROUP } from "./border-arcs.ts";

type Position = number[];

/** An arc walked with a group to its left: forward by the group on the arc's left, backward by the one on its right. */
interface Walk {
  readonly arc: number;
  readonly way: "forward" | "backward";
  readonly group: number;
  /** Corners: the first two of the walk and the last two. */
  readonly from: number;
  readonly leaves: number;
  readonly arrives: number;
  readonly to: number;
}

/** Areas of each group: its arcs joined end to end to rings, and the rings to parts with holes. */
export function ringsOf(
  arcs: readonly BorderArc[],
  drawn: readonly Position[][],
  corners: Float64Array,
): ReadonlyMap<number, Position[][][]> {
  const rings = new Map<number, Position[][]>();
  for (const chain of chains(walksOf(arcs), corners)) {
    const ring: Position[] = [];
    for (const { arc, way } of chain) {
      const line = drawn[arc];
      const last = line.length - 1;
      for (let i = ring.length === 0 ? 0 : 1; i <= last; i++) ring.push(line[way === "forward" ? i : last - i]);
    }
    const known = rings.get(chain[0].group);
    if (known) known.push(ring);
    else rings.set(chain[0].group, [ring]);
  }
  return new Map([...rings].map(([group, own]) => [group, partsOf(own)]));
}

function walksOf(arcs: readonly BorderArc[]): readonly Walk[] {
  const walks: Walk[] = [];
  arcs.forEach(({ left, right, along }, arc) => {
    const [from, leaves, arrives, to] = [along[0], along[1], along[along.length - 2], along[along.length - 1]];
    if (left !== NO_GROUP) walks.push({ arc, way: "forward", group: left, from, leaves, arrives, to });
    if (right !== NO_GROUP)
      walks.push({ arc, way: "backward", group: right, from: to, leaves: arrives, arrives: leaves, to: from });
  });
  return walks;
}

/** Follows each group's border round; at a corner where it passes twice it keeps to the left, so that parts touch but do not cross. */
function chains(walks: readonly Walk[], corners: Float64Array): readonly (readonly Walk[])[] {
  const leaving = new Map<number, Walk[]>();
  for (const walk of walks) {
    const known = leaving.get(walk.from);
    if (known) known.push(walk);
    else leaving.set(walk.from, [walk]);
  }
  const used = new Set<Walk>();
  /** The way on; none where the ring is closed, which it is where its own start lies nearer to the left than any other way. */
  const next = (at: Walk, start: Walk): Walk | undefined => {
    let best = at.to === start.from ? start : undefined;
    for (const walk of leaving.get(at.to) ?? []) {
      if (walk.group !== at.group || used.has(walk)) continue;
      if (!best || turn(at, walk, corners) < turn(at, best, corners)) best = walk;
    }
    return best === start ? undefined : best;
  };
  const found: Walk[][] = [];
  for (const start of walks) {
    if (used.has(start)) continue;
    const chain: Walk[] = [];
    for (let at: Walk | undefined = start; at; at = next(at, start)) {
      used.add(at);
      chain.push(at);
    }
    found.push(chain);
  }
  return found;
}

/** How far the end of a walk has to be turned, with the clock, to lie on another's start; the area between is the group's. */
function turn(at: Walk, onto: Walk, corners: Float64Array): number {
  const direction = (to: number): number =>
    Math.atan2(corners[2 * to + 1] - corners[2 * at.to + 1], corners[2 * to] - corners[2 * at.to]);
  const angle = direction(at.arrives) - direction(onto.leaves);
  return angle > 0 ? angle : angle + 2 * Math.PI;
}

interface Ring {
  readonly ring: Position[];
  readonly area: number;
  readonly box: readonly [west: number, south: number, east: number, north: number];
}

/** Rings that run against the clock are areas, the others are holes in the smallest area around them. */
function partsOf(rings: readonly Position[][]): Position[][][] {
  const measured = rings.map((ring) => ({ ring, area: signedArea(ring), box: boxOf(ring) }));
  const parts = measured.filter(({ area }) => area > 0).map((outer) => ({ outer, rings: [outer.ring] }));
  const named = new Map<Ring, ReadonlySet<string>>();
  /** Of an area that may have hundreds of holes, named once. */
  const cornersOf = (outer: Ring): ReadonlySet<string> => {
    const corners = named.get(outer) ?? new Set(outer.ring.map(nameOf));
    named.set(outer, corners);
    return corners;
  };
  for (const hole of measured) {
    if (hole.area > 0) continue;
    const around = parts
      .filter(({ outer }) => outer.area > -hole.area && liesIn(hole.box, outer.box))
      .toSorted((a, b) => a.outer.area - b.outer.area);
    const own = around.length > 1 ? around.find(({ outer }) => isInside(hole, outer, cornersOf(outer))) : around[0];
    own?.rings.push(hole.ring);
  }
  return parts.map((part) => part.rings);
}

/** Taken from the ring's own first corner, so that small rings far from the equator lose no figures. */
const signedArea = (ring: readonly Position[]): number => {
  const [[x0, y0]] = ring;
  let sum = 0;
  for (let i = 1; i < ring.length; i++)
    sum += (ring[i - 1][0] - x0) * (ring[i][1] - y0) - (ring[i][0] - x0) * (ring[i - 1][1] - y0);
  return sum / 2;
};

function boxOf(ring: readonly Position[]): Ring["box"] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of ring) {
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  return [west, south, east, north];
}

const liesIn = (inner: Ring["box"], outer: Ring["box"]): boolean =>
  inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];

const nameOf = ([lon, lat]: Position): string => `${lon} ${lat}`;

/** Of a hole that crosses no area: whether a place of it that is no corner of the area lies inside. */
function isInside({ ring: hole }: Ring, { ring }: Ring, corners: ReadonlySet<string>): boolean {
  const [x, y] = hole.find((corner) => !corners.has(nameOf(corner))) ?? hole[0];
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [[x1, y1], [x2, y2]] = [ring[i - 1], ring[i]];
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  }
  return inside;
}
