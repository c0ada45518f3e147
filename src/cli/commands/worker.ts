import { availableParallelism } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { catalogue } from "../../domain/language.ts";
import { type AskedOf, scenarioKey } from "../../sweep/scenarios.ts";
import { type Arguments, given } from "../arguments.ts";
import { EXIT, type ExitCode, refused } from "../exit.ts";
import type { Say } from "../say.ts";
import type { Places } from "../two-places.ts";
import { type Answerer, answererInThreads } from "../sweep/answerer.ts";
import { type CasePlace, loadCaseAsItIs } from "../sweep/case-as-it-is.ts";
import { type SweepDatabase, type TakenJob, TOUCH_EVERY } from "../sweep/database.ts";
import { openDatabase } from "../sweep/open-database.ts";
import { patiently, whyOf } from "../sweep/patience.ts";
import { thisProgram } from "../sweep/program.ts";

const SAID = catalogue("cli.commands.worker", {
  ready: {
    da: "Regner scenarier af {name} på {cores, plural, one {én kerne} other {# kerner}}. Ctrl-C stopper.",
    en: "Computing scenarios of {name} on {cores, plural, one {one core} other {# cores}}. Ctrl-C stops.",
  },
  waiting: {
    da: "Venter på scenarier af {name}, som sweep giver ud. Ctrl-C stopper.",
    en: "Waiting for scenarios of {name} that sweep hands out. Ctrl-C stops.",
  },
  done: {
    da: "{done, plural, =0 {Ingen scenarier} one {Ét scenarie} other {# scenarier}} regnet. Der er ikke flere.",
    en: "{done, plural, =0 {No scenarios} one {One scenario} other {# scenarios}} computed. There are no more.",
  },
  progress: {
    da: "{done, plural, one {ét scenarie} other {# scenarier}} regnet",
    en: "{done, plural, one {one scenario} other {# scenarios}} computed",
  },
  stopped: {
    da: "Stoppet efter {done, plural, =0 {ingen scenarier} one {ét scenarie} other {# scenarier}}. Det, der var i gang, er givet tilbage.",
    en: "Stopped after {done, plural, =0 {no scenarios} one {one scenario} other {# scenarios}}. What was begun has been given back.",
  },
  otherCase: {
    da: "Scenarierne, der venter, er af en anden sag end {folder}: {name} (sum {wanted}); den her har sum {own}. Giv arbejderen den samme mappe, som sweep fik.",
    en: "The scenarios that wait are of another case than {folder}: {name} (sum {wanted}); this one has sum {own}. Give the worker the same folder that sweep was given.",
  },
  otherProgram: {
    da: "Scenarierne, der venter, er lavet af en anden udgave af programmet ({wanted}) end den her ({own}). Brug den samme udgave på alle maskiner.",
    en: "The scenarios that wait were made by another edition of the program ({wanted}) than this one ({own}). Use the same edition on all machines.",
  },
});

interface WorkerRequest extends CasePlace {
  /** The PostgreSQL that scenarios are taken from. */
  readonly address: string;
  /** Cores to compute on; absent: all. */
  readonly cores?: number;
}

export const workerRequest = ({ folder, beside: address }: Places, args: Arguments): WorkerRequest => ({
  folder,
  address,
  ...given({ recipe: args.text("recipe") }),
  ...given({ cores: args.whole("cores") }),
});

/** How often it is looked for scenarios where there are none, milliseconds. */
const LOOK = 500;

/**
 * `worker ADDRESS CASE`: computes scenarios of a sweep that was handed out at the address, until there are no more; before there are any it waits.
 * Refuses where only another case's, or another program's, wait.
 */
