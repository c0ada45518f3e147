import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { FastifyInstance } from "fastify";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { readCaseFolder } from "../../src/cli/files.ts";
import { openCase } from "../../src/open-case.ts";
import type { RoomSetting } from "../../src/server/rooms/service.ts";
import { buildServer } from "../../src/server/serve.ts";
import type { Exposed } from "../../web/map/testing.ts";
import { launchChromium } from "../chromium.ts";

declare global {
  interface Window {
    skoledistrikt?: Exposed;
  }
}

/** The built page on the project's own server, and a real browser to look at it with. */
export interface Site {
  readonly address: string;
  /** A page of its own, with the errors that it prints. */
  readonly visit: (query?: string, look?: Look) => Promise<Visit>;
  /** Closes all pages that are open: one left behind follows what the next draws, and its workers go on searching. */
  readonly leave: () => Promise<void>;
  /** Takes away what was drawn and asked in the known browsers; they remember the page's code alone. */
  readonly forget: () => Promise<void>;
}

export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly touch?: "touch" | "mouse";
  /** "own": one that nothing is kept in, as on a first visit. The site's own was here before: a case opens three times as fast, behind no doors. */
  readonly browser?: "known" | "own";
  /** What is done to the page before it goes anywhere. */
  readonly before?: (page: Page) => Promise<unknown>;
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly errors: readonly string[];
  readonly close: () => Promise<void>;
}

const ROOT = resolve(import.meta.dirname, "../..");

/** One browser for all test files that a process runs: in one that was here before, a case opens three times as fast. */
let shared: Promise<Browser> | undefined;
const sites = new Map<string, Promise<Site>>();

/** The page with a case, the same one for every file that asks for it; the browser and the server end with the process. `rooms`: one on which rooms can be made, kept as long as the process runs. */
export async function openSite(caseFolder = "data/holbaek", rooms?: "rooms"): Promise<Site> {
  const opened = sites.get(`${caseFolder} ${rooms}`) ?? open(caseFolder, rooms);
  sites.set(`${caseFolder} ${rooms}`, opened);
  const site = await opened;
  await site.forget();
  return site;
}

async function open(caseFolder: string, rooms: "rooms" | undefined): Promise<Site> {
  const server = await buildServer({
    caseFolder: resolve(ROOT, caseFolder),
    webFolder: resolve(ROOT, "dist/web"),
    schemaFolder: resolve(ROOT, "dist/schema"),
    referenceFolder: resolve(ROOT, "dist/reference"),
    ...(rooms && { rooms: roomsOf(resolve(ROOT, caseFolder)) }),
  });
  await server.listen({ port: 0, host: "127.0.0.1" });
  const address = addressOf(server);
  const browser = await (shared ??= launchChromium("compiled once"));
  const known = new Map<Look["touch"], Promise<BrowserContext>>();
  const own = new Set<BrowserContext>();
  const contextFor = async ({ touch = "mouse", browser: whose = "known" }: Look): Promise<BrowserContext> => {
    const context = (whose === "known" ? known.get(touch) : undefined) ?? newContext(browser, touch, whose);
    if (whose === "own") own.add(await context);
    else if (!known.has(touch)) {
      known.set(touch, context);
      await (await context).addInitScript(() => localStorage.setItem("skoledistrikt-doors", "seen"));
    }
    return context;
  };
  return {
    address,
    visit: async (query = "", look = {}) => visit(await contextFor(look), `${address}/?test=1${told(query)}`, look),
    leave: async () => {
      const pages = (await Promise.all(known.values())).flatMap((context) => context.pages());
      await Promise.all([...pages.map((page) => page.close()), ...[...own].map((context) => context.close())]);
      own.clear();
    },
    forget: async () => {
      for (const context of await Promise.all(known.values())) await forgetDrawn(context, address);
    },
  };
}

