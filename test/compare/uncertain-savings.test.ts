import { saidIn } from "../../src/domain/language.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { nearDuplicates } from "../../src/compare/near-duplicates.ts";
import {
  COST_CORRELATIONS,
  PUPIL_NUMBERS,
  SAVING_LINES,
  savingModel,
  totalLine,
} from "../../src/compare/saving-model.ts";
import { pupilNumbersOf } from "../../src/compare/pupil-numbers.ts";
import { turningPoints } from "../../src/compare/turning-points.ts";
import { uncertainSavings } from "../../src/compare/uncertain-savings.ts";
import { COST_PARAMETERS } from "../../src/cost/parameters/table.ts";
import { COST_CATEGORIES } from "../../src/cost/parameter.ts";
import { rangeOf } from "../../src/compare/pupil-ranges.ts";
import { drawParameters, quantileOf } from "../../src/kernels/uncertainty/draws.ts";
import { townCase } from "../cases/fair.ts";
import { type CostDrivers, LONGER_STEPS, SAVING_CATEGORIES, yearlySaving, yearlyTotal } from "../../src/cost/saving.ts";

const TODAY: CostDrivers = {
  districts: 8,
  openSites: 18,
  classes: 300,
  transportRights: 900,
  housed: 6500,
  own: { classes: 0, buildings: 0 },
  moved: 0,
  siteClosed: 0,
  longerBy: new Float64Array(LONGER_STEPS),
};
const MERGED: CostDrivers = { ...TODAY, districts: 4 };
const CLOSED: CostDrivers = {
  ...TODAY,
  openSites: 17,
  classes: 296,
  transportRights: 960,
  housed: 6400,
  moved: 120,
  siteClosed: 120,
};
const model = (...plans: readonly CostDrivers[]) => savingModel(plans, TODAY, COST_PARAMETERS);
const options = { draws: 4000, seed: 1 };

test("with every parameter in its middle the model gives the yearly saving that evaluate shows", () => {
  const plan = fc.record({
    districts: fc.integer({ min: 1, max: 20 }),
    openSites: fc.integer({ min: 1, max: 25 }),
    classes: fc.integer({ min: 1, max: 500 }),
    transportRights: fc.nat(3000),
    housed: fc.nat(9000),
    moved: fc.nat(500),
    siteClosed: fc.nat(300),
  });
  fc.assert(
    fc.property(plan, (drivers) => {
      const drawn = { ...TODAY, ...drivers };
      const { parameters, evaluate, outcomes } = model(TODAY, drawn);
      const into = new Float64Array(outcomes);
      evaluate(
        Float64Array.from(parameters, ({ mid }) => mid),
        into,
      );
      const saving = yearlySaving(drawn, TODAY, COST_PARAMETERS);
      COST_CATEGORIES.forEach((category, line) =>
        expect(into[SAVING_LINES.length + line]).toBeCloseTo(saving[category].mid, 4),
      );
      expect(into[totalLine(1)]).toBeCloseTo(yearlyTotal(saving, SAVING_CATEGORIES).mid, 4);
      expect(into[totalLine(0)]).toBeCloseTo(0, 9);
    }),
  );
});

test("four merged pairs save on average what the means of a triangular merger and a triangular share say", () => {
  const { plans, saves } = uncertainSavings(model(MERGED), { draws: 20_000, seed: 1 });
  // Means of (1.25, 2.5, 2.5) and (0.5, 0.75, 1): 6.25 / 3 million and 0.75.
  expect(plans[0].total.mean / 1e6).toBeCloseTo((4 * 6.25 * 0.75) / 3, 1);
  expect(plans[0].leadership).toEqual(plans[0].total);
  expect(plans[0].total.p5).toBeLessThan(plans[0].total.p50);
  expect(saves).toEqual([1]);
});

