import type { Text } from "../../src/index.ts";
import type { Store } from "../state/store.ts";
import { NOT_OURS } from "./opened-file.ts";
import type { Opening, PassingOn } from "./passing-on.ts";
import { notOpened, tooLarge } from "./studio-words.ts";

/** Bytes that a file may have to be read: the minutes of the longest meeting have a tenth of it. */
export const LARGEST_FILE = 50_000_000;

/** Opens a file that somebody dropped or chose beside the case that is open; the page's outcome says why not, under the name that it has there. */
export async function openGiven(store: Store, studio: Pick<PassingOn, "read">, file: File): Promise<Opening> {
  const why = await hindrance(file);
  if (!why) return studio.read(await file.text(), file.name);
  store.dispatch({ kind: "outcome", outcome: { kind: "refused", lines: [notOpened(file.name), why] } });
  return "refused";
}

async function hindrance(file: File): Promise<Text | undefined> {
  if (file.size > LARGEST_FILE) return tooLarge(file.size, LARGEST_FILE);
  return isWritten(await file.slice(0, 64).text()) ? undefined : NOT_OURS;
}

/** Whether a file begins as those do that the page reads, whatever it is called. */
const isWritten = (beginning: string): boolean => /^[{<]/.test(beginning.trimStart());
