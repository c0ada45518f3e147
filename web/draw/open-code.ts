import type { Opening } from "../proposals/passing-on.ts";
import type { Studio } from "../proposals/studio.ts";
import type { Edits } from "./use-edits.ts";

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
