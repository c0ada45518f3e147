import { BAND_COUNT } from "../cases/folkeskole.ts";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { gzipSync } from "node:zlib";
import { readCaseFolder } from "../../src/cli/files.ts";
import { writeProposal } from "../../src/edit/proposal-file.ts";
import { applyChanges, type Edit } from "../../src/edit/log.ts";
import { type Draft, startDraft } from "../../src/edit/draft.ts";
import { assignPairs } from "../../src/edit/tools.ts";
import { checkRules } from "../../src/evaluate/rule-checks.ts";
import { cutOff } from "../../src/evaluate/cut-off.ts";
import { evaluatePlan } from "../../src/evaluate/evaluate.ts";
import { openMeter } from "../../src/evaluate/meter.ts";
import { seededRandom } from "../../src/kernels/random.ts";
import { type OpenCase, openCase } from "../../src/open-case.ts";
import { quickRepair } from "../../src/solve/assignment/repair.ts";
import { mendAtOnce } from "../../src/solve/mend/mend.ts";
import { clocked, type Code, logOf, madeUp, spread, stroke, strokeEdit, upTo } from "./drawn-strokes.ts";
import type { Group, Result } from "./measure.ts";
import { pageCode } from "./page-code.ts";

/** What a hand that has drawn waits for: figures, a repaired plan. */
export const drawing: Group = {
  name: "drawing",
  run: async () => {
    const code = await pageCode();
    const { value } = openCase(await readCaseFolder("data/holbaek"));
    if (!value) throw new Error("data/holbaek does not open");
    return [
      ...figures(code, value, "Holbæk", "50 ms"),
      ...figures(code, madeUp(50, 100, 10), "made up", "150 ms"),
      ...repairs(value),
    ];
  },
};

/** Steps back, and to any other. */
export const undo: Group = {
  name: "undo",
  run: async () => {
    const code = await pageCode();
    const { value } = openCase(await readCaseFolder("data/holbaek"));
    if (!value) throw new Error("data/holbaek does not open");
    return undoing(code, value);
  },
};

/** What a stroke broke, mended at once. */
export const mending: Group = {
  name: "mend",
  run: async () => {
    const { value } = openCase(await readCaseFolder("data/holbaek"));
    if (!value) throw new Error("data/holbaek does not open");
    return mends(value);
  },
};

/** What is kept of a long drawing. */
export const drawnLog: Group = {
  name: "drawn-log",
  run: async () => {
    const { value } = openCase(await readCaseFolder("data/holbaek"));
    if (!value) throw new Error("data/holbaek does not open");
    return logs(value);
  },
};

/** All figures of a plan after each of 100 strokes: as the page's worker makes them, and how long they would take anew. */
function figures({ effects }: Code, opened: OpenCase, name: string, target: string): readonly Result[] {
  const { basis, plans } = opened;
  const random = seededRandom(2);
  const meter = openMeter();
  let draft = startDraft(basis.municipality, plans[0]);
  meter(basis, draft.plan);
  const [whole, after, shown]: [number[], number[], number[]] = [[], [], []];
  for (let number = 0; number < 100; number++) {
    const { pairs, site } = stroke(opened, draft, random);
    draft = applyChanges(draft, assignPairs(draft, pairs, site).changes);
    clocked(whole, () => evaluatePlan(basis, draft.plan));
    const evaluation = clocked(after, () => meter(basis, draft.plan));
    clocked(shown, () => effects.effectsOf(basis, evaluation));
  }
  const on = `${name}: ${basis.municipality.units.count} units, ${basis.municipality.sites.length} sites, 100 strokes, seed 2`;
  return [
    { what: "measures after a stroke, touched districts alone; 95 of 100", on, value: spread(after), target },
    { what: "the same, everything counted again; 95 of 100", on, value: spread(whole), target: "" },
    { what: "those figures as the page shows them; 95 of 100", on, value: spread(shown), target },
  ];
}

