import { readFormats } from "../../import/formats/read-formats.ts";
import { openWithImport } from "../../open-case.ts";
import type { CaseAsItIs } from "../../sweep/case-under.ts";
import { requireFolder, stopOnErrors } from "../case.ts";
import { nodeSha256, readPreparedFolder } from "../files.ts";
import type { Say } from "../say.ts";

/** Which folder is a case, and how. */
export interface CasePlace {
  readonly folder: string;
  readonly recipe?: string;
}

/** Reads a case as its files have it; every problem in them is among the issues. */
export async function readCaseAsItIs({ folder, recipe }: CasePlace) {
  const prepared = await readPreparedFolder(folder, recipe);
  return openWithImport({ ...prepared, files: await readFormats(prepared.files) }, { sha256: nodeSha256 });
}

/** The same; says every problem, and stops on errors. */
export async function loadCaseAsItIs(place: CasePlace, say: Say): Promise<CaseAsItIs> {
  await requireFolder(place.folder, say);
  const { value, issues } = await readCaseAsItIs(place);
  say.issues(issues);
  if (!value) throw stopOnErrors(issues, say);
  return value;
}
