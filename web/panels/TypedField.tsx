import { type KeyboardEvent, type ReactNode, useId } from "react";
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
  /** What the blank is called where it is told what is wrong with it, if that is shorter than its label. */
  readonly called?: string;
  readonly className?: string;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** A number to fill in; what cannot be taken stays as it was typed, marked and told of under the blank. */
export function TypedField({
  label,
  labelled,
  called = label,
  typed,
  read,
  limits,
  className = "form-input",
  onType,
  onLeave,
  onKeyDown,
}: Props): ReactNode {
  const voice = useVoice();
  const told = useId();
  const problem = read?.kind === "problem" ? problemText(voice, called, read, limits) : undefined;
  const field = (
    <input
      className={className}
      inputMode={limits.decimals ? "decimal" : "numeric"}
      aria-label={labelled === "heard" ? label : undefined}
      value={typed}
      maxLength={20}
      autoComplete="off"
      aria-invalid={problem !== undefined}
      aria-describedby={problem === undefined ? undefined : told}
      onChange={({ target }) => onType(target.value)}
      onBlur={onLeave}
      onKeyDown={onKeyDown}
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
        <span role="alert" id={told} className="draw-refused draw-typed">
          {problem}
        </span>
      )}
    </>
  );
}
