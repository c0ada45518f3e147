import { BANDS, BAND_COUNT, GRADES } from "../cases/folkeskole.ts";
import { expect, test } from "vitest";
import { flowsBetween, toldFlows } from "../../src/compare/flows.ts";
import { planOf } from "../../src/compare/groupings.ts";
import { unitChanges } from "../../src/compare/unit-changes.ts";
import { whatChanged } from "../../src/compare/what-changed.ts";
import { transportLimit } from "../../src/rules/transport-right.ts";
import { listedPlans } from "../cases/listed.ts";
import { openedCase } from "../cases/opened.ts";

const { basis } = openedCase("holbaek");
const { baseline, unitBand, municipality } = basis;
const sites = municipality.sites.length;

const pupilsOf = (assignment: Uint16Array): Float64Array => {
  const pupils = new Float64Array(sites * BAND_COUNT);
  assignment.forEach((site, pair) => {
    if (site < sites) pupils[site * BAND_COUNT + (pair % BAND_COUNT)] += unitBand[pair];
  });
  return pupils;
};

test("flows add up in every band at every school, and to all who change", async () => {
  const list = await listedPlans("nearest");
  for (const number of [0, 16, 77, 105]) {
    const plan = planOf(basis, list, number);
    const flows = flowsBetween(baseline, plan, unitBand);
    const [before, after] = [pupilsOf(baseline.assignment), pupilsOf(plan.assignment)];
    for (let place = 0; place < before.length; place++) {
      const [site, band] = [Math.floor(place / BAND_COUNT), place % BAND_COUNT];
      const sum = (way: "from" | "to") =>
        flows.reduce((all, flow) => all + (flow[way] === site ? flow.pupils[band] : 0), 0);
      expect(before[place] - sum("from") + sum("to")).toBe(after[place]);
    }
    const all = flows.reduce((total, { pupils }) => total + pupils.reduce((a, b) => a + b, 0), 0);
    const same = { plan: baseline, capacity: municipality.sites.map(({ capacity }) => capacity) };
    expect(all).toBe(whatChanged(same, { ...same, plan }, unitBand).pupils);
  }
});

const flow = (from: number, to: number, ...pupils: number[]) => ({ from, to, pupils });
const about = (pupils: number) => ({ kind: "count", pupils });

test("told flows are nearest fives throughout, and one to four pupils are never told", () => {
  const { rows, all } = toldFlows(GRADES, [flow(0, 1, 3, 21, 0), flow(0, 2, 38, 0, 0)]);
  expect(rows[0]).toEqual({ from: 0, to: 1, bands: [{ kind: "few" }, about(20), about(0)], total: about(25) });
  expect(rows[1].bands[0]).toEqual(about(40));
  expect(all).toEqual({ bands: [about(40), about(20), about(0)], total: about(60) });
  expect(toldFlows(GRADES, [])).toEqual({ rows: [], all: { bands: [about(0), about(0), about(0)], total: about(0) } });
});

test("what becomes of an area follows from its ways alone: each mark is true, and a plan beside itself has none", async () => {
  const plan = planOf(basis, await listedPlans("nearest"), 77);
  const found = unitChanges(basis, baseline, plan);
  const walk = (unit: number, band: number, { assignment }: typeof plan) =>
    basis.travel.unitWalk[unit * sites + assignment[unit * BAND_COUNT + band]];
  const bandsWhere = (unit: number, holds: (was: number, is: number, band: number) => boolean) =>
    BANDS.filter(({ band }) => holds(walk(unit, band, baseline), walk(unit, band, plan), band));
  for (const unit of found.farther) expect(bandsWhere(unit, (was, is) => is > was + 500)).not.toEqual([]);
  for (const unit of found.shorter) expect(bandsWhere(unit, (was, is) => is < was - 500)).not.toEqual([]);
  for (const unit of found["loses-right"])
    expect(bandsWhere(unit, (_, is, band) => is <= transportLimit(GRADES, band))).not.toEqual([]);
  const same = { plan: baseline, capacity: municipality.sites.map(({ capacity }) => capacity) };
  expect(found["changes-school"]).toEqual(whatChanged(same, { ...same, plan }, unitBand).units);
  expect(found.shorter.length).toBeGreaterThan(0);
  expect(Object.values(unitChanges(basis, plan, plan)).flat()).toEqual([]);
});
