import fc from "fast-check";
import { expect, test } from "vitest";
import { countBeating, type Criterion, paretoMarks, rankOf, ranks } from "../../src/compare/pareto.ts";

const table = fc.tuple(fc.integer({ min: 1, max: 25 }), fc.integer({ min: 1, max: 4 })).chain(([plans, criteria]) =>
  fc.array(
    fc.record({
      values: fc.array(fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 4 }) }, fc.constant(NaN)), {
        minLength: plans,
        maxLength: plans,
      }),
      better: fc.constantFrom("lower" as const, "higher" as const),
    }),
    { minLength: criteria, maxLength: criteria },
  ),
);

const cost = ({ values, better }: Criterion, plan: number) =>
  Number.isNaN(values[plan]) ? Infinity : better === "higher" ? -values[plan] : values[plan];

test("a plan is marked exactly when no other is as good everywhere and better somewhere", () => {
  fc.assert(
    fc.property(table, (criteria) => {
      const plans = criteria[0].values.length;
      const marks = paretoMarks(criteria, plans);
      for (let plan = 0; plan < plans; plan++) {
        const beaten = Array.from({ length: plans }, (_, other) => other).some(
          (other) =>
            criteria.every((criterion) => cost(criterion, other) <= cost(criterion, plan)) &&
            criteria.some((criterion) => cost(criterion, other) < cost(criterion, plan)),
        );
        expect(marks[plan] === 1).toBe(!beaten);
        expect(countBeating(criteria, plan, plans) === 0).toBe(!beaten);
      }
    }),
  );
});

test("a plan's rank is one more than the number of better plans", () => {
  fc.assert(
    fc.property(table, ([criterion]) => {
      const plans = criterion.values.length;
      const rank = ranks(criterion, plans);
      for (let plan = 0; plan < plans; plan++) {
        let better = 0;
        for (let other = 0; other < plans; other++) if (cost(criterion, other) < cost(criterion, plan)) better++;
        expect(rank[plan]).toBe(better + 1);
        expect(rankOf(criterion, plan, plans)).toBe(better + 1);
      }
    }),
  );
});
