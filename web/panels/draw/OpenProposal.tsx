import { type ReactNode, useState } from "react";
import { useVoice } from "../../i18n/say.ts";
import { openCode } from "../../draw/open-code.ts";
import { useEdits } from "../../draw/use-edits.ts";
import { useStudio } from "../../proposals/studio-context.ts";

/** A proposal that somebody passed on: as a file, or as a code read aloud. */
export function OpenProposal(): ReactNode {
  const { say } = useVoice();
  const studio = useStudio();
  const edits = useEdits();
  const [code, setCode] = useState("");
  const open = async (file: File | undefined): Promise<void> => {
    if (file) await studio.read(await file.text(), file.name);
  };
  return (
    <details className="draw-open">
      <summary>{say("open.title")}</summary>
      <label>
        {say("open.file")}
        <input
          type="file"
          accept=".json,application/json"
          onChange={({ target }) => {
            void open(target.files?.[0]);
            target.value = "";
          }}
        />
      </label>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (code.trim() !== "") void openCode(studio, edits, code);
        }}
      >
        <label>
          {say("open.code")}
          <input className="form-input" value={code} maxLength={120} onChange={({ target }) => setCode(target.value)} />
        </label>
        <button type="submit" className="button button-secondary small-button">
          {say("open.do")}
        </button>
      </form>
    </details>
  );
}
