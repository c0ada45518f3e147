import { useEffect, useEffectEvent, useState } from "react";
import { useSelect } from "../state/store.ts";

interface PressedEarly<Name> {
  /** What was pressed and is done as soon as it can be. */
  readonly waiting: Name | undefined;
  /** Whether what cannot be done yet can wait: not where the case cannot be opened at all. */
  readonly mayWait: boolean;
  readonly press: (name: Name) => void;
}

/** Acts that need the case, which is fetched at first: one that is pressed too early is done once it is there, the last one alone. */
export function usePressedEarly<Name extends string>(
  goOf: (name: Name) => (() => void) | undefined,
): PressedEarly<Name> {
  const [waiting, setWaiting] = useState<Name>();
  const mayWait = useSelect(({ caseState: { status } }) => status === "loading" || status === "open");
  const isReady = waiting !== undefined && goOf(waiting) !== undefined;
  const grant = useEffectEvent(() => {
    setWaiting(undefined);
    if (waiting !== undefined) goOf(waiting)?.();
  });
  useEffect(() => {
    if (!isReady) return undefined;
    const soon = setTimeout(() => grant());
    return () => clearTimeout(soon);
  }, [isReady]);
  const press = (name: Name): void => {
    const go = goOf(name);
    setWaiting(go ? undefined : name);
    go?.();
  };
  return { waiting, mayWait, press };
}
