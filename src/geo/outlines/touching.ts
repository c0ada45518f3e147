import { NO_GROUP } from "./border-arcs.ts";
import { NO_UNIT } from "./edge-table.ts";
import type { Outlines } from "./outlines.ts";

/** Groups of units, `group[unit]`, that share a border as it is drawn: each pair once, the lower number first. */
export function touchingGroups({ sides }: Outlines, group: Int32Array): readonly (readonly [number, number])[] {
  let count = 0;
  for (const own of group) if (own >= count) count = own + 1;
  // Groups are districts, of which there are dozens: a table of all pairs is small, and asked at every edge.
  const seen = new Uint8Array(count * count);
  const found: (readonly [number, number])[] = [];
  for (let side = 0; side < sides.length; side += 2) {
    if (sides[side] === NO_UNIT || sides[side + 1] === NO_UNIT) continue;
    const [one, other] = [group[sides[side]], group[sides[side + 1]]];
    if (one === other || one === NO_GROUP || other === NO_GROUP) continue;
    const [low, high] = one < other ? [one, other] : [other, one];
    if (seen[low * count + high] === 1) continue;
    seen[low * count + high] = 1;
    found.push([low, high]);
  }
  return found;
}
