import { type ReactNode, useState } from "react";
import { useVoice } from "../../i18n/say.ts";

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
  const { say } = useVoice();
  const [asked, setAsked] = useState<(typeof WAYS)[number]>();
  const act = { "meet.out": onOut, "meet.out.relink": onOutForGood };
  if (asked === undefined)
    return WAYS.map((way) => (
      <button
        key={way}
        type="button"
        className="link-button"
        aria-label={say(way, { name })}
        onClick={() => setAsked(way)}
      >
        {say(SHORT[way])}
      </button>
    ));
  return (
    <>
      <span role="status">{say("meet.out.sure", { name })}</span>
      <button
        type="button"
        className="link-button"
        onClick={() => {
          setAsked(undefined);
          act[asked]();
        }}
      >
        {say(SHORT[asked])}
      </button>
      <button type="button" className="link-button" onClick={() => setAsked(undefined)}>
        {say("meet.out.no")}
      </button>
    </>
  );
}
