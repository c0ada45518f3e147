import fc from "fast-check";
import { expect, test } from "vitest";
import { costModel } from "../../src/cost/cost-model.ts";
import { drawnSaving, rangeOf, savingOf } from "../../src/cost/drawn-saving.ts";
import { COST_PARAMETERS } from "../../src/cost/parameters/table.ts";
import { priceIndexText } from "../../src/cost/price-index-text.ts";
import { priceFactor, STATE_INDEX_REFERENCE } from "../../src/cost/price-index.ts";
import { budgetYears, presentValue, STATE_RATE } from "../../src/cost/ramp.ts";
import { REFERENCES } from "../../src/cost/references.ts";
import {
  expectedValues,
  LONGER_STEPS,
  plannedSaving,
  restsOf,
  type Saving,
  savingAt,
  valuesAt,
} from "../../src/cost/saving.ts";
import { STATE_CATEGORIES } from "../../src/cost/state-cost.ts";
import { gaugeOf, teachingMoney } from "../../src/cost/target.ts";
import { ASSUMED_NUMBERS, costDraws, DRAWS, pupilDraws } from "../../src/cost/uncertainty.ts";
import { COST_CATEGORIES, COST_ITEMS, SAVING_CATEGORIES } from "../../src/domain/cost-items.ts";
import { anyDrivers, drivers, schools } from "../cases/drivers.ts";

const mid = valuesAt(COST_PARAMETERS, "mid");
/** All that is planned comes. */
const planned = { ...mid, realisation: 1 };
const draws = costDraws(COST_PARAMETERS);
const pupils = pupilDraws(ASSUMED_NUMBERS, new Map());
const money = (plan: Parameters<typeof savingOf>[0], baseline = drivers()) =>
  savingOf(plan, baseline, SAVING_CATEGORIES, draws, pupils);

const within = fc
  .record(
    Object.fromEntries(
      COST_ITEMS.map((key) => {
        const { low, high } = COST_PARAMETERS[key];
        return [key, fc.double({ min: low, max: high, noNaN: true })];
      }),
    ),
  )
  .map((values) => ({ ...mid, ...values }));

test("what is planned has no path: A to B and B to C come to A to C, and back again to nothing", () => {
  fc.assert(
    fc.property(anyDrivers, anyDrivers, anyDrivers, within, (a, b, c, at) => {
      const [first, second, both, back] = [
        plannedSaving(b, a, at),
        plannedSaving(c, b, at),
        plannedSaving(c, a, at),
        plannedSaving(a, b, at),
      ];
      for (const category of STATE_CATEGORIES) {
        const size = Math.abs(first[category]) + Math.abs(second[category]) + 1e6;
        expect(Math.abs(first[category] + second[category] - both[category])).toBeLessThan(1e-9 * size);
        expect(Math.abs(first[category] + back[category])).toBeLessThan(1e-9 * size);
      }
    }),
  );
});

test("merging eight schools into four plans what splitting four into eight costs", () => {
  const merged = plannedSaving(drivers({ schools: schools(4) }), drivers(), mid).leadership;
  expect(merged).toBeCloseTo(4 * (850_000 - 650_000 + 250_000), 6);
  expect(plannedSaving(drivers(), drivers({ schools: schools(4) }), mid).leadership).toBeCloseTo(-merged, 6);
});

test("a school too small to fill the least office costs it all the same", () => {
  const one = drivers({ schools: [{ pupils: 100, sites: 1 }] });
  const two = drivers({ schools: [...one.schools, { pupils: 100, sites: 1 }] });
  const each = 850_000 + 0.5 * 450_000 + 250_000;
  expect(plannedSaving(one, two, mid).leadership).toBeCloseTo(each, 6);
});

test("savings come in part, extra costs in full", () => {
  const at = { ...mid, realisation: 0.25 };
  const fewer = drivers({ classes: { apart: 296, together: 296 } });
  expect(savingAt(fewer, drivers(), at).classes).toBe(0.25 * 4 * 750_000);
  expect(savingAt(drivers(), fewer, at).classes).toBe(-4 * 750_000);
});

test("classes and buildings of a closed site save no more than its pupils cost today", () => {
  const closed = drivers({ classes: { apart: 280, together: 280 }, housedSmall: 425, moved: 75, siteClosed: 75 });
  const saved = savingAt(closed, drivers(), planned);
  expect(saved.classes + saved.buildings).toBeCloseTo(75 * mid.operatingCost, 6);
  // Where no site closes, fewer classes are all fewer.
  const redrawn = drivers({ classes: { apart: 280, together: 280 } });
  expect(savingAt(redrawn, drivers(), planned).classes).toBe(20 * 750_000);
});

