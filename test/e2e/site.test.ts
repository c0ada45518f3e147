import { createReadStream, existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../chromium.ts";
import { begin } from "../cli/run.ts";
import { settled } from "./open-page.ts";

const folder = mkdtempSync(join(tmpdir(), "skoledistrikt-site-"));
const UNDER = "/kommunen/skoler/";
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

/** As plain a host as there is: hands out files of a folder under a path, and knows nothing of them but their endings. */
const host: Server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url ?? "/", "http://host").pathname);
  const inside = path.startsWith(UNDER) ? path.slice(UNDER.length) || "index.html" : undefined;
  const file = join(folder, inside ?? "");
  if (inside === undefined || !existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
  createReadStream(file).pipe(response);
});

let browser: Browser;
let said = "";
beforeAll(async () => {
  const { code, out, err } = await begin(`publish data/holbaek --site --out ${folder}`).ended;
  said = `${code} ${err}${out}`;
  await new Promise<void>((done) => host.listen(0, "127.0.0.1", done));
  browser = await launchChromium("compiled once");
});
afterAll(async () => {
  await browser.close();
  host.close();
  rmSync(folder, { recursive: true, force: true });
});

test("a published site opens under a path of any host, asks no other, compares plans and answers for an address", async () => {
  expect(said).toMatch(/^0 [^]*\d+ filer, \d+,\d MB/);
  const { port } = host.address() as AddressInfo;
  const context = await browser.newContext({ serviceWorkers: "block", locale: "da-DK", deviceScaleFactor: 0.5 });
  await context.addInitScript(() => localStorage.setItem("skoledistrikt-doors", "seen"));
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const asked: string[] = [];
  const errors: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(`http://127.0.0.1:${port}${UNDER}?test=1&policy=stay`);
  await settled(page);
  await page.locator(".row-pin").nth(0).click();
  await page.locator(".row-pin").nth(1).click();
  await page.getByRole("button", { name: "Sammenlign (2)" }).click();
  await page.locator(".compare-table td.best").first().waitFor();
  await page.getByRole("button", { name: "Hos mig" }).click();
  await page.getByText("Opdigtede adresser").waitFor();
  const field = page.getByRole("combobox", { name: "Hvor bor I?" });
  await field.fill("laerkevej 4, 4300");
  await page.getByRole("option", { name: "Lærkevej 4 4300 Holbæk" }).waitFor();
  await field.press("ArrowDown");
  await field.press("Enter");
  const panel = page.locator(".here-panel");
  await panel.getByRole("heading", { name: "Lærkevej 4, 4300 Holbæk" }).waitFor();
  await expect.poll(() => panel.locator(".here-school").first().textContent()).toMatch(/Bjergmarkskolen, 1,9 km/);
  await page.getByRole("button", { name: "Kilder" }).click();
  const help = page.getByRole("dialog");
  expect(await help.textContent()).toContain("132 af 132 elevtal");
  const errorsOf = help.locator("details", { hasText: "Byrådets beslutning 2016" });
  await errorsOf.locator("summary").click();
  await errorsOf.getByText("15 elever").waitFor();
  const own = new URL(`http://127.0.0.1:${port}${UNDER}`).href;
  expect(asked.filter((url) => !url.startsWith(own) && !/^(blob|data):/.test(url))).toEqual([]);
  expect(errors).toEqual([]);

  // From the folder itself there is a map and the figures of each plan, without a script.
  await page.goto(pathToFileURL(join(folder, "index.html")).href);
  await page.waitForURL(/kort\.html$/);
  expect(await page.locator("svg path").count()).toBeGreaterThan(8 + 4 + 10);
  expect(await page.locator("table").count()).toBe(3);
  expect(await page.locator("h2").allTextContents()).toContain("Byrådets beslutning 2016: fire skoledistrikter");
  await context.close();
});
