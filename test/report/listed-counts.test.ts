import { BANDS, GRADES } from "../cases/folkeskole.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { pupilChanges } from "../../src/compare/fairness/pupil-changes.ts";
import { rightsLost } from "../../src/compare/fairness/rights-lost.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { sum } from "../../src/kernels/sum.ts";
import { ModelBuilder } from "../../src/model/model.ts";
import { highs } from "../cases/solver.ts";
import { type Consolidation, planOf } from "../../src/compare/groupings.ts";
import { whatChanged } from "../../src/compare/what-changed.ts";
import { consequencesOf } from "../../src/council/consequences.ts";
import type { MeasureKey } from "../../src/evaluate/measures/table.ts";
import { type Cell, isFew, spanOf } from "../../src/kernels/disclosure/shown.ts";
import { schoolSentences } from "../../src/report/changed-text.ts";
import { shownMeasures, todaysMeasure } from "../../src/report/shown-measures.ts";
import { listedPlans } from "../cases/listed.ts";
import { openedCase } from "../cases/opened.ts";

const { basis } = openedCase("holbaek");
const today = todaysMeasure(basis);
const SUFFIXES = ["", ...BANDS.map(({ key }) => `:${key}`)];

/** Numbers on one screen of which each row adds up to nothing, counted as it says. */
interface Row {
  readonly cells: readonly Cell[];
  readonly signs: readonly number[];
  readonly names: readonly string[];
}

/** Of all grades and of each band: who has the right now and who lost it are who had it today and who gained it. */
const rowsOf = (cellAt: (key: string) => Cell): readonly Row[] => [
  ...SUFFIXES.map((grades) => {
    const names = ["transport-right", "right-lost", "right-gained"].map((key) => `${key}${grades}`);
    const before: Cell = { kind: "count", pupils: today(`transport-right${grades}` as MeasureKey) ?? 0 };
    return { names: [...names, "today"], cells: [...names.map(cellAt), before], signs: [1, 1, -1, -1] };
  }),
  ...["transport-right", "right-lost", "right-gained", "changed-site"].map((key) => {
    const names = SUFFIXES.map((grades) => `${key}${grades}`);
    return { names, cells: names.map(cellAt), signs: [1, -1, -1, -1] };
  }),
];

/** The least and the most that a reader of a row finds for the number at one place in it. */
function foundAt({ cells, signs }: Row, place: number): { readonly low: number; readonly high: number } {
  let [low, high] = [0, 0];
  cells.forEach((cell, at) => {
    if (at === place) return;
    const [span, sign] = [spanOf(cell), -signs[at] * signs[place]];
    low += sign > 0 ? span.low : -span.high;
    high += sign > 0 ? span.high : -span.low;
  });
  const own = spanOf(cells[place]);
  return { low: Math.max(low, own.low), high: Math.min(high, own.high) };
}

describe.each(["stay", "nearest"] as const)("every listed plan of Holbæk, pupils assigned by %s", (policy) => {
  let list: Consolidation;
  beforeAll(async () => {
    list = await listedPlans(policy);
  });

  test("tells every number of five and more, and one to four in no way: not as such, nor by the others on the screen", () => {
    for (let plan = 0; plan < list.count; plan++) {
      const valueOf = (key: MeasureKey) => list.values.get(key)?.[plan];
      const shown = shownMeasures(GRADES, valueOf, today);
      expect(shown.size).toBeGreaterThan(10);
      for (const [key, cell] of shown) {
        const pupils = valueOf(key)!;
        expect(cell.kind, `${plan} ${key}`).not.toBe("hidden");
        expect(cell.kind === "few", `${plan} ${key}`).toBe(isFew(pupils));
        const { low, high } = spanOf(cell);
        expect(pupils >= low && pupils <= high, `${plan} ${key}`).toBe(true);
      }
      for (const row of rowsOf((key) => shown.get(key as MeasureKey)!))
        row.cells.forEach((cell, place) => {
          if (cell.kind !== "few") return;
          const { low, high } = foundAt(row, place);
          expect(high - low, `${plan} ${row.names[place]}`).toBeGreaterThan(0);
        });
    }
  });
});

