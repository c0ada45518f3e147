import { type ReactNode, useState } from "react";
import { useMeetingVoice } from "./meeting-voice.ts";

interface Props {
  readonly name: string;
  readonly onOut: () => void;
  /** With the links that they could come in by changed too. */
  readonly onOutForGood: () => void;
}

const SHORT = { "meet.out": "meet.out.short", "meet.out.relink": "meet.out.relink.short" } as const;
const WAYS = ["meet.out", "meet.out.relink"] as const;

/** Two ways to send somebody out of the room, each asked about once more before it is done. */
export function SendOut({ name, onOut, onOutForGood }: Props): ReactNode {
  const { tell } = useMeetingVoice();
  const [asked, setAsked] = useState<(typeof WAYS)[number]>();
  const act = { "meet.out": onOut, "meet.out.relink": onOutForGood };
  if (asked === undefined)
    return WAYS.map((way) => (
      <button
        key={way}
        type="button"
        className="link-button"
        aria-label={tell(way, { name })}
        onClick={() => setAsked(way)}
      >
        {tell(SHORT[way])}
      </button>
    ));
  return (
    <>
      <span role="status">{tell("meet.out.sure", { name })}</span>
      <button
        type="button"
        className="link-button"
        onClick={() => {
          setAsked(undefined);
          act[asked]();
        }}
      >
        {tell(SHORT[asked])}
      </button>
      <button type="button" className="link-button" onClick={() => setAsked(undefined)}>
        {tell("meet.out.no")}
      </button>
    </>
  );
}
