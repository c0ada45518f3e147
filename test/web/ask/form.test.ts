import { BANDS, BAND_COUNT } from "../../cases/folkeskole.ts";
import { describe, expect, test } from "vitest";
import { ASSIGNMENT_OBJECTIVES, namedQuestion, questionFileSchema } from "../../../src/index.ts";
import { ASK_KINDS, type AskLine, rowsOf, withLines } from "../../../web/ask/form.ts";
import { questionOf } from "../../../web/ask/question.ts";
import { goalOf, stageOf } from "../../../web/ask/goals.ts";
import { askedOf } from "../../../web/ask/asked-of.ts";
import { sentencesOf } from "../../../web/ask/sentences.ts";
import { ASSIGNMENT_ROWS, GROUPING_ROWS, NETWORK_ROWS, REDRAW_ROWS, type RuleRow } from "../../../web/ask/rules.ts";
import { basis, form, inView, opened, seat, view, saidPairs } from "./asking.ts";

const { context } = askedOf(view, inView(), saidPairs());
const withPlan = { ...opened, plans: [...opened.plans, { ...basis.baseline, id: "in-view" }] };

const line = (row: string, { blanks }: RuleRow): AskLine => ({
  id: `${row} 1`,
  row,
  filled: Object.fromEntries(
    Object.entries(blanks).map(([name, blank]) => [
      name,
      blank.kind === "site" ? 1 : blank.kind === "district" ? blank.at : blank.first,
    ]),
  ),
});

/** What the optimiser reads of a form. */
function read(filled: Parameters<typeof questionOf>[0]) {
  const { question, lines } = questionOf(filled, context);
  // What the page writes is what the schema makes of it: no default is left to it, nothing is turned down.
  expect(questionFileSchema.parse(question)).toEqual(question);
  const found = namedQuestion(withPlan, question);
  if (!("question" in found)) throw new Error(JSON.stringify(found));
  return { question: found.question, lines };
}

describe("every rule that can be put in a sentence", () => {
  test("of who goes where is the optimiser's rule of that kind, and knows its line", () => {
    const kinds = new Set<string>();
    for (const [key, row] of Object.entries(ASSIGNMENT_ROWS)) {
      const filled = withLines(form(), [line(key, row)]);
      const { question, lines } = read(filled);
      if (question.kind !== "reassign") throw new Error(question.kind);
      for (const rule of question.rules) kinds.add(rule.kind);
      expect(question.rules.length).toBeGreaterThan(0);
      expect(new Set(lines)).toEqual(new Set([`${key} 1`]));
      expect(lines).toHaveLength(question.rules.length);
    }
    expect([...kinds].toSorted()).toEqual(
      [
        "at-most",
        "capacity",
        "capacity-in-years",
        "contiguous-zones",
        "feeder",
        "keeps-own-unit",
        "lock",
        "longest-way",
        "most-moved",
        "most-split",
        "nearest-open",
        "one-site-for-all-bands",
        "stay-in-district",
      ].toSorted(),
    );
  });

  test("of which schools stay likewise; a school that shall stay has no other choice", () => {
    const lines = Object.entries(NETWORK_ROWS).map(([key, row]) => line(key, row));
    const { question } = read(withLines(form({ kind: "network" }), lines));
    if (question.kind !== "network") throw new Error(question.kind);
    expect(question.rules.map(({ kind }) => kind)).toEqual([
      "capacity",
      "most-closures",
      "fewest-pupils",
      "most-pupils",
      "longest-way",
    ]);
    for (const { site, teaches } of question.sites) expect(teaches.includes(0)).toBe(site !== 1);
    // One that may end earlier has that as one choice more.
    const taught = basis.baseline.teaching[1];
    expect(question.sites.find(({ site }) => site === 1)?.teaches).toEqual([...new Set([taught, taught & 0b011])]);
  });

  test("says what its blanks say: kilometres become metres, a school its own pupils, grades their pupils", () => {
    const filled = withLines(form(), [
      { id: "a", row: "longest-way", filled: { band: 1, km: 2.5 } },
      { id: "b", row: "keep-site", filled: { site: 0 } },
      { id: "c", row: "keep-band", filled: { band: 2 } },
    ]);
    const { question, lines } = read(filled);
    if (question.kind !== "reassign") throw new Error(question.kind);
    expect(question.rules[0]).toEqual({ kind: "longest-way", band: 1, metres: 2500 });
    const { assignment } = basis.baseline;
    const locks = question.rules.flatMap((rule, i) => (rule.kind === "lock" ? [{ ...rule, line: lines[i] }] : []));
    for (const { unit, band, site } of locks) expect(assignment[unit * BAND_COUNT + band]).toBe(site);
    expect(locks.filter((lock) => lock.line === "b")).toHaveLength(assignment.filter((site) => site === 0).length);
    const inBand = assignment.filter((site, pair) => pair % BAND_COUNT === 2 && site < basis.municipality.sites.length);
    expect(locks.filter((lock) => lock.line === "c")).toHaveLength(inBand.length);
  });
});

