import { unzipSync } from "fflate";
import { isWholeCase } from "../state/whole-case.ts";
import type { CaseFileBytes } from "../worker/messages.ts";

/** The files of a case that was saved as one; `undefined` where the archive is none. */
export function caseInZip(zip: Uint8Array): readonly CaseFileBytes[] | undefined {
  try {
    const names: string[] = [];
    // The names alone first: a shapefile or a timetable may be large.
    unzipSync(zip, { filter: ({ name }) => names.push(name) < 0 });
    if (!isWholeCase(names.map((path) => ({ path })))) return undefined;
    return Object.entries(unzipSync(zip)).map(([path, content]) => ({ path, bytes: new Uint8Array(content) }));
  } catch {
    // A damaged archive is said to be one where it is read.
    return undefined;
  }
}
