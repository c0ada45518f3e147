import { type ReactNode, useEffect, useSyncExternalStore } from "react";
import { type KeptAnswer, standingOf } from "../../ask/answers.ts";
import type { AgainItem } from "../../ask/ask-again.ts";
import { askedOf, type AskedOf } from "../../ask/asked-of.ts";
import { refitted } from "../../ask/saved.ts";
import type { OnAsk } from "../../ask/session.ts";
import { counted } from "../../i18n/say.ts";
import type { PagePlan } from "../../state/plans.ts";
import { caseView } from "../../state/selectors.ts";
import { useSelect } from "../../state/store.ts";
import type { CaseView } from "../../worker/messages.ts";
import { atTime } from "../draw/at-time.ts";
import { useAskVoice } from "./ask-voice.ts";
import { certificateText } from "./certificate-text.ts";
import { Saved } from "./Saved.tsx";
import { again, session, shelf } from "./session-context.ts";
import { useNow } from "./use-now.ts";
import { useSaved } from "./use-saved.ts";

interface Props {
  readonly of: AskedOf;
  readonly onAsk: OnAsk;
}

/** What was asked and answered before, and what was saved to be asked: all that is out of date can be asked again at once. */
export function Kept({ of, onAsk }: Props): ReactNode {
  const view = useSelect(caseView);
  return view ? <KeptOf key={view.name} view={view} of={of} onAsk={onAsk} /> : null;
}

function KeptOf({ view, of, onAsk }: Props & { readonly view: CaseView }): ReactNode {
  const voice = useAskVoice();
  const { ask } = voice;
  const { answers, keeps } = useSyncExternalStore(shelf.subscribe, shelf.now);
  const saved = useSaved(view.name);
  useEffect(() => void shelf.read(), []);
  const now = useNow(view.dataHash);
  const own = answers
    .filter(({ place }) => place === view.name)
    .map((answer) => ({ answer, standing: standingOf(answer, now) }));
  const askAnswer = (answer: KeptAnswer, plan: PagePlan): void => {
    const { form } = refitted(answer, askedOf(view, plan, now.said).context);
    onAsk(form, plan, { answer: answer.id, ...(answer.name !== undefined && { name: answer.name }) });
  };
  const items: AgainItem[] = [
    ...own.flatMap(({ answer, standing: { is, plan } }) =>
      plan && is !== "current" ? [{ id: answer.id, ask: () => askAnswer(answer, plan) }] : [],
    ),
    ...saved.kept.flatMap((question) =>
      question.data === view.dataHash
        ? []
        : [
            {
              id: question.id,
              ask: () =>
                onAsk(refitted(question, of.context).form, undefined, { saved: question, name: question.name }),
            },
          ],
    ),
  ];
  return (
    <>
      <Result />
      {items.length > 0 && (
        <button type="button" className="button button-secondary small-button" onClick={() => again.start(items)}>
          {ask("kept.all", counted(voice, items.length))}
        </button>
      )}
      {keeps === "no" && <p role="alert">{ask("kept.fault")}</p>}
      {own.length > 0 && (
        <details className="ask-made">
          <summary>
            <h3>{ask("kept.title", counted(voice, own.length))}</h3>
          </summary>
          <p className="field-help">{ask("kept.about")}</p>
          <ul>
            {own.map(({ answer, standing }) => (
              <Answer key={answer.id} answer={answer} standing={standing} onAsk={askAnswer} />
            ))}
          </ul>
        </details>
      )}
      <Saved of={of} saved={saved} onAsk={onAsk} />
    </>
  );
}

/** How asking all again went. */
function Result(): ReactNode {
  const voice = useAskVoice();
  const { status, done, of, without } = useSyncExternalStore(again.subscribe, again.now);
  if (status !== "ended") return null;
  return (
    <p role="status">
      {voice.ask("kept.again.done", { done: voice.number(done), all: voice.number(of) })}
      {without > 0 && ` ${voice.ask("kept.again.without", counted(voice, without))}`}
    </p>
  );
}

interface AnswerProps {
  readonly answer: KeptAnswer;
  readonly standing: ReturnType<typeof standingOf>;
  readonly onAsk: (answer: KeptAnswer, plan: PagePlan) => void;
}

function Answer({ answer, standing: { is, plan }, onAsk }: AnswerProps): ReactNode {
  const voice = useAskVoice();
  const { ask } = voice;
  const { id, at, name, form, base, run } = answer;
  const title = name ?? ask(`kind.${form.kind}`);
  const about = { name: title, plan: voice.read(base.plan.title), time: atTime(at, voice.language) };
  const open = (): void => {
    if (plan) session.show({ ...answer, base: plan }, run);
  };
  const [best] = run.status === "answered" ? run.answer.plans : [];
  return (
    <li className="ask-plan">
      <strong>{title}</strong>
      <p className="field-help">{ask("kept.of", about)}</p>
      {best ? <p>{certificateText(voice, form.kind, best)}</p> : <p>{ask("impossible.title")}</p>}
      {is !== "current" && <p className="field-help">{ask(`kept.${is}`)}</p>}
      <div className="draw-links">
        {is === "current" && (
          <button type="button" className="link-button" aria-label={ask("kept.openIt", about)} onClick={open}>
            {ask("kept.open")}
          </button>
        )}
        {plan && (
          <button
            type="button"
            className="link-button"
            aria-label={ask("kept.againIt", about)}
            onClick={() => onAsk(answer, plan)}
          >
            {ask("kept.again")}
          </button>
        )}
        <button
          type="button"
          className="link-button"
          aria-label={ask("kept.removeIt", about)}
          onClick={() => void shelf.remove(id)}
        >
          {ask("saved.remove")}
        </button>
      </div>
    </li>
  );
}
