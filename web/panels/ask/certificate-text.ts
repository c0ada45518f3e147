import type { AskedPlan } from "../../worker/messages.ts";
import { type AskVoice, percentOf } from "./ask-voice.ts";

/** How sure an answer is, in a sentence. */
export function certificateText(
  voice: AskVoice,
  { status, gap, splits }: Pick<AskedPlan, "status" | "splits"> & { readonly gap?: number | undefined },
): string {
  if (status === "optimal") return voice.ask(splits ? "answer.optimal.split" : "answer.optimal");
  return gap === undefined ? voice.ask("answer.stopped") : voice.ask("answer.gap", { percent: percentOf(voice, gap) });
}
