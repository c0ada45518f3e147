import { EXACTLY } from "../cases/told.ts";
import { MEASURES } from "../cases/folkeskole.ts";
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { placesIfClaimed, pricedListed, savedIfClaimed, turningPoint } from "../../src/compare/claims.ts";
import { repriceGroupings } from "../../src/compare/reprice.ts";
import { gaugeOf } from "../../src/cost/target.ts";
import { knownCases } from "../../src/compare/known-cases.ts";
import { checkPromises } from "../../src/compare/promises.ts";
import { replay } from "../../src/compare/replay.ts";
import { hitSentences, replayNotes } from "../../src/report/replay-sentences.ts";
import { formatAmount, formatNumber, formatRange, writtenUnit } from "../../src/report/format.ts";
import { COST_CATEGORIES } from "../../src/domain/cost-items.ts";
import { evaluatePlan } from "../../src/evaluate/evaluate.ts";
import { measureNamed, type MeasureKey } from "../../src/evaluate/measures/table.ts";
import { evaluateToday } from "../../src/evaluate/scenario.ts";
import { moneyFormulas } from "../../src/report/money-sums.ts";
import { CATEGORY_NAMES } from "../../src/report/money-text.ts";
import { measureTitle, savingApart } from "../../src/report/saving-apart.ts";
import { cellWord, measuresOf } from "../../src/report/shown-measures.ts";
import { type Consolidation, planOf } from "../../src/compare/groupings.ts";
import { importCase } from "../../src/import/import-case.ts";
import { type OpenCase } from "../../src/open-case.ts";
import { listedPlans } from "../cases/listed.ts";
import { caseFolder } from "../data/case-folder.ts";
import { earliestStart, isoDay } from "../../src/rules/calendar.ts";
import { openSite, settled, type Site, type Visit } from "./open-page.ts";
import { openedCase } from "../cases/opened.ts";
import { kroner, savedOrSpent, turned } from "../../web/panels/effects/money-words.ts";
import { voiceIn } from "../web/voice.ts";

let site: Site;
let visit: Visit;
let opened: OpenCase;
let answer: Consolidation;

/** Plan 78, the decision of 2016, where each area goes to the nearest school of its new district. */
const PLAN = 77;

beforeAll(async () => {
  opened = openedCase("holbaek");
  [site, answer] = await Promise.all([openSite(), listedPlans("nearest")]);
  visit = await site.visit(`&policy=nearest&plan=${PLAN + 1}`);
  await settled(visit.page);
  await visit.page.locator(".money-line").first().waitFor();
});
afterAll(() => site.leave());

const CORRECTED = { low: 0, mid: 3_000_000, high: 4_000_000 };

const row = () => visit.page.locator(".cost-row", { hasText: "Hvad en selvstændig skole ellers koster" });
const money = (): Promise<string> => visit.page.locator(".money").innerText();

