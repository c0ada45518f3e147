import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findGrouping, planOf } from "../../src/compare/groupings.ts";
import type { Consolidation } from "../../src/compare/groupings.ts";
import { type Evaluation, evaluatePlan } from "../../src/evaluate/evaluate.ts";
import { type OpenCase } from "../../src/open-case.ts";
import { formatAmount, formatNumber, formatQuantity } from "../../src/report/format.ts";
import { sorted } from "../../src/report/measured-list.ts";
import { listedPlans } from "../cases/listed.ts";
import { intoSight, openSite, settled, type Site, type Visit, zoneColours } from "./open-page.ts";
import { openedCase } from "../cases/opened.ts";

let site: Site;
let opened: OpenCase;
let answer: Consolidation;
let visit: Visit;

beforeAll(async () => {
  opened = openedCase("holbaek");
  // The same answer, computed here by the library.
  [site, answer] = await Promise.all([openSite(), listedPlans("stay")]);
  visit = await site.visit("", { browser: "own" });
  await settled(visit.page);
});
afterAll(() => site.leave());

const evaluated = (number: number): Evaluation => evaluatePlan(opened.basis, planOf(opened.basis, answer, number));
const number = (value: number): string => formatNumber(value, 0, "da");

/** The effects' heading once they have followed a choice, which they do by some hundredths of a second. */
async function headingWith({ page }: Visit, text: string): Promise<string> {
  await page.locator(".effects h2", { hasText: text }).waitFor();
  return page.locator(".effects h2").innerText();
}

const DESK = { width: 1440, height: 900 };
const SMALL_DESK = { width: 1024, height: 768 };
const bottomOf = (box: { y: number; height: number } | null): number => (box ? box.y + box.height : Infinity);

/** The list is in sight, down to a row, below what the plans are about. */
async function rowInSight({ page }: Visit, size: typeof DESK, row: number): Promise<void> {
  await page.setViewportSize(size);
  await expect
    .poll(async () => bottomOf(await page.locator(".plan-row").nth(row).boundingBox()), {
      message: `${size.width} px wide`,
    })
    .toBeLessThanOrEqual(size.height);
}

/** The list begins below what the plans are about. */
async function toRows({ page }: Visit): Promise<void> {
  await intoSight(page, ".list-order");
  await page.locator(".plan-row").nth(1).waitFor();
}

