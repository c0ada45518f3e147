import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CDPSession, Page } from "playwright-core";
import { largeCase } from "./large-case.ts";
import { type Group, inMs, type Result } from "./measure.ts";
import { memoryOf } from "./page-memory.ts";
import { withPage } from "./page-server.ts";

const SIZE = { pupils: 6000, roads: 8000, schools: 60, seed: 1 };
/** Twelve districts into so many: thousands of plans. */
const DISTRICTS = 6;

/** What a list of thousands of plans takes of the page's own thread; the list is made in the page first, for a minute or more. */
export const longListGroup: Group = {
  name: "long-list",
  asked: "by name alone",
  run: async () => {
    if (!existsSync("dist/web/index.html"))
      return [{ what: "the page", on: "npm run build has not been run", value: "skipped", target: "" }];
    const folder = mkdtempSync(join(tmpdir(), "skoledistrikt-bench-list-"));
    try {
      for (const [path, content] of largeCase(SIZE)) writeFileSync(join(folder, path), [...content].join(""));
      return await withPage(folder, async ({ address, context }) => {
        const page = await context.newPage();
        await page.goto(`${address}&policy=stay&districts=${DISTRICTS}`);
        await page.waitForFunction(`${LISTED} > 500`, undefined, { timeout: 600_000 });
        return measured(page);
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

const STORE = "window.skoledistrikt.store";
const LISTED = `(${STORE}.state().arranged?.order.length ?? 0)`;

/** What whoever looks for a plan does, as often as it is done; each runs in the page, `i` counts. */
const DONE: readonly { readonly what: string; readonly times: number; readonly step: string }[] = [
  {
    what: "scrolled on, screens and thousands of pixels in turn",
    times: 60,
    step: "window.scrolled.scrollTop += i % 2 ? 900 : 5000",
  },
  {
    what: "put in another order",
    times: 6,
    step: `${STORE}.dispatch({ kind: "choose", change: { sort: ["pupil-kilometres", "classes", "saving"][i % 3] } })`,
  },
  {
    what: "searched, a letter more",
    times: 8,
    step: `${STORE}.dispatch({ kind: "choose", change: { search: "Distrikt 3".slice(0, (i % 8) + 3) } })`,
  },
  {
    what: "those that no other beats, and all again",
    times: 6,
    step: `${STORE}.dispatch({ kind: "choose", change: { search: "", show: i % 2 ? "all" : "unbeaten" } })`,
  },
];

/** What scrolls the list, which begins at its top: the plan that was chosen may stand anywhere in it. */
const FIND_SCROLLED = `window.scrolled = (() => {
  for (let at = document.querySelector("#plans"); at; at = at.parentElement)
    if (/auto|scroll/.test(getComputedStyle(at).overflowY) && at.scrollHeight > at.clientHeight + 1000) return at;
  return document.scrollingElement;
})(), window.scrolled.scrollTop = 0`;

/** Until the picture after a step is given to the screen: rows that come into sight are made after the frame that scrolls there. */
const DRAWN = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))";

async function measured(page: Page): Promise<readonly Result[]> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  // Where nobody chose one, the plan that is first in the new order is drawn on the map.
  await page.evaluate(`${STORE}.dispatch({ kind: "choose", change: { plan: { from: "list", number: 7 } } })`);
  await page.waitForTimeout(SETTLED);
  await page.evaluate(FIND_SCROLLED);
  await page.waitForTimeout(SETTLED);
  const plans = await page.evaluate<number>(LISTED);
  const on = `made-up case, seed ${SIZE.seed}, 12 into ${DISTRICTS}: ${plans} plans, 1440 x 900`;
  const results: Result[] = [];
  for (const { what, times, step } of DONE) {
    const each: number[] = [];
    for (let i = 0; i < times; i++) {
      const before = await threadSeconds(session);
      await page.evaluate(`(async (i) => { ${step}; await ${DRAWN}; })(${i})`);
      each.push(1000 * ((await threadSeconds(session)) - before));
      await page.waitForTimeout(BETWEEN);
    }
    each.sort((a, b) => a - b);
    const value = `${inMs(each[Math.floor(times / 2)])}, at most ${inMs(each[times - 1])}`;
    results.push({ what: `list ${what}: the page's thread until it is drawn`, on, value, target: "16 ms" });
  }
  const memory = await memoryOf(page);
  return [...results, { what: "memory of a tab: heaps and buffers of all its threads", on, value: memory, target: "" }];
}

/** Left to what is drawn in turn after a step, milliseconds. */
const BETWEEN = 60;

/** Left to what is measured and drawn after a plan is chosen or the list is at its top, milliseconds. */
const SETTLED = 8000;

/** How long the page's thread has worked so far, seconds of the clock. */
async function threadSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0;
}
