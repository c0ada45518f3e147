import { EXACTLY } from "../cases/told.ts";
import { csvParseRows } from "d3-dsv";
import { beforeAll, describe, expect, test } from "vitest";
import { comparePlans } from "../../src/compare/comparison.ts";
import { type Consolidation, planOf } from "../../src/compare/groupings.ts";
import { LANGUAGES } from "../../src/domain/language.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { type Evaluation, evaluatePlan } from "../../src/evaluate/evaluate.ts";
import { comparisonText } from "../../src/report/comparison-text.ts";
import { consolidationFile } from "../../src/report/consolidation-file.ts";
import { consolidationText } from "../../src/report/consolidation-text.ts";
import { tableCsv } from "../../src/report/csv.ts";
import { groupingsTable } from "../../src/report/groupings-table.ts";
import { evaluationFile } from "../../src/report/evaluation-file.ts";
import { evaluationText } from "../../src/report/evaluation-text.ts";
import { formatAmount, formatRange, spanWords } from "../../src/report/format.ts";
import { type Solution, solutionFile } from "../../src/report/solution-file.ts";
import { solutionText } from "../../src/report/solution-text.ts";
import { objectiveMeaning } from "../../src/report/stage-text.ts";
import { withoutSchool } from "../../src/solve/assignment/without-school.ts";
import { consolidate } from "../../src/solve/consolidate/consolidate.ts";
import { openedCase } from "../cases/opened.ts";
import { solver } from "../cases/solver.ts";

const { basis, plans: decided } = openedCase("holbaek");
const RUN = { programVersion: "0.0.0", dataHash: "0".repeat(64), seed: 1 };

let plans: readonly Plan[];
let measured: readonly Evaluation[];
beforeAll(() => {
  const udby = basis.municipality.sites.findIndex(({ id }) => id === "udby");
  plans = [...decided.filter(({ id }) => id === "2016" || id === "2021"), withoutSchool(basis, basis.baseline, udby)];
  measured = plans.map((plan) => evaluatePlan(basis, plan));
});

const stage = { value: 5, bound: 5 };
const solutionOf = (evaluations: readonly Evaluation[], more: Partial<Solution> = {}): Solution => ({
  status: "optimal",
  stages: [objectiveMeaning("changed-site", EXACTLY)],
  answers: evaluations.map((evaluation) => ({ plan: evaluation.plan, evaluation, status: "optimal", stages: [stage] })),
  ...more,
});
const question = { format: "skoledistrikt-question", version: 1, kind: "network" } as never;

const lineOf = (text: string, start: string): string =>
  text.split("\n").find((line) => line.trim().startsWith(start)) ?? "";

describe.each(LANGUAGES)("in %s a plan's saving is one figure with one range", (language) => {
  const title = { da: "Besparelse pr. år, uden undervisning", en: "Yearly saving, without teaching" }[language];

  test("in what evaluate, compare and network print of three plans", () => {
    const told = measured.map(({ totals }) => formatRange(totals.money!.counted, EXACTLY.currency, language));
    expect(new Set(told).size).toBe(3);
    const answers = solutionText(basis, solutionOf(measured, { networks: { apart: 1 } }), language)
      .split("\n\n")
      .slice(1);
    const compared = comparisonText(basis, comparePlans(basis, plans), language);
    measured.forEach((evaluation, plan) => {
      expect(lineOf(evaluationText(basis, evaluation, language), title)).toContain(told[plan]);
      expect(lineOf(answers[plan], title)).toBe(`  ${title.padEnd(48)} ${told[plan]}`);
      const { low, mid, high } = evaluation.totals.money!.counted;
      // Mean, 5 %, median and 95 %, in a row of the table.
      const ends = [mid, low, high].map((kroner) => formatAmount(kroner, EXACTLY.currency, language));
      const row = compared.split("\n").filter((line) => /^ {3}(I alt om året|Total a year)/.test(line))[plan];
      const [mean, p5, , p95] = row.trim().split(/\s+/).slice(-4);
      expect([mean, p5, p95]).toEqual(ends);
    });
  });

  test("and what a right to transport may be stands beside its number, today's as well as the plan's", () => {
    const right = { da: "Elever med ret til gratis befordring ", en: "Pupils with a right to free transport " }[
      language
    ];
    for (const evaluation of measured) {
      const row = lineOf(evaluationText(basis, evaluation, language), right);
      expect(row.match(/\([\d.,]+ (til|to) [\d.,]+\)/g)).toHaveLength(2);
      expect(lineOf(solutionText(basis, solutionOf([evaluation]), language), right)).toMatch(
        /\([\d.,]+ (til|to) [\d.,]+\)/,
      );
    }
  });
});

