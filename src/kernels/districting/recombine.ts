import type { Adjacency } from "../../domain/municipality.ts";
import type { Random } from "../random.ts";

interface TwoDistricts {
  readonly units: readonly number[];
  /** Demand that either part may have. */
  readonly least: number;
  readonly most: number;
  /** Units of which each part must hold one: the seats of the two, where seats are fixed. */
  readonly seats?: readonly [number, number];
}

/**
 * A recombination (ReCom; DeFord, Duchin and Solomon 2021): two neighbouring districts become one and are cut anew along an
 * edge of a random spanning tree, at random among the cuts that keep the limits. Returns the units of the one part, the first
 * seat's where seats are given; `undefined` where this tree has no such cut. O(units * log units).
 */
export function recombine(
  adjacency: Adjacency,
  demand: Float64Array,
  { units, least, most, seats }: TwoDistricts,
  random: Random,
): readonly number[] | undefined {
  const tree = randomTree(adjacency, units, random);
  if (tree.order.length < units.length) return undefined;
  const below = new Map<number, number>(units.map((unit) => [unit, demand[unit]]));
  const first = new Map<number, number>();
  for (let at = tree.order.length - 1; at > 0; at--) {
    const unit = tree.order[at];
    const parent = tree.parent.get(unit) ?? unit;
    below.set(parent, (below.get(parent) ?? 0) + (below.get(unit) ?? 0));
    if (seats?.includes(unit) || first.has(unit)) first.set(parent, (first.get(parent) ?? 0) + seatsIn(unit));
  }
  /** Seats at or below a unit. */
  function seatsIn(unit: number): number {
    return (first.get(unit) ?? 0) + (seats?.includes(unit) ? 1 : 0);
  }
  const total = below.get(tree.order[0]) ?? 0;
  const within = (load: number) => load >= least && load <= most;
  const cuts = tree.order.slice(1).filter((unit) => {
    const load = below.get(unit) ?? 0;
    return within(load) && within(total - load) && (!seats || seatsIn(unit) === 1);
  });
  if (cuts.length === 0) return undefined;
  const part = subtree(tree, cuts[Math.floor(random() * cuts.length)]);
  if (!seats || part.has(seats[0])) return [...part];
  return units.filter((unit) => !part.has(unit));
}

interface Tree {
  /** Parents before their children; the first is the root. */
  readonly order: readonly number[];
  readonly parent: ReadonlyMap<number, number>;
}

/** A spanning tree by Prim's algorithm with random weights, from the first unit. */
function randomTree({ start, target }: Adjacency, units: readonly number[], random: Random): Tree {
  const inside = new Set(units);
  const parent = new Map<number, number>();
  const order: number[] = [];
  const seen = new Set<number>();
  // Random keys in a heap that always gives the least are a random draw from the border.
  const border: { unit: number; from: number }[] = [{ unit: units[0], from: units[0] }];
  while (border.length > 0) {
    const at = Math.floor(random() * border.length);
    const { unit, from } = border[at];
    border[at] = border[border.length - 1];
    border.pop();
    if (seen.has(unit)) continue;
    seen.add(unit);
    parent.set(unit, from);
    order.push(unit);
    for (let edge = start[unit]; edge < start[unit + 1]; edge++)
      if (inside.has(target[edge]) && !seen.has(target[edge])) border.push({ unit: target[edge], from: unit });
  }
  return { order, parent };
}

function subtree({ order, parent }: Tree, top: number): ReadonlySet<number> {
  const part = new Set([top]);
  for (const unit of order) if (part.has(parent.get(unit) ?? -1)) part.add(unit);
  return part;
}
