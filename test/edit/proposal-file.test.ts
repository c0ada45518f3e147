import { BAND_COUNT } from "../cases/folkeskole.ts";
import { FARE, HOUSES } from "../cases/assumed.ts";
import fc from "fast-check";
import type { Plan } from "../../src/domain/plan.ts";
import { expect, test } from "vitest";
import { assume } from "../../src/edit/assumption-tools.ts";
import type { Change } from "../../src/edit/change.ts";
import { checkChanges } from "../../src/edit/check.ts";
import { normalForm } from "../../src/edit/compose.ts";
import { type Draft, startDraft } from "../../src/edit/draft.ts";
import { applyChanges, type Edit, fold } from "../../src/edit/log.ts";
import { type ProposalContext, readProposal, writePlanFile, writeProposal } from "../../src/edit/proposal-file.ts";
import { PROPOSAL_ISSUES } from "../../src/edit/proposal-issues.ts";
import * as tools from "../../src/edit/tools.ts";
import { ISSUE_TEXTS } from "../../src/import/issue-texts.ts";
import { type OpenCase, openCase } from "../../src/open-case.ts";
import { proposalFileSchema } from "../../src/protocol/proposal-file.ts";
import { fillText } from "../../src/report/format.ts";
import { caseFolder } from "../data/case-folder.ts";
import { deed, held, lattice, perform, start } from "./random.ts";
import { openedCase } from "../cases/opened.ts";

const groundOf = ({ basis, plans, dataHash }: OpenCase): ProposalContext => ({
  municipality: basis.municipality,
  plans,
  dataHash,
});
const ground = groundOf(lattice);
const holbaek = groundOf(openedCase("holbaek"));

const asEdits = (all: readonly (readonly Change[])[]): readonly Edit[] =>
  all.map((changes, i) => ({
    id: `e${i}`,
    by: "Anna",
    at: "2026-11-28T10:00:00Z",
    changes: normalForm(changes),
    ...(i % 2 === 0 && { note: i % 4 === 0 ? `Streg ${i}` : { da: "Streg", en: "Stroke" } }),
  }));

const isClean = (draft: Draft, changes: readonly Change[]) => checkChanges(draft, changes).length === 0;
const text = (file: unknown) => JSON.stringify(file);
const codes = (issues: readonly { readonly code: string }[]) => issues.map(({ code }) => code);

test("a proposal written as a file and read back is the same proposal", () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 20 }), (deeds) => {
      const edits = asEdits(perform(start, deeds, isClean).edits);
      const file = writeProposal({ id: "p1", start: start.plan, edits }, ground);
      expect(proposalFileSchema.safeParse(JSON.parse(text(file))).error).toBeUndefined();
      const { value, issues } = readProposal(text(file), ground);
      expect(issues).toEqual([]);
      expect({ ...value, draft: held(value!.draft) }).toEqual({
        id: "p1",
        title: fold(start, edits).plan.title,
        from: start.plan.title,
        start: start.plan,
        edits,
        draft: held(fold(start, edits)),
      });
    }),
    { numRuns: 200 },
  );
});

test("a proposal of any start, over cells that are written as larger ones, comes back whole", () => {
  const { municipality, plans } = holbaek;
  const assignment = plans[0].assignment.map((site, pair) => (pair % 700 === 0 ? 3 : site));
  const teaching = plans[0].teaching.map((taught, site) => (site === 3 ? 7 : taught));
  const own = { ...plans[1], id: "mit-eget", title: "Mit eget", teaching, assignment };
  const draft = startDraft(municipality, own);
  const all = Array.from({ length: municipality.units.count * BAND_COUNT }, (_, pair) => pair);
  const edits = asEdits([tools.assignPairs(draft, all, 0).changes]);
  const file = writeProposal({ id: "p2", start: own, edits }, holbaek);
  const units = text(file.edits).match(/"[0-9a-f]{15}"/g)!;
  expect(units.length).toBeLessThan(municipality.units.count);
  const { value, issues } = readProposal(text(file), holbaek);
  expect(issues).toEqual([]);
  expect(value!.start).toEqual(own);
  expect(value!.edits).toEqual(edits);
});

type Path = readonly (string | number)[];

test("a start that is one of the case's plans under another name is not written out", () => {
  const own = { ...structuredClone(start.plan), id: "own-1", title: "Eget forslag 1" };
  const file = writeProposal({ id: "p", start: own, edits: [] }, ground);
  expect(file.start).toEqual({ kind: "same-as", plan: "today", id: "own-1", title: "Eget forslag 1" });
  expect(readProposal(text(file), ground).value!.start).toEqual(own);
});

