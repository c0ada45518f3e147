import { MEASURES } from "../cases/folkeskole.ts";
import { assert, constantFrom, property, record, uniqueArray, array, integer } from "fast-check";
import { describe, expect, test } from "vitest";
import { comparePlans } from "../../src/compare/comparison.ts";
import { saidIn } from "../../src/domain/language.ts";
import { NO_SITE, type Plan } from "../../src/domain/plan.ts";
import type { Basis } from "../../src/evaluate/basis.ts";
import { completenessIssues } from "../../src/evaluate/completeness-issues.ts";
import { completenessOf, ForeignPlan, gradesWithoutSite } from "../../src/evaluate/completeness.ts";
import type { Gap } from "../../src/domain/completeness.ts";
import { evaluatePlan, makeBasis } from "../../src/evaluate/evaluate.ts";
import { schoolBuses } from "../../src/evaluate/school-buses.ts";
import { followPlan } from "../../src/evaluate/years.ts";
import { structureChange } from "../../src/compare/structure-change.ts";
import { fairnessOf } from "../../src/compare/fairness/fairness.ts";
import { sum } from "../../src/kernels/sum.ts";
import { caseText } from "../../src/report/consolidation-text.ts";
import { fairnessTable } from "../../src/report/fairness-table.ts";
import { tableCsv } from "../../src/report/csv.ts";
import { comparisonFile } from "../../src/report/comparison-file.ts";
import { comparisonText } from "../../src/report/comparison-text.ts";
import { cellOf } from "../../src/kernels/disclosure/shown.ts";
import { cellText } from "../../src/report/shown-measures.ts";
import { evaluationFile } from "../../src/report/evaluation-file.ts";
import { evaluationText } from "../../src/report/evaluation-text.ts";
import { comparisonFileSchema } from "../../src/protocol/comparison-file.ts";
import { evaluationFileSchema } from "../../src/protocol/result-file.ts";
import { drawCase, type Drawing } from "../cases/drawn.ts";

/** Three sites in a row of five units, one pupil a grade in each: four in 0-3, three in 4-6 and in 7-9. */
const ROW: Drawing = {
  zones: ["AABCC"],
  sites: { A: { at: [0, 0] }, B: { at: [0, 2] }, C: { at: [0, 4] } },
  districts: { North: "AB", South: "C" },
  pupils: () => 1,
};

function basisOf(drawing: Drawing): Basis {
  const { municipality, travel, baseline } = drawCase(drawing);
  return makeBasis(municipality, travel, baseline);
}

const basis = basisOf(ROW);
const { baseline } = basis;
const RUN = { programVersion: "0", dataHash: "0".repeat(64), secondsUsed: 0 };
const broken = (change: Partial<Plan>): Plan => ({ ...baseline, id: "broken", title: "Broken", ...change });

/** Each plan is broken in one way; pupils are those who lack a school. */
const BROKEN: readonly (readonly [
  what: string,
  plan: Plan,
  pupils: number,
  why: Gap["why"]["kind"],
  places: string,
])[] = [
  [
    "a unit is forgotten in one band",
    broken({ assignment: baseline.assignment.with(0, NO_SITE) }),
    4,
    "no-site",
    "0,0",
  ],
  [
    "half of the municipality is not painted",
    broken({ assignment: baseline.assignment.map((site, pair) => (pair < 6 ? NO_SITE : site)) }),
    20,
    "no-site",
    "0,0, 0,1",
  ],
  ["a school closes and its pupils stay", broken({ teaching: [baseline.teaching[0], 0, 7] }), 10, "not-taught", "B"],
  ["a school gives up grades 7-9 and its pupils stay", broken({ teaching: [7, 7, 3] }), 6, "not-taught", "C"],
  [
    "the districts leave a school out",
    broken({ districts: [{ id: "North", name: "North", sites: [0, 1] }] }),
    20,
    "no-district",
    "C",
  ],
  ["there are no districts", broken({ districts: [] }), 50, "no-district", "A"],
];

