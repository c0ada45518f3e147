import type { Adjacency } from "../domain/municipality.ts";

/**
 * Compressed rows from pairs `[a, b, a, b, …]` of node numbers below `count`. Each pair counts both ways; a pair said twice
 * counts once, a node with itself not at all.
 */
export function adjacencyOfPairs(count: number, pairs: ArrayLike<number>): Adjacency {
  const end = new Uint32Array(count + 1);
  for (let i = 0; i < pairs.length; i++) end[pairs[i] + 1]++;
  for (let node = 0; node < count; node++) end[node + 1] += end[node];
  const crowded = new Uint32Array(pairs.length);
  const next = end.slice(0, count);
  for (let i = 0; i < pairs.length; i += 2) {
    crowded[next[pairs[i]]++] = pairs[i + 1];
    crowded[next[pairs[i + 1]]++] = pairs[i];
  }
  const start = new Uint32Array(count + 1);
  const target = new Uint32Array(pairs.length);
  let used = 0;
  for (let node = 0; node < count; node++) {
    start[node] = used;
    for (const neighbour of crowded.subarray(end[node], end[node + 1]).toSorted()) {
      if (neighbour === node || (used > start[node] && target[used - 1] === neighbour)) continue;
      target[used++] = neighbour;
    }
  }
  start[count] = used;
  return { start, target: target.slice(0, used) };
}

/** The same rows with further links, given as pairs `[a, b, a, b, …]`: ferries and bridges between units that do not touch. */
export function withLinks({ start, target }: Adjacency, links: ArrayLike<number>): Adjacency {
  const count = start.length - 1;
  const pairs: number[] = [];
  for (let node = 0; node < count; node++)
    for (let i = start[node]; i < start[node + 1]; i++) if (node < target[i]) pairs.push(node, target[i]);
  return adjacencyOfPairs(count, [...pairs, ...Array.from(links)]);
}
