/**
 * A group of today's districts as a bit set (bit `d` = district `d`). Big integers keep one code for eight districts and for
 * eighty; the lists are limited long before their speed matters.
 */
export type Group = bigint;

export const EMPTY: Group = 0n;
export const single = (district: number): Group => 1n << BigInt(district);

export function groupOf(districts: Iterable<number>): Group {
  let group = EMPTY;
  for (const district of districts) group |= single(district);
  return group;
}

export function members(group: Group): number[] {
  const districts: number[] = [];
  for (let district = 0, rest = group; rest !== EMPTY; district++, rest >>= 1n) if (rest & 1n) districts.push(district);
  return districts;
}

/** Which districts touch which, `[district]`. */
export type Neighbours = readonly Group[];

/** Every district touches every other: what "contiguity ignored" means for the search. */
export const allTouch = (count: number): Neighbours => {
  const all = (1n << BigInt(count)) - 1n;
  return Array.from({ length: count }, (_, district) => all & ~single(district));
};

/** The part of `within` that hangs together with `seed`. */
function connectedPart(seed: Group, within: Group, neighbours: Neighbours): Group {
  let part = seed;
  let edge = seed;
  while (edge !== EMPTY) {
    let reached = EMPTY;
    for (const district of members(edge)) reached |= neighbours[district];
    edge = reached & within & ~part;
    part |= edge;
  }
  return part;
}

export const lowest = (group: Group): Group => group & -group;

export const isConnected = (group: Group, neighbours: Neighbours): boolean =>
  group === EMPTY || connectedPart(lowest(group), group, neighbours) === group;

/** How many connected parts a group falls into. */
export function partCount(group: Group, neighbours: Neighbours): number {
  let count = 0;
  for (let rest = group; rest !== EMPTY; count++) rest &= ~connectedPart(lowest(rest), rest, neighbours);
  return count;
}
