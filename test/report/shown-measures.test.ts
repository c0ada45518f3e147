import { EXACTLY } from "../cases/told.ts";
import { BAND_COUNT, GRADES } from "../cases/folkeskole.ts";
import { expect, test } from "vitest";
import { comparePlans } from "../../src/compare/comparison.ts";
import { evaluatePlan, makeBasis } from "../../src/evaluate/evaluate.ts";
import { planSentences } from "../../src/report/comparison-file.ts";
import { evaluationFile } from "../../src/report/evaluation-file.ts";
import { objectiveMeaning, stagesText } from "../../src/report/stage-text.ts";
import { planGeoJson } from "../../src/report/map/geojson.ts";
import { audienceOf } from "../../src/report/internal.ts";
import { evaluationFileSchema } from "../../src/protocol/result-file.ts";
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
  const shown = shownMeasures(GRADES, (key) => evaluation.values.get(key), todaysMeasure(basis));
  for (const key of ["changed-site", "changed-site:7-9", "right-gained", "right-gained:7-9"] as const)
    expect(cellWord(shown.get(key)!, "en"), key).toBe("<5");
  const sentences = planSentences(basis, comparePlans(basis, [plan], { draws: 10, seed: 1 }), 0);
  expect(sentences.find(({ key }) => key === "changed-site")?.text.da).toBe("Færre end fem elever skifter skole.");
  const file = evaluationFile(basis, evaluation, RUN);
  const value = (key: string) => file.measures.find((measure) => measure.key === key)?.value;
  expect([value("changed-site"), value("right-gained")]).toEqual(["<5", "<5"]);
  expect(evaluationText(basis, evaluation, "da")).toMatch(/Elever, der skifter skole +0 elever +<5 elever +skjult/);
});

test("nor can it be worked out from the pupils with a right today and under the plan", () => {
  const { basis, plan } = threeMoved();
  const values = evaluatePlan(basis, plan).values;
  const today = todaysMeasure(basis);
  const shown = shownMeasures(GRADES, (key) => values.get(key), today);
  const change = values.get("transport-right")! - today("transport-right")!;
  expect(change).toBe(3);
  // Told as it is, it would be three more than today.
  expect(shown.get("transport-right")?.kind).not.toBe("count");
});

/** Every number of pupils that a file holds of places and schools, however deep. */
function pupilNumbers(value: unknown, key = ""): number[] {
  if (typeof value === "number") return /pupils|missing|overflow|^[047]-[369]$/i.test(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => pupilNumbers(item, key));
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === "capacity" ? [] : pupilNumbers(inner, /^[047]-[369]$/.test(name) ? key : name),
  );
}

const small = (numbers: readonly number[]) => numbers.filter((pupils) => pupils > 0 && pupils < 5);

test("no file holds one to four pupils of any school, district or area, but one whose name and content say it is internal", () => {
  const { basis, plan } = threeMoved();
  const evaluation = evaluatePlan(basis, plan);
  const { districts, sites, units, unitsLeftOut } = evaluationFileSchema.parse(evaluationFile(basis, evaluation, RUN));
  expect(small(pupilNumbers({ districts, sites, units, unitsLeftOut }))).toEqual([]);
  expect(small(pupilNumbers(planGeoJson(basis, plan)))).toEqual([]);
  const internal = evaluationFileSchema.parse(evaluationFile(basis, evaluation, RUN, audienceOf("x.internal.json")));
  expect(internal.internal).toContain("må ikke offentliggøres");
  expect(internal.units.reduce((sum, unit) => sum + unit.pupils, 0)).toBe(basis.pupils);
  expect(small(pupilNumbers(internal)).length).toBeGreaterThan(0);
  const map = planGeoJson(basis, plan, audienceOf("maps/x.internal.geojson"));
  expect(map.internal).toContain("Internal");
  expect(small(pupilNumbers(map)).length).toBeGreaterThan(0);
});

test.each([
  ["a.json", "anyone"],
  ["internal.json", "anyone"],
  ["a.internal.csv", "planner"],
  ["a.internal.folder/b.json", "anyone"],
])("%s is for %s", (path, audience) => expect(audienceOf(path)).toBe(audience));

test("areas left out are never one small group alone", () => {
  const drawn = drawCase({
    zones: ["AAAB"],
    sites: { A: { at: [0, 0] }, B: { at: [0, 3] } },
    districts: { North: "AB" },
    pupils: (unit) => (unit === 0 ? [3, 0, 0, 0, 0, 0, 0, 0, 0, 0] : [10 + unit, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
  });
  const basis = makeBasis(drawn.municipality, drawn.travel, drawn.baseline);
  const { units, unitsLeftOut } = evaluationFile(basis, evaluatePlan(basis, basis.baseline), RUN);
  expect(units.map(({ pupils }) => pupils)).toEqual([12, 13]);
  expect(unitsLeftOut).toEqual({ rows: 2, pupils: 14 });
});

test("a stage that counts one to four pupils says so in words too", () => {
  const changed = objectiveMeaning("changed-site", EXACTLY);
  expect(stagesText([changed], [3], "da")).toBe("<5 elever skifter skole");
  expect(stagesText([changed], [30], "da")).toBe("30 elever skifter skole");
  expect(stagesText([objectiveMeaning("longest-way", EXACTLY)], [3], "en")).toBe("longest way to school 3 m");
});
