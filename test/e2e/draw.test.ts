import { readFileSync } from "node:fs";
import { dsvFormat } from "d3-dsv";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeFaults } from "./axe-faults.ts";
import { drawn, unitOf } from "./drawn-school.ts";
import { openSite, settled, type Site, type Visit } from "./open-page.ts";

let site: Site;
let visit: Visit;

/** One window for all of it: to load the page anew for each costs more than what most of them look at. */
beforeAll(async () => {
  site = await openSite();
  visit = await site.visit();
});
afterAll(() => site.leave());

/** Loads the page anew in the very moment that a button of it was pressed. */
function pressAndReload(button: HTMLElement | SVGElement): void {
  if (button instanceof HTMLElement) button.click();
  window.location.reload();
}

/** A proposal of its own for each test, from the plans or from the one before it. */
async function begin(page: Page): Promise<void> {
  await settled(page);
  // From the plan that is in view at first, not from the proposal before.
  await page.evaluate(() =>
    window.skoledistrikt!.store.dispatch({ kind: "choose", change: { plan: undefined, doing: "find" } }),
  );
  const draw = page.getByRole("button", { name: /^(Tegn|Lav jeres eget forslag)$/ });
  await draw.first().click();
  await page.getByLabel("Forslagets navn").waitFor();
}

