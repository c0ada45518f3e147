import { expect, test } from "vitest";
import type { Plan } from "../../src/domain/plan.ts";
import { evaluatePlan } from "../../src/evaluate/evaluate.ts";
import { touchingBy } from "../../src/geo/touching-by.ts";
import { districtNeighbours } from "../../src/solve/grouping/district-graph.ts";
import { enumerateGroupings } from "../../src/solve/grouping/enumerate.ts";
import { members } from "../../src/solve/grouping/groups.ts";
import { APART, HUES } from "../../web/map/palette.ts";
import { pictureOf } from "../../web/map/picture.ts";
import { caseViewOf } from "../../web/worker/case-view.ts";
import { openedCase } from "../cases/opened.ts";

/** Least difference (CIEDE2000) by which two districts beside each other are told apart by everybody. */
const TOLD_APART = 10;
/** Of the ways to make seven districts, every so many-th. */
const EVERY = 40;

const opened = openedCase("tarnsey");
const { baseline, municipality } = opened.basis;

/** Today's districts, joined in every way that the list has. */
function joinedPlans(): readonly Plan[] {
  const neighbours = districtNeighbours(touchingBy("ferry", municipality), baseline);
  const search = { count: 12, groups: 7, neighbours, allows: () => true, most: 10_000, mostSteps: 1e6 };
  return enumerateGroupings(search).groupings.map((groups, number) => ({
    ...baseline,
    id: String(number),
    districts: groups.map((group) => {
      const joins = members(group).map((district) => baseline.districts[district]);
      return { id: joins.map(({ id }) => id).join("+"), name: "", sites: joins.flatMap(({ sites }) => sites) };
    }),
  }));
}

test("districts that touch are told apart in today's plan of twelve, in the case's own and where districts are joined", () => {
  const view = caseViewOf(opened, evaluatePlan(opened.basis, baseline), []);
  expect(view.plans.map(({ districts }) => districts.length)).toEqual([12, 7, 10]);
  const joined = joinedPlans().filter((_, number) => number % EVERY === 0);
  expect(joined.length).toBeGreaterThan(50);
  for (const plan of [...view.plans, ...joined]) {
    const { districts, touching } = pictureOf(view, { plan });
    const hues = districts.map(({ hue }) => HUES.indexOf(hue));
    expect(new Set(hues).size, plan.id).toBe(plan.districts.length);
    expect(
      touching.filter(([one, other]) => APART[hues[one]][hues[other]] < TOLD_APART),
      plan.id,
    ).toEqual([]);
  }
});
