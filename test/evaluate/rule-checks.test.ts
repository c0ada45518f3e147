import { BAND_COUNT } from "../cases/folkeskole.ts";
import { describe, expect, test } from "vitest";
import { NO_SITE, type Plan } from "../../src/domain/plan.ts";
import type { AssignmentRule } from "../../src/domain/question.ts";
import { makeBasis } from "../../src/evaluate/evaluate.ts";
import { checkRules } from "../../src/evaluate/rule-checks.ts";
import { drawCase } from "../cases/drawn.ts";

/**
 * A row of five units, six pupils in each, two of them in every band. A and C teach everything; B stops after grade 3 and its
 * pupils go on to A. A (unit 0) and B (unit 2) are one district, C (unit 4) another.
 */
const drawn = drawCase({
  zones: ["AABCC"],
  sites: {
    A: { at: [0, 0], capacity: [8, 8, 8] },
    B: { at: [0, 2], grades: "0-3", capacity: [4] },
    C: { at: [0, 4], capacity: [6, 6, 6] },
  },
  districts: { North: "AB", South: "C" },
  pupils: () => [0, 2, 0, 0, 0, 2, 0, 0, 2, 0],
  // Unit 3 lies as far from B as from C, but for 300 metres.
  way: (unit, site) => (unit === 3 && site === 1 ? 1300 : 1000 * Math.abs(unit - 2 * site)),
});
const basis = (() => {
  const assignment = planOf("AAB AAA CC").assignment;
  return makeBasis(drawn.municipality, drawn.travel, { ...drawn.baseline, assignment });
})();

/** A plan by what each unit does in grades 0-3, in words of three: "AABCC AAACC AAACC". */
function planOf(drawing: string): Plan {
  const [young, middle = young, old = middle] = expand(drawing);
  const assignment = new Uint16Array(5 * BAND_COUNT);
  [young, middle, old].forEach((letters, band) =>
    [...letters].forEach((letter, unit) => (assignment[unit * BAND_COUNT + band] = "ABC".indexOf(letter))),
  );
  return { ...drawn.baseline, id: "plan", assignment };
}

/** "AAB AAA CC" is today's: the young at A, A, B; the others at A; the two eastern units at C. */
function expand(drawing: string): readonly string[] {
  if (drawing === "AAB AAA CC") return ["AABCC", "AAACC", "AAACC"];
  return drawing.split(" ");
}

const KEPT = planOf("AAB AAA CC");

