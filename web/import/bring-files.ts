import { unzipSync } from "fflate";
import { filesDropped, isWholeCase, readAll } from "../state/given-files.ts";
import type { HandedOver } from "../state/handed-over.ts";
import type { Store } from "../state/store.ts";
import type { CaseFileBytes } from "../worker/messages.ts";
import { broughtOf } from "./brought.ts";
import { importSession } from "./session.ts";

/** Takes files that were dropped into the window in which they become a case; a case's folder as this page saved it is handed back, to be opened. */
export async function bringFiles(store: Store, given: HandedOver): Promise<readonly CaseFileBytes[] | undefined> {
  const files = await readAll(await filesDropped(given));
  const packed = files.length === 1 ? caseIn(files[0]) : undefined;
  if (packed) return packed;
  store.dispatch({ kind: "dialog", dialog: "import" });
  importSession().bring(broughtOf(files), store.state().choice.language);
  return undefined;
}

/** The files of a case that was saved as one; `undefined` where the file is none. */
function caseIn({ path, bytes }: CaseFileBytes): readonly CaseFileBytes[] | undefined {
  if (!/\.zip$/i.test(path)) return undefined;
  try {
    const names: string[] = [];
    // The names alone first: a shapefile or a timetable may be large.
    unzipSync(bytes, { filter: ({ name }) => names.push(name) < 0 });
    if (!isWholeCase(names.map((name) => ({ path: name })))) return undefined;
    return Object.entries(unzipSync(bytes)).map(([name, content]) => ({ path: name, bytes: new Uint8Array(content) }));
  } catch {
    // A damaged archive is said to be one where it is read.
    return undefined;
  }
}