test("a start with districts of its own, in which everyone goes where a plan of the case says, is written in under a tenth", () => {
  const { plans } = holbaek;
  const [today] = plans;
  const [one, other, ...rest] = today.districts;
  const joined = { ...one, sites: [...one.sites, ...other.sites] };
  const own: Plan = { ...today, id: "plan-78", title: "Plan 78", districts: [joined, ...rest] };
  const file = writeProposal({ id: "p", start: own, edits: [] }, holbaek);
  expect(file.start).toMatchObject({ kind: "plan", plan: { assignment: { kind: "same-as", plan: today.id } } });
  expect(readProposal(text(file), holbaek).value!.start).toEqual(own);
  const written = writeProposal({ id: "p", start: { ...own, assignment: shifted(today) }, edits: [] }, holbaek);
  expect(text(file).length).toBeLessThan(text(written).length / 10);
});

/** Somebody goes elsewhere, as in none of the case's plans. */
const shifted = ({ assignment }: Plan): Uint16Array => assignment.with(0, assignment[0] === 0 ? 1 : 0);

/** The value with another at the path. */
function put(value: unknown, [step, ...rest]: Path, other: unknown): unknown {
  if (step === undefined) return other;
  const copy = structuredClone(value) as Record<string | number, unknown>;
  copy[step] = put(copy[step], rest, other);
  return copy;
}

const first = tools.assignPairs(start, [0, 3], 1).changes;
const second = tools.closeSite(applyChanges(start, first), 3);
/** A stroke and a closing on the lattice. */
const example = writeProposal({ id: "p", start: start.plan, edits: asEdits([first, second]) }, ground);

/** Dwellings that are assumed on the lattice. */
const assuming = writeProposal({ id: "p", start: start.plan, edits: asEdits([assume(start, HOUSES)]) }, ground);

const OTHER = "0".repeat(64);
const plan = (assignment: unknown) => ({
  kind: "plan",
  plan: { format: "skoledistrikt-plan", version: 1, id: "x", title: "X", assignment },
});
const nowhere = { kind: "zones", zones: [{ site: "z-skole", bands: ["0-3"], units: [] }] };
const SPOILT: readonly (readonly [code: string, path: Path, value: unknown])[] = [
  ["proposal.other-data", ["data"], OTHER],
  ["proposal.edit-misfit", ["edits", 1, "changes", 0, "from", "teaches"], "0-3"],
  ["proposal.edit-twice", ["edits", 1, "id"], "e0"],
  ["proposal.start-unknown", ["start", "plan"], "2099"],
  ["proposal.start-zones", ["start"], plan({ kind: "nearest", within: "today" })],
  ["proposal.start-unknown", ["start"], plan({ kind: "same-as", plan: "2099" })],
  ["proposal.site-unknown", ["edits", 0, "changes", 0, "areas", 0, "to"], "z-skole"],
  ["plan.unit-unknown", ["edits", 0, "changes", 0, "areas", 0, "units", 0], "q9"],
  ["plan.site-unknown", ["start"], plan(nowhere)],
  ["sites.grades", ["edits", 1, "changes", 0, "from", "teaches"], "2-5"],
  ["json.field-wrong", ["edits", 0, "at"], "i går"],
  ["json.field-unknown", ["edits", 0, "colour"], "red"],
];

test.each(SPOILT)("%s is said with its line", (code, path, value) => {
  const read = readProposal(JSON.stringify(put(example, path, value), undefined, 1), ground);
  const found = read.issues.find((issue) => issue.code === code);
  expect([code, codes(read.issues)]).toEqual([code, expect.arrayContaining([code])]);
  expect(found!.line).toBeGreaterThan(1);
  expect(read.value === undefined).toBe(found!.severity === "error");
  const { message } = { ...ISSUE_TEXTS, ...PROPOSAL_ISSUES }[found!.code as "sites.grades"];
  for (const language of ["da", "en"] as const) expect(fillText(message, language, found!.values)).not.toContain("{");
});

test("only what assumes something needs the newest version of the file, and units are named there by id", () => {
  const claiming = writeProposal({ id: "p", start: start.plan, edits: asEdits([assume(start, FARE)]) }, ground);
  expect([example.version, assuming.version, claiming.version]).toEqual([1, 3, 5]);
  expect(assuming.edits[0].changes).toEqual([
    { kind: "assumption", id: "havnen", to: { ...HOUSES, unit: start.municipality.units.id[3] } },
  ]);
  const lost = readProposal(text(put(assuming, ["edits", 0, "changes", 0, "to", "unit"], "q9")), ground);
  expect([lost.value, codes(lost.issues)]).toEqual([undefined, ["plan.unit-unknown"]]);
});

test("edits that do not fit other data are left out and named, and what fits is kept", () => {
  const other = put(put(example, ["data"], OTHER), ["edits", 0, "changes", 0, "areas", 0, "from"], "b-skole");
  const { value, issues } = readProposal(text(other), ground);
  expect(codes(issues)).toEqual(expect.arrayContaining(["proposal.other-data", "proposal.edit-left-out"]));
  expect(issues.find(({ code }) => code === "proposal.edit-left-out")!.values["edit"]).toBe("Streg 0");
  expect(value!.edits.map(({ id }) => id)).toEqual(["e1"]);
  expect(value!.draft.plan.teaching[3]).toBe(0);
});

