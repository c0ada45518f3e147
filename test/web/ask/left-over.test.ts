import { expect, test } from "vitest";
import { apartIn, applyChanges, evaluatePlan, setCapacity } from "../../../src/index.ts";
import { leftOver } from "../../../web/ask/left-over.ts";
import { takenAs } from "../../../web/ask/proposed.ts";
import { problemsOf } from "../../../web/draw/problems.ts";
import { assumed, type PagePlan } from "../../../web/state/plans.ts";
import { groundOf } from "../../../web/worker/assumed-plan.ts";
import { effectsOf } from "../../../web/worker/effects.ts";
import type { AskedPlan } from "../../../web/worker/messages.ts";
import { voiceIn } from "../voice.ts";
import { basis, inView, start, view } from "./asking.ts";

const measured = (plan: PagePlan) => {
  const ground = groundOf(basis, assumed(plan));
  return effectsOf(ground, evaluatePlan(ground, plan.plan));
};

/** Today's plan with everybody of one area at a school that they do not touch. */
function torn(): AskedPlan {
  const { assignment } = basis.baseline;
  for (const pair of assignment.keys())
    for (const site of basis.municipality.sites.keys()) {
      const plan = { ...basis.baseline, assignment: assignment.with(pair, site) };
      if (apartIn(basis, plan).length > 0) return { plan, status: "optimal", goals: [] };
    }
  throw new Error("no area can be torn off");
}

test.each(["da", "en"] as const)(
  "an answer tells before it is taken what the list says of it after (%s)",
  (language) => {
    const voice = voiceIn(language);
    // One school has too few places before and after; what lies apart is the answer's own doing.
    const tight = applyChanges(start, setCapacity(start, 0, [1, 1, 1]));
    const draft = { draft: tight, plan: tight.plan };
    const sites = { capacity: tight.capacity, newSites: tight.newSites, assumptions: tight.assumptions };
    const base: PagePlan = { ...inView(tight), ...draft, sites };
    const { before, after } = takenAs(view, base, torn());
    const effects = measured(after);
    const { makes, leaves } = leftOver(
      voice,
      { draft: before, effects: measured(base) },
      { draft: after.draft, effects },
    );
    const listed = problemsOf(voice, after.draft, effects).map(({ text }) => text);
    expect([...leaves, ...makes].toSorted()).toEqual(listed.toSorted());
    expect(makes.join()).toContain(language === "da" ? "adskilt fra resten" : "lies apart from the rest");
    expect(leaves).toHaveLength(1);
    expect(leaves[0]).toContain(language === "da" ? "mangler plads" : "lacks places");
  },
);
