import { existsSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { writeEdit } from "../../src/edit/edit-file.ts";
import { seededRandom } from "../../src/kernels/random.ts";
import { type Entry, readEntry } from "../../src/protocol/room.ts";
import { rowOf } from "../../src/server/rooms/log-rows.ts";
import { openStorage } from "../../src/server/storage/storage.ts";
import { openedCase } from "../cases/opened.ts";
import { launchChromium } from "../chromium.ts";
import { logOf } from "./drawn-strokes.ts";
import { type Group, inMs, inSeconds, type Result } from "./measure.ts";
import { atRoomDoor } from "./room-door.ts";
import { makeRoom, serve, start, used, wait } from "./room-server.ts";

const PORT = 8937;
const STROKES = 100_000;
const SEATS = 7;
/** From the page having come whole to the button, milliseconds. */
const READING = 1500;
/** Rows are written so many at once. */
const TOGETHER = 500;

/** A room of 100,000 strokes by seven hands: opened by a server that was just started, and by pages that come to it. */
export const longRoom: Group = {
  name: "long-room",
  run: async () => {
    if (!existsSync("dist/web/index.html"))
      return [{ what: "a long room", on: "npm run build has not been run", value: "skipped", target: "" }];
    const folder = await mkdtemp(join(tmpdir(), "skoledistrikt-bench-room-"));
    try {
      return await opened(folder, await filled(folder));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Fills a room in a folder; gives a link to it. */
async function filled(folder: string): Promise<string> {
  const server = await serve({ port: PORT, data: folder });
  const { room, links } = await makeRoom(server.url);
  await server.stop();
  const { database, close } = await openStorage({ kind: "folder", folder });
  const first = await database.selectFrom("entries").select("entry").executeTakeFirstOrThrow();
  const began = readEntry(JSON.parse(first.entry));
  const proposal = "act" in began && began.act.kind === "proposal" ? began.act.proposal : "";
  const edits = logOf(openedCase("holbaek"), STROKES, seededRandom(5));
  for (let from = 0; from < STROKES; from += TOGETHER) {
    const rows = edits.slice(from, from + TOGETHER).map((edit, i) => {
      const [seat, count] = [(from + i) % SEATS, Math.floor((from + i) / SEATS)];
      const own = { ...edit, id: `${seat}5f09c27b0-${(count + 1).toString(36)}`, by: `seat${seat}` };
      const entry: Entry = { number: from + i + 2, proposal, edit: writeEdit(start, own) };
      return rowOf(room, entry);
    });
    await database.insertInto("entries").values(rows).execute();
  }
  await close();
  return links.participant ?? "";
}

async function opened(folder: string, link: string): Promise<readonly Result[]> {
  let server = await serve({ port: PORT, data: folder });
  const browser = await launchChromium("as for people");
  try {
    const unpacked = await visit(browser, server.url, link);
    await server.stop();
    server = await serve({ port: PORT, data: folder });
    const afterStart = await visit(browser, server.url, link);
    const before = used(server.pid()).seconds;
    const visits: Visit[] = [];
    for (let n = 0; n < 5; n++) visits.push(await visit(browser, server.url, link));
    const seconds = (used(server.pid()).seconds - before) / visits.length;
    const middle = (value: (each: Visit) => number) => inMs(visits.map(value).toSorted((a, b) => a - b)[2]);
    const on = `data/holbaek, a room of ${STROKES} strokes, 1440 x 900`;
    return [
      { what: "a long room, the first time that anybody comes late", on, value: inSeconds(unpacked.took), target: "" },
      { what: "a long room, after the server was started anew", on, value: inMs(afterStart.took), target: "" },
      { what: "a long room, from the button into view", on, value: middle(({ took }) => took), target: "1 s" },
      { what: "of this, processor of the page's own thread", on, value: middle(({ own }) => own), target: "" },
      { what: "a long room, until its history is read too", on, value: middle(({ whole }) => whole), target: "" },
      {
        what: "processor of the server for one who comes, all files of the page and the history with it",
        on,
        value: inMs(1000 * seconds),
        target: "",
      },
    ];
  } finally {
    await browser.close();
    server.kill();
  }
}

/** Milliseconds. */
interface Visit {
  /** From the button that lets in until the next picture after the room is there as all of its strokes have made it. */
  readonly took: number;
  /** What the page's own thread worked meanwhile, whatever else the machine did. */
  readonly own: number;
  /** As {@link took}, until every step of its history is there too. */
  readonly whole: number;
}

async function visit(browser: Browser, url: string, link: string): Promise<Visit> {
  const page = await atRoomDoor(browser, url, link);
  const button = page.getByRole("button", { name: "Gå ind" });
  await button.waitFor();
  await page.waitForFunction(`performance.getEntriesByName("worker-ready").length > 0`);
  // Whoever reads what a room is and gives a name takes longer than a page takes to come whole.
  await page.evaluate("navigator.serviceWorker.ready.then(() => undefined)");
  await wait(READING);
  await page.evaluate(WATCH);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const worked = async (): Promise<number> => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN);
  };
  const before = await worked();
  await button.click();
  const took = await page.evaluate<number>("window.opening");
  const own = (await worked()) - before;
  const whole = await page.evaluate<number>("window.whole");
  await page.context().close();
  return { took, own, whole };
}

/** Runs in the page. */
const WATCH = `{
  const pressed = new Promise((done) =>
    addEventListener("click", () => done(performance.now()), { capture: true, once: true }));
  const shown = (is) => pressed.then((began) => new Promise((done) => {
    const look = () => {
      const { room } = window.skoledistrikt.store.state();
      if (room && room.number > ${STROKES} && is(room)) requestAnimationFrame(() => done(performance.now() - began));
      else requestAnimationFrame(look);
    };
    look();
  }));
  window.opening = shown(() => true);
  window.whole = shown(({ history }) => history === "here");
}
undefined`;
