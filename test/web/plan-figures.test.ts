import { DANISH_KRONER } from "../../src/domain/currency.ts";
import { asOfMany, type Steps } from "../../src/report/coarse.ts";
import { GRADES } from "../cases/folkeskole.ts";
import { describe, expect, test } from "vitest";
import type { MeasureKey } from "../../src/evaluate/measures/table.ts";
import { costModel } from "../../src/cost/cost-model.ts";
import { type Draft, toldFigures } from "../../src/index.ts";
import { FIRST_CHOICE } from "../../web/state/choice.ts";
import { planFigures } from "../../web/state/plan-figures.ts";
import { presentYear, startYear, startYears } from "../../web/state/start-year.ts";
import type { PlanEffects } from "../../web/worker/messages.ts";
import type { PlanRef } from "../../web/state/plan-ref.ts";
import { type PagePlan, pagePlan } from "../../web/state/plans.ts";
import { drawnCase, drawnList, opened, withList } from "./drawn-page.ts";

const measured = (values: Readonly<Record<string, number>>) =>
  ({ values: new Map(Object.entries(values)) }) as unknown as PlanEffects;
const view = drawnCase({
  costs: costModel(2016),
  today: measured({ "changed-site": 0, "pupils-ratio": 2, "pupils-least": 3 }),
});
/** The same of pupils who are real. */
const { notice: _, ...unmarked } = view;
const real = { ...unmarked, steps: asOfMany(DANISH_KRONER) };
const list = drawnList({
  count: 3,
  values: new Map([
    ["pupils-ratio", Float64Array.of(6, 5, 4)],
    ["changed-site", Float64Array.of(0, 3, 70)],
    ["overflow", Float64Array.of(0, NaN, 2)],
  ]),
});
const listed = (number: number): PlanRef => ({ from: "list", number });
const file: PlanRef = { from: "file", id: "2016" };
const documentOf = (ref: PlanRef, from = list): PagePlan => pagePlan(withList(opened({}, view), from), ref)!;
const figures = (plan: PlanRef, effects?: PlanEffects, from = list) =>
  planFigures(view, documentOf(plan, from), effects, FIRST_CHOICE);

