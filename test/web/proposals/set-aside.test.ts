import fc from "fast-check";
import { expect, test } from "vitest";
import { keptAt, SET_ASIDE } from "../../../web/proposals/set-aside.ts";
import { keptInMemory } from "./kept-in-memory.ts";
import { openPage } from "./page.ts";

const DAY = 86_400_000;
const NOW = Date.parse("2026-03-01T12:00:00.000Z");
const proposal = fc.record(
  {
    begun: fc.constantFrom("2026-01-01", "2026-01-02", "2026-01-03"),
    removed: fc.integer({ min: 0, max: 60 * DAY }).map((ago) => new Date(NOW - ago).toISOString()),
  },
  { requiredKeys: ["begun"] },
);

test("every kept proposal is here, aside or gone; only what was deleted long ago, or before many others, is gone", () => {
  fc.assert(
    fc.property(fc.array(proposal, { maxLength: 60 }), (all) => {
      const { here, aside, gone } = keptAt(all, NOW);
      expect(here.length + aside.length + gone.length).toBe(all.length);
      expect(new Set([...here, ...aside, ...gone])).toEqual(new Set(all));
      expect(here.every(({ removed }) => removed === undefined)).toBe(true);
      expect(aside.length).toBeLessThanOrEqual(SET_ASIDE.most);
      for (const { removed } of aside) expect(NOW - Date.parse(removed!)).toBeLessThanOrEqual(SET_ASIDE.days * DAY);
      const oldest = aside[0]?.removed ?? "";
      for (const { removed } of gone) {
        const isOld = NOW - Date.parse(removed!) > SET_ASIDE.days * DAY;
        expect(isOld || (aside.length === SET_ASIDE.most && removed! <= oldest)).toBe(true);
      }
    }),
    { seed: 6 },
  );
});

test("a deleted proposal can be brought back, whole, when the page is opened anew, and stays back", async () => {
  const { studio, view, all, kept } = await openPage();
  studio.begin(view.plans[0], "Today");
  const { id, history } = all()[0];
  studio.remove(id);
  await kept.settled();
  const later = await openPage({ kept });
  expect(later.all()).toEqual([]);
  expect(later.store.state().removed).toMatchObject([{ id, history }]);
  later.studio.restore(id);
  await kept.settled();
  const last = await openPage({ kept });
  expect(last.all()).toMatchObject([{ id, history }]);
  expect(last.store.state().removed).toEqual([]);
});

test("what was deleted long ago goes for good", async () => {
  const kept = keptInMemory();
  const { studio, view, all } = await openPage({ kept });
  studio.begin(view.plans[0], "Today");
  const [{ id }] = all();
  await kept.storage.setAside(id, new Date(Date.now() - (SET_ASIDE.days + 1) * DAY).toISOString());
  const later = await openPage({ kept });
  await kept.settled();
  expect([later.all(), later.store.state().removed, kept.rows.size]).toEqual([[], [], 0]);
});
