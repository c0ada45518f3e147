import { MEASURES } from "../../cases/folkeskole.ts";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ASSIGNMENT_OBJECTIVES, CONTIGUITY_KEYS, readQuestionText, unreachable } from "../../../src/index.ts";
import { askedOf } from "../../../web/ask/asked-of.ts";
import { ASK_KINDS, type AskForm, rowsOf, withLines } from "../../../web/ask/form.ts";
import { formOfFile } from "../../../web/ask/from-file.ts";
import { questionOf } from "../../../web/ask/question.ts";
import type { PairEdits } from "../../../web/worker/pair-edits.ts";
import type { Blank } from "../../../web/ask/rows.ts";
import type { RuleRow } from "../../../web/ask/rules.ts";
import { fileOfForm } from "../../../web/ask/to-file.ts";
import { basis, form, inView, seat, view, saidPairs } from "./asking.ts";

const of = askedOf(view, inView(), saidPairs());
const known = { ...of.context, names: of.names, open: of.open };

const line = <Row extends string>(row: Row, filled = {}) => ({ id: `${row} 9`, row, filled });

/** Filled in otherwise than a first form, in every field that a file holds. */
const full = (kind: AskForm["kind"]): AskForm =>
  form({
    kind,
    against: ["kroner", "longest-way"],
    goals: [{ goal: "longest-way", also: { goal: "changed-site", worth: 2 } }, { goal: "kroner" }],
    rules: [
      line("capacity-in-years", { from: 1, to: 4, course: 3 }),
      line("longest-way", { band: 1, km: 7.5 }),
      line("feeder", { from: 0, to: 1 }),
      line("at-most", { most: 300, what: 1 }),
      line("most-split", { pairs: 3 }),
      line("stay-in-district"),
    ],
    networkRules: [
      line("most-closures", { sites: 1 }),
      line("stays-open", { site: 2 }),
      line("may-end", { site: 1, band: 1 }),
    ],
    groupingRules: [line("apart", { one: 0, other: 2 }), line("at-most-pupils", { pupils: 900 })],
    redrawRules: [
      seat(0),
      seat(3),
      { id: "farthest 1", row: "farthest", filled: { km: 12.5 } },
      line("at-least-pupils", { pupils: 30 }),
      line("at-most-with", { site: 2, pupils: 90 }),
    ],
    policy: "nearest",
    contiguity: "ignored",
    districts: 2,
    tolerance: 35,
    balance: "4-6",
    redrawn: "pupil-metres",
    sites: "ignored",
    networks: 2,
    apart: 2,
    siteCost: 123_000,
    kilometreCost: 77,
    seconds: 45,
  });

const written = (question: object) => JSON.stringify({ format: "skoledistrikt-question", version: 1, ...question });

const open = (question: object) => formOfFile(readQuestionText(written(question), "q").value!, known, form());

/** Anything that may stand in a blank. */
const blank = (each: Blank): fc.Arbitrary<number> => {
  switch (each.kind) {
    case "site":
      return fc.constantFrom(...of.open);
    case "district":
      return fc.nat({ max: known.districtIds.length - 1 });
    case "band":
      return fc.nat({ max: 2 });
    case "choice":
      return fc.nat({ max: each.options.length - 1 });
    case "number":
      return fc.integer({ min: 0, max: 40 }).map((steps) => Math.min(each.most, each.least + steps * each.step));
    default:
      return unreachable(each);
  }
};

const filledLine = ([row, { blanks }]: [string, RuleRow]) =>
  fc
    .record(Object.fromEntries(Object.entries(blanks).map(([name, each]) => [name, blank(each)])))
    .map((filled) => line(row, filled));
const linesOf = (kind: AskForm["kind"]) =>
  fc.array(
    fc.oneof(
      ...Object.entries(rowsOf(kind))
        .filter(([row]) => !row.startsWith("keep-"))
        .map(filledLine),
    ),
    { maxLength: 5 },
  );

