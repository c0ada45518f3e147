import { BAND_COUNT, GRADES } from "../../cases/folkeskole.ts";
import { expect, test } from "vitest";
import {
  apartIn,
  applyChanges,
  assignPairs,
  evaluatePlan,
  openMeter,
  setCapacity,
  sitePupils,
} from "../../../src/index.ts";
import { finished, whatComes } from "../../../web/ask/finished.ts";
import { pupilsTold } from "../../../web/draw/pupils-told.ts";
import { wayTold } from "../../../web/draw/mend-words.ts";
import { changesTo, toMend, unitsOf } from "../../../web/draw/drawn.ts";
import { undoneLines } from "../../../web/draw/own-undone.ts";
import { problemsOf } from "../../../web/draw/problems.ts";
import { assumed, draftedPlan, type PagePlan } from "../../../web/state/plans.ts";
import { groundOf } from "../../../web/worker/assumed-plan.ts";
import { effectsOf } from "../../../web/worker/effects.ts";
import type { RepairStep } from "../../../web/worker/messages.ts";
import { answerRepair } from "../../../web/worker/repair.ts";
import { solver } from "../../cases/solver.ts";
import { voiceIn } from "../voice.ts";
import { basis, inView, start, view } from "./asking.ts";

const { unitBand } = basis;
/** Room for those who go there today, and an area of another school painted to it besides. */
const [own, other] = [0, 1];
const pupils = sitePupils(GRADES, unitBand, start.plan.assignment, start.capacity.length);
const room = [0, 1, 2].map((band) => pupils[own * BAND_COUNT + band]);
const tight = applyChanges(start, setCapacity(start, own, room));
const painted = [...start.plan.assignment.keys()].filter(
  (pair) => start.plan.assignment[pair] === other && unitBand[pair] > 0,
);
const crowded = applyChanges(tight, assignPairs(tight, painted.slice(0, 12), own).changes);
const base: PagePlan = { ...inView(crowded), ...draftedPlan(crowded) };
const measured = (plan: PagePlan) => {
  const ground = groundOf(basis, assumed(plan));
  return effectsOf(ground, evaluatePlan(ground, plan.plan));
};

async function steps(): Promise<readonly Extract<RepairStep, { status: "answer" }>[]> {
  const told: RepairStep[] = [];
  await answerRepair(
    basis,
    {
      plan: toMend(crowded, unitBand),
      locked: new Uint32Array(),
      until: "proven",
      places: "kept",
    },
    { solver, measure: openMeter(), pause: () => Promise.resolve() },
    (step) => told.push(step),
  );
  return told.flatMap((step) => (step.status === "answer" ? [step] : []));
}

test("what is taken of a finished plan is all of it, with the way and money, and the problems, that were told", async () => {
  const answers = await steps();
  expect(answers.length).toBeGreaterThan(1);
  for (const { assignment } of answers) {
    const taken = finished(view, base, assignment)!;
    expect(applyChanges(crowded, taken.changes).plan.assignment).toEqual(assignment);
    expect(taken.pupils).toBe(
      unitBand.reduce((sum, count, pair) => sum + (assignment[pair] === crowded.plan.assignment[pair] ? 0 : count), 0),
    );
    for (const language of ["da", "en"] as const) {
      const voice = voiceIn(language);
      const [was, is] = [measured(base), measured(taken.after)];
      const { cost, makes, leaves } = whatComes(voice, taken, { was, is });
      const listed = problemsOf(voice, taken.after.draft, is).map(({ text }) => text);
      expect([...makes, ...leaves].toSorted()).toEqual(listed.toSorted());
      const km = (is.values.get("pupil-kilometres") ?? 0) - (was.values.get("pupil-kilometres") ?? 0);
      expect(cost).toContain(wayTold(voice, Math.round(10 * km) / 10));
      expect(cost).toContain(language === "da" ? (km < 0 ? "kortere" : "længere") : km < 0 ? "shorter" : "longer");
    }
  }
  const full = problemsOf(voiceIn("da"), crowded, measured(base)).filter(({ key }) => key.startsWith("full"));
  expect(full).toHaveLength(1);
  const last = finished(view, base, answers.at(-1)!.assignment)!;
  expect(problemsOf(voiceIn("da"), last.after.draft, measured(last.after)).map(({ key }) => key)).not.toContain(
    full[0].key,
  );
});

test("schools that come into a district that they do not touch are joined to it wherever a finished plan says that all hangs together", async () => {
  const { districts } = start.plan;
  let joined = 0;
  for (const from of districts)
    for (const to of districts) {
      if (from === to) continue;
      const moved = districts.flatMap((district) => {
        if (district === from) return [];
        return district === to ? { ...to, sites: [...to.sites, ...from.sites] } : district;
      });
      const plan = { ...start.plan, districts: moved };
      const told: RepairStep[] = [];
      await answerRepair(
        basis,
        {
          plan: { plan },
          locked: new Uint32Array(),
          until: "proven",
          places: "free",
        },
        { solver, measure: openMeter(), pause: () => Promise.resolve() },
        (step) => told.push(step),
      );
      const last = told.at(-1);
      if (last?.status !== "answer") throw new Error(JSON.stringify(last));
      const apart = (assignment: Uint16Array): number => apartIn(basis, { ...plan, assignment }).length;
      if (apart(plan.assignment) === 0 || last.apart !== 0) continue;
      expect(apart(last.assignment)).toBe(0);
      expect(last.assignment).not.toEqual(plan.assignment);
      joined++;
    }
  expect(joined).toBeGreaterThan(0);
});

test("what changes nothing is never offered, and few pupils are told as none are", () => {
  expect(finished(view, base, crowded.plan.assignment)).toBeUndefined();
  const voice = voiceIn("da");
  expect([0, 1, 4].map((count) => pupilsTold(voice, count))).toEqual([
    "færre end fem",
    "færre end fem",
    "færre end fem",
  ]);
  expect(pupilsTold(voice, 12)).toBe("ca. 10");
  const taken = { ...finished(view, base, start.plan.assignment)!, pupils: 3 };
  expect(whatComes(voice, taken, { was: measured(base), is: measured(taken.after) }).cost).toBeUndefined();
});

test("what an offer does to what was drawn, and to a school that it empties, is told before it is taken", () => {
  const to = (assignment: Uint16Array) => applyChanges(crowded, changesTo(crowded, assignment));
  const told = (assignment: Uint16Array) => undoneLines(voiceIn("da"), crowded, to(assignment), unitBand);
  const areas = unitsOf(GRADES, painted.slice(0, 12));
  const undone = `Det, I selv har tegnet, ændres: ${areas} af ${areas} områder bliver ikke, som I tegnede dem. ${areas} går tilbage til deres gamle skole.`;
  expect(told(crowded.plan.assignment)).toEqual([]);
  expect(told(start.plan.assignment)).toEqual([undone]);
  const emptied = start.plan.assignment.map((site, pair) => (site === own && pair % BAND_COUNT === 0 ? other : site));
  expect(told(emptied)).toEqual([undone, `${view.sites[own].name} får ingen elever i 0.-3. klasse.`]);
  const left = crowded.plan.assignment.map((site, pair) => (site === own && unitBand[pair] > 1 ? other : site));
  expect(told(left).at(-1)).toMatch(/mister mere end halvdelen af sine elever|får ingen elever i/);
});
