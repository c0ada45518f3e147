import { GRADES } from "../cases/folkeskole.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkChanges } from "../../src/edit/check.ts";
import { applyChanges, type Edit, fold } from "../../src/edit/log.ts";
import { type ProposalContext, readProposal, writeProposal } from "../../src/edit/proposal-file.ts";
import { readStrokes } from "../../src/edit/strokes-file.ts";
import { assignPairs, setLock } from "../../src/edit/tools.ts";
import { proposalFileSchema } from "../../src/protocol/proposal-file.ts";
import { changesOf, deed, held, lattice, start } from "./random.ts";

const { basis, plans, dataHash } = lattice;
const ground: ProposalContext = { municipality: basis.municipality, plans, dataHash };
const pairCount = start.plan.assignment.length;

/** Strokes over pairs of any bands, with another change in one place of ten. */
const deeds = fc.array(
  fc.record({
    pairs: fc.uniqueArray(fc.nat(pairCount - 1), { minLength: 1, maxLength: 12 }),
    site: fc.nat(9),
    later: fc.nat(100_000),
    note: fc.constantFrom(undefined, "Streg", { da: "Streg", en: "Stroke" }),
    other: fc.oneof({ weight: 20, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: deed }),
  }),
  { minLength: 10, maxLength: 60 },
);

/** The edits that may be made of these, numbered as a window numbers them. */
function editsOf(done: typeof deeds extends fc.Arbitrary<infer Deeds> ? Deeds : never): readonly Edit[] {
  const edits: Edit[] = [];
  let [draft, time] = [start, Date.parse("2026-11-28T10:00:00.000Z")];
  for (const { pairs, site, later, note, other } of done) {
    const at = new Date((time += later)).toISOString();
    const to = site % draft.plan.teaching.length;
    const changes = other ? changesOf(draft, other) : assignPairs(draft, pairs, to).changes;
    if (changes.length === 0 || checkChanges(draft, changes).length > 0) continue;
    edits.push({ id: `ab12-${(edits.length + 1).toString(36)}`, by: "me", at, changes, ...(note && { note }) });
    draft = applyChanges(draft, changes);
  }
  return edits;
}

const text = (file: unknown) => JSON.stringify(file, undefined, 1);

test.each([
  ["packed strokes", 10],
  ["strokes in columns", Infinity],
])("a log of %s, with other edits between, is read as it was drawn", (_, packedFrom) => {
  let blocks = 0;
  fc.assert(
    fc.property(deeds, (done) => {
      const edits = editsOf(done);
      const file = writeProposal({ id: "p", start: start.plan, edits }, ground, packedFrom);
      blocks += file.strokes?.length ?? 0;
      expect(proposalFileSchema.safeParse(JSON.parse(text(file))).error).toBeUndefined();
      const { value, issues } = readProposal(text(file), ground);
      expect(issues).toEqual([]);
      expect(value!.edits).toEqual(edits);
      expect(held(value!.draft)).toEqual(held(fold(start, edits)));
    }),
    { numRuns: 60 },
  );
  expect(blocks).toBeGreaterThan(30);
});

/** Twenty strokes, back and forth. */
const twenty = editsOf(
  Array.from({ length: 40 }, (_, i) => ({
    pairs: [i % 7, 9 + (i % 5)],
    site: i % 2,
    later: 1,
    note: undefined,
    other: undefined,
  })),
);
const written = writeProposal({ id: "p", start: start.plan, edits: twenty }, ground, 10);

