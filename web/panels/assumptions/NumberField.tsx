import { type ReactNode, useId } from "react";
import { useVoice } from "../../i18n/say.ts";
import { type Limits, problemText, type TypedNumber } from "../typed-number.ts";

interface Props {
  readonly label: string;
  readonly typed: string;
  /** What was read of it, once the form was sent off. */
  readonly read: TypedNumber | undefined;
  readonly limits: Limits & { readonly years?: true };
  readonly onType: (typed: string) => void;
}

/** A whole number to fill in; what cannot be taken stays as it was typed, marked and told of under the blank. */
export function NumberField({ label, typed, read, limits, onType }: Props): ReactNode {
  const voice = useVoice();
  const told = useId();
  const problem = read?.kind === "problem" ? problemText(voice, label, read, limits) : undefined;
  return (
    <>
      <label>
        {label}
        <input
          className="form-input"
          inputMode="numeric"
          value={typed}
          maxLength={20}
          autoComplete="off"
          aria-invalid={problem !== undefined}
          aria-describedby={problem === undefined ? undefined : told}
          onChange={({ target }) => onType(target.value)}
        />
      </label>
      {problem !== undefined && (
        <p role="alert" id={told} className="draw-refused">
          {problem}
        </p>
      )}
    </>
  );
}
