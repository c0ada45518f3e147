import fc from "fast-check";
import { expect, test } from "vitest";
import { NO_SITE } from "../../src/domain/plan.ts";
import { checkChanges } from "../../src/edit/check.ts";
import { compose } from "../../src/edit/compose.ts";
import type { Draft } from "../../src/edit/draft.ts";
import { applyChanges } from "../../src/edit/log.ts";
import * as tools from "../../src/edit/tools.ts";
import { unlocking } from "../../src/edit/unlocking.ts";
import { changesOf, deed, start } from "./random.ts";

const NO_LOCKS: Draft["locks"] = { pairs: new Set(), sites: new Set(), districts: new Set(), bands: new Set() };
const lock = (draft: Draft, what: Parameters<typeof tools.setLock>[1]): Draft =>
  applyChanges(draft, tools.setLock(draft, what, true));
const without = (draft: Draft): Draft => ({ ...draft, locks: NO_LOCKS });

test("what locks alone hold back is done once exactly those are off, and nothing else with it", () => {
  let [opened, kept] = [0, 0];
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 25 }), deed, (deeds, last) => {
      let draft = start;
      for (const each of deeds) {
        const changes = changesOf(draft, each);
        if (checkChanges(draft, changes).length === 0) draft = applyChanges(draft, changes);
      }
      // What a hand means where it does not know of the locks.
      const meant = changesOf(without(draft), last).filter(({ kind }) => kind !== "lock");
      const found = unlocking(draft, meant);
      if (checkChanges(without(draft), meant).length > 0 || checkChanges(draft, meant).length === 0) {
        expect(found).toBeUndefined();
        kept++;
        return;
      }
      if (!found) throw new Error("locks alone hold it back");
      opened++;
      expect(checkChanges(draft, found.changes)).toEqual([]);
      const [after, free] = [applyChanges(draft, found.changes), applyChanges(without(draft), meant)];
      expect(after.plan).toEqual(free.plan);
      expect(after.capacity).toEqual(free.capacity);
      for (const one of found.locks) {
        const others = found.locks.filter((what) => what !== one).flatMap((what) => tools.setLock(draft, what, false));
        expect(checkChanges(draft, compose(others, meant))).not.toEqual([]);
      }
    }),
    { numRuns: 600 },
  );
  expect(Math.min(opened, kept)).toBeGreaterThan(20);
});

test("an area that is locked itself and by its district is unlocked of both", () => {
  const home = start.plan.districts.find(({ sites }) => sites.includes(start.plan.assignment[0]))!.id;
  const draft = lock(lock(start, { pairs: Uint32Array.of(0) }), { district: home });
  const { changes } = tools.assignPairs(start, [0], NO_SITE);
  expect(unlocking(draft, changes)?.locks).toEqual([{ pairs: Uint32Array.of(0) }, { district: home }]);
});
