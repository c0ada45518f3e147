import type { ReactNode } from "react";
import { Meanwhile } from "./Meanwhile.tsx";
import { useTyping } from "./use-typing.ts";

interface Props {
  /** The proposal that something is called so in, and what it is. */
  readonly of: { readonly proposal: string; readonly field: string };
  readonly name: string;
  /** What the field is called. */
  readonly label: string;
  readonly isLocked: boolean;
  readonly onKeep: (name: string) => void;
}

/** A name, changed where it stands; an empty one, or one that is refused, leaves it as it was. */
export function NameField({ of, name, label, isLocked, onKeep }: Props): ReactNode {
  const { shown, meanwhile, onType, onFocus, onSend, onLeave } = useTyping({
    ...of,
    value: name,
    onKeep: (written) => {
      if (written !== "") onKeep(written);
      return "kept";
    },
  });
  return (
    <>
      <input
        className="form-input"
        aria-label={label}
        value={shown}
        disabled={isLocked}
        maxLength={200}
        onChange={({ target }) => onType(target.value)}
        onFocus={onFocus}
        onBlur={onLeave}
        onKeyDown={({ key }) => {
          if (key === "Enter") onSend();
        }}
      />
      <Meanwhile text={meanwhile} />
    </>
  );
}
