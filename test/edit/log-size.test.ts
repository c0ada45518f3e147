import { BAND_COUNT } from "../cases/folkeskole.ts";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { invert } from "../../src/edit/change.ts";
import { checkChanges } from "../../src/edit/check.ts";
import { startDraft } from "../../src/edit/draft.ts";
import { applyChanges, type Edit, fold } from "../../src/edit/log.ts";
import { writeProposal } from "../../src/edit/proposal-file.ts";
import { assignPairs } from "../../src/edit/tools.ts";
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

test("a round stroke more makes a file of 5,000 four bytes larger, so that 100,000 are below half a megabyte", () => {
  const { basis, plans, dataHash } = openedCase("holbaek");
  const { municipality } = basis;
  const { adjacency, count } = municipality.units;
  const random = seededRandom(2);
  const assignment = plans[0].assignment.slice();
  const draft = { ...startDraft(municipality, plans[0]), plan: { ...plans[0], assignment } };
  const schools = [...new Set(assignment)].slice(0, 4);
  const edits: Edit[] = [];
  while (edits.length < 5000) {
    const spot = new Set([Math.floor(random() * count)]);
    const size = 1 + Math.floor(random() * 36);
    for (const unit of spot)
      for (const other of adjacency.target.subarray(adjacency.start[unit], adjacency.start[unit + 1]))
        if (spot.size < size) spot.add(other);
    const pairs = [...spot].flatMap((unit) => [0, 1, 2].map((band) => unit * BAND_COUNT + band));
    const { changes } = assignPairs(draft, pairs, schools[Math.floor(random() * schools.length)]);
    if (changes[0]?.kind !== "assign") continue;
    const { pairs: moved, to } = changes[0];
    moved.forEach((pair, i) => (assignment[pair] = to[i]));
    const [id, at] = [`ab-${(edits.length + 1).toString(36)}`, new Date(1.7e12 + 5000 * edits.length).toISOString()];
    edits.push({ id, by: "A", at, changes });
  }
  const written = (some: readonly Edit[]): number =>
    gzipSync(
      JSON.stringify(writeProposal({ id: "p", start: plans[0], edits: some }, { municipality, plans, dataHash })),
    ).length;
  const [half, whole] = [written(edits.slice(0, 2500)), written(edits)];
  expect((whole - half) / 2500).toBeLessThan(4.5);
  expect(half + ((whole - half) / 2500) * 97_500).toBeLessThan(500_000);
});
