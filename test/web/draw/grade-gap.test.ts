import { expect, test } from "vitest";
import { applyChanges, setLock, setTeaching, startDraft } from "../../../src/index.ts";
import { gradeGaps } from "../../../web/draw/grade-gap.ts";
import { drawCase } from "../../cases/drawn.ts";

const { municipality, baseline } = drawCase({
  zones: ["AAB"],
  sites: { A: { at: [0, 0] }, B: { at: [0, 2] } },
  districts: { one: "AB" },
  pupils: () => 1,
});
const start = startDraft(municipality, baseline);

test("grades not in a row are put right by those between them, which moves nobody, unless a lock holds the school", () => {
  expect(gradeGaps(start)).toEqual([]);
  const gapped = applyChanges(start, setTeaching(start, 0, 0b101));
  const [{ site, missing, mend }] = gradeGaps(gapped);
  expect([site, missing]).toEqual([0, 0b010]);
  expect(mend.map(({ kind }) => kind)).toEqual(["site"]);
  expect(gradeGaps(applyChanges(gapped, mend))).toEqual([]);
  for (const what of [{ site: 0 }, { band: 1 as const }]) {
    const [gap] = gradeGaps(applyChanges(gapped, setLock(gapped, what, true)));
    expect(gap.mend).toEqual([]);
  }
  expect(gradeGaps(applyChanges(start, setTeaching(start, 0, 0b011)))).toEqual([]);
});
