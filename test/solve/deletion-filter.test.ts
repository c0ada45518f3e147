import fc from "fast-check";
import { expect, test } from "vitest";
import { smallestConflict } from "../../src/solve/deletion-filter.ts";

test("of any number of rules the conflict collides, and without any one of its rules it does not; of many few are tried", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 400 }).chain((count) =>
        fc.record({
          count: fc.constant(count),
          // Some sets of rules that cannot hold together.
          clashes: fc.array(fc.uniqueArray(fc.integer({ min: 0, max: count - 1 }), { minLength: 1, maxLength: 4 }), {
            minLength: 1,
            maxLength: 3,
          }),
        }),
      ),
      async ({ count, clashes }) => {
        let asked = 0;
        const holds = (rules: readonly number[]): boolean =>
          !clashes.some((clash) => clash.every((rule) => rules.includes(rule)));
        const found = await smallestConflict([...Array(count).keys()], (rules) => {
          asked++;
          return Promise.resolve(holds(rules));
        });
        expect(holds(found)).toBe(false);
        for (const rule of found) expect(holds(found.filter((other) => other !== rule))).toBe(true);
        if (count > 200) expect(asked).toBeLessThan(count);
      },
    ),
    { seed: 5, numRuns: 100 },
  );
});
