import { createReadStream } from "node:fs";
import { createInterface } from "node:readline/promises";
import { catalogue, type Text } from "../../domain/language.ts";
import { backupLines, restore, type Restored } from "../../server/storage/backup.ts";
import { audit } from "../../server/storage/audit.ts";
import { EXIT, type ExitCode, refused } from "../exit.ts";
import { readBytes, writeWhole } from "../files.ts";
import { isThere, openAnew, openKept } from "../kept-rooms.ts";
import type { Say } from "../say.ts";

export interface BackupRequest {
  readonly path: string;
  /** The folder that rooms are kept in; absent: PostgreSQL by DATABASE_URL. */
  readonly data?: string;
  /** What is kept already may be lost. */
  readonly replace: boolean;
}

/** `backup FILE`: all rooms as they are now, in one file. */
export async function backup({ path, data }: BackupRequest, say: Say): Promise<ExitCode> {
  const storage = await openKept(data, say);
  try {
    await audit(storage.database, { who: "command", act: "backup written" });
    await writeWhole(path, backupLines(storage.database, new Date().toISOString()), 0o600);
  } finally {
    await storage.close();
  }
  say.answer(say.text(WRITTEN, { path }));
  return EXIT.ok;
}

/** `restore FILE`: the rooms of a backup, all or none. */
export async function restoreFrom({ path, data, replace }: BackupRequest, say: Say): Promise<ExitCode> {
  // Told before a database is opened, in the words that are used of any file.
  if (!(await isThere(path))) await readBytes(path);
  const storage = await openAnew(data, say);
  try {
    const outcome = await restore(storage.database, linesIn(path), replace ? "whatever is there" : "nothing");
    if (outcome.kind !== "restored") throw refused(say, HINDERS[outcome.kind], { path, ...asTold(outcome) });
    await audit(storage.database, { who: "command", act: "restored", about: outcome.made });
    say.answer(say.text(RESTORED, { rows: outcome.rows, made: outcome.made.slice(0, 16).replace("T", " ") }));
    return EXIT.ok;
  } finally {
    await storage.close();
  }
}

/** Opened when the first line is asked for: lines that nobody asks for yet are lost. */
async function* linesIn(path: string): AsyncGenerator<string> {
  yield* createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });
}

const asTold = (outcome: Restored): Readonly<Record<string, number>> =>
  outcome.kind === "damaged" ? { line: outcome.line } : outcome.kind === "not empty" ? { rooms: outcome.rooms } : {};

const WRITTEN: Text = catalogue("cli.commands.backup.written", {
  da: "Alle rum er skrevet til {path}. Filen holder navne og alt, der er skrevet i rummene: pas på den som på rummene selv.",
  en: "All rooms are written to {path}. The file holds names and all that was written in the rooms: keep it as carefully as the rooms.",
});
const RESTORED: Text = catalogue("cli.commands.backup.restored", {
  da: "Genskabt: {rows} rækker, som de var {made} (UTC). Links og pladser virker igen.",
  en: "Restored: {rows} rows, as they were {made} (UTC). Links and seats work again.",
});
const HINDERS: Readonly<Record<Exclude<Restored["kind"], "restored">, Text>> = catalogue(
  "cli.commands.backup.hinders",
  {
    damaged: {
      da: "{path}, linje {line}: er ikke, som den blev skrevet. Hent filen igen, hvor den er gemt, eller tag en ældre. Intet er ændret.",
      en: "{path}, line {line}: is not as it was written. Get the file again from where it is kept, or take an older one. Nothing was changed.",
    },
    "no backup": {
      da: "{path} er ikke skrevet af skoledistrikt backup. Intet er ændret.",
      en: "{path} was not written by skoledistrikt backup. Nothing was changed.",
    },
    newer: {
      da: "{path} er skrevet af en nyere udgave. Brug den, eller en der er nyere. Intet er ændret.",
      en: "{path} was written by a newer version. Use that one, or one that is newer. Nothing was changed.",
    },
    "not empty": {
      da: "Der er allerede {rooms, plural, one {ét rum} other {# rum}}. --replace sletter alt, der er, og sætter filens rum i stedet. Intet er ændret.",
      en: "There {rooms, plural, one {is one room} other {are # rooms}} already. --replace deletes all there is, and puts the file's rooms in its place. Nothing was changed.",
    },
    "in use": {
      da: "En server bruger databasen, eller gjorde det for mindre end 20 sekunder siden. Stop den, vent lidt, og prøv igen. Intet er ændret.",
      en: "A server uses the database, or did less than 20 seconds ago. Stop it, wait a little, and try again. Nothing was changed.",
    },
  },
);
