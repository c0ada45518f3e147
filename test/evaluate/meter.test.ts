import { BAND_COUNT } from "../cases/folkeskole.ts";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkChanges } from "../../src/edit/check.ts";
import { startDraft } from "../../src/edit/draft.ts";
import { evaluatePlan } from "../../src/evaluate/evaluate.ts";
import { openMeter } from "../../src/evaluate/meter.ts";
import { withSites } from "../../src/evaluate/scenario.ts";
import { type OpenCase, openCase } from "../../src/open-case.ts";
import { archipelago } from "../cases/archipelago.ts";
import { deed, perform } from "../edit/random.ts";
import { openedCase } from "../cases/opened.ts";

const lattice = openedCase("lattice");
const islands = openCase(archipelago(3)).value!;

/** Whether the meter says what the whole evaluation says, of plans as they are drawn and then back and forth. */
const followsEdits = (opened: OpenCase) =>
  fc.property(
    fc.constantFrom(...opened.plans),
    fc.array(deed, { maxLength: 25 }),
    fc.array(fc.nat(), { maxLength: 5 }),
    (plan, deeds, jumps) => {
      const meter = openMeter();
      const start = startDraft(opened.basis.municipality, plan);
      const { drafts } = perform(start, deeds, (draft, changes) => checkChanges(draft, changes).length === 0);
      return [...drafts, ...jumps.map((jump) => drafts[jump % drafts.length])].every((draft) => {
        const basis = withSites(opened.basis, draft);
        return isDeepStrictEqual(meter(basis, draft.plan), evaluatePlan(basis, draft.plan));
      });
    },
  );

test("after any edits on a lattice a meter says what the whole evaluation says, to the bit", () => {
  expect(fc.check(followsEdits(lattice), { numRuns: 60, seed: 1 })).toMatchObject({ failed: false });
});

test("after any edits in a town with islands a meter says what the whole evaluation says, to the bit", () => {
  expect(fc.check(followsEdits(islands), { numRuns: 40, seed: 1 })).toMatchObject({ failed: false });
});

test("a stroke between two districts leaves the tallies of the others untouched", () => {
  const { basis, plans } = islands;
  const meter = openMeter();
  const before = meter(basis, plans[0]);
  const [from, to] = [0, 1].map((district) => plans[0].districts[district].sites[0]);
  const assignment = plans[0].assignment.slice();
  const unit = assignment.findIndex((site) => site === from) / BAND_COUNT;
  assignment.fill(to, unit * BAND_COUNT, (unit + 1) * BAND_COUNT);
  const after = meter(basis, { ...plans[0], assignment });
  expect(after.districts.map((tally, i) => tally === before.districts[i])).toEqual([false, false, true, true]);
});

test("where a school's oldest pupils go on to is followed, though neither of the two others is in its district", () => {
  const { basis, plans } = islands;
  const { sites } = basis.municipality;
  const [lower, first, second] = ["w", "n", "t"].map((id) => sites.findIndex((site) => site.id === id));
  const goingOnTo = (site: number) => ({
    ...plans[0],
    assignment: plans[0].assignment.map((at, pair, all) =>
      pair % BAND_COUNT === 2 && all[pair - 1] === lower ? site : at,
    ),
  });
  const meter = openMeter();
  const links = [first, second].map((site) => meter(basis, goingOnTo(site)).districts[1].feeders.links);
  expect(links.map(([link]) => link)).toEqual([first, second].map((to) => ({ from: lower, to, band: 2 })));
});
