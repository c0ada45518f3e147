import { useEffect, useEffectEvent, useState } from "react";
import { useSelect } from "../state/store.ts";

interface Wish<Name> {
  /** What was pressed and is done as soon as it can be. */
  readonly wished: Name | undefined;
  /** Whether what cannot be done yet can be wished for: not where the case cannot be opened at all. */
  readonly mayWish: boolean;
  readonly press: (name: Name) => void;
}

/** Acts that need the case, which is fetched at first: one that is pressed too early is done once it is there, the last one alone. */
export function useWish<Name extends string>(goOf: (name: Name) => (() => void) | undefined): Wish<Name> {
  const [wished, setWished] = useState<Name>();
  const mayWish = useSelect(({ caseState: { status } }) => status === "loading" || status === "open");
  const isReady = wished !== undefined && goOf(wished) !== undefined;
  const grant = useEffectEvent(() => {
    setWished(undefined);
    if (wished !== undefined) goOf(wished)?.();
  });
  useEffect(() => {
    if (!isReady) return undefined;
    const soon = setTimeout(() => grant());
    return () => clearTimeout(soon);
  }, [isReady]);
  const press = (name: Name): void => {
    const go = goOf(name);
    setWished(go ? undefined : name);
    go?.();
  };
  return { wished, mayWish, press };
}