test("a question's rules read as the sentences that they were filled in as", () => {
  for (const [kind, rows] of [
    ["reassign", ASSIGNMENT_ROWS],
    ["network", NETWORK_ROWS],
    ["redraw", REDRAW_ROWS],
    ["consolidate", GROUPING_ROWS],
  ] as const) {
    const lines = Object.entries(rows).map(([key, row]) => line(key, row));
    const { question } = questionOf(withLines(form({ kind }), lines), context);
    const written = lines.filter(({ row }) => !row.startsWith("keep-"));
    expect(sentencesOf(question, context).map(({ filled }) => filled)).toEqual(written.map(({ filled }) => filled));
  }
});

test("every kind of question is one that the optimiser reads, with the goals in their order", () => {
  for (const kind of ASK_KINDS) expect(() => read(form({ kind }))).not.toThrow();
  const { question } = read(form({ goals: [{ goal: "kroner" }, { goal: "longest-way" }, { goal: "changed-site" }] }));
  expect(question).toMatchObject({
    stages: [[{ objective: "kroner" }], [{ objective: "longest-way" }], [{ objective: "changed-site" }]],
  });
  const redraw = read(form({ kind: "redraw", districts: 3, tolerance: 15, balance: BANDS[1].key })).question;
  expect(redraw).toMatchObject({ districts: 3, tolerance: 0.15, balance: 1, objective: "inertia" });
  const other = read(form({ kind: "redraw", sites: "ignored" })).question;
  expect(other).toMatchObject({ objective: "inertia", sites: "ignored" });
  expect(other).not.toHaveProperty("seats");
  const around = form({ kind: "redraw", redrawn: "pupil-metres", redrawRules: [seat(2), seat(0), seat(2)] });
  expect(read(around).question).toMatchObject({ objective: "pupil-metres", seats: [2, 0] });
  const network = read(form({ kind: "network", networks: 4, apart: 2, siteCost: 5, kilometreCost: 7 })).question;
  expect(network).toMatchObject({ costs: { site: 5, pupilKilometre: 7 }, list: { networks: 4, apart: 2 } });
});

test("a limit is told in the unit that its concern is told in, and asked in the optimiser's own", () => {
  const most = [9, 6000, 3, 40, 250, 110];
  const lines = most.map((value, what) => ({ id: `at-most ${what}`, row: "at-most", filled: { most: value, what } }));
  const { question } = read(withLines(form(), lines));
  if (question.kind !== "reassign") throw new Error(question.kind);
  expect(question.rules).toEqual([
    { kind: "at-most", objective: "longest-way", most: 9000 },
    // There and back a day.
    { kind: "at-most", objective: "pupil-metres", most: 3_000_000 },
    { kind: "at-most", objective: "overflow", most: 3 },
    { kind: "at-most", objective: "changed-site", most: 40 },
    { kind: "at-most", objective: "kroner", most: 250_000 },
    { kind: "at-most", objective: "fullest-site", most: 1.1 },
  ]);
  const written = sentencesOf(questionOf(withLines(form(), lines), context).question, context);
  expect(written.map(({ filled }) => filled)).toEqual(lines.map(({ filled }) => filled));
});

test("two concerns are weighed by what one of the other is worth, each in what it is told in, and read as they were filled in", () => {
  const weighed = { goal: "pupil-metres", also: { goal: "changed-site", worth: 2.5 } } as const;
  const { question } = read(form({ goals: [{ goal: "overflow" }, weighed] }));
  // A pupil who changes school as two and a half kilometres.
  expect(question).toMatchObject({
    stages: [
      [{ objective: "overflow" }],
      [
        { objective: "pupil-metres", weight: 1 },
        { objective: "changed-site", weight: 2500 },
      ],
    ],
  });
  for (const goal of ASSIGNMENT_OBJECTIVES)
    for (const other of ASSIGNMENT_OBJECTIVES) {
      const both = { goal, also: { goal: other, worth: 0.07 } };
      if (goal !== other) expect(goalOf(stageOf(both))).toEqual(both);
    }
});

test("places in the years ahead are asked of the course that is chosen, or of all", () => {
  const scenarios = [0, 1, 2, 3].map((course) => {
    const lines = [{ id: "a", row: "capacity-in-years", filled: { from: 2, to: 4, course } }];
    const { question } = questionOf(withLines(form(), lines), context);
    if (question.kind !== "reassign" || question.rules[0].kind !== "capacity-in-years") throw new Error(question.kind);
    expect(sentencesOf(question, context)[0].filled).toEqual(lines[0].filled);
    return question.rules[0].scenarios;
  });
  expect(scenarios).toEqual([["mid"], ["low"], ["high"], ["low", "mid", "high"]]);
});

test("a rule that may stand once is offered once: rows know it, and lines of another kind are left out", () => {
  expect(Object.keys(rowsOf("redraw"))).toEqual([
    "seat",
    "capacity",
    "farthest",
    "at-least-pupils",
    "at-most-pupils",
    "at-least-with",
    "at-most-with",
  ]);
  const lines = [line("stays-open", NETWORK_ROWS["stays-open"]), line("capacity", NETWORK_ROWS.capacity)];
  expect(withLines(form(), lines).rules.map(({ row }) => row)).toEqual(["capacity"]);
  expect(withLines(form({ kind: "network" }), lines).networkRules).toHaveLength(2);
});
