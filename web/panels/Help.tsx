import { type ReactNode, useState } from "react";
import { lackingIn, languageName, MAIN_MEASURES, ranksPlans, TRANSPORT_RIGHT, transportNote } from "../../src/index.ts";
import { useVoice } from "../i18n/say.ts";
import { useWorkers } from "../state/workers-context.ts";
import { NO_CASE } from "../proposals/opened-file.ts";
import { readPicked } from "../state/given-files.ts";
import { isWholeCase } from "../state/whole-case.ts";
import { isImportedHere } from "../state/imported-here.ts";
import { caseView, gradesHere, planList, sceneryOf } from "../state/selectors.ts";
import { useSelect, useStore } from "../state/store.ts";
import { Dialog } from "./Dialog.tsx";
import { PublishedErrors } from "./PublishedErrors.tsx";
import { KEYS, SOURCES } from "./keys.ts";

/** What the page is, its keys, its words, where the data come from, and the way to a case of one's own. */
export function Help(): ReactNode {
  const { say } = useVoice();
  return (
    <Dialog name="help" title={say("help.title")}>
      <h3>{say("help.what")}</h3>
      <p>{say("help.what.text")}</p>
      <Keys />
      <Words />
      <OwnFiles />
      <Sources />
      <p className="statements">
        <a href="privatliv.html">{say("help.privacy")}</a>{" "}
        <a href="tilgaengelighed.html">{say("help.accessibility")}</a>
      </p>
    </Dialog>
  );
}

function Keys(): ReactNode {
  const { say } = useVoice();
  const store = useStore();
  const shortcuts = useSelect((state) => state.shortcuts);
  return (
    <>
      <h3>{say("help.keys")}</h3>
      <dl className="keys">
        {KEYS.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{say(does)}</dd>
          </div>
        ))}
      </dl>
      <div className="check">
        <input
          id="shortcuts"
          type="checkbox"
          className="form-checkbox"
          checked={shortcuts === "on"}
          onChange={({ target }) => store.dispatch({ kind: "shortcuts", shortcuts: target.checked ? "on" : "off" })}
        />
        <label htmlFor="shortcuts">{say("help.keys.on")}</label>
      </div>
    </>
  );
}

function Words(): ReactNode {
  const { say, read } = useVoice();
  const grades = useSelect(gradesHere);
  const list = useSelect(planList);
  const measures = MAIN_MEASURES.filter((measure) => ranksPlans(list ?? {}, measure))
    .map(({ title }) => read(title).toLowerCase())
    .join("; ");
  return (
    <>
      <h3>{say("help.words")}</h3>
      <dl className="words">
        {(["plan", "district", "unit", "stay", "nearest"] as const).map((word) => (
          <div key={word}>
            <dt>{say(`word.${word}`)}</dt>
            <dd>{say(`word.${word}.text`)}</dd>
          </div>
        ))}
        <div>
          <dt>◆ {say("word.unbeaten")}</dt>
          <dd>{say("word.unbeaten.text", { list: measures })}</dd>
        </div>
        <div>
          <dt>{say("word.right")}</dt>
          <dd>
            {grades.law.kind === "danish"
              ? `${read(TRANSPORT_RIGHT.text)} (${TRANSPORT_RIGHT.paragraph})`
              : read(transportNote(grades))}
          </dd>
        </div>
      </dl>
    </>
  );
}

/** Folders are picked by an attribute that React's types do not know. */
const pickFolder = (input: HTMLInputElement | null): void => input?.setAttribute("webkitdirectory", "");

function OwnFiles(): ReactNode {
  const { say, read } = useVoice();
  const workers = useWorkers();
  const store = useStore();
  const [isRefused, setRefused] = useState(false);
  const open = async (files: FileList | null): Promise<void> => {
    if (!files || files.length === 0) return;
    const picked = await readPicked(files);
    setRefused(!isWholeCase(picked));
    if (!isWholeCase(picked)) return;
    workers.open(picked);
    store.dispatch({ kind: "dialog", dialog: undefined });
  };
  return (
    <>
      <h3>{say("help.files")}</h3>
      <p>{say("help.files.text")}</p>
      <label className="file-choice">
        {say("help.files.choose")}
        <input ref={pickFolder} type="file" multiple onChange={({ target }) => void open(target.files)} />
      </label>
      {isRefused && <p role="alert">{read(NO_CASE)}</p>}
      <p>{say("help.files.other")}</p>
      <button
        type="button"
        className="button button-secondary"
        onClick={() => store.dispatch({ kind: "dialog", dialog: "import" })}
      >
        {say("import.begin")}
      </button>
      {isImportedHere() && (
        <button
          type="button"
          className="button button-secondary"
          onClick={() => {
            store.dispatch({ kind: "dialog", dialog: undefined });
            void workers.openOwnCase();
          }}
        >
          {say("help.files.back")}
        </button>
      )}
    </>
  );
}

function Sources(): ReactNode {
  const { say, read, number, language } = useVoice();
  const view = useSelect(caseView);
  const lacking = lackingIn(language);
  const scenery = useSelect(sceneryOf);
  if (!view || !scenery) return null;
  return (
    <>
      <h3 id={SOURCES} tabIndex={-1}>
        {say("help.sources")}
      </h3>
      {view.notice && <p>{read(view.notice)}</p>}
      {scenery.published && <PublishedErrors published={scenery.published} plans={view.plans} />}
      <dl className="words">
        {scenery.sources.map(({ what, from, licence }) => (
          <div key={read(what)}>
            <dt>{read(what)}</dt>
            <dd>
              {read(from)}
              {licence !== undefined && ` (${read(licence)})`}
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <a href={`reference/index.html?lang=${language}`}>{say("help.reference")}</a>
      </p>
      {lacking > 0 && (
        <p>{say("help.lacking", { count: lacking, text: number(lacking), name: languageName(language) })}</p>
      )}
      {view.warnings.length > 0 && (
        <>
          <h3>{say("help.warnings")}</h3>
          <ul>
            {view.warnings.map(({ message, action }) => (
              <li key={message.da}>
                {read(message)} {read(action)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
