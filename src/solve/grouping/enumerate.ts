import { EMPTY, type Group, lowest, type Neighbours, partCount, members } from "./groups.ts";

/** What a search for groupings is given. */
export interface GroupingSearch {
  /** How many of today's districts there are. */
  readonly count: number;
  /** How many groups there are to be. */
  readonly groups: number;
  readonly neighbours: Neighbours;
  /** Whether a group keeps every rule that one group can be judged by. */
  readonly allows: (group: Group) => boolean;
  /** Stop when there are more groupings than this, or after so many steps of the search. */
  readonly most: number;
  readonly mostSteps: number;
}

interface GroupingList {
  /** Each grouping as its groups, ordered by their lowest districts. */
  readonly groupings: readonly (readonly Group[])[];
  readonly ended: "complete" | "most" | "steps";
  /** Steps that the search took. */
  readonly steps: number;
}

/**
 * Every way to split the districts into connected groups. The lowest district not yet placed chooses its group among the
 * connected groups that leave enough districts and not too many separate parts for the groups still to come, so without
 * further rules no branch is a dead end: the work is proportional to the list. Each grouping comes once.
 */
export function enumerateGroupings(search: GroupingSearch): GroupingList {
  const { count, groups, neighbours, allows, most, mostSteps } = search;
  const groupings: (readonly Group[])[] = [];
  const chosen: Group[] = [];
  let steps = 0;
  let ended: GroupingList["ended"] = "complete";
  const stop = (why: GroupingList["ended"]): false => {
    ended = why;
    return false;
  };
  /** Returns false when a limit is reached. */
  const place = (rest: Group, left: number): boolean => {
    if (left === 0) {
      if (groupings.length >= most) return stop("most");
      groupings.push([...chosen]);
      return true;
    }
    const largest = members(rest).length - (left - 1);
    return eachConnected(lowest(rest), rest, largest, neighbours, (group) => {
      if (++steps > mostSteps) return stop("steps");
      const others = rest & ~group;
      if ((left === 1) !== (others === EMPTY) || partCount(others, neighbours) > left - 1 || !allows(group))
        return true;
      chosen.push(group);
      const goOn = place(others, left - 1);
      chosen.pop();
      return goOn;
    });
  };
  const everything = (1n << BigInt(count)) - 1n;
  if (groups >= 1 && groups <= count) place(everything, groups);
  return { groupings, ended, steps };
}

/**
 * Calls `visit` once for every connected group within `within` that contains `seed` and has at most `largest` districts,
 * until it returns false. Each step either takes one more neighbour or rules it out for good (as in Wernicke 2006).
 */
export function eachConnected(
  seed: Group,
  within: Group,
  largest: number,
  neighbours: Neighbours,
  visit: (group: Group) => boolean,
): boolean {
  const border = (group: Group, excluded: Group): Group => {
    let touching = EMPTY;
    for (const district of members(group)) touching |= neighbours[district];
    return touching & within & ~group & ~excluded;
  };
  const grow = (group: Group, size: number, excluded: Group): boolean => {
    if (!visit(group)) return false;
    if (size === largest) return true;
    let ruledOut = excluded;
    for (let open = border(group, ruledOut); open !== EMPTY; open &= open - 1n) {
      const next = lowest(open);
      if (!grow(group | next, size + 1, ruledOut)) return false;
      ruledOut |= next;
    }
    return true;
  };
  return largest < 1 || grow(seed, 1, EMPTY);
}

/** Ways to split `count` things into `groups` groups, touching or not: Stirling numbers of the second kind. */
export function countAllGroupings(count: number, groups: number): bigint {
  let row: bigint[] = [1n];
  for (let things = 1; things <= count; things++)
    row = Array.from(
      { length: things + 1 },
      (_, parts) => BigInt(parts) * (row[parts] ?? 0n) + (parts > 0 ? (row[parts - 1] ?? 0n) : 0n),
    );
  return row[groups] ?? 0n;
}
