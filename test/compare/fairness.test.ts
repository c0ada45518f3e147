import fc from "fast-check";
import { expect, test } from "vitest";
import { bandOfChange, mergeBands } from "../../src/compare/fairness/change-bands.ts";
import { fairnessOf } from "../../src/compare/fairness/fairness.ts";
import { movedAgain } from "../../src/compare/fairness/moved-again.ts";
import { worstOff } from "../../src/compare/fairness/worst-off.ts";
import { type Cell, spanOf } from "../../src/kernels/disclosure/shown.ts";
import { sum } from "../../src/kernels/sum.ts";
import { NO_SITE, type Plan } from "../../src/domain/plan.ts";
import { randomFairCase, townCase } from "../cases/fair.ts";

const cells = (row: readonly { readonly kind: string; readonly pupils?: number }[]) =>
  row.map((cell) => (cell.kind === "count" ? cell.pupils : cell.kind));

test("a change by exactly half a kilometre either way is about the same; beyond, each belongs to one band", () => {
  expect([-5001, -5000, -2001, -2000, -501, -500, 0, 500, 501, 2000, 2001, 5000, 5001].map(bandOfChange)).toEqual([
    0, 1, 1, 2, 2, 3, 3, 3, 4, 4, 5, 5, 6,
  ]);
});

test("bands with one to four pupils merge inwards until every band can be shown", () => {
  const { bands, merged } = mergeBands([0, 3, 20, 900, 8, 40, 2]);
  expect(bands.map(({ over, upTo, pupils }) => [over, upTo, pupils])).toEqual([
    [-Infinity, -5000, 0],
    [-5000, -500, 23],
    [-500, 500, 900],
    [500, 2000, 8],
    [2000, Infinity, 42],
  ]);
  expect(merged).toEqual([0, 1, 1, 2, 3, 4, 4]);
});

test("merged bands keep every pupil, and show none or at least five each, whatever the counts", () => {
  const counts = fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.nat(200)), { minLength: 7, maxLength: 7 });
  fc.assert(
    fc.property(counts, (pupils) => {
      const { bands, merged } = mergeBands(pupils);
      const total = sum(pupils);
      expect(sum(bands.map((band) => band.pupils))).toBe(total);
      for (const band of bands) if (bands.length > 1) expect(band.pupils === 0 || band.pupils >= 5).toBe(true);
      bands.forEach(({ pupils: inBand }, band) =>
        expect(sum(pupils.filter((_, original) => merged[original] === band))).toBe(inBand),
      );
      bands.slice(1).forEach(({ over }, before) => expect(over).toBe(bands[before].upTo));
    }),
  );
});

test("two towns, one of which loses its school: who goes farther is counted where they live", () => {
  const { basis, plan } = townCase();
  const { bands, tables, pupils } = fairnessOf(basis, plan);
  expect(pupils).toEqual({ kind: "count", pupils: 120 });
  // Units 1 km apart: the three units of East, 20 pupils each, get from 0, 1, 2 km to 5, 4, 3 km.
  expect(bands.map((band) => band.pupils)).toEqual([0, 0, 0, 60, 20, 40, 0]);
  const town = tables.find(({ key }) => key === "town");
  expect(town?.rows.map(({ name, cells: row }) => [name.da, ...cells(row)])).toEqual([
    ["West", 0, 0, 0, 60, 0, 0, 0],
    ["East", 0, 0, 0, 0, 20, 40, 0],
  ]);
  const grades = tables.find(({ key }) => key === "grade-band");
  // To the nearest five: 48, 36 and 36.
  expect(grades?.rows.map((row) => row.pupils)).toEqual([50, 35, 35]);
});

/** The least and the most that a reader finds for one of some numbers whose sum is told to the nearest five. */
function foundBeside(total: number, line: readonly Cell[], at: number): readonly [low: number, high: number] {
  const others = line.filter((_, place) => place !== at).map(spanOfFive);
  const [least, most] = [sum(others.map(({ low }) => low)), sum(others.map(({ high }) => high))];
  const own = spanOfFive(line[at]);
  return [Math.max(own.low, total - 2 - most), Math.min(own.high, total + 2 - least)];
}

const spanOfFive = (cell: Cell): ReturnType<typeof spanOf> =>
  cell.kind === "count" && cell.pupils > 0 ? spanOf({ kind: "about", pupils: cell.pupils }) : spanOf(cell);

