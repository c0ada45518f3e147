import type { Request } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSite, settled, type Site } from "./open-page.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.leave());

test("a parent finds the address, reads the letter, chooses a grade and makes a slip, and nothing of it leaves the browser", async () => {
  const { page, errors, close } = await site.visit("&file=2021&start=2027");
  await settled(page);
  await page.getByRole("button", { name: "Hos mig" }).click();
  // Addresses come whole, and nobody has typed anything yet.
  await page.getByText("Opdigtede adresser").waitFor();
  const sent: Request[] = [];
  page.on("request", (request) => sent.push(request));
  const sockets: unknown[] = [];
  page.on("websocket", (socket) => sockets.push(socket));

  const field = page.getByRole("combobox", { name: "Hvor bor I?" });
  await field.fill("laerkevj 4 2. tv, 4300");
  await page.getByRole("option", { name: "Lærkevej 4 4300 Holbæk" }).waitFor();
  await field.press("ArrowDown");
  await field.press("Enter");
  const panel = page.locator(".here-panel");
  await panel.getByRole("heading", { name: "Lærkevej 4, 4300 Holbæk" }).waitFor();
  await panel.getByLabel("Barnet går nu i").selectOption({ label: "2. klasse" });
  const today = panel.locator(".here-school").first();
  await expect
    .poll(() => today.textContent())
    .toMatch(
      /I dag \(2015\/16\)Bjergmarkskolen, 1,9 km\. .*25 min\. til fods, 11 min\. på cykel, 3 min\. i bil\..*gratis befordring: nej, vejen er ikke længere end 2,5 km/,
    );
  // The year that the plan's calendar asks for, not the case's next, which has long gone by.
  expect(await panel.locator(".here-years").textContent()).toContain("Skolerne er, som de var i skoleåret 2015/16.");
  expect(await panel.locator(".here-child li").allTextContents()).toEqual([
    "2026/27 til 2033/34: 2.-9. klasse, Bjergmarkskolen",
  ]);
  const way = await page.evaluate(() => window.skoledistrikt!.store.state().home?.way?.length);
  expect(way).toBeGreaterThan(1);
  // Nothing about other people's children.
  expect(await panel.textContent()).not.toMatch(/elev/i);

  const slip = page.locator("body > .slip");
  expect(await slip.textContent()).not.toContain("Lærkevej");
  await panel.getByText("Skriv stedet på sedlen").click();
  await expect.poll(() => slip.textContent()).toContain("Sted: Lærkevej 4, 4300 Holbæk");
  expect(await slip.textContent()).toContain("Opdigtede adresser");
  const saved = page.waitForEvent("download");
  await panel.getByRole("button", { name: "Gem" }).click();
  expect((await saved).suggestedFilename()).toBe("hos-mig.html");
  await page.evaluate(() => (window.print = () => document.documentElement.setAttribute("data-printed", "")));
  await panel.getByRole("button", { name: "Udskriv" }).click();
  await page.emulateMedia({ media: "print" });
  expect(await slip.isVisible()).toBe(true);
  expect(await page.locator("#page").isVisible()).toBe(false);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: "screen" });

  // An address that the list does not have, Enter pressed at once: nothing is taken for it, and the answer stays the one that was chosen.
  await field.fill("Hovedgaden 12, Tølløse");
  await field.press("Enter");
  await panel.getByText("Det findes ikke, som det er skrevet. Mente I et af disse steder?").first().waitFor();
  await page.getByRole("option", { name: "Tølløse 4340, by" }).waitFor();
  expect(await panel.getByRole("heading", { name: "Lærkevej 4, 4300 Holbæk" }).count()).toBe(1);
  await field.fill("laerkevej 4");
  await field.press("Enter");
  await panel.getByText("Der er flere steder, der passer. Vælg det, I mener.").first().waitFor();
  // A postcode is its town.
  await field.fill("4520");
  await field.press("Enter");
  await panel.getByRole("heading", { name: "Svinninge, 4520" }).waitFor();

  // The field names no other place than the answer is for.
  await page.locator(".map-canvas").first().click();
  await panel.getByRole("heading", { name: /^Stedet på kortet ved / }).waitFor();
  expect(await field.inputValue()).toBe("");
  await panel.locator(".here-school").first().waitFor();

  // What was fetched meanwhile is the page's own code, by names that say nothing of a place.
  const asked = sent.map((request) => ({ url: decodeURIComponent(request.url()), body: request.postData() }));
  const own = new RegExp(`^(${site.address}/assets/[\\w.-]+|blob:.*)$`);
  expect(asked.filter(({ url, body }) => !own.test(url) || body !== null)).toEqual([]);
  expect(sockets).toEqual([]);
  expect(decodeURIComponent(page.url())).not.toMatch(/rkevej|lat|lon|4300/i);

  // A number that no house has is said to be unknown. Loaded again, the tab still knows the place, and forgets it when it is told to.
  await field.fill("laerkevej 9999");
  await page.getByRole("option", { name: "Lærkevej 4300 Holbæk, vej, uden husnummer, nr. 9999 kendes ikke" }).click();
  const unknown = panel.getByText("Husnummer 9999 kendes ikke. Svaret gælder Lærkevej, 4300 Holbæk.");
  await unknown.waitFor();
  await page.reload();
  await unknown.waitFor();
  expect(await field.inputValue()).toBe("Lærkevej, 4300 Holbæk");
  await panel.getByRole("button", { name: "Glem stedet" }).click();
  await unknown.waitFor({ state: "detached" });
  expect(await field.inputValue()).toBe("");
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain("rkevej");
  expect(errors).toEqual([]);
  await close();
});
