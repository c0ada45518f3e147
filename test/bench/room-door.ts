import type { Browser, Page } from "playwright-core";
import { ROOM_PART } from "../../src/protocol/room-roles.ts";

/** A browser of its own in front of a room's door: the button that lets in is on its way. */
export async function atRoomDoor(browser: Browser, url: string, link: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    bypassCSP: true,
    locale: "da-DK",
  });
  const page = await context.newPage();
  await page.goto(`${url}/?test=fine${ROOM_PART}${link}`);
  return page;
}
