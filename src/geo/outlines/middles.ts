import { NO_GROUP } from "./border-arcs.ts";
import { NO_UNIT } from "./edge-table.ts";
import type { Outlines } from "./outlines.ts";
import { unitEdges } from "./unit-edges.ts";

interface GroupMiddle {
  readonly group: number;
  /** The unit that is most steps from the group's rim, the first of several. */
  readonly unit: number;
  /** Units in the group. */
  readonly size: number;
}

/** The middle of each group of units, `group[unit]`, by group. */
export function groupMiddles(outlines: Outlines, group: Int32Array): readonly GroupMiddle[] {
  const depth = depths(outlines, group);
  const middles: { group: number; unit: number; size: number }[] = [];
  const known = new Map<number, (typeof middles)[number]>();
  for (let unit = 0; unit < group.length; unit++) {
    if (group[unit] === NO_GROUP) continue;
    const middle = known.get(group[unit]);
    if (!middle) {
      const first = { group: group[unit], unit, size: 1 };
      known.set(group[unit], first);
      middles.push(first);
    } else {
      middle.size++;
      if (depth[unit] > depth[middle.unit]) middle.unit = unit;
    }
  }
  return middles.toSorted((a, b) => a.group - b.group);
}

const UNREACHED = 0xffffffff;

/** Steps from each unit to the nearest one that touches another group or lies at the rim of the area, `[unit]`. */
function depths(outlines: Outlines, group: Int32Array): Uint32Array {
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
