import { expect, test } from "vitest";
import { comparePlans } from "../../src/compare/comparison.ts";
import { planOf } from "../../src/compare/groupings.ts";
import type { ConsolidateQuestion } from "../../src/domain/question.ts";
import { evaluatePlan, makeBasis } from "../../src/evaluate/evaluate.ts";
import { seededRandom } from "../../src/kernels/random.ts";
import { comparisonFile } from "../../src/report/comparison-file.ts";
import { comparisonText } from "../../src/report/comparison-text.ts";
import { consolidationFile } from "../../src/report/consolidation-file.ts";
import { consolidationText } from "../../src/report/consolidation-text.ts";
import { tableCsv } from "../../src/report/csv.ts";
import { groupingsTable } from "../../src/report/groupings-table.ts";
import { evaluationFile } from "../../src/report/evaluation-file.ts";
import { evaluationText } from "../../src/report/evaluation-text.ts";
import { planGeoJson } from "../../src/report/map/geojson.ts";
import { consolidate } from "../../src/solve/consolidate/consolidate.ts";
import { drawCase } from "../cases/drawn.ts";
import { solver } from "../cases/solver.ts";

/** Four one-site districts in a row; about every third way has no road, and site D none to the other sites. */
function islands(seed: number) {
  const random = seededRandom(seed);
  const drawn = drawCase({
    zones: ["ABCD", "ABCD"],
    sites: { A: { at: [0, 0] }, B: { at: [0, 1], capacity: [20] }, C: { at: [0, 2] }, D: { at: [0, 3] } },
    districts: { A: "A", B: "B", C: "C", D: "D" },
    pupils: () => Array.from({ length: 10 }, () => Math.floor(3 * random())),
    way: () => (random() < 0.3 ? Infinity : 100 + Math.floor(5000 * random())),
  });
  for (let site = 0; site < 3; site++) {
    drawn.travel.siteCar[site * 4 + 3] = Infinity;
    drawn.travel.siteCar[3 * 4 + site] = Infinity;
  }
  return makeBasis(drawn.municipality, drawn.travel, drawn.baseline);
}

const RUN = { programVersion: "0", dataHash: "0".repeat(64), secondsUsed: 0 };
const LOST = /∞|Infinity|NaN|undefined/;

test("no way that cannot be measured reaches a text, a table or a file, on random islands", async () => {
  for (let seed = 1; seed <= 12; seed++)
    for (const policy of ["stay", "nearest"] as const) {
      const basis = islands(seed);
      const question: ConsolidateQuestion = {
        kind: "consolidate",
        districts: 2,
        policy,
        contiguity: "ignored",
        rules: [],
      };
      const outcome = await consolidate(basis, question, solver);
      if (outcome.status !== "optimal") throw new Error(outcome.status);
      const plan = planOf(basis, outcome.answer, 1);
      const evaluation = evaluatePlan(basis, plan);
      const comparison = comparePlans(basis, [plan], { draws: 20, seed: 1 });
      const file = consolidationFile(basis, question, outcome, "saving", RUN);
      for (const value of evaluation.values.values()) expect(Number.isFinite(value)).toBe(true);
      const written = [
        ...[file, evaluationFile(basis, evaluation, RUN), comparisonFile(basis, comparison, RUN)].map((each) => {
          const text = JSON.stringify(each);
          expect(text).not.toContain(":null");
          return text;
        }),
        JSON.stringify(planGeoJson(basis, plan)),
        ...(["da", "en"] as const).flatMap((language) => [
          consolidationText(basis, outcome.answer, [plan], 1, language),
          tableCsv(groupingsTable(file, language), language),
          evaluationText(basis, evaluation, language),
          comparisonText(basis, comparison, language),
        ]),
      ];
      for (const text of written) expect(text, `seed ${seed}, ${policy}`).not.toMatch(LOST);
    }
});

test("a list names no best by distances that some plans cannot measure, and says how many have no road", async () => {
  const basis = islands(1);
  const question: ConsolidateQuestion = {
    kind: "consolidate",
    districts: 2,
    policy: "stay",
    contiguity: "ignored",
    rules: [],
  };
  const outcome = await consolidate(basis, question, solver);
  if (outcome.status !== "optimal") throw new Error(outcome.status);
  const text = consolidationText(basis, outcome.answer, [], 1, "en");
  expect(text).toMatch(/None is best, since distances cannot be measured .*mean distance between a district's schools/);
  const lost = evaluatePlan(basis, basis.baseline).values.get("no-route");
  expect(lost).toBeGreaterThan(4);
  expect(text).toContain(`${lost} of ${basis.pupils} pupils have no road to their school`);
  const { groupings } = consolidationFile(basis, question, outcome, "saving", RUN);
  expect(groupings.every(({ ranks }) => ranks["site-distance-mean"] === undefined)).toBe(true);
});
