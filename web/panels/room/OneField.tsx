import { type ReactNode, useRef, useState } from "react";
import { moveFocus } from "../moved-focus.ts";
import { useKeptText } from "../use-kept-text.ts";

interface Props {
  /** What it is written of, by which it is kept until it is sent: of all such lines of a tab it is one. */
  readonly field: string;
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

/** One line to fill in and one button, folded away until it is wanted; what is half written in it is there after a reload. */
export const OneField = (props: Props): ReactNode => <Line key={props.field} {...props} />;

function Line({
  field,
  summary: folded,
  label,
  words,
  help,
  maxLength,
  mayBeEmpty = false,
  children,
  onGo,
}: Props): ReactNode {
  const { typed: value, setTyped: setValue, clear } = useKeptText(`line ${field}`);
  const summary = useRef<HTMLElement>(null);
  const [isOpen, setOpen] = useState(value !== "");
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary ref={summary}>{folded}</summary>
      <form
        className="room-form"
        onSubmit={(event) => {
          event.preventDefault();
          onGo(value.trim());
          clear();
          setOpen(false);
          if (summary.current) moveFocus(summary.current);
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
