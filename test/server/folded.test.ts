import fc from "fast-check";
import { expect, test } from "vitest";
import { checkChanges } from "../../src/edit/check.ts";
import type { Draft } from "../../src/edit/draft.ts";
import { writeEdit } from "../../src/edit/edit-file.ts";
import { isSameDrawn } from "../../src/edit/same.ts";
import type { Entry } from "../../src/protocol/room.ts";
import { beforeEntries } from "../../src/server/rooms/folded.ts";
import { deed, perform, start } from "../edit/random.ts";
import { firstFile } from "./room-world.ts";

const isClean = (draft: Draft, changes: Parameters<typeof checkChanges>[1]) =>
  changes.length > 0 && checkChanges(draft, changes).length === 0;
const AT = "2026-01-01T00:00:00Z";

test("a proposal before some entries is what it was then, wherever it is not left to a fold of all: only where schools were added or it began since", () => {
  let found = 0;
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 10 }), (deeds) => {
      const { drafts, edits } = perform(start, deeds, isClean);
      const entries = edits.map((changes, i): Entry => {
        const edit = writeEdit(drafts[i], { id: `e${i}`, by: "bo", at: AT, changes });
        return { number: 2 * i + 2, proposal: "p", edit };
      });
      // What is drawn on another proposal is no part of it.
      const among = entries.flatMap((entry, i): readonly Entry[] => [
        entry,
        { ...entries[entries.length - 1 - i], number: entry.number + 1, proposal: "q" },
      ]);
      for (const [k, draft] of drafts.entries()) {
        const before = beforeEntries(drafts.at(-1)!, "p", among.slice(2 * k));
        const addsSchool = edits.slice(k).some((changes) => changes.some(({ kind }) => kind === "new-site"));
        expect(before === undefined).toBe(addsSchool);
        if (before) expect(isSameDrawn(before, draft)).toBe(true);
        if (before && k < edits.length) found++;
      }
    }),
    { numRuns: 200 },
  );
  expect(found).toBeGreaterThan(200);
  const begins = { kind: "proposal", proposal: "p", file: firstFile } as const;
  const began: Entry = { number: 1, id: "p", by: "bo", at: AT, act: begins };
  expect(beforeEntries(start, "p", [began])).toBeUndefined();
  expect(beforeEntries(start, "q", [began])).toBeDefined();
});
