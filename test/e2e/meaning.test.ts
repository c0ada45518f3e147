import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fairnessOf } from "../../src/compare/fairness/fairness.ts";
import { type Consolidation, planOf } from "../../src/compare/groupings.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { evaluatePlan } from "../../src/evaluate/evaluate.ts";
import { pupilRanges } from "../../src/evaluate/pupil-ranges.ts";
import { drawYears } from "../../src/evaluate/drawn-years.ts";
import { evaluateYears, yearTotals } from "../../src/evaluate/years.ts";
import { makeForecaster } from "../../src/forecast/forecast.ts";
import { type OpenCase } from "../../src/open-case.ts";
import { formatNumber } from "../../src/report/format.ts";
import { pupilEffects, travelSentences } from "../../src/report/travel-sentences.ts";
import { listedPlans } from "../cases/listed.ts";
import { openSite, settled, type Site, type Visit } from "./open-page.ts";
import { openedCase } from "../cases/opened.ts";

let site: Site;
let visit: Visit;
let opened: OpenCase;
let answer: Consolidation;
let plan: Plan;

/** Of plans in which each area goes to the nearest school of its new district. */
const [CHOSEN, OTHER] = [67, 78];

beforeAll(async () => {
  opened = openedCase("holbaek");
  site = await openSite();
  answer = await listedPlans("nearest");
  plan = planOf(opened.basis, answer, CHOSEN - 1);
  visit = await site.visit(`&policy=nearest&plan=${CHOSEN}`);
  await settled(visit.page);
});
afterAll(() => site.leave());

describe("what the plan means", () => {
  test("stands in sentences that are the library's", async () => {
    await visit.page.locator(".meaning .sentences").first().waitFor();
    const { basis } = opened;
    const sentences = travelSentences(pupilEffects(basis, evaluatePlan(basis, plan), fairnessOf(basis, plan)));
    await visit.page.locator(".meaning summary").click();
    const text = await visit.page.locator(".meaning").innerText();
    for (const { text: each } of sentences) expect(text).toContain(each.da);
    expect(text).toContain("efter bedste bud");
    // The same range stands in the money block, of as many draws.
    expect(text).toContain("I ni ud af ti beregninger");
    expect(await visit.page.locator(".money").innerText()).toContain("Gennemsnittet af 1.000 beregninger");
  });

  test("says who gets farther and nearer, town by town, and gives no group of fewer than five away", async () => {
    await visit.page.getByRole("button", { name: "Se by for by" }).click();
    const { bands, tables } = fairnessOf(opened.basis, plan);
    const towns = tables.find(({ key }) => key === "town")!;
    const rows = visit.page.locator(".who-table").first().locator("tbody tr");
    await rows.first().waitFor();
    const shown = await rows.allInnerTexts();
    const numbers = shown.flatMap((row) => row.split(/\t/).slice(1)).filter((cell) => /^[\d.]+$/.test(cell));
    for (const number of numbers) expect(Number(number.replaceAll(".", ""))).toBeGreaterThanOrEqual(5);
    expect(shown.join()).toContain("under 5");
    const holbaek = towns.rows.find(({ name }) => name.da === "Holbæk")!;
    const cells = holbaek.cells.flatMap((cell, i) =>
      bands[i].pupils > 0 && cell.kind === "count" && cell.pupils > 0 ? [formatNumber(cell.pupils, 0, "da")] : [],
    );
    expect(cells.length).toBeGreaterThan(0);
    for (const cell of cells) expect(shown.find((row) => row.startsWith("Holbæk"))).toContain(cell);
    await visit.page.keyboard.press("Escape");
  });
});

describe("two plans", () => {
  test("are held against each other on the same draws, both with their figures", async () => {
    await visit.page.getByRole("button", { name: `Sammenlign Plan ${CHOSEN} med en anden` }).click();
    await visit.page.getByText("Vælg en anden plan på listen.", { exact: false }).waitFor();
    await visit.page.evaluate(
      (number) =>
        window.skoledistrikt!.store.dispatch({
          kind: "choose",
          change: { plan: { from: "list", number } },
        }),
      OTHER - 1,
    );
    const wins = visit.page.locator(".pair-wins");
    await wins.waitFor();
    expect(await wins.innerText()).toMatch(
      new RegExp(`Om »Plan ${CHOSEN}« eller »Plan ${OTHER}« sparer mest, kan ikke afgøres: .* af 100 beregninger`),
    );
    const saving = answer.values.get("saving")!;
    const figures = await visit.page.locator(".pairing .figures tbody tr").first().innerText();
    expect(figures.split(/\s+/).slice(-2)).toEqual(
      [CHOSEN, OTHER].map((number) => formatNumber(saving[number - 1] / 1e6, 1, "da")),
    );
    expect(new URL(visit.page.url()).searchParams.get("against")).toBe(String(CHOSEN));
  });

  test("are let go again", async () => {
    await visit.page.getByRole("button", { name: `Afslut sammenligning med Plan ${CHOSEN}` }).click();
    expect(await visit.page.locator(".pair-wins").count()).toBe(0);
  });
});

describe("the years ahead", () => {
  test("follow the plan year by year as the library does, and say where rooms are missing", async () => {
    await visit.page.getByRole("button", { name: "Vis år for år" }).click();
    const rows = visit.page.locator(".years-found > table tbody tr");
    await rows.first().waitFor();
    const { basis } = opened;
    const shownPlan = planOf(basis, answer, OTHER - 1);
    const years = evaluateYears(basis, shownPlan, makeForecaster(basis).inScenario("mid"));
    expect(await rows.count()).toBe(years.length);
    const { pupils, classes, overflow } = yearTotals(years[5]);
    const cells = (await rows.nth(5).innerText()).split(/\s+/);
    const { low, high } = pupilRanges(drawYears(basis, shownPlan, { years: 12 })).all[5];
    const written = [pupils, low, high, classes, overflow].map((value) => formatNumber(value, 0, "da"));
    expect(cells.flatMap((each) => each.split("-"))).toEqual(["2020/21", ...written]);
    expect(await visit.page.locator(".years-tried > p").first().innerText()).toMatch(
      /ventet 5\.441 elever \(4\.6\d\d-6\.3\d\d\) på de 17 skoler, der er talt i 2024\/25\. Der var 5\.247\..* 21 af 24 /,
    );
    const breached = new Set(years.flatMap(({ breaches }) => breaches.map(({ site: at, band }) => `${at} ${band}`)));
    const text = await visit.page.locator(".years-found").innerText();
    if (breached.size === 0) expect(text).toContain("Alle skoler har plads i alle årene");
    else expect(await visit.page.locator(".years-found > .sentences > li").count()).toBe(breached.size);
  });

  test("meets no error on the way", () => expect(visit.errors).toEqual([]));
});