/** Plans in which nobody changes school, unless a test says which: their list is there in half the time. */
const told = (query: string): string => (query.includes("policy=") ? query : `&policy=stay${query}`);

function roomsOf(caseFolder: string): RoomSetting {
  const folder = mkdtempSync(join(tmpdir(), "skoledistrikt-room-pages-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const context = async () => {
    const { value } = openCase(await readCaseFolder(caseFolder));
    const { basis, plans, dataHash } = value!;
    return { municipality: basis.municipality, plans, dataHash };
  };
  const thread = new URL("../../dist/src/server/storage/pglite-worker.js", import.meta.url);
  return { place: { kind: "folder", folder }, context, thread };
}

/** What is kept of an address can be taken away only by a page of it. */
async function forgetDrawn(context: BrowserContext, address: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${address}/case/index.json`);
  await page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name!);
    const asked = names.map((name) => indexedDB.deleteDatabase(name));
    localStorage.clear();
    await Promise.all(asked.map((each) => new Promise((done) => each.addEventListener("success", done))));
  });
  await page.close();
}

function addressOf(server: FastifyInstance): string {
  const { port } = server.server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

/**
 * What a browser keeps for use without a network is tried in one of its own: this Chromium now and then cuts off what a service worker hands a
 * page while another page is being closed, which tests do all the time.
 */
const newContext = (browser: Browser, touch: Look["touch"], whose: Look["browser"]): Promise<BrowserContext> =>
  browser.newContext({
    serviceWorkers: whose === "own" ? "allow" : "block",
    hasTouch: touch === "touch",
    isMobile: touch === "touch",
    reducedMotion: "reduce",
    locale: "da-DK",
    deviceScaleFactor: 0.5,
  });

/** Small windows: the browser draws without a graphics card. */
async function visit(
  context: BrowserContext,
  address: string,
  { width = 1200, height = 640, browser = "known", before }: Look,
): Promise<Visit> {
  const page = await context.newPage();
  await page.setViewportSize({ width, height });
  page.setDefaultTimeout(60_000);
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await before?.(page);
  await page.goto(address);
  return { page, context, errors, close: () => (browser === "own" ? context.close() : page.close()) };
}

/** Waits until the plans are listed and in order, and the map shows the chosen one. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const exposed = window.skoledistrikt;
    if (!exposed) return false;
    const { caseState, arranged } = exposed.store.state();
    if (caseState.status !== "open" || !arranged) return false;
    return [...exposed.maps].every((map) => map.canvas.isStyleLoaded() && map.shown && map.zoneColour(0) !== null);
  });
}

/** Brings a part into sight, also one that a change of the window's width is just putting into another place. */
export async function intoSight(page: Page, selector: string): Promise<void> {
  await page.waitForFunction((part) => {
    const found = document.querySelector(part);
    found?.scrollIntoView({ block: "nearest" });
    const box = found?.getBoundingClientRect();
    return box !== undefined && box.bottom > 0 && box.top < window.innerHeight;
  }, selector);
}

/** Colours of the zones on the (first) map, by the number of the site that their units go to today. */
export const zoneColours = (page: Page): Promise<readonly (string | null)[]> =>
  page.evaluate(() => {
    const exposed = window.skoledistrikt;
    const [map] = exposed?.maps ?? [];
    if (!map?.shown) return [];
    const { picture, zones } = map.shown;
    return picture.sites.map((_, site) => {
      const zone = zones.before.indexOf(site);
      return zone < 0 ? null : map.zoneColour(zone);
    });
  });

/** Waits for what is being kept: nobody reloads a page within a thousandth of a second. */
export const stored = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((done) => {
        const database = indexedDB.open("skoledistrikt-proposals");
        database.addEventListener("success", () => {
          // Reads after what is written before it.
          const read = database.result.transaction("steps").objectStore("steps").count();
          read.addEventListener("success", () => {
            database.result.close();
            done();
          });
        });
      }),
  );
