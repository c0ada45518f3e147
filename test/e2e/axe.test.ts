import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tinyCase, TINY_FILES } from "../cases/tiny.ts";
import { axeFaults, openFolds } from "./axe-faults.ts";
import { type Look, openSite, settled, type Site, type Visit } from "./open-page.ts";

let site: Site;

beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.leave());

/** What is done, and the part of the page to look at then; all of it where none is named. */
type Step = readonly [name: string, take: (visit: Visit) => Promise<unknown>, part?: string | undefined];

const choose = (change: object) => (visit: Pick<Visit, "page">) =>
  visit.page.evaluate((wanted) => window.skoledistrikt!.store.dispatch({ kind: "choose", change: wanted }), change);

const showDialog = (dialog: "help" | "costs" | "replay" | "who" | "slides" | undefined) => (visit: Visit) =>
  visit.page.evaluate((name) => window.skoledistrikt!.store.dispatch({ kind: "dialog", dialog: name }), dialog);

const dark = (page: Page) => page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });

/** At 100 % on a small desk, and at 200 and 400 % zoom. */
const SMALL = [
  [1024, 768],
  [720, 450],
  [360, 225],
] as const;

async function beginDrawing(page: Page): Promise<void> {
  await choose({ surface: "map", view: "plan" })({ page });
  await page.getByRole("button", { name: "Lav jeres eget forslag" }).click();
  await page.locator(".draw-status").waitFor();
  await openFolds(page);
}

const ON_DESK: readonly Step[] = [
  [
    "a plan with everything about it open, school buses, the years ahead, another plan beside it, and a place picked",
    async (visit) => {
      const { page } = visit;
      await choose({ policy: "nearest", buses: 60, years: "shown", against: { from: "list", number: 3 } })(visit);
      for (const found of [".pair-wins", ".years-found", ".buses-found > .figures", ".who"])
        await page.locator(found).first().waitFor();
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
        const lookedAt = { kind: "unit", number: 3000, how: "picked" } as const;
        window.skoledistrikt!.store.dispatch({ kind: "look", lookedAt });
      });
      await page.locator(".place-card").waitFor();
    },
  ],
  [
    "who gets farther to school",
    async (visit) => {
      await showDialog("who")(visit);
      await visit.page.locator(".who-table").first().waitFor();
    },
    "dialog",
  ],
  [
    "the register of costs, with a correction and a mistake",
    async (visit) => {
      await choose({ costs: [{ item: "class", low: 1, mid: 2, high: 3 }] })(visit);
      await showDialog("costs")(visit);
      await visit.page.locator(".cost-row").first().getByRole("textbox").first().fill("x");
      await visit.page.locator(".cost-problem").waitFor();
    },
    "dialog",
  ],
  [
    "what the model has got right before",
    async (visit) => {
      await showDialog("replay")(visit);
      await visit.page.locator(".replay details").click();
    },
    "dialog",
  ],
  ["the help", showDialog("help"), "dialog"],
  [
    "what happens at a place",
    async (visit) => {
      await showDialog(undefined)(visit);
      await choose({ doing: "here" })(visit);
      await visit.page.getByRole("combobox", { name: "Hvor bor I?" }).fill("tuse");
      await visit.page.locator(".here-found [role=option]").first().click();
      await visit.page.locator(".here-grades").waitFor();
      await visit.page.getByRole("combobox", { name: "Hvor bor I?" }).fill("udby");
      await visit.page.locator(".here-found [role=option]").first().waitFor();
    },
    ".plans",
  ],
  [
    "side by side",
    async (visit) => {
      await showDialog(undefined)(visit);
      await choose({ doing: "find", view: "side", buses: undefined, years: "hidden", against: undefined })(visit);
    },
    ".stage",
  ],
  ["one map over the other", choose({ view: "swipe" }), ".stage"],
  [
    "the chart as a table",
    async ({ page }) => {
      await page.getByText("Vis planerne i et diagram").click();
      await page.locator(".scatter-chart svg").waitFor();
      await page.locator(".scatter > .upward .link-button").click();
    },
    ".plans",
  ],
  ["the table of districts", choose({ surface: "table" }), ".table-view"],
  ["the table of areas", ({ page }) => page.locator(".table-head .segment").nth(2).click(), ".table-view"],
  [
    "three plans compared",
    async (visit) => {
      const tray = [
        { from: "file", id: "2016" },
        { from: "file", id: "2021" },
        { from: "joined", id: "stay-01234444" },
      ] as const;
      await choose({ surface: "map", doing: "compare", tray })(visit);
      await visit.page.locator(".compare-table").waitFor();
      await visit.page.evaluate(() => {
        for (const details of document.querySelectorAll<HTMLDetailsElement>(".compare-below details"))
          details.open = true;
      });
    },
  ],
  [
    "what a council asks, on a slide",
    async (visit) => {
      const { page } = visit;
      await showDialog("slides")(visit);
      await page.locator(".slide-foot nav").waitFor();
      await page.keyboard.press("1");
      await page.locator(".slides .asked-sentences").waitFor();
    },
    ".slides",
  ],
  [
    "what happens at one place",
    async (visit) => {
      await showDialog(undefined)(visit);
      await choose({ doing: "here" })(visit);
    },
    ".plans",
  ],
  [
    "all of it on a dark screen",
    async (visit) => {
      const { page } = visit;
      await choose({ doing: "find", tray: [] })(visit);
      await dark(page);
      await page.waitForFunction(() => getComputedStyle(document.body).color === "rgb(241, 241, 241)");
    },
  ],
  ...SMALL.map(([width, height]): Step => [
    `a proposal with all that is folded away open at ${width} x ${height}, dark`,
    async ({ page }) => {
      await page.setViewportSize({ width, height });
      if (width === SMALL[0][0]) await beginDrawing(page);
    },
  ]),
  [
    "the list at 720 x 450, dark",
    async ({ page }) => {
      await page.setViewportSize({ width: 720, height: 450 });
      await choose({ doing: "find" })({ page });
      await page.locator(".own-proposals").waitFor();
    },
  ],
  [
    "a proposal in forced colours",
    async ({ page }) => {
      await page.emulateMedia({ forcedColors: "active" });
      await choose({ doing: "draw" })({ page });
    },
  ],
];

