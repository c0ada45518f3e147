import { expect, test } from "vitest";
import { NO_SITE, type Plan } from "../../src/domain/plan.ts";
import { evaluatePlan } from "../../src/evaluate/evaluate.ts";
import { consolidate } from "../../src/solve/consolidate/consolidate.ts";
import { caseViewOf } from "../../web/worker/case-view.ts";
import { effectsOf } from "../../web/worker/effects.ts";
import { finished, meaningSteps, pairingSteps } from "../../web/worker/detail.ts";
import { nearestFive } from "../../src/kernels/disclosure/shown.ts";
import { statusLines } from "../../src/report/plan-status.ts";
import { planListOf } from "../../web/worker/plan-list.ts";
import { solver } from "../cases/solver.ts";
import { openedCase } from "../cases/opened.ts";

const opened = openedCase("lattice");
const { basis } = opened;
const { baseline } = basis;
const joined = [
  { id: "n", name: "N", sites: [0, 1] },
  { id: "s", name: "S", sites: [2, 3] },
];
const whole: Plan = { ...baseline, id: "whole", title: "Whole", districts: joined };
const half: Plan = {
  ...whole,
  id: "half",
  title: "Half",
  assignment: baseline.assignment.map((site) => (site > 1 ? NO_SITE : site)),
};
const missing = evaluatePlan(basis, half).values.get("no-site");

test("the page lists an unfinished plan as such, and gives it no place among the others", async () => {
  const view = caseViewOf({ ...opened, plans: [baseline, whole, half] }, evaluatePlan(basis, baseline), []);
  expect(view.plans.map(({ unfinished }) => unfinished?.en)).toEqual([
    undefined,
    undefined,
    `Unfinished: about ${nearestFive(missing!)} pupils have no school.`,
  ]);
  const outcome = await consolidate(
    basis,
    { kind: "consolidate", districts: 2, policy: "stay", contiguity: "ferry", rules: [] },
    solver,
  );
  if (outcome.status !== "optimal") throw new Error(outcome.status);
  expect(planListOf(basis, outcome.answer, [baseline, whole, half]).decisions.map(({ id }) => id)).toEqual(["whole"]);
});

test("its effects, its meaning and its comparison say that pupils have no school, and nothing of money", () => {
  const effects = effectsOf(basis, evaluatePlan(basis, half));
  expect(effects.unfinished[0].da).toBe(`Ikke færdig: ca. ${nearestFive(missing!)} elever mangler en skole.`);
  expect(effects.money).toBeUndefined();
  expect(effects.values.has("saving")).toBe(false);
  const { sentences } = finished(meaningSteps(basis, half, "in-fives"));
  expect(sentences.map(({ text }) => text)).toEqual(effects.unfinished);
  for (const pair of [
    finished(pairingSteps(basis, half, basis, whole)),
    finished(pairingSteps(basis, whole, basis, half)),
  ]) {
    expect(pair.wins.text).toEqual(effects.unfinished[0]);
    expect(pair.difference).toEqual({ p5: 0, mid: 0, p95: 0 });
    expect(pair.turning).toEqual([]);
  }
});

test("areas that have no name are told by the towns around them and their number, never by ids", () => {
  const { completeness } = evaluatePlan(basis, half);
  const { municipality } = basis;
  const { units, scenery } = municipality;
  const here = { name: "Nærby", lon: units.lon[0], lat: units.lat[0] };
  const places = [here, { ...here, name: "Fjernby", lon: here.lon + 90 }];
  const cells = { ...units, shape: { kind: "h3", resolution: 9 } as const };
  const text = (some: typeof places) =>
    statusLines(
      { municipality: { ...municipality, units: cells, scenery: { ...scenery, places: some } } },
      completeness,
      "in-fives",
    )
      .map(({ da }) => da)
      .join(" ");
  expect(text(places)).toMatch(new RegExp(`ingen skole i (ét|\\d+) områder? ved Nærby\\.`));
  for (const id of units.id) expect(text(places)).not.toContain(` ${id}`);
  expect(statusLines(basis, completeness, "in-fives")[1].da).toContain("område");
});