test("today's plan saves nothing in any draw, and a plan ties with itself in all", () => {
  const { plans, pairs, best } = uncertainSavings(model(TODAY, CLOSED, CLOSED), options);
  expect(plans[0].total).toMatchObject({ p5: 0, p50: 0, p95: 0 });
  expect(pairs.find(({ a, b }) => a + b === 3)).toMatchObject({ ties: 1, wins: 0, losses: 0 });
  expect(best[1]).toBeCloseTo(best[2], 12);
  expect(best[0] + best[1] + best[2]).toBeCloseTo(1, 9);
});

test("win shares come from common draws, agree with the spread of the difference and with the seed", () => {
  const there = uncertainSavings(model(MERGED, CLOSED), options);
  const back = uncertainSavings(model(CLOSED, MERGED), options);
  const [pair] = there.pairs;
  expect(pair.wins).toBeGreaterThanOrEqual(pair.losses);
  expect(pair.wins > 0.95).toBe(pair.difference.p5 > 0);
  expect(back.pairs[0]).toMatchObject({ wins: pair.wins, losses: pair.losses, difference: pair.difference });
  expect(uncertainSavings(model(MERGED, CLOSED), options)).toEqual(there);
  const other = uncertainSavings(model(MERGED, CLOSED), { ...options, seed: 2 }).pairs[0];
  expect(other.wins).not.toBe(pair.wins);
  expect(Math.abs(other.wins - pair.wins)).toBeLessThan(0.05);
});

test("at its break-even value a parameter makes both plans save the same, and just beyond the order turns", () => {
  // A merged pair against a closed site: about the same, so the price of a merger decides.
  const both = model({ ...TODAY, districts: 7 }, CLOSED);
  const { rows, a, b } = turningPoints(both, 0, 1, { seed: 1 });
  expect(rows.some(({ within }) => within === "range")).toBe(true);
  const into = new Float64Array(both.outcomes);
  for (const { parameter, breakEven } of rows) {
    if (breakEven === undefined) continue;
    const at = (value: number): number => {
      both.evaluate(
        Float64Array.from(both.parameters, (other) => (other.key === parameter.key ? value : other.mid)),
        into,
      );
      return into[totalLine(a)] - into[totalLine(b)];
    };
    expect(Math.abs(at(breakEven))).toBeLessThan(1);
    const step = 1e-3 * (parameter.high - parameter.low);
    expect(at(breakEven - step) * at(breakEven + step)).toBeLessThan(0);
  }
});

test("a parameter that neither plan rests on turns nothing and carries no variance", () => {
  const { rows } = turningPoints(model(MERGED, TODAY), 0, 1, { seed: 1 });
  expect(rows.map(({ parameter }) => parameter.key).toSorted()).toEqual(["districtMerger", "realisation"]);
  const shares = rows.map(({ first = 0 }) => first);
  expect(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1)).toBeLessThan(0.05);
});

test("how far off pupil numbers may be follows the forecast's own draws, around one", () => {
  const { basis } = townCase();
  const { low, mid, high, source, drawn } = pupilNumbersOf(basis).all;
  expect(mid).toBe(1);
  expect(low).toBeLessThan(1);
  expect(high).toBeGreaterThan(1);
  expect(saidIn(source, "en")).toContain("12 years");
  expect(drawn).toEqual(pupilNumbersOf(basis).all.drawn);
  if (!drawn) throw new Error("nothing drawn");
  expect(drawn.reduce((sum, each) => sum + each, 0) / drawn.length).toBeCloseTo(1, 9);
  // Of the triangle with these ends eight of ten lie in the same range as of the draws.
  const range = rangeOf(drawn);
  const triangle = { key: "", low: 2 * 1 - high, mid, high };
  expect(quantileOf(triangle, 0.9)).toBeCloseTo(range.high, 9);
  expect(quantileOf({ ...triangle, low, high: 2 - low }, 0.1)).toBeCloseTo(range.low, 9);
});

const parameter = (key: string, ...drawn: number[]) => ({
  key,
  low: 0,
  mid: 1,
  high: 2,
  drawn: Float64Array.from(drawn),
});

const spread = ({ low, high }: { readonly low: number; readonly high: number }) => high - low;

