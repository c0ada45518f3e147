import { type ReactNode, useId } from "react";
import { useVoice } from "../i18n/say.ts";
import { type Limits, problemText, type TypedNumber } from "./typed-number.ts";

interface Props {
  readonly label: string;
  /** Whether the label stands over the blank, or is read aloud alone. */
  readonly labelled: "seen" | "heard";
  readonly typed: string;
  /** What was read of it, once it was left or sent off: before that a number that is half typed is not wrong yet. */
  readonly read: TypedNumber | { readonly kind: "unstated" } | undefined;
  readonly limits: Limits & { readonly years?: true };
  readonly onType: (typed: string) => void;
  readonly onLeave?: () => void;
}

/** A whole number to fill in; what cannot be taken stays as it was typed, marked and told of under the blank. */
export function TypedField({ label, labelled, typed, read, limits, onType, onLeave }: Props): ReactNode {
  const voice = useVoice();
  const told = useId();
  const problem = read?.kind === "problem" ? problemText(voice, label, read, limits) : undefined;
  const field = (
    <input
      className="form-input"
      inputMode="numeric"
      aria-label={labelled === "heard" ? label : undefined}
      value={typed}
      maxLength={20}
      autoComplete="off"
      aria-invalid={problem !== undefined}
      aria-describedby={problem === undefined ? undefined : told}
      onChange={({ target }) => onType(target.value)}
      onBlur={onLeave}
    />
  );
  return (
    <>
      {labelled === "seen" ? (
        <label>
          {label}
          {field}
        </label>
      ) : (
        field
      )}
      {problem !== undefined && (
        <p role="alert" id={told} className="draw-refused draw-typed">
          {problem}
        </p>
      )}
    </>
  );
}
