import { type ReactNode, useEffect, useState } from "react";
import type { AskForm } from "../../ask/form.ts";
import type { AskedOf } from "../../ask/asked-of.ts";
import { refitted, removeQuestion, type SavedQuestion, savedQuestions, saveQuestion } from "../../ask/saved.ts";
import { counted } from "../../i18n/say.ts";
import { caseView } from "../../state/selectors.ts";
import { useSelect } from "../../state/store.ts";
import type { CaseView } from "../../worker/messages.ts";
import { useAskVoice } from "./ask-voice.ts";
import { session, useSession } from "./session-context.ts";

interface Props {
  readonly of: AskedOf;
  readonly onAsk: (form: AskForm) => void;
}

/** Questions kept in this browser: asked again as they are, or changed first. */
export function Saved({ of, onAsk }: Props): ReactNode {
  const view = useSelect(caseView);
  return view ? <Questions key={view.name} view={view} of={of} onAsk={onAsk} /> : null;
}

function Questions({ view, of, onAsk }: Props & { readonly view: CaseView }): ReactNode {
  const { ask } = useAskVoice();
  const [kept, setKept] = useState<readonly SavedQuestion[]>([]);
  const [removed, setRemoved] = useState<SavedQuestion>();
  const [fault, setFault] = useState(false);
  const reload = (done: Promise<unknown> = Promise.resolve()): void => {
    done.then(() => savedQuestions(view.name)).then(setKept, () => setFault(true));
  };
  useEffect(() => {
    savedQuestions(view.name).then(setKept, () => setFault(true));
  }, [view.name]);
  return (
    <details className="ask-made">
      <summary>
        <h3>{ask("saved.title")}</h3>
      </summary>
      {fault && <p role="alert">{ask("saved.fault")}</p>}
      <Keep view={view} of={of} onKeep={(question) => reload(saveQuestion(question))} />
      {removed && (
        <p role="status">
          {ask("saved.removed", { name: removed.name })}{" "}
          <button
            type="button"
            className="link-button"
            onClick={() => {
              reload(saveQuestion(removed));
              setRemoved(undefined);
            }}
          >
            {ask("saved.restore")}
          </button>
        </p>
      )}
      <ul>
        {kept.map((question) => (
          <Question
            key={question.id}
            question={question}
            data={view.dataHash}
            of={of}
            onAsk={onAsk}
            onRemove={() => {
              setRemoved(question);
              reload(removeQuestion(question.id));
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
  readonly onAsk: (form: AskForm) => void;
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
        <button type="button" className="link-button" onClick={() => onAsk(form)}>
          {ask("saved.again", { name })}
        </button>
        <button type="button" className="link-button" onClick={() => session.write(form)}>
          {ask("saved.change")}
        </button>
        <button type="button" className="link-button" onClick={onRemove}>
          {ask("saved.remove")}
        </button>
      </div>
    </li>
  );
}
