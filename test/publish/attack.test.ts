import { expect, test } from "vitest";
import { NO_SITE } from "../../src/domain/plan.ts";
import type { Plan } from "../../src/domain/plan.ts";
import type { Basis } from "../../src/evaluate/basis.ts";
import { evaluatePlan } from "../../src/evaluate/evaluate.ts";
import { unitFinder } from "../../src/geo/unit-at.ts";
import { ModelBuilder } from "../../src/model/model.ts";
import { evaluationFile } from "../../src/report/evaluation-file.ts";
import { planGeoJson } from "../../src/report/map/geojson.ts";
import { planFile } from "../../src/report/plan-file.ts";
import { plansWorkbook } from "../../src/report/workbook.ts";
import { pictureOf } from "../../web/map/picture.ts";
import { pupilsAsShown } from "../../web/map/shown-pupils.ts";
import { caseViewOf } from "../../web/worker/case-view.ts";
import { highs } from "../cases/solver.ts";
import { opened, publish, realCase } from "./published.ts";

/** Of both cases of this test. */
const BAND_COUNT = 3;

const isFew = (count: number): boolean => count > 0 && count < 5;

/** Today's plan but for one unit in which one to four live in each band that has anybody, which goes to another school. */
function farmPlan({ baseline, unitBand, municipality }: Basis): { readonly plan: Plan; readonly unit: number } {
  const of = (unit: number) => [...unitBand.subarray(unit * BAND_COUNT, (unit + 1) * BAND_COUNT)];
  const unit = [...Array(municipality.units.count).keys()].find((each) => {
    const bands = of(each);
    return bands.filter(isFew).length > 1 && bands.every((count) => count < 5);
  })!;
  const assignment = baseline.assignment.slice();
  const home = assignment[unit * BAND_COUNT];
  const other = municipality.sites.findIndex(({ teaches }, site) => site !== home && teaches === 7);
  for (let band = 0; band < BAND_COUNT; band++) assignment[unit * BAND_COUNT + band] = other;
  return { plan: { ...baseline, id: "farm", title: "Farm", assignment }, unit };
}

/** What somebody knows who reads all that is published of all plans, and how it was made: sums of schools by plan and band, and what rounding leaves open. */
interface Reader {
  /** Areas, with what is published of them in the band. */
  readonly told: readonly number[];
  /** Areas whose pupils come to exactly so many. */
  readonly sums: readonly { readonly areas: readonly number[]; readonly pupils: number }[];
}

/** Least or most that live in some areas, by an exact solver: small counts became none or five, larger ones gave to them or took. */
async function extreme({ told, sums }: Reader, areas: ReadonlySet<number>, sign: 1 | -1): Promise<number> {
  const model = new ModelBuilder();
  const columns = told.map((pupils, area) => {
    const [lower, upper] = pupils === 0 ? [0, 4] : [pupils === 5 ? 1 : 5, pupils + 40];
    return model.addColumn({ cost: areas.has(area) ? sign : 0, lower, upper, integer: "whole" });
  });
  for (const { areas: own, pupils } of sums)
    model.addRow(
      "sum",
      pupils,
      pupils,
      own.map((area) => [columns[area], 1] as const),
    );
  const answer = await highs.solve(model.build());
  if (answer.status !== "optimal") throw new Error(answer.status);
  return Math.round(sign * answer.objective);
}

