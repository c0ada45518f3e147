import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { catalogue } from "../../domain/language.ts";
import { newCaseFiles } from "../../import/new-case.ts";
import { EXIT, type ExitCode, refused } from "../exit.ts";
import { writeWhole } from "../files.ts";
import type { Say } from "../say.ts";

const SAID = catalogue("cli.commands.new", {
  notEmpty: {
    da: "{folder} er ikke tom, og intet er skrevet. Vælg en ny mappe: skoledistrikt new MAPPE.",
    en: "{folder} is not empty, and nothing was written. Choose a new folder: skoledistrikt new FOLDER.",
  },
  written: {
    da: "{count} filer er lagt i {folder}. Begynd med {page}: der står, hvad der hører til i hver. Se undervejs efter fejl: skoledistrikt check {folder}",
    en: "{count} files were written to {folder}. Begin with {page}: it says what belongs in each. Look for faults on the way: skoledistrikt check {folder}",
  },
});

/** The school year that is running: it begins in August. */
const yearOf = (today: Date): number => (today.getMonth() >= 7 ? today.getFullYear() : today.getFullYear() - 1);

/** `new FOLDER`: the files of an empty case in a folder that is not there or holds nothing, with a page that says what belongs in each. */
export async function newCase(folder: string, say: Say): Promise<ExitCode> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) throw refused(say, SAID.notEmpty, { folder });
  const files = newCaseFiles(yearOf(new Date()), say.language);
  for (const [path, text] of files) await writeWhole(join(folder, path), text);
  const page = [...files.keys()].find((path) => path.endsWith(".md")) ?? "";
  say.answer(say.text(SAID.written, { folder, count: files.size, page }));
  return EXIT.ok;
}
