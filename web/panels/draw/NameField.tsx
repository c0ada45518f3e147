import { type ReactNode, useState } from "react";

interface Props {
  readonly name: string;
  /** What the field is called. */
  readonly label: string;
  readonly isLocked: boolean;
  readonly onKeep: (name: string) => void;
}

/** A name, changed where it stands; an empty one, or one that is refused, leaves it as it was. */
export function NameField({ name, label, isLocked, onKeep }: Props): ReactNode {
  const [typed, setTyped] = useState(name);
  const [last, setLast] = useState(name);
  if (last !== name) {
    setLast(name);
    setTyped(name);
  }
  const keep = (): void => {
    const wished = typed.trim();
    setTyped(name);
    if (wished !== "" && wished !== name) onKeep(wished);
  };
  return (
    <input
      className="form-input"
      aria-label={label}
      value={typed}
      disabled={isLocked}
      maxLength={200}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={keep}
      onKeyDown={({ key }) => {
        if (key === "Enter") keep();
      }}
    />
  );
}
