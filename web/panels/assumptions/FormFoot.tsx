import type { ReactNode } from "react";
import { useVoice } from "../../i18n/say.ts";

interface Props {
  readonly isReady: boolean;
  readonly onCancel: () => void;
}

/** What ends a form: it is added, or let go of. */
export function FormFoot({ isReady, onCancel }: Props): ReactNode {
  const { say } = useVoice();
  return (
    <div className="draw-links">
      <button type="submit" className="button button-primary small-button" disabled={!isReady}>
        {say("assume.add")}
      </button>
      <button type="button" className="button button-secondary small-button" onClick={onCancel}>
        {say("newSchool.cancel")}
      </button>
    </div>
  );
}
