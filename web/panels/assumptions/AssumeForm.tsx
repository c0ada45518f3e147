import type { ReactNode } from "react";
import { useVoice } from "../../i18n/say.ts";

interface Props {
  readonly kind: "cost" | "danger" | "housing";
  /** What is changed; absent: something new is added. */
  readonly was: { readonly name: string } | undefined;
  readonly isReady: boolean;
  readonly onKeep: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** One assumption to fill in: it is kept, or let go of. */
export function AssumeForm({ kind, was, isReady, onKeep, onCancel, children }: Props): ReactNode {
  const { say } = useVoice();
  return (
    <form
      className="assume-form"
      aria-label={was ? say("assume.changeIt", { name: was.name }) : say(`assume.addIt.${kind}`)}
      onSubmit={(event) => {
        event.preventDefault();
        onKeep();
      }}
    >
      {children}
      <div className="draw-links">
        <button type="submit" className="button button-primary small-button" disabled={!isReady}>
          {say(was ? "assume.keep" : "assume.add")}
        </button>
        <button type="button" className="button button-secondary small-button" onClick={onCancel}>
          {say("newSchool.cancel")}
        </button>
      </div>
    </form>
  );
}
