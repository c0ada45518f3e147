import { type KeyboardEvent, type ReactNode, useState } from "react";
import { decimalSign } from "../../../src/index.ts";
import { exact } from "../../ask/goals.ts";
import { limitsOf, type NumberLimits } from "../../ask/rows.ts";
import { useVoice } from "../../i18n/say.ts";
import { readTyped } from "../typed-number.ts";
import { TypedField } from "../TypedField.tsx";

interface NumberProps extends NumberLimits {
  readonly value: number;
  readonly label: string;
  /** What it is called where what was typed cannot be taken, if that is shorter than its label. */
  readonly called?: string;
  readonly onFill: (value: number) => void;
}

/** A number between limits: taken when it is left; one that cannot be taken stays as it was typed and is marked, and nothing can be asked before it is put right. */
export function NumberField({ value, least, most, step, label, called, onFill }: NumberProps): ReactNode {
  const { language } = useVoice();
  // A value from elsewhere, such as a question that is fetched, takes the place of what was typed over another.
  const [draft, setDraft] = useState<Draft>();
  const now = draft?.over === value ? draft : undefined;
  const limits = limitsOf({ least, most, step });
  const read = now && readTyped(now.typed, limits);
  const shown = String(value).replace(".", decimalSign(language));
  const leave = (): void => {
    if (!now || !read) return;
    if (read.kind === "problem") return setDraft({ ...now, is: "left" });
    setDraft(undefined);
    if (read.value !== value) onFill(read.value);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const { key } = event;
    if (key === "Enter") {
      // The number is taken; what is asked is asked by its button, when all of it stands there.
      event.preventDefault();
      leave();
    }
    if ((key === "ArrowUp" || key === "ArrowDown") && read?.kind !== "problem") {
      event.preventDefault();
      const next = (read?.value ?? value) + (key === "ArrowUp" ? step : -step);
      setDraft(undefined);
      onFill(exact(Math.min(most, Math.max(least, next))));
    }
  };
  return (
    <TypedField
      label={label}
      labelled="heard"
      {...(called !== undefined && { called })}
      className="form-input ask-number"
      typed={now?.typed ?? shown}
      read={now?.is === "left" ? read : undefined}
      limits={limits}
      onType={(typed) => setDraft(typed === shown ? undefined : { over: value, typed, is: now?.is ?? "typing" })}
      onLeave={leave}
      onKeyDown={onKeyDown}
    />
  );
}

/** What is typed over a value that still stands in the question. */
interface Draft {
  readonly over: number;
  readonly typed: string;
  readonly is: "typing" | "left";
}

/** The same with its label beside it. */
export const NumberRow = (props: NumberProps): ReactNode => (
  <label className="ask-row">
    <span>{props.label}</span>
    <NumberField {...props} />
  </label>
);
