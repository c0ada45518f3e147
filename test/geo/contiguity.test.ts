import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { adjacencyOfPairs, withLinks } from "../../src/geo/adjacency.ts";
import { pieces } from "../../src/geo/contiguity.ts";

/** A drawing as a grid graph: letters side by side or one above the other touch. */
function drawnGrid(...rows: string[]) {
  const width = rows[0].length;
  const letters = rows.join("");
  const pairs: number[] = [];
  for (let i = 0; i < letters.length; i++) {
    if ((i + 1) % width !== 0) pairs.push(i, i + 1);
    if (i + width < letters.length) pairs.push(i, i + width);
  }
  const membersOf = (letter: string) => Array.from(letters).flatMap((each, i) => (each === letter ? [i] : []));
  return { adjacency: adjacencyOfPairs(letters.length, pairs), membersOf };
}

describe("adjacency", () => {
  test("keeps neighbours ascending, once, both ways, and no node beside itself", () => {
    const { start, target } = adjacencyOfPairs(4, [2, 0, 0, 2, 1, 1, 0, 1]);
    expect([...start]).toEqual([0, 2, 3, 4, 4]);
    expect([...target]).toEqual([1, 2, 0, 0]);
  });

  test("a ferry joins what the land does not", () => {
    const land = adjacencyOfPairs(4, [0, 1, 2, 3]);
    const all = [0, 1, 2, 3];
    expect(pieces(land, all).count).toBe(2);
    expect(pieces(withLinks(land, [1, 2]), all).count).toBe(1);
  });
});

describe("connected pieces", () => {
  test.each([
    { drawing: ["AAB", "ABB"], letter: "A", count: 1, of: [0, 0, 0] },
    { drawing: ["ABA", "BBA"], letter: "A", count: 2, of: [0, 1, 1] },
    { drawing: ["ABA", "BAB"], letter: "A", count: 3, of: [0, 1, 2] },
    { drawing: ["AAA", "ABA"], letter: "B", count: 1, of: [0] },
    { drawing: ["AAA", "AAA"], letter: "B", count: 0, of: [] },
  ])("$letter in $drawing falls into $count", ({ drawing, letter, count, of }) => {
    const { adjacency, membersOf } = drawnGrid(...drawing);
    const found = pieces(adjacency, membersOf(letter));
    expect({ count: found.count, of: [...found.of] }).toEqual({ count, of });
  });

  test("one call leaves nothing behind for the next", () => {
    const { adjacency, membersOf } = drawnGrid("ABA", "BBA");
    const counts = ["A", "B", "A"].map((letter) => pieces(adjacency, membersOf(letter)).count);
    expect(counts).toEqual([2, 1, 2]);
  });

  test("two members are in one piece exactly when a path through members joins them", () => {
    const graph = fc.integer({ min: 1, max: 9 }).chain((count) =>
      fc.record({
        count: fc.constant(count),
        edges: fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 14 }),
        members: fc.uniqueArray(fc.nat(count - 1)),
      }),
    );
    fc.assert(
      fc.property(graph, ({ count, edges, members }) => {
        const found = pieces(adjacencyOfPairs(count, edges.flat()), members);
        const reach = Array.from({ length: count }, (_, i) => new Set(members.includes(i) ? [i] : []));
        for (let round = 0; round < count; round++)
          for (const [a, b] of edges)
            if (members.includes(a) && members.includes(b))
              for (const set of reach) if (set.has(a) || set.has(b)) set.add(a).add(b);
        members.forEach((a, i) => members.forEach((b, j) => expect(found.of[i] === found.of[j]).toBe(reach[a].has(b))));
        expect(found.count).toBe(new Set(found.of).size);
      }),
    );
  });
});
