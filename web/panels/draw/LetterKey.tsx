import type { ReactNode } from "react";
import { useSelect } from "../../state/store.ts";

/** The key beside what it does, while keys are in use. */
export function LetterKey({ letter }: { readonly letter: string }): ReactNode {
  const isOn = useSelect(({ shortcuts }) => shortcuts === "on");
  if (!isOn) return null;
  return (
    <kbd className="letter-key" aria-hidden="true">
      {letter}
    </kbd>
  );
}
