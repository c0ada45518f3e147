import type { Locator, Page } from "playwright-core";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { openSite, settled, type Site, stored } from "./open-page.ts";

let site: Site;
beforeAll(async () => (site = await openSite()));
afterEach(() => site.leave());

/** How a person acts who has only this to act with. */
interface Hand {
  readonly press: (target: Locator) => Promise<void>;
  readonly choose: (list: Locator, label: string) => Promise<void>;
  readonly write: (field: Locator, text: string) => Promise<void>;
  readonly paint: (page: Page, farm: { readonly lon: number; readonly lat: number }) => Promise<void>;
}

/** Where a place is in the window. */
const spotOf = (page: Page, place: { readonly lon: number; readonly lat: number }) =>
  page.evaluate(({ lon, lat }) => {
    const [map] = window.skoledistrikt!.maps;
    const { x, y } = map.canvas.project([lon, lat]);
    const box = map.canvas.getContainer().getBoundingClientRect();
    return { x: box.x + x, y: box.y + y };
  }, place);

const mouse: Hand = {
  press: (target) => target.click(),
  choose: async (list, label) => void (await list.selectOption({ label })),
  write: async (field, text) => {
    await field.fill(text);
    await field.press("Enter");
  },
  paint: async (page, farm) => {
    const { x, y } = await spotOf(page, farm);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.up();
  },
};

const finger: Hand = {
  press: (target) => target.tap(),
  choose: mouse.choose,
  write: mouse.write,
  paint: async (page, farm) => {
    await page.locator(".map-main canvas").first().scrollIntoViewIfNeeded();
    const { x, y } = await spotOf(page, farm);
    await page.touchscreen.tap(x, y);
  },
};

/** How far an arrow goes over the map, pixels, and where the ring is by then. */
const ARROW = 12;
const walked = new WeakMap<Page, { readonly x: number; readonly y: number }>();

/** Nothing but keys: lists are chosen from by the first letters, the map is walked over by arrows. */
const keys: Hand = {
  press: (target) => target.press("Enter"),
  choose: async (list, label) => {
    await list.focus();
    // The keys of an American keyboard, which is what the driver has, are enough to tell one from the others.
    await list.page().keyboard.type(/^[\x20-\x7e]+/.exec(label)![0]);
  },
  write: async (field, text) => {
    await field.focus();
    const { keyboard } = field.page();
    await keyboard.press("Control+a");
    await keyboard.type(text);
    await keyboard.press("Enter");
  },
  paint: async (page, farm) => {
    const canvas = page.locator(".map-main canvas").first();
    await canvas.focus();
    const [aim, box] = [await spotOf(page, farm), (await canvas.boundingBox())!];
    const from = walked.get(page) ?? { x: box.width / 2, y: box.height / 2 };
    const steps = { x: Math.round((aim.x - box.x - from.x) / ARROW), y: Math.round((aim.y - box.y - from.y) / ARROW) };
    const walk = async (key: string, count: number) => {
      for (let i = 0; i < count; i++) await page.keyboard.press(key);
    };
    await walk(steps.x < 0 ? "ArrowLeft" : "ArrowRight", Math.abs(steps.x));
    await walk(steps.y < 0 ? "ArrowUp" : "ArrowDown", Math.abs(steps.y));
    walked.set(page, { x: from.x + steps.x * ARROW, y: from.y + steps.y * ARROW });
    await page.keyboard.press("Space");
  },
};

const plan = (page: Page) =>
  page.evaluate(() => {
    const { proposals, choice, caseState } = window.skoledistrikt!.store.state();
    if (choice.plan?.from !== "own" || caseState.status !== "open") throw new Error("no proposal in view");
    const { draft, history } = proposals!.get(choice.plan.id)!;
    const number = (name: string) => caseState.view.sites.findIndex((each) => each.name === name);
    const districtOf = (name: string) => draft.plan.districts.find(({ sites }) => sites.includes(number(name)))?.name;
    return {
      title: draft.plan.title,
      udby: draft.plan.teaching[number("Udby Skole")],
      orø: districtOf("Orø Skole"),
      toTuse: draft.plan.assignment.filter((at) => at === number("Tuse Skole")).length,
      assignment: [...draft.plan.assignment].join(),
      steps: history.steps.size,
    };
  });

