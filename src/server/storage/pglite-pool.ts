import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { Worker } from "node:worker_threads";
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from "kysely";
import type { PgliteAnswer, PgliteQuestion } from "./pglite-worker.ts";

type Rows = Extract<PgliteAnswer, { readonly rows: unknown }>;

/**
 * The embedded database as a pool with one connection, so that the same dialect serves it and PostgreSQL. `folder`: where it is kept;
 * absent: in memory alone. `file`: the thread's compiled file. Whoever waits for the connection gets it in turn. Where the thread ends or
 * can no longer be used, whoever asked is told so, and whoever asks next has the folder opened anew: what was committed is there.
 */
export async function pglitePool(folder: string | undefined, file: URL): Promise<PostgresPool> {
  // Memory that a process has once taken it seldom gives back: what takes much of it once is done by another.
  if (folder !== undefined && !existsSync(join(folder, "PG_VERSION")))
    await promisify(execFile)(process.execPath, [fileURLToPath(file), folder]);
  let thread = await Thread.open(file, folder);
  let triedAt = -Infinity;
  const turns = new Turns();
  /** A thread that can be asked. What is in memory alone went with its thread. */
  const live = async (): Promise<Thread> => {
    const { fault } = thread;
    if (!fault) return thread;
    if (folder === undefined || performance.now() - triedAt < AGAIN) throw fault;
    triedAt = performance.now();
    await thread.stop();
    try {
      thread = await Thread.open(file, folder);
    } catch {
      // Why it ended says more than that it cannot be opened yet: there is no space, for one.
      throw fault;
    }
    return thread;
  };
  return {
    options: {},
    connect: async () => {
      await turns.take();
      try {
        return clientOf(await live(), () => turns.give());
      } catch (error) {
        turns.give();
        throw error;
      }
    },
    end: () => thread.close(),
  };
}

/** Until a folder that could not be opened is tried again, milliseconds. */
const AGAIN = 2000;
/** A question that takes longer has hung, milliseconds. */
const PATIENCE = 20_000;

const COMMANDS = ["UPDATE", "DELETE", "MERGE", "INSERT", "SELECT", "COMMIT", "ROLLBACK"] as const;

/** A transaction is begun with its first question: to wake the thread costs more than what most questions ask of it. */
function clientOf(thread: Thread, release: () => void): PostgresPoolClient {
  let begins = false;
  const query = async (sql: string, parameters: readonly unknown[] = []): Promise<PostgresQueryResult<unknown>> => {
    const isBegin = /^begin$/i.test(sql);
    // Of nothing that was asked there is nothing to end.
    const isOver = begins && /^(commit|rollback)$/i.test(sql);
    const begun = begins && !isOver;
    begins = isBegin;
    if (isBegin || isOver) return { command: "SELECT", rowCount: 0, rows: [] };
    const { rows, affected } = await thread.ask({ sql, parameters, ...(begun && { begins: "first" as const }) });
    const word = sql.trimStart().split(/\s/, 1)[0].toUpperCase();
    const command = COMMANDS.find((each) => each === word) ?? "SELECT";
    return { command, rowCount: command === "SELECT" ? rows.length : affected, rows: [...rows] };
  };
  // Rows have the type that whoever asks says, as with any driver; cursors, which nobody asks for, there are none of.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { query, release } as unknown as PostgresPoolClient;
}

/** One at a time, in the order they came. */
class Turns {
  readonly #waiting: (() => void)[] = [];
  #isTaken = false;

  async take(): Promise<void> {
    if (this.#isTaken)
      await new Promise<void>((go) => {
        this.#waiting.push(go);
      });
    this.#isTaken = true;
  }

  give(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#isTaken = false;
  }
}

/** The thread that the database lives in, asked and answered by tickets. */
class Thread {
  readonly #thread: Worker;
  readonly #calls = new Map<
    number,
    { readonly kept: (answer: PgliteAnswer) => void; readonly lost: (why: Error) => void }
  >();
  #tickets = 0;
  #fault: Error | undefined;

  /** The thread says by itself that the database is open. Throws where it cannot be. */
  static async open(file: URL, folder: string | undefined): Promise<Thread> {
    const thread = new Thread(file, folder);
    await thread.#hear(0);
    return thread;
  }

  private constructor(file: URL, folder: string | undefined) {
    this.#thread = new Worker(file, { workerData: folder });
    this.#thread.on("message", (answer: PgliteAnswer) => {
      this.#calls.get(answer.ticket)?.kept(answer);
      this.#calls.delete(answer.ticket);
    });
    this.#thread.on("error", (why) => this.#lose(why));
    this.#thread.on("exit", () => this.#lose(new Error("the embedded database has stopped")));
  }

  /** Why it can no longer be asked. */
  get fault(): Error | undefined {
    return this.#fault;
  }

  /** From now on nothing is asked of it: the first fault is why. */
  #lose(why: Error): void {
    this.#fault ??= why;
    for (const { lost } of this.#calls.values()) lost(this.#fault);
    this.#calls.clear();
  }

  #hear(ticket: number): Promise<PgliteAnswer> {
    return new Promise((kept, lost) => {
      this.#calls.set(ticket, { kept, lost });
    });
  }

  async ask(question: Omit<PgliteQuestion, "ticket">): Promise<Rows> {
    if (this.#fault) throw this.#fault;
    const ticket = ++this.#tickets;
    const heard = this.#hear(ticket);
    const hung = setTimeout(() => this.#break(new Error("the embedded database does not answer")), PATIENCE);
    // A thread of this program's, not a window of another's.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    this.#thread.postMessage({ ticket, ...question } satisfies PgliteQuestion);
    const answer = await heard.finally(() => clearTimeout(hung));
    if (!("failed" in answer)) return answer;
    const why = Object.assign(new Error(answer.failed), { code: answer.code });
    if (isBroken(answer.code)) this.#break(why);
    throw why;
  }

  #break(why: Error): void {
    this.#lose(why);
    void this.stop();
  }

  async stop(): Promise<void> {
    await this.#thread.terminate();
  }

  async close(): Promise<void> {
    if (!this.#fault) await this.ask({}).catch(() => undefined);
    await this.stop();
  }
}

/**
 * Whether a database that failed so can be asked no more: what has no SQLSTATE is a fault of the program within, and one that could not
 * write (classes 53, 58 and XX) answers nothing from then on.
 */
const isBroken = (code: string | undefined): boolean => code === undefined || !/^(?!53|58|XX)[0-9A-Z]{5}$/.test(code);
