import { expect, test } from "vitest";
import { BAND_COUNT } from "../../src/domain/grades.ts";
import { invert } from "../../src/edit/change.ts";
import { checkChanges } from "../../src/edit/check.ts";
import { startDraft } from "../../src/edit/draft.ts";
import { applyChanges, type Edit, fold } from "../../src/edit/log.ts";
import { seededRandom } from "../../src/kernels/random.ts";
import { openedCase } from "../cases/opened.ts";

/** Milliseconds of this process, whatever else the machine does meanwhile. */
function spent(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

test("100,000 strokes over Holbæk fold within a second, and any of them is checked and undone within a frame", () => {
  const { basis, plans } = openedCase("holbaek");
  const start = startDraft(basis.municipality, plans[0]);
  const random = seededRandom(1);
  const now = start.plan.assignment.slice();
  const edits = Array.from({ length: 100_000 }, (_, i): Edit => {
    const first = Math.floor(random() * (basis.municipality.units.count - 20));
    const pairs = Uint32Array.from({ length: 20 }, (_each, k) => (first + k) * BAND_COUNT);
    const from = Uint16Array.from(pairs, (pair) => now[pair]);
    const to = new Uint16Array(20).fill(Math.floor(random() * 18));
    pairs.forEach((pair, k) => (now[pair] = to[k]));
    return { id: String(i), by: "A", at: "2026-01-01T00:00:00Z", changes: [{ kind: "assign", pairs, from, to }] };
  });
  let draft = start;
  expect(spent(() => (draft = fold(start, edits)))).toBeLessThan(1000);
  expect(draft.plan.assignment).toEqual(now);
  const back = invert(edits.at(-1)!.changes);
  const times = Array.from({ length: 20 }, () =>
    spent(() => {
      expect(checkChanges(draft, back)).toEqual([]);
      applyChanges(draft, back);
    }),
  ).toSorted((a, b) => a - b);
  expect(times[10]).toBeLessThan(16);
});
