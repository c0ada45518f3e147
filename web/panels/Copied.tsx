import { type ReactNode, useRef, useState } from "react";
import { useVoice } from "../i18n/say.ts";

/** A text to be passed on: in a field, and copied at a click. */
export function Copied({ label, value }: { readonly label: string; readonly value: string }): ReactNode {
  const { say } = useVoice();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => setCopied((await byClipboard(value)) || bySelection(field.current));
  return (
    <label className="draw-copied">
      {label}
      <input ref={field} className="form-input" readOnly value={value} onFocus={({ target }) => target.select()} />
      <button type="button" className="link-button" onClick={() => void copy()}>
        {say(copied ? "file.copied" : "file.copyIt")}
      </button>
    </label>
  );
}

async function byClipboard(value: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(value);
    return true;
  } catch {
    return false;
  }
}

/**
 * A page that came over a plain line, as from a laptop in a village hall, has no clipboard but this old command; where that is refused too
 * the text is marked, to be copied by hand.
 */
function bySelection(field: HTMLInputElement | null): boolean {
  field?.select();
  return document.execCommand("copy");
}
