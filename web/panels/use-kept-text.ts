import { useState } from "react";
import { keepTyping, keptTyping } from "../state/typing.ts";

interface KeptText {
  readonly typed: string;
  readonly setTyped: (typed: string) => void;
  /** Sent or left: nothing of it is kept any more. */
  readonly clear: () => void;
}

/** What is written in a field that is sent by a button, kept for the tab key by key until then. `first`: what stands there at first. */
export function useKeptText(field: string, first = ""): KeptText {
  const [typed, setTyped] = useState(() => keptTyping(field)?.typed ?? first);
  return {
    typed,
    setTyped: (next) => {
      setTyped(next);
      keepTyping(field, { typed: next, from: first });
    },
    clear: () => {
      setTyped(first);
      keepTyping(field, undefined);
    },
  };
}
