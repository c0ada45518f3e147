import { expect, test } from "vitest";
import { cellWord } from "../../src/index.ts";
import type { Picture } from "../../web/map/picture.ts";
import { heightOf, shownPupils } from "../../web/state/shown.ts";

/** Two districts, three schools; pupils by school and band. */
const picture = (pupils: readonly number[]): Picture => ({
  key: "",
  districts: [
    { name: "North", sites: [0, 1], pupils: 0, hue: { name: "", fill: "", ink: "" } as never },
    { name: "South", sites: [2], pupils: 0, hue: { name: "", fill: "", ink: "" } as never },
  ],
  districtOfSite: [0, 0, 1],
  districtOfZone: [],
  teaching: [7, 7, 7],
  pupils: Uint32Array.from(pupils),
});

test("a school with three pupils in a band shows <5, and none of the sums around it tells them", () => {
  const shown = shownPupils(picture([40, 30, 3, 50, 40, 30, 60, 50, 40]));
  const words = [0, 1, 2].map((band) => cellWord(shown.at(0, band), "da"));
  expect(words[2]).toBe("<5");
  // 40 + 30 + 3 = 73: one of the others is no longer exact.
  expect([...words.slice(0, 2), cellWord(shown.ofSite(0), "da")].some((word) => word.startsWith("ca."))).toBe(true);
  expect(cellWord(shown.districts[1], "da")).toBe("150");
});

test("small groups stand at one height", () => {
  expect(heightOf({ kind: "few" })).toBe(2.5);
  expect(heightOf({ kind: "count", pupils: 7 })).toBe(7);
});
