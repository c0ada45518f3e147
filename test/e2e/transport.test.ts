import { DANISH_KRONER } from "../../src/domain/currency.ts";
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addRanges } from "../../src/cost/range.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { busTerms, schoolBuses, type SiteTransport } from "../../src/evaluate/school-buses.ts";
import { type OpenCase } from "../../src/open-case.ts";
import { formatRange } from "../../src/report/format.ts";
import { earliestStart, isoDay } from "../../src/rules/calendar.ts";
import { openSite, settled, type Site, type Visit } from "./open-page.ts";
import { openedCase } from "../cases/opened.ts";

let site: Site;
let visit: Visit;
let opened: OpenCase;
let plan: Plan;

beforeAll(async () => {
  opened = openedCase("holbaek");
  plan = opened.plans.find(({ id }) => id === "2016")!;
  site = await openSite();
  visit = await site.visit("&file=2016");
  await settled(visit.page);
});
afterAll(() => site.leave());

const total = (found: readonly SiteTransport[], of: (transport: SiteTransport) => number): number =>
  found.reduce((sum, transport) => sum + of(transport), 0);

/**
 * The search for routes follows distances to their last digit, and Node and the browser differ there (their sines do): each
 * finds routes of its own, nearly as long.
 */
const NEAR = 0.06;

const read = (text: string): number => Number(text.replaceAll(".", "").replace(",", "."));

/** Row by row of the small table: what stands under the plan. */
const figures = (): Promise<readonly string[]> =>
  visit.page.locator(".buses-found > .figures tbody td:last-child").allInnerTexts();

describe("school buses", () => {
  test("are routed in the worker on demand, and are the library's: vehicles, kilometres, kroner beside cards", async () => {
    await visit.page.getByRole("button", { name: "Vis skolebusser" }).click();
    await visit.page.locator(".buses-found > .figures").waitFor();
    const found = schoolBuses(opened.basis, plan);
    const [vehicles, kilometres] = (await figures()).map(read);
    expect(Math.abs(vehicles / total(found, (each) => each.vehicles) - 1)).toBeLessThan(NEAR);
    expect(Math.abs(kilometres / total(found, (each) => each.kilometresPerDay) - 1)).toBeLessThan(NEAR);
    const text = await visit.page.locator(".buses-found").innerText();
    expect(text).toMatch(/Med skolebusser: \d+,\d \(\d+,\d til \d+,\d\) mio\. kr\./);
    expect(text).toContain(
      `Med buskort: ${formatRange(addRanges(found.map((each) => each.cards)), DANISH_KRONER, "da")}`,
    );
    await visit.page.locator(".buses summary", { hasText: "Skole for skole" }).click();
    expect(await visit.page.locator(".bus-sites tbody tr").count()).toBe(found.length);
  });

  test("are drawn on the map, and the key says what they are", async () => {
    const drawn = () =>
      visit.page.evaluate(() => {
        const [{ canvas }] = window.skoledistrikt!.maps;
        return canvas.queryRenderedFeatures({ layers: ["bus-routes", "bus-stops"] }).length;
      });
    await visit.page.waitForFunction(() => {
      const [{ canvas }] = window.skoledistrikt!.maps;
      return canvas.queryRenderedFeatures({ layers: ["bus-stops"] }).length > 0;
    });
    expect(await drawn()).toBeGreaterThan(40);
    expect(await visit.page.locator(".legend").textContent()).toContain("skolebus med stop");
  });

  test("ride no longer than is chosen; a link keeps the choice", async () => {
    await visit.page.getByLabel("Længste tur i bussen, minutter").fill("5");
    expect(await visit.page.getByRole("alert").innerText()).toContain("fra 10 til 180");
    await visit.page.getByLabel("Længste tur i bussen, minutter").fill("30");
    await visit.page.keyboard.press("Enter");
    await visit.page.waitForFunction(
      () => Number(document.querySelector(".buses-found > .figures tr:last-child td:last-child")?.textContent) <= 30,
    );
    expect(new URL(visit.page.url()).searchParams.get("buses")).toBe("30");
    const found = schoolBuses(opened.basis, plan, busTerms(opened.basis.costs, { longestRide: 30 }));
    const [vehicles] = (await figures()).map(read);
    expect(Math.abs(vehicles / total(found, (each) => each.vehicles) - 1)).toBeLessThan(NEAR);
  });

  test("go from the map when they are hidden", async () => {
    await visit.page.getByRole("button", { name: "Skjul skolebusser" }).click();
    await visit.page.waitForFunction(() => {
      const [{ canvas }] = window.skoledistrikt!.maps;
      return canvas.queryRenderedFeatures({ layers: ["bus-routes"] }).length === 0;
    });
    expect(new URL(visit.page.url()).searchParams.get("buses")).toBeNull();
  });
});

describe("the law's calendar", () => {
  test("asks the year, and offers none gone by unless it is chosen: then the dates say that they have passed", async () => {
    const year = visit.page.getByLabel("Hvilket år skal planen træde i kraft?");
    expect(Number(await year.inputValue())).toBe(earliestStart("closing", isoDay(new Date())));
    expect(await visit.page.locator(".law").innerText()).not.toContain("passeret");
    await year.selectOption("2020");
    const text = await visit.page.locator(".law").innerText();
    expect(text).toContain("Planen kan ikke nå at gælde fra august 2020");
    expect(text).toContain("Datoen er passeret.");
    expect(new URL(visit.page.url()).searchParams.get("start")).toBe("2020");
  });

  test("says which schools merge, whose boards are heard, and by when each step must be taken", async () => {
    const text = await visit.page.locator(".law").innerText();
    expect(text).toMatch(/Sofielund.* lægges sammen til Holbæk By Skole/);
    expect(text).toContain("Efter loven nedlægges 4 skoler.");
    expect(text).toMatch(/Skolebestyrelser, der skal høres: .*Isefjord/);
    expect(text).toMatch(/fredag den 6\. december 2019\s+Senest: offentliggør forslaget/);
    expect(text).toMatch(/fredag den 28\. februar 2020\s+Senest: endelig beslutning/);
    expect(text).toContain("1. august 2020");
  });

  test("gives the dates as a calendar file", async () => {
    const [file] = await Promise.all([
      visit.page.waitForEvent("download"),
      visit.page.getByRole("button", { name: "Hent datoerne til din kalender (.ics)" }).click(),
    ]);
    expect(file.suggestedFilename()).toBe("skoledistrikt-2020.ics");
    const text = await readFile(await file.path(), "utf8");
    expect(text).toContain("DTSTART;VALUE=DATE:20200228");
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(6);
  });

  test("the budget follows the year", async () => {
    expect(await visit.page.locator(".money-line", { hasText: "År for år" }).innerText()).toContain("2020");
  });

  test("a split has its dates too", async () => {
    await visit.page.getByRole("button", { name: "2021: elleve selvstændige skoler", exact: true }).click();
    await visit.page.locator(".law", { hasText: "En deling giver nye skoler" }).waitFor();
    expect(await visit.page.locator(".law-dates > div").count()).toBe(6);
  });

  test("meets no error on the way", () => expect(visit.errors).toEqual([]));
});