test("no JSON, no proposal, and no exception", () => {
  for (const each of ["", "[", "null", "{}", '{"format":"skoledistrikt-plan"}', "[".repeat(10_000)]) {
    const { value, issues } = readProposal(each, ground);
    expect(value).toBeUndefined();
    expect(issues.length).toBeGreaterThan(0);
  }
});

/** Every place in a document. */
function pathsOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const inside = Object.entries(value).flatMap(([key, each]) =>
    pathsOf(each, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return [path, ...inside];
}

test("whatever stands anywhere in a file, it is read as a proposal that holds or refused with words", () => {
  const deeds = fc.array(deed, { minLength: 3, maxLength: 8 });
  const other = fc.oneof(
    fc.jsonValue({ maxDepth: 1 }),
    fc.constantFrom("a-skole", "B", "a3", "0-9", "4-6", "", null, -1, 3),
  );
  fc.assert(
    fc.property(deeds, fc.nat(), fc.nat(), other, (all, where, from, value) => {
      const { edits } = perform(start, all, isClean);
      const file: unknown = JSON.parse(
        text(writeProposal({ id: "p", start: start.plan, edits: asEdits(edits) }, ground)),
      );
      const paths = pathsOf(file).filter((path) => path[0] === "edits" || path[0] === "start");
      const path = paths[where % paths.length];
      // Half of the time what stands somewhere else in the same file, which is more likely to be taken for right.
      const taken = paths[from % paths.length].reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], file);
      const { value: read, issues } = readProposal(text(put(file, path, from % 2 === 0 ? taken : value)), ground);
      expect(read !== undefined || issues.some(({ severity }) => severity === "error")).toBe(true);
      if (!read) return;
      let draft = startDraft(ground.municipality, read.start);
      for (const { changes } of read.edits) {
        // A school far outside is said, and read.
        const isSaid = issues.some(({ code }) => code === "proposal.site-outside");
        const found = checkChanges(draft, changes).filter(({ code }) => !(isSaid && code === "edit.site-outside"));
        expect(found).toEqual([]);
        draft = applyChanges(draft, changes);
      }
      expect(held(draft)).toEqual(held(read.draft));
    }),
    { numRuns: 1000 },
  );
});

test("a drawn plan as a plan file is opened with its case as the same plan", () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 15 }), (deeds) => {
      const { drafts } = perform(
        start,
        deeds,
        (draft, changes) => isClean(draft, changes) && !changes.some(({ kind }) => kind === "new-site"),
      );
      const draft = drafts.at(-1)!;
      const { value } = writePlanFile(ground.municipality, draft, "drawn");
      const files = new Map([...caseFolder("lattice"), ["plans/drawn.json", new TextEncoder().encode(text(value))]]);
      const { value: opened, issues } = openCase(files);
      expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
      const { districts, teaching, assignment } = opened!.plans.find(({ id }) => id === "drawn")!;
      expect({ districts, teaching, assignment }).toEqual({
        districts: draft.plan.districts,
        teaching: draft.plan.teaching,
        assignment: draft.plan.assignment,
      });
    }),
    { numRuns: 40 },
  );
});

test("a school far outside the municipality, which could be placed once, is read and said so", () => {
  const change = { kind: "new-site", is: { id: "ny", name: "Ny", lon: -180, lat: 90 } } as const;
  const edits = [{ id: "e", by: "x", at: "2026-01-01T00:00:00Z", changes: [change] }];
  const { value, issues } = readProposal(
    JSON.stringify(writeProposal({ id: "p", start: start.plan, edits }, ground)),
    ground,
  );
  expect([codes(issues), value?.draft.newSites.length]).toEqual([["proposal.site-outside"], 1]);
});

test("what an ordinary plan file cannot hold is said: what is assumed, schools that do not exist", () => {
  const dated = writePlanFile(ground.municipality, applyChanges(start, assume(start, HOUSES)), "drawn");
  expect([dated.value?.id, dated.issues]).toEqual([
    "drawn",
    [expect.objectContaining({ code: "proposal.assumptions-left-out", values: { names: "Havnen" } })],
  ]);
  const claimed = writePlanFile(ground.municipality, applyChanges(start, assume(start, FARE)), "drawn");
  expect([codes(claimed.issues), claimed.value]).toEqual([["proposal.claims-left-out"], dated.value]);
  const roomy = applyChanges(start, tools.setCapacity(start, 0, [99, 30, 30]));
  const assumed = writePlanFile(ground.municipality, roomy, "drawn");
  expect([assumed.value?.id, codes(assumed.issues)]).toEqual(["drawn", ["proposal.places-left-out"]]);
  const place = {
    name: "Ny Skole",
    lon: 9.5,
    lat: 55.9,
    teaches: 1,
    capacity: [50, undefined, undefined],
    district: "A",
  };
  const grown = writePlanFile(ground.municipality, applyChanges(start, tools.placeSite(start, place).changes), "drawn");
  expect([grown.value, codes(grown.issues)]).toEqual([undefined, ["proposal.new-sites"]]);
});
