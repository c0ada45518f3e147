import { Worker } from "node:worker_threads";
import { catalogue, type Text } from "../../domain/language.ts";
import type { SweepAnswer } from "../../protocol/sweep-answer.ts";
import type { Scenario } from "../../sweep/scenarios.ts";
import { refused } from "../exit.ts";
import type { Say } from "../say.ts";
import type { ThreadAnswer, ThreadCase, ThreadQuestion } from "./thread-messages.ts";

/** Computes scenarios of one case, as many at a time as it has `room` for. */
export interface Answerer {
  readonly room: number;
  /** Throws where the case or a solver is at fault. */
  readonly answer: (scenario: Scenario) => Promise<SweepAnswer>;
  readonly close: () => Promise<void>;
}

/** The files of the case are others than when the program read them. */
class CaseChanged extends Error {}

const CHANGED: Text = catalogue("cli.sweep.changed", {
  da: "Sagens filer blev ændret, mens de blev læst. Kør kommandoen igen.",
  en: "The case's files were changed while they were read. Run the command again.",
});

/** The compiled file of a computing thread. */
const THREAD = new URL("thread.js", import.meta.url);

/** In so many threads, each of which reads by itself the case that was read here. */
export async function answererInThreads(data: ThreadCase, count: number, say: Say): Promise<Answerer> {
  const opened = await Promise.allSettled(Array.from({ length: count }, () => ComputingThread.open(data)));
  const free = opened.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
  const close = async (): Promise<void> => {
    await Promise.all(free.map((thread) => thread.stop()));
  };
  for (const each of opened)
    if (each.status === "rejected") {
      await close();
      throw each.reason instanceof CaseChanged ? refused(say, CHANGED) : each.reason;
    }
  const waiting: ((thread: ComputingThread) => void)[] = [];
  const take = (): Promise<ComputingThread> => {
    const thread = free.pop();
    return thread
      ? Promise.resolve(thread)
      : new Promise((given) => {
          waiting.push(given);
        });
  };
  const give = (thread: ComputingThread): void => {
    const next = waiting.shift();
    if (next) next(thread);
    else free.push(thread);
  };
  return {
    room: count,
    answer: async (scenario) => {
      let thread = await take();
      try {
        // One that ended, for want of memory perhaps, computes nothing more.
        if (thread.isLost) thread = await ComputingThread.open(data);
        return await thread.ask(scenario);
      } finally {
        give(thread);
      }
    },
    close,
  };
}

/** A thread that is asked one thing at a time. */
class ComputingThread {
  readonly #thread: Worker;
  #heard: ((answer: ThreadAnswer) => void) | undefined;
  #lost: string | undefined;

  /** The thread says by itself that it has the case. */
  static async open(data: ThreadCase): Promise<ComputingThread> {
    const thread = new ComputingThread(data);
    const first = await thread.#hear();
    if (first.kind === "ready") return thread;
    await thread.stop();
    throw first.kind === "changed" ? new CaseChanged() : new Error(first.kind === "fault" ? first.why : first.kind);
  }

  private constructor(workerData: ThreadCase) {
    this.#thread = new Worker(THREAD, { workerData });
    this.#thread.on("message", (answer: ThreadAnswer) => this.#tell(answer));
    this.#thread.on("error", ({ message }) => this.#lose(message));
    this.#thread.on("exit", (code) => this.#lose(`thread ended: ${code}`));
  }

  get isLost(): boolean {
    return this.#lost !== undefined;
  }

  #tell(answer: ThreadAnswer): void {
    this.#heard?.(answer);
    this.#heard = undefined;
  }

  #lose(why: string): void {
    this.#lost ??= why;
    this.#tell({ kind: "fault", why: this.#lost });
  }

  #hear(): Promise<ThreadAnswer> {
    return new Promise((heard) => {
      if (this.#lost === undefined) this.#heard = heard;
      else heard({ kind: "fault", why: this.#lost });
    });
  }

  async ask(scenario: Scenario): Promise<SweepAnswer> {
    const heard = this.#hear();
    // A thread of this program's, not a window of another's.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    this.#thread.postMessage({ scenario } satisfies ThreadQuestion);
    const said = await heard;
    if (said.kind === "answer") return said.answer;
    throw new Error(said.kind === "fault" ? said.why : said.kind);
  }

  async stop(): Promise<void> {
    await this.#thread.terminate();
  }
}
