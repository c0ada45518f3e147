import fc from "fast-check";
import { expect, test } from "vitest";
import type { z } from "zod";
import { checkChanges } from "../../src/edit/check.ts";
import { assume } from "../../src/edit/assumption-tools.ts";
import * as tools from "../../src/edit/tools.ts";
import { composed } from "../../src/import/text.ts";
import { planFileSchema } from "../../src/protocol/plan-file.ts";
import { editFileSchema, proposalFileSchema } from "../../src/protocol/proposal-file.ts";
import { questionFileSchema } from "../../src/protocol/question-file.ts";
import { joinSchema, makeRoomSchema, readEntry, sentActSchema, sentEditSchema } from "../../src/protocol/room.ts";
import { cleaned, hasUnseenName } from "../../src/protocol/words.ts";
import { start } from "./random.ts";

const HARMFUL = [
  ..."\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\0\u0007\u001B\u007F\u0085",
  "\uD800",
  "\uDC00",
];
const isHarmful = (text: string): boolean => HARMFUL.some((sign) => text.split(/(?:)/u).includes(sign));

const kept = { teaches: "0-6", capacity: {} };
const text = (words: string) => ({ title: { da: words, en: words }, reason: words });
const edit = {
  id: "e",
  by: "WORDS",
  at: "2026-01-01T00:00:00Z",
  note: "WORDS",
  changes: [
    { kind: "text", from: text("WORDS"), to: text("WORDS") },
    { kind: "text", from: { title: "WORDS", reason: "" }, to: { title: "WORDS", reason: "" } },
    { kind: "new-site", was: { id: "n", name: "WORDS", lon: 9, lat: 55 } },
    { kind: "new-site", is: { id: "n", name: "WORDS", lon: 9, lat: 55 } },
    { kind: "district", id: "A", from: "WORDS", to: "WORDS" },
    { kind: "assumption", id: "x", to: { kind: "cost", name: "WORDS", kroner: 1, per: "year" } },
    { kind: "assumption", id: "x", to: { kind: "danger", name: "WORDS", bands: ["0-3"], along: [at(9), at(9.1)] } },
    {
      kind: "assumption",
      id: "x",
      from: {
        kind: "housing",
        name: "WORDS",
        unit: "u",
        dwellings: 1,
        firstYear: 2030,
        lastYear: 2031,
        type: "house",
      },
    },
    { kind: "site", site: "a", from: kept, to: kept },
  ],
};
function at(lon: number) {
  return { lon, lat: 55 };
}
const plan = {
  format: "skoledistrikt-plan",
  version: 1,
  id: "p",
  title: "WORDS",
  source: "WORDS",
  districts: [{ id: "A", name: "WORDS", sites: ["a"] }],
};
const proposal = {
  format: "skoledistrikt-proposal",
  version: 1,
  id: "p",
  title: "WORDS",
  data: "0".repeat(64),
  from: "WORDS",
  start: { kind: "plan", plan },
  edits: [edit],
  strokes: [
    {
      after: 0,
      by: "WORDS",
      id: { stem: "e", numbers: "1" },
      at: { first: "2026-01-01T00:00:00Z", later: "" },
      notes: ["WORDS"],
      note: "1",
      sites: ["a"],
      to: "0",
      units: ["u"],
      bands: [["0-3"]],
      areas: "1",
      in: "0",
      runs: "1",
      skip: "0",
      take: "1",
    },
  ],
};
const secret = "s".repeat(43);
const act = (of: object): [z.ZodType, unknown] => [sentActSchema, { id: "i", act: of }];
const TEXTS: readonly (readonly [z.ZodType, unknown])[] = [
  [editFileSchema, edit],
  [sentEditSchema, { proposal: "p", edit }],
  [planFileSchema, plan],
  [proposalFileSchema, proposal],
  [proposalFileSchema, { ...proposal, start: { kind: "same-as", plan: "p", title: "WORDS" } }],
  [makeRoomSchema, { title: "WORDS", proposal }],
  [joinSchema, { link: secret, name: "WORDS" }],
  [
    questionFileSchema,
    { format: "skoledistrikt-question", version: 1, kind: "consolidate", districts: 2, title: "WORDS" },
  ],
  act({ kind: "proposal", proposal: "p", file: proposal }),
  act({ kind: "comment", comment: "c", proposal: "p", tone: "for", text: "WORDS" }),
  act({ kind: "table", table: "t", name: "WORDS", proposal: "p" }),
  act({ kind: "hide", what: { comment: "c" }, reason: "WORDS" }),
  act({ kind: "hide", what: { entry: "e" }, reason: "WORDS" }),
  act({ kind: "version", proposal: "p", name: "WORDS" }),
  act({
    kind: "vote",
    vote: "v",
    title: "WORDS",
    method: "dots",
    options: [
      { kind: "text", text: "WORDS" },
      { kind: "text", text: "b" },
    ],
  }),
  act({ kind: "freeze", proposal: "p", dissent: "WORDS" }),
  act({ kind: "council", proposal: "p", state: "decided", text: "WORDS" }),
];
const saying = (sent: unknown, words: string): unknown =>
  JSON.parse(JSON.stringify(sent).replaceAll('"WORDS"', () => JSON.stringify(words)));