/** Steps back, forward and to any step of a long log. */
function undoing({ history, proposal, caseView }: Code, opened: OpenCase): readonly Result[] {
  const { basis, plans, dataHash } = opened;
  const view = caseView.caseViewOf(opened, evaluatePlan(basis, plans[0]), []);
  const random = seededRandom(3);
  const steps = logOf(opened, 10_000, random).map((edit, i, all) => ({ edit, parent: all[i - 1]?.id }));
  let now = proposal.openProposal(view, {
    id: "a",
    data: dataHash,
    start: plans[0],
    startTitle: "A",
    begun: "2026-01-01T00:00:00Z",
    history: history.historyOf(steps, {
      head: steps.at(-1)?.edit.id,
      forward: new Map(steps.map(({ edit, parent }) => [parent, edit.id])),
      names: new Map(),
    }),
  });
  const [back, jumps]: [number[], number[]] = [[], []];
  for (let number = 0; number < 200; number++) now = clocked(back, () => proposal.undone(now));
  for (let number = 0; number < 100; number++) {
    const to = steps[Math.floor(random() * steps.length)].edit.id;
    now = clocked(jumps, () => proposal.atStep(now, to));
  }
  const on = "Holbæk: a log of 10,000 strokes, seed 3";
  return [
    { what: "one step back; 95 of 100", on, value: spread(back), target: "16 ms" },
    { what: "to any step of the log; 95 of 100", on, value: spread(jumps), target: "16 ms" },
  ];
}

/** Twenty units in a row of their numbers in one band, as often as asked. */
function rowsOf({ basis, plans }: OpenCase, count: number, random: () => number): readonly Edit[] {
  const now = plans[0].assignment.slice();
  return upTo(count).map((number) => {
    const first = Math.floor(random() * (basis.municipality.units.count - 20));
    const site = Math.floor(random() * 18);
    const pairs = Uint32Array.from(upTo(20), (unit) => (first + unit) * BAND_COUNT).filter(
      (pair) => now[pair] !== site,
    );
    const from = Uint16Array.from(pairs, (pair) => now[pair]);
    for (const pair of pairs) now[pair] = site;
    const to = new Uint16Array(pairs.length).fill(site);
    return strokeEdit(number, random, pairs.length > 0 ? [{ kind: "assign", pairs, from, to }] : []);
  });
}

/** A long log as a file: how small it is, and how soon it is open. */
async function logs(opened: OpenCase): Promise<readonly Result[]> {
  const { basis, plans, dataHash } = opened;
  const ground = { municipality: basis.municipality, plans, dataHash };
  const folder = mkdtempSync(join(tmpdir(), "skoledistrikt-log-"));
  const kinds: readonly (readonly [name: string, made: typeof rowsOf])[] = [
    ["20 units in a row, one band", rowsOf],
    ["round, 1 to 36 units, all bands", logOf],
  ];
  const results: Result[] = [];
  for (const [name, made] of kinds) {
    const edits = made(opened, 100_000, seededRandom(5)).filter(({ changes }) => changes.length > 0);
    const text = JSON.stringify(writeProposal({ id: "a", start: plans[0], edits }, ground));
    const file = join(folder, "proposal.json");
    writeFileSync(file, text);
    const times: number[] = [];
    for (let run = 0; run < 5; run++) times.push(await openedAnew(file));
    const on = `Holbæk: 100,000 strokes, ${name}, seed 5`;
    results.push(
      {
        what: "a proposal's file, compressed",
        on,
        value: `${Math.round(gzipSync(text).length / 1000)} kB`,
        target: "500 kB",
      },
      {
        what: "the same opened in a window that has opened the case alone, every stroke checked; five runs",
        on,
        value: spread(times),
        target: "1 s",
      },
    );
  }
  rmSync(folder, { recursive: true });
  return results;
}

/** Milliseconds; in a thread of its own, since code that has written the strokes before reads them otherwise than a window does. */
const openedAnew = (file: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(new URL("opened-log.js", import.meta.url), { workerData: file });
    thread.once("message", resolve);
    thread.once("error", reject);
  });

