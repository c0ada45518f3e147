import { describe, expect, test } from "vitest";
import { erased } from "../../src/meeting/erase.ts";
import type { EditFile } from "../../src/protocol/proposal-file.ts";
import type { Act } from "../../src/protocol/room-acts.ts";
import { type Entry, readEntry } from "../../src/protocol/room.ts";
import { AT, proposalAct } from "./world.ts";

type Changes = EditFile["changes"];

const edit = (id: string, by: string, changes: Changes, more: Partial<EditFile> = {}): EditFile => ({
  id,
  by,
  at: AT,
  note: `note of ${id}`,
  changes,
  ...more,
});
const retitled = (from: string, to: string, was = "", is = was): Changes => [
  { kind: "text", from: { title: from, reason: was }, to: { title: to, reason: is } },
];
const stroke: Changes = [{ kind: "assign", areas: [{ from: "a", to: "b", bands: ["0-3"], units: ["u"] }] }];

const log = (...what: readonly (EditFile | readonly [by: string, act: Act])[]): readonly Entry[] =>
  what.map((each, i) =>
    "changes" in each
      ? { number: i + 1, proposal: "p", edit: each }
      : { number: i + 1, id: `e${i + 1}`, by: each[0], at: AT, act: each[1] },
  );

const said = (comment: string, text: string): Act => ({
  kind: "comment",
  comment,
  proposal: "p",
  tone: "remark",
  text,
  on: { kind: "place", lon: 11, lat: 55 },
});
const proposal = proposalAct("q");
const copy: Act =
  proposal.kind === "proposal"
    ? {
        ...proposal,
        file: {
          ...proposal.file,
          title: "Annas gård",
          from: "Annas gård",
          edits: [edit("x1", "anna", retitled("Forslag", "Annas gård"))],
        },
      }
    : proposal;

const entries = log(
  ["room", proposalAct("p")],
  edit("x1", "anna", retitled("Forslag", "Annas gård", "", "Jeg bor der")),
  edit("x2", "anna", stroke),
  ["anna", said("c", "Ring til mig")],
  ["bo", said("d", "Godt")],
  edit("x3", "bo", retitled("Annas gård", "Bos bud", "Jeg bor der")),
  edit("x4", "anna", retitled("Bos bud", "Annas gård"), { takesBack: "x3" }),
  ["anna", { kind: "version", proposal: "p", name: "Annas første" }],
  edit("x5", "anna", [
    { kind: "district", id: "d", to: "Annas distrikt" },
    { kind: "new-site", is: { id: "n", name: "Annas skole", lon: 11, lat: 55 } },
    { kind: "assumption", id: "k", to: { kind: "cost", name: "Annas taxa", kroner: 1, per: "year" } },
  ]),
  ["bo", copy],
  [
    "anna",
    { kind: "vote", vote: "v", title: "Annas afstemning", method: "support", options: [{ kind: "text", text: "A" }] },
  ],
);

const ANNAS = /Annas gård|Jeg bor der|Ring til mig|Annas første|Annas distrikt|Annas skole|Annas taxa|note of x[1245]/;

describe("what a seat wrote", () => {
  const after = erased(entries, { kind: "seat", seat: "anna" });
  test("is nowhere in the log, wherever others' edits and copies held it, and the log can still be read", () => {
    expect(JSON.stringify(after)).not.toMatch(ANNAS);
    expect(after.map((entry) => readEntry(JSON.parse(JSON.stringify(entry))))).toHaveLength(entries.length);
    expect(JSON.stringify(after)).not.toContain('"lon":11,"lat":55},"text":"…"');
  });
  test("is gone alone: what is drawn, numbers, ids and others' words are as they were", () => {
    expect(after.map(({ number }) => number)).toEqual(entries.map(({ number }) => number));
    expect(JSON.stringify(after[2])).toContain(JSON.stringify(stroke).slice(1, -1));
    expect(after[4]).toBe(entries[4]);
    expect(JSON.stringify(after)).toContain("Bos bud");
    // What the room was asked by is not hers alone.
    expect(after[10]).toBe(entries[10]);
    // A title that she only gave back is not hers.
    expect(JSON.stringify(after[0])).toContain("Forslag");
  });
  test("erased twice is erased once", () => {
    expect(erased(after, { kind: "seat", seat: "anna" })).toEqual(after);
  });
});

test("the words of one edit go, and of one act, and no others", () => {
  const after = JSON.stringify(erased(entries, { kind: "entry", id: "x1" }));
  expect(after).not.toMatch(/Annas gård|Jeg bor der|note of x1/);
  expect(after).toContain("Annas skole");
  expect(after).toContain("Ring til mig");
  const asked = JSON.stringify(erased(entries, { kind: "entry", id: "e11" }));
  expect(asked).not.toContain("Annas afstemning");
  expect(asked).toContain("Annas gård");
});