describe("the money of a plan", () => {
  test("is the library's, category by category, with what does not change in one line", async () => {
    const { basis } = opened;
    const planMoney = evaluatePlan(basis, planOf(basis, answer, PLAN)).totals.money!;
    const { saving } = planMoney;
    const text = await money();
    expect(text).toContain(formatRange(saving.leadership, EXACTLY.currency, "da"));
    expect(text).toContain(
      formatRange(
        { low: -saving["one-off"].high, mid: -saving["one-off"].mid, high: -saving["one-off"].low },
        EXACTLY.currency,
        "da",
      ),
    );
    expect(text).toContain("Ingen ændring: bygninger");
    expect(text).toContain("Pengene til undervisning stiger med");
    const { total } = gaugeOf(basis.municipality.info.savingsTarget!, planMoney, 2015);
    const [low, mid, high] = [total.low, total.mid, total.high].map((value) =>
      formatAmount(value, EXACTLY.currency, "da"),
    );
    expect(text).toContain(`Fundet ${mid} (${low} til ${high}) af 21 mio. kr.`);
  });

  test("and its sums are the library's in Node, to the last digit", async () => {
    const { basis } = opened;
    const planMoney = evaluatePlan(basis, planOf(basis, answer, PLAN)).totals.money!;
    const lines = await visit.page.locator(".money-line").evaluateAll((all) =>
      all.map((line) => ({
        name: line.querySelector(".money-name")?.textContent ?? "",
        amount: line.querySelector(".money-amount")?.textContent ?? "",
        formula: Array.from(line.querySelectorAll(".formula"), (each) => each.textContent ?? ""),
      })),
    );
    const formulas = moneyFormulas(planMoney.drivers, basis.today, basis.costs, EXACTLY, "da");
    const categories = COST_CATEGORIES.flatMap((category) => {
      const shown = lines.find(({ name }) => name === CATEGORY_NAMES[category].da);
      return shown ? [{ shown, category }] : [];
    });
    expect(categories.length).toBeGreaterThan(2);
    const voice = voiceIn("da");
    for (const { shown, category } of categories) {
      const saving = planMoney.saving[category];
      const said = category === "one-off" ? kroner(voice, turned(saving)) : savedOrSpent(voice, saving).whole;
      expect(shown.amount, category).toBe(said);
      expect(shown.formula, category).toEqual(formulas[category]);
    }
  });

  test("comes year by year, five months of the first at most", async () => {
    await visit.page.locator(".money-line", { hasText: "År for år" }).locator("summary").click();
    const years = await visit.page.locator(".budget-years tbody tr").allInnerTexts();
    expect(years).toHaveLength(5);
    const { basis } = opened;
    // Once the plan has its full effect a year is what counts of it.
    const { low, mid, high } = evaluatePlan(basis, planOf(basis, answer, PLAN)).totals.money!.counted;
    const [l, m, h] = [low, mid, high].map((value) => formatNumber(value / 1e6, 1, "da"));
    expect(years[4]).toContain(`${m} (${l} til ${h})`);
    expect(years[0]).toMatch(new RegExp(`^${earliestStart("closing", isoDay(new Date()))}`));
  });
});

const dialog = () => visit.page.getByRole("dialog", { name: "Hvad hviler tallet på?" });

describe("another figure in place of one that the money rests on", () => {
  const claim = { item: "travelCard", value: 5000 } as const;

  test("is one press from the money, and says at once what the library finds of saving, place and turning point", async () => {
    const { basis } = opened;
    await visit.page.locator(".four-figures .figure-button").first().click();
    const asked = dialog().locator(".rests-row", { hasText: basis.costs.travelCard.name.da });
    await asked.getByRole("textbox").fill("5.000");
    await dialog().locator(".claim-effect strong").waitFor();
    const told = await dialog().locator(".claim-effect").innerText();
    const plan = pricedListed(basis, answer, PLAN)!;
    const saved = savedIfClaimed(plan, claim);
    for (const range of [saved.before, saved.after]) expect(told).toContain(formatRange(range, EXACTLY.currency, "da"));
    const { before, after, next } = placesIfClaimed(basis, answer, saved, claim);
    expect(told).toContain(
      before === after ? `stadig nr. ${before} af 210` : `nr. ${before} før, nr. ${after} med dit`,
    );
    const { at, most } = turningPoint(plan, pricedListed(basis, answer, next!)!, claim);
    expect(told).toContain(`Plan ${next! + 1} `);
    expect(told).toContain(formatNumber(at ?? most, 0, "da"));
  });

  test("is kept beside a proposal with where it is from, changes no figure of it, and is taken back", async () => {
    const { page } = visit;
    const figure = page.locator(".four-figures .figure-button").first();
    const before = await figure.innerText();
    await dialog().getByLabel("Hvor har du tallet fra?").fill("Tilbud fra busselskabet");
    await dialog().getByRole("button", { name: "Lav et forslag af planen, og sæt det dér" }).click();
    await dialog().locator(".said-figure").waitFor();
    await page.keyboard.press("Escape");
    const said = page.locator(".said-beside");
    await said.waitFor();
    expect(await said.innerText()).toMatch(/Et buskort: 5\.000 i stedet for .*Kilde: Tilbud fra busselskabet\. Sagt /);
    expect(await figure.innerText()).toBe(before);
    await said.getByRole("button", { name: "Se, hvad det gør: Et buskort 5.000" }).click();
    await dialog().locator(".claim-effect strong").waitFor();
    await page.keyboard.press("Escape");
    await said.getByRole("button", { name: /^Tag tilbage/ }).click();
    await expect.poll(() => said.count()).toBe(0);
    // As the tests after this one expect it.
    await page.goto(`${site.address}/?test=1&policy=nearest&plan=${PLAN + 1}`);
    await settled(page);
    await page.locator(".money-line").first().waitFor();
  });
});

