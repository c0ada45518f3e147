import type { MultiPolygon, Polygon, Position } from "geojson";
import type { Bounds } from "./messages.ts";

type Area = Polygon | MultiPolygon;

/** A corner this near to the rim lies on it, degrees: some metres. */
const ON_RIM = 1e-4;

/**
 * Strips of land from the rim of what is known out to a wider frame: where land meets the rim it goes on straight, and so does
 * the sea between. It is a guess, and only says that the sea does not end where the data does.
 */
export function carriedOn(land: readonly Area[], known: Bounds, frame: Bounds): readonly Polygon[] {
  const rings = land.flatMap((area) =>
    area.type === "Polygon" ? [area.coordinates[0]] : area.coordinates.map(([ring]) => ring),
  );
  const [west, south, east, north] = known;
  const [farWest, farSouth, farEast, farNorth] = frame;
  const atRim = (axis: 0 | 1, value: number): readonly Stretch[] =>
    rings.flatMap((ring) => alongRim(ring, axis, value));
  const strips = [
    ...atRim(0, west).map(({ from, to }) => box(farWest, from, west, to)),
    ...atRim(0, east).map(({ from, to }) => box(east, from, farEast, to)),
    ...atRim(1, south).map(({ from, to }) => box(from, farSouth, to, south)),
    ...atRim(1, north).map(({ from, to }) => box(from, north, to, farNorth)),
  ];
  const corners: readonly [Position, Polygon][] = [
    [[west, south], box(farWest, farSouth, west, south)],
    [[west, north], box(farWest, north, west, farNorth)],
    [[east, south], box(east, farSouth, farEast, south)],
    [[east, north], box(east, north, farEast, farNorth)],
  ];
  const isLand = ([lon, lat]: Position): boolean =>
    rings.some((ring) => ring.some(([x, y]) => Math.abs(x - lon) < ON_RIM && Math.abs(y - lat) < ON_RIM));
  return [...strips, ...corners.flatMap(([corner, square]) => (isLand(corner) ? [square] : []))];
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where sides of a ring run along a meridian (axis 0) or parallel (axis 1). */
function alongRim(ring: readonly Position[], axis: 0 | 1, value: number): readonly Stretch[] {
  const other = axis === 0 ? 1 : 0;
  return ring.slice(1).flatMap((to, i) => {
    const from = ring[i];
    const on = Math.abs(from[axis] - value) < ON_RIM && Math.abs(to[axis] - value) < ON_RIM;
    const [low, high] = [Math.min(from[other], to[other]), Math.max(from[other], to[other])];
    return on && high - low > ON_RIM ? [{ from: low, to: high }] : [];
  });
}

const box = (west: number, south: number, east: number, north: number): Polygon => ({
  type: "Polygon",
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});
