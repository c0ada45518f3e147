import { NO_UNIT } from "./edge-table.ts";
import type { Outlines } from "./outlines.ts";
import { unitEdges } from "./unit-edges.ts";

const UNREACHED = 0xffffffff;

/** Steps from each unit to the nearest one that touches another group or lies at the rim of the area, `[unit]`. */
export function depths(outlines: Outlines, group: Int32Array): Uint32Array {
  const { sides, rim, unitCount } = outlines;
  const { start, edges } = unitEdges(outlines);
  const depth = new Uint32Array(unitCount).fill(UNREACHED);
  const queue = new Uint32Array(unitCount);
  let length = 0;
  const reach = (unit: number, steps: number): void => {
    if (unit === NO_UNIT || depth[unit] !== UNREACHED) return;
    depth[unit] = steps;
    queue[length++] = unit;
  };
  for (const unit of rim) reach(unit, 0);
  for (let side = 0; side < sides.length; side += 2) {
    const [a, b] = [sides[side], sides[side + 1]];
    if (a !== NO_UNIT && b !== NO_UNIT && group[a] === group[b]) continue;
    reach(a, 0);
    reach(b, 0);
  }
  for (let head = 0; head < length; head++) {
    const unit = queue[head];
    for (let i = start[unit]; i < start[unit + 1]; i++)
      reach(sides[2 * edges[i]] + sides[2 * edges[i] + 1] - unit, depth[unit] + 1);
  }
  return depth;
}
