import { useEffect, useEffectEvent, useState } from "react";
import { chosenProposal } from "../../state/chosen.ts";
import { useStore } from "../../state/store.ts";
import { keepTyping, keptTyping, meanwhileText, shownText, type Typing, writtenText } from "../../state/typing.ts";

interface Field {
  /** The proposal that the text is of. */
  readonly proposal: string;
  /** Which of its texts. */
  readonly field: string;
  /** The text as the proposal has it. */
  readonly value: string;
  /** Makes it the proposal's, trimmed, as one step; what is refused stays in the field. */
  readonly onKeep: (written: string) => "kept" | "refused";
}

interface TypingField {
  readonly shown: string;
  /** What it became elsewhere while it is written here. */
  readonly meanwhile: string | undefined;
  readonly onType: (typed: string) => void;
  readonly onFocus: () => void;
  /** By Enter; one writes on. */
  readonly onSend: () => void;
  readonly onLeave: () => void;
}

/**
 * A text of a proposal, written where it stands: kept for the tab key by key, made a step of the proposal when the field or the page is
 * left, and never written over while it has the focus.
 */
export function useTyping({ proposal, field, value, onKeep }: Field): TypingField {
  const store = useStore();
  const name = `${proposal} ${field}`;
  const [typing, setTyping] = useState<Typing | undefined>(() => {
    const kept = keptTyping(name);
    return kept && writtenText(kept, value) !== undefined ? kept : undefined;
  });
  const write = (next: Typing | undefined): void => {
    setTyping(next);
    keepTyping(name, next);
  };
  /** Where another proposal is looked at by now, it waits until this one is again. */
  const keep = (then: Typing | undefined): void => {
    if (typing === undefined || chosenProposal(store.state())?.id !== proposal) return;
    const written = writtenText(typing, value);
    if (written === undefined || onKeep(written) === "kept") write(then);
  };
  const standing = typing && { typed: typing.typed.trim(), from: typing.typed.trim() };
  const isGoneOn = typing !== undefined && typing.from === value;
  const begin = useEffectEvent(() => {
    if (isGoneOn) keep(undefined);
  });
  const leave = useEffectEvent(() => keep(standing));
  useEffect(() => {
    const first = setTimeout(() => begin());
    const hide = (): void => {
      if (document.visibilityState === "hidden") leave();
    };
    window.addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", hide);
    return () => {
      clearTimeout(first);
      window.removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", hide);
      leave();
    };
  }, []);
  return {
    shown: shownText(typing, value),
    meanwhile: meanwhileText(typing, value),
    onType: (typed) => write({ typed, from: typing?.from ?? value }),
    onFocus: () => setTyping((now) => now ?? { typed: value, from: value }),
    onSend: () => keep(standing),
    onLeave: () => keep(undefined),
  };
}
