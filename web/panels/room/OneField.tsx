import { type ReactNode, useState } from "react";

interface Props {
  /** What is folded away until it is wanted. */
  readonly summary: string;
  readonly label: string;
  readonly words: string;
  readonly help?: string;
  readonly maxLength: number;
  readonly mayBeEmpty?: boolean;
  /** More to fill in, before the line. */
  readonly children?: ReactNode;
  readonly onGo: (value: string) => void;
}

/** One line to fill in and one button, folded away until it is wanted. */
export function OneField({
  summary,
  label,
  words,
  help,
  maxLength,
  mayBeEmpty = false,
  children,
  onGo,
}: Props): ReactNode {
  const [value, setValue] = useState("");
  const [isOpen, setOpen] = useState(false);
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{summary}</summary>
      <form
        className="room-form"
        onSubmit={(event) => {
          event.preventDefault();
          onGo(value.trim());
          setValue("");
          setOpen(false);
        }}
      >
        {children}
        <label>
          {label}
          <input
            className="form-input"
            required={!mayBeEmpty}
            maxLength={maxLength}
            value={value}
            onChange={({ target }) => setValue(target.value)}
          />
        </label>
        {help !== undefined && <p className="field-help">{help}</p>}
        <button type="submit" className="button button-secondary small-button">
          {words}
        </button>
      </form>
    </details>
  );
}
