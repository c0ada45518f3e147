import { isWithin } from "../../src/cost/range.ts";
import { expect, test } from "vitest";
import { type CheckedPromise, promiseChecker } from "../../src/compare/promises.ts";
import { type Decisions, replay } from "../../src/compare/replay.ts";
import { priceFactor } from "../../src/cost/price-index.ts";
import type { SavingPromise } from "../../src/domain/cost-items.ts";
import type { Basis } from "../../src/evaluate/basis.ts";
import { makeBasis } from "../../src/evaluate/evaluate.ts";
import { NOTHING, own } from "../cases/forecast.ts";
import { drawCase } from "../cases/drawn.ts";
import { openedCase } from "../cases/opened.ts";

/** Three schools of 100 pupils, ten a grade, in 2015. */
const { municipality, travel, baseline } = drawCase({
  zones: ["ABC"],
  sites: { A: { at: [0, 0] }, B: { at: [0, 1] }, C: { at: [0, 2] } },
  districts: { All: "ABC" },
  pupils: () => 10,
  schoolYear: 2015,
});

/** The first school was counted later, where as many are expected in every year. */
function counted(...counts: readonly (readonly [year: number, pupils: number])[]): Basis {
  const forecast = {
    ...NOTHING,
    assumptions: [own("publicShareTrend", 0), own("siteNoise", 0.05), own("cohortNoise", 0)],
    counts: counts.map(([schoolYear, pupils]) => ({ site: 0, schoolYear, pupils, source: "os", use: "try" as const })),
  };
  return makeBasis({ ...municipality, forecast }, travel, baseline);
}

/** Today's plan as it would be called had it been decided so often. */
const decided = (...years: readonly number[]): Decisions => ({
  plans: years.map((year) => ({ ...baseline, id: String(year), title: String(year) })),
  inForceFrom: new Map(years.map((year) => [String(year), year])),
});

const PROMISE: SavingPromise = {
  name: { da: "Løfte", en: "Promise" },
  kroner: 100,
  priceYear: 2015,
  counts: ["leadership"],
  from: { plan: "a" },
  to: { plan: "b" },
  source: "os",
  reading: { da: "Intet", en: "Nothing" },
};

/** A promise from one plan to another, inside or outside; and what came of it. */
const checked = (
  from: SavingPromise["from"],
  to: SavingPromise["to"],
  isInside: boolean,
  outcome?: CheckedPromise["outcome"],
): CheckedPromise => ({
  promise: { ...PROMISE, from, to },
  planned: { low: 50, mid: 80, high: 120 },
  comes: { low: 10, mid: 40, high: 90 },
  isInside,
  ...(outcome && { outcome }),
});

test.each([
  [50, true],
  [120, true],
  [49, false],
  [121, false],
])("%i within 50 to 120: %s", (value, is) => expect(isWithin(value, { low: 50, high: 120 })).toBe(is));

test("decided plans come in the order they took effect, each with the promises of the step to it, the rest by themselves", () => {
  const promises = [
    checked({ plan: "2021" }, { plan: "2016" }, true),
    checked({ plan: "2016" }, { plan: "2021" }, true, { kroner: 40, isInside: true }),
    checked({ plan: "2012" }, { plan: "2016" }, false),
    checked({ plan: "2016" }, { plan: "2021", close: ["A"] }, false, { kroner: 0, isInside: false }),
  ];
  const { stages, others, hits } = replay(counted(), decided(2021, 2012, 2016), promises);
  expect(stages.map(({ from, until, promises: ofStep }) => [from, until, ofStep])).toEqual([
    [2012, 2016, []],
    [2016, 2021, [promises[2]]],
    [2021, undefined, [promises[1]]],
  ]);
  expect(others).toEqual([promises[0], promises[3]]);
  expect(hits).toEqual({
    promises: { inside: 2, of: 4 },
    outcomes: { inside: 1, of: 2 },
    counts: { inside: 0, of: 0 },
  });
  expect(stages[0].change).toBeUndefined();
  expect(stages[1].change).toEqual({ changedSite: 0, rightsGained: 0, rightsLost: 0 });
});

test("each count belongs to the plan that was in force, inside or outside what was expected", () => {
  const basis = counted([2017, 99], [2019, 40]);
  const { stages, hits } = replay(basis, decided(2012, 2018), []);
  expect(stages.map(({ counts }) => counts?.cases.map(({ from, year, isInside }) => [from, year, isInside]))).toEqual([
    [[2015, 2017, true]],
    [
      [2015, 2019, false],
      [2017, 2019, false],
    ],
  ]);
  expect(hits.counts).toEqual({ inside: 1, of: 3 });
});

test("without a year on any plan today's alone is told, with what was counted since", () => {
  const { stages } = replay(counted([2017, 99]), { plans: [baseline], inForceFrom: new Map() }, []);
  expect(stages).toHaveLength(1);
  expect(stages[0]).toMatchObject({ plan: { id: baseline.id }, counts: { inside: 1, of: 1 } });
  expect(stages[0].from).toBeUndefined();
});

test("what came is put beside what was expected to come, in prices of the promise's year", () => {
  const { basis, plans } = openedCase("holbaek");
  const promise = basis.municipality.info.promises!.find(({ to }) => to.plan === "2016" && !to.close)!;
  const came = { kroner: 2_000_000, priceYear: 2021, year: 2021, source: "os" };
  const { planned, comes, outcome, isInside } = promiseChecker(basis, plans)({ ...promise, outcome: came })[0];
  expect(isInside).toBe(false);
  // Of what is planned little to all comes.
  expect(comes.low).toBeLessThan(planned.low);
  expect(comes.mid).toBeLessThan(planned.mid);
  expect(outcome).toEqual({ kroner: 2_000_000 * priceFactor(2021, 2015), isInside: true });
  expect(isWithin(promise.kroner, comes)).toBe(false);
});