/** Above the sheet everything stays as it is from tab to tab. */
const ON_PHONE: readonly Step[] = [undefined, ".sheet", ".sheet"].map((part, tab) => [
  `tab ${tab + 1}`,
  ({ page }) => page.getByRole("tab").nth(tab).click(),
  part,
]);

const DESK: Look = { width: 1280, height: 720 };
const PHONE: Look = { width: 390, height: 844, touch: "touch" };

/** Twenty looks at a page one after the other, milliseconds. */
const LONG = 300_000;

/** English changes the texts alone, so one of the two is enough for each look. */
test.each<readonly [where: string, language: string, Look, readonly Step[]]>([
  ["on a desk in Danish", "da", DESK, ON_DESK],
  ["on a phone in English", "en", PHONE, ON_PHONE],
])(
  "axe finds nothing wrong %s",
  async (_, language, look, steps) => {
    const visit = await site.visit(`&lang=${language}`, look);
    await settled(visit.page);
    const found: string[] = [];
    for (const [name, take, part] of steps) {
      await take(visit);
      found.push(...(await axeFaults(visit.page, part)).map((fault) => `${name}: ${fault}`));
    }
    expect(found).toEqual([]);
    expect(visit.errors).toEqual([]);
    await visit.close();
  },
  LONG,
);

test("axe finds nothing wrong in the table of errors, nor in an empty search", async () => {
  const visit = await site.visit("&join=Sofielund+%2B+Tornved+%2B+Elverdam+%2B+Engskov+%2B+Isefjord+%2B+Kildevangen");
  await settled(visit.page);
  await visit.page.getByText("Ingen plan passer.").waitFor();
  expect(await axeFaults(visit.page, ".plans")).toEqual([]);
  const bytes = [...tinyCase({ "sites.csv": TINY_FILES["sites.csv"].replace("0-9", "x") })].map(([path, data]) => ({
    path,
    data: [...data],
  }));
  const transfer = await visit.page.evaluateHandle(
    (files) => {
      const data = new DataTransfer();
      for (const { path, data: content } of files) data.items.add(new File([new Uint8Array(content)], path));
      return data;
    },
    bytes.filter(({ path }) => !path.includes("/")),
  );
  await visit.page.dispatchEvent(".page", "drop", { dataTransfer: transfer });
  await visit.page.locator(".problem-table").waitFor();
  expect(await axeFaults(visit.page)).toEqual([]);
  await visit.close();
});
