import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { TINY_FILES, tinyCase } from "../cases/tiny.ts";
import { openSite, settled, type Site, type Visit } from "./open-page.ts";

let site: Site;

beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.leave());

/** Drops files on the page as a person would from a folder window. */
async function drop(page: Page, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const plain = [...files].map(([path, bytes]) => ({ path, bytes: [...bytes] }));
  const data = await page.evaluateHandle((list) => {
    const transfer = new DataTransfer();
    for (const { path, bytes } of list) transfer.items.add(new File([new Uint8Array(bytes)], path.split("/").at(-1)!));
    return transfer;
  }, plain);
  await page.dispatchEvent(".page", "drop", { dataTransfer: data });
}

describe("files dropped on the page", () => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await site.visit();
    await settled(visit.page);
  });
  afterAll(() => visit.close());

  test("of another kind are turned away in words", async () => {
    const { page } = visit;
    await drop(page, new Map([["photo.png", new Uint8Array(4)]]));
    await page.getByText("Filen photo.png er ikke åbnet. Den er ikke lavet her. Siden kan åbne").waitFor();
    expect(await page.locator(".question h1").innerText()).toBe("Holbæk");
  });

  test("that are a plan open as a proposal that starts from it, and leave the case open", async () => {
    const { page, errors } = visit;
    const plan = { format: "skoledistrikt-plan", version: 1, id: "prove", title: "Prøveplan" };
    await drop(page, new Map([["prove.json", new TextEncoder().encode(JSON.stringify(plan))]]));
    await page.getByText("Planen er åbnet som jeres eget forslag.", { exact: false }).first().waitFor();
    expect(await page.getByLabel("Forslagets navn").inputValue()).toBe("Prøveplan");
    expect(await page.locator(".problem-table").count()).toBe(0);
    expect(errors).toEqual([]);
  });

  test("with errors give a table with file, line, column, what is wrong and what to do", async () => {
    const { page, errors } = visit;
    const sites = TINY_FILES["sites.csv"].replace("0-9", "0-99");
    await drop(page, tinyCase({ "sites.csv": sites, "roads.geojson": "{" }));
    await page.getByRole("heading", { name: "Sagen kan ikke åbnes" }).waitFor();
    const rows = await page.locator(".problem-table tbody tr").allInnerTexts();
    const ofSites = rows.find((row) => row.includes("sites.csv"))!;
    expect(ofSites).toMatch(/^Fejl\s+sites\.csv\s+2\s+grades/);
    expect(rows.some((row) => row.includes("roads.geojson"))).toBe(true);
    expect(await page.getByRole("alert").innerText()).toContain("Intet er regnet");
    await page.getByRole("button", { name: "Åbn den indbyggede sag" }).click();
    await settled(page);
    expect(await page.locator(".question h1").innerText()).toBe("Holbæk");
    expect(errors).toEqual([]);
  });

  test("in order open as a case of their own, with no notice of synthetic pupils where there is none", async () => {
    const { page, errors } = visit;
    await drop(page, tinyCase());
    await page.waitForFunction(() => document.querySelector(".question h1")?.textContent === "Lilleby");
    await settled(page);
    expect(await page.locator(".summary-count").innerText()).toMatch(/^\d mulige planer$/);
    expect(await page.locator(".synthetic").count()).toBe(0);
    expect(await page.getByRole("link", { name: "© OpenStreetMap" }).count()).toBe(0);
    expect(errors).toEqual([]);
  });
});

