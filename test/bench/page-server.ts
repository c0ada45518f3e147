import type { AddressInfo } from "node:net";
import type { Browser, BrowserContext } from "playwright-core";
import { buildServer } from "../../src/server/serve.ts";
import { launchChromium } from "../chromium.ts";

/** A case served to a browser whose window is as large as the figures say. */
export interface ServedPage {
  readonly address: string;
  readonly context: BrowserContext;
  readonly browser: Browser;
}

/** Serves the page as `npm run build` makes it with a case, as long as something is done with it. */
export async function withPage<Value>(caseFolder: string, work: (page: ServedPage) => Promise<Value>): Promise<Value> {
  const server = await buildServer({
    caseFolder,
    webFolder: "dist/web",
    schemaFolder: "dist/schema",
    referenceFolder: "dist/reference",
  });
  await server.listen({ port: 0, host: "127.0.0.1" });
  const browser = await launchChromium("as for people");
  try {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      bypassCSP: true,
      locale: "da-DK",
    });
    const { port } = server.server.address() as AddressInfo;
    return await work({ address: `http://127.0.0.1:${port}/?test=fine`, context, browser });
  } finally {
    await browser.close();
    await server.close();
  }
}
