import { BAND_COUNT } from "../../cases/folkeskole.ts";
import { expect, test } from "vitest";
import { apartIn, applyChanges, evaluatePlan, type Plan, setCapacity } from "../../../src/index.ts";
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

const measuredOf = (plan: Plan) => ({
  draft: { ...start, plan },
  effects: effectsOf(basis, evaluatePlan(basis, plan)),
});

/** Two of today's districts as one called "Nyt", with an area torn off it; and the same before they were joined. */
function tornAndJoined(): { readonly apartBefore: Plan; readonly joined: Plan } {
  const { assignment, districts } = basis.baseline;
  for (const pair of assignment.keys())
    for (const one of districts)
      for (const other of districts) {
        if (one === other) continue;
        const apartBefore: Plan = { ...basis.baseline, assignment: assignment.with(pair, one.sites[0]) };
        const rest = districts.filter((district) => district !== one && district !== other);
        const district = { ...one, name: "Nyt", sites: [...one.sites, ...other.sites] };
        const joined: Plan = { ...apartBefore, districts: [district, ...rest] };
        const isZone = apartIn(basis, joined).some(({ kind, sites }) => kind === "zone" && sites[0] === one.sites[0]);
        const parts = [joined, { ...joined, assignment }].map((of) => evaluatePlan(basis, of).districts[0].extraPieces);
        if (isZone && parts[0] > 0 && parts[1] === 0) return { apartBefore, joined };
      }
  throw new Error("no area can be torn off two districts");
}

test("a district in pieces is listed beside a school of it that is, and is no new problem where it is joined with another", () => {
  const voice = voiceIn("da");
  const { apartBefore, joined } = tornAndJoined();
  const after = measuredOf(joined);
  expect(after.effects.apart.map(({ kind }) => kind)).toContain("zone");
  const listed = problemsOf(voice, after.draft, after.effects).map(({ key }) => key);
  expect(listed).toContain("apart Nyt");
  expect(leftOver(voice, measuredOf(apartBefore), after).makes).toEqual([]);
  expect(leftOver(voice, measuredOf(basis.baseline), after).makes.join()).toContain("Distriktet Nyt");
});

const isTorn = (plan: Plan): boolean => evaluatePlan(basis, plan).districts.some(({ extraPieces }) => extraPieces > 0);

test("a district that was in pieces in other grades has no new problem", () => {
  const voice = voiceIn("da");
  const { assignment, districts } = basis.baseline;
  const moved = (pair: number, site: number): Plan => ({ ...basis.baseline, assignment: assignment.with(pair, site) });
  const tries = Array.from({ length: assignment.length / BAND_COUNT }, (_, unit) => unit * BAND_COUNT).flatMap((pair) =>
    districts.map(({ sites: [site] }) => [moved(pair + 1, site), moved(pair, site)] as const),
  );
  const found = tries.find((plans) => plans.every(isTorn));
  if (!found) throw new Error("no area can be torn off in two bands");
  const [before, after] = found.map(measuredOf);
  expect(leftOver(voice, before, after).makes.filter((line) => line.startsWith("Distriktet"))).toEqual([]);
});
