import fc from "fast-check";
import { expect, test } from "vitest";
import { countAllGroupings, enumerateGroupings } from "../../src/solve/grouping/enumerate.ts";
import { allTouch, groupOf, isConnected, type Neighbours } from "../../src/solve/grouping/groups.ts";

const graph = (count: number, touching: readonly (readonly [number, number])[]): Neighbours =>
  Array.from({ length: count }, (_, district) =>
    groupOf(touching.flatMap(([a, b]) => (a === district ? [b] : b === district ? [a] : []))),
  );

const range = (count: number) => Array.from({ length: count }, (_, i) => i);
const path = graph(
  8,
  range(7).map((i) => [i, i + 1] as const),
);
const ring = range(7).map((i) => [i, (i + 1) % 7] as const);
const wheel = graph(8, [...ring, ...range(7).map((i) => [i, 7] as const)]);

const list = (neighbours: Neighbours, groups: number) =>
  enumerateGroupings({ count: neighbours.length, groups, neighbours, allows: () => true, most: 1e6, mostSteps: 1e7 });

test.each([
  ["a path", path, 35],
  ["a wheel", wheel, 294],
  ["all touching all", allTouch(8), 1701],
])("eight districts as %s fall into four connected groups in a known number of ways", (_, neighbours, ways) => {
  expect(list(neighbours, 4).groupings).toHaveLength(ways);
});

test("Stirling numbers count the groupings there are, touching or not", () => {
  expect(countAllGroupings(8, 4)).toBe(1701n);
  for (let count = 1; count <= 7; count++)
    for (let groups = 1; groups <= count; groups++)
      expect(list(allTouch(count), groups).groupings).toHaveLength(Number(countAllGroupings(count, groups)));
});

test("every grouping listed covers each district once, in connected groups, and comes once", () => {
  const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), { maxLength: 12 });
  fc.assert(
    fc.property(pairs, fc.integer({ min: 1, max: 7 }), (touching, groups) => {
      const neighbours = graph(
        7,
        touching.filter(([a, b]) => a !== b),
      );
      const { groupings, ended } = list(neighbours, groups);
      expect(ended).toBe("complete");
      for (const grouping of groupings) {
        expect(grouping.reduce((all, group) => all | group, 0n)).toBe(127n);
        expect(grouping.reduce((sum, group) => sum + group, 0n)).toBe(127n);
        expect(grouping.every((group) => isConnected(group, neighbours))).toBe(true);
      }
      expect(new Set(groupings.map((grouping) => grouping.join())).size).toBe(groupings.length);
    }),
  );
});

test("a search that meets its limit says so", () => {
  const search = { count: 8, groups: 4, neighbours: allTouch(8), allows: () => true };
  expect(enumerateGroupings({ ...search, most: 1700, mostSteps: 1e7 }).ended).toBe("most");
  expect(enumerateGroupings({ ...search, most: 1701, mostSteps: 1e7 }).ended).toBe("complete");
  expect(enumerateGroupings({ ...search, most: 1701, mostSteps: 50 }).ended).toBe("steps");
});
