import { expect, test } from "vitest";
import { applyChanges, BAND_COUNT, evaluatePlan, NO_SITE, quickRepair, startDraft } from "../../../src/index.ts";
import { overflowOf, towards } from "../../../web/draw/drawn.ts";
import { openedCase } from "../../cases/opened.ts";

const { basis } = openedCase("holbaek");
const { unitBand, baseline } = basis;
const start = startDraft(basis.municipality, baseline);

/** Everyone in every seventh unit goes to one school: there is not room for all. */
const crowded = {
  ...start,
  plan: {
    ...baseline,
    assignment: baseline.assignment.map((site, pair) =>
      Math.floor(pair / BAND_COUNT) % 7 === 0 && site !== NO_SITE ? 3 : site,
    ),
  },
};

test("pupils beyond the places are those that the measure counts", () => {
  for (const draft of [start, crowded])
    expect(overflowOf(draft, unitBand, draft.plan.assignment)).toBe(
      evaluatePlan(basis, draft.plan).values.get("overflow"),
    );
  expect(overflowOf(crowded, unitBand, crowded.plan.assignment)).toBeGreaterThan(0);
});

test("a plan that is mended moves nobody but pupils, and areas that had no school", () => {
  const { plan } = quickRepair(basis, { painted: crowded.plan, locked: new Set(), rules: [], limits: { seed: 1 } });
  const mended = applyChanges(crowded, towards(crowded, plan.assignment, unitBand));
  plan.assignment.forEach((site, pair) => {
    const before = crowded.plan.assignment[pair];
    expect(mended.plan.assignment[pair]).toBe(unitBand[pair] > 0 || before === NO_SITE ? site : before);
  });
  expect(overflowOf(mended, unitBand, mended.plan.assignment)).toBe(overflowOf(crowded, unitBand, plan.assignment));
});
