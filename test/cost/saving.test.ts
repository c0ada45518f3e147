import fc from "fast-check";
import { expect, test } from "vitest";
import { costModel } from "../../src/cost/cost-model.ts";
import { COST_PARAMETERS } from "../../src/cost/parameters/table.ts";
import { priceFactor } from "../../src/cost/price-index.ts";
import { budgetYears } from "../../src/cost/ramp.ts";
import {
  CATEGORY_RULES,
  type CostDrivers,
  LONGER_STEPS,
  SAVING_CATEGORIES,
  type Saving,
  savingAt,
  valuesAt,
  yearlySaving,
  yearlyTotal,
} from "../../src/cost/saving.ts";
import { gaugeOf, teachingMoney } from "../../src/cost/target.ts";
import { COST_CATEGORIES } from "../../src/cost/parameter.ts";
import { COST_ITEMS } from "../../src/domain/cost-items.ts";

const drivers = (over: Partial<CostDrivers> = {}): CostDrivers => ({
  districts: 8,
  openSites: 18,
  classes: 300,
  transportRights: 900,
  housed: 6000,
  own: { classes: 0, buildings: 0 },
  moved: 0,
  siteClosed: 0,
  longerBy: new Float64Array(LONGER_STEPS),
  ...over,
});

test("8 districts into 4 plan 10 million and expect 7.5, between 2.5 and 10", () => {
  const { leadership } = yearlySaving(drivers({ districts: 4 }), drivers(), COST_PARAMETERS);
  expect(leadership).toEqual({ low: 2_500_000, mid: 7_500_000, high: 10_000_000 });
});

test("4 districts into 11 cost 3.2 million, and extra costs come in full", () => {
  const { leadership } = yearlySaving(drivers({ districts: 11 }), drivers({ districts: 4 }), COST_PARAMETERS);
  expect(leadership).toEqual({ low: -4_900_000, mid: -3_220_000, high: -2_100_000 });
});

test("the same plan saves nothing", () => {
  expect(yearlyTotal(yearlySaving(drivers(), drivers(), COST_PARAMETERS), SAVING_CATEGORIES)).toEqual({
    low: 0,
    mid: 0,
    high: 0,
  });
});

test("closing a site of 80 pupils spares its leader and its buildings, and costs those who leave and those who move", () => {
  const closed = drivers({ openSites: 17, housed: 5920, moved: 80, siteClosed: 80 });
  const { leadership, buildings, private: leaving, "one-off": once } = yearlySaving(closed, drivers(), COST_PARAMETERS);
  expect(leadership.mid).toBe(0.75 * 650_000);
  expect(buildings.mid).toBe(0.75 * 80 * 18 * 600);
  expect(leaving.mid).toBe(-80 * 0.25 * (40_352 - 0.3 * 64_500));
  expect(once.mid).toBe(-80 * 7500);
});

test("pupils whose way grows beyond the threshold leave at their share, between two steps in proportion", () => {
  // 40 pupils beyond 3 km, 20 beyond 3.5: at 3.25 km, 30.
  const longerBy = Float64Array.from({ length: LONGER_STEPS }, (_, step) => (step <= 6 ? 40 : 20));
  const at = { ...valuesAt(COST_PARAMETERS, "mid"), fartherBy: 3.25, leaveWhenFarther: 0.1, relief: 0 };
  expect(savingAt(drivers({ longerBy }), drivers(), at).private).toBeCloseTo(-30 * 0.1 * 40_352, 6);
});

const some = fc.record({
  districts: fc.integer({ min: 1, max: 20 }),
  openSites: fc.integer({ min: 1, max: 30 }),
  classes: fc.integer({ min: 1, max: 500 }),
  transportRights: fc.integer({ min: 0, max: 3000 }),
  housed: fc.integer({ min: 0, max: 8000 }),
  own: fc.record({ classes: fc.integer({ min: 0, max: 9e6 }), buildings: fc.integer({ min: 0, max: 9e6 }) }),
  moved: fc.integer({ min: 0, max: 3000 }),
  siteClosed: fc.integer({ min: 0, max: 900 }),
  longerBy: fc
    .array(fc.integer({ min: 0, max: 900 }), { minLength: LONGER_STEPS, maxLength: LONGER_STEPS })
    .map((counts) => counts.toSorted((a, b) => b - a)),
});
const within = fc.record(
  Object.fromEntries(
    COST_ITEMS.map((key) => {
      const { low, high } = COST_PARAMETERS[key];
      return [key, fc.double({ min: low, max: high, noNaN: true })];
    }),
  ),
);

test("whatever the parameters are within their ranges, each category is within its range, whichever way the plan goes", () => {
  fc.assert(
    fc.property(some, some, within, (plan, baseline, values) => {
      const at = { ...valuesAt(COST_PARAMETERS, "mid"), ...values };
      const saving = yearlySaving(plan, baseline, COST_PARAMETERS);
      const drawn = savingAt(plan, baseline, at);
      for (const category of COST_CATEGORIES) {
        const { low, mid, high } = saving[category];
        expect(low).toBeLessThanOrEqual(mid);
        expect(mid).toBeLessThanOrEqual(high);
        expect(drawn[category]).toBeGreaterThanOrEqual(low - 1e-6 * Math.abs(low) - 1e-6);
        expect(drawn[category]).toBeLessThanOrEqual(high + 1e-6 * Math.abs(high) + 1e-6);
      }
    }),
  );
});