describe("a council member opens the page", () => {
  test("reads what is looked at and where the decision of 2016 stands", async () => {
    const decision = findGrouping(
      answer,
      opened.plans.find(({ id }) => id === "2016")!,
    )!;
    const window = visit.page.viewportSize()!;
    await visit.page.setViewportSize(DESK);
    const text = await visit.page.locator(".summary").innerText();
    expect(text).toContain(`${number(answer.count)} mulige planer`);
    expect(text).toContain(`Byrådets beslutning 2016 er Plan ${number(decision + 1)}.`);
    expect(text).toContain(
      "Når alle bliver på deres skole, er besparelse, skolevej, befordring og klasser de samme i alle planer.",
    );
    expect(await visit.page.title()).toBe(`Plan ${number(decision + 1)} · Holbæk · skoledistrikt`);
    await visit.page.locator(".standing summary").click();
    expect(await visit.page.locator(".standing").innerText()).toMatch(/Nr. 1 er bedst|kan ikke forbedres|er bedre/);
    await visit.page.locator(".standing summary").click();
    await rowInSight(visit, DESK, 2);
    await rowInSight(visit, SMALL_DESK, 1);
    await visit.page.setViewportSize(window);
  });

  test("always sees that the pupils are synthetic and where the map comes from", async () => {
    const notice = visit.page.getByRole("button", { name: "Eleverne er opdigtede" });
    await notice.click();
    expect(await visit.page.locator(".synthetic p").innerText()).toBe(
      opened.basis.municipality.info.syntheticNotice?.da,
    );
    await notice.click();
    expect(await visit.page.getByRole("link", { name: "© OpenStreetMap" }).isVisible()).toBe(true);
  });

  test("finds the plans below the doors and behind the first of them, in the order of the measure that tells them apart", async () => {
    const window = visit.page.viewportSize()!;
    await rowInSight(visit, SMALL_DESK, 2);
    await rowInSight(visit, DESK, 2);
    await visit.page.getByRole("button", { name: "Se planerne" }).click();
    await rowInSight(visit, DESK, 2);
    await rowInSight(visit, SMALL_DESK, 1);
    await visit.page.setViewportSize(window);
    await toRows(visit);
    const names = await visit.page.locator(".plan-row .plan-name").allInnerTexts();
    const [first, second] = sorted(answer, "site-distance-mean");
    expect(names.slice(0, 2)).toEqual([`Plan ${number(first + 1)}`, `Plan ${number(second + 1)}`]);
    expect(await visit.page.locator(".shown").first().innerText()).toBe("210 af 210 planer");
  });

  test("chooses a plan by click: list, map, effects and address agree", async () => {
    const before = await zoneColours(visit.page);
    const [first] = sorted(answer, "site-distance-mean");
    await visit.page.locator(".plan-row").first().click();
    expect(await visit.page.locator(".plan-row.chosen .plan-name").innerText()).toBe(`Plan ${number(first + 1)}`);
    expect(new URL(visit.page.url()).searchParams.get("plan")).toBe(String(first + 1));
    expect(await headingWith(visit, `Plan ${number(first + 1)}`)).toContain(`Plan ${number(first + 1)}`);
    const after = await zoneColours(visit.page);
    expect(after).not.toEqual(before);
    const plan = planOf(opened.basis, answer, first);
    for (const { sites } of plan.districts) expect(new Set(sites.map((one) => after[one])).size).toBe(1);
    expect(new Set(after.filter((colour) => colour !== null)).size).toBe(4);
  });

  test("reads effects that are those of the library", async () => {
    const [first] = sorted(answer, "site-distance-mean");
    const { values } = evaluated(first);
    await visit.page.waitForSelector(".money .span-range");
    const text = await visit.page.locator(".effects").innerText();
    expect(text).toContain(`${formatQuantity(values.get("distance-mean")!, "metres", "da")} til skole i gennemsnit`);
    expect(text).toContain(`${number(values.get("transport-right")!)} elever har ret`);
    expect(text).toContain(`${number(values.get("classes")!)} klasser`);
    expect(text).toContain(formatAmount(values.get("site-distance-worst")!, "metres", "da"));
    expect(text).toContain("som i dag");
    const { low, high } = evaluated(first).totals.money!.counted;
    expect(text).toContain(`mellem ${formatNumber(low / 1e6, 1, "da")} og ${formatNumber(high / 1e6, 1, "da")}`);
  });

  test("opens a number to its sum, its price with range and source, and what it means", async () => {
    const line = visit.page.locator(".money-line").first();
    await line.locator("summary").click();
    const text = await line.innerText();
    expect(text).toContain("4 færre selvstændige skoler × 850.000 kr. i øvrigt = 3.400.000 kr.");
    expect(text).toContain("0 - 250.000 - 2.300.000");
    expect(text).toContain("Omstillingen på børne- og ungeområdet");
    expect(text).toContain("Prisår 2015");
  });

  test("walks on by the arrow keys, and back by the browser's button", async () => {
    const order = sorted(answer, "site-distance-mean");
    await visit.page.locator("#plans").focus();
    await visit.page.keyboard.press("ArrowDown");
    await visit.page.keyboard.press("ArrowDown");
    expect(await headingWith(visit, `Plan ${number(order[2] + 1)}`)).toContain(`Plan ${number(order[2] + 1)}`);
    await visit.page.keyboard.press("Home");
    expect(await headingWith(visit, `Plan ${number(order[0] + 1)}`)).toContain(`Plan ${number(order[0] + 1)}`);
    await visit.page.waitForTimeout(900);
    await visit.page.keyboard.press("End");
    await visit.page.goBack();
    expect(await headingWith(visit, `Plan ${number(order[0] + 1)}`)).toContain(`Plan ${number(order[0] + 1)}`);
  });

  test("sends a link that shows the same again", async () => {
    const linked = await site.visit("&plan=29&view=today&lang=en&sort=open-borders&unbeaten=1");
    await settled(linked.page);
    expect(await headingWith(linked, "Plan 29")).toContain("Plan 29");
    expect(await linked.page.getByRole("radio", { name: "Today (2015/16)" }).isChecked()).toBe(true);
    expect(await linked.page.locator("#sort").inputValue()).toBe("open-borders");
    const today = await zoneColours(linked.page);
    expect(new Set(today.filter((colour) => colour !== null)).size).toBe(8);
    await linked.close();
  });

  test("sees the split of 2021 as well", async () => {
    await visit.page.getByRole("button", { name: "2021: elleve selvstændige skoler", exact: true }).click();
    await visit.page.waitForFunction(() => document.querySelector(".money")?.textContent?.includes("dyrere") === true);
    const colours = await zoneColours(visit.page);
    expect(new Set(colours.filter((colour) => colour !== null)).size).toBe(11);
    expect(await visit.page.locator(".money .headline").innerText()).toContain("mio. kr. dyrere om året");
  });

  test("meets no error on the way", () => expect(visit.errors).toEqual([]));
});
