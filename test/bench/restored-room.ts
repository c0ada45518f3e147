import { execFileSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "../chromium.ts";
import { upTo } from "./drawn-strokes.ts";
import { type Group, inSeconds, type Result } from "./measure.ts";
import { RoomPage } from "./room-page.ts";
import { atRoomDoor } from "./room-door.ts";
import { makeRoom, serve, takeSeat } from "./room-server.ts";

const PORT = 8953;
/** Strokes that the backup has, and that were drawn after it. */
const [KEPT, LATER] = [30, 5];
/** What a page says whose room was brought back. */
const TOLD = /^Rummet er hentet frem fra en sikkerhedskopi/;
/** All that is waited for comes within so long, milliseconds. */
const PATIENCE = 120_000;

/**
 * A room that was backed up, went on, and was restored into another folder: opened in a real browser by one who was in it before and heard more
 * than was kept, and by one who comes new.
 */
export const restoredRoom: Group = {
  name: "restored-room",
  asked: "by name alone",
  run: async () => {
    if (!existsSync("dist/web/index.html"))
      return [{ what: "a restored room", on: "npm run build has not been run", value: "skipped", target: "" }];
    const folder = await mkdtemp(join(tmpdir(), "skoledistrikt-bench-restored-"));
    const browser = await launchChromium("as for people");
    try {
      return await restored(folder, browser);
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

const program = fileURLToPath(new URL("../../src/cli/main.js", import.meta.url));
/** Backs up or restores what is in a folder that no server has open. */
const files = (what: "backup" | "restore", file: string, data: string): void =>
  void execFileSync(process.execPath, [program, what, file, "--data", data], { stdio: "ignore" });

async function restored(folder: string, browser: Browser): Promise<readonly Result[]> {
  const [before, after, file] = ["before", "after", "backup.jsonl"].map((name) => join(folder, name));
  let server = await serve({ port: PORT, data: before });
  const { links } = await makeRoom(server.url);
  const painter = new RoomPage(server.url, await takeSeat(server.url, links.participant));
  await drawn(painter, 0, KEPT);
  const kept = painter.number;
  const known = await comes(browser, server.url, links.participant);
  await shows(known, kept);
  const whole = await assignmentIn(known);
  await server.stop();
  files("backup", file, before);
  server = await serve({ port: PORT, data: before });
  await drawn(painter, KEPT, LATER);
  await shows(known, painter.number);
  painter.leave();
  await server.stop();
  files("restore", file, after);
  server = await serve({ port: PORT, data: after });
  try {
    const began = performance.now();
    await known.getByText(TOLD).waitFor({ timeout: PATIENCE });
    await shows(known, kept);
    const back = performance.now() - began;
    const fresh = await comes(browser, server.url, links.participant);
    await shows(fresh, kept);
    const alike = await Promise.all([known, fresh].map(assignmentIn));
    const on = `Holbæk, a real browser, ${KEPT} strokes in the backup and ${LATER} after it`;
    return [
      {
        what: "a restored room: until whoever heard more is shown it and told",
        on,
        value: inSeconds(back),
        target: "",
      },
      {
        what: "a restored room: pages unlike what was backed up, of two",
        on,
        value: String(alike.filter((each) => each !== whole).length),
        target: "0",
      },
    ];
  } finally {
    server.kill();
  }
}

/** Draws so many strokes from one on, and waits until all of them are answered. */
async function drawn(painter: RoomPage, first: number, count: number): Promise<void> {
  await painter.until(() => painter.socket.connected && painter.number > 0, PATIENCE);
  for (const i of upTo(count)) painter.draw(0, first + i);
  if (!(await painter.until(() => painter.waiting === 0, PATIENCE))) throw new Error("strokes were not answered");
}

/** A browser of its own that comes in by a link. */
async function comes(browser: Browser, url: string, link: string): Promise<Page> {
  const page = await atRoomDoor(browser, url, link);
  await page.getByRole("button", { name: "Gå ind" }).click({ timeout: PATIENCE });
  return page;
}

/** Until a page shows its room as it is after an entry. */
const shows = async (page: Page, number: number): Promise<void> =>
  void (await page.waitForFunction(
    `window.skoledistrikt.store.state().room?.number === ${number} && window.skoledistrikt.store.state().room.line === "here"`,
    undefined,
    { timeout: PATIENCE },
  ));

/** Who goes where in the room's proposal as a page has it, as one text. */
const assignmentIn = (page: Page): Promise<string> =>
  page.evaluate(`{
    const { room, proposals } = window.skoledistrikt.store.state();
    proposals.get(room.proposals[0].id).draft.plan.assignment.join();
  }`);