describe("a plan of one's own", () => {
  test("is closed, painted, locked, named, undone, and there again after a reload, by mouse", async () => {
    const { page } = visit;
    await begin(page);
    const before = (await drawn(page, "Udby Skole"))!;
    expect(before.pairs).toBeGreaterThan(0);

    // Closing a school gives its pupils another in the same step; whoever double-clicks does not open or lock it by that.
    await page.getByRole("button", { name: "Luk Udby Skole" }).dblclick();
    await page.waitForFunction(() =>
      document.querySelector(".draw-status")?.textContent?.includes("lle elever har en skole"),
    );
    expect(await drawn(page, "Udby Skole")).toMatchObject({ pairs: 0, teaches: 0 });
    await page.getByRole("button", { name: "Fortryd" }).first().click();
    expect(await drawn(page, "Udby Skole")).toMatchObject({ pairs: before.pairs, teaches: before.teaches });
    await page.getByRole("button", { name: "Gør igen" }).first().click();
    expect(await drawn(page, "Udby Skole")).toMatchObject({ pairs: 0 });

    // A stroke with the brush sends areas to another school.
    await page.getByRole("button", { name: "Mal til Tuse Skole" }).click();
    const tuse = (await drawn(page, "Tuse Skole"))!.pairs;
    const spot = await unitOf(page, "Bjergmarkskolen");
    await page.mouse.move(spot.x, spot.y);
    await page.mouse.down();
    await page.mouse.move(spot.x + 12, spot.y + 4, { steps: 3 });
    await page.mouse.up();
    // What is said and offered under the map moves nothing on it.
    await page.locator(".map-below .bands").waitFor();
    const after = await unitOf(page, "Bjergmarkskolen");
    expect(after.x).toBeCloseTo(spot.x, 0);
    expect(after.y).toBeCloseTo(spot.y, 0);
    const painted = (await drawn(page, "Tuse Skole"))!.pairs;
    expect(painted).toBeGreaterThan(tuse);

    // Ctrl+Z while a stroke goes on drops the stroke, and takes back no step.
    await page.getByLabel("Områderne skal høre til").selectOption({ label: "Bjergmarkskolen" });
    await page.mouse.move(spot.x, spot.y);
    await page.mouse.down();
    await page.keyboard.press("Control+z");
    await page.mouse.up();
    expect((await drawn(page, "Tuse Skole"))!.pairs).toBe(painted);

    // What is locked no stroke moves.
    await page.getByRole("button", { name: "Lås Tuse Skole" }).click();
    await page.mouse.move(spot.x, spot.y);
    await page.mouse.down();
    await page.mouse.up();
    expect((await drawn(page, "Tuse Skole"))!.pairs).toBe(painted);
    await expect.poll(() => page.locator(".draw-line").textContent()).toContain("låst");
    // Unlocked where it says so, the stroke is drawn after all; one step back locks again.
    await page.getByRole("button", { name: "Lås op og gør det: Tuse Skole" }).click();
    await expect.poll(async () => (await drawn(page, "Tuse Skole"))!.pairs).toBeLessThan(painted);
    await page.getByRole("button", { name: "Fortryd" }).first().click();
    await page.getByRole("button", { name: "Lås Tuse Skole op" }).first().waitFor();
    expect((await drawn(page, "Tuse Skole"))!.pairs).toBe(painted);

    // A whole school area is shown in words before the click that takes it, and locked so.
    await page.keyboard.press("z");
    await page.keyboard.press("l");
    const held = await unitOf(page, "Jyderup Skole");
    await page.mouse.move(held.x, held.y);
    const aim = page.locator(".draw-aim");
    await expect.poll(() => aim.textContent()).toMatch(/^Jyderup Skole: \d+ områder med omkring \d+ elever$/);
    const areas = /\d+/.exec((await aim.textContent())!)![0];
    await page.mouse.down();
    await page.mouse.up();
    await expect.poll(() => page.locator(".draw-line").textContent()).toContain(`${areas} områder låses`);
    // Grades are locked and unlocked by name, and Alt-click takes the school to paint to from the map.
    const locks = page.locator(".draw-locks");
    await locks.locator("summary").click();
    await page.getByLabel("Lås også").selectOption({ label: "7.-9. klasse" });
    await locks.getByRole("button", { name: "Lås", exact: true }).click();
    await locks.getByRole("button", { name: "Lås 7.-9. klasse op" }).click();
    await expect.poll(() => locks.locator("h3").textContent()).toBe("Låst (2)");
    await page.keyboard.down("Alt");
    await page.mouse.click(held.x, held.y);
    await page.keyboard.up("Alt");
    const target = page.getByLabel("Områderne skal høre til").locator("option:checked");
    await expect.poll(() => target.textContent()).toBe("Jyderup Skole");

    await page.getByLabel("Forslagets navn").fill("Behold Orø");
    await page.getByLabel("Forslagets navn").press("Enter");
    await page.keyboard.press("Escape");
    await page.getByLabel("Begrundelse").fill("Orø har ingen bro.\nFærgen sejler hver time.");
    await page.getByLabel("Begrundelse").blur();
    const kept = (await drawn(page, "Tuse Skole"))!;
    expect(kept.title).toBe("Behold Orø");

    // On paper: the map's key, how far it is and what was changed, and nothing that it is drawn with.
    await page.emulateMedia({ media: "print" });
    await expect
      .poll(() => page.locator(".effects-reason").innerText())
      .toBe("Begrundelse: Orø har ingen bro.\nFærgen sejler hver time.");
    for (const part of [".effects-reason", ".district-key", ".draw-status", ".draw-steps li >> nth=0"])
      expect(await page.locator(part).isVisible(), part).toBe(true);
    for (const part of [".draw-line", ".draw-tools", ".draw-schools"])
      expect(await page.locator(part).isVisible(), part).toBe(false);
    await page.emulateMedia({ media: null });
    // What is half written when the page is loaded anew is there, as one step however long it took to write.
    const reason = page.getByRole("textbox", { name: "Begrundelse" });
    await reason.press("End");
    await reason.pressSequentially(" Hele", { delay: 5 });
    await page.waitForTimeout(150);
    await reason.pressSequentially(" året", { delay: 5 });
    await page.reload();
    await page.getByLabel("Forslagets navn").waitFor();
    expect(await page.getByLabel("Forslagets navn").inputValue()).toBe("Behold Orø");
    const whole = "Orø har ingen bro.\nFærgen sejler hver time. Hele året";
    expect(await reason.inputValue()).toBe(whole);
    expect(await drawn(page, "Tuse Skole")).toEqual({ ...kept, steps: kept.steps + 1 });
  });

  test("is painted by keyboard alone, and undone by Ctrl+Z", async () => {
    const { page } = visit;
    await begin(page);
    await page.getByRole("button", { name: "Mal til Orø Skole" }).press("Enter");
    const before = (await drawn(page, "Orø Skole"))!.pairs;
    await page.locator(".map-main canvas").first().focus();
    for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Space");
    expect((await drawn(page, "Orø Skole"))!.pairs).toBeGreaterThan(before);
    await page.keyboard.press("Control+z");
    expect((await drawn(page, "Orø Skole"))!.pairs).toBe(before);
    await page.keyboard.press("Control+y");
    const painted = (await drawn(page, "Orø Skole"))!.pairs;
    expect(painted).toBeGreaterThan(before);
    // With the smallest brush from area to area, each with its name, and alone.
    await page.keyboard.press("[");
    await page.keyboard.press("ArrowLeft");
    const says = page.locator(".draw-line [role=status]");
    await expect.poll(() => says.textContent()).toMatch(/^Ved .+: .+ elever, nu på .+\. /);
    await page.keyboard.press("Space");
    expect((await drawn(page, "Orø Skole"))!.pairs - painted).toBeLessThanOrEqual(3);
    // Around areas, corner by corner.
    await page.keyboard.press("f");
    for (const way of ["ArrowDown", "ArrowRight", "ArrowUp"]) {
      await page.keyboard.press("Space");
      for (let i = 0; i < 8; i++) await page.keyboard.press(way);
    }
    await page.keyboard.press("Enter");
    expect((await drawn(page, "Orø Skole"))!.pairs).toBeGreaterThan(painted);
  });

  test("goes to somebody else whole, as a file and as a link, and says when the link was cut short", async () => {
    const { page } = visit;
    await begin(page);
    await page.getByRole("button", { name: "Gem og del" }).click();
    await page.getByRole("button", { name: "Del med andre" }).click();
    const field = page.getByLabel("Link med hele forslaget");
    const first = await field.inputValue();
    await page.getByRole("button", { name: "Luk Udby Skole" }).click();
    await page.getByLabel("Distrikt for Orø Skole").selectOption({ label: "Katrinedalskolen" });
    // A link is of the plan as it stands: until Udby's pupils have another school it is about to change, and is made anew then.
    await page.locator(".draw-status", { hasText: "lle elever har en skole" }).waitFor();
    const mine = (await drawn(page, "Orø Skole"))!;
    await page.getByText("Linket er lavet om").waitFor();
    const link = await field.inputValue();
    expect(link.length).toBeGreaterThan(first.length);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Gem som fil" }).click(),
    ]);
    const path = await file.path();

    // Another browser knows nothing of it but the link.
    const other = await site.visit(link.slice(link.indexOf("#")), { browser: "own" });
    await other.page.getByLabel("Forslagets navn").waitFor();
    expect(await drawn(other.page, "Orø Skole")).toEqual(mine);
    expect(other.page.url()).not.toContain("#");
    await other.page.getByRole("button", { name: "Gem og del" }).click();
    await other.page.getByRole("button", { name: "Slet forslaget" }).click();
    // Pasted into the open page.
    await other.page.evaluate((cut) => (window.location.hash = cut), link.slice(link.indexOf("#"), -40));
    await other.page.getByText("skåret over").waitFor({ state: "visible" });

    // Nor does one in which it was deleted know anything but the file.
    await begin(other.page);
    await other.page.getByRole("button", { name: "Gem og del" }).click();
    await other.page.getByText("Åbn et forslag, I har fået").click();
    await other.page.getByLabel("Fil", { exact: true }).setInputFiles(path);
    await expect.poll(() => drawn(other.page, "Orø Skole").then((plan) => plan?.steps)).toBe(mine.steps);
    expect(await drawn(other.page, "Orø Skole")).toEqual(mine);
    await other.close();
  });

  test("has a version with a name that is there after a reload, and goes to a table that says the same as the plan", async () => {
    const { page } = visit;
    await begin(page);
    await page.getByRole("button", { name: "Luk Udby Skole" }).click();
    await page.waitForFunction(() =>
      document.querySelector(".draw-status")?.textContent?.includes("lle elever har en skole"),
    );
    await page.getByRole("button", { name: "Skridt og udgaver" }).click();
    await page.getByRole("button", { name: "Giv denne udgave et navn" }).click();
    await page.getByLabel("Udgavens navn").fill("Uden Udby");
    await page.keyboard.press("Enter");
    const lock = page.getByRole("button", { name: "Lås Tuse Skole" });
    await Promise.all([page.waitForEvent("load"), lock.evaluate(pressAndReload).catch(() => undefined)]);
    await page.getByLabel("Forslagets navn").waitFor();
    await page.getByRole("button", { name: "Lås Tuse Skole op" }).first().waitFor();
    await page.getByRole("button", { name: "Skridt og udgaver" }).click();
    await page.getByRole("button", { name: "Vis udgaven »Uden Udby«" }).click();
    expect(await drawn(page, "Udby Skole")).toMatchObject({ pairs: 0, steps: 1 });
    // Nothing is lost by going back: the lock is a step forward.
    expect(await page.getByRole("button", { name: "Gør igen" }).first().isEnabled()).toBe(true);

    await page.getByText("Hent og print").click();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Områder som tabel (CSV)" }).click(),
    ]);
    const rows = dsvFormat(";").parse(readFileSync(await file.path(), "utf8").replace("\uFEFF", ""));
    const schools = await page.evaluate(() => {
      const { proposals, choice, caseState } = window.skoledistrikt!.store.state();
      if (caseState.status !== "open" || choice.plan?.from !== "own") return [];
      const { sites } = caseState.view;
      const { draft } = proposals!.get(choice.plan.id)!;
      return Array.from(draft.plan.assignment, (number) => sites[number]?.name ?? "");
    });
    expect(rows.flatMap((row) => ["0-3", "4-6", "7-9"].map((grades) => row[`Skole ${grades}`]))).toEqual(schools);
  });

  test("in two windows loses nothing of either", async () => {
    const { page } = visit;
    await begin(page);
    const second = await visit.context.newPage();
    await second.goto(page.url());
    await second.getByLabel("Forslagets navn").waitFor();
    await page.getByRole("button", { name: "Lås Tuse Skole" }).click();
    await locked(second, "Tuse Skole");
    await second.getByRole("button", { name: "Lås Orø Skole" }).click();
    await locked(page, "Orø Skole");
    await page.reload();
    await page.getByLabel("Forslagets navn").waitFor();
    expect((await drawn(page, "Tuse Skole"))!.steps).toBe(2);
    // At the same moment, too: each window comes to hold what both did.
    const other = second.getByRole("button", { name: "Lås Ugerløse Skole" }).click();
    await page.getByRole("button", { name: "Lås Udby Skole" }).click();
    await other;
    await locked(page, "Ugerløse Skole");
    await locked(second, "Udby Skole");
    await second.close();
  });

  test("assumes other grades and places of a school and what is its own alone, and is measured so", async () => {
    const { page } = visit;
    await begin(page);
    // What is locked says so where it would be changed.
    await page.getByRole("button", { name: "Lås Tuse Skole" }).click();
    await page.getByText("Låst: distrikt, trin, pladser og elever bliver, som de er.").waitFor();
    await page.getByRole("button", { name: "Lås Tuse Skole op" }).first().click();
    await page.getByRole("button", { name: "Trin og pladser på Tuse Skole" }).click();
    await page.getByLabel("Tuse Skole: pladser i 0.-3. klasse").fill("10");
    await page.keyboard.press("Tab");
    await expect.poll(() => page.locator(".draw-problems").textContent()).toContain("Tuse Skole");
    const before = (await drawn(page, "Tuse Skole"))!;
    await page.getByLabel("Tuse Skole: 7.-9. klasse").click();
    await expect.poll(() => page.locator(".draw-status").textContent()).toContain("men forslaget giver");
    const after = (await drawn(page, "Tuse Skole"))!;
    expect(after.teaches).toBe(before.teaches & 0b011);
    expect(after.pairs).toBeLessThan(before.pairs);
    await page.getByText("Forudsætninger", { exact: true }).click();
    await page.getByRole("button", { name: "Tilføj en udgift" }).click();
    await page.keyboard.type("Taxa til Orø");
    await page.keyboard.press("Tab");
    await page.keyboard.type("0,4 mio\n");
    await page.getByText("Skriv beløbet i hele kroner").waitFor();
    await page.getByLabel("Hvor mange kroner?").fill("400.000");
    await page.keyboard.press("Enter");
    await page.getByText("Regnet med forslagets egne forudsætninger: Taxa til Orø, 400.000 kr. om året.").waitFor();
    expect(
      await page.locator(".money-line > summary", { hasText: "Forslagets egne udgifter" }).textContent(),
    ).toContain("0,4 mio. kr. dyrere");
    await page.getByRole("button", { name: "Ret Taxa til Orø" }).click();
    expect(await page.getByLabel("Hvor mange kroner?").inputValue()).toBe("400.000");
    await page.getByLabel("Hvor mange kroner?").fill("500.000");
    await page.keyboard.press("Enter");
    await page.getByText("Regnet med forslagets egne forudsætninger: Taxa til Orø, 500.000 kr. om året.").waitFor();
    await page.getByRole("button", { name: "Fortryd" }).first().click();
    await page.getByText("Regnet med forslagets egne forudsætninger: Taxa til Orø, 400.000 kr. om året.").waitFor();
    await page.getByRole("button", { name: "Fjern Taxa til Orø" }).click();
    await page.locator(".measured-with").first().waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Tilføj en farlig strækning" }).click();
    for (const label of ["Tuse Skole", "Udby Skole"])
      await page.getByLabel("Eller vælg en skole eller by").selectOption({ label });
    await page.getByText("2 steder er valgt.").waitFor();
    expect(await axeFaults(page)).toEqual([]);
    // For any grades, one or more, and for nobody before it is said.
    const add = page.getByRole("button", { name: "Tilføj", exact: true });
    expect(await add.isDisabled()).toBe(true);
    const grades = (name: string) => page.getByRole("checkbox", { name, exact: true });
    for (const each of ["0.-3. klasse", "7.-9. klasse", "4.-6. klasse"]) await grades(each).check();
    await grades("7.-9. klasse").uncheck();
    await add.click();
    await page.getByText("farlig for elever i 0.-6. klasse").first().waitFor();
    await page.getByRole("button", { name: "Tilføj nye boliger" }).click();
    await page.locator(".map-main canvas").first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByText("Ét sted er valgt.").waitFor();
    await page.getByLabel("Hvor mange boliger?").fill("120");
    await page.getByRole("button", { name: "Tilføj", exact: true }).click();
    await page.getByText("120 huse, indflytning 2016").first().waitFor();
    await page.getByRole("button", { name: "Fortryd" }).first().click();
    await page.getByText("120 huse, indflytning 2016").first().waitFor({ state: "detached" });
  });

  test("gets a new school by keyboard, with the pupils who have the shortest way, takes it away, undoes that and keeps it", async () => {
    const { page } = visit;
    await begin(page);
    const added = () =>
      page.evaluate(() => {
        const { proposals, choice, caseState } = window.skoledistrikt!.store.state();
        if (choice.plan?.from !== "own" || caseState.status !== "open") return undefined;
        const { plan, newSites } = proposals!.get(choice.plan.id)!.draft;
        return {
          count: newSites.length,
          pairs: plan.assignment.filter((at) => at === caseState.view.sites.length).length,
        };
      });
    await page.getByRole("button", { name: "Ny skole" }).press("Enter");
    await page.locator(".map-main canvas").first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByLabel("Skolens navn").fill("Midtskolen");
    // What is wrong is said under its blank, to which the keys go back.
    await page.getByLabel("Pladser i 7.-9. klasse").fill("mange");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    const blank = page.locator("[aria-invalid=true]:focus");
    await blank.waitFor();
    expect(await blank.getAttribute("aria-label")).toBe("Pladser i 7.-9. klasse");
    await page.getByRole("alert").filter({ hasText: "»mange« er ikke et tal" }).waitFor();
    await blank.fill("");
    await page.getByLabel("Pladser i 0.-3. klasse").fill("60");
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press("Enter");
    expect(await added()).toEqual({ count: 1, pairs: 0 });
    await page.getByRole("button", { name: "Giv Midtskolen de elever, der har kortest vej" }).first().click();
    const filled = (await added())!;
    expect(filled.pairs).toBeGreaterThan(0);
    await page.getByText("Hvad det koster at bygge Midtskolen, er ikke regnet med").waitFor();
    await dragged(page, "Midtskolen");
    await page.getByRole("button", { name: "Fjern Midtskolen" }).first().click();
    await page.waitForFunction(() =>
      document.querySelector(".draw-status")?.textContent?.includes("lle elever har en skole"),
    );
    expect(await added()).toEqual({ count: 0, pairs: 0 });
    await page.getByRole("button", { name: "Fortryd" }).first().click();
    expect(await added()).toEqual(filled);
    await page.reload();
    await page.getByLabel("Forslagets navn").waitFor();
    expect(await added()).toEqual(filled);
  });

  test("meets no error on the way", () => expect(visit.errors).toEqual([]));
});

