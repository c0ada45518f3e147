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
export const withLinks = (adjacency: Adjacency, links: ArrayLike<number>): Adjacency =>
  adjacencyOfPairs(adjacency.start.length - 1, [...pairsOf(adjacency), ...Array.from(links)]);

/** The same rows without some links, given as pairs. */
export function withoutLinks(adjacency: Adjacency, links: ArrayLike<number>): Adjacency {
  const left = new Set<string>();
  for (let i = 0; i < links.length; i += 2) left.add(pairName(links[i], links[i + 1]));
  const pairs = pairsOf(adjacency);
  const kept = pairs.filter((_, i) => {
    const first = i - (i % 2);
    return !left.has(pairName(pairs[first], pairs[first + 1]));
  });
  return adjacencyOfPairs(adjacency.start.length - 1, kept);
}

/** Links that two units do not touch by already, as pairs. */
export function beyondTouch({ start, target }: Adjacency, links: ArrayLike<number>): number[] {
  const found: number[] = [];
  for (let i = 0; i < links.length; i += 2)
    if (!target.subarray(start[links[i]], start[links[i] + 1]).includes(links[i + 1]))
      found.push(links[i], links[i + 1]);
  return found;
}

const pairName = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Every link once, `[a, b, a, b, …]` with `a < b`. */
function pairsOf({ start, target }: Adjacency): readonly number[] {
  const pairs: number[] = [];
  for (let node = 0; node + 1 < start.length; node++)
    for (let i = start[node]; i < start[node + 1]; i++) if (node < target[i]) pairs.push(node, target[i]);
  return pairs;
}
