import { type ReactNode, useState } from "react";
import { useVoice } from "../../i18n/say.ts";
import { keepTyping, keptTyping } from "../../state/typing.ts";

interface Props {
  /** The name there is; "" for none. */
  readonly name: string;
  /** What the button says, and what it says to those who cannot see what it stands beside. */
  readonly words: string;
  readonly label: string;
  /** What the field is called. */
  readonly field: string;
  /** Whether there may be no name. */
  readonly without: "allowed" | "refused";
  readonly onName: (name: string) => void;
}

/** A button that becomes a field for a name. */
export function NameInPlace({ name, words, label, field, without, onName }: Props): ReactNode {
  const { say } = useVoice();
  const [typed, setTyped] = useState(() => keptTyping(label)?.typed);
  const write = (next: string | undefined): void => {
    setTyped(next);
    keepTyping(label, next === undefined ? undefined : { typed: next, from: name });
  };
  if (typed === undefined)
    return (
      <button type="button" className="link-button" aria-label={label} onClick={() => setTyped(name)}>
        {words}
      </button>
    );
  const keep = (written: string): void => {
    if (written !== name && (written !== "" || without === "allowed")) onName(written);
    write(undefined);
  };
  return (
    <form
      className="name-step"
      onSubmit={(event) => {
        event.preventDefault();
        keep(typed.trim());
      }}
    >
      <label>
        {field}
        <input
          className="form-input"
          // The button that was pressed is gone; the field stands in its place.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          value={typed}
          maxLength={80}
          onChange={({ target }) => write(target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            event.stopPropagation();
            write(undefined);
          }}
        />
      </label>
      <button type="submit" className="link-button">
        {say("tree.keepName")}
      </button>
      {name !== "" && without === "allowed" && (
        <button type="button" className="link-button" onClick={() => keep("")}>
          {say("tree.noName")}
        </button>
      )}
      <button type="button" className="link-button" onClick={() => write(undefined)}>
        {say("tree.leaveName")}
      </button>
    </form>
  );
}