describe.each(BROKEN)("a plan in which %s", (_, plan, pupils, why, places) => {
  const evaluation = evaluatePlan(basis, plan);

  test("is unfinished, with the pupils and the reason", () => {
    const { completeness } = evaluation;
    expect(completeness).toMatchObject({ status: "unfinished", missing: pupils });
    if (completeness.status === "unfinished")
      expect(new Set(completeness.gaps.map((gap) => gap.why.kind))).toEqual(new Set([why]));
    expect(evaluation.values.get("no-site")).toBe(pupils);
  });

  test("saves nothing, and nothing is said of who moves", () => {
    expect(evaluation.totals.money).toBeUndefined();
    const said = MEASURES.filter(({ key, group }) => group === "money" || /^(changed|right-)/.test(key));
    expect(said.filter(({ key }) => evaluation.values.has(key))).toEqual([]);
    const { money, measures } = evaluationFile(basis, evaluation, RUN);
    expect(money).toBeUndefined();
    // A level, as the kilometres are; those who have no school take no time.
    expect(measures.filter(({ range }) => range).map(({ key }) => key)).toEqual(["travel-hours"]);
  });

  test.each([
    ["da", `Ikke færdig: ${pupils < 5 ? "færre end fem elever" : `${pupils} elever`} mangler en skole.`],
    ["en", `Unfinished: ${pupils < 5 ? "fewer than five pupils" : `${pupils} pupils`} have no school.`],
  ] as const)("says so before any figure, in %s", (language, status) => {
    const text = evaluationText(basis, evaluation, language);
    const plain = text.slice(text.indexOf("Broken"));
    expect(plain.indexOf(status)).toBeGreaterThan(0);
    expect(plain.slice(0, plain.indexOf(status))).not.toMatch(/\d/);
    expect(plain).toContain(places);
  });

  test("is compared with nothing, in text, file and table", () => {
    const comparison = comparePlans(basis, [baseline, plan], { draws: 100, seed: 1 });
    expect(comparison.plans.map((compared) => compared.plan.id)).toEqual(["today"]);
    expect(comparison.savings.pairs).toEqual([]);
    expect(comparison.moved).toBeUndefined();
    expect(comparisonText(basis, comparison, "en")).toContain("Unfinished:");
    const file = comparisonFileSchema.parse(comparisonFile(basis, comparison, RUN));
    expect(file.unfinished[0].completeness).toMatchObject({ status: "unfinished", missing: cellText(cellOf(pupils)) });
    expect(tableCsv(fairnessTable(comparison, "da"), "da")).toContain("Ikke færdig:");
    expect(comparisonText(basis, comparePlans(basis, [plan], { draws: 100, seed: 1 }), "en")).not.toMatch(/DKK|saves/);
  });

  test("is the same in the file, which the schema takes", () => {
    const file = evaluationFileSchema.parse(evaluationFile(basis, evaluation, RUN));
    expect(file.completeness).toMatchObject({ status: "unfinished", missing: cellText(cellOf(pupils)) });
  });
});

test("a plan as it should be is finished, and so is one that forgets a unit where nobody lives", () => {
  expect(evaluatePlan(basis, baseline).completeness).toEqual({ status: "finished" });
  const emptyEnd = basisOf({ ...ROW, pupils: (unit) => (unit === 4 ? 0 : 1) });
  const forgets = broken({ assignment: baseline.assignment.map((site, pair) => (pair >= 12 ? NO_SITE : site)) });
  expect(completenessOf(emptyEnd, forgets)).toEqual({ status: "finished" });
});

test("no school is not counted as one of the sites with pupils, and nothing is saved against an unfinished today", () => {
  const hole = basisOf({ ...ROW, zones: ["AA?CC"] });
  expect(caseText(hole, "en")).toContain("2 schools with pupils");
  expect(hole.completeness).toMatchObject({ status: "unfinished", missing: 10 });
  expect(evaluatePlan(hole, baseline).values.has("saving")).toBe(false);
});

test("one pupil without a school is enough for nothing to be said against today", () => {
  const lone = basisOf({ ...ROW, pupils: (unit) => [unit === 0 ? 1 : 2, 0, 0, 0, 0, 0, 0, 0, 0, 0] });
  const { values, completeness } = evaluatePlan(lone, broken({ assignment: baseline.assignment.with(0, NO_SITE) }));
  expect(completeness).toMatchObject({ status: "unfinished", missing: 1 });
  expect([values.has("changed-site"), values.has("saving"), values.get("no-site")]).toEqual([false, false, 1]);
});

const source = { file: "plans/x.json", plan: "X", role: "plan", pupils: 50 } as const;

const issuesOf = (plan: Plan, on = basis) =>
  completenessIssues(on.municipality, completenessOf(on, plan), source).map(({ code, severity, values }) => ({
    code,
    severity,
    ...values,
    missing: saidIn(values["missing"], "en"),
  }));

const listOf = (units: number) => {
  const on = basisOf({ ...ROW, zones: ["A".repeat(units)], sites: { A: ROW.sites["A"] }, districts: { All: "A" } });
  const [issue] = issuesOf({ ...on.baseline, assignment: on.baseline.assignment.map(() => NO_SITE) }, on);
  return "list" in issue ? issue.list : undefined;
};

describe("an unfinished plan as issues", () => {
  test("is one for each way in which pupils lack a school, with their places and grades", () => {
    const plan = broken({
      assignment: baseline.assignment.with(0, NO_SITE).with(2, NO_SITE).with(3, NO_SITE),
      teaching: [7, 7, 3],
      districts: [{ id: "North", name: "North", sites: [0, 2] }],
    });
    expect(issuesOf(plan)).toEqual([
      {
        code: "plan-no-site",
        severity: "warning",
        plan: "X",
        missing: "11",
        pupils: 50,
        list: "0,0 (0-3, 7-9), 0,1 (0-3)",
      },
      { code: "plan-not-taught", severity: "warning", plan: "X", missing: "6", pupils: 50, list: "C (7-9)" },
      {
        code: "plan-no-district",
        severity: "warning",
        plan: "X",
        missing: "10",
        pupils: 50,
        list: "B (0-3, 4-6, 7-9)",
      },
    ]);
    expect(issuesOf(baseline)).toEqual([]);
  });

  test("names twelve places, and counts more", () => {
    expect(listOf(12)).toMatch(/^0,0 \(0-3, 4-6, 7-9\), .*, 0,11 \(0-3, 4-6, 7-9\)$/);
    expect(listOf(13)).toMatch(/, 0,11 \(0-3, 4-6, 7-9\) … \(13\)$/);
  });
});