describe("the server's own case", () => {
  test("is the one that is opened, polygons and all", async () => {
    const lattice = await openSite("data/lattice");
    const { page, errors } = await lattice.visit("&policy=nearest");
    await settled(page);
    expect(await page.locator(".question h1").innerText()).toBe("Gitterby");
    expect(await page.locator(".summary-count").innerText()).toBe("6 mulige planer");
    const drawn = await page.evaluate(() => {
      const [{ canvas }] = window.skoledistrikt!.maps;
      return canvas.queryRenderedFeatures({ layers: ["zones"] }).length;
    });
    expect(drawn).toBeGreaterThan(0);
    await page.goto(`${lattice.address}/?test=1&file=today`);
    await settled(page);
    await page.getByText("Hent og print").click();
    await page.evaluate(() => {
      const { dataset } = document.body;
      new MutationObserver(() => {
        for (const { textContent } of document.querySelectorAll("p[role=status]"))
          dataset["told"] = `${dataset["told"] ?? ""}${textContent}|`;
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    const html = await saved(page, "Side til at læse og printe (HTML)");
    await page.getByText("Filen er gemt.").waitFor();
    expect(await page.evaluate(() => document.body.dataset["told"])).toMatch(
      /Regner tallene ….*Tegner kort 1 af 1 ….*Skriver filen ….*Filen er gemt\./,
    );
    const printed = await page.context().newPage();
    await printed.setContent(html);
    const pdf = (await printed.pdf({ tagged: true, preferCSSPageSize: true })).toString("latin1");
    await printed.close();
    const count = (mark: RegExp): number => pdf.match(mark)?.length ?? 0;
    expect([count(/\/Type \/Page\b/g) > 2, count(/\/StructTreeRoot/g) > 0, count(/\/Lang \(da\)/g) > 0]).toEqual([
      true,
      true,
      true,
    ]);
    // As many as the page has, with the heads of their columns; the map with a frame that has its words.
    expect([count(/\/S \/Table\b/g), count(/\/S \/Figure\b/g)]).toEqual([html.match(/<table/g)!.length, 2]);
    expect(count(/\/S \/TH\b/g)).toBeGreaterThan(count(/\/S \/Table\b/g));
    const figures = await saved(page, "Fil til at efterregne tallene (JSON)");
    await drop(page, new Map([["sag.tal.json", new TextEncoder().encode(figures)]]));
    await page
      .getByText(/(\d+) af \1 tal stemmer/)
      .first()
      .waitFor();
    const wrong = figures.replace(/"places":\d/, '"places":7');
    await drop(page, new Map([["sag.tal.json", new TextEncoder().encode(wrong)]]));
    await page
      .getByText(/\(Pladser\): i filen 7\d*, regnet efter/)
      .first()
      .waitFor();
    expect(errors).toEqual([]);
    await lattice.leave();
  });
});

/** The text of a file that a button gives. */
async function saved(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
  return readFileSync(await file.path(), "utf8");
}

/** Without the case, and with a file of the page's own cut off the first time that it is asked for. */
const withoutCase = async (page: Page): Promise<void> => {
  await page.route("**/case/index.json", (route) => route.fulfill({ status: 500, body: "" }));
  await page.route("**/assets/*.js", (route) => route.abort(), { times: 1 });
};

describe("in a browser that was never here", () => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await site.visit("", { browser: "own", before: withoutCase });
  });
  afterAll(() => visit.close());

  test("a case that cannot be fetched gives words and a way to try again", async () => {
    const { page } = visit;
    // The page itself was fetched a second time, since nothing of it starts where a file of it is missing.
    await page.getByRole("heading", { name: "Siden kunne ikke hente sagen" }).waitFor();
    await page.getByText("svarede med en fejl").waitFor();
    expect(await page.getByText("500").isVisible()).toBe(false);
    await page.getByText("Vis den tekniske besked").click();
    expect(await page.getByText("500").isVisible()).toBe(true);
    await page.unroute("**/case/index.json");
    let answer: (() => void) | undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    await page.route("**/case/index.json", (route) => held.then(() => route.continue()));
    await page.getByRole("button", { name: "Prøv igen" }).click();
    // What is pressed while the case is on its way is done once it is there, and says so until then.
    const doing = page.getByRole("navigation", { name: "Hvad vil I gøre?" });
    await doing.getByRole("button", { name: "Lad computeren foreslå" }).click();
    await doing.getByText("venter på data").waitFor();
    answer?.();
    await page.getByRole("button", { name: "Find svar" }).waitFor();
    await doing.getByRole("button", { name: "Find plan" }).click();
    await settled(page);
    expect(await page.locator(".question h1").innerText()).toBe("Holbæk");
  });

  test("a part that does not come says so in its place, and comes once it can be fetched", async () => {
    const { page } = visit;
    await settled(page);
    const cut = "**/assets/HerePanel-*.js";
    await page.route(cut, (route) => route.abort());
    const doing = page.getByRole("navigation", { name: "Hvad vil I gøre?" });
    await doing.getByRole("button", { name: "Hos mig" }).click();
    const missing = page.getByText("Denne del af siden kunne ikke vises.", { exact: false });
    await missing.waitFor();
    await page.unroute(cut);
    await page.getByRole("button", { name: "Hent siden igen" }).click();
    await page.getByRole("combobox", { name: "Hvor bor I?" }).waitFor();
    expect(await missing.count()).toBe(0);
    await doing.getByRole("button", { name: "Find plan" }).click();
  });

  test("without a network the page goes on working, the other policy and its solver included", async () => {
    const { page, context } = visit;
    await settled(page);
    await page.evaluate(() => navigator.serviceWorker.register("./service-worker.js"));
    await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === "activated");
    await context.setOffline(true);
    await page.getByText("Du er uden net.", { exact: false }).waitFor();
    await page.locator(".policies .segment").nth(1).click();
    // Rows are made in sight alone, and on a first visit the list lies below it: what is said of the plans is above.
    await page.locator(".summary", { hasText: "har de samme distrikter som" }).waitFor();
    await page.reload();
    await settled(page);
    expect(await page.locator(".summary-count").innerText()).toBe("210 mulige planer");
  });
});
