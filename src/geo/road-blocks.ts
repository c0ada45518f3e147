import Flatbush from "flatbush";
import { adjacencyOfPairs } from "./adjacency.ts";
import { pieces } from "./contiguity.ts";
import { NO_UNIT } from "./outlines/edge-table.ts";
import type { Outlines } from "./outlines/outlines.ts";
import { UnionFind } from "./union-find.ts";

/** Middles of units, degrees, `[unit]`. */
interface Middles {
  readonly lon: ArrayLike<number>;
  readonly lat: ArrayLike<number>;
}

/** A line as GeoJSON has it, degrees. */
type Line = readonly (readonly number[])[];

/**
 * Blocks of units with lines, such as roads, around them, `[unit]`, numbered by their first unit: two units that touch are of one
 * block unless a line parts their middles. What lies beyond water, or outside the municipality, touches nothing. A block smaller
 * than `least`, square kilometres, is joined to the one that it has the longest border with: what lies between the two lanes of a
 * road, or within a junction, is no place of its own.
 */
export function roadBlocks(middles: Middles, outlines: Outlines, lines: readonly Line[], least: number): Int32Array {
  const touching = touchingUnits(outlines);
  const isParted = partedBy(middles, lines);
  const links: number[] = [];
  for (let pair = 0; pair < touching.length; pair += 2)
    if (!isParted(touching[pair], touching[pair + 1])) links.push(touching[pair], touching[pair + 1]);
  const { unitCount } = outlines;
  const units = Uint32Array.from({ length: unitCount }, (_, unit) => unit);
  const { count, of } = pieces(adjacencyOfPairs(unitCount, links), units);
  return numberedByFirst(withoutSlivers(outlines, of, count, least));
}

/** `[a, b, a, b, …]`: units on both sides of an edge. */
const touchingUnits = ({ sides }: Outlines): readonly number[] => {
  const touching: number[] = [];
  for (let side = 0; side < sides.length; side += 2)
    if (sides[side] !== NO_UNIT && sides[side + 1] !== NO_UNIT) touching.push(sides[side], sides[side + 1]);
  return touching;
};

/** Degrees; less than a millimetre. Round coordinates put middles on lines, where they would lie on neither side. */
const ASIDE = { lon: 3.1e-9, lat: 1.7e-9 };

/**
 * Whether some line crosses the straight one between two middles. A corner of a line on the straight one counts to one side of
 * it, always the same: where a line goes through there, just one of its pieces crosses.
 */
function partedBy({ lon, lat }: Middles, lines: readonly Line[]): (one: number, other: number) => boolean {
  const cuts = lines.flatMap((line) =>
    line.slice(1).map(([x2, y2], i) => ({ x1: line[i][0], y1: line[i][1], x2, y2 }) satisfies Cut),
  );
  if (cuts.length === 0) return () => false;
  const index = new Flatbush(cuts.length);
  for (const { x1, y1, x2, y2 } of cuts)
    index.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
  index.finish();
  return (one, other) => {
    const way: Cut = {
      x1: lon[one] + ASIDE.lon,
      y1: lat[one] + ASIDE.lat,
      x2: lon[other] + ASIDE.lon,
      y2: lat[other] + ASIDE.lat,
    };
    let isParted = false;
    index.search(
      Math.min(way.x1, way.x2),
      Math.min(way.y1, way.y2),
      Math.max(way.x1, way.x2),
      Math.max(way.y1, way.y2),
      (each) => {
        isParted ||= isAcross(cuts[each], way) && isAcross(way, cuts[each]);
        return false;
      },
    );
    return isParted;
  };
}

interface Cut {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Whether the ends of the second lie on either side of the first. */
const isAcross = (line: Cut, { x1, y1, x2, y2 }: Cut): boolean => isLeft(line, x1, y1) !== isLeft(line, x2, y2);

const isLeft = ({ x1, y1, x2, y2 }: Cut, x: number, y: number): boolean =>
  (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1) >= 0;

/** Each sliver joined to another, the smallest first; one that touches nothing stays. `[unit]`: the number of one of its pieces. */
function withoutSlivers(outlines: Outlines, of: Uint32Array, count: number, least: number): Uint32Array {
  const { area, borders } = measured(outlines, of, count);
  const joined = new UnionFind(count);
  for (const piece of [...area.keys()].toSorted((a, b) => area[a] - area[b] || a - b))
    for (let own = joined.find(piece); area[own] < least; own = joined.find(piece)) {
      const beside = longestBorder(borders[own], own, joined);
      if (beside === undefined) break;
      const [kept, gone] = own < beside ? [own, beside] : [beside, own];
      joined.join(own, beside);
      area[kept] += area[gone];
      for (const [other, length] of borders[gone]) borders[kept].set(other, (borders[kept].get(other) ?? 0) + length);
    }
  return of.map((piece) => joined.find(piece));
}

/** Lengths of a piece's borders, by the number of the piece beyond. */
type Borders = Map<number, number>;

/** Square kilometres, and kilometres of border with each other piece, `[piece]`. */
function measured({ corners, ends, sides }: Outlines, of: Uint32Array, count: number) {
  const area = new Float64Array(count);
  const borders = Array.from({ length: count }, (): Borders => new Map());
  for (let edge = 0; edge < sides.length; edge += 2) {
    const [x1, y1, x2, y2] = [...kilometres(corners, ends[edge]), ...kilometres(corners, ends[edge + 1])];
    const [left, right] = [sides[edge], sides[edge + 1]].map((unit) => (unit === NO_UNIT ? undefined : of[unit]));
    const under = (x1 * y2 - x2 * y1) / 2;
    if (left !== undefined) area[left] += under;
    if (right !== undefined) area[right] -= under;
    if (left === undefined || right === undefined || left === right) continue;
    const length = Math.hypot(x2 - x1, y2 - y1);
    for (const [one, other] of [
      [left, right],
      [right, left],
    ])
      borders[one].set(other, (borders[one].get(other) ?? 0) + length);
  }
  return { area, borders };
}

const KM_PER_DEGREE = 111.2;

/** A corner on a flat map of equal areas. */
const kilometres = (corners: Float64Array, corner: number): readonly [number, number] => {
  const turn = Math.PI / 180;
  const [lon, lat] = [corners[2 * corner], corners[2 * corner + 1]];
  return [lon * KM_PER_DEGREE * Math.cos(lat * turn), lat * KM_PER_DEGREE];
};

function longestBorder(borders: Borders, own: number, joined: UnionFind): number | undefined {
  const lengths: Borders = new Map();
  for (const [piece, length] of borders) {
    const beside = joined.find(piece);
    if (beside !== own) lengths.set(beside, (lengths.get(beside) ?? 0) + length);
  }
  return [...lengths].toSorted(([a, one], [b, other]) => other - one || a - b)[0]?.[0];
}

function numberedByFirst(of: Uint32Array): Int32Array {
  const numbers = new Map<number, number>();
  for (const piece of of) if (!numbers.has(piece)) numbers.set(piece, numbers.size);
  return Int32Array.from(of, (piece) => numbers.get(piece) ?? 0);
}