/** The same twenty in columns, as files of version 2 have them and shorter logs still do. */
const columns = {
  after: 0,
  by: "me",
  id: { stem: "ab12-", numbers: "1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1" },
  at: {
    first: "2026-11-28T10:00:00.001Z",
    later: "0 1 1 1 2 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
  },
  notes: [],
  note: "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0",
  sites: ["a-skole", "b-skole"],
  to: "0 1 0 1 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1",
  units: ["a3", "b3", "c3", "d3", "a2"],
  bands: [["0-3"], ["4-6"], ["7-9"]],
  areas: "1 1 1 1 2 2 2 2 2 1 1 1 1 2 2 2 2 2 2 1 2 2 2 2 2 2 2 1 1 2 2 2 2 2 1 1 1 1 1",
  in: "0 1 2 0 0 2 0 1 0 2 0 1 1 2 0 1 2 0 0 1 0 1 1 2 0 2 0 1 1 2 0 0 1 1 2 0 2 0 1 0 1 1 2 0 2 0 1 0 2 0 1 1 2 0 2 0 1 0 1 2 0 1",
  runs: "1 1 1 2 1 1 1 1 1 1 1 1 1 1 2 2 2 2 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 2 2 1 1 1 1 1 1 1 1 1 1 2 2 2 2 2",
  skip: "3 0 3 1 2 3 1 2 3 0 3 4 0 4 0 1 1 1 1 1 1 2 1 0 4 3 0 3 0 1 3 4 1 4 1 2 0 3 0 3 4 0 1 4 3 1 3 1 2 3 0 3 0 3 3 0 1 3 1 3 4 1 2 4 0 2 0 2 0 2 1 2 1 2",
  take: "1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 2 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
};
const [packed] = written.strokes!;
if (packed.form !== "packed") throw new Error("not packed");
const inColumns = { ...written, version: 2, strokes: [columns] };

test("strokes are read under the ids and times that they were written with, whichever numbers these are", () => {
  const numbers = fc.uniqueArray(fc.oneof(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 1e9 })), {
    minLength: twenty.length,
    maxLength: twenty.length,
  });
  const times = fc.array(fc.oneof(fc.nat(1000), fc.nat(1e7), fc.constantFrom(0, 1000, 60_000)), {
    minLength: twenty.length,
    maxLength: twenty.length,
  });
  fc.assert(
    fc.property(numbers, times, (some, later) => {
      let time = Date.parse("2026-11-28T10:00:00.000Z");
      const ascending = some.toSorted((a, b) => a - b);
      const edits = twenty.map((edit, i) => {
        const at = new Date((time += later[i])).toISOString();
        return { ...edit, id: `w-${ascending[i].toString(36)}`, at };
      });
      const file = writeProposal({ id: "p", start: start.plan, edits }, ground, 10);
      expect(file.strokes).toHaveLength(1);
      const { value, issues } = readProposal(text(file), ground);
      expect([value?.edits, issues]).toEqual([edits, []]);
    }),
    { numRuns: 30 },
  );
});

/** Strokes under the numbers of a column, and some other edit. */
const withNumbers = (...blocks: readonly string[]) => ({
  ...written,
  edits: [],
  strokes: blocks.map((numbers) => ({ ...packed, after: 0, id: { ...packed.id, numbers } })),
});
const steps = (first: number, ...others: readonly number[]): string =>
  [first, ...Array.from({ length: twenty.length - 1 }, (_, i) => others[i] ?? 1)].join(" ");

test.each([
  ["twice in one row", withNumbers(steps(5, 0)), ["ab12-5"]],
  ["twice in one row that goes back", withNumbers(steps(5, 3, -3)), ["ab12-5"]],
  ["in two rows", withNumbers(steps(1), steps(twenty.length)), [`ab12-${twenty.length.toString(36)}`]],
  [
    "in two rows between each other",
    withNumbers(steps(1, 90), steps(3, 89)),
    twenty.slice(2).map((_, i) => `ab12-${(92 + i).toString(36)}`),
  ],
  ["in no two rows", withNumbers(steps(1), steps(twenty.length + 1)), []],
])("an id that stands %s is named", (_, file, ids) => {
  const { issues } = readProposal(text(file), ground);
  const twice = issues.filter(({ code }) => code === "proposal.edit-twice");
  expect(twice.map(({ values }) => values["id"])).toEqual(ids.slice(0, twice.length));
  expect(twice.length > 0).toBe(ids.length > 0);
});

