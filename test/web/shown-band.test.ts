import { BAND_COUNT, GRADES } from "../cases/folkeskole.ts";
import { describe, expect, test } from "vitest";
import { NO_SITE, type Plan } from "../../src/domain/plan.ts";
import { bandsToChoose, partsBands, shownBand, shownSite } from "../../web/state/shown-band.ts";
import type { Choice } from "../../web/state/choice.ts";
import { drawnCase, opened } from "./drawn-page.ts";

/** Units with a site for each band; sites 0 and 1 are one district, 2 is another, 3 is in none. */
const planOf = (id: string, ...units: readonly (readonly number[])[]): Plan => ({
  grades: GRADES,
  id,
  title: id,
  districts: [
    { id: "a", name: "A", sites: [0, 1] },
    { id: "b", name: "B", sites: [2] },
  ],
  teaching: [7, 7, 7, 7],
  assignment: Uint16Array.from(units.flat()),
});

test("the lowest band with a site stands for a unit, unless one is asked for", () => {
  const { assignment } = planOf("", [NO_SITE, 1, 2], [NO_SITE, NO_SITE, NO_SITE]);
  expect([0, 1].map((unit) => shownSite(GRADES, assignment, unit, "lowest"))).toEqual([1, NO_SITE]);
  expect(([0, 1, 2] as const).map((band) => shownSite(GRADES, assignment, 0, band))).toEqual([NO_SITE, 1, 2]);
  expect(assignment).toHaveLength(2 * BAND_COUNT);
});

test.each([
  { name: "all go to one site", unit: [0, 0, 0], parts: false },
  { name: "they change school within the district", unit: [0, 0, 1], parts: false },
  { name: "the upper grades go to another district", unit: [0, 0, 2], parts: true },
  { name: "the upper grades go to a school in no district", unit: [0, 0, 3], parts: true },
  { name: "some have no school", unit: [NO_SITE, 2, NO_SITE], parts: false },
])("a plan shows its bands apart where they go to different districts: $name", ({ unit, parts }) => {
  expect(partsBands(planOf("", [0, 0, 0], unit))).toBe(parts);
});

describe("there is a choice of bands", () => {
  const together = planOf("today", [0, 0, 0]);
  const apart = planOf("2016", [0, 0, 2]);
  const looking = (choice: Partial<Choice>, plans: readonly Plan[] = [together, apart]) =>
    opened(choice, drawnCase({ plans }));
  const turned = [
    { ...apart, id: "today" },
    { ...together, id: "2016" },
  ];
  const file = { from: "file", id: "2016" } as const;

  test("where the plan on the map needs one, the lowest first", () => {
    const state = looking({ plan: file });
    expect(bandsToChoose(state)).toEqual([0, 1, 2]);
    expect(shownBand(state)).toBe(0);
    expect(shownBand(looking({ plan: file, band: "7-9" }))).toBe(2);
  });

  test("only while that plan is on the map; else a band in the link changes nothing", () => {
    expect(bandsToChoose(looking({ plan: file, view: "today" }))).toEqual([]);
    expect(shownBand(looking({ plan: file, view: "today", band: "7-9" }))).toBe("lowest");
    expect(bandsToChoose(looking({ plan: file, view: "side" }, turned))).toEqual([0, 1, 2]);
    expect(bandsToChoose(looking({ plan: file }, turned))).toEqual([]);
  });
});
