import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFaults } from "./axe-faults.ts";
import { openSite, settled, type Site } from "./open-page.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite("data/lattice", "rooms");
}, 120_000);
afterAll(() => site.leave());

const button = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: typeof name === "string" });
const unfold = (page: Page, words: string) => page.locator("summary", { hasText: words }).press("Enter");

/** Goes from one thing to the next by Tab until it stands at the one that is meant, which a person with a keyboard alone must come to. */
async function tabTo(target: Locator, most = 60): Promise<void> {
  for (let i = 0; i < most; i++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await target.page().keyboard.press("Tab");
  }
  throw new Error(`no way to ${String(target)} in ${most} steps`);
}

/** Writes in place of what stands there, by keys alone. */
async function write(field: Locator, text: string): Promise<void> {
  const { keyboard } = field.page();
  await field.focus();
  await keyboard.press("Control+a");
  await keyboard.insertText(text);
}

/** Chooses from a list by the first letters of what is meant. */
async function choose(list: Locator, letters: string): Promise<void> {
  await list.focus();
  await list.page().keyboard.type(letters);
}

/** All that the browser keeps of rooms, as text. */
async function keptByBrowser(): Promise<string> {
  const database = await new Promise<IDBDatabase>((done) => {
    const asked = indexedDB.open("skoledistrikt-rooms");
    asked.addEventListener("success", () => done(asked.result));
  });
  const rows = database.transaction("heard").objectStore("heard").getAll();
  const text = await new Promise<string>((done) => {
    rows.addEventListener("success", () => done(JSON.stringify(rows.result)));
  });
  database.close();
  return text;
}

/** How many places that were written about stand on the map. */
function saidOnMap(): number {
  const [map] = window.skoledistrikt!.maps;
  return map.canvas.querySourceFeatures("said").length;
}

