import { NO_GROUP } from "./border-arcs.ts";
import { NO_UNIT } from "./edge-table.ts";
import type { Outlines } from "./outlines.ts";

/** Groups of units, `group[unit]`, that share a border as it is drawn: each pair once, the lower number first. */
export function touchingGroups({ sides }: Outlines, group: Int32Array): readonly (readonly [number, number])[] {
  const count = group.reduce((most, own) => Math.max(most, own), -1) + 1;
  const seen = new Set<number>();
  for (let side = 0; side < sides.length; side += 2) {
    if (sides[side] === NO_UNIT || sides[side + 1] === NO_UNIT) continue;
    const [one, other] = [group[sides[side]], group[sides[side + 1]]];
    if (one === other || one === NO_GROUP || other === NO_GROUP) continue;
    seen.add(Math.min(one, other) * count + Math.max(one, other));
  }
  return [...seen].map((pair) => [Math.floor(pair / count), pair % count] as const);
}
