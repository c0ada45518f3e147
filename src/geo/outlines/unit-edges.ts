import { NO_UNIT } from "./edge-table.ts";
import type { Outlines } from "./outlines.ts";

/** Edges around each unit, as compressed rows: those of a unit are `edges[start[unit] … start[unit + 1])`. */
interface UnitEdges {
  readonly start: Uint32Array;
  readonly edges: Uint32Array;
}

const known = new WeakMap<Outlines, UnitEdges>();

/** Made when first asked for, once for each outlines. */
export function unitEdges(outlines: Outlines): UnitEdges {
  const rows = known.get(outlines) ?? rowsOf(outlines);
  known.set(outlines, rows);
  return rows;
}

function rowsOf({ sides, unitCount }: Outlines): UnitEdges {
  const start = new Uint32Array(unitCount + 1);
  for (const unit of sides) if (unit !== NO_UNIT) start[unit + 1]++;
  for (let unit = 0; unit < unitCount; unit++) start[unit + 1] += start[unit];
  const next = start.slice();
  const edges = new Uint32Array(start[unitCount]);
  sides.forEach((unit, side) => {
    if (unit !== NO_UNIT) edges[next[unit]++] = side >>> 1;
  });
  return { start, edges };
}