describe("the measures of a plan", () => {
  test("are the list's as soon as it is there; the others come with the effects", () => {
    const effects = measured({ saving: 12, overflow: 4, "pupils-ratio": 99 });
    expect((["pupils-ratio", "overflow", "saving"] as const).map(figures(listed(2)).value)).toEqual([4, 2, undefined]);
    expect((["pupils-ratio", "overflow", "saving"] as const).map(figures(listed(2), effects).value)).toEqual([
      4, 2, 12,
    ]);
    // The list says that it does not know.
    expect([figures(listed(1)).value("overflow"), figures(listed(1), effects).value("overflow")]).toEqual([
      undefined,
      4,
    ]);
  });

  test("of a file are its effects' alone, whatever stands in the list", () => {
    expect(figures(file).value("pupils-ratio")).toBeUndefined();
    expect(figures(file, measured({ "pupils-ratio": 7 })).value("pupils-ratio")).toBe(7);
  });

  test("of a plan of real pupils stand beside those of the plan that it was begun from, told alike", () => {
    const drawn = { ...documentOf(file), draft: {} as Draft };
    const [now, then] = [
      measured({ "changed-site": 43, "pupils-ratio": 3 }),
      measured({ "changed-site": 21, saving: 5_070_000 }),
    ];
    const { begun, value } = planFigures(real, drawn, now, FIRST_CHOICE, then);
    expect([value("changed-site"), begun?.value("changed-site")]).toEqual([45, 20]);
    expect(begun?.cell("changed-site")).toEqual({ kind: "count", pupils: 20 });
    expect([begun?.value("saving"), begun?.value("pupils-ratio")]).toEqual([5_000_000, undefined]);
    expect(planFigures(view, drawn, now, FIRST_CHOICE).begun).toBeUndefined();
  });

  test("stand beside today's", () => {
    const { today } = figures(listed(0));
    expect((["pupils-ratio", "saving"] as const).map(today)).toEqual([2, undefined]);
  });

  test("that count pupils are told by the rule of small groups, the plan's and today's each", () => {
    const { cell, todaysCell } = figures(listed(1));
    expect([cell("changed-site"), todaysCell("changed-site")]).toEqual([{ kind: "few" }, { kind: "count", pupils: 0 }]);
    expect([cell("pupils-least"), todaysCell("pupils-least")]).toEqual([undefined, { kind: "few" }]);
    expect(cell("saving")).toBeUndefined();
  });

  test("of real pupils are told alike where they differ by one pupil, today's too, and money in steps of 100,000 kr.", () => {
    const drawn = { ...documentOf(file), draft: {} } as PagePlan;
    const [one, two] = [143, 144].map((changed) =>
      planFigures(
        real,
        drawn,
        measured({ "changed-site": changed, "transport-right": changed + 57, saving: 12_000_000 + changed }),
        FIRST_CHOICE,
      ),
    );
    for (const { value, cell } of [one, two]) {
      expect([value("changed-site"), cell("changed-site")]).toEqual([145, { kind: "count", pupils: 145 }]);
      expect([value("transport-right"), value("saving")]).toEqual([200, 12_000_000]);
    }
    const few = planFigures(real, drawn, measured({ "changed-site": 3 }), FIRST_CHOICE);
    expect([few.cell("changed-site"), few.value("changed-site")]).toEqual([{ kind: "few" }, 3]);
  });

  test("of real pupils stand beside today's so that today, the change and the plan add up, and nobody is rounded away", () => {
    const drawn = { ...documentOf(file), draft: {} } as PagePlan;
    for (let before = 5; before < 40; before++)
      for (let after = 5; after < 40; after++) {
        const known = { ...real, today: measured({ "transport-right": before }) };
        const { value, today } = planFigures(
          known,
          drawn,
          { ...measured({ "transport-right": after }), today: { values: known.today.values, drivers: view.drivers } },
          FIRST_CHOICE,
        );
        const [told, was] = [value("transport-right")!, today("transport-right")!];
        expect(told - was).toBeCloseTo(5 * Math.round((after - before) / 5));
        expect(Math.abs(told - after)).toBeLessThan(5);
        expect(told).toBeGreaterThan(0);
      }
  });
});

test("one plan is told alike wherever it stands: drawn or listed, as the case's pupils are real or made up", () => {
  const exact = measured({ "changed-site": 326, "transport-right": 1337 });
  for (const [notice, count, right] of [
    [{ da: "Opdigtede", en: "Made up" }, 326, 1337],
    [undefined, 325, 1335],
  ] as const) {
    const of = {
      ...real,
      today: measured({ "transport-right": 1340 }),
      ...(notice && { notice, steps: "exactly" as const }),
    };
    const told = [documentOf(file), { ...documentOf(file), draft: {} } as PagePlan].map((plan) => {
      const { value, cell, counts } = planFigures(of, plan, exact, FIRST_CHOICE, exact);
      return [counts, value("changed-site"), cell("changed-site"), value("transport-right")];
    });
    expect(told[1]).toEqual(told[0]);
    expect([told[0][1], told[0][3]]).toEqual([count, right]);
  }
});

