import type { FeatureCollection, MultiLineString, Position } from "geojson";
import { Corners } from "./corners.ts";
import type { ZoneMap } from "./messages.ts";

/** Closed rings of one zone as GeoJSON has them: each part's outer ring first, then its holes. */
export interface ZoneRings {
  readonly zone: number;
  readonly parts: readonly (readonly Position[][])[];
}

/** How a border between two zones is drawn: through all its corners, or as a quiet line along them. */
export type BorderShape = "corners" | "quiet";

/**
 * Areas and borders of zones that share their corners. A border runs from a place where three areas meet to the next such
 * place, and both of its zones draw it alike, so that no gap shows between two fills. `quiet` turns the zigzag of hexagons
 * into a line through the middles of their edges, which is never farther from them than half an edge.
 */
export function zoneMapOf(zones: readonly ZoneRings[], shape: BorderShape): Pick<ZoneMap, "zones" | "borders"> {
  const corners = new Corners();
  const numbered = zones.map(({ zone, parts }) => ({
    zone,
    parts: parts.map((part) => part.map((ring) => ring.map((position) => corners.numberAt(position)))),
  }));
  const owners = edgeOwners(numbered);
  const lines = new Map<string, BorderLine>();
  const draw = (zone: number, ring: readonly number[]): Position[] => {
    const arcs = arcsOf(ring, (from, to) => otherOwner(owners, from, to, zone)).map(({ other, along, ends }) => {
      const line = along.map((corner) => corners.positions[corner]);
      return { other, drawn: shape === "quiet" ? quietLine(line, ends) : line };
    });
    for (const { other, drawn } of arcs) if (other === undefined || other > zone) addLine(lines, zone, other, drawn);
    return arcs.flatMap(({ drawn }, i) => (i === 0 ? drawn : drawn.slice(1)));
  };
  const features = numbered.map(({ zone, parts }) => ({
    type: "Feature" as const,
    id: zone,
    properties: { zone },
    geometry: {
      type: "MultiPolygon" as const,
      coordinates: parts.map((part) => part.map((ring) => draw(zone, ring))),
    },
  }));
  return { zones: { type: "FeatureCollection", features }, borders: borderFeatures([...lines.values()]) };
}

interface BorderLine {
  readonly a: number;
  readonly b?: number;
  readonly coordinates: Position[][];
}

function addLine(lines: Map<string, BorderLine>, a: number, b: number | undefined, line: Position[]): void {
  const key = `${a},${b ?? ""}`;
  const known = lines.get(key);
  if (known) known.coordinates.push(line);
  else lines.set(key, { a, ...(b !== undefined && { b }), coordinates: [line] });
}

const borderFeatures = (
  lines: readonly BorderLine[],
): FeatureCollection<MultiLineString, { a: number; b?: number }> => ({
  type: "FeatureCollection",
  features: lines.map(({ coordinates, ...sides }, id) => ({
    type: "Feature",
    id,
    properties: sides,
    geometry: { type: "MultiLineString", coordinates },
  })),
});

/** One number for an edge, whichever way it is walked. */
const CORNER_ROOM = 2 ** 26;
const edgeKey = (a: number, b: number): number => Math.min(a, b) * CORNER_ROOM + Math.max(a, b);

function edgeOwners(
  zones: readonly { readonly zone: number; readonly parts: readonly (readonly (readonly number[])[])[] }[],
): ReadonlyMap<number, readonly number[]> {
  const owners = new Map<number, number[]>();
  for (const { zone, parts } of zones)
    for (const ring of parts.flat())
      for (let i = 1; i < ring.length; i++) {
        const key = edgeKey(ring[i - 1], ring[i]);
        const known = owners.get(key);
        if (known) known.push(zone);
        else owners.set(key, [zone]);
      }
  return owners;
}

const otherOwner = (
  owners: ReadonlyMap<number, readonly number[]>,
  from: number,
  to: number,
  zone: number,
): number | undefined => owners.get(edgeKey(from, to))?.find((owner) => owner !== zone);

/** A stretch of a ring with the same neighbour all along; `undefined`: none. */
interface Arc {
  readonly other: number | undefined;
  /** Corner numbers. */
  readonly along: readonly number[];
  /** A whole ring has no ends to keep. */
  readonly ends: "kept" | "none";
}

function arcsOf(ring: readonly number[], otherOf: (from: number, to: number) => number | undefined): Arc[] {
  const count = ring.length - 1;
  const others = Array.from({ length: count }, (_, i) => otherOf(ring[i], ring[i + 1]));
  const starts = others.flatMap((other, i) => (other === others[(i + count - 1) % count] ? [] : [i]));
  if (starts.length === 0) return [{ other: others[0], along: ring, ends: "none" }];
  return starts.map((start, i) => {
    const edges = (starts[(i + 1) % starts.length] - start + count) % count || count;
    const along = Array.from({ length: edges + 1 }, (_, step) => ring[(start + step) % count]);
    return { other: others[start], along, ends: "kept" };
  });
}

/** Through the middles of the edges, and once more through the middles of those; the ends stay where three areas meet. */
function quietLine(corners: readonly Position[], ends: Arc["ends"]): Position[] {
  return throughMiddles(throughMiddles(corners, ends), ends);
}

function throughMiddles(corners: readonly Position[], ends: Arc["ends"]): Position[] {
  const middles = corners
    .slice(1)
    .map(([lon, lat], i): Position => [(lon + corners[i][0]) / 2, (lat + corners[i][1]) / 2]);
  return ends === "none" ? [...middles, middles[0]] : [corners[0], ...middles, corners[corners.length - 1]];
}
