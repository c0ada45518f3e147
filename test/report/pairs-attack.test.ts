import { groupSizes } from "../../src/evaluate/group-sizes.ts";
import { expect, test } from "vitest";
import type { Plan } from "../../src/domain/plan.ts";
import type { Basis } from "../../src/evaluate/basis.ts";
import { evaluatePlan } from "../../src/evaluate/evaluate.ts";
import type { Measure } from "../../src/evaluate/measures/measure.ts";
import { measureNamed, type MeasureKey } from "../../src/evaluate/measures/table.ts";
import { inSteps } from "../../src/report/coarse.ts";
import { evaluationFile } from "../../src/report/evaluation-file.ts";
import { openedCase } from "../cases/opened.ts";

/** Of both cases of this test. */
const BAND_COUNT = 3;

const { basis: madeUp } = openedCase("holbaek");
const { syntheticNotice: _, ...info } = madeUp.municipality.info;
const real: Basis = { ...madeUp, municipality: { ...madeUp.municipality, info } };
const run = { programVersion: "0.0.0", dataHash: "0", seed: 1, secondsUsed: 0 };

/** A plan that is today's but for one unit in one band, which goes to the school that is farthest from it: what differs most tells most. */
function oneFarm({ baseline, municipality, travel }: Basis, pair: number): Plan {
  const unit = Math.floor(pair / BAND_COUNT);
  const way = (site: number): number => travel.unitWalk[unit * travel.siteCount + site];
  const taught = municipality.sites.flatMap(({ teaches }, site) =>
    teaches & (1 << (pair % BAND_COUNT)) && Number.isFinite(way(site)) ? [site] : [],
  );
  const assignment = baseline.assignment.slice();
  assignment[pair] = taught.reduce((farthest, site) => (way(site) > way(farthest) ? site : farthest));
  return { ...baseline, id: "farm", title: "Farm", assignment };
}

/** A number told of today and of a plan, each to the nearest step, and what one pupil of the farm changes it by. */
interface ToldPair {
  readonly told: readonly [today: number, plan: number];
  readonly step: number;
  readonly each: number;
}

/** Every number of a file that `evaluate` writes, by its path in the file. */
function numbersIn(value: unknown, path: string, found = new Map<string, number>()): ReadonlyMap<string, number> {
  if (typeof value === "number") found.set(path, value);
  else if (typeof value === "string" && /^~\d+$/.test(value)) found.set(path, Number(value.slice(1)));
  else if (typeof value === "object" && value !== null)
    for (const [key, each] of Object.entries(value))
      numbersIn(
        each,
        `${path}/${typeof each === "object" && each !== null && "key" in each ? String(each.key) : key}`,
        found,
      );
  return found;
}

/** Numbers that add up what each pupil does; classes fill, and the middle one's way is somebody else's. */
const ADDED: ReadonlySet<string> = new Set(["pupils", "metres", "pupil-kilometres", "hours", "share"]);
const NOT_ADDED = /pooling|median|p90|worst|overflow|capacity|most|least|district|feeders/;

/** What a reader of both files, who knows every way on the map, knows of how many live on the farm: pairs of told numbers, each with its step. */
function readPairs(basis: Basis, plan: Plan, living: number): readonly ToldPair[] {
  const files = [basis.baseline, plan].map((each) => evaluationFile(basis, evaluatePlan(basis, each), run));
  const exact = [basis.baseline, plan].map((each) =>
    numbersIn(evaluationFile(basis, evaluatePlan(basis, each), run, "planner").measures, ""),
  );
  const [today, then] = files.map(({ measures }) => numbersIn(measures, ""));
  return [...today].flatMap(([path, before]) => {
    const after = then.get(path);
    const key = path.split("/")[1] as MeasureKey;
    const measure = measureNamed(key);
    if (
      after === undefined ||
      !measure ||
      !ADDED.has(measure.unit) ||
      path.endsWith("baseline") ||
      path.endsWith("version") ||
      NOT_ADDED.test(key)
    )
      return [];
    const each = ((exact[1].get(path) ?? 0) - (exact[0].get(path) ?? 0)) / living;
    const step = measure.unit === "pupils" ? 5 : stepTold(measure);
    return [{ told: [before, after] as const, step, each }];
  });
}

/** The step that a measure's numbers are told in, as they show it: the least number that is told as itself. */
function stepTold(measure: Measure): number {
  const told = groupSizes(real.municipality);
  for (const step of [0.01, 0.1, 1, 5, 10, 50, 100, 200, 2000, 100_000])
    if (inSteps(told, measure, 3 * step) === 3 * step && inSteps(told, measure, 3.4 * step) === 3 * step) return step;
  throw new Error(`${measure.key} is told as it is`);
}

/** All numbers of pupils on the farm that every pair allows, up to nine. */
const allowed = (pairs: readonly ToldPair[]): readonly number[] =>
  [...Array(10).keys()].filter((living) =>
    pairs.every(({ told: [before, after], step, each }) => Math.abs(after - before - living * each) <= step),
  );

test("two plans of real pupils that differ by one farm do not tell how many live there, by all their figures and every way on the map", () => {
  const farms = [...real.unitBand.keys()].filter((pair) => real.unitBand[pair] > 0 && real.unitBand[pair] < 5);
  const some = farms.filter((__, i) => i % 131 === 0);
  expect(some.length).toBeGreaterThan(10);
  for (const pair of some) {
    const living = real.unitBand[pair];
    const pairs = readPairs(real, oneFarm(real, pair), living);
    expect(pairs.filter(({ each }) => each !== 0).length).toBeGreaterThan(4);
    const left = allowed(pairs);
    expect(left, real.municipality.units.id[Math.floor(pair / BAND_COUNT)]).toContain(living);
    expect(left.length, `${living}: ${left.join()}`).toBeGreaterThan(1);
  }
});

test("of made-up pupils the difference of two exact sums of ways does tell it: the attack is one", () => {
  const pair = madeUp.unitBand.findIndex((pupils) => pupils === 2);
  const unit = Math.floor(pair / BAND_COUNT);
  const plan = oneFarm(madeUp, pair);
  const sums = [madeUp.baseline, plan].map(
    (each) => evaluatePlan(madeUp, each).values.get("pupil-kilometres") ?? Number.NaN,
  );
  const { unitWalk, siteCount } = madeUp.travel;
  const ways = [madeUp.baseline, plan].map(({ assignment }) => unitWalk[unit * siteCount + assignment[pair]] / 1000);
  // Each pupil goes there and back, whichever the measure counts.
  const pupils = (sums[1] - sums[0]) / (ways[1] - ways[0]);
  expect([2, 4].some((known) => Math.abs(pupils - known) < 0.2)).toBe(true);
});
