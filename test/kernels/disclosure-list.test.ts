import fc from "fast-check";
import { expect, test } from "vitest";
import { COMPLEMENTARY, FEW } from "../../src/kernels/disclosure/linked-tables.ts";
import { hideInList } from "../../src/kernels/disclosure/list.ts";

/** Every list that prints as this one does. */
function* lookalikes(counts: readonly number[], marks: Uint8Array): Generator<number[]> {
  const total = counts.reduce((sum, count) => sum + count, 0);
  function* fill(at: number, left: number, made: number[]): Generator<number[]> {
    if (at === counts.length) {
      if (left === 0) yield made;
      return;
    }
    const [low, high] = marks[at] === FEW ? [1, 4] : marks[at] === COMPLEMENTARY ? [5, left] : [counts[at], counts[at]];
    for (let value = low; value <= Math.min(high, left); value++) yield* fill(at + 1, left - value, [...made, value]);
  }
  yield* fill(0, total, []);
}

test("no small group can be told from a list and its total, by trying every list that prints the same", () => {
  const lists = fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 9 })), {
    minLength: 1,
    maxLength: 5,
  });
  let proven = 0;
  fc.assert(
    fc.property(lists, (counts) => {
      const marks = hideInList(counts);
      counts.forEach((count, i) => expect(marks[i] === FEW).toBe(count > 0 && count < 5));
      const everythingHidden = counts.every((count, i) => count === 0 || marks[i] !== 0);
      if (everythingHidden || !marks.includes(FEW)) return;
      proven++;
      const worlds = [...lookalikes(counts, marks)];
      counts.forEach((_, i) => {
        if (marks[i] === FEW) expect(new Set(worlds.map((world) => world[i])).size).toBeGreaterThan(1);
      });
    }),
    { numRuns: 400, seed: 1 },
  );
  expect(proven).toBeGreaterThan(100);
});

test("nothing is hidden where no group is small, and as little as needed where one is", () => {
  expect([...hideInList([7, 0, 12])]).toEqual([0, 0, 0]);
  expect([...hideInList([3, 40, 6, 9])]).toEqual([FEW, 0, COMPLEMENTARY, 0]);
  expect([...hideInList([2, 3, 40])]).toEqual([FEW, FEW, 0]);
});
