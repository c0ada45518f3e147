import type { ReactNode } from "react";
import { useMeetingVoice } from "./meeting-voice.ts";

/** So many options stand at once; more are unfolded. */
const FEW = 6;

interface Props<Option> {
  readonly className: string;
  readonly options: readonly Option[];
  /** The number of the last that is chosen: what is chosen is in sight; -1: none. */
  readonly chosen: number;
  readonly children: (option: Option, at: number) => ReactNode;
}

/** A list of options, the first few of them at once: nobody weighs a dozen at a glance. */
export function Few<Option>({ className, options, chosen, children }: Props<Option>): ReactNode {
  const { tell } = useMeetingVoice();
  const all = options.map(children);
  const rest = all.slice(FEW);
  return (
    <>
      <ul className={className}>{all.slice(0, FEW)}</ul>
      {rest.length > 0 && (
        <details open={chosen >= FEW || undefined}>
          <summary>{tell("meet.vote.rest", { count: rest.length, text: String(rest.length) })}</summary>
          <ul className={className}>{rest}</ul>
        </details>
      )}
    </>
  );
}
