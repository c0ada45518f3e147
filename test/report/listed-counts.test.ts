import { beforeAll, describe, expect, test } from "vitest";
import { type Consolidation, planOf } from "../../src/compare/groupings.ts";
import { whatChanged } from "../../src/compare/what-changed.ts";
import { consequencesOf } from "../../src/council/consequences.ts";
import { BANDS } from "../../src/domain/grades.ts";
import type { MeasureKey } from "../../src/evaluate/measures/table.ts";
import { type Cell, isFew, spanOf } from "../../src/kernels/disclosure/shown.ts";
import { schoolSentences } from "../../src/report/changed-text.ts";
import { shownMeasures, todaysMeasure } from "../../src/report/shown-measures.ts";
import { listedPlans } from "../cases/listed.ts";
import { openedCase } from "../cases/opened.ts";

const { basis } = openedCase("holbaek");
const today = todaysMeasure(basis);
const GRADES = ["", ...BANDS.map(({ key }) => `:${key}`)];

/** Numbers on one screen of which each row adds up to nothing, counted as it says. */
interface Row {
  readonly cells: readonly Cell[];
  readonly signs: readonly number[];
  readonly names: readonly string[];
}

/** Of all grades and of each band: who has the right now and who lost it are who had it today and who gained it. */
const rowsOf = (cellAt: (key: string) => Cell): readonly Row[] => [
  ...GRADES.map((grades) => {
    const names = ["transport-right", "right-lost", "right-gained"].map((key) => `${key}${grades}`);
    const before: Cell = { kind: "count", pupils: today(`transport-right${grades}` as MeasureKey) ?? 0 };
    return { names: [...names, "today"], cells: [...names.map(cellAt), before], signs: [1, 1, -1, -1] };
  }),
  ...["transport-right", "right-lost", "right-gained", "changed-site"].map((key) => {
    const names = GRADES.map((grades) => `${key}${grades}`);
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
      const shown = shownMeasures(valueOf, today);
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
      const [said] = schoolSentences(change).sentences;
      expect(row?.gains === "<5", row?.name).toBe(said.da.includes("færre end fem elever"));
      if (change.gained?.pupils === 0) few++;
    }
  }
  expect(few).toBeGreaterThan(0);
});
