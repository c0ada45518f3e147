import { GRADES } from "../cases/folkeskole.ts";
import { expect, test } from "vitest";
import { cellWord } from "../../src/index.ts";
import type { Picture } from "../../web/map/picture.ts";
import { heightOf, listedCell } from "../../web/state/shown.ts";
import { pupilsAsShown, shownPupils } from "../../web/map/shown-pupils.ts";
import type { PlanEffects } from "../../web/worker/messages.ts";
import { drawnCase, drawnList } from "./drawn-page.ts";

/** Two districts, three schools; pupils by school and band. */
const picture = (pupils: readonly number[], districtOfSite: readonly number[] = [0, 0, 1]): Picture => ({
  grades: GRADES,
  districts: [
    { name: "North", key: "A", sites: [0, 1], pupils: 0, hue: { name: "", fill: "", ink: "" } as never },
    {
      name: "South",
      key: "B",
      sites: [2].filter((site) => districtOfSite[site] === 1),
      pupils: 0,
      hue: { name: "", fill: "", ink: "" } as never,
    },
  ],
  touching: [],
  districtOfSite,
  sites: [],
  teaching: [7, 7, 7],
  closedToday: [false, false, false],
  pupils: Uint32Array.from(pupils),
  counts: "exactly",
});

test("a school with three pupils in a band shows <5, and none of the sums around it tells them", () => {
  const shown = shownPupils(picture([40, 30, 3, 50, 40, 30, 60, 50, 40]));
  const words = [0, 1, 2].map((band) => cellWord(shown.at(0, band), "da"));
  expect(words[2]).toBe("<5");
  // 40 + 30 + 3 = 73: one of the others is no longer exact.
  expect([...words.slice(0, 2), cellWord(shown.ofSite(0), "da")].some((word) => word.startsWith("ca."))).toBe(true);
  expect(cellWord(shown.districts[1], "da")).toBe("150");
});

const count = (pupils: number) => ({ kind: "count", pupils });

test("bands add up to schools, schools to districts, and all schools to all, in a district or not", () => {
  const pupils = [40, 30, 20, 50, 40, 30, 60, 50, 40];
  const shown = shownPupils(picture(pupils));
  expect([0, 1, 2].map((site) => shown.ofSite(site))).toEqual([90, 120, 150].map(count));
  expect([shown.at(1, 0), shown.at(2, 2)]).toEqual([50, 40].map(count));
  expect([shown.districts, shown.all]).toEqual([[210, 150].map(count), count(360)]);
  const outside = shownPupils(picture(pupils, [0, 0, -1]));
  expect([outside.districts, outside.all]).toEqual([[210, 0].map(count), count(360)]);
});

test("a picture's pupils are told once, so that all that shows them shows the same", () => {
  const one = picture([40, 30, 3, 50, 40, 30, 60, 50, 40]);
  expect(shownPupils(one)).toBe(shownPupils(one));
});

test("three who change school are told as few in the list", () => {
  const list = drawnList({ values: new Map([["changed-site", Float64Array.of(0, 3, 70)]]) });
  const today = { values: new Map([["changed-site", 0]]) } as unknown as PlanEffects;
  const cells = [0, 1, 2, 3].map((plan) => listedCell(drawnCase({ today }), list, plan, "changed-site"));
  expect(cells).toEqual([{ kind: "count", pupils: 0 }, { kind: "few" }, { kind: "count", pupils: 70 }, undefined]);
  expect(listedCell(drawnCase({ today }), list, 1, "saving")).toBeUndefined();
});

test("small groups stand at one height", () => {
  expect(heightOf({ kind: "hidden" })).toBe(0);
  expect(heightOf({ kind: "about", pupils: 85 })).toBe(85);
  expect(heightOf({ kind: "few" })).toBe(2.5);
  expect(heightOf({ kind: "count", pupils: 7 })).toBe(7);
});

test("of real pupils every plan tells fives, whether it is drawn or not: two that differ by one home tell nothing of it", () => {
  const [one, other] = [40, 42].map((pupils) => ({
    ...picture([pupils, 30, 33, 50, 40, 30, 60, 50, 140 - pupils]),
    counts: "in-fives" as const,
  }));
  for (const shown of [one, other].map((each) => pupilsAsShown(each)))
    expect([shown.at(0, 0), shown.at(0, 2), shown.at(2, 2)]).toEqual(
      [40, 35, 100].map((pupils) => ({ kind: "count", pupils })),
    );
});
