import { afterAll, beforeAll, expect, test } from "vitest";
import type { Page, WebSocketRoute } from "playwright-core";
import { axeFaults } from "./axe-faults.ts";
import { openSite, type Site, type Visit } from "./open-page.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite("data/lattice", "rooms");
}, 120_000);
afterAll(() => site.leave());

const row = (page: Page, school: string) => page.locator(".draw-school").filter({ hasText: school }).first();
/** A way into a room, with what a test looks into; another address than a visit's own, so that the page is loaded by it. */
const into = (link: string) => `${site.address}/?test=1&by=link${new URL(link).hash}`;

/** The middle of the map, and the land that is in sight: west, south, east, north. */
const landOf = (page: Page) =>
  page.evaluate(() => {
    const [{ canvas }] = window.skoledistrikt!.maps;
    const [{ lng, lat }, seen] = [canvas.getCenter(), canvas.getBounds()];
    return {
      middle: [lng, lat],
      land: [seen.getWest(), seen.getSouth(), seen.getEast(), seen.getNorth()],
      zoom: canvas.getZoom(),
    };
  });

/** How far a page's map is from showing the same land around the same middle as another's, degrees. */
async function apart(page: Page, leader: Page): Promise<number> {
  const [own, led] = await Promise.all([landOf(page), landOf(leader)]);
  const [west, south, east, north] = own.land.map((at, i) => at - led.land[i]);
  return Math.max(...own.middle.map((at, i) => Math.abs(at - led.middle[i])), west, south, -east, -north);
}

const slideOn = (page: Page, name: RegExp) => page.getByRole("dialog").getByRole("heading", { name }).first();
const strip = (page: Page) => page.locator(".room-strip");

