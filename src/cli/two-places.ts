import { catalogue, type Text } from "../domain/language.ts";
import type { Arguments } from "./arguments.ts";
import { type BesideCommand, COMMANDS } from "./command-list.ts";
import { isFolder } from "./files.ts";
import { isDatabaseAddress } from "./sweep/database-address.ts";

/** What each command that takes two things is to be given. */
const WANTED: Readonly<Record<BesideCommand, Text>> = catalogue("cli.two-places", {
  verify: {
    da: "Skriv filen, der skal regnes efter, og sagens mappe: skoledistrikt verify FIL MAPPE.",
    en: "Write the file to be worked out anew and the case's folder: skoledistrikt verify FILE FOLDER.",
  },
  sweep: {
    da: "Skriv filen med spørgsmålet og dets omstændigheder og sagens mappe: skoledistrikt sweep FIL MAPPE.",
    en: "Write the file with the question and its circumstances and the case's folder: skoledistrikt sweep FILE FOLDER.",
  },
  worker: {
    da: "Skriv databasens adresse og sagens mappe: skoledistrikt worker postgresql://navn@vært/database MAPPE.",
    en: "Write the database's address and the case's folder: skoledistrikt worker postgresql://name@host/database FOLDER.",
  },
});

/** The folder of a case, and what stands beside it where the command takes something beside. */
export interface Places {
  readonly folder: string;
  readonly beside: string;
}

/** Which of a command's two words is the folder, in whichever order they were typed; `undefined` where the command takes one. */
export async function twoPlaces(place: string, args: Arguments): Promise<Places | undefined> {
  const row = COMMANDS.find(({ name }) => name === args.command);
  if (row === undefined || !("beside" in row)) return undefined;
  const beside = args.text("file") ?? args.beside;
  if (beside === undefined || (args.has("file") && args.beside !== undefined)) throw args.usage(WANTED[row.name]);
  const isFolderFirst = args.has("file") || isDatabaseAddress(beside) || (await isFolder(place));
  return isFolderFirst ? { folder: place, beside } : { folder: beside, beside: place };
}
