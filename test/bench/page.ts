import { existsSync } from "node:fs";
import type { Page } from "playwright-core";
import { readCaseFolder } from "../../src/cli/files.ts";
import { writeProposal } from "../../src/edit/proposal-file.ts";
import { seededRandom } from "../../src/kernels/random.ts";
import { openCase } from "../../src/open-case.ts";
import { logOf } from "./drawn-strokes.ts";
import { type Group, inMs, type Result } from "./measure.ts";
import { memoryOf } from "./page-memory.ts";
import { withPage } from "./page-server.ts";

/** What a person waits for in the browser, drawn in software; needs the page as `npm run build` makes it. */
export const page: Group = {
  name: "page",
  run: async () => {
    if (!existsSync("dist/web/index.html"))
      return [{ what: "the page", on: "npm run build has not been run", value: "skipped", target: "" }];
    return withPage("data/holbaek", async ({ address, context }) => {
      const first = await context.newPage();
      const results = await measured(first, address);
      const memory = await memoryOf(first);
      // Another window that is open reads what this one is given, at the same moment and on the same two cores.
      await first.close();
      const tab = {
        what: "memory of a tab: heaps and buffers of all its threads",
        on: where,
        value: memory,
        target: "200 MB",
      };
      return [...results, tab, ...(await longLog(await context.newPage(), address))];
    });
  },
};

async function measured(on: Page, address: string): Promise<readonly Result[]> {
  const first = await load(on, address);
  await marked(on, "answer-kept");
  const warm = [await load(on, address), await load(on, address), await load(on, address)];
  await marked(on, "worker-ready");
  const choices: Choosing[] = [];
  for (let step = 0; step < 16; step++) choices.push(await on.evaluate(CHOOSE_NEXT));
  const painting: number[] = [];
  for (let stroke = 0; stroke < 15; stroke++) painting.push(await on.evaluate<number>(PAINT_HUNDRED));
  const settled = choices.slice(1).map(({ changed, frame }) => changed + frame);
  return [
    { what: "first load, map and list", on: where, value: inMs(picture(first)), target: "" },
    { what: "warm load, map and list", on: where, value: inMs(median(warm.map(picture))), target: "2 s" },
    {
      what: "warm load, every name on the map",
      on: where,
      value: inMs(median(warm.map((marks) => marks["map-complete"]))),
      target: "",
    },
    { what: "choosing a plan, main thread", on: where, value: inMs(median(settled)), target: "16 ms" },
    { what: "painting 100 units, main thread", on: where, value: inMs(median(painting)), target: "4 ms" },
  ];
}

/** From a long proposal's file until it is in view. */
async function longLog(on: Page, address: string): Promise<readonly Result[]> {
  const { value } = openCase(await readCaseFolder("data/holbaek"));
  if (!value) throw new Error("data/holbaek does not open");
  const { basis, plans, dataHash } = value;
  const context = { municipality: basis.municipality, plans, dataHash };
  const edits = logOf(value, 100_000, seededRandom(5));
  const buffer = Buffer.from(JSON.stringify(writeProposal({ id: "long", start: plans[0], edits }, context)));
  await load(on, address);
  await marked(on, "worker-ready");
  await on
    .getByRole("button", { name: /^(Tegn|Lav jeres eget forslag)$/ })
    .first()
    .click();
  await on.getByRole("button", { name: "Gem og del" }).click();
  await on.getByText("Åbn et forslag, I har fået").click();
  await on.evaluate(WATCH_OPENING);
  const file = { name: "proposal.json", mimeType: "application/json", buffer };
  await on.getByLabel("Fil", { exact: true }).setInputFiles(file);
  const { there, drawn } = await on.evaluate<{ readonly there: number; readonly drawn: number }>("window.opening");
  const what = "a proposal of 100,000 strokes, from its file";
  return [
    { what: `${what} into the page`, on: where, value: inMs(there), target: "1 s" },
    {
      what: `${what} until the picture after that, drawn without a graphics card`,
      on: where,
      value: inMs(drawn),
      target: "",
    },
  ];
}

/** Takes the time from when the page gets a file until its proposal is in the page, and until the picture after that is drawn; runs in the page. */
const WATCH_OPENING = `window.opening = new Promise((done) => {
  let began;
  addEventListener("change", () => (began ??= performance.now()), { capture: true });
  const look = () => {
    const { proposals, choice } = window.skoledistrikt.store.state();
    const shown = choice.plan?.from === "own" && proposals.get(choice.plan.id);
    if (began !== undefined && shown && shown.history.steps.size === 100000) {
      const there = performance.now() - began;
      requestAnimationFrame(() => done({ there, drawn: performance.now() - began }));
    } else requestAnimationFrame(look);
  };
  look();
}), undefined`;

const where = "data/holbaek, 1440 x 900";

/** Milliseconds from the start of a load, by mark. */
type Marks = Readonly<Record<string, number>>;

/** When both map and list were there. */
const picture = (marks: Marks): number => Math.max(marks["map-drawn"], marks["plans-listed"]);

async function load(on: Page, address: string): Promise<Marks> {
  await on.goto(address);
  await marked(on, "map-complete", "plans-listed");
  return on.evaluate<Marks>(
    `Object.fromEntries(performance.getEntriesByType("mark").map(({ name, startTime }) => [name, startTime]))`,
  );
}

const marked = (on: Page, ...names: readonly string[]): Promise<unknown> =>
  on.waitForFunction(`${JSON.stringify(names)}.every((name) => performance.getEntriesByName(name).length > 0)`);

/** What choosing a plan takes of the main thread, milliseconds. */
interface Choosing {
  /** From the key until list, chart and the map's feature states have changed. */
  readonly changed: number;
  /** The map's code in the next frame. */
  readonly frame: number;
}

/** Presses the arrow key in the list; runs in the page. */
const CHOOSE_NEXT = `(async () => {
  const list = document.querySelector("#plans");
  const [{ canvas }] = window.skoledistrikt.maps;
  const draw = canvas._render.bind(canvas);
  const frames = [];
  canvas._render = (...given) => {
    const began = performance.now();
    draw(...given);
    frames.push(performance.now() - began);
    return canvas;
  };
  list.focus();
  const began = performance.now();
  list.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true, cancelable: true }));
  await Promise.resolve();
  const changed = performance.now() - began;
  await new Promise((resolve) => setTimeout(resolve, 400));
  canvas._render = draw;
  return { changed, frame: frames[0] ?? 0 };
})()`;

/** Paints a hundred units in a provisional colour; runs in the page. */
const PAINT_HUNDRED = `(() => {
  const [map] = window.skoledistrikt.maps;
  const colours = new Map(Array.from({ length: 100 }, (_, i) => [i * 31, "#0136be"]));
  const began = performance.now();
  map.show("painted", { outlines: map.shown.outlines, colours });
  return performance.now() - began;
})()`;

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
