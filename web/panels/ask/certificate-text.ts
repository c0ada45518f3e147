import type { AskKind } from "../../ask/form.ts";
import type { AskedPlan } from "../../worker/messages.ts";
import { type AskVoice, percentOf } from "./ask-voice.ts";

type Certified = Pick<AskedPlan, "status" | "splits" | "measured"> & { readonly gap?: number | undefined };

/**
 * How sure an answer to such a question is, in a sentence that says no more than was proven; `above`: the one before it in a list of the
 * best.
 */
export function certificateText(
  voice: AskVoice,
  kind: AskKind,
  { status, gap, splits, measured }: Certified,
  above?: Pick<AskedPlan, "measured">,
): string {
  if (status === "optimal" && above)
    return voice.ask(
      measured && measured.value === above.measured?.value ? "answer.optimal.even" : "answer.optimal.next",
    );
  if (status === "optimal" && kind === "repair" && !splits) return voice.ask("answer.optimal.repair");
  if (status === "optimal") return voice.ask(splits ? "answer.optimal.split" : "answer.optimal");
  return gap === undefined ? voice.ask("answer.stopped") : voice.ask("answer.gap", { percent: percentOf(voice, gap) });
}
