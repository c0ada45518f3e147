import { type ReactNode, useId, useRef, useState } from "react";
import { useVoice } from "../../i18n/say.ts";
import { openWritten, type Unread } from "../../draw/open-code.ts";
import { useEdits } from "../../draw/use-edits.ts";
import { openGiven } from "../../proposals/given-file.ts";
import type { Opening } from "../../proposals/passing-on.ts";
import { useStudio } from "../../proposals/studio-context.ts";
import { useStore } from "../../state/store.ts";
import { goTo } from "../bring-into-sight.ts";

/** A proposal that somebody passed on: as a file, a link, or a code read aloud. Why one cannot be opened is said at its field. */
export function OpenFields(): ReactNode {
  const { say } = useVoice();
  const studio = useStudio();
  const store = useStore();
  const edits = useEdits();
  const [code, setCode] = useState("");
  const file = useRefusal();
  const word = useRefusal(() => setCode(""));
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void word.after(openWritten(studio, edits, code));
        }}
      >
        <label>
          {say("open.code")}
          <input
            {...word.field}
            className="form-input"
            value={code}
            maxLength={10_000}
            autoComplete="off"
            onChange={({ target }) => setCode(target.value)}
          />
        </label>
        <button type="submit" className="button button-secondary small-button">
          {say("open.do")}
        </button>
      </form>
      {word.said}
      <label>
        {say("open.file")}
        <input
          {...file.field}
          type="file"
          onChange={({ target }) => {
            const [chosen] = target.files ?? [];
            target.value = "";
            if (chosen) void file.after(openGiven(store, studio, chosen));
          }}
        />
      </label>
      {file.said}
    </>
  );
}

/** What a field says of what could not be opened by it: read with the field, which has the focus then. What is opened is gone to. */
function useRefusal(clear: () => void = () => undefined) {
  const { read, say } = useVoice();
  const store = useStore();
  const [why, setWhy] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const told = useId();
  const isWrong = why !== "";
  const after = async (opening: Promise<Opening | Unread>): Promise<void> => {
    const is = await opening;
    if (is === "opened") {
      setWhy("");
      clear();
      return goTo(() => document.querySelector<HTMLElement>(".draw-name"));
    }
    const { outcome } = store.state();
    setWhy(is === "refused" ? (outcome?.lines ?? []).map(read).join(" ") : say(`open.${is}`));
    // It is said here and not under the map as well.
    if (is === "refused") store.dispatch({ kind: "outcome", outcome: undefined });
    input.current?.focus();
  };
  return {
    after,
    field: { ref: input, "aria-invalid": isWrong, "aria-describedby": isWrong ? told : undefined },
    said: isWrong && (
      <p id={told} className="draw-refused draw-typed">
        {why}
      </p>
    ),
  };
}