test("pupils beyond the places that a school has cost pavilions", () => {
  const over = drivers({ overflow: 56 });
  expect(plannedSaving(over, drivers(), mid).buildings).toBe((-56 * 250_000) / 28);
});

test("a right to transport costs between a card and the municipality's own bus, and the range holds both", () => {
  const { transport } = money(drivers({ transportRights: 1025 })).saving;
  expect(-transport.low).toBeGreaterThan(125 * mid.ownBusPupil);
  expect(-transport.high).toBeLessThan(125 * 3485);
  expect(-savingAt(drivers({ transportRights: 1025 }), drivers(), { ...mid, withoutPublicBus: 0 }).transport).toBe(
    125 * mid.travelCard,
  );
});

test("the same plan saves nothing in any draw", () => {
  expect(money(drivers()).counted).toEqual({ low: 0, mid: 0, high: 0 });
});

test("pupils whose way grows beyond the threshold leave at their share, between two steps in proportion", () => {
  // 40 pupils beyond 3 km, 20 beyond 3.5: at 3.25 km, 30.
  const longerBy = Float64Array.from({ length: LONGER_STEPS }, (_, step) => (step <= 6 ? 40 : 20));
  const at = { ...mid, fartherBy: 3.25, leaveWhenFarther: 0.1, relief: 0 };
  expect(savingAt(drivers({ longerBy }), drivers(), at).private).toBeCloseTo(-30 * 0.1 * 40_352, 6);
});

test("of those who leave, pupils of grades 0-3 in after-school care cost its contribution and the parents' payment, less what the care saves", () => {
  const plan = drivers({
    siteClosed: 100,
    youngest: { siteClosed: 40, longerBy: new Float64Array(LONGER_STEPS) },
  });
  // 25 leave, of whom 10 in grades 0-3; of these 8 in after-school care.
  const at = { ...mid, leaveWhenClosed: 0.25, relief: 0.3, inCare: 0.8 };
  const each = 40_352 - 0.3 * 64_339;
  const inCare = 7_699 + 18_624 - 0.3 * 53_000;
  expect(savingAt(plan, drivers(), at).private).toBeCloseTo(-25 * each - 8 * inCare, 6);
});

test("pupils' hours are money only where somebody prices them: two hundred days of what the ways take more", () => {
  const farther = drivers({ journeys: { walked: 3000, cycledYoung: 4000, cycled: 9000, byBus: 14_280, rides: 1860 } });
  expect(money(farther).saving.time).toEqual({ low: 0, mid: 0, high: 0 });
  // 280 km at 28 km an hour, and 60 rides with ten minutes each: twenty hours a day.
  expect(savingAt(farther, drivers(), { ...mid, hourValue: 90 }).time).toBeCloseTo(-200 * 20 * 90, 6);
  const hourValue = { ...COST_PARAMETERS.hourValue, low: 90, mid: 90, high: 90 };
  const priced = savingOf(farther, drivers(), SAVING_CATEGORIES, costDraws({ ...COST_PARAMETERS, hourValue }), pupils);
  expect(priced.counted).toEqual(priced.saving.time);
  expect(priced.saving.time.mid).toBeLessThan(-100 * 20 * 90);
});

test("a figure is the mean of its draws, its range what nine of ten of the same draws lie between", () => {
  fc.assert(
    fc.property(anyDrivers, anyDrivers, (plan, baseline) => {
      const lines = drawnSaving(plan, baseline, SAVING_CATEGORIES, draws, pupils);
      const { saving, counted } = money(plan, baseline);
      expect(counted).toEqual(rangeOf(lines.total));
      const sum = SAVING_CATEGORIES.reduce((value, category) => value + saving[category].mid, 0);
      // Whole kroner each.
      expect(Math.abs(counted.mid - sum)).toBeLessThanOrEqual(SAVING_CATEGORIES.length);
      for (const category of COST_CATEGORIES) {
        const { low, high } = saving[category];
        const sorted = lines[category].toSorted();
        expect(low).toBe(Math.round(sorted[Math.ceil(0.05 * DRAWS.draws) - 1]));
        expect(high).toBe(Math.round(sorted[Math.ceil(0.95 * DRAWS.draws) - 1]));
      }
    }),
    { numRuns: 20 },
  );
});

test("a site whose classes change falls out alike in every plan, and one that stays as it is adds no doubt", () => {
  const [plan, again] = [900, 950].map((transportRights) =>
    drivers({ bySite: new Map([["b", { byBand: [0, 7.4, 0], grades: [0, 3, 0] }]]), transportRights }),
  );
  const of = (each: typeof plan) => drawnSaving(each, drivers(), SAVING_CATEGORIES, draws, pupils).classes;
  expect(of(plan)).toEqual(of(again));
  expect(rangeOf(of(plan)).low).toBeLessThan(-100_000);
  expect(rangeOf(of(drivers()))).toEqual({ low: 0, mid: 0, high: 0 });
});

