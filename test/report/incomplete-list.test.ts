import { expect, test } from "vitest";
import type { Language } from "../../src/domain/language.ts";
import type { Consolidation } from "../../src/compare/groupings.ts";
import type { ConsolidateQuestion } from "../../src/domain/question.ts";
import { measureNamed, type MeasureKey } from "../../src/evaluate/measures/table.ts";
import { consolidationFile } from "../../src/report/consolidation-file.ts";
import { consolidationText } from "../../src/report/consolidation-text.ts";
import { tableCsv } from "../../src/report/csv.ts";
import { groupingsTable } from "../../src/report/groupings-table.ts";
import { consolidate } from "../../src/solve/consolidate/consolidate.ts";
import { solver } from "../cases/solver.ts";
import { openedCase } from "../cases/opened.ts";

const { basis } = openedCase("lattice");
const question: ConsolidateQuestion = {
  kind: "consolidate",
  districts: 2,
  policy: "stay",
  contiguity: "ferry",
  rules: [],
};

async function answered(mostListed?: number): Promise<Consolidation> {
  const outcome = await consolidate(basis, question, solver, mostListed === undefined ? {} : { mostListed });
  if (outcome.status !== "optimal") throw new Error(outcome.status);
  return outcome.answer;
}

const lineOf = (text: string, measure: MeasureKey, language: Language = "en"): string =>
  text.split("\n").find((line) => line.includes(measureNamed(measure)!.label[language])) ?? "";

test("a list that is not complete calls proven what is proven, measure by measure, and nothing else", async () => {
  const answer = await answered(0);
  const text = consolidationText(basis, answer, [], 1, "en");
  expect(lineOf(text, "site-distance-worst")).toContain("(proven best of all)");
  expect(lineOf(text, "pupils-ratio")).toContain("(proven best of all)");
  const danish = consolidationText(basis, answer, [], 1, "da");
  expect(danish).toContain("(bevist bedst af alle)");
  const run = { programVersion: "0", dataHash: "0".repeat(64), secondsUsed: 0 };
  const file = consolidationFile(basis, question, { status: "optimal", answer }, "open-borders", run);
  expect(file.complete).toBe(false);
  expect(file.provenBest).toContain("pupils-ratio");
  expect(file.provenBest).not.toContain("leavers");
  // What is not proven is not called so.
  const unsure = { ...answer, best: answer.best!.filter(({ measure }) => measure !== "pupils-ratio") };
  expect(lineOf(consolidationText(basis, unsure, [], 1, "en"), "pupils-ratio")).toContain(
    "(best among those found; there may be better)",
  );
  const near = { ...answer, best: answer.best!.map((each) => ({ ...each, gap: 0.0123 })) };
  expect(lineOf(consolidationText(basis, near, [], 1, "da"), "pupils-ratio", "da")).toContain(
    "(højst 1,2 % fra det bedste af alle)",
  );
  const [header] = tableCsv(groupingsTable(file, "en"), "en").split("\n");
  expect(header).toContain("Unbeaten (Pareto) among those found,Proven best of all by,");
});

test("a complete list says so once, and carries no such marks", async () => {
  const answer = await answered();
  const text = consolidationText(basis, answer, [], 1, "en");
  expect(text).toContain("All are computed and proven");
  expect(text).not.toContain("among those found");
  const run = { programVersion: "0", dataHash: "0".repeat(64), secondsUsed: 0 };
  const file = consolidationFile(basis, question, { status: "optimal", answer }, "open-borders", run);
  expect(file.provenBest).toBeUndefined();
  expect(tableCsv(groupingsTable(file, "en"), "en")).not.toContain("Proven best");
});
