import { type ReactNode, useEffect, useRef } from "react";
import { useVoice } from "../i18n/say.ts";
import type { AppState } from "../state/app-state.ts";
import { useSelect, useStore } from "../state/store.ts";

interface Props {
  readonly name: NonNullable<AppState["dialog"]>;
  readonly title: string;
  /** Stays in sight under the title while the rest scrolls. */
  readonly head?: ReactNode;
  readonly children: ReactNode;
}

/** A window over the page, open while the state says so; what is in it is made only then. */
export function Dialog({ name, title, head, children }: Props): ReactNode {
  const { say } = useVoice();
  const store = useStore();
  const open = useSelect(({ dialog }) => dialog === name);
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    if (open && dialog && !dialog.open) dialog.showModal();
    if (!open && dialog?.open) dialog.close();
  }, [open]);
  // The browser tells of a closing late: by then another window may be open.
  const close = (): void => {
    if (store.state().dialog === name) store.dispatch({ kind: "dialog", dialog: undefined });
  };
  return (
    <dialog ref={element} className={`help dialog-${name}`} aria-labelledby={`${name}-title`} onClose={close}>
      {open && (
        <>
          <div className="help-head">
            <h2 id={`${name}-title`}>{title}</h2>
            <button type="button" className="button button-secondary small-button" onClick={close}>
              {say("help.close")}
            </button>
            {head}
          </div>
          {children}
        </>
      )}
    </dialog>
  );
}
