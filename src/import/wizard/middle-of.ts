import type { SourceFeature } from "./source.ts";

type Pair = readonly [number, number];

/** A point, the first of several, or the middle of an area (of its largest part, by the shoelace formula); `undefined` of anything else. */
export function middleOf({ type, coordinates }: SourceFeature["geometry"]): Pair | undefined {
  if (type === "Point") return pairIn(coordinates);
  if (!Array.isArray(coordinates)) return undefined;
  const parts: readonly unknown[] = coordinates;
  if (type === "MultiPoint") return pairIn(parts[0]);
  if (type === "Polygon") return ringMiddle(parts[0])?.middle;
  if (type !== "MultiPolygon") return undefined;
  const rings = parts.flatMap((part) => (Array.isArray(part) ? (ringMiddle(part[0]) ?? []) : []));
  return rings.toSorted((a, b) => b.size - a.size)[0]?.middle;
}

function pairIn(value: unknown): Pair | undefined {
  if (!Array.isArray(value)) return undefined;
  const [x, y]: readonly unknown[] = value;
  return typeof x === "number" && typeof y === "number" && Number.isFinite(x) && Number.isFinite(y)
    ? [x, y]
    : undefined;
}

function ringMiddle(ring: unknown): { readonly middle: Pair; readonly size: number } | undefined {
  if (!Array.isArray(ring)) return undefined;
  const pairs = ring.flatMap((each: unknown) => {
    const pair = pairIn(each);
    return pair ? [pair] : [];
  });
  const [first] = pairs;
  if (!first) return undefined;
  let [twice, x, y] = [0, 0, 0];
  pairs.forEach(([x1, y1], i) => {
    const [x2, y2] = pairs[(i + 1) % pairs.length];
    // Seen from the first corner, so that digits are not lost in large numbers.
    const cross = (x1 - first[0]) * (y2 - first[1]) - (x2 - first[0]) * (y1 - first[1]);
    twice += cross;
    x += cross * (x1 + x2 - 2 * first[0]);
    y += cross * (y1 + y2 - 2 * first[1]);
  });
  const middle: Pair = twice === 0 ? first : [first[0] + x / (3 * twice), first[1] + y / (3 * twice)];
  return { middle, size: Math.abs(twice) };
}
