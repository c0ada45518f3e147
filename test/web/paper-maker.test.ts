import { expect, test } from "vitest";
import {
  councilPlanPaper,
  currencyOf,
  paperCsv,
  paperFile,
  saidIn,
  startDraft,
  writeProposal,
} from "../../src/index.ts";
import { PaperMaker, type PaperHand } from "../../web/panels/hand-out/paper-maker.ts";
import type { FromPaperWorker, ToPaperWorker } from "../../web/worker/paper-messages.ts";
import { PaperSteps } from "../../web/worker/paper-steps.ts";
import { unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { nodeSqlite } from "../../src/node.ts";
import { movedPlan } from "../report/out/moved-plan.ts";
import { plansOnOneGround } from "../../web/panels/hand-out/tables-of-view.ts";
import { openedCase } from "../cases/opened.ts";

/** A thread as a browser has it: what goes over is copied, and nothing comes back once it was ended. */
function thread() {
  const steps = new PaperSteps(Promise.resolve(opened), nodeSqlite);
  const heard = new EventTarget();
  let is: "there" | "ended" = "there";
  const answer = async (message: Exclude<ToPaperWorker, { kind: "open" }>): Promise<void> => {
    const data: FromPaperWorker = structuredClone(await steps.answer(message));
    if (is === "there") heard.dispatchEvent(new MessageEvent("message", { data }));
  };
  const hand: PaperHand = {
    addEventListener: heard.addEventListener.bind(heard),
    terminate: () => (is = "ended"),
    // The case is there already.
    postMessage: (message: ToPaperWorker) => message.kind !== "open" && void answer(structuredClone(message)),
  };
  return { hand, is: () => is };
}

const bytesOf = (content: string | Uint8Array): Uint8Array => {
  if (typeof content === "string") throw new TypeError("a text");
  return content;
};

const opened = openedCase("lattice");
const { basis, plans, dataHash } = opened;
const paperPlan = (plan: (typeof plans)[number]) => ({
  proposal: writeProposal(
    { id: plan.id, start: plan, edits: [] },
    { municipality: basis.municipality, plans, dataHash },
  ),
  draft: startDraft(basis.municipality, plan),
});
const request = {
  ...paperPlan(plans[1] ?? plans[0]),
  alternatives: [{ ...paperPlan(plans[0]), role: "alternative" as const }],
  made: "2026-01-15",
};
const figures = { kind: "figures", request } as const;
const { port1: port } = new MessageChannel();
const write = { kind: "write", as: "figures", language: "da", maps: new Map() } as const;

test("a paper made in a thread of its own is the one that the library makes, to the last letter", async () => {
  const { hand, is } = thread();
  const maker = new PaperMaker(new AbortController().signal, port, hand);
  const { alternatives } = await maker.ask(figures);
  const file = paperFile(opened, request);
  expect(alternatives).toEqual(file.alternatives.map(({ id }) => id));
  expect((await maker.ask(write)).content).toBe(paperCsv(councilPlanPaper(file, "da")));
  maker.end();
  expect(is()).toBe("ended");
});

test("a paper that is stopped ends at once, its thread with it, and nothing more can be asked of it", async () => {
  const { hand, is } = thread();
  const stopper = new AbortController();
  const maker = new PaperMaker(stopper.signal, port, hand);
  const asked = maker.ask(figures);
  stopper.abort();
  await expect(asked).rejects.toThrow("aborted");
  expect(is()).toBe("ended");
  await expect(maker.ask(write)).rejects.toThrow("aborted");
});

test("what cannot be made is said, and not waited for", async () => {
  const maker = new PaperMaker(new AbortController().signal, port, thread().hand);
  await expect(maker.ask(write)).rejects.toThrow("no figures");
});

test("workbook and map of the plan in view are made in that thread as the library makes them, with what it is held against beside it", async () => {
  const maker = new PaperMaker(new AbortController().signal, port, thread().hand);
  const moved = movedPlan(opened);
  const ask = (as: "workbook" | "geopackage" | "layers") =>
    maker.ask({ kind: "tables", as, plans: [{ plan: moved }, { plan: plans[0] }], language: "da" });
  const workbook = await ask("workbook");
  const { sheets } = await readXlsx(bytesOf(workbook.content));
  expect(sheets[1].rows[0].slice(0, 5)).toEqual([
    "Nøgletal",
    "Enhed",
    "Bedst",
    saidIn(plans[0].title, "da"),
    "Flyttet",
  ]);
  expect(Buffer.from(bytesOf((await ask("geopackage")).content)).toString("latin1", 0, 15)).toBe("SQLite format 3");
  expect(Object.keys(unzipSync(bytesOf((await ask("layers")).content)))).toContain("changes.geojson");
  maker.end();
});

test("plans that assume something themselves do not stand beside others in a workbook", () => {
  const [plan, other] = [plans[0], movedPlan(opened)];
  const sites = { newSites: [], capacity: [] };
  expect(plansOnOneGround({ plan }, [{ plan: other }, { plan: other, sites }])).toEqual([{ plan }, { plan: other }]);
  expect(plansOnOneGround({ plan, sites }, [{ plan: other }])).toEqual([{ plan, sites }]);
});

test("a thread that is handed a case speaks of that case's money, whatever it was handed before", async () => {
  const { municipality } = basis;
  const info = { ...municipality.info, currency: currencyOf("EUR")! };
  const euros = { ...opened, basis: { ...basis, municipality: { ...municipality, info } } };
  await new PaperSteps(Promise.resolve(opened), nodeSqlite).answer(figures);
  const steps = new PaperSteps(Promise.resolve(euros), nodeSqlite);
  await steps.answer(figures);
  const written = await steps.answer({ ...write, as: "page", language: "en" });
  const { content } = written as Extract<FromPaperWorker, { kind: "written" }>;
  expect(content).toContain("million EUR");
  expect(content).not.toContain("million DKK");
});