const written = (all: readonly (readonly [MeasureKey, Iterable<number>])[]) =>
  all.map(([key, of]) => [
    key,
    Array.from(of, (value) => formatAmount(value, writtenUnit(measureNamed(key)!.unit, EXACTLY.currency), "da")),
  ]);

describe("the page and the library in Node agree to the last digit", () => {
  test("on every measure of a plan that is shown, today's beside it", async () => {
    const { basis } = opened;
    const rows = await visit.page.locator("table.figures tbody tr").evaluateAll((all) =>
      all.map((line) => {
        const title = line.querySelector("th")?.firstChild?.textContent ?? "";
        return [title, ...Array.from(line.querySelectorAll("td"), (cell) => cell.textContent ?? "")];
      }),
    );
    const apart = savingApart(basis.municipality.info.savingsTarget);
    const measured = MEASURES.flatMap((measure) => {
      const shown = rows.find(([title, ...cells]) => title === measureTitle(measure, apart).da && cells.length === 2);
      return shown ? [{ shown: shown.slice(1).map((text) => text.replaceAll("\u2212", "-")), measure }] : [];
    });
    expect(measured.length).toBeGreaterThan(10);
    const columns = [evaluateToday(basis), evaluatePlan(basis, planOf(basis, answer, PLAN))].map(({ values }) => ({
      values,
      cells: measuresOf(basis, values),
    }));
    for (const { shown, measure } of measured) {
      const told = columns.map(({ values, cells }) => {
        const [value, cell] = [values.get(measure.key), cells.get(measure.key)];
        return value === undefined
          ? "-"
          : cell
            ? cellWord(cell, "da")
            : formatAmount(value, writtenUnit(measure.unit, EXACTLY.currency), "da");
      });
      expect(shown, measure.key).toEqual(told);
    }
  });

  test("on all measures of all plans listed", async () => {
    const listed = await visit.page.evaluate(() => {
      const list = window.skoledistrikt!.store.state().lists.nearest;
      return list.status === "listed" ? [...list.list.values].map(([key, all]) => [key, [...all]] as const) : [];
    });
    expect(written(listed)).toEqual(written([...answer.values]));
  });
});