/** Who loses the right, counted by the school and the town of today: what no table tells. */
function lostByPair(
  plan: Plan,
): ReadonlyMap<string, { readonly school: string; readonly town: string; lost: number; all: number }> {
  const changes = pupilChanges(basis, plan);
  const { sites, scenery } = basis.municipality;
  const pairs = new Map<string, { school: string; town: string; lost: number; all: number }>();
  for (let i = 0; i < changes.count; i++) {
    const [school, town] = [sites[changes.school[i]].name, scenery.places[changes.place[i]].name];
    const pair = pairs.get(`${school} ${town}`) ?? { school, town, lost: 0, all: 0 };
    pair.lost += changes.losesRight[i] * changes.pupils[i];
    pair.all += changes.pupils[i];
    pairs.set(`${school} ${town}`, pair);
  }
  return pairs;
}

test("who loses the bus: no school's or town's five and more are hidden, and an exact solver that reads both lists and their sum finds no small group", async () => {
  const list = await listedPlans("nearest");
  let small = 0;
  for (let index = 0; index < list.count; index += 12) {
    const plan = planOf(basis, list, index);
    const { schools, towns, status } = rightsLost(basis, plan);
    expect(status).toBe("published");
    for (const { lost, name } of [...schools, ...towns]) expect(lost.kind, `${index} ${name.da}`).toBe("count");
    // Whoever is in no row of their own is in that of the others, told or none.
    const pairs = [...lostByPair(plan).values()];
    const rowOf = (rows: typeof schools, name: string) => rows.find((row) => row.name.da === name)?.name.da ?? "others";
    for (const [at, wanted] of pairs.entries()) {
      if (!isFew(wanted.lost) || index % 48 !== 0) continue;
      const [least, most] = await Promise.all(
        ([1, -1] as const).map(async (sign) => {
          const model = new ModelBuilder();
          const columns = pairs.map(({ all }, pair) =>
            model.addColumn({ cost: pair === at ? sign : 0, lower: 0, upper: all, integer: "whole" }),
          );
          for (const [rows, key] of [
            [schools, "school"],
            [towns, "town"],
          ] as const)
            for (const name of new Set(pairs.map((pair) => rowOf(rows, pair[key])))) {
              const told = rows.find((row) => (row.is === "others" ? "others" : row.name.da) === name)?.lost;
              const { low, high } =
                told?.kind === "count" ? spanOf({ kind: "about", pupils: told.pupils }) : { low: 0, high: 0 };
              const inside = columns.flatMap((column, pair) =>
                rowOf(rows, pairs[pair][key]) === name ? [[column, 1] as const] : [],
              );
              model.addRow(name, low, high, inside);
            }
          const all = sum(pairs.map(({ lost }) => lost));
          model.addRow(
            "all",
            all,
            all,
            columns.map((column) => [column, 1] as const),
          );
          const answer = await highs.solve(model.build());
          if (answer.status !== "optimal") throw new Error(answer.status);
          return Math.round(sign * answer.objective);
        }),
      );
      expect(least, `${index} ${wanted.school} ${wanted.town}`).toBeLessThan(most);
      small++;
    }
  }
  expect(small).toBeGreaterThan(10);
});

test("paper and sentence tell the same of a school that gets areas where few or none live: fewer than five", async () => {
  const list = await listedPlans("nearest");
  const capacity = basis.municipality.sites.map((site) => site.capacity);
  let few = 0;
  for (const index of [28, 77, 120]) {
    const plan = planOf(basis, list, index);
    const { schools } = consequencesOf(basis, { plan, capacity });
    const changed = whatChanged({ plan: basis.baseline, capacity }, { plan, capacity }, basis.unitBand).schools;
    for (const change of changed.filter(({ gained }) => gained)) {
      const row = schools.find(({ name }) => name === basis.municipality.sites[change.site].name);
      const [said] = schoolSentences(GRADES, change).sentences;
      expect(row?.gains === "<5", row?.name).toBe(said.da.includes("færre end fem elever"));
      if (change.gained?.pupils === 0) few++;
    }
  }
  expect(few).toBeGreaterThan(0);
});
