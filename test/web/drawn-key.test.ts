import { expect, test } from "vitest";
import type { Change } from "../../src/edit/change.ts";
import { applyChanges, type Edit } from "../../src/edit/log.ts";
import { completed } from "../../src/edit/completed.ts";
import { followed, hears, waitsFor } from "../../src/edit/shared-log.ts";
import { assignPairs, closeSite, setTitle } from "../../src/edit/tools.ts";
import { figuresKey, lockedKey } from "../../web/state/drawn-key.ts";
import { start } from "../edit/random.ts";

const AT = "2026-01-01T00:00:00Z";
const edit = (id: string, changes: readonly Change[]): Edit => ({ id, by: "A", at: AT, changes });
const closing = closeSite(start, 0);

test("a step that is completed under its name has other figures than before, wherever it stands", () => {
  const alone = waitsFor(followed(start, 0), edit("e1", closing));
  const pairs = [...alone.draft.plan.assignment.keys()].filter((pair) => alone.draft.plan.assignment[pair] > 2);
  expect(pairs.length).toBeGreaterThan(0);
  const given = assignPairs(alone.draft, pairs, 1).changes;
  const whole = completed(alone, new Map([["e1", undefined]]), given)!;
  expect(whole.log.shown.at(-1)?.id).toBe("e1");
  expect(figuresKey(whole.log.draft)).not.toBe(figuresKey(alone.draft));
});

test("a step that waits has other figures once somebody else's came in before it", () => {
  const own = waitsFor(followed(start, 0), edit("e1", assignPairs(start, [0, 1, 2], 1).changes));
  const heard = hears(own, [
    { number: 1, edit: { ...edit("b1", assignPairs(start, [12, 13, 14], 2).changes), by: "B" } },
  ]);
  expect(heard.shown.at(-1)?.id).toBe("e1");
  expect(figuresKey(heard.draft)).not.toBe(figuresKey(own.draft));
});

test("what was undone has its figures again, names and locks change none, and a lock is asked about anew", () => {
  const drawn = applyChanges(start, assignPairs(start, [0, 1, 2], 1).changes);
  const back = applyChanges(drawn, assignPairs(drawn, [0, 1, 2], start.plan.assignment[0]).changes);
  expect(figuresKey(drawn)).not.toBe(figuresKey(start));
  expect([figuresKey(back), lockedKey(back)]).toEqual([figuresKey(start), lockedKey(start)]);
  const named = applyChanges(start, setTitle(start, "Vores"));
  expect([figuresKey(named), lockedKey(named)]).toEqual([figuresKey(start), lockedKey(start)]);
  const held = applyChanges(start, [{ kind: "lock", what: { site: 0 }, from: false, to: true }]);
  expect(figuresKey(held)).toBe(figuresKey(start));
  expect(lockedKey(held)).not.toBe(lockedKey(start));
});