const TABLE: readonly (readonly [
  name: string,
  rule: AssignmentRule,
  broken: string,
  said: readonly string[],
  kept?: string,
])[] = [
  ["capacity", { kind: "capacity" }, "ABBBC AAACC", ["B lacks fewer than 5 places in grades 0-3 (6 pupils)"]],
  [
    "contiguous zones",
    { kind: "contiguous-zones" },
    "ACACC AAACC",
    ["A's zone in grades 0-3 is in 2 pieces", "C's zone in grades 0-3 is in 2 pieces"],
  ],
  ["own unit", { kind: "keeps-own-unit" }, "AAACC AAACC", ["0,2 (0-3) does not go to B"]],
  ["own unit, in the middle grades", { kind: "keeps-own-unit" }, "AABCC AAACA AAACC", ["0,4 (4-6) does not go to C"]],
  ["nobody passes an open school", { kind: "nearest-open" }, "AABBC AAACC", ["0,3 (0-3) passes C"], "AABCC AAACC"],
  [
    "one school for all bands",
    { kind: "one-site-for-all-bands" },
    "AAACC AAACC ACACC",
    [
      "0,1 (0-3) is divided between schools",
      "0,1 (4-6) is divided between schools",
      "0,1 (7-9) is divided between schools",
    ],
    "AAACC AAACC",
  ],
  [
    "one school for all bands, the middle one elsewhere",
    { kind: "one-site-for-all-bands" },
    "AAACC ACACC AAACC",
    [
      "0,1 (0-3) is divided between schools",
      "0,1 (4-6) is divided between schools",
      "0,1 (7-9) is divided between schools",
    ],
    "AAACC AAACC",
  ],
  [
    "one school for all bands, of the first unit",
    { kind: "one-site-for-all-bands" },
    "AAACC AAACC CAACC",
    [
      "0,0 (0-3) is divided between schools",
      "0,0 (4-6) is divided between schools",
      "0,0 (7-9) is divided between schools",
    ],
    "AAACC AAACC",
  ],
  ["own district", { kind: "stay-in-district" }, "AAACC AAACC AACCC", ["0,2 (7-9) leaves its district"], "AAACC AAACC"],
  ["moves", { kind: "most-moved", pupils: 3 }, "AAACC ACACC", ["6 pupils would change school, at most 3 may"]],
  ["a lock", { kind: "lock", unit: 1, band: 1, site: 0 }, "AABCC ACACC AAACC", ["0,1 (4-6) does not go to A"]],
  [
    "a longest way",
    { kind: "longest-way", band: 2, metres: 2000 },
    "AABCC AAACC AAAAC",
    ["0,3 (7-9) has 3000 m to school"],
  ],
  ["a feeder", { kind: "feeder", from: 1, to: 0 }, "AABCC AACCC AAACC", ["0,2 (4-6) does not go to A"]],
  [
    "pupil-metres",
    { kind: "at-most", objective: "pupil-metres", most: 20_000 },
    "CABCC AAACC AAACC",
    ["28000 is above 20000"],
  ],
  ["pupils beyond capacity", { kind: "at-most", objective: "overflow", most: 1 }, "ABBBC AAACC", ["2 is above 1"]],
  ["pupils per place", { kind: "at-most", objective: "fullest-site", most: 1 }, "ABBBC AAACC", ["1.5 is above 1"]],
  ["changed site", { kind: "at-most", objective: "changed-site", most: 3 }, "ACBCC AAACC ACACC", ["4 is above 3"]],
];

for (const [name, rule, broken, said, kept] of TABLE)
  test(`${name}: a plan that breaks it is told where, and one that keeps it is not`, () => {
    expect(checkRules(basis, planOf(broken), [rule]).map(({ what }) => what.en)).toEqual(said);
    expect(checkRules(basis, kept === undefined ? KEPT : planOf(kept), [rule])).toEqual([]);
  });

test.each<[plan: string, rule: AssignmentRule]>([
  ["AAACC ACACC", { kind: "most-moved", pupils: 6 }],
  ["AABCC AAACC AAAAC", { kind: "longest-way", band: 2, metres: 3000 }],
  ["CABCC AAACC AAACC", { kind: "at-most", objective: "pupil-metres", most: 28_000 }],
  ["ABBCC AAACC", { kind: "capacity" }],
])("what is just at its limit is kept: %s, %j", (plan, rule) =>
  expect(checkRules(basis, planOf(plan), [rule])).toEqual([]),
);

test("a limit on a sum is kept within the millionth part that adding up may be wrong by, and no further", () => {
  const plan = planOf("CABCC AAACC AAACC");
  const breaches = (most: number) =>
    checkRules(basis, plan, [{ kind: "at-most", objective: "pupil-metres", most }]).length;
  expect([breaches(28_000 - 0.02), breaches(28_000 - 0.04)]).toEqual([0, 1]);
});

const zonesOf = (zones: string, pupils: (unit: number) => number) => {
  const { municipality, travel, baseline } = drawCase({
    zones: [zones],
    sites: { A: { at: [0, 0] }, B: { at: [0, 1] } },
    districts: { All: "AB" },
    pupils,
  });
  const found = checkRules(makeBasis(municipality, travel, baseline), baseline, [{ kind: "contiguous-zones" }]);
  return found.map(({ what }) => what.en).filter((text) => text.includes("0-3"));
};

