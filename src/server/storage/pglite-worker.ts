import { parentPort, workerData } from "node:worker_threads";
import type { PGlite } from "@electric-sql/pglite";
import { openDatabase } from "./empty-database.ts";

/** What the server asks of the thread that the embedded database lives in; a question without SQL asks it to close. */
export interface PgliteQuestion {
  readonly ticket: number;
  readonly sql?: string;
  readonly parameters?: readonly unknown[];
  /** A transaction is begun before it. */
  readonly begins?: "first";
}

export type PgliteAnswer = { readonly ticket: number } & (
  | { readonly rows: readonly unknown[]; readonly affected: number }
  | { readonly failed: string; readonly code?: string }
);

/** The embedded database in a thread of its own: a long query holds up no message of a room. */
async function answerQuestions(port: NonNullable<typeof parentPort>): Promise<void> {
  const folder: unknown = workerData;
  const database = await openDatabase(typeof folder === "string" ? folder : undefined);
  port.on("message", (question: PgliteQuestion) => {
    void answered(database, question).then((answer) => port.postMessage(answer));
  });
  port.postMessage({ ticket: 0, rows: [], affected: 0 } satisfies PgliteAnswer);
}

async function answered(database: PGlite, { ticket, sql, parameters, begins }: PgliteQuestion): Promise<PgliteAnswer> {
  try {
    if (sql === undefined) {
      await database.close();
      return { ticket, rows: [], affected: 0 };
    }
    if (begins) await database.exec("begin");
    const { rows, affectedRows = 0 } = await database.query(sql, [...(parameters ?? [])]);
    return { ticket, rows, affected: affectedRows };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? { code: String(error.code) } : {};
    return { ticket, failed: error instanceof Error ? error.message : String(error), ...code };
  }
}

/** As a program of its own it lays an empty database in a folder, and ends: that takes more memory than all that comes after. */
async function layEmpty(folder: string): Promise<void> {
  await (await openDatabase(folder)).close();
}

if (parentPort) await answerQuestions(parentPort);
else await layEmpty(process.argv[2]);
