import { EXACTLY } from "../cases/told.ts";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { costModel } from "../../src/cost/cost-model.ts";
import { expectedValues, savingAt } from "../../src/cost/saving.ts";
import { COST_CATEGORIES } from "../../src/domain/cost-items.ts";
import { moneyFormulas } from "../../src/report/money-sums.ts";
import { anyDrivers, drivers, schools } from "../cases/drivers.ts";

const TODAY = drivers();

const figures = (text: string): readonly number[] =>
  [...text.matchAll(/\d[\d.]*(?:,\d+)?/g)].map(([figure]) => Number(figure.replaceAll(".", "").replace(",", ".")));

/** "12 færre klasser at vente × 733.855 kr. = 8.806.260 kr. i merudgift": what the figures come to, and the result after the sign. */
function readSum(line: string): { readonly product: number; readonly is: string; readonly result: number } {
  const [left, is, right] = line.split(/ (=|≈) /);
  const plain = left.replaceAll("m²", "m");
  const result = figures(right)[0];
  const [first, ...rest] = figures(line.startsWith("heraf") ? plain.split(": ")[1] : plain);
  if (left.includes("(")) return { product: Math.abs(first * (rest[0] - rest[1] * rest[2])), is, result };
  if (left.includes("pavillon")) return { product: (first / rest[0]) * rest[1], is, result };
  return { product: rest.reduce((value, each) => value * each, first), is, result };
}

const isSum = (line: string): boolean => / (=|≈) /.test(line);

test.each([2014, 2016, 2024])(
  "in prices of %d every sum multiplies out as it is written, or says that it does not quite",
  (year) => {
    const costs = costModel(year);
    let lines = 0;
    fc.assert(
      fc.property(anyDrivers, (plan) => {
        for (const line of Object.values(moneyFormulas(plan, TODAY, costs, EXACTLY, "da"))
          .flat()
          .filter(isSum)) {
          const { product, is, result } = readSum(line);
          lines++;
          if (is === "=") expect(Math.round(product), line).toBe(result);
          else expect(Math.abs(product - result), line).toBeLessThan(0.1 * result + 20_000);
        }
      }),
      { numRuns: 100, seed: 5 },
    );
    expect(lines).toBeGreaterThan(500);
  },
);

test("an extra cost is written as one, never with a sign that nothing explains", () => {
  const costs = costModel(2016);
  const worse = drivers({
    classes: { apart: 308, together: 308 },
    transportRights: 1000,
    moved: 299,
    schools: schools(9),
  });
  const { classes, transport, leadership, "one-off": once } = moneyFormulas(worse, TODAY, costs, EXACTLY, "da");
  for (const [line] of [classes, transport, leadership]) expect(line).toMatch(/ kr\. i merudgift$/);
  expect(once[0]).toMatch(/^299 elever flytter × [\d.]+ kr\. = [\d.]+ kr\. én gang$/);
  expect(moneyFormulas(worse, TODAY, costs, EXACTLY, "en").classes[0]).toMatch(
    /^8 more classes to be expected × DKK [\d,]+ = DKK [\d,]+ of extra cost$/,
  );
});

test("the sums of a category come to what it saves with every figure at its mean, and to the part that comes", () => {
  expect.hasAssertions();
  fc.assert(
    fc.property(anyDrivers, (plan) => {
      const costs = costModel(2016);
      const at = expectedValues(costs);
      const [comes, all] = [savingAt(plan, TODAY, at), savingAt(plan, TODAY, { ...at, realisation: 1 })];
      const sums = moneyFormulas(plan, TODAY, costs, EXACTLY, "da");
      for (const category of COST_CATEGORIES) {
        expect(sums[category].length, category).toBeGreaterThan(0);
        const signed = sums[category]
          .filter((line) => !line.startsWith("heraf") && !line.startsWith("højst") && !line.startsWith("prisen"))
          .filter((line) => line !== "ingen ændring")
          .map((line) => (/merudgift|én gang/.test(line) ? -1 : 1) * figures(line.split(/ [=≈] |: /).at(-1)!)[0]);
        const total = signed.reduce((sum, each) => sum + each, 0);
        const isCapped = sums[category].some((line) => line.startsWith("højst"));
        if (!isCapped) expect(Math.abs(total - all[category]), category).toBeLessThan(0.001 * Math.abs(total) + 5);
        const part = sums[category].find((line) => line.startsWith("heraf") || line.startsWith("højst"));
        if (part) expect(figures(part.split(/ [=≈] |: /).at(-1)!)[0]).toBeCloseTo(comes[category], -1);
      }
    }),
    { numRuns: 60, seed: 3 },
  );
});
