import { BAND_COUNT } from "../cases/folkeskole.ts";
import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { startDraft } from "../../src/edit/draft.ts";
import { applyChanges, type Edit } from "../../src/edit/log.ts";
import { readProposal, writeProposal } from "../../src/edit/proposal-file.ts";
import { packProposal, unpackProposal } from "../../src/edit/proposal-pack.ts";
import { assignPairs, closeSite, setLock } from "../../src/edit/tools.ts";
import { openedCase } from "../cases/opened.ts";

const { basis, plans, dataHash } = openedCase("holbaek");
const { municipality } = basis;
const { units } = municipality;
const context = { municipality, plans, dataHash };

/** Everything within so many degrees of a place, in all grades. */
const around = (lon: number, lat: number, reach: number): readonly number[] =>
  [...units.lon.keys()]
    .filter((unit) => Math.hypot((units.lon[unit] - lon) * 0.56, units.lat[unit] - lat) < reach)
    .flatMap((unit) => Array.from({ length: BAND_COUNT }, (_, band) => unit * BAND_COUNT + band));

/** A proposal from a plan that the case has not: thousands of areas go elsewhere, and a lock, a closed school and strokes follow. */
function repaired() {
  const start = { ...basis.baseline, id: "own", assignment: basis.baseline.assignment.slice() };
  const all = [...start.teaching.keys()].filter((site) => start.teaching[site] === (1 << BAND_COUNT) - 1);
  for (const [i, pair] of around(11.6, 55.68, 0.12).entries())
    start.assignment[pair] = all[Math.floor(i / 400) % all.length];
  const first = startDraft(municipality, start);
  const made = [
    (draft: typeof first) => closeSite(draft, 17),
    (draft: typeof first) => assignPairs(draft, around(11.5, 55.65, 0.05), 12).changes,
    (draft: typeof first) => setLock(draft, { pairs: Uint32Array.from(around(11.4, 55.7, 0.03)) }, true),
    (draft: typeof first) => assignPairs(draft, around(11.7, 55.6, 0.06), 8).changes,
  ];
  let draft = first;
  const edits = made.map((make, i): Edit => {
    const changes = make(draft);
    draft = applyChanges(draft, changes);
    return { id: `e-${i}`, by: "me", at: "2026-11-30T04:00:00.000Z", changes };
  });
  return { file: writeProposal({ id: "own", start, edits }, context), draft };
}

const deflated = (plain: string | Uint8Array): number => deflateRawSync(plain).length;

test("a proposal packed for a link is the same proposal read, and far smaller than its text", () => {
  const { file, draft } = repaired();
  const bytes = packProposal(units, file);
  const read = unpackProposal(units, dataHash, bytes);
  if (typeof read === "string") throw new Error(read);
  const { value, issues } = readProposal(read.text, context);
  expect(issues).toEqual([]);
  expect(value!.start.assignment).toEqual(draft.start.assignment);
  expect(value!.draft.plan).toEqual(draft.plan);
  expect(value!.draft.locks).toEqual(draft.locks);
  expect(deflated(bytes)).toBeLessThan(0.45 * deflated(JSON.stringify(file)));
});

test("a pack of other data, one that was cut short and what is none are told apart and never read as a proposal", () => {
  const bytes = packProposal(units, repaired().file);
  expect(unpackProposal(units, "0".repeat(64), bytes)).toBe("other-data");
  for (const end of [bytes.length - 1, 1000, 1, 0])
    expect(unpackProposal(units, dataHash, bytes.slice(0, end))).toBe("cut");
  expect(unpackProposal(units, dataHash, Uint8Array.of(3, 1, 2, 3))).toBe("cut");
});