describe("a question's file", () => {
  test.each(ASK_KINDS)("is opened as the question that was saved, and is one that every command reads (%s)", (kind) => {
    const asked = full(kind);
    const { value, issues } = readQuestionText(fileOfForm(asked, of.context, "Vores"), "q.json");
    expect(issues).toEqual([]);
    const read = formOfFile(value!, known, form());
    expect(read.leftOut).toEqual({ locks: 0, other: 0 });
    expect(read.form.kind).toBe(kind);
    const [is, was] = [questionOf(read.form, of.context), questionOf(asked, of.context)];
    expect(is.question).toEqual(was.question);
    expect(is.task).toEqual(was.task);
  });

  test("keeps all that was filled in, whatever it was, in its order", () => {
    const filledIn = fc.constantFrom(...ASK_KINDS).chain((kind) =>
      fc
        .record({
          goals: fc.uniqueArray(fc.constantFrom(...ASSIGNMENT_OBJECTIVES), { minLength: 1, maxLength: 4 }),
          lines: linesOf(kind),
          policy: fc.constantFrom("stay" as const, "nearest" as const),
          contiguity: fc.constantFrom(...CONTIGUITY_KEYS, "ignored" as const),
          measure: fc.constantFrom(...MEASURES.map(({ key }) => key)),
          prices: fc.constantFrom("asked" as const, "not-asked" as const),
          districts: fc.integer({ min: 1, max: 3 }),
          tolerance: fc.nat({ max: 100 }),
          seconds: fc.integer({ min: 5, max: 900 }),
        })
        .map(({ goals, lines, ...fields }) =>
          withLines(form({ kind, goals: goals.map((goal) => ({ goal })), ...fields }), lines),
        ),
    );
    fc.assert(
      fc.property(filledIn, (asked) => {
        const { value, issues } = readQuestionText(fileOfForm(asked, of.context, "Vores"), "q.json");
        expect(issues).toEqual([]);
        const { form: read, leftOut } = formOfFile(value!, known, form());
        expect(leftOut).toEqual({ locks: 0, other: 0 });
        const [is, was] = [questionOf(read, of.context), questionOf(asked, of.context)];
        expect([is.task, is.question]).toEqual([was.task, was.question]);
      }),
      { numRuns: 300, seed: 8 },
    );
  });

  test("to mend a plan that was saved before files said so is opened as that", () => {
    const stages = [[{ objective: "changed-site" }]];
    expect(open({ kind: "reassign", title: "repair", stages }).form.kind).toBe("repair");
    expect(open({ kind: "reassign", title: "Min", stages }).form.kind).toBe("reassign");
    expect(open({ kind: "reassign", wanted: "pareto", stages }).form.kind).toBe("reassign");
  });

  test("of the command line may call schools and districts by name, and three districts at once; what the form cannot hold is counted", () => {
    const [a, b, c] = basis.baseline.districts;
    const grouped = open({
      kind: "consolidate",
      districts: 2,
      rules: [{ kind: "apart", districts: [a.name.toUpperCase(), b.id, c.id] }],
    });
    expect(grouped.form.groupingRules.map(({ row, filled }) => [row, filled])).toEqual([
      ["apart", { one: 0, other: 1 }],
      ["apart", { one: 0, other: 2 }],
      ["apart", { one: 1, other: 2 }],
    ]);
    const [site] = basis.municipality.sites;
    const seats = open({ kind: "redraw", districts: 2, seats: [site.name, "Ingen Skole"] });
    expect(seats.form.redrawRules.map(({ filled }) => filled)).toEqual([{ site: 0 }]);
    expect(seats.leftOut).toEqual({ locks: 0, other: 1 });
    const lock = { kind: "lock", unit: of.context.unitIds[0], band: "0-3", site: site.id };
    const three = ["pupil-metres", "kroner", "overflow"].map((objective) => ({ objective }));
    const locked = open({ kind: "reassign", stages: [three], rules: [lock, lock, { kind: "capacity" }] });
    expect(locked.leftOut).toEqual({ locks: 2, other: 1 });
    expect(locked.form.rules.map(({ row }) => row)).toEqual(["capacity"]);
  });

  test("older files say required where they mean by land or by ferry; pairs that touch have no blank and are counted", () => {
    const merged = open({
      kind: "consolidate",
      districts: 1,
      contiguity: "required",
      touching: [{ districts: known.districtIds.slice(0, 2), touch: "no" }],
    });
    expect(merged.form.contiguity).toBe("ferry");
    expect(merged.leftOut).toEqual({ locks: 0, other: 1 });
  });

  test("says which pairs of districts somebody has put right on the page, and is opened whole where they still are", () => {
    const [a, b, c] = known.districtIds;
    const touching = [{ districts: [b, a], touch: "no" }] as const;
    const edits = [...touching, { districts: [c, "elsewhere"], touch: "yes" } as const];
    const { context } = askedOf(view, inView(), saidPairs(edits));
    const asked = form({ kind: "consolidate", districts: 2 });
    const { value } = readQuestionText(fileOfForm(asked, context, "Vores"), "q.json");
    expect(value).toMatchObject({ touching });
    const opened = (said: PairEdits) => formOfFile(value!, { ...known, touching: said }, form()).leftOut.other;
    expect([opened(touching), opened([{ districts: [a, b], touch: "no" }]), opened([])]).toEqual([0, 0, 1]);
    // Districts that may lie anywhere are merged whatever touches.
    expect(questionOf({ ...asked, contiguity: "ignored" }, context).question).not.toHaveProperty("touching");
  });

  test("that is none is refused with its line", () => {
    const { value, issues } = readQuestionText(
      '{"format":"skoledistrikt-question",\n"version":1,"kind":"redraw","districts":0}',
      "q.json",
    );
    expect(value).toBeUndefined();
    expect(issues[0]).toMatchObject({ file: "q.json", line: 2 });
  });
});