/** Between Holbæk and Tuse, where many live. */
const FARMS = [
  { lon: 11.66, lat: 55.695 },
  { lon: 11.69, lat: 55.69 },
  { lon: 11.71, lat: 55.68 },
];

const LOOKS = [
  { how: "by mouse", hand: mouse, look: { width: 1200, height: 760, browser: "own" } },
  { how: "by finger on a phone", hand: finger, look: { width: 390, height: 844, touch: "touch" } },
  { how: "by keyboard alone", hand: keys, look: { width: 1200, height: 760 } },
] as const;

describe("a group that has never seen the page", () => {
  test.each(LOOKS)(
    "makes, finishes, names and compares its own plan, undoes, and has it after a reload, $how",
    async ({ hand, look }) => {
      const { page, errors } = await site.visit("", look);
      const button = (name: string) => page.getByRole("button", { name, exact: true });
      await settled(page);
      // The first time by the door, later by the place in the head.
      await hand.press(button("Lav jeres eget forslag").or(button("Tegn")).first());
      await page.getByLabel("Forslagets navn").waitFor();

      await hand.press(button("Luk Udby Skole"));
      await expect.poll(async () => (await plan(page)).udby).toBe(0);
      await hand.choose(page.getByLabel("Distrikt for Orø Skole"), "Katrinedalskolen");
      await expect.poll(async () => (await plan(page)).orø).toBe("Katrinedalskolen");

      await hand.press(button("Mal til Tuse Skole"));
      for (const farm of FARMS) {
        const { assignment: before } = await plan(page);
        await hand.paint(page, farm);
        await expect.poll(async () => (await plan(page)).assignment).not.toBe(before);
      }

      const tools = button("Alle værktøjer");
      if (await tools.isVisible()) await hand.press(tools);

      // Udby's pupils do not all fit into Tuse, and what is locked stays: the page says what stands in the way, and the way out.
      await hand.press(button("Lås Tuse Skole"));
      const lamp = page.getByRole("region", { name: "Kan det stadig gøres færdigt?" });
      await expect.poll(() => lamp.textContent()).toContain("Kan ikke gøres færdigt, som det er låst.");
      const out = button("Lås op: Tuse Skole");
      if (!(await out.isVisible())) await hand.press(lamp.locator("summary"));
      await hand.press(out);
      await expect.poll(() => lamp.textContent()).not.toContain("Kan ikke");
      await hand.press(button("Ret det for mig"));
      const take = button("Brug det");
      await hand.press(take);
      await expect.poll(() => page.locator(".draw-status").textContent()).not.toContain("mangler plads");
      // The button that took it is gone; the keys go on from where it stood.
      expect(await page.evaluate(() => document.activeElement?.closest(".draw-panel") !== null)).toBe(true);

      await hand.write(page.getByLabel("Forslagets navn"), "Fælles om Tuse");
      await expect.poll(async () => (await plan(page)).title).toBe("Fælles om Tuse");
      const tab = page.getByRole("tab", { name: "Konsekvenser" });
      if (await tab.isVisible()) await hand.press(tab);
      // Right by the plan's name, and what it tells comes before all else.
      const compare = page.getByLabel("Sammenlign med");
      await hand.choose(compare, "Byrådets beslutning 2016: fire skoledistrikter");
      await page.locator(".pair-wins").waitFor();
      const [name, choice, told, meaning] = await Promise.all(
        [page.locator(".effects-head"), compare, page.locator(".pairing"), page.locator(".meaning")].map((part) =>
          part.boundingBox(),
        ),
      );
      expect(choice!.y - (name!.y + name!.height)).toBeLessThan(60);
      expect(told!.y).toBeLessThan(meaning!.y);
      if (await tab.isVisible()) await hand.press(page.getByRole("tab", { name: "Tegn" }));

      const whole = await plan(page);
      await hand.press(button("↶ Fortryd"));
      await expect.poll(async () => (await plan(page)).title).not.toBe(whole.title);
      await hand.press(button("↷ Gør igen"));
      await expect.poll(() => plan(page)).toEqual(whole);
      await stored(page);
      await page.reload();
      await page.getByLabel("Forslagets navn").waitFor();
      expect(await plan(page)).toEqual(whole);
      expect(errors).toEqual([]);
    },
  );
});
