import type { Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { openSite, settled } from "./open-page.ts";

const site = await openSite();
afterAll(() => site.leave());

/** What must be read from eight metres; small print is what stands for the record, and names that the map draws by itself. */
const SMALL_PRINT = ".slide-small";
const LEAST_PIXELS = 28;

/** Text in sight that is smaller, and what of a slide does not fit on the screen. */
const faults = (page: Page) =>
  page.evaluate(
    ({ small, least }) => {
      const deck = document.querySelector(".slides")!;
      const walker = document.createTreeWalker(deck, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const [words, within] = [node.textContent?.trim(), node.parentElement!];
        if (!words || within.closest(`${small}, .map-frame, .sr-only`) || !within.checkVisibility()) continue;
        const pixels = Number.parseFloat(getComputedStyle(within).fontSize);
        if (pixels < least) found.push(`${pixels} px: ${words}`);
      }
      const body = deck.querySelector(".slide-body")!;
      if (body.scrollHeight > body.clientHeight + 1) found.push(`${body.scrollHeight} of ${body.clientHeight} px high`);
      if (deck.scrollWidth > deck.clientWidth + 1) found.push(`${deck.scrollWidth} of ${deck.clientWidth} px wide`);
      return found;
    },
    { small: SMALL_PRINT, least: LEAST_PIXELS },
  );

test("slides for a meeting: no text that matters is under 28 px at 1920x1080 on any of them, figures stand still and say of when", async () => {
  const { page, errors } = await site.visit("&compare=1&tray=file.2016,file.2021", { width: 1920, height: 1080 });
  await settled(page);
  // A step that the back button would undo.
  await page.evaluate(() =>
    window.skoledistrikt!.store.dispatch({ kind: "choose", change: { plan: { from: "file", id: "2021" } } }),
  );
  await page.getByRole("button", { name: "Vis på møde" }).first().click();
  const at = page.locator(".slide-foot nav > span");
  await at.waitFor();
  const count = Number((await at.textContent())!.split(" ").at(-1));
  expect(count).toBeGreaterThan(10);
  const small: string[] = [];
  for (let slide = 1; slide <= count; slide++) {
    await expect.poll(() => at.textContent()).toBe(`${slide} af ${count}`);
    await page.waitForFunction(() => !document.querySelector(".slides .asked [role=status]"));
    const title = await page.locator(".slides h1").textContent();
    small.push(...(await faults(page)).map((fault) => `${title}: ${fault}`));
    expect(await page.locator(".slide-foot .slide-small").textContent()).toMatch(/Tal regnet .+ på data [0-9a-f]{8};/);
    await page.keyboard.press("PageDown");
  }
  expect(small).toEqual([]);

  await page.keyboard.press("1");
  await expect.poll(() => page.locator(".slides h1").textContent()).toBe("Hvem mister bussen?");
  await page.locator(".slide-head .slide-button", { hasText: "Start" }).click();
  await page.keyboard.press("Escape");
  await expect.poll(() => page.locator(".slides").count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Vis på møde");
  // Shown again it is where it was, and a key turns the slides at once.
  await page.keyboard.press("Enter");
  await expect.poll(() => page.locator(".slides h1").textContent()).toBe("Hvem mister bussen?");
  await page.locator(".slide-head .slide-button", { hasText: "Stop" }).waitFor();
  await page.keyboard.press("2");
  await expect.poll(() => page.locator(".slides h1").textContent()).toBe("Hvad hvis besparelserne udebliver?");
  // Back leaves the slides, and not what lies under them.
  await page.goBack();
  await expect.poll(() => page.locator(".slides").count()).toBe(0);
  expect(new URL(page.url()).searchParams.get("tray")).toBe("file.2016,file.2021");
  expect(errors).toEqual([]);
});