test("a category rests on the parameters that it names and on no other", () => {
  const longerBy = Float64Array.from({ length: LONGER_STEPS }, (_, step) => 400 - 19 * step);
  const small = drivers({
    schools: [...schools(3, 14), { pupils: 400, sites: 1 }],
    classes: { apart: 280, together: 270 },
    housed: 5000,
    housedSmall: 300,
    moved: 90,
    siteClosed: 1000,
    longerBy,
    youngest: { siteClosed: 400, longerBy },
  });
  const large = drivers({
    schools: [...schools(8), { pupils: 100, sites: 1 }],
    transportRights: 1000,
    rightsByFerry: 90,
    overflow: 40,
    journeys: { walked: 1, cycledYoung: 2, cycled: 3, byBus: 4, rides: 5 },
  });
  const priced = { ...mid, hourValue: 90 };
  for (const category of COST_CATEGORIES) {
    const touched = COST_ITEMS.filter((key) =>
      [small, large].some(
        (plan) =>
          savingAt(plan, drivers(), { ...priced, [key]: 1.1 * priced[key] })[category] !==
          savingAt(plan, drivers(), priced)[category],
      ),
    );
    // Where a closing saves more than its pupils cost, their price limits it: see above.
    const limits = category === "classes" || category === "buildings" ? ["operatingCost"] : [];
    expect([...touched, ...limits].toSorted(), category).toEqual([...restsOf(category)].toSorted());
  }
});

test("a site's own accounts count in place of the defaults", () => {
  const own = drivers({ own: { apart: 9e6, together: 9e6, buildings: 2e6 } });
  const saved = savingAt(drivers(), own, planned);
  expect(saved.classes).toBe(9e6);
  expect(saved.buildings).toBe(2e6);
});

test("amounts follow the state's index of wages and prices, shares and areas do not", () => {
  const costs = costModel(2015);
  expect(costs.class.mid).toBe(Math.round(750_000 / (1.005 * 1.012 * 1.019)));
  expect(costs.ownOrganisation.mid).toBe(250_000);
  expect(costs.realisation).toEqual(COST_PARAMETERS.realisation);
  expect(costs.areaPerPupil).toEqual(COST_PARAMETERS.areaPerPupil);
  expect(priceFactor(2015, 2022) * priceFactor(2022, 2015)).toBeCloseTo(1, 12);
  // Before its first year and after its last prices stand still.
  expect([priceFactor(2009, 2012), priceFactor(2024, 2031)].map((factor) => factor.toFixed(6))).toEqual([
    "1.016000",
    "1.028000",
  ]);
});

test("a case's own index holds for its years; before and after them prices rise as the state says", () => {
  const own = [100, 110, 121].map((value, i) => ({ year: 2018 + i, value, source: "KL" }));
  expect(priceFactor(2018, 2020, own)).toBeCloseTo(1.21, 12);
  expect(priceFactor(2017, 2019, own)).toBeCloseTo(1.019 * 1.1, 12);
  expect(priceFactor(2022, 2020, own)).toBeCloseTo(1 / (1.012 * 1.043), 12);
  expect(costModel(2020, [], own).class.mid).toBe(907_500);
  expect(priceIndexText(own).en).toContain("2018-2020 (KL)");
});

test("the municipality's own figure stands in for the default, in the prices of the case, and counts as documented", () => {
  const own = {
    item: "class",
    low: 1,
    mid: 1000,
    high: 3000,
    priceYear: 2015,
    source: "regnskab",
    confidence: "high",
  } as const;
  const { class: price } = costModel(2015, [own]);
  expect(price.mid).toBeCloseTo(1000, 9);
  expect(price).toMatchObject({ source: "regnskab", standing: "documented" });
  expect(price.references).toBeUndefined();
});

test("a present value takes each year's saving and one-off cost by how far off it is", () => {
  const [zero, one, two] = [0, -7, 10].map((kroner) => ({ low: kroner, mid: kroner, high: 2 * Math.abs(kroner) }));
  const years = [
    { year: 2016, saving: zero, oneOff: one, inAll: zero },
    { year: 2017, saving: two, oneOff: zero, inAll: zero },
    { year: 2018, saving: two, oneOff: zero, inAll: zero },
  ];
  // -7 + 10 / 1.25 + 10 / 1.5625, and at the high end 14 + 16 + 12.8.
  const value = presentValue(years, 0.25);
  expect(value.mid).toBeCloseTo(-7 + 8 + 6.4, 12);
  expect(value.high).toBeCloseTo(14 + 16 + 12.8, 12);
  expect(presentValue(years, 0).mid).toBe(13);
  expect(presentValue([], 0.25)).toEqual({ low: 0, mid: 0, high: 0 });
});