test("an exact solver that reads all sums of all plans of a published case, one of which moves one farm, finds no group of one to four", async () => {
  const files = realCase("holbaek");
  const before = opened(files).basis;
  const { plan: farm, unit: farmUnit } = farmPlan(before);
  files.set("plans/farm.json", new TextEncoder().encode(JSON.stringify(planFile(before.municipality, farm))));
  const own = opened(files);
  const { opened: made, published } = await publish(files);
  // What is exact of both plans would be their difference, the farm: so some sums are not, and it is said how many.
  expect(published.sums.kept).toBeLessThan(published.sums.of);
  expect(made.basis.unitGrade.filter(isFew)).toHaveLength(0);

  const { units } = own.basis.municipality;
  const finder = unitFinder(made.basis.municipality.units);
  const areaOf = Array.from({ length: units.count }, (_, unit) =>
    finder({ lon: units.lon[unit], lat: units.lat[unit] })!,
  );
  const areas = made.basis.municipality.units.count;
  for (let band = 0; band < BAND_COUNT; band++) {
    const truth = Array<number>(areas).fill(0);
    areaOf.forEach((area, unit) => (truth[area] += own.basis.unitBand[unit * BAND_COUNT + band]));
    const told = truth.map((_, area) => made.basis.unitBand[area * BAND_COUNT + band]);
    // More than is told: which of the sums are exact.
    const sums = made.plans.flatMap((plan) =>
      own.basis.municipality.sites.flatMap((_, site) => {
        const members = told.flatMap((__, area) => (plan.assignment[area * BAND_COUNT + band] === site ? [area] : []));
        const [is, was] = [told, truth].map((counts) => members.reduce((sum, area) => sum + counts[area], 0));
        return members.length > 0 && is === was ? [{ areas: members, pupils: is }] : [];
      }),
    );
    const small = truth.flatMap((count, area) => (isFew(count) ? [area] : []));
    const asked = [areaOf[farmUnit], ...small.filter((_, i) => i % Math.ceil(small.length / 4) === 0)];
    for (const area of asked) {
      if (!isFew(truth[area])) continue;
      const [least, most] = [
        await extreme({ told, sums }, new Set([area]), 1),
        await extreme({ told, sums }, new Set([area]), -1),
      ];
      expect([least <= truth[area], truth[area] <= most, least < most], `${area} ${band}: ${least} ${most}`).toEqual([
        true,
        true,
        true,
      ]);
    }
  }

  // Every pair of plans: no number of pupils in any file is one to four, nor is any difference of two that stand at the same place.
  const run = { programVersion: "0.0.0", dataHash: "0", seed: 1, secondsUsed: 0 };
  const view = caseViewOf(made, evaluatePlan(made.basis, made.basis.baseline), []);
  const countsOf = made.plans.map((plan) => {
    const file = evaluationFile(made.basis, evaluatePlan(made.basis, plan), run);
    const map = planGeoJson(made.basis, plan).features.flatMap(({ properties }) =>
      Object.entries(properties ?? {}).flatMap(([name, value]) => (name.startsWith("pupils") ? [Number(value)] : [])),
    );
    const shown = pupilsAsShown(pictureOf(view, { plan }));
    const cells = made.basis.municipality.sites.flatMap((_, site) => [
      shown.ofSite(site),
      ...[...Array(BAND_COUNT).keys()].map((band) => shown.at(site, band)),
    ]);
    const cards = cells.map((cell) => (cell.kind === "count" ? cell.pupils : cell.kind === "few" ? 1 : 0));
    const tables = plansWorkbook([evaluatePlan(made.basis, plan)], {
      basis: made.basis,
      run,
      audience: "anyone",
      language: "da",
    }).tables.flatMap(({ columns, rows }) =>
      rows.flatMap((row) =>
        columns.flatMap(({ title }, i) =>
          title.startsWith("Elever") ? [row[i]].filter((cell) => typeof cell === "number") : [],
        ),
      ),
    );
    return [
      ...file.sites.flatMap(({ pupilsByGrade }) => pupilsByGrade.map(Number)),
      ...cards,
      ...tables,
      ...file.units.map(({ pupils }) => pupils),
      ...map,
    ];
  });
  const [today, moved] = [0, made.plans.findIndex(({ id }) => id === "farm")].map((at) => countsOf[at]);
  for (const counts of countsOf) expect(counts.filter(isFew)).toEqual([]);
  // By school: grades in the file, and all and each band on its card.
  const told = own.basis.municipality.sites.length * (10 + 1 + BAND_COUNT);
  expect(
    today
      .slice(0, told)
      .map((count, i) => Math.abs(count - moved[i]))
      .filter(isFew),
  ).toEqual([]);
  expect(farm.assignment[farmUnit * BAND_COUNT]).not.toBe(NO_SITE);
});
