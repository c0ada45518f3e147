import { setTimeout as wait } from "node:timers/promises";
import { catalogue } from "../../domain/language.ts";
import type { SweepAnswer } from "../../protocol/sweep-answer.ts";
import { FolderInUse } from "../../server/storage/one-at-a-time.ts";
import type { CaseAsItIs } from "../../sweep/case-under.ts";
import type { AskedOf } from "../../sweep/scenarios.ts";
import { refused } from "../exit.ts";
import type { Say } from "../say.ts";
import { answererHere } from "./answer-here.ts";
import { type Answerer, answererInThreads } from "./answerer.ts";
import type { CasePlace } from "./case-as-it-is.ts";
import type { SweepJob } from "./database.ts";
import { openJournal } from "./journal.ts";
import { openDatabase } from "./open-database.ts";
import { patiently, whyOf } from "./patience.ts";

const SAID = catalogue("cli.sweep.compute", {
  known: {
    da: "{known, number} af {of, number} scenarier var regnet før og regnes ikke igen.",
    en: "{known, number} of {of, number} scenarios were computed before and are not computed again.",
  },
  progress: {
    da: "{done, number} af {of, number} scenarier regnet",
    en: "{done, number} of {of, number} scenarios computed",
  },
  waiting: {
    da: "{left, number} scenarier venter på arbejdere. Start dem, på så mange maskiner som ønsket: npx skoledistrikt worker ADRESSE MAPPE",
    en: "{left, number} scenarios wait for workers. Start them, on as many machines as wished: npx skoledistrikt worker ADDRESS FOLDER",
  },
  again: {
    da: "{again, plural, one {Ét scenarie} other {# scenarier}} blev givet ud igen, fordi en arbejder faldt fra.",
    en: "{again, plural, one {One scenario was} other {# scenarios were}} handed out again since a worker fell away.",
  },
  inUse: {
    da: "Et andet program regner scenarier i {folder}. Vent på det, stop det med Ctrl-C, eller giv en anden mappe med --data.",
    en: "Another program computes scenarios in {folder}. Wait for it, stop it with Ctrl-C, or give another folder by --data.",
  },
});

/** What came of scenarios, by key; of those at fault why. */
export interface Computed {
  readonly answers: ReadonlyMap<string, SweepAnswer>;
  readonly faults: ReadonlyMap<string, string>;
}

interface Sweep {
  readonly place: CasePlace;
  readonly asItIs: CaseAsItIs;
  readonly of: AskedOf;
  readonly jobs: readonly SweepJob[];
}

/** Computes scenarios on this machine on so many cores; what was computed before is in the folder's journal, and is not computed again. */
export async function computeHere(
  { place, asItIs, of, jobs }: Sweep,
  { folder, cores }: { readonly folder: string; readonly cores: number },
  say: Say,
): Promise<Computed> {
  const journal = await openJournal(folder, of).catch((error: unknown) => {
    throw error instanceof FolderInUse ? refused(say, SAID.inUse, { folder }) : error;
  });
  try {
    const answers = new Map(journal.known);
    const faults = new Map<string, string>();
    const missing = jobs.filter(({ key }) => !answers.has(key));
    const known = jobs.length - missing.length;
    if (known > 0) say.problem(say.text(SAID.known, { known, of: jobs.length }));
    if (missing.length === 0) return { answers, faults };
    const answerer = await threadsFor(place, asItIs, Math.min(cores, missing.length), say);
    let at = 0;
    const work = async (): Promise<void> => {
      for (let job = missing[at++]; job; job = missing[at++]) {
        try {
          const answer = await answerer.answer(job.scenario);
          await journal.add(job.key, answer);
          answers.set(job.key, answer);
        } catch (error) {
          if (isOfSystem(error)) throw error;
          faults.set(job.key, whyOf(error));
        }
        const done = known + answers.size - journal.known.size + faults.size;
        say.progress(say.text(SAID.progress, { done, of: jobs.length }));
      }
    };
    try {
      await Promise.all(Array.from({ length: answerer.room }, work));
    } finally {
      say.progressDone();
      await answerer.close();
    }
    return { answers, faults };
  } finally {
    await journal.close();
  }
}

/** A full disk is no fault of a scenario. */
const isOfSystem = (error: unknown): boolean => error instanceof Error && "syscall" in error;

/** One thread is this one: starting another costs more than it gives. */
const threadsFor = async (place: CasePlace, asItIs: CaseAsItIs, count: number, say: Say): Promise<Answerer> =>
  count === 1 ? answererHere(asItIs) : answererInThreads({ ...place, dataHash: asItIs.opened.dataHash }, count, say);

/** How often it is looked for answers, milliseconds. */
const LOOK = 500;

/** Hands scenarios out to workers by PostgreSQL, and waits until each has an answer; those that have one there are not handed out. */
export async function computeByWorkers({ asItIs, of, jobs }: Sweep, address: string, say: Say): Promise<Computed> {
  const database = await openDatabase(address, of, say);
  try {
    const keys = jobs.map(({ key }) => key);
    await database.handOut(asItIs.opened.basis.municipality.info.name, jobs);
    let done = await database.countEnded(keys);
    if (done > 0) say.problem(say.text(SAID.known, { known: done, of: jobs.length }));
    if (done < keys.length) say.problem(say.text(SAID.waiting, { left: keys.length - done }));
    while (done < keys.length) {
      await wait(LOOK);
      done = await patiently(() => database.countEnded(keys));
      say.progress(say.text(SAID.progress, { done, of: jobs.length }));
    }
    say.progressDone();
    const again = await database.countHandedOutAgain(keys);
    if (again > 0) say.problem(say.text(SAID.again, { again }));
    return { answers: await database.answers(keys), faults: await database.faults(keys) };
  } finally {
    await database.close();
  }
}
