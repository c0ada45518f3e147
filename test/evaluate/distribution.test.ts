import fc from "fast-check";
import { expect, test } from "vitest";
import { DistributionBuilder, quantile } from "../../src/evaluate/distribution.ts";

const ways = fc.array(fc.tuple(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 1, max: 40 })), {
  maxLength: 60,
});

test("a quantile over several districts is that of all their pupils in one list", () => {
  fc.assert(
    fc.property(fc.array(ways, { maxLength: 4 }), fc.constantFrom(0.01, 0.5, 0.9, 1), (districts, share) => {
      const built = districts.map((entries) => {
        const builder = new DistributionBuilder(1);
        for (const [metres, pupils] of entries) builder.add(metres, pupils);
        return builder.finish();
      });
      const all = districts
        .flat()
        .flatMap(([metres, pupils]) => Array.from({ length: pupils }, () => metres))
        .toSorted((a, b) => a - b);
      const wanted = all.length === 0 ? undefined : all[Math.max(0, Math.ceil(share * all.length - 1e-9) - 1)];
      expect(quantile(built, share)).toBe(wanted);
    }),
  );
});
