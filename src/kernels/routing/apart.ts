/**
 * The size of the largest group found of which no two go together: greedily from each, those hardest to bring along first. No answer that
 * puts only such together that go together has fewer parts. O(n^3) at most.
 */
export function mostApart(items: readonly number[], areApart: (a: number, b: number) => boolean): number {
  const loneliness = new Map(items.map((item) => [item, items.filter((other) => areApart(item, other)).length]));
  const lonely = items.toSorted((a, b) => (loneliness.get(b) ?? 0) - (loneliness.get(a) ?? 0) || a - b);
  return lonely.reduce((most, first) => {
    const group = [first];
    for (const item of lonely) if (item !== first && group.every((other) => areApart(item, other))) group.push(item);
    return Math.max(most, group.length);
  }, 0);
}

/** Shortest ways by whatever places lead past (Floyd 1962, Warshall 1962), of a table row-major over `width` places. O(n^3). */
export function shortestOver(time: Float64Array, width: number): Float64Array {
  const shortest = time.slice();
  for (let over = 0; over < width; over++)
    for (let from = 0; from < width; from++) {
      const onto = shortest[from * width + over];
      if (onto === Infinity) continue;
      for (let to = 0; to < width; to++) {
        const way = onto + shortest[over * width + to];
        if (way < shortest[from * width + to]) shortest[from * width + to] = way;
      }
    }
  return shortest;
}
