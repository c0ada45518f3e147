import { BANDS } from "../cases/folkeskole.ts";
import type { MeasureKey } from "../../src/evaluate/measures/table.ts";
import { describe, expect, test } from "vitest";
import { NO_SITE } from "../../src/domain/plan.ts";
import { evaluatePlan, makeBasis, unitEffects } from "../../src/evaluate/evaluate.ts";
import { drawCase } from "../cases/drawn.ts";

const NONE = Infinity;

/** One unit with ten pupils, one a grade, and so many metres to A, B and C; it goes to A today, and then where the plan says. */
function moved(
  metres: readonly [a: number, b: number, c: number],
  to: readonly [young: number, middle: number, old: number],
  {
    shut = [],
    districts = { All: "ABC" },
  }: { shut?: readonly number[]; districts?: Readonly<Record<string, string>> } = {},
) {
  const { municipality, travel, baseline } = drawCase({
    zones: ["A"],
    sites: { A: { at: [0, 0] }, B: { at: [0, 1] }, C: { at: [0, 2] } },
    districts,
    pupils: () => 1,
    way: (_, site) => metres[site],
  });
  const basis = makeBasis(municipality, travel, baseline);
  const teaching = baseline.teaching.map((taught, site) => (shut.includes(site) ? 0 : taught));
  const plan = { ...baseline, teaching, assignment: Uint16Array.from(to) };
  const { values, totals } = evaluatePlan(basis, plan);
  return { basis, plan, totals, value: (key: MeasureKey) => values.get(key), drivers: totals.money?.drivers };
}

const RIGHTS = ["right-gained", "right-lost", "transport-right", "changed-site", "no-route"] as const;

describe("a right to transport", () => {
  test("is gained and lost band by band, as the new way is longer or shorter than the limit", () => {
    const { value } = moved([1000, 6500, 8000], [1, 1, 2]);
    expect(BANDS.map(({ key }) => value(`right-gained:${key}`))).toEqual([4, 3, 3]);
    expect(value("right-lost")).toBe(0);
    const back = moved([8000, 6500, 1000], [1, 2, 2]);
    expect(BANDS.map(({ key }) => back.value(`right-lost:${key}`))).toEqual([0, 3, 3]);
    expect([back.value("right-gained"), back.value("transport-right")]).toEqual([0, 4]);
  });

  test("of those whom no road reaches, before or after, is not known to be gained or lost", () => {
    const onto = moved([NONE, 9000, 1], [1, 1, 1]);
    expect(RIGHTS.map(onto.value)).toEqual([0, 0, 10, 10, 0]);
    const off = moved([9000, NONE, 1], [1, 1, 1]);
    expect(RIGHTS.map(off.value)).toEqual([0, 0, 0, 10, 10]);
  });
});

describe("those who move", () => {
  test("because their school closes are counted by themselves, not among those whose way grows", () => {
    const stays = moved([1000, 3000, 0], [1, 1, 0]).drivers!;
    expect([stays.moved, stays.siteClosed, ...Array.from(stays.longerBy).slice(0, 5)]).toEqual([7, 0, 7, 7, 7, 7, 0]);
    const closed = moved([1000, 3000, 0], [1, 1, 2], { shut: [0] }).drivers!;
    expect([closed.moved, closed.siteClosed, closed.longerBy[0]]).toEqual([10, 10, 0]);
    expect([stays, closed].map(({ youngest }) => [youngest.siteClosed, youngest.longerBy[0]])).toEqual([
      [0, 4],
      [4, 0],
    ]);
  });

  test("to or from where no road leads have no longer way; one far longer is longer by every step there is", () => {
    for (const metres of [
      [NONE, 9000, 0],
      [9000, NONE, 0],
    ] as const)
      expect(moved(metres, [1, 1, 1]).drivers!.longerBy[0]).toBe(0);
    expect(Array.from(moved([0, 50_000, 0], [1, 1, 1]).drivers!.longerBy)).toEqual(Array<number>(21).fill(10));
  });
});

describe("pupils' hours on the way to school", () => {
  test("follow from how each way is made by its length and band, there and back, and from what today's take", () => {
    // Today ten walk a kilometre. In the plan four of grades 0-3 cycle 2.5 km, three the same, three 7 km: the limit itself gives no bus.
    const { value, totals } = moved([1000, 2500, 7000], [1, 1, 2]);
    const day = (4 * 5) / 10 + (3 * 5) / 14 + (3 * 14) / 14;
    expect(value("travel-hours")).toBeCloseTo(day, 12);
    expect(value("travel-hours-more")).toBeCloseTo(200 * (day - 20 / 4.5), 9);
    expect(totals.hours.day.low).toBeCloseTo(20 / 12 + 15 / 16 + 42 / 16, 12);
    expect(totals.hours.day.high).toBeCloseTo(20 / 8 + 15 / 12 + 42 / 12, 12);
  });

  test("by bus hold the waiting of each ride; who has no road takes no time", () => {
    const { value } = moved([1000, 2501, NONE], [1, 0, 2]);
    // Four by bus, three walk, three cannot be told.
    expect(value("travel-hours")).toBeCloseTo((8 * 2.501) / 28 + (8 * 10) / 60 + 6 / 4.5, 12);
    expect(moved([1000, 2500, 0], [1, 1, NO_SITE]).value("travel-hours-more")).toBeUndefined();
  });
});

describe("the nearest school", () => {
  test("in the own district counts, also where another is as near; one that does not teach the band does not", () => {
    const districts = { North: "AB", South: "C" };
    expect(moved([1000, 900, 900], [0, 0, 0], { districts }).value("nearest-in-own")).toBe(1);
    expect(moved([1000, 900, 899], [0, 0, 0], { districts }).value("nearest-in-own")).toBe(0);
    expect(moved([1000, 900, 500], [0, 0, 0], { districts, shut: [2] }).value("nearest-in-own")).toBe(1);
  });

  test("is what open borders lead to, there and back, for each pupil; those at it stay", () => {
    expect(moved([1000, 400, 200], [0, 0, 0]).value("open-borders")).toBe((10 * 2 * -800) / 1000);
    expect(moved([1000, 400, 200], [0, 0, 0], { shut: [2] }).value("open-borders")).toBe((10 * 2 * -600) / 1000);
    expect(moved([100, 400, 200], [0, 0, 0]).value("open-borders")).toBe(0);
    // Whoever is sent to a school in another grade's hands keeps his way, if that is the shorter.
    expect(moved([100, 400, 200], [0, 0, 0], { shut: [0] }).value("open-borders")).toBe(0);
  });
});

test("what a plan means for a unit leaves out where there is no school and no way", () => {
  const { basis, plan } = moved([NONE, 500, 1], [1, NO_SITE, 0]);
  expect(unitEffects(basis, plan)).toEqual([
    { unit: 0, band: 0, pupils: 4, siteBefore: 0, siteAfter: 1, metresAfter: 500 },
    { unit: 0, band: 1, pupils: 3, siteBefore: 0 },
    { unit: 0, band: 2, pupils: 3, siteBefore: 0, siteAfter: 0 },
  ]);
  const nowhere = { ...basis, baseline: plan };
  expect(unitEffects(nowhere, basis.baseline)[1]).toEqual({ unit: 0, band: 1, pupils: 3, siteAfter: 0 });
});