export async function worker(request: WorkerRequest, say: Say): Promise<ExitCode> {
  const place: CasePlace = { folder: request.folder, ...given({ recipe: request.recipe }) };
  const asItIs = await loadCaseAsItIs(place, say);
  const of: AskedOf = { program: await thisProgram(), dataHash: asItIs.opened.dataHash };
  const database = await openDatabase(request.address, of, say);
  try {
    const { name } = asItIs.opened.basis.municipality.info;
    await untilSomeWait(database, of, { folder: request.folder, name }, say);
    // Never in this thread: it has to say that it lives while others compute.
    const cores = request.cores ?? availableParallelism();
    const answerer = await answererInThreads({ ...place, dataHash: of.dataHash }, cores, say);
    try {
      say.problem(say.text(SAID.ready, { name, cores }));
      return await workOn(database, answerer, of, say);
    } finally {
      await answerer.close();
    }
  } finally {
    await database.close();
  }
}

/** Waits until there are scenarios for this worker. */
async function untilSomeWait(
  database: SweepDatabase,
  of: AskedOf,
  { folder, name }: { readonly folder: string; readonly name: string },
  say: Say,
): Promise<void> {
  for (let looks = 0; ; looks++) {
    const sweeps = await patiently(() => database.waiting());
    if (sweeps.some((each) => isOf(of, each))) return;
    const [other] = sweeps;
    const sameCase = sweeps.find(({ dataHash }) => dataHash === of.dataHash);
    if (sameCase) throw refused(say, SAID.otherProgram, { wanted: sameCase.program, own: of.program });
    if (other) {
      const [wanted, own] = [other, of].map(({ dataHash }) => dataHash.slice(0, 16));
      throw refused(say, SAID.otherCase, { folder, name: other.caseName, wanted, own });
    }
    if (looks === 0) say.problem(say.text(SAID.waiting, { name }));
    await wait(LOOK);
  }
}

const isOf = (one: AskedOf, other: AskedOf): boolean =>
  one.dataHash === other.dataHash && one.program === other.program;

async function workOn(database: SweepDatabase, answerer: Answerer, of: AskedOf, say: Say): Promise<ExitCode> {
  const held = new Set<TakenJob>();
  const stop = new AbortController();
  const stopped = new Promise<void>((done) => {
    stop.signal.addEventListener("abort", () => done(), { once: true });
  });
  const onSignal = (): void => stop.abort();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, onSignal);
  // Once missed is no matter: what is lost is taken again by somebody.
  const lives = setInterval(() => void database.touch([...held]).catch(() => undefined), TOUCH_EVERY);
  let done = 0;
  const isLeft = async (): Promise<boolean> =>
    (await patiently(() => database.waiting())).some((each) => isOf(of, each));
  const work = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      const job = await patiently(() => database.take());
      if (job) {
        held.add(job);
        await Promise.race([computed(database, answerer, of, job), stopped]);
        if (stop.signal.aborted) return;
        held.delete(job);
        say.progress(say.text(SAID.progress, { done: ++done }));
      } else if (await isLeft()) await wait(LOOK);
      else return;
    }
  };
  try {
    await Promise.all(Array.from({ length: answerer.room }, work));
    say.progressDone();
    if (stop.signal.aborted) await database.giveBack([...held]);
    say.answer(say.text(stop.signal.aborted ? SAID.stopped : SAID.done, { done }));
    return EXIT.ok;
  } finally {
    clearInterval(lives);
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, onSignal);
  }
}

/** Computes a scenario and keeps what comes of it; one that is not what its key says is at fault, as one whose case or solver is. */
async function computed(database: SweepDatabase, answerer: Answerer, of: AskedOf, job: TakenJob): Promise<void> {
  const { key, scenario } = job.data;
  const isOwn = scenarioKey(of, scenario) === key;
  const came = await (isOwn ? answerer.answer(scenario) : Promise.reject(new Error(`key ${key}`))).then(
    (answer) => ({ answer }),
    (error: unknown) => ({ why: whyOf(error) }),
  );
  await patiently(() => ("answer" in came ? database.keep(job, came.answer) : database.keepFault(job, came.why)));
}