const lacking = (mayTeach: (site: number, band: number) => boolean, on = basis) =>
  gradesWithoutSite(on, mayTeach).map(({ en }) => en);

test("grades that no site may teach are named with their pupils and the sites that teach them today", () => {
  expect(lacking(() => true)).toEqual([]);
  expect(lacking((site, band) => band !== 2 && site === 2)).toEqual([
    "grades 7-9: 15 pupils, and no open school may teach them (today: A, B, C)",
  ]);
  const upper = basisOf({ ...ROW, sites: { ...ROW.sites, B: { at: [0, 2], grades: "0-3" } } });
  expect(lacking((_, band) => band === 0, upper)).toEqual([
    "grades 4-6: 15 pupils, and no open school may teach them (today: A, C)",
    "grades 7-9: 15 pupils, and no open school may teach them (today: A, C)",
  ]);
  const young = basisOf({ ...ROW, pupils: () => [1, 0, 0, 0, 0, 0, 0, 0, 0, 0] });
  expect(lacking(() => false, young)).toEqual([
    "grades 0-3: 5 pupils, and no open school may teach them (today: A, B, C)",
  ]);
  const sites = {
    A: { at: [0, 0], grades: "" },
    B: { at: [0, 2], grades: "" },
    C: { at: [0, 4], grades: "" },
  } as const;
  expect(lacking(() => false, basisOf({ ...ROW, sites }))[0]).toContain("(today: -)");
});

test("pupils in are pupils measured and pupils reported missing, whatever the plan", () => {
  const plans = record({
    assignment: array(constantFrom(0, 1, 2, NO_SITE), { minLength: 15, maxLength: 15 }),
    teaching: array(integer({ min: 0, max: 7 }), { minLength: 3, maxLength: 3 }),
    district: array(constantFrom(-1, 0, 1), { minLength: 3, maxLength: 3 }),
  });
  assert(
    property(plans, uniqueArray(integer({ min: 0, max: 4 })), ({ assignment, teaching, district }, empty) => {
      const on = basisOf({ ...ROW, pupils: (unit) => (empty.includes(unit) ? 0 : unit + 1) });
      const districts = [0, 1].map((number) => ({
        id: String(number),
        name: String(number),
        sites: [0, 1, 2].filter((site) => district[site] === number),
      }));
      const plan = broken({ assignment: Uint16Array.from(assignment), teaching, districts });
      const { completeness, districts: tallies, totals } = evaluatePlan(on, plan);
      const missing = completeness.status === "unfinished" ? completeness.missing : 0;
      const measured = tallies.reduce((all, { pupils, notTaught }) => all + sum(pupils) - sum(notTaught), 0);
      expect(measured + missing).toBe(on.pupils);
      expect(totals.noSite).toBe(missing);
      expect(totals.money === undefined).toBe(missing > 0);
    }),
  );
});

test.each([
  ["fewer sites", { teaching: [7, 7] }, /2 schools, the case 3/],
  ["more units", { assignment: new Uint16Array(18) }, /6 basic units, the case 5/],
  ["a site beyond the last", { assignment: baseline.assignment.with(3, 9) }, /school no\. 9/],
  ["a district with a site before the first", { districts: [{ id: "N", name: "N", sites: [-1] }] }, /school no\. -1/],
  ["a district with such a site", { districts: [{ id: "N", name: "N", sites: [0, 1, 2, 3] }] }, /school no\. 3/],
  [
    "a site in two districts",
    { districts: [0, 1].map((n) => ({ id: `${n}`, name: "", sites: [1] })) },
    /two districts/,
  ],
] as const)("a plan of another case is refused: %s", (_, change, message) => {
  const foreign = broken(change);
  expect(() => evaluatePlan(basis, foreign)).toThrow(ForeignPlan);
  expect(() => evaluatePlan(basis, foreign)).toThrow(message);
  const { municipality, travel } = drawCase(ROW);
  expect(() => makeBasis(municipality, travel, foreign)).toThrow(ForeignPlan);
  expect(() => fairnessOf(basis, foreign)).toThrow(ForeignPlan);
  expect(() => schoolBuses(basis, foreign)).toThrow(ForeignPlan);
  expect(() => followPlan(basis, foreign)).toThrow(ForeignPlan);
  expect(() => structureChange(basis, foreign)).toThrow(ForeignPlan);
});