test("how much larger the largest district is follows from the sizes as they are told: one child more does not show", () => {
  const today = new Map<MeasureKey, number>([
    ["pupils-most", 100],
    ["pupils-least", 52],
    ["pupils-ratio", 100 / 52],
  ]);
  const told = (most: number, steps: Steps = asOfMany(DANISH_KRONER)) => {
    const exact = new Map<MeasureKey, number>([
      ["pupils-most", most],
      ["pupils-least", 51],
      ["pupils-ratio", most / 51],
    ]);
    return toldFigures(GRADES, steps, today, (key) => exact.get(key));
  };
  for (const most of [103, 104, 105, 106, 107]) {
    const { value, today: before } = told(most);
    expect([value("pupils-ratio"), before("pupils-ratio")]).toEqual([105 / 50, 100 / 50]);
    expect(value("pupils-ratio")).toBe(value("pupils-most")! / value("pupils-least")!);
  }
  expect(told(103, "exactly").value("pupils-ratio")).toBe(103 / 51);
});

const tells = (plan: PlanRef, count: number) =>
  (["pupils-ratio", "saving"] as const).map(figures(plan, undefined, drawnList({ count })).tells);

describe("a plan among the listed", () => {
  test("is one of so many, and a plan of a file of none", () => {
    expect([figures(listed(1)).count, figures(file).count]).toEqual([3, 0]);
  });

  test("has its place in each measure in which they differ, the best first, and none where nothing is known", () => {
    const { rank } = figures(listed(1));
    // Ratios are 6, 5, 4; the plan with no overflow known has no place.
    expect((["pupils-ratio", "changed-site", "overflow", "saving"] as const).map(rank)).toEqual([
      2,
      2,
      undefined,
      undefined,
    ]);
    expect(figures(file).rank("pupils-ratio")).toBeUndefined();
  });

  test("is told apart from the others by the measures in which they differ; where there are no others, by all", () => {
    expect(tells(listed(0), 6)).toEqual([true, false]);
    expect(tells(listed(0), 2)).toEqual([true, false]);
    expect(tells(listed(0), 1)).toEqual([true, true]);
    expect(tells(file, 6)).toEqual([true, true]);
  });
});

test("a plan holds from the first August it can still reach, never silently from one gone by, unless another is chosen", () => {
  expect(startYear(drawnCase({ schoolYear: "2015/16" }), { start: undefined }, "2015-06-01")).toBe(2016);
  expect(startYear(drawnCase({ schoolYear: "2015/16" }), { start: 2030 }, "2026-11-29")).toBe(2030);
  expect(startYear(drawnCase({ schoolYear: "2015/16" }), { start: undefined }, "2026-11-29")).toBe(2027);
  expect(startYear(drawnCase({ schoolYear: "2030/31" }), { start: undefined }, "2026-11-29")).toBe(2031);
  expect(startYear(drawnCase({ schoolYear: "2015/16" }), { start: 2016 }, "2026-11-29")).toBe(2016);
});

test("people live in the school year under way until the plan holds, and a plan may be asked for from the case's next year on", () => {
  const old = drawnCase({ schoolYear: "2015/16" });
  const asked = { start: undefined };
  expect(presentYear(old, asked, "2026-11-29")).toBe(2026);
  expect(presentYear(old, asked, "2027-07-31")).toBe(2026);
  expect(presentYear(old, asked, "2027-08-01")).toBe(2027);
  expect(presentYear(drawnCase({ schoolYear: "2030/31" }), asked, "2026-11-29")).toBe(2030);
  expect(presentYear(old, { start: 2016 }, "2026-11-29")).toBe(2015);
  const years = startYears(old, asked, "2026-11-29");
  expect([years[0], years.at(-1)]).toEqual([2016, 2037]);
  expect(startYears(old, { start: 2012 }, "2026-11-29")[0]).toBe(2012);
  expect(startYears(old, { start: 2060 }, "2026-11-29").at(-1)).toBe(2060);
});

test("what things cost is the case's own, with the corrections made on the page", () => {
  const costs = [{ item: "moving", low: 1, mid: 2, high: 3 }] as const;
  const corrected = planFigures(view, documentOf(file), undefined, { costs }).costs;
  expect(corrected.moving).toMatchObject({ low: 1, mid: 2, high: 3 });
  expect({ ...corrected, moving: view.costs.moving }).toEqual(view.costs);
});