test("files hold the same ranges: of a network's answers, and of one plan", () => {
  const { answers } = solutionFile(basis, question, solutionOf(measured), RUN);
  measured.forEach((evaluation, plan) => {
    const { measures } = evaluationFile(basis, evaluation, RUN);
    for (const key of ["saving", "transport-right", "transport-right:0-3", "travel-hours"]) {
      const { low, high } = measures.find((each) => each.key === key)!.range!;
      expect(answers[plan].ranges[key]).toMatchObject({ low: Math.round(low), high: Math.round(high) });
    }
  });
});

test("a list's text, table and file hold the range that each plan has by itself", async () => {
  const lattice = openedCase("lattice");
  const asked = { kind: "consolidate", districts: 2, policy: "nearest", contiguity: "land", rules: [] } as const;
  const outcome = await consolidate(lattice.basis, asked, solver);
  if (outcome.status !== "optimal") throw new Error(outcome.status);
  const list: Consolidation = outcome.answer;
  const file = consolidationFile(lattice.basis, asked, outcome, "saving", RUN);
  const [head, ...rows] = csvParseRows(tableCsv(groupingsTable(file, "en"), "en"));
  const ends = ["from", "to"].map((end) =>
    head.findIndex((name) => name.includes(`in nine of ten computations ${end}`)),
  );
  file.groupings.forEach(({ number, ranges }, row) => {
    const { counted } = evaluatePlan(lattice.basis, planOf(lattice.basis, list, number - 1)).totals.money!;
    expect(ranges["saving"]).toEqual({
      low: Math.round(counted.low),
      mid: Math.round(counted.mid),
      high: Math.round(counted.high),
    });
    expect(ends.map((at) => Number(rows[row][at]))).toEqual([ranges["saving"].low, ranges["saving"].high]);
  });
  const text = consolidationText(lattice.basis, list, [], 1, "en");
  const spans = file.groupings.map(({ ranges }) => spanWords(ranges["saving"], EXACTLY.currency, "en"));
  expect(spans.some((span) => lineOf(text, "Yearly saving").includes(span) || text.includes(span))).toBe(true);
});

describe("an answer claims no more than is known", () => {
  test("a search that found no bound does not say how far it may be from the best", () => {
    const [evaluation] = measured;
    const answers = [
      { plan: evaluation.plan, evaluation, status: "stopped" as const, stages: [{ value: 5, bound: 0 }] },
    ];
    const said = solutionText(basis, { ...solutionOf([]), status: "stopped", gap: 1, answers }, "en");
    expect(said).toContain("how far it is from the best is not known");
    expect(said).not.toMatch(/100\.00|No answer can go below/);
  });

  test("of several networks only the first is the best of all, and which saves most is said only where it can be told", () => {
    const sure = solutionText(basis, solutionOf(measured.slice(0, 2), { networks: { apart: 2 } }), "en");
    expect(sure.match(/Proven best\./g)).toHaveLength(1);
    expect(sure).toContain("Proven best of those that differ from the ones before in at least 2 schools.");
    expect(sure).toMatch(/The council's decision of 2016.* saves more than each of the others in at least 95 of 100/);
    // Beside its own twin no plan saves more, though it saves no less either.
    const closing = measured[2];
    const twin = { ...closing, plan: { ...closing.plan, title: "Twin" } };
    const unsure = solutionText(basis, solutionOf([measured[0], twin, closing], { networks: { apart: 1 } }), "en");
    const { pairs } = comparePlans(basis, [plans[0], plans[2]]).savings;
    const isSure = pairs.every(({ wins }) => wins >= 0.95);
    expect(unsure).toMatch(isSure ? /saves more than each of the others/ : /cannot be told/);
  });

  test("points of a front that may have more of them say so", () => {
    const front = { objectives: ["pupil-metres", "changed-site"], complete: false, ends: "all" as const };
    expect(solutionText(basis, solutionOf(measured, { front }), "en")).toContain("here are 3 of them");
    expect(solutionText(basis, solutionOf(measured, { front: { ...front, complete: true } }), "en")).not.toContain(
      "of them.",
    );
  });
});
