import { Worker } from "node:worker_threads";
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from "kysely";
import type { PgliteAnswer, PgliteQuestion } from "./pglite-worker.ts";

type Rows = Extract<PgliteAnswer, { readonly rows: unknown }>;

/**
 * The embedded database as a pool with one connection, so that the same dialect serves it and PostgreSQL. `folder`: where it is kept;
 * absent: in memory alone. `file`: the thread's compiled file. Whoever waits for the connection gets it in turn.
 */
export async function pglitePool(folder: string | undefined, file: URL): Promise<PostgresPool> {
  const thread = new Thread(file, folder);
  const turns = new Turns();
  await thread.isReady;
  return {
    options: {},
    connect: async () => {
      await turns.take();
      return clientOf(thread, () => turns.give());
    },
    end: () => thread.close(),
  };
}

const COMMANDS = ["UPDATE", "DELETE", "MERGE", "INSERT", "SELECT", "COMMIT", "ROLLBACK"] as const;

function clientOf(thread: Thread, release: () => void): PostgresPoolClient {
  const query = async (sql: string, parameters: readonly unknown[] = []): Promise<PostgresQueryResult<unknown>> => {
    const { rows, affected } = await thread.ask({ sql, parameters });
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
  /** The thread says by itself that the database is open. */
  readonly isReady: Promise<PgliteAnswer>;

  constructor(file: URL, folder: string | undefined) {
    this.#thread = new Worker(file, { workerData: folder });
    this.#thread.on("message", (answer: PgliteAnswer) => {
      this.#calls.get(answer.ticket)?.kept(answer);
      this.#calls.delete(answer.ticket);
    });
    this.#thread.on("error", this.#lose);
    this.#thread.on("exit", () => this.#lose(new Error("the embedded database has stopped")));
    this.isReady = this.#hear(0);
  }

  readonly #lose = (why: Error): void => {
    for (const { lost } of this.#calls.values()) lost(why);
    this.#calls.clear();
  };

  #hear(ticket: number): Promise<PgliteAnswer> {
    return new Promise((kept, lost) => {
      this.#calls.set(ticket, { kept, lost });
    });
  }

  async ask(question: Omit<PgliteQuestion, "ticket">): Promise<Rows> {
    const ticket = ++this.#tickets;
    const heard = this.#hear(ticket);
    // A thread of this program's, not a window of another's.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    this.#thread.postMessage({ ticket, ...question } satisfies PgliteQuestion);
    const answer = await heard;
    if ("failed" in answer) throw Object.assign(new Error(answer.failed), { code: answer.code });
    return answer;
  }

  async close(): Promise<void> {
    await this.ask({});
    await this.#thread.terminate();
  }
}
