import type { FeatureCollection, MultiLineString, MultiPolygon, Position } from "geojson";
import type { ZoneMap } from "./messages.ts";

/** Closed rings of one zone as GeoJSON has them: each part's outer ring first, then its holes. */
export interface ZoneRings {
  readonly site: number;
  readonly parts: readonly (readonly Position[][])[];
}

/** How a border between two zones is drawn: through all its corners, or through the middles of its short edges. */
export type BorderShape = "corners" | "middles";

/**
 * Areas and borders of zones that share their corners. A border runs from a place where three areas meet to the next such
 * place, and both of its zones draw it alike, so that no gap shows between two fills. `middles` turns the zigzag of hexagons
 * into a quiet line that is never farther from it than half an edge.
 */
export function zoneMapOf(zones: readonly ZoneRings[], shape: BorderShape): Omit<ZoneMap, "middles"> {
  const owners = edgeOwners(zones);
  const lines = new Map<string, { a: number; b?: number; coordinates: Position[][] }>();
  const drawRing = (site: number, ring: readonly Position[]): Position[] => {
    const arcs = arcsOf(ring, (from, to) => otherOwner(owners, from, to, site)).map((arc) => ({
      ...arc,
      drawn: shape === "middles" ? throughMiddles(arc.corners, arc.closed) : arc.corners,
    }));
    for (const { other, drawn } of arcs) {
      if (other !== undefined && other < site) continue;
      const key = `${site},${other ?? ""}`;
      const line = lines.get(key) ?? { a: site, ...(other !== undefined && { b: other }), coordinates: [] };
      line.coordinates.push(drawn);
      lines.set(key, line);
    }
    return arcs.flatMap(({ drawn }, i) => (i === 0 ? drawn : drawn.slice(1)));
  };
  const features = zones.map(({ site, parts }) => ({
    type: "Feature" as const,
    id: site,
    properties: { site },
    geometry: {
      type: "MultiPolygon" as const,
      coordinates: parts.map((part) => part.map((ring) => drawRing(site, ring))),
    },
  }));
  return { zones: { type: "FeatureCollection", features }, borders: borderFeatures([...lines.values()]) };
}

const borderFeatures = (
  lines: readonly { readonly a: number; readonly b?: number; readonly coordinates: Position[][] }[],
): FeatureCollection<MultiLineString, { a: number; b?: number }> => ({
  type: "FeatureCollection",
  features: lines.map(({ coordinates, ...sides }, id) => ({
    type: "Feature",
    id,
    properties: sides,
    geometry: { type: "MultiLineString", coordinates },
  })),
});

/** Corners are equal to the centimetre. */
const cornerKey = ([lon, lat]: Position): string => `${lon.toFixed(7)} ${lat.toFixed(7)}`;

function edgeKey(from: Position, to: Position): string {
  const [a, b] = [cornerKey(from), cornerKey(to)];
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

function edgeOwners(zones: readonly ZoneRings[]): ReadonlyMap<string, readonly number[]> {
  const owners = new Map<string, number[]>();
  for (const { site, parts } of zones)
    for (const ring of parts.flat())
      for (let i = 1; i < ring.length; i++) {
        const key = edgeKey(ring[i - 1], ring[i]);
        const known = owners.get(key);
        if (known) known.push(site);
        else owners.set(key, [site]);
      }
  return owners;
}

const otherOwner = (
  owners: ReadonlyMap<string, readonly number[]>,
  from: Position,
  to: Position,
  site: number,
): number | undefined => owners.get(edgeKey(from, to))?.find((owner) => owner !== site);

/** A stretch of a ring with the same neighbour all along; `undefined`: none. */
interface Arc {
  readonly other: number | undefined;
  readonly corners: Position[];
  /** The whole ring, so that it has no ends to keep. */
  readonly closed: "closed" | "open";
}

function arcsOf(ring: readonly Position[], otherOf: (from: Position, to: Position) => number | undefined): Arc[] {
  const count = ring.length - 1;
  const others = Array.from({ length: count }, (_, i) => otherOf(ring[i], ring[i + 1]));
  const starts = others.flatMap((other, i) => (other === others[(i + count - 1) % count] ? [] : [i]));
  if (starts.length === 0) return [{ other: others[0], corners: [...ring], closed: "closed" }];
  return starts.map((start, i) => {
    const edges = (starts[(i + 1) % starts.length] - start + count) % count || count;
    const corners = Array.from({ length: edges + 1 }, (_, step) => ring[(start + step) % count]);
    return { other: others[start], corners, closed: "open" };
  });
}

/** The line through the middles of the edges, from the first corner to the last; a closed one has neither. */
function throughMiddles(corners: readonly Position[], closed: Arc["closed"]): Position[] {
  const middles = corners
    .slice(1)
    .map(([lon, lat], i): Position => [(lon + corners[i][0]) / 2, (lat + corners[i][1]) / 2]);
  return closed === "closed" ? [...middles, middles[0]] : [corners[0], ...middles, corners[corners.length - 1]];
}

export type ZoneAreas = FeatureCollection<MultiPolygon, { readonly site: number }>;
