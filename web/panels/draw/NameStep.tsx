import { type ReactNode, useState } from "react";
import { useVoice } from "../../i18n/say.ts";
import { useStudio } from "../../state/studio-context.ts";

interface Props {
  readonly step: string;
  /** The name it has; "" for none. */
  readonly name: string;
  /** What the button says, and what it says to those who cannot see what it stands beside. */
  readonly words: string;
  readonly label: string;
}

/** A button that becomes a field for the name of a step. */
export function NameStep({ step, name, words, label }: Props): ReactNode {
  const { say } = useVoice();
  const studio = useStudio();
  const [typed, setTyped] = useState<string>();
  if (typed === undefined)
    return (
      <button type="button" className="link-button" aria-label={label} onClick={() => setTyped(name)}>
        {words}
      </button>
    );
  const keep = (written: string): void => {
    if (written !== name) studio.nameStep(step, written);
    setTyped(undefined);
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
        {say("tree.nameField")}
        <input
          className="form-input"
          // The button that was pressed is gone; the field stands in its place.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          value={typed}
          maxLength={80}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            event.stopPropagation();
            setTyped(undefined);
          }}
        />
      </label>
      <button type="submit" className="link-button">
        {say("tree.keepName")}
      </button>
      {name !== "" && (
        <button type="button" className="link-button" onClick={() => keep("")}>
          {say("tree.noName")}
        </button>
      )}
      <button type="button" className="link-button" onClick={() => setTyped(undefined)}>
        {say("tree.leaveName")}
      </button>
    </form>
  );
}
