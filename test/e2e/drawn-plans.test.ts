import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSite, settled, type Site, type Visit } from "./open-page.ts";

/** Gitterby with one more plan: a2's upper grades go to the B school, and c1 goes to the A school, across from all of its own. */
function caseOfOddPlans(): string {
  const folder = mkdtempSync(join(tmpdir(), "skoledistrikt-odd-"));
  cpSync("data/lattice", folder, { recursive: true });
  const all = ["0-3", "4-6", "7-9"];
  const zones = [
    { site: "a-skole", bands: ["0-3", "4-6"], units: ["a2"] },
    { site: "b-skole", bands: ["7-9"], units: ["a2"] },
    { site: "a-skole", bands: all, units: ["a3", "b3", "c1"] },
    { site: "b-skole", bands: all, units: ["c3", "d2", "d3"] },
    { site: "c-skole", bands: all, units: ["a1", "b1", "b2"] },
    { site: "d-skole", bands: all, units: ["c2", "d1"] },
  ];
  const today = JSON.parse(readFileSync(join(folder, "plans/today.json"), "utf8")) as object;
  const odd = { ...today, id: "odd", title: { da: "Skæv", en: "Odd" }, assignment: { kind: "zones", zones } };
  writeFileSync(join(folder, "plans/odd.json"), JSON.stringify(odd));
  return folder;
}

let folder: string;
let site: Site;
let visit: Visit;

beforeAll(async () => {
  folder = caseOfOddPlans();
  site = await openSite(folder);
  visit = await site.visit("&file=odd");
  await settled(visit.page);
});
afterAll(async () => {
  await site.leave();
  rmSync(folder, { recursive: true });
});

/** What is drawn in the middle of each unit, by unit: the name of the district whose colour it has. */
const drawnDistricts = (page: Page): Promise<Readonly<Record<string, string | undefined>>> =>
  page.evaluate(() => {
    const [map] = window.skoledistrikt!.maps;
    const state = window.skoledistrikt!.store.state().caseState;
    if (state.status !== "open") throw new Error(state.status);
    const { id, lon, lat } = state.view.units;
    const { districts } = map.shown!.picture;
    return Object.fromEntries(
      id.map((unit, i) => {
        const [area] = map.canvas.queryRenderedFeatures(map.canvas.project([lon[i], lat[i]]), { layers: ["zones"] });
        return [unit, districts.find(({ hue }) => hue.fill === area?.state["colour"])?.name];
      }),
    );
  });

/** Waits until the map has drawn what it was told last. */
const drawn = (page: Page): Promise<unknown> =>
  page.waitForFunction(() =>
    [...window.skoledistrikt!.maps].every(
      ({ canvas }) => canvas.getLayer("zones") !== undefined && canvas.loaded() && canvas.areTilesLoaded(),
    ),
  );

const DISTRICTS = { a: ["a2", "a3", "b3"], b: ["c3", "d2", "d3"], c: ["a1", "b1", "b2"], d: ["c1", "c2", "d1"] };

describe("a plan that nobody foresaw", () => {
  test("is drawn unit by unit as it says", async () => {
    await drawn(visit.page);
    const found = await drawnDistricts(visit.page);
    const named = new Map(Object.entries(DISTRICTS).map(([letter, units]) => [letter, found[units[1]]]));
    expect(new Set(named.values()).size).toBe(4);
    for (const [letter, units] of Object.entries(DISTRICTS))
      for (const unit of units) expect(found[unit], unit).toBe(named.get(unit === "c1" ? "a" : letter));
  });

  test("shows the grades that are chosen, by name and in the address", async () => {
    const bands = visit.page.getByRole("group", { name: "Klassetrin, som kortet viser skole for" });
    expect(await bands.getByRole("radio").count()).toBe(3);
    expect(await bands.getByRole("radio", { name: "0.-3. klasse" }).isChecked()).toBe(true);
    const lower = await drawnDistricts(visit.page);
    await bands.getByRole("radio", { name: "7.-9. klasse" }).check();
    await visit.page.waitForFunction(() => window.location.search.includes("band=7-9"));
    await drawn(visit.page);
    const upper = await drawnDistricts(visit.page);
    expect(upper).toEqual({ ...lower, a2: lower["c3"] });
    const linked = await site.visit("&file=odd&band=7-9&lang=en");
    await settled(linked.page);
    await drawn(linked.page);
    expect(await linked.page.getByRole("radio", { name: "Grades 7-9" }).isChecked()).toBe(true);
    expect(await drawnDistricts(linked.page)).toEqual(upper);
    await linked.close();
  });

  test("offers no grades to choose where all go to one district", async () => {
    await visit.page.keyboard.press("1");
    await visit.page
      .getByRole("group", { name: "Klassetrin, som kortet viser skole for" })
      .waitFor({ state: "detached" });
    await drawn(visit.page);
    const today = await drawnDistricts(visit.page);
    for (const units of Object.values(DISTRICTS)) expect(new Set(units.map((unit) => today[unit])).size).toBe(1);
    expect(new Set(Object.values(today)).size).toBe(4);
  });
});

test("units are painted in provisional colours at once, and are cleared again", async () => {
  const painted = () =>
    visit.page.evaluate(() => {
      const [{ canvas }] = window.skoledistrikt!.maps;
      const found = canvas.queryRenderedFeatures({ layers: ["painted"] });
      return Object.fromEntries(found.map(({ id, properties }) => [id, properties["colour"]]));
    });
  const paint = (changes: readonly (readonly [number, string | null])[]) =>
    visit.page.evaluate((entries) => {
      const [map] = window.skoledistrikt!.maps;
      map.show("painted", { outlines: map.shown!.outlines, colours: new Map(entries) });
    }, changes);
  await paint([
    [0, "#0136be"],
    [3, null],
  ]);
  await paint([[5, "#920410"]]);
  await paint([[3, "#920410"]]);
  await drawn(visit.page);
  expect(await painted()).toEqual({ 0: "#0136be", 3: "#920410", 5: "#920410" });
  // What is painted after the clearing stays.
  await visit.page.evaluate(() => {
    const [map] = window.skoledistrikt!.maps;
    map.clear("painted");
    map.show("painted", { outlines: map.shown!.outlines, colours: new Map([[5, "#0136be"]]) });
  });
  await visit.page.waitForTimeout(300);
  await drawn(visit.page);
  expect(await painted()).toEqual({ 5: "#0136be" });
  await visit.page.evaluate(() => [...window.skoledistrikt!.maps][0].clear("painted"));
  await visit.page.waitForTimeout(300);
  await drawn(visit.page);
  expect(await painted()).toEqual({});
  expect(visit.errors).toEqual([]);
});
