import { GRADES } from "../../cases/folkeskole.ts";
import { expect, test } from "vitest";
import { applyChanges, checkChanges, missingBetween, setLock, setTeaching, startDraft } from "../../../src/index.ts";
import { gradeGap } from "../../../web/draw/grade-gap.ts";
import { drawCase } from "../../cases/drawn.ts";

const { municipality, baseline } = drawCase({
  zones: ["AAB"],
  sites: { A: { at: [0, 0] }, B: { at: [0, 2] } },
  districts: { one: "AB" },
  pupils: () => 1,
});
const start = startDraft(municipality, baseline);
const missingAt = ({ plan }: typeof start): readonly number[] =>
  plan.teaching.map((each) => missingBetween(GRADES, each));

test("grades not in a row are put right by those between them, which moves nobody, with what holds the school unlocked", () => {
  expect(missingAt(start)).toEqual([0, 0]);
  const gapped = applyChanges(start, setTeaching(start, 0, 0b101));
  expect(missingAt(gapped)).toEqual([0b010, 0]);
  const { missing, mend } = gradeGap(gapped, 0);
  expect(missing).toBe(0b010);
  expect(mend.map(({ kind }) => kind)).toEqual(["site"]);
  expect(missingAt(applyChanges(gapped, mend))).toEqual([0, 0]);
  for (const what of [{ site: 0 }, { band: 1 as const }]) {
    const locked = applyChanges(gapped, setLock(gapped, what, true));
    const { unlocking } = gradeGap(locked, 0);
    expect(unlocking?.locks).toEqual([what]);
    expect(checkChanges(locked, unlocking!.changes)).toEqual([]);
    expect(missingAt(applyChanges(locked, unlocking!.changes))).toEqual([0, 0]);
  }
  expect(missingAt(applyChanges(start, setTeaching(start, 0, 0b011)))).toEqual([0, 0]);
});
