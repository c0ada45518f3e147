import type { Box, Size } from "./card-spot.ts";

/** Between the spots that what is covered is filled with, pixels: every name is higher, and none goes between them. */
const BETWEEN_SPOTS = 10;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Spots along the edges of a map, and over each box that covers a part of it; those that are on the map. */
export function coveredSpots({ width, height }: Size, boxes: readonly Box[]): readonly Point[] {
  const edges = [
    { left: 0, top: 0, width, height: 0 },
    { left: 0, top: height, width, height: 0 },
    { left: 0, top: 0, width: 0, height },
    { left: width, top: 0, width: 0, height },
  ];
  return [...edges, ...boxes].flatMap(filled).filter(({ x, y }) => x >= 0 && x <= width && y >= 0 && y <= height);
}

function filled({ left, top, width, height }: Box): readonly Point[] {
  const [across, down] = [along(left, width), along(top, height)];
  return across.flatMap((x) => down.map((y) => ({ x, y })));
}

/** Both ends, and as many between them as leave no gap. */
function along(from: number, length: number): readonly number[] {
  const steps = Math.max(1, Math.ceil(length / BETWEEN_SPOTS));
  return length === 0 ? [from] : Array.from({ length: steps + 1 }, (_, i) => from + (i * length) / steps);
}
