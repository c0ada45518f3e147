import fc from "fast-check";
import { expect, test } from "vitest";
import { COST_PARAMETERS } from "../../src/cost/parameters.ts";
import { addRanges, yearlySaving } from "../../src/cost/saving.ts";

const drivers = (districts: number, classes: number, transportRights: number) => ({
  districts,
  classes,
  transportRights,
});

test("8 districts into 4 plan 10 million and expect 7.5, between 2.5 and 10", () => {
  const { leadership } = yearlySaving(drivers(4, 300, 900), drivers(8, 300, 900), COST_PARAMETERS);
  expect(leadership).toEqual({ low: 2_500_000, mid: 7_500_000, high: 10_000_000 });
});

test("4 districts into 11 cost 3.2 million, and extra costs come in full", () => {
  const { leadership } = yearlySaving(drivers(11, 300, 900), drivers(4, 300, 900), COST_PARAMETERS);
  expect(leadership.mid).toBe(-3_220_000);
  expect(leadership).toEqual({ low: -4_900_000, mid: -3_220_000, high: -2_100_000 });
});

test("the same plan saves nothing", () => {
  const same = drivers(8, 300, 900);
  expect(addRanges(Object.values(yearlySaving(same, same, COST_PARAMETERS)))).toEqual({ low: 0, mid: 0, high: 0 });
});

test("every range is ordered, whichever way the plan goes", () => {
  const some = fc.record({
    districts: fc.integer({ min: 1, max: 20 }),
    classes: fc.integer({ min: 1, max: 500 }),
    transportRights: fc.integer({ min: 0, max: 3000 }),
  });
  fc.assert(
    fc.property(some, some, (plan, baseline) => {
      for (const { low, mid, high } of Object.values(yearlySaving(plan, baseline, COST_PARAMETERS))) {
        expect(low).toBeLessThanOrEqual(mid);
        expect(mid).toBeLessThanOrEqual(high);
      }
    }),
  );
});

test("every parameter says what it is in both languages, where it comes from and between what it lies", () => {
  for (const { name, unit, low, mid, high, source, priceYear } of Object.values(COST_PARAMETERS)) {
    for (const text of [name.da, name.en, unit.da, unit.en, source]) expect(text).not.toBe("");
    expect(low).toBeLessThanOrEqual(mid);
    expect(mid).toBeLessThanOrEqual(high);
    expect(priceYear).toBeGreaterThan(2000);
  }
});