test("no printed cell holds one to four, a zero is never hidden, and no small one is found by row or by column", () => {
  let few = 0;
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
      const { basis, plan } = randomFairCase(seed);
      const { bands, tables } = fairnessOf(basis, plan);
      for (const { rows } of tables) {
        const lines = [
          ...rows.map(({ cells: row, pupils }) => ({ cells: row, pupils })),
          ...bands.map(({ pupils }, band) => ({ pupils, cells: rows.map(({ cells: row }) => row[band]) })),
        ];
        if (rows.length > 0)
          for (const { cells: line, pupils } of lines) {
            expect(line.some(({ kind }) => kind !== "count") && pupils === 0).toBe(false);
            line.forEach((cell, at) => {
              if (cell.kind === "count") expect(cell.pupils % 5).toBe(0);
              if (cell.kind !== "few") return;
              const [low, high] = foundBeside(pupils, line, at);
              expect(high).toBeGreaterThan(low);
              few++;
            });
          }
      }
    }),
    { numRuns: 60, seed: 4 },
  );
  expect(few).toBeGreaterThan(50);
});

test("two plans that differ by one home tell nothing of it by their difference: every number is a nearest five", () => {
  let pairs = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const { basis, plan } = randomFairCase(seed);
    const pair = basis.unitBand.findIndex((pupils, at) => pupils > 0 && pupils < 5 && at >= seed);
    if (pair < 0) continue;
    const moved = { ...plan, assignment: plan.assignment.with(pair, (plan.assignment[pair] + 1) % 3) };
    const [one, other] = [plan, moved].map((each) => numbersIn(fairnessOf(basis, each)));
    for (const [where, pupils] of other) {
      expect(pupils % 5, where).toBe(0);
      const change = Math.abs(pupils - (one.get(where) ?? pupils));
      expect(change === 0 || change >= 5, where).toBe(true);
    }
    pairs++;
  }
  expect(pairs).toBeGreaterThan(20);
});

/** Every number of pupils in the tables, by where it stands. */
function numbersIn({ pupils, bands, tables }: ReturnType<typeof fairnessOf>): ReadonlyMap<string, number> {
  const all = bands.map((band) => ["all", band.over, band.pupils] as const);
  const inRows = tables.flatMap(({ key, rows }) =>
    rows.flatMap(({ name, pupils: inRow, cells: row }) => [
      [`${key} ${name.da}`, "total", inRow] as const,
      ...row.flatMap((cell, i) =>
        cell.kind === "count" ? [[`${key} ${name.da}`, bands[i].over, cell.pupils] as const] : [],
      ),
    ]),
  );
  const total = pupils.kind === "count" ? [["all", "total", pupils.pupils] as const] : [];
  return new Map([...total, ...all, ...inRows].map(([row, column, count]) => [`${row} ${column}`, count]));
}

test("pupils without a way before or after are counted apart, and fewer than five of them are not counted aloud", () => {
  const { basis, plan } = townCase();
  const nowhere = { ...plan, assignment: plan.assignment.with(0, NO_SITE) };
  expect(fairnessOf(basis, nowhere)).toMatchObject({
    pupils: { kind: "count", pupils: 110 },
    unknown: { kind: "count", pupils: 10 },
  });
});

test("with fewer than five pupils in all nothing is counted, neither as a number nor as zero", () => {
  const { basis, plan } = townCase();
  const three = { ...basis, pointBand: basis.pointBand.map((_, at) => (at === 0 ? 3 : 0)) };
  expect(fairnessOf(three, plan)).toMatchObject({ pupils: { kind: "few" }, bands: [], tables: [] });
});

test("the worst hundredth is whole pupils, at least five, with its mean and its least value", () => {
  expect(worstOff([10, 30, 20], [500, 4, 96])).toEqual({ pupils: 6, mean: (4 * 30 + 2 * 20) / 6, threshold: 20 });
  expect(worstOff([1, 2], [3, 3])).toEqual({ pupils: 5, mean: (3 * 2 + 2 * 1) / 5, threshold: 1 });
  expect(worstOff([1, 2], [2, 2])).toBeUndefined();
});

test("who is moved there and back again is moved twice; fewer than five are not counted aloud", () => {
  const { basis, plan } = townCase();
  const there = basis.baseline.assignment;
  const back: Plan = { ...plan, assignment: there };
  expect(movedAgain(basis, [basis.baseline, plan])).toEqual({
    once: { kind: "count", pupils: 60 },
    twice: { kind: "count", pupils: 0 },
  });
  expect(movedAgain(basis, [basis.baseline, plan, back]).twice).toEqual({ kind: "count", pupils: 60 });
  expect(movedAgain(basis, [basis.baseline, plan, plan]).once).toEqual({ kind: "count", pupils: 60 });
});
