import type { Position } from "geojson";
import type { ZoneRings } from "./zone-rings.ts";

/** A corner this near to a side lies on it, degrees: a decimetre or so. */
const ON_SIDE = 1e-6;

/**
 * Puts every corner that lies on a side of another ring into that side, so that two zones that share a border have the same
 * corners along it: joining areas leaves out those in the middle of a straight side.
 */
export function shareCorners(zones: readonly ZoneRings[]): ZoneRings[] {
  const corners = zones.flatMap(({ parts }) => parts.flat(2)).toSorted((a, b) => a[0] - b[0]);
  return zones.map(({ zone, parts }) => ({
    zone,
    parts: parts.map((part) => part.map((ring) => withCorners(ring, corners))),
  }));
}

function withCorners(ring: readonly Position[], corners: readonly Position[]): Position[] {
  const shared = ring.slice(1).flatMap((to, i) => [...cornersOn(ring[i], to, corners), to]);
  return [ring[0], ...shared];
}

/** Corners strictly inside a side, from its start to its end, each once. */
function cornersOn(from: Position, to: Position, corners: readonly Position[]): readonly Position[] {
  const [x, y] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(x, y);
  if (length <= 2 * ON_SIDE) return [];
  const [west, east] = [Math.min(from[0], to[0]) - ON_SIDE, Math.max(from[0], to[0]) + ON_SIDE];
  const found: { readonly along: number; readonly corner: Position }[] = [];
  for (let i = firstFrom(corners, west); i < corners.length && corners[i][0] <= east; i++) {
    const [dx, dy] = [corners[i][0] - from[0], corners[i][1] - from[1]];
    const along = (dx * x + dy * y) / length;
    const aside = Math.abs(dx * y - dy * x) / length;
    if (aside <= ON_SIDE && along > ON_SIDE && along < length - ON_SIDE) found.push({ along, corner: corners[i] });
  }
  const inOrder = found.toSorted((a, b) => a.along - b.along);
  return inOrder.flatMap(({ along, corner }, i) => (i > 0 && along - inOrder[i - 1].along <= ON_SIDE ? [] : [corner]));
}

/** First corner, of those in order from west to east, that lies east of a meridian. */
function firstFrom(corners: readonly Position[], west: number): number {
  let [low, high] = [0, corners.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (corners[middle][0] < west) low = middle + 1;
    else high = middle;
  }
  return low;
}
