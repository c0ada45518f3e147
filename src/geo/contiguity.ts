import type { Adjacency } from "../domain/municipality.ts";

/** How a set of nodes falls apart into connected pieces. */
export interface Pieces {
  readonly count: number;
  /** Piece of each member in the order they were given, `[member]`; pieces are numbered by their first member. */
  readonly of: Uint32Array;
}

const known = new WeakMap<Adjacency, (members: ArrayLike<number>) => Pieces>();

/**
 * Splits a set of nodes into connected pieces. Working space is made once for an adjacency, so a call costs the members and
 * their neighbours and allocates nothing but its answer.
 */
export function pieces(adjacency: Adjacency, members: ArrayLike<number>): Pieces {
  const find = known.get(adjacency) ?? pieceFinder(adjacency);
  known.set(adjacency, find);
  return find(members);
}

function pieceFinder({ start, target }: Adjacency): (members: ArrayLike<number>) => Pieces {
  const count = start.length - 1;
  /** Member index + 1 while a node waits to be reached, else 0. */
  const waiting = new Uint32Array(count);
  const queue = new Uint32Array(count);
  return (members) => {
    const of = new Uint32Array(members.length);
    for (let i = 0; i < members.length; i++) waiting[members[i]] = i + 1;
    let found = 0;
    for (let i = 0; i < members.length; i++) {
      if (waiting[members[i]] === 0) continue;
      let length = 0;
      queue[length++] = members[i];
      of[waiting[members[i]] - 1] = found;
      waiting[members[i]] = 0;
      for (let head = 0; head < length; head++) {
        const node = queue[head];
        for (let edge = start[node]; edge < start[node + 1]; edge++) {
          const neighbour = target[edge];
          if (waiting[neighbour] === 0) continue;
          of[waiting[neighbour] - 1] = found;
          waiting[neighbour] = 0;
          queue[length++] = neighbour;
        }
      }
      found++;
    }
    return { count: found, of };
  };
}
