import { expect, test } from "vitest";
import type { Change, Computed, Edit } from "../../src/index.ts";
import { added, NO_HISTORY } from "../../web/proposals/history.ts";
import { lastComputed } from "../../web/state/computed.ts";

const ASKED = { question: {}, locked: 0, status: "optimal" } as unknown as Computed;
const change = (kind: Change["kind"]) => [{ kind }] as unknown as readonly Change[];
const HAND = { changes: change("assign") };
const FOUND = { changes: change("assign"), asked: ASKED };
const LOCK = { changes: change("lock") };
const NAME = { changes: change("text") };

/** What is known of the last answer of the computer after edits in their order. */
const after = (...edits: readonly Partial<Edit>[]) =>
  lastComputed(
    edits.reduce(
      (history, edit, number) => added(history, { id: String(number), by: "me", at: "", changes: [], ...edit }),
      NO_HISTORY,
    ),
  );

test.each([
  { name: "nothing was ever computed", edits: [HAND, LOCK], since: undefined },
  { name: "nothing was done", edits: [], since: undefined },
  { name: "the last step is computed, whatever was drawn before", edits: [HAND, HAND, FOUND], since: "untouched" },
  { name: "it was named and locked since", edits: [HAND, FOUND, NAME, LOCK], since: "untouched" },
  { name: "something was drawn since", edits: [FOUND, NAME, HAND], since: "changed" },
  { name: "something was drawn between two answers", edits: [FOUND, HAND, FOUND], since: "untouched" },
])("a plan is as the computer left it until somebody draws: $name", ({ edits, since }) => {
  expect(after(...edits)?.since).toBe(since);
  if (since) expect(after(...edits)?.asked).toBe(ASKED);
});
