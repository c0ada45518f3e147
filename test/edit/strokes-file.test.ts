import fc from "fast-check";
import { expect, test } from "vitest";
import { checkChanges } from "../../src/edit/check.ts";
import { applyChanges, type Edit, fold } from "../../src/edit/log.ts";
import { type ProposalGround, readProposal, writeProposal } from "../../src/edit/proposal-file.ts";
import { assignPairs, setLock } from "../../src/edit/tools.ts";
import { proposalFileSchema } from "../../src/protocol/proposal-file.ts";
import { changesOf, deed, held, lattice, start } from "./random.ts";

const { basis, plans, dataHash } = lattice;
const ground: ProposalGround = { municipality: basis.municipality, plans, dataHash };
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

test("a log of strokes in columns, with other edits between, is read as it was drawn", () => {
  let columns = 0;
  fc.assert(
    fc.property(deeds, (done) => {
      const edits = editsOf(done);
      const file = writeProposal({ id: "p", start: start.plan, edits }, ground);
      columns += file.strokes?.length ?? 0;
      expect(proposalFileSchema.safeParse(JSON.parse(text(file))).error).toBeUndefined();
      const { value, issues } = readProposal(text(file), ground);
      expect(issues).toEqual([]);
      expect(value!.edits).toEqual(edits);
      expect(held(value!.draft)).toEqual(held(fold(start, edits)));
    }),
    { numRuns: 60 },
  );
  expect(columns).toBeGreaterThan(30);
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
const written = writeProposal({ id: "p", start: start.plan, edits: twenty }, ground);

test.each([
  ["a column that is too short", { to: "0" }, "proposal.strokes"],
  ["a column that is too long", { to: `${written.strokes?.[0].to} 0` }, "proposal.strokes"],
  ["a run that leaves the units", { take: written.strokes?.[0].take.replace(/^\d+/, "999999999") }, "proposal.strokes"],
  ["a number below the first unit", { skip: written.strokes?.[0].skip.replace(/^\d+/, "-3") }, "proposal.strokes"],
  ["a number of areas without end", { areas: "9".repeat(400) }, "proposal.strokes"],
  [
    "a run that goes back over another",
    { runs: "2", skip: "5 -5", take: "2 2", in: "0", areas: "1" },
    "proposal.strokes",
  ],
  ["a time that no calendar has", { at: { ...written.strokes![0].at, later: "9".repeat(30) } }, "proposal.strokes"],
  ["an id that no number is", { id: { ...written.strokes![0].id, numbers: "9".repeat(30) } }, "proposal.strokes"],
  ["a note before the first", { note: written.strokes?.[0].note.replace(/^\d+/, "-1") }, "proposal.strokes"],
  ["a school that is not there", { sites: ["nowhere", "nobody"] }, "proposal.site-unknown"],
  ["a unit that is not there", { units: written.strokes?.[0].units.map((id) => `${id}?`) }, "plan.unit-unknown"],
])("%s is said of a file and never guessed at", (_, wrong, code) => {
  const { value, issues } = readProposal(text({ ...written, strokes: [{ ...written.strokes![0], ...wrong }] }), ground);
  expect([value, issues.map((issue) => issue.code)]).toEqual([undefined, [code]]);
});

test("a stroke over what an edit before it has locked is refused, though those after it in the columns could be made", () => {
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

test("a file with any sign lost or another is read or refused in words, soon, and what was read is a file again", () => {
  const whole = text(written);
  const signs = fc.constantFrom("", "0", "9", "-", " ", '"', "\u0000", "\u202E", "9".repeat(30), "-1");
  fc.assert(
    fc.property(fc.nat(whole.length - 1), signs, (at, sign) => {
      const { value, issues } = readProposal(whole.slice(0, at) + sign + whole.slice(at + 1), ground);
      if (!value) expect(issues).not.toEqual([]);
      else expect(readProposal(text(writeProposal(value, ground)), ground).value?.edits).toEqual(value.edits);
    }),
    { numRuns: 300 },
  );
});
