import fc from "fast-check";
import { expect, test } from "vitest";
import { GrowingMap } from "../../../web/proposals/growing-map.ts";

const pairs = fc.array(fc.tuple(fc.nat(400), fc.nat()), { maxLength: 150 });

test("a map that grows is a plain map of all that was put into it, whatever it grew from, and none that it grew from has changed", () => {
  fc.assert(
    fc.property(fc.array(pairs, { maxLength: 12 }), fc.array(pairs, { maxLength: 3 }), (steps, aside) => {
      const plain = new Map<number, number>();
      let grown = new GrowingMap<number, number>(new Map());
      for (const [i, more] of steps.entries()) {
        const before = [...grown];
        // Another way that is gone from here and left.
        const other = grown.with(aside[i % Math.max(1, aside.length)] ?? []);
        expect(new Map(other)).toEqual(new Map([...before, ...(aside[i % Math.max(1, aside.length)] ?? [])]));
        const from = grown;
        grown = grown.with(more);
        for (const [key, value] of more) plain.set(key, value);
        expect([...from]).toEqual(before);
      }
      expect([...grown]).toEqual([...plain]);
      expect([[...grown.keys()], [...grown.values()], grown.size]).toEqual([
        [...plain.keys()],
        [...plain.values()],
        plain.size,
      ]);
      for (let key = 0; key <= 400; key++)
        expect([grown.has(key), grown.get(key)]).toEqual([plain.has(key), plain.get(key)]);
    }),
    { seed: 3, numRuns: 200 },
  );
});
