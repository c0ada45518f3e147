import "./import.css";
import { type ReactNode, useEffect, useSyncExternalStore } from "react";
import { Dialog } from "../panels/Dialog.tsx";
import { filesPicked, readAll } from "../state/given-files.ts";
import { useSelect } from "../state/store.ts";
import { AboutCase } from "./AboutCase.tsx";
import { broughtOf } from "./brought.ts";
import { FileList } from "./FileList.tsx";
import { Found } from "./Found.tsx";
import { useImportVoice } from "./import-voice.ts";
import { NextStepBox } from "./NextStepBox.tsx";
import { PreviewMap } from "./PreviewMap.tsx";
import { Problems } from "./Problems.tsx";
import { type ImportSession, importSession } from "./session.ts";
import { TakeAway } from "./TakeAway.tsx";

/** From the files that somebody has to a case on the map, looked at on the way. */
export function ImportDialog(): ReactNode {
  const { tell } = useImportVoice();
  return (
    <Dialog name="import" title={tell("import.title")}>
      <Content session={importSession()} />
    </Dialog>
  );
}

function Content({ session }: { readonly session: ImportSession }): ReactNode {
  const { tell, language } = useImportVoice();
  const state = useSyncExternalStore(session.subscribe, session.state);
  useEffect(() => void session.resume(language), [session, language]);
  return (
    <div className="import">
      <p>{tell("import.intro")}</p>
      <Bring session={session} />
      {!state.isKept && <p role="alert">{tell("import.not.kept")}</p>}
      {state.is === "empty" && state.wasStopped && <p role="status">{tell("import.stopped")}</p>}
      {state.is === "failed" && <p role="alert">{tell("import.failed")}</p>}
      {state.is !== "empty" && (
        <>
          <NextStepBox session={session} state={state} />
          <div className="import-halves">
            <div>
              <Found state={state} />
              <FileList session={session} state={state} />
            </div>
            <PreviewMap drawn={state.drawn} recipe={state.recipe} />
          </div>
          <AboutCase session={session} recipe={state.recipe} />
          <Problems session={session} state={state} />
          <TakeAway session={session} state={state} />
        </>
      )}
    </div>
  );
}

/** Folders are picked by an attribute that React's types do not know. */
const pickFolder = (input: HTMLInputElement | null): void => input?.setAttribute("webkitdirectory", "");

function Bring({ session }: { readonly session: ImportSession }): ReactNode {
  const { tell } = useImportVoice();
  const language = useSelect(({ choice }) => choice.language);
  const pick = async (input: HTMLInputElement): Promise<void> => {
    const files = await readAll(filesPicked(input.files ?? []));
    // The same file, corrected, can be chosen again.
    input.value = "";
    if (files.length > 0) session.bring(broughtOf(files), language);
  };
  return (
    <div className="import-bring">
      <p>{tell("import.drop")}</p>
      <label className="file-choice">
        {tell("import.choose.files")}
        <input type="file" multiple onChange={({ target }) => void pick(target)} />
      </label>
      <label className="file-choice">
        {tell("import.choose.folder")}
        <input ref={pickFolder} type="file" multiple onChange={({ target }) => void pick(target)} />
      </label>
    </div>
  );
}
