import { type ReactNode, useState } from "react";
import type { AskedOf } from "../../ask/asked-of.ts";
import { refitted, type SavedQuestion } from "../../ask/saved.ts";
import { fileOfForm } from "../../ask/to-file.ts";
import type { OnAsk } from "../../ask/session.ts";
import { counted } from "../../i18n/say.ts";
import { caseView } from "../../state/selectors.ts";
import { useSelect } from "../../state/store.ts";
import type { CaseView } from "../../worker/messages.ts";
import { fileName } from "../../proposals/studio-words.ts";
import { download } from "../download.ts";
import { useAskVoice } from "./ask-voice.ts";
import { isNumberRefused } from "./refused-number.ts";
import { session, useSession } from "./session-context.ts";
import type { SavedOnes } from "./use-saved.ts";

interface Props {
  readonly of: AskedOf;
  readonly saved: SavedOnes;
  readonly onAsk: OnAsk;
}

/** Questions kept in this browser: asked again as they are, or changed first. */
export function Saved(props: Props): ReactNode {
  const view = useSelect(caseView);
  return view ? <Questions view={view} {...props} /> : null;
}

function Questions({ view, of, saved, onAsk }: Props & { readonly view: CaseView }): ReactNode {
  const { ask } = useAskVoice();
  const [removed, setRemoved] = useState<SavedQuestion>();
  return (
    <details className="ask-made">
      <summary>
        <h3>{ask("saved.title")}</h3>
      </summary>
      {saved.keeps === "no" && <p role="alert">{ask("saved.fault")}</p>}
      <Keep view={view} of={of} onKeep={saved.save} />
      {removed && (
        <p role="status">
          {ask("saved.removed", { name: removed.name })}{" "}
          <button
            type="button"
            className="link-button"
            onClick={() => {
              saved.save(removed);
              setRemoved(undefined);
            }}
          >
            {ask("saved.restore")}
          </button>
        </p>
      )}
      <ul>
        {saved.kept.map((question) => (
          <Question
            key={question.id}
            question={question}
            data={view.dataHash}
            of={of}
            onAsk={onAsk}
            onRemove={() => {
              setRemoved(question);
              saved.remove(question.id);
            }}
          />
        ))}
      </ul>
    </details>
  );
}

interface KeepProps {
  readonly view: CaseView;
  readonly of: AskedOf;
  readonly onKeep: (question: SavedQuestion) => void;
}

/** The question that is filled in, kept under a name. */
function Keep({ view, of: { context }, onKeep }: KeepProps): ReactNode {
  const { ask } = useAskVoice();
  const { form } = useSession();
  const [name, setName] = useState("");
  const keep = (): void => {
    if (isNumberRefused()) return;
    const at = new Date().toISOString();
    const said = name.trim() === "" ? ask(`kind.${form.kind}`) : name.trim();
    const { siteIds, districtIds } = context;
    onKeep({ id: at, at, name: said, place: view.name, data: view.dataHash, form, siteIds, districtIds });
    setName("");
  };
  return (
    <div className="ask-row">
      <input
        className="form-input ask-name"
        aria-label={ask("saved.name")}
        placeholder={ask("saved.name")}
        maxLength={120}
        value={name}
        onChange={({ target }) => setName(target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          keep();
        }}
      />
      <button type="button" className="button button-secondary small-button" onClick={keep}>
        {ask("saved.keep")}
      </button>
    </div>
  );
}

interface QuestionProps {
  readonly question: SavedQuestion;
  readonly data: string;
  readonly of: AskedOf;
  readonly onAsk: OnAsk;
  readonly onRemove: () => void;
}

function Question({ question, data, of, onAsk, onRemove }: QuestionProps): ReactNode {
  const voice = useAskVoice();
  const { ask } = voice;
  const { name } = question;
  const { form, leftOut } = refitted(question, of.context);
  return (
    <li className="ask-plan">
      <strong>{name}</strong>
      {question.data !== data && <p className="field-help">{ask("saved.otherData")}</p>}
      {leftOut > 0 && <p className="field-help">{ask("saved.leftOut", counted(voice, leftOut))}</p>}
      <div className="draw-links">
        <button type="button" className="link-button" onClick={() => onAsk(form, undefined, { saved: question, name })}>
          {ask("saved.again", { name })}
        </button>
        <button type="button" className="link-button" onClick={() => session.write(form)}>
          {ask("saved.change")}
        </button>
        <button
          type="button"
          className="link-button"
          onClick={() => download(`${fileName(name)}.json`, "application/json", fileOfForm(form, of.context, name))}
        >
          {ask("file.save")}
        </button>
        <button type="button" className="link-button" onClick={onRemove}>
          {ask("saved.remove")}
        </button>
      </div>
    </li>
  );
}