/** The plan mended at once after each of 1,000 strokes: what was just drawn stays, and no school is to be overfull. */
function repairs(opened: OpenCase): readonly Result[] {
  const { basis, plans } = opened;
  const random = seededRandom(4);
  const start = startDraft(basis.municipality, plans[0]);
  const rules = [{ kind: "capacity" }] as const;
  const times: number[] = [];
  let [whole, never] = [0, 0];
  for (let number = 0; number < 1000; number++) {
    const { pairs, site } = stroke(opened, start, random);
    const painted = applyChanges(start, assignPairs(start, pairs, site).changes).plan;
    const locked = new Set(pairs.filter((pair) => painted.assignment[pair] === site));
    const { breaches } = clocked(times, () => quickRepair(basis, { painted, locked, rules, limits: { seed: 1 } }));
    if (breaches.length === 0) whole++;
    else if (isTooMuch(opened, locked, site)) never++;
  }
  const on = "Holbæk: 1,000 strokes on today's plan, seed 4";
  return [
    { what: "repair after a stroke, first answer; 95 of 100", on, value: spread(times), target: "300 ms" },
    { what: "of these, those that break no rule", on, value: `${whole} of ${1000 - never}`, target: "all" },
    {
      what: "those that nothing can mend: more pupils painted to a school than it has places",
      on,
      value: `${never}`,
      target: "",
    },
  ];
}

/** Whether a stroke alone gives a school more pupils than it has places. */
const isTooMuch = ({ basis }: OpenCase, painted: ReadonlySet<number>, site: number): boolean =>
  [0, 1, 2].some((band) => {
    const pupils = [...painted].reduce(
      (sum, pair) => (pair % BAND_COUNT === band ? sum + basis.unitBand[pair] : sum),
      0,
    );
    return pupils > (basis.municipality.sites[site].capacity[band] ?? Infinity);
  });

/** Places and what hangs together, put right at once after each of 1,000 strokes on today's plan, with no school any fuller. */
function mends({ basis, plans }: OpenCase): readonly Result[] {
  const random = seededRandom(4);
  const start = startDraft(basis.municipality, plans[0]);
  const before = start.plan.assignment;
  const times: number[] = [];
  const back: string[] = [];
  let [broken, whole, smallest] = [0, 0, 0];
  for (let number = 0; number < 1000; number++) {
    const { pairs, site } = stroke({ basis, plans, inForceFrom: new Map(), dataHash: "" }, start, random);
    const after = applyChanges(start, assignPairs(start, pairs, site).changes).plan;
    const fixed = new Set(pairs.filter((pair) => after.assignment[pair] !== before[pair]));
    const question = { before, after, fixed, drawn: fixed, closed: new Set<number>(), places: "kept" } as const;
    const { assignment, proven, returned } = clocked(times, () => mendAtOnce(basis, question));
    if (assignment.every((each, pair) => each === after.assignment[pair]) && isWhole(basis, before, after)) continue;
    broken++;
    if (isWhole(basis, before, { ...after, assignment })) whole++;
    if (returned) back.push(`${returned.pairs.length} of ${fixed.size}`);
    if (proven === "optimal") smallest++;
  }
  const on = "Holbæk: 1,000 strokes on today's plan, seed 4";
  return [
    { what: "a stroke mended at once, places and pieces; 95 of 100", on, value: spread(times), target: "300 ms" },
    { what: "of those that broke anything, whole again", on, value: `${whole} of ${broken}`, target: "all" },
    {
      what: `of these, with areas and grades that were just drawn given back (${back.join(", ")})`,
      on,
      value: `${back.length} of ${whole}`,
      target: "",
    },
    { what: "of all, the smallest repair, proven at once", on, value: `${smallest} of ${broken}`, target: "" },
  ];
}

/** Whether all that hung together before does, and nobody is beyond the places. */
const isWhole = (basis: OpenCase["basis"], before: Uint16Array, plan: Draft["plan"]): boolean =>
  cutOff(basis, before, plan).length === 0 && checkRules(basis, plan, [{ kind: "capacity" }]).length === 0;
