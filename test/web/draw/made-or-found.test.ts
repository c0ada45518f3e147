import { BAND_COUNT } from "../../cases/folkeskole.ts";
import { expect, test } from "vitest";
import {
  apartIn,
  applyChanges,
  assignPairs,
  type Draft,
  evaluatePlan,
  openMeter,
  type Plan,
  setCapacity,
  startDraft,
} from "../../../src/index.ts";
import { madeAndFound } from "../../../web/draw/problems.ts";
import { groundOf } from "../../../web/proposals/proposal.ts";
import { draftedPlan } from "../../../web/state/plans.ts";
import { groundOf as assumedGround } from "../../../web/worker/assumed-plan.ts";
import { effectsOf } from "../../../web/worker/effects.ts";
import { answerRepair } from "../../../web/worker/repair.ts";
import { solver } from "../../cases/solver.ts";
import { basis, start, view } from "../ask/asking.ts";
import { voiceIn } from "../voice.ts";

const { baseline, unitBand } = basis;

/** A plan in which an area where nobody lives in some grades is torn off its school's. */
function torn(): Plan {
  for (const [pair, own] of baseline.assignment.entries())
    for (const site of basis.municipality.sites.keys()) {
      const plan = { ...baseline, id: "torn", assignment: baseline.assignment.with(pair, site) };
      if (site !== own && apartIn(basis, plan).length > 0) return plan;
    }
  throw new Error("no area can be torn off");
}

const told = (draft: Draft) => {
  const drafted = draftedPlan(draft);
  const effects = effectsOf(basis, evaluatePlan(assumedGround(basis, drafted), draft.plan));
  const { made, found } = madeAndFound(voiceIn("da"), draft, view.units, effects);
  return { made: made.map(({ key }) => key), found: found.map(({ key }) => key) };
};

const begun = startDraft(groundOf(view), torn());

test("what a plan had before anybody drew on it is told apart from what is drawn", () => {
  const untouched = told(begun);
  expect(untouched.made).toEqual([]);
  expect(untouched.found.length).toBeGreaterThan(0);
  // The same plan drawn by hand from today's has made all of it.
  const [pair] = [...baseline.assignment.keys()].filter(
    (each) => begun.plan.assignment[each] !== baseline.assignment[each],
  );
  const drawn = applyChanges(start, assignPairs(start, [pair], begun.plan.assignment[pair]).changes);
  expect(told(drawn)).toEqual({ made: untouched.found, found: [] });
});

test("a school that the start leaves too full is one of its problems until it gets fuller", () => {
  const site = begun.plan.assignment[0];
  const tight = applyChanges(begun, setCapacity(begun, site, [0, 0, 0]));
  expect(told(tight).made).toContain(`full ${site}`);
  const places = [0, 0, 0];
  const sites = begun.municipality.sites.map((each, i) => (i === site ? { ...each, capacity: places } : each));
  const short = { ...tight, municipality: { ...begun.municipality, sites } };
  expect(told(short).found).toContain(`full ${site}`);
  const other = [...begun.plan.assignment.keys()].filter(
    (pair) => begun.plan.assignment[pair] !== site && unitBand[pair] > 0,
  );
  const fuller = applyChanges(short, assignPairs(short, other.slice(0, BAND_COUNT), site).changes);
  expect(told(fuller).made).toContain(`full ${site}`);
});

test("a repair joins what lay apart before anything was drawn, as the lamp says that it can be", async () => {
  const steps: Uint16Array[] = [];
  await answerRepair(
    basis,
    { plan: draftedPlan(begun), locked: new Uint32Array(), until: "proven", places: "kept" },
    { solver, measure: openMeter(), pause: () => Promise.resolve() },
    (step) => {
      if (step.status === "answer") steps.push(step.assignment);
    },
  );
  expect(apartIn(basis, { ...begun.plan, assignment: steps.at(-1)! })).toEqual([]);
});
