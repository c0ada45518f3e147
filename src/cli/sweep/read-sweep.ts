import { basename } from "node:path";
import { catalogue } from "../../domain/language.ts";
import { readSweepText } from "../../import/sweep.ts";
import { openIssueBook } from "../../import/report.ts";
import { decodeText } from "../../import/text.ts";
import type { SweepFile } from "../../protocol/sweep-file.ts";
import { CommandError, EXIT } from "../exit.ts";
import { readBytes } from "../files.ts";
import type { Say } from "../say.ts";

const SAID = catalogue("cli.sweep.read", {
  unreadable: {
    da: "{path} er ikke en række scenarier, der kan regnes. Intet er regnet.",
    en: "{path} is not a sweep that can be computed. Nothing was computed.",
  },
});

/** A sweep file with where each part of it stands. */
export interface ReadSweep {
  readonly file: SweepFile;
  readonly lineOf: (path: readonly (string | number)[]) => number | undefined;
}

/** A file as the schema has it; every way it does not fit is said with its line. */
export async function readSweepFile(path: string, say: Say): Promise<ReadSweep> {
  const decoded = decodeText(await readBytes(path));
  if (!("notText" in decoded)) {
    const { value, at, issues } = readSweepText(decoded.text, path);
    if (value && at) return { file: value, lineOf: (place) => at(place).line };
    say.issues(issues);
  } else {
    const book = openIssueBook();
    book.report("file.not-text", { file: path }, { found: decoded.notText });
    say.issues(book.all());
  }
  throw new CommandError(EXIT.input, say.text(SAID.unreadable, { path: basename(path) }));
}
