import { expect, test } from "vitest";
import { applyChanges, checkChanges, setLock, setTeaching, startDraft } from "../../../src/index.ts";
import { gradeGaps } from "../../../web/draw/grade-gap.ts";
import { drawCase } from "../../cases/drawn.ts";

const { municipality, baseline } = drawCase({
  zones: ["AAB"],
  sites: { A: { at: [0, 0] }, B: { at: [0, 2] } },
  districts: { one: "AB" },
  pupils: () => 1,
});
const start = startDraft(municipality, baseline);

test("grades not in a row are put right by those between them, which moves nobody, with what holds the school unlocked", () => {
  expect(gradeGaps(start)).toEqual([]);
  const gapped = applyChanges(start, setTeaching(start, 0, 0b101));
  const [{ site, missing, mend }] = gradeGaps(gapped);
  expect([site, missing]).toEqual([0, 0b010]);
  expect(mend.map(({ kind }) => kind)).toEqual(["site"]);
  expect(gradeGaps(applyChanges(gapped, mend))).toEqual([]);
  for (const what of [{ site: 0 }, { band: 1 as const }]) {
    const locked = applyChanges(gapped, setLock(gapped, what, true));
    const [{ unlocking }] = gradeGaps(locked);
    expect(unlocking?.locks).toEqual([what]);
    expect(checkChanges(locked, unlocking!.changes)).toEqual([]);
    expect(gradeGaps(applyChanges(locked, unlocking!.changes))).toEqual([]);
  }
  expect(gradeGaps(applyChanges(start, setTeaching(start, 0, 0b011)))).toEqual([]);
});
