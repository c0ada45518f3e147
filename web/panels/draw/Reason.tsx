import type { ReactNode } from "react";
import { setReason } from "../../../src/index.ts";
import { useVoice } from "../../i18n/say.ts";
import type { Proposal } from "../../proposals/proposal.ts";
import { useStudio } from "../../proposals/studio-context.ts";
import { REASONED } from "../../proposals/studio-words.ts";
import { Meanwhile } from "./Meanwhile.tsx";
import { useTyping } from "./use-typing.ts";

/** As much as can be read beside a plan; a file may bring more, which is kept. */
const MOST_TYPED = 2_000;

/** Why the proposal is as it is, in its makers' own words; goes with it wherever it is shown or passed on. */
export function Reason({ proposal: { id, draft } }: { readonly proposal: Proposal }): ReactNode {
  const { say } = useVoice();
  const studio = useStudio();
  const reason = draft.reason ?? "";
  const { shown, meanwhile, onType, onFocus, onLeave } = useTyping({
    proposal: id,
    field: "reason",
    value: reason,
    onKeep: (written) => (studio.edit(setReason(draft, written), REASONED) ? "kept" : "refused"),
  });
  return (
    <>
      <label className="draw-reason">
        {say("draw.reason")}
        <textarea
          className="form-input"
          rows={1}
          placeholder={say("draw.reason.why")}
          value={shown}
          maxLength={Math.max(MOST_TYPED, reason.length)}
          onChange={({ target }) => onType(target.value)}
          onFocus={onFocus}
          onBlur={onLeave}
        />
      </label>
      <Meanwhile text={meanwhile} />
    </>
  );
}
