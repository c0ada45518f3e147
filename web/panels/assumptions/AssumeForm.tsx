import type { ReactNode } from "react";
import { useVoice } from "../../i18n/say.ts";

interface Props {
  readonly kind: "cost" | "danger" | "housing";
  readonly isReady: boolean;
  readonly onAdd: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** One assumption to fill in: it is added, or let go of. */
export function AssumeForm({ kind, isReady, onAdd, onCancel, children }: Props): ReactNode {
  const { say } = useVoice();
  return (
    <form
      className="assume-form"
      aria-label={say(`assume.addIt.${kind}`)}
      onSubmit={(event) => {
        event.preventDefault();
        onAdd();
      }}
    >
      {children}
      <div className="draw-links">
        <button type="submit" className="button button-primary small-button" disabled={!isReady}>
          {say("assume.add")}
        </button>
        <button type="button" className="button button-secondary small-button" onClick={onCancel}>
          {say("newSchool.cancel")}
        </button>
      </div>
    </form>
  );
}
