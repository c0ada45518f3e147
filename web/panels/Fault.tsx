import type { ReactNode } from "react";
import { useVoice } from "../i18n/say.ts";
import { type FaultKind, faultOf } from "../state/fault.ts";

interface Props {
  /** In the words of the browser or the program, which are for those who mend it. */
  readonly reason: string;
  readonly why?: FaultKind | undefined;
}

/** What went wrong in words for everybody, and folded below them what the browser or the program says of it. */
export function Fault({ reason, why = faultOf(reason) }: Props): ReactNode {
  const { say } = useVoice();
  return (
    <>
      <p>{say(`fault.${why}`)}</p>
      <RawFault reason={reason} />
    </>
  );
}

export function RawFault({ reason }: Pick<Props, "reason">): ReactNode {
  const { say } = useVoice();
  if (reason === "") return null;
  return (
    <details className="raw-fault">
      <summary>{say("fault.raw")}</summary>
      <code lang="en">{reason}</code>
    </details>
  );
}
