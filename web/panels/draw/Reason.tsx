import { type ReactNode, useState } from "react";
import { setReason } from "../../../src/index.ts";
import { useVoice } from "../../i18n/say.ts";
import { useStudio } from "../../proposals/studio-context.ts";
import { REASONED } from "../../proposals/studio-words.ts";
import { chosenProposal } from "../../state/chosen.ts";
import { useSelect } from "../../state/store.ts";

/** As much as can be read beside a plan; a file may bring more, which is kept. */
const MOST_TYPED = 2_000;

/** Why the proposal is as it is, in its makers' own words; goes with it wherever it is shown or passed on. */
export function Reason(): ReactNode {
  const { say } = useVoice();
  const studio = useStudio();
  const draft = useSelect((state) => chosenProposal(state)?.draft);
  const reason = draft?.reason ?? "";
  const [typed, setTyped] = useState(reason);
  const [last, setLast] = useState(reason);
  if (last !== reason) {
    setLast(reason);
    setTyped(reason);
  }
  if (!draft) return null;
  const keep = (): void => {
    const wished = typed.trim();
    setTyped(wished);
    if (wished !== reason) studio.edit(setReason(draft, wished), REASONED);
  };
  return (
    <label className="draw-reason">
      {say("draw.reason")}
      <textarea
        className="form-input"
        rows={1}
        placeholder={say("draw.reason.why")}
        value={typed}
        maxLength={Math.max(MOST_TYPED, reason.length)}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={keep}
      />
    </label>
  );
}