test("a category rests on the parameters that it names and on no other", () => {
  const longerBy = Float64Array.from({ length: LONGER_STEPS }, (_, step) => 400 - 19 * step);
  const small = drivers({
    districts: 4,
    openSites: 15,
    classes: 280,
    housed: 5000,
    moved: 90,
    siteClosed: 80,
    longerBy,
  });
  const large = drivers({ districts: 9, transportRights: 1000 });
  const mid = valuesAt(COST_PARAMETERS, "mid");
  for (const category of COST_CATEGORIES) {
    const { rests, compute } = CATEGORY_RULES[category];
    const touched = COST_ITEMS.filter((key) =>
      [
        [small, drivers()],
        [large, drivers()],
      ].some(([plan, today]) => compute(plan, today, { ...mid, [key]: 1.1 * mid[key] }) !== compute(plan, today, mid)),
    );
    expect(touched.toSorted()).toEqual([...rests].toSorted());
  }
});

test("a site's own accounts count in place of the defaults", () => {
  const own = drivers({ classes: 290, housed: 5900, own: { classes: 9e6, buildings: 2e6 } });
  const without = { ...own, own: { classes: 0, buildings: 0 } };
  const saved = savingAt(without, own, valuesAt(COST_PARAMETERS, "mid"));
  expect(saved.classes).toBe(0.75 * 9e6);
  expect(saved.buildings).toBe(0.75 * 2e6);
  const smaller = { ...own, own: { classes: 7e6, buildings: 1.5e6 } };
  const part = savingAt(smaller, own, valuesAt(COST_PARAMETERS, "mid"));
  expect(part.classes).toBe(0.75 * 2e6);
  expect(part.buildings).toBe(0.75 * 0.5e6);
});

test("amounts follow the consumer price index, shares and areas do not", () => {
  const costs = costModel(2015);
  expect(costs.class.mid).toBe(Math.round((750_000 * 100) / 102.2));
  expect(costs.districtMerger.mid).toBe(2_500_000);
  expect(costs.realisation).toEqual(COST_PARAMETERS.realisation);
  expect(costs.areaPerPupil).toEqual(COST_PARAMETERS.areaPerPupil);
  expect(priceFactor(2015, 2022) * priceFactor(2022, 2015)).toBeCloseTo(1, 12);
});

test("the municipality's own figure stands in for the default, in the prices of the case", () => {
  const own = {
    item: "class",
    low: 1,
    mid: 1022,
    high: 3000,
    priceYear: 2018,
    source: "regnskab",
    confidence: "high",
  } as const;
  const { class: price } = costModel(2015, [own]);
  expect(price.mid).toBeCloseTo(1000, 9);
  expect(price.source).toBe("regnskab");
});

test("savings grow over the years, extra costs are there at once, one-off costs come once", () => {
  const saving: Saving = {
    ...yearlySaving(drivers(), drivers(), COST_PARAMETERS),
    leadership: { low: 12, mid: 12, high: 12 },
    transport: { low: -12, mid: -12, high: -12 },
    "one-off": { low: -7, mid: -7, high: -7 },
  };
  const years = budgetYears({ saving, counting: SAVING_CATEGORIES }, COST_PARAMETERS, 2016, 3);
  expect(years.map(({ year }) => year)).toEqual([2016, 2017, 2018]);
  expect(years.map(({ saving: { mid } }) => mid)).toEqual([5 * 0.75 - 5, 12 * 0.75 - 12, 0]);
  expect(years.map(({ oneOff: { mid } }) => mid + 0)).toEqual([-7, 0, 0]);
  expect(years[2].inAll.mid).toBeCloseTo(5 * 0.75 - 5 + 12 * 0.75 - 12 - 7, 9);
});

test("where teaching is to be untouched, what classes save does not count towards the target and stands by itself", () => {
  const saving = yearlySaving(drivers({ districts: 4, classes: 290 }), drivers(), COST_PARAMETERS);
  const target = { amount: 21_000_000, priceYear: 2015, source: "holbaek.dk", teaching: "untouched" } as const;
  const gauge = gaugeOf(target, saving, 2015);
  expect(gauge.total.mid).toBe(7_500_000);
  expect(gauge.missing).toEqual({ low: 11_000_000, mid: 13_500_000, high: 18_500_000 });
  expect(gaugeOf({ ...target, teaching: "counts" }, saving, 2015).total.mid).toBe(7_500_000 + 0.75 * 7_500_000);
  expect(teachingMoney(saving, COST_PARAMETERS).positions.mid).toBeCloseTo((0.75 * 7_500_000) / 500_000, 9);
});

test("every parameter says what it is in both languages, where it comes from, who owns it and between what it lies", () => {
  for (const { name, unit, owner, low, mid, high, source, priceYear } of Object.values(COST_PARAMETERS)) {
    for (const text of [name.da, name.en, unit.da, unit.en, owner.da, owner.en, source]) expect(text).not.toBe("");
    expect(low).toBeLessThanOrEqual(mid);
    expect(mid).toBeLessThanOrEqual(high);
    expect(priceYear).toBeGreaterThan(2000);
  }
});