test("an edit by itself under the id of one in a row of strokes is named, before it and after it", () => {
  const [other] = writeProposal({ id: "p", start: start.plan, edits: [twenty[7]] }, ground).edits;
  for (const after of [0, 1]) {
    const file = { ...written, edits: [other], strokes: [{ ...packed, after }] };
    const { issues } = readProposal(text(file), ground);
    expect(issues.filter(({ code }) => code === "proposal.edit-twice")).toMatchObject([
      { values: { id: twenty[7].id } },
    ]);
  }
});

test("strokes in columns, as older files have them, are read as the same strokes packed, and written as they were", () => {
  expect(writeProposal({ id: "p", start: start.plan, edits: twenty }, ground)).toEqual(inColumns);
  const { value, issues } = readProposal(text(inColumns), ground);
  expect([value?.edits, issues]).toEqual([twenty, []]);
  expect(readProposal(text(written), ground).value?.edits).toEqual(twenty);
});

test.each([
  ["a column that is too short", { to: "0" }, "proposal.strokes"],
  ["a column that is too long", { to: `${columns.to} 0` }, "proposal.strokes"],
  ["a run that leaves the units", { take: columns.take.replace(/^\d+/, "999999999") }, "proposal.strokes"],
  ["a number below the first unit", { skip: columns.skip.replace(/^\d+/, "-3") }, "proposal.strokes"],
  ["a number of areas without end", { areas: "9".repeat(400) }, "proposal.strokes"],
  [
    "a run that goes back over another",
    { runs: "2", skip: "5 -5", take: "2 2", in: "0", areas: "1" },
    "proposal.strokes",
  ],
  ["a time that no calendar has", { at: { ...columns.at, later: "9".repeat(30) } }, "proposal.strokes"],
  ["an id that no number is", { id: { ...columns.id, numbers: "9".repeat(30) } }, "proposal.strokes"],
  ["a note before the first", { note: columns.note.replace(/^\d+/, "-1") }, "proposal.strokes"],
  ["a school that is not there", { sites: ["nowhere", "nobody"] }, "proposal.site-unknown"],
  ["a unit that is not there", { units: columns.units.map((id) => `${id}?`) }, "plan.unit-unknown"],
])("%s is said of a file in columns and never guessed at", (_, wrong, code) => {
  const { value, issues } = readProposal(text({ ...inColumns, strokes: [{ ...columns, ...wrong }] }), ground);
  expect([value, issues.map((issue) => issue.code)]).toEqual([undefined, [code]]);
});

test.each([
  ["fewer bytes", { packed: packed.packed.slice(0, -4) }, "proposal.strokes"],
  ["more bytes", { packed: `AAAA${packed.packed}` }, "proposal.strokes"],
  ["no bytes", { packed: "" }, "proposal.strokes"],
  ["letters that are no bytes", { packed: "AAAAA" }, "proposal.strokes"],
  ["another sum", { sum: packed.sum + 1 }, "proposal.strokes"],
  ["more strokes than there are", { id: { ...packed.id, numbers: `${packed.id.numbers} 1` } }, "proposal.strokes"],
  ["times of fewer", { at: { ...packed.at, later: "0" } }, "proposal.strokes"],
  ["neighbours beyond the units", { beside: packed.beside.replace(/^\d+/, "99") }, "proposal.strokes"],
  ["neighbours of fewer units", { neighbours: packed.neighbours.slice(2) }, "proposal.strokes"],
  ["neighbours of nobody", { beside: `${packed.beside} 1` }, "proposal.strokes"],
  ["units before the first at no school", { was: packed.was.replace(/^\d+/, "9") }, "proposal.strokes"],
  ["units before the first told of too few", { was: packed.was.slice(2) }, "proposal.strokes"],
  ["a unit told twice", { units: packed.units.map(() => packed.units[0]) }, "proposal.strokes"],
  ["a school told twice", { sites: packed.sites.map(() => packed.sites[0]) }, "proposal.strokes"],
  ["a school that is not there", { sites: ["nowhere", "nobody"] }, "proposal.site-unknown"],
  ["a unit that is not there", { units: packed.units.map((id) => `${id}?`) }, "plan.unit-unknown"],
])("%s: said of a file of packed strokes and never guessed at", (_, wrong, code) => {
  const { value, issues } = readProposal(text({ ...written, strokes: [{ ...packed, ...wrong }] }), ground);
  expect([value, issues.map((issue) => issue.code)]).toEqual([undefined, [code]]);
});

