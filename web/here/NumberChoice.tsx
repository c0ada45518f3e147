import { type ReactNode, useId } from "react";

interface NumberChoiceProps {
  readonly label: string;
  readonly value: number;
  readonly numbers: readonly number[];
  readonly wordsOf: (number: number) => string;
  readonly onChoose: (number: number) => void;
}

/** A choice among numbers that are said in words. */
export function NumberChoice({ label, value, numbers, wordsOf, onChoose }: NumberChoiceProps): ReactNode {
  const id = useId();
  return (
    <div className="field here-choice">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="form-select compact-select"
        value={value}
        onChange={({ target }) => onChoose(Number(target.value))}
      >
        {numbers.map((number) => (
          <option key={number} value={number}>
            {wordsOf(number)}
          </option>
        ))}
      </select>
    </div>
  );
}