/** A new school is moved by arrow keys and by mouse, each in one step that is undone again; Escape leaves it where it is. */
async function dragged(page: Page, name: string): Promise<void> {
  const stands = () =>
    page.evaluate(() => {
      const { proposals, choice, newWays } = window.skoledistrikt!.store.state();
      const { lon, lat } = proposals!.get(choice.plan?.from === "own" ? choice.plan.id : "")!.draft.newSites[0];
      return { lon, lat, isReached: newWays.has(`${lon} ${lat}`) };
    });
  const handle = page.getByRole("button", { name: `${name}: træk den, eller flyt den med piletasterne` });
  const first = await stands();
  await handle.focus();
  await page.keyboard.press("ArrowRight");
  await page.getByText(`${name} flyttes hertil`).first().waitFor();
  await page.keyboard.press("Escape");
  expect(await stands()).toEqual(first);
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await stands()).lon).toBeGreaterThan(first.lon);
  const second = await stands();
  expect(second.lat).toBeCloseTo(first.lat, 6);
  const box = (await handle.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 10, y - 12, { steps: 3 });
  await page.mouse.up();
  await expect.poll(async () => (await stands()).lat).toBeGreaterThan(first.lat);
  // The ways to where it stands now are made anew.
  await expect.poll(async () => (await stands()).isReached).toBe(true);
  for (const { lon, lat } of [second, first]) {
    await page.getByRole("button", { name: "Fortryd" }).first().click();
    expect(await stands()).toMatchObject({ lon, lat });
  }
}

/** Waits until a school is locked in the proposal looked at. */
const locked = (page: Page, school: string) => page.waitForSelector(`role=button[name="Lås ${school} op"]`);
