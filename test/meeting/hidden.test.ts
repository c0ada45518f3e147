import { expect, test } from "vitest";
import { packLog } from "../../src/edit/log-pack.ts";
import { LogUnpacker } from "../../src/edit/log-unpacker.ts";
import {
  actEntrySchema,
  type Entry,
  outboxSchema,
  packEntries,
  readEntry,
  unpackEntries,
} from "../../src/protocol/room.ts";
import { start } from "../edit/random.ts";

test("what was hidden by either of the two acts that there once were is read as hidden by the one there is, wherever it is kept, and written so", () => {
  const of = { number: 3, id: "h", by: "leads", at: "2026-01-01T00:00:00Z" };
  const once = [
    { kind: "hide", comment: "c", reason: "en adresse" },
    { kind: "hide-words", entry: "e", reason: "" },
  ];
  const now = [
    { kind: "hide", what: { comment: "c" }, reason: "en adresse" },
    { kind: "hide", what: { entry: "e" }, reason: "" },
  ];
  for (const acts of [once, now]) {
    expect(acts.map((act) => readEntry({ ...of, act }))).toEqual(now.map((act) => ({ ...of, act })));
    expect(outboxSchema.parse(acts.map((act) => ({ id: "h", act })))).toEqual(now.map((act) => ({ id: "h", act })));
    const kept = JSON.stringify(acts.map((act) => ({ ...of, act })));
    expect(packEntries(unpackEntries(kept))).toBe(JSON.stringify(now.map((act) => ({ ...of, act }))));
    // As an earlier program packed them.
    const written = acts.map((act) => ({ ...of, act })) as unknown as Entry[];
    const packed = packLog(start.municipality, start.start, written.slice(0, 1), 1);
    expect(new LogUnpacker(start.municipality).read(packed).entries).toEqual([{ ...of, act: now[0] }]);
  }
  const neither = [
    { kind: "hide-words", comment: "c", reason: "" },
    { kind: "hide", what: {}, reason: "" },
  ];
  expect(neither.map((act) => actEntrySchema.safeParse({ ...of, act }).success)).toEqual([false, false]);
});
