import { array, assert, asyncProperty, constantFrom } from "fast-check";
import { expect, test } from "vitest";
import { planOf } from "../../src/compare/groupings.ts";
import { evaluatePlan, makeBasis } from "../../src/evaluate/evaluate.ts";
import { consolidationText } from "../../src/report/consolidation-text.ts";
import { evaluationFile } from "../../src/report/evaluation-file.ts";
import { consolidate } from "../../src/solve/consolidate/consolidate.ts";
import { effectsOf } from "../../web/worker/effects.ts";
import { planListOf } from "../../web/worker/plan-list.ts";
import { drawCase } from "../cases/drawn.ts";
import { solver } from "../cases/solver.ts";

const RUN = { programVersion: "0", dataHash: "0".repeat(64), secondsUsed: 0 };

async function groupings(zones: readonly string[], policy: "stay" | "nearest") {
  const { municipality, travel, baseline } = drawCase({
    zones,
    sites: { A: { at: [0, 0] }, B: { at: [1, 1] }, C: { at: [2, 2] } },
    districts: { North: "A", Middle: "B", South: "C" },
    pupils: () => 1,
  });
  const basis = makeBasis(municipality, travel, baseline);
  const question = { kind: "consolidate", districts: 2, policy, contiguity: "ferry", rules: [] } as const;
  return { basis, outcome: await consolidate(basis, question, solver) };
}

test("a list calls as many plans contiguous as evaluate does one by one, and so do file and panel", async () => {
  const letters = array(constantFrom("A", "B", "C"), { minLength: 9, maxLength: 9 });
  await assert(
    asyncProperty(letters, constantFrom("stay" as const, "nearest" as const), async (drawn, policy) => {
      const all = drawn.join("");
      const { basis, outcome } = await groupings([all.slice(0, 3), all.slice(3, 6), all.slice(6)], policy);
      if (outcome.status !== "optimal") return;
      const { answer } = outcome;
      let whole = 0;
      for (let number = 0; number < answer.count; number++) {
        const evaluation = evaluatePlan(basis, planOf(basis, answer, number));
        const isWhole = evaluation.districts.every(({ extraPieces }) => extraPieces === 0);
        if (isWhole) whole++;
        expect(evaluationFile(basis, evaluation, RUN).districts.every(({ contiguous }) => contiguous)).toBe(isWhole);
        expect(effectsOf(basis, evaluation).districts.every(({ detached }) => detached === 0)).toBe(isWhole);
      }
      const claimed = /In (\d+) of them every district is contiguous/.exec(
        consolidationText(basis, answer, [], 0, "en"),
      );
      expect(Number(claimed?.[1])).toBe(whole);
      expect(planListOf(basis, answer, []).contiguous).toBe(whole);
    }),
    { numRuns: 40 },
  );
});

test("a district that lies in pieces today is named where plans keep it so", async () => {
  const { basis, outcome } = await groupings(["ABA", "CBC", "CCC"], "stay");
  if (outcome.status !== "optimal") throw new Error(outcome.status);
  const text = (language: "da" | "en") => consolidationText(basis, outcome.answer, [], 0, language);
  expect(text("en")).toContain("in the others one lies in several pieces, as North does today already.");
  expect(text("da")).toContain("i de andre ligger et i flere stykker, som North gør allerede i dag.");
  expect(text("da")).toContain("støder de, der samles, op til hinanden.");
});
