import { describe, expect, test } from "vitest";
import type { DatedDemand, Scenario } from "../../src/domain/forecast.ts";
import { NO_SITE } from "../../src/domain/plan.ts";
import { overfullInYears, shortInAll } from "../../src/evaluate/capacity-in-years.ts";
import { drawCase } from "../cases/drawn.ts";

type Capacity = readonly (number | undefined)[];
const drawn = (a: Capacity, b: Capacity, grades = "0-9") =>
  drawCase({
    zones: ["AB"],
    sites: { A: { at: [0, 0], capacity: a }, B: { at: [0, 1], capacity: b, grades } },
    districts: { All: "AB" },
    pupils: () => 1,
  });
/** Expected pupils of the two units, in 0-3, 4-6 and 7-9 each. */
const expected = (schoolYear: number, scenario: Scenario, ...pupils: readonly number[]): DatedDemand => ({
  schoolYear,
  scenario,
  pupils: Float64Array.from(pupils),
});
const said = (texts: readonly { readonly en: string }[]) => texts.map(({ en }) => en);

describe("more pupils than places at a school", () => {
  const { municipality, baseline } = drawn([10, undefined, 5], [10, 10, 0]);
  const overfull = (...pupils: readonly number[]) =>
    said(overfullInYears({ municipality }, baseline, [expected(2020, "mid", ...pupils)]));

  test("are told by site, grades, year and scenario; a known zero is no place, an unknown number is not zero", () => {
    expect(overfull(12, 99, 5, 10, 11, 3)).toEqual([
      "A lacks fewer than 5 places in grades 0-3 in the school year from 2020 (mid)",
      "B lacks fewer than 5 places in grades 4-6 in the school year from 2020 (mid)",
      "B lacks fewer than 5 places in grades 7-9 in the school year from 2020 (mid)",
    ]);
    expect(overfull(10, 99, 5, 10, 10, 0)).toEqual([]);
  });

  test("are whole pupils: half a one has room", () => {
    expect(overfull(10.5, 0, 0, 0, 0, 0)).toEqual([]);
    expect(overfull(10.6, 0, 0, 0, 0, 0)).toHaveLength(1);
  });

  test("follow the plan, and who is sent nowhere is nowhere too many", () => {
    const plan = { ...baseline, assignment: Uint16Array.from([1, 0, 0, 1, 0, NO_SITE]) };
    const found = overfullInYears({ municipality }, plan, [
      expected(2020, "low", 6, 0, 0, 5, 0, 9),
      expected(2021, "high", 5, 0, 0, 5, 0, 9),
    ]);
    expect(said(found)).toEqual(["B lacks fewer than 5 places in grades 0-3 in the school year from 2020 (low)"]);
    expect(found[0].da).toBe("B mangler færre end 5 pladser i 0.-3. klasse i skoleåret fra 2020 (lav)");
  });
});

const short = ({ municipality, baseline }: ReturnType<typeof drawn>, ...demands: readonly DatedDemand[]) =>
  said(shortInAll({ municipality }, baseline, demands));

describe("more pupils than all schools have places", () => {
  test("are told of the worst year of each band, the first of two alike", () => {
    const demands = [
      expected(2020, "mid", 6, 3, 0, 5, 3, 0),
      expected(2021, "mid", 7, 3, 0, 6, 4, 0),
      expected(2022, "high", 7, 3, 0, 6, 2, 0),
    ];
    expect(short(drawn([5, 4, 0], [5, 3, 0]), ...demands)).toEqual([
      "In 2021 (mid) 13 pupils are expected in grades 0-3, fewer than 5 more than all schools have places for",
    ]);
    expect(short(drawn([5, 4, 0], [5, 2, 0]), ...demands)).toHaveLength(2);
    expect(short(drawn([7, 4, 0], [6, 3, 0]), ...demands)).toEqual([]);
  });

  test("are not known where a site that teaches the band has an unknown capacity, and only such a site counts", () => {
    const demand = expected(2020, "mid", 9, 9, 9, 9, 9, 9);
    expect(short(drawn([5, 5, 5], [undefined, 5, 5]), demand)).toHaveLength(2);
    expect(short(drawn([5, 5, 5], [5, undefined, 99], "0-3"), demand)).toEqual([
      "In 2020 (mid) 18 pupils are expected in grades 0-3, 8 more than all schools have places for",
      "In 2020 (mid) 18 pupils are expected in grades 4-6, 13 more than all schools have places for",
      "In 2020 (mid) 18 pupils are expected in grades 7-9, 13 more than all schools have places for",
    ]);
    expect(short(drawn([0, 0, 0], [0, 0, 0]))).toEqual([]);
  });
});
