import { MEASURES } from "../cases/folkeskole.ts";
import type { MeasureKey } from "../../src/index.ts";
import { describe, expect, test } from "vitest";
import { againstToday, standingOf, WHAT_MATTERS } from "../../web/state/standing.ts";

const today = new Map<MeasureKey, number>([
  ["pupil-kilometres", 100],
  ["changed-site", 0],
  ["transport-right", 10],
  ["saving", 0],
  ["site-distance-mean", 8],
  ["pupils-ratio", 1.6],
]);
const column = (value: number) => Float64Array.of(0, value);
const list = {
  values: new Map<MeasureKey, Float64Array>([
    ["pupil-kilometres", column(120)],
    ["changed-site", column(40)],
    ["transport-right", column(10)],
    ["saving", column(-3)],
    ["open-borders", column(1)],
    ["site-distance-mean", column(7)],
  ]),
};
const decision = (ranks: Partial<Record<MeasureKey, number>>) => ({
  id: "2016",
  title: "2016",
  plan: 1,
  ranks: new Map(Object.entries(ranks)) as ReadonlyMap<MeasureKey, number>,
  beatenBy: 0,
});

describe("where a decision stands", () => {
  test("is told by what matters, in one order, however well or badly it comes out", () => {
    const told = standingOf(
      list,
      decision({
        "open-borders": 1,
        "site-distance-mean": 2,
        saving: 89,
        "pupil-kilometres": 162,
        "transport-right": 159,
      }),
      today,
    );
    expect(told).toEqual([
      { measure: "pupil-kilometres", rank: 162, againstToday: "worse" },
      { measure: "transport-right", rank: 159, againstToday: "same" },
      { measure: "saving", rank: 89, againstToday: "worse" },
      { measure: "site-distance-mean", rank: 2, againstToday: "better" },
    ]);
  });

  test("holds to measures that exist and have a better direction", () => {
    for (const key of WHAT_MATTERS) expect(MEASURES.find((measure) => measure.key === key)?.better).toMatch(/er$/);
  });
});

describe("against today", () => {
  test.each<[MeasureKey, number | undefined, string]>([
    ["pupil-kilometres", 99, "better"],
    ["pupil-kilometres", 100 + 1e-12, "same"],
    ["saving", 5, "better"],
    ["changed-site", 40, "same"],
    ["pupils-ratio", NaN, "same"],
    ["pupils-ratio", undefined, "same"],
  ])("%s at %s is %s", (measure, value, expected) => expect(againstToday(measure, value, today)).toBe(expected));
});
