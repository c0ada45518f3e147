import { expect, test } from "vitest";
import { knownCases } from "../../src/cost/known-cases.ts";

test("what the model says of known cases is printed beside what is documented, errors and all", () => {
  const cases = knownCases();
  expect(cases.map(({ name }) => name.en)).toContain("Closing Kundby, 2015: operation");
  expect(cases).toHaveLength(12);
  for (const { model, documented, source } of cases) {
    expect(model.low).toBeLessThanOrEqual(model.mid);
    expect(model.mid).toBeLessThanOrEqual(model.high);
    expect(documented).toBeGreaterThan(0);
    expect(source).not.toBe("");
  }
});

test("classes by cohort are within a tenth of the national class quotients for schools of 200 pupils and more", () => {
  const large = knownCases().filter(({ name }) => /schools of (200|300|400|600|800)/.test(name.en));
  expect(large).toHaveLength(5);
  for (const { model, documented } of large) expect(Math.abs(model.mid / documented - 1)).toBeLessThan(0.1);
});

test("the model meets Kundby's operation within 15 %, and falls short of its buildings even at the high end", () => {
  const [operation, buildings] = knownCases();
  expect(Math.abs(operation.model.mid / operation.documented - 1)).toBeLessThan(0.15);
  expect(buildings.documented).toBeGreaterThan(buildings.model.high);
});
