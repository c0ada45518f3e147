import { expect, test } from "vitest";
import { comparePlans } from "../../src/compare/comparison.ts";
import { comparisonText } from "../../src/report/comparison-text.ts";
import { consolidationText } from "../../src/report/consolidation-text.ts";
import { consolidate } from "../../src/solve/consolidate/consolidate.ts";
import { openedCase } from "../cases/opened.ts";
import { solver } from "../cases/solver.ts";

const { basis } = openedCase("lattice");

test("plans whose savings read alike have one saving, and none lies from a figure to the same", async () => {
  const question = { kind: "consolidate", districts: 2, policy: "stay", contiguity: "ferry", rules: [] } as const;
  const outcome = await consolidate(basis, question, solver);
  if (outcome.status !== "optimal") throw new Error(outcome.status);
  expect(new Set(outcome.answer.values.get("saving")).size).toBeGreaterThan(1);
  const text = consolidationText(basis, outcome.answer, [], 1, "en");
  expect(text).toMatch(/The same for all: yearly saving 1\.5 \(0\.4 to 3\.4\) million DKK; /);
  expect(text).not.toMatch(/from (.+) to \1;/);
});

test("of 150 pupils the five farthest off are more than one in a hundred, and the sentence says so", () => {
  const text = comparisonText(basis, comparePlans(basis, [{ ...basis.baseline, id: "same" }]), "en");
  expect(text).toContain("The 5 pupils with the longest way to school (one in a hundred, five at least)");
});
