import { expect, test } from "vitest";
import { BAND_COUNT } from "../../src/domain/grades.ts";
import type { Plan } from "../../src/domain/plan.ts";
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
  ["capacity", { kind: "capacity" }, "ABBBC AAACC", ["B lacks 2 places in grades 0-3 (6 pupils)"]],
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
    "one site for all bands",
    { kind: "one-site-for-all-bands" },
    "AAACC AAACC ACACC",
    ["0,1 (0-3) is divided between sites", "0,1 (4-6) is divided between sites", "0,1 (7-9) is divided between sites"],
    "AAACC AAACC",
  ],
  [
    "one site for all bands, the middle one elsewhere",
    { kind: "one-site-for-all-bands" },
    "AAACC ACACC AAACC",
    ["0,1 (0-3) is divided between sites", "0,1 (4-6) is divided between sites", "0,1 (7-9) is divided between sites"],
    "AAACC AAACC",
  ],
  ["own district", { kind: "stay-in-district" }, "AAACC AAACC AACCC", ["0,2 (7-9) leaves its district"], "AAACC AAACC"],
  ["moves", { kind: "most-moved", pupils: 3 }, "AAACC ACACC", ["6 pupils would change site, at most 3 may"]],
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

test("more split units than may be are told", () => {
  const rule: AssignmentRule = { kind: "most-split", pairs: 1 };
  expect(checkRules(basis, KEPT, [rule], { split: 1 })).toEqual([]);
  expect(checkRules(basis, KEPT, [rule], { split: 2 }).map(({ what }) => what.en)).toEqual([
    "2 units split, at most 1 may be",
  ]);
});
