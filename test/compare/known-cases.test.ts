import { beforeAll, expect, test } from "vitest";
import { type KnownCase, knownCases } from "../../src/compare/known-cases.ts";
import { checkPromises, promiseChecker } from "../../src/compare/promises.ts";
import { finished, knownSteps } from "../../web/worker/detail.ts";
import { openedCase } from "../cases/opened.ts";

let cases: readonly KnownCase[];

beforeAll(() => {
  const { basis, plans } = openedCase("holbaek");
  cases = knownCases(basis, checkPromises(basis, plans));
});

const named = (name: string): KnownCase => cases.find((each) => each.name.en.startsWith(name))!;

test("every promise of the case and every national quotient is there with its source, range in order", () => {
  expect(cases).toHaveLength(5 + 7);
  for (const { model, said, source } of cases) {
    expect(model.low).toBeLessThanOrEqual(model.mid);
    expect(model.mid).toBeLessThanOrEqual(model.high);
    expect(said).not.toBe(0);
    expect(source).not.toBe("");
  }
});

test("the range of what is planned holds what was said of Kundby and of 2021, and neither of 2016 nor of 2020", () => {
  const promises = cases.filter(({ unit }) => unit === "kroner");
  const held = promises.filter(({ said, model }) => said > model.low && said < model.high);
  expect(held.map(({ name }) => name.en)).toEqual([
    "Closing Kundby, 2015: operation",
    "Closing Kundby, 2015: buildings",
    "Four schools into eleven, 2021",
  ]);
  // Stestrup had far fewer pupils by then than in 2015/16, which the case is of.
  const { said, model } = named("Closing Orø and Stestrup");
  expect(said).toBeLessThan(model.low);
});

test("2016's promise, which holds day care too, is beyond what schools' leadership alone comes to", () => {
  const { said, model } = named("Eight districts into four");
  expect(said).toBeGreaterThan(model.high);
  // As long as a fifth to three quarters of it was schools, the range holds it.
  expect(0.2 * said).toBeGreaterThan(model.low);
  expect(0.75 * said).toBeLessThan(model.high);
});

test("classes at schools of 200 pupils and more are within a tenth of the national quotients", () => {
  const large = cases.filter(({ name }) => /schools of (200|300|400|600|800)/.test(name.en));
  expect(large).toHaveLength(5);
  for (const { model, said } of large) expect(Math.abs(model.mid / said - 1)).toBeLessThan(0.1);
});

test("what was promised of one change is measured once, and says what it says alone", () => {
  const { basis, plans } = openedCase("holbaek");
  const promises = basis.municipality.info.promises!;
  let looked = 0;
  const counting = new Proxy(plans, {
    get: (all, key) => {
      if (key === "find") looked++;
      return Reflect.get(all, key) as unknown;
    },
  });
  const together = promises.flatMap(promiseChecker(basis, counting));
  // Both ends of each change are looked up, and two promises are of the first.
  expect(looked).toBe(2 * (promises.length - 1));
  expect(together[1]).toEqual(promiseChecker(basis, plans)(promises[1])[0]);
});

test("other prices leave what was promised and counted as it was worked out, and tell of class sizes anew", () => {
  const opened = openedCase("holbaek");
  const { costs } = opened.basis;
  const one = finished(knownSteps(opened.basis, opened));
  const jointTeaching = { ...costs.jointTeaching, low: 0, mid: 0, high: 0 };
  const steps = knownSteps({ ...opened.basis, costs: { ...costs, jointTeaching } }, opened);
  const { done, value } = steps.next();
  expect(done).toBe(true);
  expect(value!.replay).toBe(one.replay);
  expect(value!.cases[5].model.high).not.toBe(one.cases[5].model.high);
});
