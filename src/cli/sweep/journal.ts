import { mkdir, open, readFile, truncate } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type SweepAnswer, sweepAnswerSchema } from "../../protocol/sweep-answer.ts";
import { holdFolder } from "../../server/storage/one-at-a-time.ts";
import type { AskedOf } from "../../sweep/scenarios.ts";

/** What was computed of a case before, kept from run to run: an interrupted sweep goes on where it was. */
interface Journal {
  readonly known: ReadonlyMap<string, SweepAnswer>;
  /** Kept once the promise is. */
  readonly add: (key: string, answer: SweepAnswer) => Promise<void>;
  readonly close: () => Promise<void>;
}

const lineSchema = z.strictObject({ key: z.string(), answer: sweepAnswerSchema });

/**
 * Opens the journal of a case in a folder, a line a scenario; it is for the planner alone, as its name says. What a program that was killed left
 * half written is taken off. Throws `FolderInUse` where another program has it.
 */
export async function openJournal(folder: string, { program, dataHash }: AskedOf): Promise<Journal> {
  await mkdir(folder, { recursive: true });
  const release = await holdFolder(folder);
  try {
    const path = join(folder, `${program}-${dataHash.slice(0, 16)}.internal.jsonl`);
    const known = await readKnown(path);
    const file = await open(path, "a", 0o600);
    let last = Promise.resolve();
    return {
      known,
      add: (key, answer) => {
        last = last.then(() => file.appendFile(`${JSON.stringify({ key, answer })}\n`));
        return last;
      },
      close: async () => {
        await file.close();
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}

async function readKnown(path: string): Promise<ReadonlyMap<string, SweepAnswer>> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return Buffer.alloc(0);
    throw error;
  });
  const whole = bytes.lastIndexOf("\n") + 1;
  if (whole < bytes.length) await truncate(path, whole);
  const known = new Map<string, SweepAnswer>();
  for (const line of bytes.subarray(0, whole).toString("utf8").split("\n")) {
    const read = lineOf(line);
    if (read) known.set(read.key, read.answer);
  }
  return known;
}

/** A line that is none is computed anew. */
function lineOf(line: string): z.output<typeof lineSchema> | undefined {
  if (line === "") return undefined;
  try {
    return lineSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
