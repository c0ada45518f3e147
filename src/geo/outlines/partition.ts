import { borderArcs, type BorderArc, NO_GROUP } from "./border-arcs.ts";
import type { Outlines } from "./outlines.ts";
import { quietLine } from "./quiet-line.ts";
import { ringsOf } from "./rings.ts";

type Position = number[];

/** Areas of groups of units, and the lines between them; both sides of a border are drawn by the same line, so no gap shows. */
export interface Partition {
  readonly areas: readonly GroupArea[];
  readonly borders: readonly GroupBorder[];
}

interface GroupArea {
  readonly group: number;
  /** As GeoJSON has them: each part's outer ring first, against the clock, then its holes. */
  readonly parts: Position[][][];
}

interface GroupBorder {
  readonly a: number;
  /** Absent where the line lies at the rim, or at units in no group. */
  readonly b?: number;
  readonly lines: Position[][];
}

/** Parts the units by `group[unit]`; units of {@link NO_GROUP} are left out. */
export function partitionOf(outlines: Outlines, group: Int32Array): Partition {
  const arcs = borderArcs(outlines, group);
  const drawn = arcs.map((arc) => drawnArc(arc, outlines));
  const rings = ringsOf(arcs, drawn, outlines.corners);
  return {
    areas: [...rings].toSorted(([a], [b]) => a - b).map(([number, parts]) => ({ group: number, parts })),
    borders: bordersOf(arcs, drawn),
  };
}

function drawnArc({ along, shape }: BorderArc, { corners, lines }: Outlines): Position[] {
  const line = along.map((corner) => [corners[2 * corner], corners[2 * corner + 1]]);
  return lines === "quiet" ? quietLine(line, shape) : line;
}

function bordersOf(arcs: readonly BorderArc[], drawn: readonly Position[][]): readonly GroupBorder[] {
  const borders = new Map<string, { a: number; b?: number; lines: Position[][] }>();
  arcs.forEach(({ left, right }, i) => {
    const [low, high] = [Math.min(left, right), Math.max(left, right)];
    const key = `${low} ${high}`;
    const known = borders.get(key);
    if (known) known.lines.push(drawn[i]);
    else borders.set(key, { ...(low === NO_GROUP ? { a: high } : { a: low, b: high }), lines: [drawn[i]] });
  });
  return [...borders.values()];
}