const NOTHING = { low: 0, mid: 0, high: 0 };

test("savings grow over the years, extra costs are there at once, one-off costs come once", () => {
  const saving: Saving = {
    ...money(drivers()).saving,
    leadership: { low: 12, mid: 12, high: 12 },
    transport: { low: -12, mid: -12, high: -12 },
    "one-off": { low: -7, mid: -7, high: -7 },
  };
  const years = budgetYears({ saving, counting: SAVING_CATEGORIES, counted: NOTHING }, COST_PARAMETERS, 2016, 3);
  expect(years.map(({ year }) => year)).toEqual([2016, 2017, 2018]);
  expect(years.map(({ saving: { mid: middle } }) => middle)).toEqual([5 * 0.75 - 5, 12 * 0.75 - 12, 0]);
  expect(years.map(({ oneOff: { mid: middle } }) => middle + 0)).toEqual([-7, 0, 0]);
  expect(years[2].inAll.mid).toBeCloseTo(5 * 0.75 - 5 + 12 * 0.75 - 12 - 7, 9);
});

test("once a plan has its full effect, a year is what counts of it, end for end", () => {
  const plan = drivers({ schools: schools(4), transportRights: 1000 });
  const { saving, counted } = money(plan);
  const years = budgetYears({ saving, counting: SAVING_CATEGORIES, counted }, COST_PARAMETERS, 2016, 4);
  expect(years[2].saving).toEqual(counted);
  expect(years[3].saving).toEqual(counted);
  expect(years[1].saving.mid).toBeLessThan(counted.mid);
});

test("where teaching is to be untouched, what classes save does not count towards the target and stands by itself", () => {
  const plan = drivers({ schools: schools(4), classes: { apart: 290, together: 290 } });
  const target = { amount: 21_000_000, priceYear: 2015, source: "holbaek.dk", teaching: "untouched" } as const;
  const counting = SAVING_CATEGORIES.filter((category) => category !== "classes");
  const spared = savingOf(plan, drivers(), counting, draws, pupils);
  const gauge = gaugeOf(target, spared, 2015);
  expect(gauge.total).toEqual(spared.saving.leadership);
  expect(gauge.missing).toEqual({
    low: 21_000_000 - gauge.total.high,
    mid: 21_000_000 - gauge.total.mid,
    high: 21_000_000 - gauge.total.low,
  });
  const { saving } = spared;
  expect(teachingMoney(saving, COST_PARAMETERS).positions.mid).toBeCloseTo(saving.classes.mid / 500_000, 9);
});

test("every parameter says what it is in both languages, where it comes from, who owns it and between what it lies", () => {
  for (const { name, unit, owner, low, mid: middle, high, source, priceYear } of Object.values(COST_PARAMETERS)) {
    for (const text of [name.da, name.en, unit.da, unit.en, owner.da, owner.en, source]) expect(text).not.toBe("");
    expect(low).toBeLessThanOrEqual(middle);
    expect(middle).toBeLessThanOrEqual(high);
    expect(priceYear).toBeGreaterThan(2000);
  }
});

test("whatever is documented or derived says in what, and each of those says what it says", () => {
  for (const { standing, references, name } of Object.values(COST_PARAMETERS))
    if (standing !== "estimate") expect(references?.length, name.en).toBeGreaterThan(0);
  const used = new Set([
    ...Object.values(COST_PARAMETERS).flatMap(({ references }) => references ?? []),
    STATE_RATE.reference,
    STATE_INDEX_REFERENCE,
  ]);
  for (const [key, reference] of Object.entries(REFERENCES)) {
    expect([reference.title, reference.publisher, reference.says.da, reference.says.en]).not.toContain("");
    if ("url" in reference) expect(() => new URL(reference.url)).not.toThrow();
    expect(used.has(key as keyof typeof REFERENCES) || key === "moves2020", key).toBe(true);
  }
});

test("the mean of a range is the mean of its draws", () => {
  const expected = expectedValues(COST_PARAMETERS);
  for (const key of ["ownOrganisation", "realisation", "withoutPublicBus", "travelCard"] as const) {
    const mean = draws.values.reduce((sum, at) => sum + at[key], 0) / draws.draws;
    expect(Math.abs(mean / expected[key] - 1)).toBeLessThan(0.05);
  }
});
