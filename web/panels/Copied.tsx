import { type ReactNode, useRef, useState } from "react";
import { useVoice } from "../i18n/say.ts";

/** A text to be passed on: in a field, and copied at a click. */
export function Copied({ label, value }: { readonly label: string; readonly value: string }): ReactNode {
  const { say } = useVoice();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      // Not allowed, or no such thing on a plain line: the field can be copied by hand.
      field.current?.select();
    }
  };
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
