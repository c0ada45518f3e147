import type { ReactNode } from "react";

interface NumberProps {
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step?: number;
  readonly label?: string;
  readonly onFill: (value: number) => void;
}

/** A number between limits; what is beyond them is not taken. */
export function NumberField({ value, least, most, step = 1, label, onFill }: NumberProps): ReactNode {
  return (
    <input
      type="number"
      className="form-input ask-number"
      defaultValue={value}
      key={value}
      min={least}
      max={most}
      step={step < 1 ? step : "any"}
      aria-label={label}
      onBlur={({ target }) => {
        const typed = Number(target.value);
        const fits = target.value !== "" && typed >= least && typed <= most;
        if (fits && typed !== value) onFill(step < 1 ? typed : Math.round(typed));
        else target.value = String(value);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Enter") return;
        // The number is taken; what is asked is asked by its button, when all of it stands there.
        event.preventDefault();
        event.currentTarget.blur();
      }}
    />
  );
}
