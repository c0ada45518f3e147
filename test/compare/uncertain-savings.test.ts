import { saidIn } from "../../src/domain/language.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { nearDuplicates } from "../../src/compare/near-duplicates.ts";
import { savingModel, totalLine } from "../../src/compare/saving-model.ts";
import { SAVING_LINES } from "../../src/cost/drawn-saving.ts";
import { COST_CORRELATIONS, PUPIL_NUMBERS } from "../../src/cost/uncertainty.ts";
import { pupilNumbersOf } from "../../src/evaluate/pupil-numbers.ts";
import { turningPoints } from "../../src/compare/turning-points.ts";
import { uncertainSavings } from "../../src/compare/uncertain-savings.ts";
import { COST_PARAMETERS } from "../../src/cost/parameters/table.ts";
import { COST_CATEGORIES, SAVING_CATEGORIES } from "../../src/domain/cost-items.ts";
import { anyDrivers, drivers, schools } from "../cases/drivers.ts";
import { rangeOf } from "../../src/evaluate/pupil-ranges.ts";
import { drawParameters, quantileOf } from "../../src/kernels/uncertainty/draws.ts";
import { townCase } from "../cases/fair.ts";
import { type CostDrivers, expectedValues, savingAt, valuesAt } from "../../src/cost/saving.ts";

const TODAY = drivers();
const MERGED = drivers({ schools: schools(4) });
const CLOSED = drivers({
  schools: schools(8, 17),
  classes: { apart: 296, together: 296 },
  housedSmall: 380,
  transportRights: 960,
  moved: 120,
  siteClosed: 120,
});
const model = (...plans: readonly CostDrivers[]) => savingModel(plans, TODAY, COST_PARAMETERS);
const options = { draws: 4000, seed: 1 };

test("at one value of every parameter the model gives what the plan then saves", () => {
  fc.assert(
    fc.property(anyDrivers, (drawn) => {
      const { parameters, evaluate, outcomes } = model(TODAY, drawn);
      const into = new Float64Array(outcomes);
      evaluate(
        Float64Array.from(parameters, ({ mid }) => mid),
        into,
      );
      const saving = savingAt(drawn, TODAY, valuesAt(COST_PARAMETERS, "mid"));
      COST_CATEGORIES.forEach((category, line) =>
        expect(into[SAVING_LINES.length + line]).toBeCloseTo(saving[category], 4),
      );
      const sum = SAVING_CATEGORIES.reduce((value, category) => value + saving[category], 0);
      expect(into[totalLine(1)]).toBeCloseTo(sum, 4);
      expect(into[totalLine(0)]).toBeCloseTo(0, 9);
    }),
  );
});

test("four merged pairs save on average what the means of what a school costs and of what comes say", () => {
  const { plans, saves } = uncertainSavings(model(MERGED), { draws: 20_000, seed: 1 });
  const { schoolLeader, siteLeader, ownOrganisation, realisation } = expectedValues(COST_PARAMETERS);
  const each = schoolLeader - siteLeader + ownOrganisation;
  expect(plans[0].total.mean / 1e6).toBeCloseTo((4 * each * realisation) / 1e6, 1);
  expect(plans[0].leadership).toEqual(plans[0].total);
  expect(plans[0].total.p5).toBeLessThan(plans[0].total.p50);
  expect(saves[0]).toBeGreaterThan(0.99);
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
  const both = model(drivers({ schools: schools(7) }), CLOSED);
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
  expect(rows.map(({ parameter }) => parameter.key).toSorted()).toEqual([
    "ownOrganisation",
    "realisation",
    "schoolLeader",
    "siteLeader",
  ]);
  const shares = rows.map(({ first = 0 }) => first);
  // What comes of a saving and what it is act together as well: what is by itself is most of it.
  const alone = shares.reduce((sum, share) => sum + share, 0);
  expect(alone).toBeGreaterThan(0.85);
  expect(alone).toBeLessThan(1.05);
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

const width = (drawn: Float64Array) => rangeOf(drawn).high - rangeOf(drawn).low;

test("a plan that moves one school's pupils is drawn with that school's swings, one that moves nobody with those of all", () => {
  const { basis } = townCase();
  const { all, of } = pupilNumbersOf(basis);
  expect(of(new Map())).toBeUndefined();
  const [one, other] = [0, 1].map((site) => of(new Map([[site, 10]]))!);
  expect(width(one)).toBeGreaterThan(width(all.drawn!));
  expect(width(other)).toBeGreaterThan(width(all.drawn!));
  expect(one).not.toEqual(other);
});

test("each plan's pupils are its own, and what is not counted in pupils has the same draws with one plan as with two", () => {
  const closed = { ...CLOSED, schools: schools(7, 17), movedFrom: new Map([[0, 1]]) };
  const few = { ...closed, movedFrom: new Map([[0, 0.5]]) };
  const numbers = { all: PUPIL_NUMBERS, of: (moved: ReadonlyMap<number, number>) => Float64Array.of(moved.get(0)!) };
  const saved = (...plans: readonly CostDrivers[]) =>
    uncertainSavings(savingModel(plans, TODAY, COST_PARAMETERS, numbers), { draws: 400, seed: 2 }).plans;
  const [single] = saved(closed);
  const [same, half] = saved(closed, few);
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
  const { parameters, evaluate, outcomes } = model({ ...CLOSED, schools: schools(7, 17) });
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