describe("a zone", () => {
  test("on both sides of the water is in as few pieces as it can be", () => {
    expect(zonesOf("AA.A", () => 1)).toEqual([]);
    expect(zonesOf("ABA.A", () => 1)).toEqual(["A's zone in grades 0-3 is in 3 pieces"]);
  });

  test("is joined by units where nobody lives, and not divided by them", () => {
    expect(zonesOf("AAAB", (unit) => (unit === 1 ? 0 : 1))).toEqual([]);
    expect(zonesOf("ABA", (unit) => (unit === 2 ? 0 : 1))).toEqual([]);
    expect(zonesOf("ABAB", (unit) => (unit === 1 ? 0 : 1))).toEqual(["A's zone in grades 0-3 is in 2 pieces"]);
  });
});

describe("pupils whom a plan sends nowhere, and those who go nowhere today", () => {
  const nowhere = { ...KEPT, assignment: KEPT.assignment.with(3, NO_SITE) };
  const fromNowhere = { ...basis, baseline: nowhere };
  const said = (on: typeof basis, plan: Plan, rule: AssignmentRule) =>
    checkRules(on, plan, [rule]).map(({ what }) => what.en);

  test("leave their district, change school, and pass no school", () => {
    expect(said(basis, nowhere, { kind: "stay-in-district" })).toEqual(["0,1 (0-3) leaves its district"]);
    expect(said(basis, nowhere, { kind: "most-moved", pupils: 1 })).toEqual([
      "fewer than 5 pupils would change school, at most 1 may",
    ]);
    expect(said(basis, nowhere, { kind: "nearest-open" })).toEqual([]);
    expect(said(basis, nowhere, { kind: "longest-way", band: 0, metres: 0 }).join()).not.toContain("0,1");
    expect(said(basis, nowhere, { kind: "one-site-for-all-bands" }).join()).not.toContain("0,1 (0-3)");
  });

  test("have no district to leave", () => {
    expect(said(fromNowhere, KEPT, { kind: "stay-in-district" })).toEqual([]);
    const homeless = { ...KEPT, districts: [{ id: "South", name: "South", sites: [2] }] };
    expect(said(basis, homeless, { kind: "stay-in-district" })).toEqual([]);
  });
});

test("a school that teaches on sends nobody on, and where nobody has lived nobody is sent on", () => {
  expect(checkRules(basis, KEPT, [{ kind: "feeder", from: 0, to: 2 }])).toEqual([]);
  const young = basis.unitBand.map((pupils, pair) => (pair % 3 === 0 ? 0 : pupils));
  const rule = { kind: "feeder", from: 1, to: 0 } as const;
  expect(checkRules({ ...basis, unitBand: young }, planOf("AABCC AACCC AAACC"), [rule])).toEqual([]);
});

test("a school outside every unit has no unit of its own", () => {
  const sites = drawn.municipality.sites.map((site) => ({ ...site, lat: 40, lon: 40 }));
  const outside = { ...basis, municipality: { ...drawn.municipality, sites } };
  expect(checkRules(outside, planOf("CCCCC CCCCC"), [{ kind: "keeps-own-unit" }])).toEqual([]);
});

test("where pairs are split, rules that count pupils are not judged by a plan that shows each at one site", () => {
  const most: AssignmentRule = { kind: "at-most", objective: "pupil-metres", most: 0 };
  const moved = planOf("CCCCC CCCCC CCCCC");
  for (const rule of [most, { kind: "most-moved", pupils: 0 }] as const) {
    expect(checkRules(basis, moved, [rule])).toHaveLength(1);
    expect(checkRules(basis, moved, [rule], { split: 1 })).toEqual([]);
  }
  const [unit, band] = [0, 0] as const;
  expect(checkRules(basis, moved, [{ kind: "lock", unit, band, site: 0 }], { split: 1 })).toHaveLength(1);
});

test("more split units than may be are told", () => {
  const rule: AssignmentRule = { kind: "most-split", pairs: 1 };
  expect(checkRules(basis, KEPT, [rule], { split: 1 })).toEqual([]);
  expect(checkRules(basis, KEPT, [rule], { split: 2 }).map(({ what }) => what.en)).toEqual([
    "2 units split, at most 1 may be",
  ]);
});
