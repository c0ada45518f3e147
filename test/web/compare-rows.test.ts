import { DANISH_KRONER } from "../../src/domain/currency.ts";
import { GRADES } from "../cases/folkeskole.ts";
import { expect, test } from "vitest";
import type { MeasureKey } from "../../src/index.ts";
import { compareRows } from "../../web/compare/rows.ts";

const values = (figures: Partial<Record<MeasureKey, number>>): ReadonlyMap<MeasureKey, number> =>
  new Map(Object.entries({ "no-route": 0, ...figures }) as [MeasureKey, number][]);

const NO_CHANGE = { "changes-school": [], farther: [], shorter: [], "loses-right": [], "gains-right": [] };
const column = (figures: Partial<Record<MeasureKey, number>>, moved: readonly number[] = [0]) => ({
  values: values(figures),
  unfinished: [],
  changes: { ...NO_CHANGE, "changes-school": moved },
});
/** Of the plans by number, the share of draws in which the first saves more. */
const pair = (a: number, b: number, wins: number) => ({ a, b, wins, ties: 0, losses: 1 - wins });

const VIEW = { grades: GRADES, steps: "exactly", currency: DANISH_KRONER } as const;
const todays = values({ "distance-mean": 2000, "changed-site": 0, saving: 0, districts: 8, classes: 300 });
const some = [
  column({ "distance-mean": 1900, "changed-site": 40, saving: 2e6, districts: 4, classes: 290 }),
  column({ "distance-mean": 1904, "changed-site": 30, saving: 1e6, districts: 5, classes: 290 }),
  column({ "distance-mean": 2100, "changed-site": 3, saving: 3e6, districts: 6, classes: 290 }),
];
const write = ({ value }: { readonly value: number | undefined }): string => String(Math.round((value ?? 0) / 100));

const rows = (
  unsure: readonly string[] = [],
  base?: number,
  columns: Parameters<typeof compareRows>[1]["columns"] = some,
  pairs = [pair(0, 1, 0.9), pair(2, 0, 0.9), pair(2, 1, 1)],
) =>
  new Map(
    compareRows(VIEW, { columns, unsure, pairs }, todays, base, write).map((row) => [row.measure.key as string, row]),
  );

test("plans that read alike are best together, and none where all read alike", () => {
  expect(
    rows()
      .get("distance-mean")!
      .cells.map(({ is }) => is),
  ).toEqual(["best", "best", undefined]);
  expect(
    rows()
      .get("classes")!
      .cells.map(({ is }) => is),
  ).toEqual([undefined, undefined, undefined]);
});

/** By the mean distance, metres. */
const marksWhereTodayIs = (metres: number) =>
  compareRows(VIEW, { columns: some, unsure: [], pairs: [] }, values({ "distance-mean": metres }), 0, write)
    .find(({ measure }) => measure.key === "distance-mean")!
    .cells.map(({ is }) => is);

test("where the schools of today are better than every plan, by as much as is written, the best plan is best of the plans alone", () => {
  expect(marksWhereTodayIs(1700)).toEqual(["best-of-plans", "best-of-plans", undefined]);
  expect(marksWhereTodayIs(1890)).toEqual(["best", "best", undefined]);
});

test("what is neither better nor worse has no best, nor has money that other prices turn, nor what the case says is unsure", () => {
  const marks = (key: string, unsure: readonly string[] = []) =>
    rows(unsure)
      .get(key)!
      .cells.flatMap(({ is }) => is ?? []);
  expect(marks("districts")).toEqual([]);
  expect(marks("saving")).toEqual([]);
  expect(rows().get("saving")!.order).toBe("unsure");
  expect(marks("distance-mean", ["distance-mean"])).toEqual([]);
});

test("the plan that saves more than each other in 95 of 100 draws is called best, as the sentences beside it say", () => {
  const sure = rows([], undefined, some, [pair(0, 1, 0.9), pair(2, 0, 0.96), pair(2, 1, 1)]).get("saving")!;
  expect([sure.order, ...sure.cells.map(({ is }) => is)]).toEqual(["sure", undefined, undefined, "best"]);
});

/** Whether the order is sure where the case says it is not, and which of the plans is called best. */
const marksOfUnsure = (columns: Parameters<typeof rows>[2]) => {
  const { order, cells } = rows(["changed-site"], undefined, columns).get("changed-site")!;
  return [order, ...cells.map(({ is }) => is)];
};

test("where no area goes to another school, nobody changes: that is best, however unsure the order of the others", () => {
  const nobody = column({ "changed-site": 0, saving: 1e6 }, []);
  const many = column({ "changed-site": 900 });
  expect(marksOfUnsure([many, column({ "changed-site": 800 }), nobody])).toEqual([
    "sure",
    undefined,
    undefined,
    "best",
  ]);
  // Nothing to choose between.
  expect(marksOfUnsure([many, many])[0]).toBe("sure");
  // Nobody today, but with other pupils there may be some.
  expect(marksOfUnsure([many, column({ "changed-site": 0 })])).toEqual(["unsure", undefined, undefined]);
});

const differences = (base?: number) =>
  rows([], base)
    .get("changed-site")!
    .cells.map(({ difference }) => difference);

test("differences are from today's plan, or from the one that all are held against; of few pupils none is told", () => {
  expect(differences()).toEqual([40, 30, undefined]);
  expect(differences(1)).toEqual([10, undefined, undefined]);
});

test("what is written of a difference adds up with the two numbers that it stands beside", () => {
  const ways = [2349, 2351, 2449].map((metres) => column({ "distance-mean": metres }));
  const told = rows([], 0, ways)
    .get("distance-mean")!
    .cells.map(({ difference }) => difference);
  // 2,3 km, 2,4 km and 2,4 km.
  expect(told.map((metres) => metres && Math.round(metres))).toEqual([undefined, 100, 100]);
});

test("ways are not compared over different pupils, and of an unfinished plan no figure is told", () => {
  const cut = { ...some[2], values: values({ ...Object.fromEntries(some[2].values), "no-route": 9 }) };
  const apart = rows([], undefined, [...some.slice(0, 2), cut]).get("distance-mean")!;
  expect(apart.cells.map(({ is, difference }) => [is, difference])).toEqual(some.map(() => [undefined, undefined]));
  const unfinished = { ...some[0], unfinished: [{ da: "mangler", en: "lacks" }] };
  const [first] = rows([], undefined, [unfinished, ...some.slice(1)]).get("distance-mean")!.cells;
  expect(first.value).toBeUndefined();
});
