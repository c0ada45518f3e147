import { expect, test } from "vitest";
import type { Plan } from "../../src/domain/plan.ts";
import { evaluatePlan } from "../../src/evaluate/evaluate.ts";
import { type Cell, spanOf } from "../../src/kernels/disclosure/shown.ts";
import { ModelBuilder } from "../../src/model/model.ts";
import { evaluationFile } from "../../src/report/evaluation-file.ts";
import { planGeoJson } from "../../src/report/map/geojson.ts";
import { measuresOfPlans, plansWorkbook } from "../../src/report/workbook.ts";
import { pictureOf } from "../../web/map/picture.ts";
import { pupilsAsShown } from "../../web/map/shown-pupils.ts";
import { caseViewOf } from "../../web/worker/case-view.ts";
import { highs } from "../cases/solver.ts";
import { opened, realCase } from "./published.ts";

/** Of Holbæk. */
const BAND_COUNT = 3;
/** Farms that are asked for; ATTACK_FARMS=all asks for every home of one to four pupils. */
const FARMS = process.env["ATTACK_FARMS"] === "all" ? Infinity : Number(process.env["ATTACK_FARMS"] ?? 2);
const RUN = { programVersion: "0.0.0", dataHash: "0", seed: 1, secondsUsed: 0 };

const own = opened(realCase("holbaek"));
const { basis } = own;
const { municipality, travel, unitBand } = basis;
const units = municipality.units.count;
const view = caseViewOf(own, evaluatePlan(basis, basis.baseline), []);
const idOf = new Map(municipality.sites.map(({ id }, site) => [id, site]));

/** What a word or number of a file leaves open, pupils. */
function spanIn(told: unknown): readonly [least: number, most: number] {
  const about = typeof told === "string" ? /^~(\d+)$/.exec(told) : null;
  const cell = about
    ? ({ kind: "about", pupils: Number(about[1]) } as const)
    : told === "<5"
      ? ({ kind: "few" } as const)
      : told === "hidden"
        ? ({ kind: "hidden" } as const)
        : ({ kind: "count", pupils: Number(told) } as const);
  const { low, high } = spanOf(cell);
  return [low, high];
}

/** What a school's card on the map leaves open of a band: the nearest five, on the same side of its places. */
function spanOnCard(cell: Cell, places: number | undefined): readonly [least: number, most: number] {
  if (cell.kind !== "count") return spanIn(cell.kind === "few" ? "<5" : "hidden");
  if (cell.pupils === 0) return [0, 0];
  const [low, high] = [Math.max(5, cell.pupils - 4), cell.pupils + 4];
  if (places === undefined) return [low, high];
  return cell.pupils <= places ? [low, Math.min(high, places)] : [Math.max(low, places + 1), high];
}

/** Some pupils, each counted so many times, that come to something between two numbers. */
interface Known {
  readonly terms: readonly (readonly [unit: number, by: number])[];
  readonly span: readonly [least: number, most: number];
}

/** Metres from a unit's homes to a school in the mean: more than anybody knows, who sees where units lie. */
function wayTo(unit: number, band: number, site: number): number {
  const { firstPoint } = municipality.demand;
  let [pupils, metres] = [0, 0];
  for (let point = firstPoint[unit]; point < firstPoint[unit + 1]; point++) {
    const here = basis.pointBand[point * BAND_COUNT + band];
    pupils += here;
    metres += here * travel.walk[point * travel.siteCount + site];
  }
  return pupils > 0 ? metres / pupils : travel.unitWalk[unit * travel.siteCount + site];
}

/** All that file, map, workbook and cards of a plan say of the pupils of one band. */
function knownOf(plan: Plan, band: number): readonly Known[] {
  const evaluation = evaluatePlan(basis, plan);
  const file = evaluationFile(basis, evaluation, RUN);
  const key = municipality.grades.bands[band].key;
  const of = (measure: string) => file.measures.find((each) => each.key === measure);
  const all = [...Array(units).keys()];
  const siteOf = (unit: number): number => plan.assignment[unit * BAND_COUNT + band];
  const schools = file.sites.map(({ id, pupils }): Known => {
    const site = idOf.get(id);
    return { terms: all.filter((unit) => siteOf(unit) === site).map((unit) => [unit, 1]), span: spanIn(pupils[key]) };
  });
  const shown = pupilsAsShown(pictureOf(view, { plan }));
  const cards = municipality.sites.map(({ capacity }, site): Known => ({
    terms: all.filter((unit) => siteOf(unit) === site).map((unit) => [unit, 1]),
    span: spanOnCard(shown.at(site, band), capacity[band]),
  }));
  const changed = of(`changed-site:${key}`)?.value;
  const moved = all.filter((unit) => siteOf(unit) !== basis.baseline.assignment[unit * BAND_COUNT + band]);
  const mean = of(`distance-mean:${key}`)?.value;
  // The reader is given how many pupils the band has, which is more than is told.
  const inAll = all.reduce((sum, unit) => sum + unitBand[unit * BAND_COUNT + band], 0);
  const reached = all.filter((unit) => Number.isFinite(wayTo(unit, band, siteOf(unit))));
  const listed = new Map(file.units.map(({ id, pupils }) => [id, pupils]));
  return [
    ...schools,
    ...cards,
    { terms: all.map((unit) => [unit, 1]), span: [inAll, inAll] },
    ...(changed === undefined ? [] : [{ terms: moved.map((unit) => [unit, 1] as const), span: spanIn(changed) }]),
    ...(typeof mean === "number" && reached.length === units
      ? [
          {
            terms: reached.map((unit) => [unit, wayTo(unit, band, siteOf(unit)) / inAll] as const),
            span: [mean - 50, mean + 50] as const,
          },
        ]
      : []),
    // Areas are listed with all their pupils from five up; of all others it is known that they have fewer in each band.
    ...all.map((unit): Known => {
      const pupils = listed.get(municipality.units.id[unit]);
      return { terms: [[unit, 1]], span: [0, pupils === undefined ? 4 : spanIn(pupils)[1]] };
    }),
  ];
}

