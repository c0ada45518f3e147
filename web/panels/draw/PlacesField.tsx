import { type ReactNode, useId } from "react";
import { useVoice } from "../../i18n/say.ts";
import { problemText } from "../typed-number.ts";
import { PLACES, placesOf } from "./grades.ts";

interface Props {
  readonly label: string;
  readonly typed: string;
  /** Whether it was left or sent off: before that a number that is half typed is not wrong yet. */
  readonly is: "typing" | "tried";
  readonly onType: (typed: string) => void;
  readonly onLeave: () => void;
}

/** How many places a school has in a band; what cannot be read stays as it was typed, marked and told of. */
export function PlacesField({ label, typed, is, onType, onLeave }: Props): ReactNode {
  const voice = useVoice();
  const told = useId();
  const found = is === "tried" ? placesOf(typed) : undefined;
  const problem = found?.kind === "problem" ? problemText(voice, label, found, PLACES) : undefined;
  return (
    <>
      <input
        className="form-input"
        inputMode="numeric"
        aria-label={label}
        value={typed}
        maxLength={20}
        autoComplete="off"
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : told}
        onChange={({ target }) => onType(target.value)}
        onBlur={onLeave}
      />
      {problem !== undefined && (
        <p role="alert" id={told} className="draw-refused draw-typed">
          {problem}
        </p>
      )}
    </>
  );
}
