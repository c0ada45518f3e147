import { type ReactNode, useId, useRef, useState } from "react";
import type { Text } from "../../../src/index.ts";
import { useVoice } from "../../i18n/say.ts";
import { openCode } from "../../draw/open-code.ts";
import { useEdits } from "../../draw/use-edits.ts";
import { openGiven } from "../../proposals/given-file.ts";
import type { Opening } from "../../proposals/passing-on.ts";
import { useStudio } from "../../proposals/studio-context.ts";
import { useStore } from "../../state/store.ts";

/** A proposal that somebody passed on: as a file, or as a code read aloud. Why one cannot be opened is said at its field. */
export function OpenProposal(): ReactNode {
  const { say } = useVoice();
  const studio = useStudio();
  const store = useStore();
  const edits = useEdits();
  const [code, setCode] = useState("");
  const file = useRefusal();
  const word = useRefusal();
  return (
    <details className="draw-open" onToggle={studio.awaitFile}>
      <summary>{say("open.title")}</summary>
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
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (code.trim() !== "") void word.after(openCode(studio, edits, code));
        }}
      >
        <label>
          {say("open.code")}
          <input
            {...word.field}
            className="form-input"
            value={code}
            maxLength={120}
            onChange={({ target }) => setCode(target.value)}
          />
        </label>
        <button type="submit" className="button button-secondary small-button">
          {say("open.do")}
        </button>
      </form>
      {word.said}
    </details>
  );
}

/** What a field says of what could not be opened by it: read with the field, which has the focus then. */
function useRefusal() {
  const { read } = useVoice();
  const store = useStore();
  const [lines, setLines] = useState<readonly Text[]>([]);
  const input = useRef<HTMLInputElement>(null);
  const told = useId();
  const isWrong = lines.length > 0;
  const after = async (opening: Promise<Opening>): Promise<void> => {
    const isOpened = (await opening) === "opened";
    const { outcome } = store.state();
    setLines(isOpened ? [] : (outcome?.lines ?? []));
    if (isOpened) return;
    // It is said here and not under the map as well.
    store.dispatch({ kind: "outcome", outcome: undefined });
    input.current?.focus();
  };
  return {
    after,
    field: { ref: input, "aria-invalid": isWrong, "aria-describedby": isWrong ? told : undefined },
    said: isWrong && (
      <p id={told} className="draw-refused draw-typed">
        {lines.map(read).join(" ")}
      </p>
    ),
  };
}
