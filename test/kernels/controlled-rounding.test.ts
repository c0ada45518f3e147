import fc from "fast-check";
import { expect, test } from "vitest";
import { balanceWithoutFew, splitWithoutFew } from "../../src/kernels/disclosure/controlled-rounding.ts";
import { seededRandom } from "../../src/kernels/random.ts";
import { sum } from "../../src/kernels/sum.ts";

const fewIn = (counts: Iterable<number>): number[] => [...counts].filter((count) => count > 0 && count < 5);

const rows = fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 }), {
  minLength: 1,
  maxLength: 8,
});

test("rows that are split keep their sums, hold no count of one to four, and put no column farther off than their small counts ask for", () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 1000 }), (drawn, seed) => {
      const kept = drawn.filter((row) => sum(row) === 0 || sum(row) >= 5);
      const counts = kept.flat();
      const sums = kept.map(sum);
      const groupOf = kept.map((_, row) => row % 2);
      const split = splitWithoutFew({ columns: 3, counts, sums, groupOf }, seededRandom(seed));
      expect(fewIn(split)).toEqual([]);
      sums.forEach((all, row) => expect(sum(split.subarray(3 * row, 3 * row + 3))).toBe(all));
      expect(splitWithoutFew({ columns: 3, counts, sums, groupOf }, seededRandom(seed))).toEqual(split);
    }),
    { numRuns: 300, seed: 1 },
  );
});

test("where rows are large, the sums of columns stay as they are, of each group and of all", () => {
  const random = seededRandom(7);
  const counts = Array.from({ length: 120 }, () => 1 + Math.floor(6 * random()));
  const of = (values: ArrayLike<number>, column: number, group?: number): number =>
    sum(
      Array.from(values).filter(
        (_, at) => at % 4 === column && (group === undefined || Math.floor(at / 4) % 2 === group),
      ),
    );
  const sums = Array.from({ length: 30 }, (_, row) => sum(counts.slice(4 * row, 4 * row + 4)));
  const split = splitWithoutFew({ columns: 4, counts, sums, groupOf: sums.map((_, row) => row % 2) }, random);
  for (const column of [0, 1, 2, 3]) {
    expect(of(split, column)).toBe(of(counts, column));
    for (const group of [0, 1]) expect(Math.abs(of(split, column, group) - of(counts, column, group))).toBeLessThan(5);
  }
});

test("balanced counts hold none of one to four and come to the same sum, and leave out pupils only where there are fewer than five", () => {
  const lists = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(lists, fc.integer({ min: 1, max: 1000 }), (counts, seed) => {
      const balanced = balanceWithoutFew({ counts, cost: (a, b) => Math.abs(a - b) }, seededRandom(seed));
      expect(fewIn(balanced)).toEqual([]);
      const off = sum(balanced) - sum(counts);
      const large = counts.filter((count) => count >= 5);
      if (large.length > 0 && sum(large) - 5 * large.length >= 5) expect(off).toBe(0);
      expect(Math.abs(off)).toBeLessThan(5);
      counts.forEach((count, at) => count === 0 && expect(balanced[at]).toBe(0));
    }),
    { numRuns: 400, seed: 1 },
  );
});

test("a small count is drawn up as often as it is large: over many seeds the mean is the count itself", () => {
  for (const small of [1, 2, 3, 4]) {
    const drawn = Array.from(
      { length: 2000 },
      (_, seed) => balanceWithoutFew({ counts: [small, 40], cost: () => 1 }, seededRandom(seed))[0],
    );
    expect(sum(drawn) / drawn.length).toBeGreaterThan(small - 0.25);
    expect(sum(drawn) / drawn.length).toBeLessThan(small + 0.25);
  }
});

test("pupils are given and taken where that costs least", () => {
  const cost = (a: number, b: number): number => (a + b === 1 ? 1 : 100);
  for (let seed = 1; seed < 20; seed++) {
    const balanced = balanceWithoutFew({ counts: [3, 20, 20], cost }, seededRandom(seed));
    expect(balanced[2]).toBe(20);
    expect(balanced[0] + balanced[1]).toBe(23);
  }
});