/** The line of a page to its room, which can be cut, and lead to the same room of another epoch, as after a restore. */
async function lineOf(page: Page) {
  let isCut = false;
  let epoch: string | undefined;
  const open: WebSocketRoute[] = [];
  await page.routeWebSocket(/rooms\/live/, (socket) => {
    if (isCut) return void socket.close();
    const server = socket.connectToServer();
    socket.onMessage((sent) =>
      server.send(epoch === undefined ? sent : sent.toString().replace(/"epoch":"[^"]+"/, '"epoch":"before"')),
    );
    server.onMessage((told) =>
      socket.send(epoch === undefined ? told : told.toString().replace(/^(42\["here",.*,)"[^"]*"\]$/, `$1"${epoch}"]`)),
    );
    open.push(socket);
    return undefined;
  });
  return {
    cut: async () => {
      isCut = true;
      await Promise.all(open.map((socket) => socket.close()));
    },
    mend: (as?: string) => {
      epoch = as;
      isCut = false;
    },
  };
}

/** As from another machine, where the organiser's link alone lets make rooms. */
const ORGANISER = "o".repeat(43);
const asElsewhere = (page: Page) =>
  page.route("**/rooms/offered", (route) => {
    const mayMake = route.request().headers()["authorization"] === `Bearer ${ORGANISER}`;
    return route.fulfill({ json: { mayMake, addresses: [] } });
  });

test("one makes a room, another comes by its link; each sees what the other does, undo takes back one's own, and a page loaded anew is in the room again", async () => {
  const organiser = `#arrangor=${ORGANISER}`;
  const anna: Visit = await site.visit(organiser, { width: 1440, height: 900, before: asElsewhere });
  const { page } = anna;
  await page.getByRole("button", { name: "Mødet", exact: true }).waitFor();
  expect(new URL(page.url()).hash).toBe("");
  await page.getByRole("button", { name: "Tegn", exact: true }).click();
  await page.getByRole("button", { name: "Tegn sammen med andre" }).click();
  await page.getByLabel("Hvad skal rummet hedde?").fill("Borgermøde");
  await page.getByLabel(/Jeres navn/).fill("Anna");
  await page.getByRole("button", { name: "Lav rummet" }).click();
  const link = await page.locator(".room-invite input").first().inputValue();
  expect(link).toMatch(/#rum=[\w-]{43}$/);
  // A page over a plain line, as in a village hall, has no clipboard, and copies all the same.
  await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await page.getByRole("button", { name: "Kopiér" }).first().click();
  await page.getByRole("button", { name: "Kopieret" }).waitFor();
  await page.locator("summary", { hasText: "Til storskærmen" }).click();
  const toScreen = await page.locator(".room-invite input").nth(2).inputValue();
  expect(await axeFaults(page, "dialog")).toEqual([]);
  await page.getByRole("button", { name: "Luk", exact: true }).click();

  const bo = await site.visit("", { width: 390, height: 844 });
  const line = await lineOf(bo.page);
  await bo.page.goto(into(link), { waitUntil: "commit" });
  await bo.page.getByText("Rummet åbnes …").waitFor();
  await bo.page.getByRole("dialog", { name: "Gå ind i »Borgermøde«" }).waitFor();
  await bo.page.getByLabel(/Jeres navn/).fill("Bo");
  expect(await axeFaults(bo.page, "dialog")).toEqual([]);
  await bo.page.getByRole("button", { name: "Gå ind" }).click();
  await strip(bo.page).getByText("2 er her").waitFor();
  await strip(page).getByText("2 er her").waitFor();
  // What the room began from is called the same: which is the room's is said.
  await page.getByRole("button", { name: "Find plan" }).press("Enter");
  const own = page.locator(".own-proposals .own-name");
  await own.nth(1).waitFor();
  expect((await own.allTextContents()).toSorted()).toEqual(["Eget forslag 1", "Eget forslag 1 (i rummet)"]);
  await page.getByRole("button", { name: "Tegn", exact: true }).press("Enter");

  // Where one points the other sees, with the name, until one hides it.
  const cursor = bo.page.locator(".map-cursor[aria-hidden=true]", { hasText: "Anna" });
  await page.locator(".map-main .map-canvas").hover();
  await cursor.waitFor();
  await strip(page).getByRole("button", { name: "Vis mig ikke på kortet" }).press("Enter");
  await cursor.waitFor({ state: "detached" });
  await page.locator(".map-main .map-canvas").hover({ position: { x: 200, y: 200 } });

  // One closes a school; the other sees it closed, with the name of whoever did it, and gives the proposal another name.
  await row(page, "Adby Skole").getByRole("button", { name: /^Luk/ }).press("Enter");
  await row(bo.page, "Adby Skole").getByText("lukket").waitFor();
  expect(await cursor.count()).toBe(0);
  await bo.page.locator("#draw-changes summary").click();
  await bo.page
    .locator(".draw-steps")
    .getByText(/^Anna: .*Adby Skole/)
    .first()
    .waitFor();

  // One looks back at how it was before each step: nothing can be drawn meanwhile, and what the other does comes in.
  await page.locator("#draw-changes summary").first().click();
  // Nobody goes back for everybody: what is offered is a copy.
  await page
    .getByRole("button", { name: /^Lav en kopi herfra/ })
    .first()
    .waitFor();
  expect(await page.getByRole("button", { name: /^Gå tilbage hertil/ }).count()).toBe(0);
  await page.getByRole("button", { name: "Se forslaget blive til" }).click();
  const past = page.locator(".past-line");
  await past.getByRole("slider", { name: "Trin" }).press("Home");
  await past.getByText(/^Trin 0 af \d+ Udgangspunktet$/).waitFor();
  expect(await row(page, "Adby Skole").count()).toBe(0);
  await page.keyboard.press("ArrowRight");
  await past.getByText(/^Trin 1 af \d+ Ændret .* af Anna\. Adby Skole/).waitFor();
  expect([...(await axeFaults(page, ".past-line")), ...(await axeFaults(page, ".draw-panel"))]).toEqual([]);
  const steps = async () => Number(/ af (\d+)/.exec((await past.textContent()) ?? "")?.[1]);
  const before = await steps();
  await bo.page.getByLabel("Forslagets navn").fill("Vores forslag");
  await bo.page.getByLabel("Forslagets navn").press("Enter");
  await expect.poll(steps).toBe(before + 1);
  await past.getByText(/^Trin 1 af /).waitFor();
  await page.keyboard.press("Escape");
  await past.waitFor({ state: "detached" });
  await expect.poll(() => page.getByLabel("Forslagets navn").inputValue()).toBe("Vores forslag");

  // What one takes back is one's own: the name stays.
  await page.getByRole("button", { name: /Fortryd/ }).click();
  await row(bo.page, "Adby Skole").getByText("lukket").waitFor({ state: "detached" });
  expect(await bo.page.getByLabel("Forslagets navn").inputValue()).toBe("Vores forslag");

  // Loaded anew, the page is in the room again, with all of it.
  await bo.page.reload();
  await strip(bo.page).getByText("2 er her").waitFor();
  await expect.poll(() => bo.page.getByLabel("Forslagets navn").inputValue()).toBe("Vores forslag");

  // Without a line one goes on drawing; what was drawn comes to the others when the line is back.
  await line.cut();
  await strip(bo.page).getByText("Forbindelsen er væk").waitFor();
  await row(bo.page, "Bolby Skole").getByRole("button", { name: /^Luk/ }).click();
  await row(bo.page, "Bolby Skole").getByText("lukket").waitFor();
  expect(await row(page, "Bolby Skole").getByText("lukket").count()).toBe(0);
  await strip(bo.page)
    .getByText(/venter \(én ændring\)/)
    .waitFor();
  // Loaded anew before the line is back, it is sent all the same.
  await bo.page.reload();
  await strip(bo.page).getByText("Forbindelsen er væk").waitFor();
  line.mend();
  await row(page, "Bolby Skole").getByText("lukket").waitFor();

  // What the room does not take once the line is back is said by its name, whatever one looks at by then, until it is read.
  await line.cut();
  await strip(bo.page).getByText("Forbindelsen er væk").waitFor();
  await row(bo.page, "Dalby Skole").getByRole("button", { name: /^Luk/ }).click();
  await row(bo.page, "Dalby Skole").getByText("lukket").waitFor();
  await page.getByRole("button", { name: "Lås Dalby Skole", exact: true }).press("Enter");
  await page.getByRole("button", { name: "Lås Dalby Skole op" }).first().waitFor();
  await strip(bo.page).getByRole("button", { name: "Mødet" }).click();
  line.mend();
  const refused = bo.page.getByRole("alert").filter({ hasText: /Dalby Skole.*« kom ikke med i rummet\..*låst/ });
  await refused.waitFor();
  expect(await axeFaults(bo.page, ".page-notice")).toEqual([]);
  await refused.getByRole("button").click();
  await bo.page.getByText("kom ikke med i rummet").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Lås Dalby Skole op" }).first().press("Enter");
  await bo.page.getByRole("button", { name: "Tegn på forslaget" }).click();

  // After a restore all is told anew, and the page says so; one goes on drawing.
  await line.cut();
  await strip(bo.page).getByText("Forbindelsen er væk").waitFor();
  line.mend("restored");
  const restored = bo.page.getByText("hentet frem fra en sikkerhedskopi");
  await restored.waitFor();
  // It is read wherever the page is scrolled to.
  await bo.page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  expect(await bo.page.evaluate(() => window.scrollY)).toBeGreaterThan(200);
  const { y = -1, height = 0 } = (await restored.boundingBox()) ?? {};
  expect(y).toBeGreaterThanOrEqual(0);
  expect(y + height).toBeLessThan(await bo.page.evaluate(() => window.innerHeight));
  await bo.page.evaluate(() => window.scrollTo(0, 0));
  await expect.poll(() => bo.page.getByLabel("Forslagets navn").inputValue()).toBe("Vores forslag");
  await row(bo.page, "Bolby Skole").getByText("lukket").waitFor();
  await row(bo.page, "Bolby Skole").getByRole("button", { name: /^Åbn/ }).click();
  await row(page, "Bolby Skole").getByText("lukket").waitFor({ state: "detached" });

  // The big screen asks nobody for a name, shows the way in and what whoever leads looks at, and has nothing to press.
  const screen = await site.visit("", { width: 1024, height: 768 });
  await screen.page.goto(into(toScreen));
  await screen.page.locator(".screen-shown h2", { hasText: "Vores forslag" }).waitFor();
  const shown = screen.page.locator(".screen");
  await shown.getByText("2 er her").waitFor();
  // A code that leads to this machine alone would be scanned in vain.
  expect(await shown.locator(".screen-in").count()).toBe(0);
  expect(await shown.locator(":is(button, a, input, select)").count()).toBe(0);
  const sizes = await shown
    .locator(":is(h1, h2, p, span, strong):not(.screen-credit)")
    .evaluateAll((parts) => parts.map((part) => Number.parseFloat(getComputedStyle(part).fontSize)));
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(28);
  expect(await axeFaults(screen.page, ".screen")).toEqual([]);
  // Loaded anew it is the screen again, and shows a hall nothing else on the way there.
  await screen.page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => {
      for (const part of document.querySelectorAll("header, main, dialog, .skip-link")) seen.push(part.className);
    }).observe(document, { childList: true, subtree: true });
  });
  await screen.page.reload();
  await screen.page.locator(".screen-shown h2", { hasText: "Vores forslag" }).waitFor();
  const seen = await screen.page.evaluate<string[]>("[...new Set(window.seen)]");
  expect(seen.toSorted()).toEqual(["screen", "screen-coming", "screen-head"]);

  expect(await axeFaults(bo.page, ".draw-panel")).toEqual([]);
  // Where whoever leads has moved and zoomed to, a phone and the big screen show all of the same land around the same middle.
  await strip(page).getByRole("button", { name: "Mødet" }).press("Enter");
  const map = page.locator(".map-main .maplibregl-canvas");
  const { zoom } = await landOf(page);
  await map.press("+");
  await expect.poll(async () => (await landOf(page)).zoom).toBeCloseTo(zoom + 1);
  await map.press("ArrowRight");
  await map.press("ArrowUp");
  await page.getByRole("button", { name: "Lad alles kort følge mit" }).press("Enter");
  await bo.page.getByText("Du følger Anna").waitFor();
  for (const each of [bo, screen]) await expect.poll(() => apart(each.page, page)).toBeLessThan(0.0005);
  // Slides are turned for whoever goes along, each of them, and put away.
  await page.getByRole("button", { name: "Vis på møde" }).press("Enter");
  for (const name of [/^Det ser vi på/, /^I dag/, /^Vores forslag/]) {
    for (const each of [page, bo.page]) await slideOn(each, name).waitFor();
    await page.keyboard.press("ArrowRight");
  }
  await page.keyboard.press("Escape");
  await bo.page.getByRole("dialog").waitFor({ state: "detached" });
  // So it does in a smaller window: on the land that was in sight before there would be less on all sides.
  await bo.page.setViewportSize({ width: 320, height: 640 });
  await expect.poll(() => bo.page.evaluate(() => window.innerWidth)).toBe(320);
  await expect.poll(() => apart(bo.page, page)).toBeLessThan(0.0005);
  await bo.page.getByText("Du følger Anna").waitFor();
  expect([...anna.errors, ...bo.errors, ...screen.errors]).toEqual([]);
  for (const visit of [anna, bo, screen]) await visit.close();
}, 180_000);