const stringsIn = (value: unknown): readonly string[] => {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
};

test("whatever signs come in a text of an edit, an act, a plan, a proposal or a question, none that does harm is let in", () => {
  const piece = fc.oneof(fc.constantFrom(...HARMFUL), fc.constantFrom("a", "ø", "学", " ", "\u200B", "😀", "…"));
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
      for (const [schema, sent] of TEXTS) {
        const read = schema.parse(saying(sent, `x${pieces.join("")}`));
        expect(stringsIn(read).filter(isHarmful)).toEqual([]);
        expect(schema.parse(read)).toEqual(read);
      }
    }),
    { numRuns: 40 },
  );
});

test.each(["\u200B", "\u202E", " \u2800\u00AD", "\uD800", "\uFE0F"])(
  "a name of which nothing is seen (%j) is refused where it is sent, and stands as … where it was kept",
  (unseen) => {
    const change = { kind: "district", id: "A", from: "A", to: unseen };
    const sent = { proposal: "p", edit: { ...edit, changes: [change] } };
    const read = sentEditSchema.parse(sent);
    expect(hasUnseenName(sent, read)).toBe(true);
    expect(hasUnseenName(read, read)).toBe(false);
    expect(readEntry({ number: 1, ...sent })).toMatchObject({ edit: { changes: [{ to: "…" }] } });
    const vote = { kind: "table", table: "t", name: unseen, proposal: "p" };
    expect(readEntry({ number: 1, id: "i", by: "s", at: "", act: vote })).toMatchObject({ act: { name: "…" } });
    expect(hasUnseenName(vote, sentActSchema.parse({ id: "i", act: vote }).act)).toBe(true);
    expect(makeRoomSchema.safeParse({ title: unseen, proposal: { ...proposal, edits: [] } }).success).toBe(false);
    expect(checkChanges(start, tools.setTitle(start, unseen)).map(({ code }) => code)).toEqual(["edit.malformed"]);
  },
);

test("what is typed is cleaned where it becomes a change, and what a case's files say alike", () => {
  const typed = "\u202EN\0y\uD800\u200F";
  const place = { lon: 9.5, lat: 55.9, teaches: 1, capacity: [9, undefined, undefined] } as const;
  const made = [
    tools.renameDistrict(start, "A", typed),
    tools.newDistrict(start, typed, [0]).changes,
    tools.placeSite(start, { name: typed, ...place }).changes,
    tools.setTitle(start, { da: typed, en: typed }),
    tools.setReason(start, typed),
    assume(start, { kind: "cost", name: typed, kroner: 1, per: "year" }),
  ];
  for (const changes of made) {
    expect(JSON.stringify(changes)).toContain('"Ny"');
    expect(stringsIn(changes).filter(isHarmful)).toEqual([]);
  }
  expect(composed("\u200ENord\u202C")).toBe(cleaned("\u200ENord\u202C"));
});
