import { catalogue, type Text } from "../../domain/language.ts";
import { delimitedText } from "../../report/csv.ts";
import { auditLog } from "../../server/storage/audit.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import { openKept } from "../kept-rooms.ts";
import type { Say } from "../say.ts";

export interface AuditRequest {
  readonly path: string;
  /** The folder that rooms are kept in; absent: PostgreSQL by DATABASE_URL. */
  readonly data?: string;
}

const COLUMNS = ["at", "room", "title", "who", "act", "about"] as const;
const HEADS: Readonly<Record<(typeof COLUMNS)[number], Text>> = catalogue("cli.commands.audit.heads", {
  at: { da: "Tidspunkt (UTC)", en: "When (UTC)" },
  room: { da: "Rummets id", en: "Id of the room" },
  title: { da: "Rum", en: "Room" },
  who: { da: "Hvem (plads)", en: "Who (seat)" },
  act: { da: "Handling", en: "Act" },
  about: { da: "Om", en: "About" },
});

/** `audit FILE`: what those who lead rooms, and whoever runs the program, did, as a table. */
export async function auditTable({ path, data }: AuditRequest, say: Say): Promise<ExitCode> {
  const storage = await openKept(data, say);
  try {
    const rows = (await auditLog(storage.database)).map((row) => ({ ...row, at: row.at.toISOString() }));
    const cells = rows.map((row) => COLUMNS.map((column) => row[column] ?? ""));
    const heads = COLUMNS.map((column) => HEADS[column][say.language]);
    await say.write(path, delimitedText([heads, ...cells], say.language));
    say.answer(say.text(WRITTEN, { path, rows: rows.length }));
    return EXIT.ok;
  } finally {
    await storage.close();
  }
}

const WRITTEN: Text = catalogue("cli.commands.audit.written", {
  da: "{rows, plural, one {Én handling} other {# handlinger}} er skrevet til {path}.",
  en: "{rows, plural, one {One act} other {# acts}} written to {path}.",
});