async function extreme(known: readonly Known[], farm: number, sign: 1 | -1): Promise<number> {
  const model = new ModelBuilder();
  const columns = [...Array(units).keys()].map((unit) =>
    model.addColumn({ cost: unit === farm ? sign : 0, lower: 0, upper: 200, integer: "whole" }),
  );
  for (const { terms, span } of known)
    if (terms.length > 0)
      model.addRow(
        "told",
        span[0],
        span[1],
        terms.map(([unit, by]) => [columns[unit], by] as const),
      );
  const answer = await highs.solve(model.build());
  if (answer.status !== "optimal") throw new Error(answer.status);
  return Math.round(sign * answer.objective);
}

const farms = [...unitBand.keys()].filter((pair) => unitBand[pair] > 0 && unitBand[pair] < 5);
const step = Math.max(1, Math.floor(farms.length / FARMS));
const asked = farms.filter((_, i) => i % step === 0).slice(0, Number.isFinite(FARMS) ? FARMS : farms.length);

const FARM_TAKES = 60_000;

test(
  "an exact solver that reads what is told of all plans of real pupils, and of one that moves one farm, finds no group of one to four",
  { timeout: 120_000 + FARM_TAKES * asked.length },
  async () => {
    const ofPlans = [...Array(BAND_COUNT).keys()].map((band) => own.plans.map((plan) => knownOf(plan, band)));
    for (const pair of asked) {
      const [unit, band] = [Math.floor(pair / BAND_COUNT), pair % BAND_COUNT];
      const home = basis.baseline.assignment[pair];
      const other = municipality.sites.findIndex(({ teaches }, site) => site !== home && (teaches >> band) & 1);
      const assignment = basis.baseline.assignment.with(pair, other);
      const farm: Plan = { ...basis.baseline, id: "farm", title: "Farm", assignment };
      const known = [...ofPlans[band].flat(), ...knownOf(farm, band)];
      const [least, most] = [await extreme(known, unit, 1), await extreme(known, unit, -1)];
      const words = `${municipality.units.id[unit]} ${band}: ${least} to ${most}, really ${unitBand[pair]}`;
      expect([least <= unitBand[pair], unitBand[pair] <= most, most - least >= 3], words).toEqual([true, true, true]);
    }
  },
);

test("no workbook or table, no map and no card tells a school's or an area's pupils closer than the file does", () => {
  const [today] = own.plans;
  for (const plan of own.plans) {
    const evaluation = evaluatePlan(basis, plan);
    const of = { basis, run: RUN, audience: "anyone", language: "da" } as const;
    const { ofSite, at, all, districts } = pupilsAsShown(pictureOf(view, { plan }));
    const cards = municipality.sites.flatMap((_, site) => [
      ofSite(site),
      ...municipality.grades.bands.map(({ band }) => at(site, band)),
    ]);
    for (const cell of [all, ...districts, ...cards]) if (cell.kind === "count") expect(cell.pupils % 5).toBe(0);
    for (const { name, columns, rows } of [
      ...plansWorkbook([evaluation], of).tables,
      measuresOfPlans([evaluation], of),
    ])
      for (const row of rows)
        columns.forEach(({ title }, i) => {
          if (/elev/i.test(title) && !/klasse/i.test(title) && typeof row[i] === "number")
            expect(row[i] % 5, `${name}: ${title}`).toBe(0);
        });
    for (const { properties } of planGeoJson(basis, plan).features)
      for (const [name, value] of Object.entries(properties ?? {}))
        if (name.startsWith("pupils")) expect(String(value), name).toMatch(/^(<5|hidden|~?\d*[05])$/);
  }
  expect(today.id).toBe(basis.baseline.id);
});