describe("the register of costs", () => {
  test("shows every parameter with source and owner", async () => {
    await visit.page.getByRole("button", { name: "Se og ret forudsætningerne" }).click();
    await row().waitFor();
    expect(await visit.page.locator(".cost-row").count()).toBe(Object.keys(opened.basis.costs).length);
    for (const text of await visit.page.locator(".cost-row").allInnerTexts()) {
      expect(text).toContain("Kilde: ");
      expect(text).toContain("Spørg: ");
    }
  });

  test("says what is wrong with a number, and changes nothing until it is right", async () => {
    await row().getByLabel("Midt").fill("tre");
    await visit.page.keyboard.press("Enter");
    expect(await row().getByRole("alert").innerText()).toContain("»tre« er ikke et tal");
    expect(await row().getByRole("alert").innerText()).toContain(
      "Indtil det er rettet, regnes der med 0 - 250.000 - 2.300.000 som før.",
    );
    await row().getByLabel("Midt").fill("3.000.000");
    await visit.page.keyboard.press("Enter");
    expect(await row().getByRole("alert").innerText()).toContain("midt ikke over højt");
    await visit.page.keyboard.press("Escape");
    await visit.page.getByRole("button", { name: "Se og ret forudsætningerne" }).click();
    expect(await row().getByLabel("Midt").inputValue()).toBe("3.000.000");
    expect(await row().getByRole("alert").innerText()).toContain("midt ikke over højt");
    expect(new URL(visit.page.url()).searchParams.get("costs")).toBeNull();
  });

  test("has the whole list worked out again after a correction, as the library does it", async () => {
    await row().getByLabel("Højt").fill("4000000");
    await visit.page.keyboard.press("Enter");
    await visit.page.waitForFunction(() => performance.getEntriesByName("repriced").length > 0);
    const { basis } = opened;
    const costs = { ...basis.costs, ownOrganisation: { ...basis.costs.ownOrganisation, ...CORRECTED } };
    const corrected = { ...basis, costs };
    const repriced = repriceGroupings(corrected, answer);
    const shown = await visit.page.evaluate(() => {
      const list = window.skoledistrikt!.store.state().lists.nearest;
      return list.status === "listed" ? [...list.list.values.get("saving")!] : [];
    });
    expect(shown).toEqual([...repriced.values.get("saving")!]);
    const total = evaluatePlan(corrected, planOf(corrected, repriced, PLAN)).totals.money!.counted;
    await visit.page
      .locator(".plan-saving", { hasText: `${formatRange(total, EXACTLY.currency, "da")} sparet om året` })
      .waitFor();
  });

  test("marks what is corrected, and gives it as a costs.csv that a case takes in", async () => {
    expect(await row().innerText()).toContain("rettet");
    expect(await row().innerText()).toContain("Før: 0 - 250.000 - 2.300.000");
    const [file] = await Promise.all([
      visit.page.waitForEvent("download"),
      visit.page.getByRole("button", { name: "Hent costs.csv" }).click(),
    ]);
    expect(file.suggestedFilename()).toBe("costs.csv");
    const files = new Map([...caseFolder("holbaek"), ["costs.csv", await readFile(await file.path())] as const]);
    const { value, issues } = importCase(files);
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(value!.municipality.ownCosts!.parameters).toMatchObject([
      { item: "ownOrganisation", ...CORRECTED, priceYear: 2015 },
    ]);
  });

  test("keeps corrections over a reload, and sets them back", async () => {
    await visit.page.reload();
    await settled(visit.page);
    await visit.page.getByRole("button", { name: "Regnet med én rettet forudsætning" }).click();
    expect(await row().getByLabel("Midt").inputValue()).toBe("3.000.000");
    await visit.page.getByRole("button", { name: /^Fortryd rettelsen af Hvad en selvstændig skole/ }).click();
    const { basis } = opened;
    const own = formatRange(
      evaluatePlan(basis, planOf(basis, answer, PLAN)).totals.money!.counted,
      EXACTLY.currency,
      "da",
    );
    await visit.page.locator(".plan-saving", { hasText: `${own} sparet` }).waitFor();
    expect(await visit.page.locator(".corrected-tag").count()).toBe(0);
    expect(new URL(visit.page.url()).searchParams.get("costs")).toBeNull();
  });

  test("tells how far the model misses on known cases", async () => {
    const { basis, plans } = opened;
    const [known] = knownCases(basis, checkPromises(basis, plans)).filter(
      ({ name }) => name.da === "Otte distrikter til fire, 2016",
    );
    const row2016 = visit.page.locator(".known-table tbody tr", { hasText: "Otte distrikter til fire, 2016" });
    await row2016.waitFor();
    const difference = formatNumber((100 * (known.model.mid - known.said)) / known.said, 0, "da", "always");
    expect(await row2016.innerText()).toContain(`${difference.replace("-", "−")} %`);
    await visit.page.keyboard.press("Escape");
    expect(await visit.page.locator("dialog[open]").count()).toBe(0);
  });

  test("is one link from what the model has got right before, decision by decision", async () => {
    await visit.page.locator(".money").getByRole("button", { name: "Hvor godt modellen har passet før" }).click();
    const told = visit.page.getByRole("dialog", { name: "Hvor godt modellen har passet før" });
    await told.getByRole("heading", { name: "Byrådets beslutning 2016" }).waitFor();
    const { basis, plans } = opened;
    const { hits } = replay(basis, opened, checkPromises(basis, plans));
    const text = await told.innerText();
    for (const sentence of [...hitSentences(hits), ...replayNotes({ hits })]) expect(text).toContain(sentence.da);
    expect(await told.locator(".replay-table tbody tr").allInnerTexts()).toHaveLength(5);
    await visit.page.keyboard.press("Escape");
    // Once it is known it stands beside the money too.
    expect(await visit.page.locator(".money .past-hits").innerText()).toContain(
      `${hits.promises.inside} af ${hits.promises.of} løfter om penge og ${hits.counts.inside} af ${hits.counts.of} elevtal`,
    );
  });

  test("meets no error on the way", () => expect(visit.errors).toEqual([]));
});