test("an evening: a facilitator leads a phone and a big screen through look, draw, a vote and the minutes", async () => {
  const leader = await site.visit("", { width: 1440, height: 900 });
  const { page } = leader;
  // Whoever leads has a keyboard alone: nothing is pointed at, and what matters first is come to by Tab.
  await tabTo(button(page, "Mødet"));
  await page.keyboard.press("Enter");
  await tabTo(page.getByLabel("Hvad skal rummet hedde?"));
  await page.keyboard.insertText("Borgermøde <b>Udby</b>");
  await tabTo(page.getByLabel(/Jeres navn/), 5);
  await page.keyboard.insertText("Leder");
  await page.keyboard.press("Enter");
  const links = page.locator(".room-invite input");
  await unfold(page, "Til dem, der kun skal se med");
  await links.nth(2).waitFor();
  const [toDraw, toWatch] = [await links.nth(0).inputValue(), await links.nth(2).inputValue()];
  await page.keyboard.press("Escape");
  await tabTo(button(page, "Mødet").first());
  await page.keyboard.press("Enter");
  await tabTo(page.getByLabel(/Minutter/));
  await page.keyboard.type("10");
  await page.keyboard.press("Shift+Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Gå til »Se på kortet«");
  await page.keyboard.press("Enter");
  await page
    .locator(".room-now")
    .getByText(/^(10|9):\d\d tilbage$/)
    .waitFor();
  await page.getByText(/^Rummet slettes den \d+\. \S+ \d{4}, hvis ingen bruger det inden\./).waitFor();
  expect(await axeFaults(page, ".meeting")).toEqual([]);

  const bo = await site.visit("", { width: 390, height: 844 });
  await bo.page.goto(toDraw);
  await bo.page.getByLabel(/Jeres navn/).fill("Bo");
  await button(bo.page, "Gå ind").click();
  // Whoever comes stands where the room is.
  await bo.page.getByText("Se på kortet og tallene. Der tegnes endnu ikke.").waitFor();

  // Bo has a keyboard alone as well. Bo asks, the facilitator answers and gives the word for drawing.
  const enter = async (target: Locator): Promise<void> => {
    await tabTo(target, 90);
    await bo.page.keyboard.press("Enter");
  };
  await tabTo(bo.page.getByLabel("Skriv til de andre"));
  await bo.page.keyboard.insertText("Hvad koster bussen?");
  await enter(button(bo.page, "Send"));
  await page.getByText("Hvad koster bussen?").waitFor();
  await button(page, "Svar").press("Enter");
  await write(page.getByLabel("Svar til Bo"), "600 kr. om året pr. elev");
  await button(page, "Send").press("Enter");
  await bo.page.getByText("600 kr. om året pr. elev").waitFor();
  // An address is asked about first; what is deleted is gone with its reason.
  await bo.page.getByLabel("Skriv til de andre").fill("Hun bor Søgade 3");
  await button(bo.page, "Send").click();
  await bo.page.getByText(/ligner en adresse/).waitFor();
  await button(bo.page, "Send alligevel").click();
  const said = page.locator(".meet-talk > li").filter({ hasText: "Søgade 3" });
  await said.locator("summary").press("Enter");
  await write(said.getByLabel(/Hvorfor slettes/), "en adresse");
  await page.keyboard.press("Enter");
  await bo.page.getByText("Slettet: en adresse").waitFor();
  expect(await bo.page.getByText("Søgade 3").count()).toBe(0);

  await unfold(page, "Alle punkter");
  await button(page, "Tegn forslag").press("Enter");
  await enter(button(bo.page, "Tegn på forslaget"));
  await enter(
    bo.page.locator(".draw-school").filter({ hasText: "Adby Skole" }).first().getByRole("button", { name: /^Luk/ }),
  );
  await bo.page.locator(".draw-school").filter({ hasText: "Adby Skole" }).first().getByText("lukket").waitFor();
  // A question that comes meanwhile is seen from here.
  await write(page.getByLabel("Skriv til de andre"), "Er I ved at være klar?");
  // What is written may be about a place, which is shown on the map.
  await choose(page.getByLabel("Hvad handler det om?"), "Et sted, jeg viser");
  await page.getByText("Klik på kortet der, hvor det er.", { exact: false }).waitFor();
  const map = page.locator(".map-main .maplibregl-canvas");
  await map.press("ArrowRight");
  await map.press("Enter");
  await page.getByText(/^Det handler om et sted/).waitFor();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("SELECT");
  await button(page, "Send").press("Enter");
  // It is said beside the button that it is sent, and the next is about no place of this one.
  await page.getByText("Sendt. Det står ovenfor.").waitFor();
  expect(await page.getByLabel("Hvad handler det om?").inputValue()).toBe("");
  await enter(bo.page.locator(".room-now").getByRole("button", { name: "Til mødet: én nyhed" }));
  const asked = bo.page.locator(".meet-talk > li").filter({ hasText: "Er I ved at være klar?" });
  await asked.getByText(/^om et sted/).waitFor();
  await asked.getByRole("button", { name: "Vis på kortet" }).waitFor();
  await expect.poll(() => page.evaluate(saidOnMap)).toBeGreaterThan(0);

  // However long the names in a list are, the panel is no wider than the phone.
  const panel = bo.page.locator(".meeting");
  expect(await panel.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  // A copy stands for itself; then the room votes on both.
  await unfold(page, "Læg en kopi af det viste forslag i rummet");
  await write(page.getByLabel("Hvad skal det hedde?"), "Bo's modforslag");
  await button(page, "Læg det i rummet").press("Enter");
  await bo.page.locator(".meet-proposals").getByText("Bo's modforslag", { exact: true }).waitFor();
  // Bo opens the school again in the copy: joined with the other, which says nothing of it since, both have what they want.
  await bo.page.locator(".meet-proposals").getByText("Bo's modforslag", { exact: true }).click();
  await button(bo.page, "Tegn på forslaget").click();
  const school = bo.page.locator(".draw-school").filter({ hasText: "Adby Skole" }).first();
  await school.getByRole("button", { name: /^Åbn/ }).click();
  await school.getByText("lukket").waitFor({ state: "detached" });
  await bo.page.locator(".room-strip").getByRole("button", { name: "Mødet" }).click();
  await unfold(page, "Saml det viste forslag og et andet til ét");
  await button(page, "Se det samlede forslag").press("Enter");
  await page.getByText(/kan samles uden at vælge fra/).waitFor();
  await unfold(page, "Læg det samlede forslag i rummet");
  await write(page.getByLabel("Hvad skal det hedde?").last(), "Samlet");
  await button(page, "Læg det i rummet").last().press("Enter");
  await bo.page.locator(".meet-proposals").getByText("Samlet", { exact: true }).waitFor();
  await bo.page
    .locator(".meet-proposals")
    .getByText(/samlet af .+ og Bo's modforslag/)
    .waitFor();
  // Everybody's map follows, shown as it is shown, until somebody goes another way; then there is a way back.
  await page.locator('input[name="view"][value="side"]').press("Space");
  await button(page, "Lad alles kort følge mit").press("Enter");
  await bo.page.locator(".room-now").getByText("Du følger Leder").waitFor();
  await bo.page.locator(".maps-side").waitFor();
  await bo.page.locator(".meet-proposals").getByText("Bo's modforslag", { exact: true }).click();
  await bo.page.locator(".room-now").getByRole("button", { name: "Følg Leder igen" }).click();
  await bo.page.locator(".room-now").getByText("Du følger Leder").waitFor();
  await button(page, "Slip alles kort").press("Enter");
  await page.locator('input[name="view"][value="plan"]').press("Space");
  await bo.page.locator(".views-few").selectOption("plan");
  // A table of its own for Bo, who is seated there by whoever leads.
  await unfold(page, "Lav et bord med sin egen kopi");
  await write(page.getByLabel("Bordets navn").first(), "Bord 1");
  await button(page, "Lav bordet").first().press("Enter");
  await unfold(page, "Fordel deltagerne ved bordene");
  await choose(page.getByLabel("Bord til Bo"), "Bord 1");
  await bo.page.getByText("· Bo (dig)").waitFor();
  await button(page, "Beslut").press("Enter");
  await button(page, "Begynd afstemningen om rummets forslag").press("Enter");
  await unfold(bo.page, "Giv det viste forslag et versionsnavn");
  await bo.page.getByLabel("Versionens navn").fill("Halvt skrev");
  await bo.page.reload();
  // Loaded anew one stands where one was, with what was half written, and the open vote is in sight.
  await bo.page.locator(".room-now").getByText("Afstemning åben").waitFor();
  await expect.poll(() => bo.page.getByLabel("Versionens navn").inputValue()).toBe("Halvt skrev");
  await bo.page.locator(".room-now").getByText("Afstemning åben").click();
  // It comes into sight under the map and the tabs, which stay over the page.
  const top = async (what: string): Promise<DOMRect> =>
    bo.page
      .locator(what)
      .first()
      .evaluate((element) => element.getBoundingClientRect());
  await expect
    .poll(async () => (await top(".meet-vote")).y - (await top(".sheet-tabs")).bottom)
    .toBeGreaterThanOrEqual(0);
  await enter(bo.page.locator(".meet-ballot").getByRole("button", { name: "Bo's modforslag" }));
  await enter(button(bo.page, "Stem"));
  await bo.page.getByText("Du har stemt.").waitFor();
  await page.getByText("Én af 2 pladser har stemt").waitFor();
  // What stays in sight while one scrolls lies over nothing at the top.
  await bo.page.evaluate(() => window.scrollTo(0, 0));
  expect(await axeFaults(bo.page, ".meeting")).toEqual([]);
  await button(page, "Luk og tæl op").press("Enter");
  await bo.page.getByText(/Under tre stemmer/).waitFor();

  // Whoever watches is shown everything and can do nothing, until the facilitator says otherwise.
  const screen = await site.visit("", { width: 1024, height: 768 });
  await screen.page.goto(toWatch);
  await button(screen.page, "Gå ind").click();
  await screen.page.getByText("Hvad koster bussen?").waitFor();
  expect(await screen.page.getByLabel("Skriv til de andre").count()).toBe(0);
  expect(await axeFaults(screen.page, ".meeting")).toEqual([]);

  // The minutes: one file that tells what was done, and nothing that somebody wrote runs in it.
  await unfold(page, "Referat");
  const [file] = await Promise.all([page.waitForEvent("download"), button(page, "Hent referatet").press("Enter")]);
  const text = readFileSync(await file.path(), "utf8");
  expect(text).toContain("Bo stillede et spørgsmål om");
  expect(text).toMatch(/Bo tegnede på »[^«]+«: [^<]*Adby Skole/);
  expect(text).toMatch(/Leder stillede et spørgsmål om »[^«]+« \(et sted[^)]*\): »Er I ved at være klar\?«/);
  expect(text).toContain("er siden slettet");
  expect(text).not.toContain("Søgade 3");
  expect(text).toContain("Borgermøde &lt;b&gt;Udby&lt;/b&gt;");

  // Dropped on a page that is in no room, they are the room again, to look at.
  const later = await site.visit("", { width: 1024, height: 768 });
  const dropped = await later.page.evaluateHandle((written) => {
    const data = new DataTransfer();
    data.items.add(new File([written], "referat.html"));
    return data;
  }, text);
  await settled(later.page);
  await later.page.dispatchEvent(".page", "drop", { dataTransfer: dropped });
  await later.page
    .locator(".room-strip")
    .getByText(/åbnet fra en fil/)
    .waitFor();
  await later.page.locator(".meet-proposals").getByText("Bo's modforslag", { exact: true }).waitFor();
  expect(await later.page.getByLabel("Skriv til de andre").count()).toBe(0);
  expect(await axeFaults(later.page, ".meeting")).toEqual([]);
  await later.close();

  // Passed on, the proposal is there as a page for the council, with its map.
  await unfold(page, "til byrådet");
  // What it lacks is said before, and whoever leads chooses.
  await page.getByText("Forslaget har mangler", { exact: false }).waitFor();
  await button(page, "Lås forslaget, som det er").press("Enter");
  await page
    .getByText(/er låst til byrådet/)
    .first()
    .waitFor();
  const [paper] = await Promise.all([
    page.waitForEvent("download"),
    button(page, "Hent siden til byrådet").first().press("Enter"),
  ]);
  const sheet = readFileSync(await paper.path(), "utf8");
  expect(sheet).toContain('src="data:image/jpeg;base64,');

  // The last who leads hands over before leaving, and can lead again from here.
  await button(page, "Forlad rummet").press("Enter");
  await page.getByText("Du er den eneste, der leder mødet.", { exact: false }).waitFor();
  expect(await axeFaults(page, "dialog")).toEqual([]);
  await choose(page.getByLabel("Giv ledelsen videre til"), "Bo");
  await button(page, "Giv den videre, og forlad rummet").press("Enter");
  await bo.page.locator("summary", { hasText: "Led mødet" }).waitFor();
  await page.locator(".room-now").waitFor({ state: "detached" });
  await button(page, "Mødet").press("Enter");
  await button(page, "Led »Borgermøde <b>Udby</b>« igen (Leder)").press("Enter");
  await page.locator("summary", { hasText: "Led mødet" }).waitFor();

  // Bo has all he wrote as a file, and has it deleted: what the others show and keep is without it.
  await unfold(bo.page, "Mine bidrag");
  const [own] = await Promise.all([bo.page.waitForEvent("download"), button(bo.page, "Hent mine bidrag").click()]);
  expect(readFileSync(await own.path(), "utf8")).toContain("Hvad koster bussen?");
  await button(bo.page, "Slet mine bidrag").click();
  await button(bo.page, "Slet dem for altid").click();
  await bo.page.getByText("Dit navn og dine bidrag fra denne plads er slettet.").waitFor();
  await screen.page.getByText("Hvad koster bussen?").waitFor({ state: "detached" });
  await page.getByText("Hvad koster bussen?").waitFor({ state: "detached" });
  await screen.page.getByText("600 kr. om året pr. elev").waitFor();
  for (const each of [page, screen.page]) {
    await expect.poll(() => each.evaluate(keptByBrowser)).toContain("600 kr. om");
    expect(await each.evaluate(keptByBrowser)).not.toMatch(/Hvad koster bussen|Søgade 3/);
  }
  expect([...leader.errors, ...bo.errors, ...screen.errors]).toEqual([]);
  for (const visit of [leader, bo, screen]) await visit.close();
}, 180_000);
