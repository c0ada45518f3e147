import { expect, test } from "vitest";
import { comparePlans } from "../../src/compare/comparison.ts";
import { BAND_COUNT } from "../../src/domain/grades.ts";
import { evaluatePlan, makeBasis } from "../../src/evaluate/evaluate.ts";
import { planSentences } from "../../src/report/comparison-file.ts";
import { evaluationFile } from "../../src/report/evaluation-file.ts";
import { evaluationText } from "../../src/report/evaluation-text.ts";
import { cellWord, shownMeasures, todaysMeasure } from "../../src/report/shown-measures.ts";
import { drawCase } from "../cases/drawn.ts";

const RUN = { programVersion: "0", dataHash: "0".repeat(64), secondsUsed: 0 };

/** Two schools 9 km apart; three pupils of grade 8 are sent to the other one, which gives them a right to transport. */
function threeMoved() {
  const drawn = drawCase({
    zones: ["AAAAABBBBB"],
    sites: { A: { at: [0, 0] }, B: { at: [0, 9] } },
    districts: { North: "A", South: "B" },
    pupils: (unit) => (unit === 0 ? [2, 2, 2, 2, 2, 2, 2, 0, 3, 0] : 2),
  });
  const basis = makeBasis(drawn.municipality, drawn.travel, drawn.baseline);
  const plan = { ...basis.baseline, id: "three", title: "Three", assignment: basis.baseline.assignment.with(2, 1) };
  return { basis, plan };
}

test("sentence, text and file say the same of three pupils: fewer than five", () => {
  const { basis, plan } = threeMoved();
  const evaluation = evaluatePlan(basis, plan);
  expect([...basis.unitBand.subarray(0, BAND_COUNT)]).toEqual([8, 6, 3]);
  const shown = shownMeasures((key) => evaluation.values.get(key), todaysMeasure(basis));
  for (const key of ["changed-site", "changed-site:7-9", "right-gained", "right-gained:7-9"])
    expect(cellWord(shown.get(key)!, "en"), key).toBe("<5");
  const sentences = planSentences(basis, comparePlans(basis, [plan], { draws: 10, seed: 1 }), 0);
  expect(sentences.find(({ key }) => key === "changed-site")?.text.da).toBe("Færre end fem elever skifter skole.");
  const file = evaluationFile(basis, evaluation, RUN);
  const value = (key: string) => file.measures.find((measure) => measure.key === key)?.value;
  expect([value("changed-site"), value("right-gained")]).toEqual(["<5", "<5"]);
  expect(evaluationText(basis, evaluation, "da")).toMatch(/Elever, der skifter skole +0 +<5 elever +skjult/);
});

test("nor can it be worked out from the pupils with a right today and under the plan", () => {
  const { basis, plan } = threeMoved();
  const values = evaluatePlan(basis, plan).values;
  const today = todaysMeasure(basis);
  const shown = shownMeasures((key) => values.get(key), today);
  const change = values.get("transport-right")! - today("transport-right")!;
  expect(change).toBe(3);
  // Told as it is, it would be three more than today.
  expect(shown.get("transport-right")?.kind).not.toBe("count");
});
