import * as fc from "fast-check";
import { expect, test } from "vitest";
import { costModel } from "../../src/cost/cost-model.ts";
import { type CostDrivers, LONGER_STEPS, yearlySaving } from "../../src/cost/saving.ts";
import { COST_CATEGORIES } from "../../src/cost/parameter.ts";
import { moneyFormulas } from "../../src/report/money-sums.ts";

const TODAY: CostDrivers = {
  districts: 8,
  openSites: 18,
  classes: 302,
  transportRights: 1245,
  housed: 6700,
  own: { classes: 0, buildings: 0 },
  moved: 0,
  siteClosed: 0,
  longerBy: new Float64Array(LONGER_STEPS),
};

const plans: fc.Arbitrary<CostDrivers> = fc.record({
  districts: fc.integer({ min: 1, max: 12 }),
  openSites: fc.integer({ min: 1, max: 25 }),
  classes: fc.integer({ min: 200, max: 400 }),
  transportRights: fc.nat(2500),
  housed: fc.nat(9000),
  own: fc.constant(TODAY.own),
  moved: fc.nat(900),
  siteClosed: fc.nat(300),
  longerBy: fc.constant(new Float64Array(LONGER_STEPS)),
});

const figures = (text: string): readonly number[] =>
  [...text.matchAll(/\d[\d.]*(?:,\d+)?/g)].map(([figure]) => Number(figure.replaceAll(".", "").replace(",", ".")));

/** "12 færre klasser × 733.855 kr. × 0,75 = 6.604.695 kr. i merudgift": the product of the figures, and the result after the sign. */
function readSum(line: string): { readonly product: number; readonly is: string; readonly result: number } {
  const [left, is, right] = line.split(/ (=|≈) /);
  const [first, ...rest] = figures(left.replaceAll("m²", "m"));
  const isLeaving = left.includes("(");
  const product = isLeaving ? first * (rest[0] - rest[1] * rest[2]) : rest.reduce((value, each) => value * each, first);
  return { product: Math.abs(product), is, result: figures(right)[0] };
}

test.each([2014, 2016, 2024])(
  "in prices of %d every sum multiplies out as it is written, or says that it does not quite",
  (year) => {
    const costs = costModel(year);
    let exact = 0;
    let lines = 0;
    fc.assert(
      fc.property(plans, (plan) => {
        for (const line of Object.values(moneyFormulas(plan, TODAY, costs, "da")).flat()) {
          if (line === "ingen ændring") continue;
          const { product, is, result } = readSum(line);
          lines++;
          if (is === "=") exact++;
          if (is === "=") expect(Math.round(product), line).toBe(result);
          else expect(Math.abs(product - result) / result, line).toBeLessThan(0.1);
        }
      }),
      { numRuns: 100, seed: 5 },
    );
    // Only pupils who are expected to leave are no whole number.
    expect(exact / lines).toBeGreaterThan(0.8);
  },
);

test("an extra cost is written as one, never with a sign that nothing explains", () => {
  const costs = costModel(2016);
  const worse = { ...TODAY, classes: 310, transportRights: 1300, moved: 299, districts: 9 };
  const { classes, transport, leadership, "one-off": once } = moneyFormulas(worse, TODAY, costs, "da");
  for (const [line] of [classes, transport, leadership]) expect(line).toMatch(/ kr\. i merudgift$/);
  expect(once[0]).toMatch(/^299 elever flytter × [\d.]+ kr\. = [\d.]+ kr\. én gang$/);
  expect(moneyFormulas(worse, TODAY, costs, "en").classes[0]).toMatch(
    /^8 more classes × DKK [\d,]+ = DKK [\d,]+ of extra cost$/,
  );
});

test("the sums of a category come to its middle", () => {
  const costs = costModel(2016);
  const plan = { ...TODAY, classes: 295, transportRights: 1177, districts: 4, openSites: 17 };
  const saving = yearlySaving(plan, TODAY, costs);
  const sums = moneyFormulas(plan, TODAY, costs, "da");
  for (const category of COST_CATEGORIES) {
    const lines = sums[category].filter((line) => line !== "ingen ændring");
    const total = lines.reduce((sum, line) => sum + readSum(line).result, 0);
    expect(Math.abs(total - Math.abs(saving[category].mid)), category).toBeLessThanOrEqual(lines.length);
  }
});