const pairsOf = (edit: Edit) => (edit.changes[0].kind === "assign" ? edit.changes[0].pairs : undefined);

test("packed strokes mean the same by their ids where the case has its units in another order, and nothing hangs on its neighbours", () => {
  const { units, sites } = basis.municipality;
  const names = {
    grades: GRADES,
    unit: (id: string) => units.count - 1 - units.id.indexOf(id),
    site: (id: string) => sites.findIndex((site) => site.id === id),
  };
  const turned = (pairs: Uint32Array) =>
    pairs.map((pair) => (units.count - 1 - Math.floor(pair / 3)) * 3 + (pair % 3)).toSorted();
  const read = readStrokes(packed, names, new Uint16Array(pairCount));
  if (!Array.isArray(read)) throw new Error(JSON.stringify(read));
  expect(read.map(pairsOf)).toEqual(twenty.map((edit) => turned(pairsOf(edit)!)));
});

test("an edit that takes somebody along who is there already is written by itself", () => {
  const [change] = twenty[30].changes;
  if (change.kind !== "assign") throw new Error(change.kind);
  const { assignment } = fold(start, twenty.slice(0, 30)).plan;
  const stays = assignment.findIndex((site, pair) => site === change.to[0] && !change.pairs.includes(pair));
  const pairs = Uint32Array.from([...change.pairs, stays]).toSorted();
  const from = Uint16Array.from(pairs, (pair) => assignment[pair]);
  const more = { ...change, pairs, from, to: new Uint16Array(pairs.length).fill(change.to[0]) };
  const edits = [...twenty.slice(0, 30), { ...twenty[30], changes: [more] }, ...twenty.slice(31)];
  const file = writeProposal({ id: "p", start: start.plan, edits }, ground, 10);
  expect(file.edits.map(({ id }) => id)).toContain(twenty[30].id);
  expect(readProposal(text(file), ground).value?.draft.plan).toEqual(fold(start, twenty).plan);
});

test("a stroke over what an edit before it has locked is refused, though those after it could be made", () => {
  const lock = {
    id: "x",
    by: "me",
    at: "2026-11-28T09:00:00Z",
    changes: setLock(start, { pairs: Uint32Array.of(0) }, true),
  };
  const withLock = writeProposal({ id: "p", start: start.plan, edits: [lock] }, ground);
  const strokes = written.strokes!.map((block) => ({ ...block, after: 1 }));
  const here = readProposal(text({ ...withLock, strokes }), ground);
  expect([here.value, [...new Set(here.issues.map(({ code }) => code))]]).toEqual([
    undefined,
    ["proposal.edit-misfit"],
  ]);
  const elsewhere = readProposal(text({ ...withLock, data: "0".repeat(64), strokes }), ground).value!;
  expect(elsewhere.draft.plan.assignment[0]).toBe(start.plan.assignment[0]);
  expect(elsewhere.edits.length).toBeGreaterThan(10);
  expect(elsewhere.edits.length).toBeLessThan(1 + twenty.length);
});

test.each([
  ["packed", text(written)],
  ["in columns", text(inColumns)],
])(
  "a file %s with any sign lost or another is read or refused in words, soon, and what was read is a file again",
  (_, whole) => {
    const signs = fc.constantFrom("", "0", "9", "-", " ", '"', "\u0000", "\u202E", "9".repeat(30), "-1");
    fc.assert(
      fc.property(fc.nat(whole.length - 1), signs, (at, sign) => {
        const { value, issues } = readProposal(whole.slice(0, at) + sign + whole.slice(at + 1), ground);
        if (!value) expect(issues).not.toEqual([]);
        else expect(readProposal(text(writeProposal(value, ground)), ground).value?.draft).toEqual(value.draft);
      }),
      { numRuns: 300 },
    );
  },
);
