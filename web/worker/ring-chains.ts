import type { Position } from "geojson";
import type { ZoneRings } from "./zone-rings.ts";

/** One side of a zone, its inside to the left. Corners are numbers. */
export interface Side {
  readonly zone: number;
  readonly from: number;
  readonly to: number;
}

/** Joins sides end to end to rings, and rings to areas with holes. At most two sides of one zone meet in a corner. */
export function ringsOf(sides: readonly Side[], positions: readonly Position[]): ZoneRings[] {
  const next = new Map<number, Map<number, number>>();
  for (const { zone, from, to } of sides) {
    const known = next.get(zone);
    if (known) known.set(from, to);
    else next.set(zone, new Map([[from, to]]));
  }
  return [...next].map(([zone, follows]) => ({
    zone,
    parts: partsOf(chains(follows).map((ring) => ring.map((corner) => positions[corner]))),
  }));
}

function chains(follows: Map<number, number>): number[][] {
  const rings: number[][] = [];
  for (const [start] of follows) {
    const ring: number[] = [];
    for (let at: number | undefined = start; at !== undefined && follows.has(at);) {
      ring.push(at);
      const after: number | undefined = follows.get(at);
      follows.delete(at);
      at = after;
    }
    if (ring.length > 2) rings.push([...ring, ring[0]]);
  }
  return rings;
}

/** Rings that run against the clock are areas, the others are holes in the smallest area around them. */
function partsOf(rings: readonly Position[][]): Position[][][] {
  const areas = rings.map((ring) => ({ ring, area: signedArea(ring) }));
  const parts = areas.filter(({ area }) => area > 0).map(({ ring, area }) => ({ area, rings: [ring] }));
  for (const { ring, area } of areas) {
    if (area > 0) continue;
    const around = parts.filter((part) => part.area > -area && contains(part.rings[0], ring[0]));
    around.toSorted((a, b) => a.area - b.area)[0]?.rings.push(ring);
  }
  return parts.map((part) => part.rings);
}

const signedArea = (ring: readonly Position[]): number =>
  ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);

function contains(ring: readonly Position[], [x, y]: Position): boolean {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [[x1, y1], [x2, y2]] = [ring[i - 1], ring[i]];
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  }
  return inside;
}
