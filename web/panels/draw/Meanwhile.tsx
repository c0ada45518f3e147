import type { ReactNode } from "react";
import { useVoice } from "../../i18n/say.ts";

/** Under a field that is written in: what its text became elsewhere. */
export function Meanwhile({ text }: { readonly text: string | undefined }): ReactNode {
  const { say } = useVoice();
  if (text === undefined) return null;
  return (
    <span role="status" className="field-help">
      {say(text === "" ? "typed.meanwhileGone" : "typed.meanwhile", { text })}
    </span>
  );
}
