import { LINK_PART, type Opening } from "../proposals/passing-on.ts";
import type { Studio } from "../proposals/studio.ts";
import type { Edits } from "./use-edits.ts";

/** Why nothing was opened of what was written, where not even a look at it is needed. */
export type Unread = "empty" | "elsewhere";

/** No code has any of these, and every address has one. */
const IN_AN_ADDRESS = /[:/#?=]/;

/** Opens what somebody was given to write or paste: a short code, or the link of a whole proposal. */
export async function openWritten(
  studio: Pick<Studio, "readCode" | "readLink">,
  edits: Pick<Edits, "complete">,
  written: string,
): Promise<Opening | Unread> {
  const words = written.trim();
  const link = words.indexOf(LINK_PART);
  if (words === "") return "empty";
  if (link >= 0) return studio.readLink(words.slice(link));
  return IN_AN_ADDRESS.test(words) ? "elsewhere" : openCode(studio, edits, words);
}

/** Opens a short code; whom it leaves without a school gets one at once, by the same repair as when a school is closed here. */
export async function openCode(
  { readCode }: Pick<Studio, "readCode">,
  { complete }: Pick<Edits, "complete">,
  code: string,
): Promise<Opening> {
  const opening = await readCode(code);
  if (opening === "opened") complete();
  return opening;
}