test("a plan that moves one school's pupils is drawn with that school's swings, one that moves nobody with those of all", () => {
  const { basis } = townCase();
  const { all, of } = pupilNumbersOf(basis);
  expect(of(basis.baseline)).toBe(all);
  const { assignment } = basis.baseline;
  const [here, there] = [...new Set(assignment)];
  const moving = (from: number, to: number) => ({
    ...basis.baseline,
    assignment: assignment.map((site) => (site === from ? to : site)),
  });
  const [one, other] = [of(moving(here, there)), of(moving(there, here))];
  expect(spread(one)).toBeGreaterThan(spread(all));
  expect(spread(other)).toBeGreaterThan(spread(all));
  expect(one.drawn).not.toEqual(other.drawn);
});

const always = (share: number) => ({ ...PUPIL_NUMBERS, drawn: Float64Array.of(share) });

test("each plan's pupils are its own, and what is not counted in pupils has the same draws with one plan as with two", () => {
  const closed = { ...CLOSED, districts: 7 };
  const saved = (plans: readonly CostDrivers[], pupils: readonly ReturnType<typeof always>[]) =>
    uncertainSavings(savingModel(plans, TODAY, COST_PARAMETERS, pupils), { draws: 400, seed: 2 }).plans;
  const [single] = saved([closed], [always(1)]);
  const [same, half] = saved([closed, closed], [always(1), always(0.5)]);
  expect(same).toEqual(single);
  expect(half.classes.mean).toBeCloseTo(single.classes.mean / 2, 3);
  expect(half.leadership).toEqual(single.leadership);
});

test("values drawn elsewhere are used in turn, and those of several parameters stay together", () => {
  const { values } = drawParameters([parameter("a", 1, 2, 3), parameter("b", 10, 20, 30)], [], { draws: 4, seed: 1 });
  expect(values.map((each) => [...each])).toEqual([
    [1, 2, 3, 1],
    [10, 20, 30, 10],
  ]);
});

test("fewer pupils make a closing save less on classes, and leave leadership as it is", () => {
  const { parameters, evaluate, outcomes } = model({ ...CLOSED, districts: 7 });
  const into = new Float64Array(outcomes);
  const at = (pupils: number) => {
    evaluate(
      Float64Array.from(parameters, ({ key, mid }) => (key === "pupils" ? pupils : mid)),
      into,
    );
    return { leadership: into[0], classes: into[1] };
  };
  expect(at(0.9).classes).toBeCloseTo(0.9 * at(1).classes, 6);
  expect(at(0.9).leadership).toBe(at(1).leadership);
});

test("every stated correlation is between parameters that exist, and says why in both languages", () => {
  for (const { keys, r, why } of COST_CORRELATIONS) {
    for (const key of keys) expect(Object.keys(COST_PARAMETERS)).toContain(key);
    expect(Math.abs(r)).toBeLessThan(1);
    expect(why.da.length * why.en.length).toBeGreaterThan(0);
  }
});

test("measures that order a list alike or the other way round are pointed out; constants and short lists are not", () => {
  const numbers = Array.from({ length: 12 }, (_, plan) => (plan * 7) % 12);
  const values = new Map([
    ["distance", numbers],
    ["kilometres", numbers.map((value) => value ** 3)],
    ["nearness", numbers.map((value) => -value)],
    ["other", Array.from({ length: 12 }, (_, plan) => (plan * 5) % 12)],
    ["constant", numbers.map(() => 3)],
    ["unknown", numbers.map((value) => (value === 0 ? NaN : value))],
  ]);
  expect(nearDuplicates(values).map(({ a, b, r }) => [a, b, Math.round(r)])).toEqual([
    ["distance", "kilometres", 1],
    ["distance", "nearness", -1],
    ["kilometres", "nearness", -1],
  ]);
  expect(
    nearDuplicates(
      new Map([
        ["a", [1, 2, 3]],
        ["b", [1, 2, 3]],
      ]),
    ),
  ).toEqual([]);
});
