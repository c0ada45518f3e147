import { type ReactNode, useMemo, useState } from "react";
import { startDraft } from "../../../src/index.ts";
import { adopting } from "../../ask/adopt.ts";
import type { AskedQuestion } from "../../ask/session.ts";
import { groundOf } from "../../proposals/proposal.ts";
import { caseView } from "../../state/selectors.ts";
import { useSelect } from "../../state/store.ts";
import type { AskAnswer, AskedPlan } from "../../worker/messages.ts";
import { goalsText, isTelling, useAskVoice } from "./ask-voice.ts";
import { certificateText } from "./certificate-text.ts";
import { FrontChart } from "./FrontChart.tsx";
import { Prices } from "./Prices.tsx";
import { session, useSession } from "./session-context.ts";
import { useAdopt } from "./use-adopt.ts";

/** What was found, how sure that is, and the way to open it. */
export function Answer({ answer }: { readonly answer: AskAnswer }): ReactNode {
  const { ask } = useAskVoice();
  const { asked } = useSession();
  const [best] = answer.plans;
  if (!asked || !best) return null;
  return (
    <section className="ask-answer" aria-label={ask("answer.title")}>
      <h3>{ask("answer.title")}</h3>
      {answer.plans.length === 1 ? <One asked={asked} plan={best} /> : <Several asked={asked} answer={answer} />}
      {answer.prices && <Prices prices={answer.prices} asked={asked} />}
      <p className="draw-links">
        <button type="button" className="link-button" onClick={session.clear}>
          {ask("ask.change")}
        </button>
      </p>
    </section>
  );
}

interface OneProps {
  readonly asked: AskedQuestion;
  readonly plan: AskedPlan;
}

function One({ asked, plan }: OneProps): ReactNode {
  const voice = useAskVoice();
  const view = useSelect(caseView);
  const { base } = asked;
  const isSame = useMemo(
    () =>
      view !== undefined &&
      adopting(base.draft ?? startDraft(groundOf(view), base.plan), plan, view.units.unitBand).length === 0,
    [view, base, plan],
  );
  return (
    <>
      <p role="status" className="ask-certificate">
        {isSame && plan.status === "optimal" ? voice.ask("answer.same") : certificateText(voice, plan)}
      </p>
      <dl className="ask-goal-values">
        {plan.goals.filter(isTelling).map(({ goal, value, before }) => (
          <div key={goal}>
            <dt>{voice.ask(`value.${goal}`)}</dt>
            <dd>
              <strong>{voice.goal(goal, value)}</strong>
              {before !== undefined && ` (${voice.ask("answer.before", { value: voice.goal(goal, before) })})`}
            </dd>
          </div>
        ))}
      </dl>
      <Closings asked={asked} plan={plan} />
      {!isSame && <Open asked={asked} plan={plan} label={voice.ask("answer.open")} />}
    </>
  );
}

interface SeveralProps {
  readonly asked: AskedQuestion;
  readonly answer: AskAnswer;
}

/** Several plans: of two concerns as a chart as well. */
function Several({ asked, answer: { plans, complete } }: SeveralProps): ReactNode {
  const voice = useAskVoice();
  const { ask } = voice;
  const [shown, setShown] = useState(0);
  return (
    <>
      {complete !== undefined && (
        <>
          <p className="field-help">{ask(complete ? "front.all" : "front.some")}</p>
          <FrontChart plans={plans} shown={shown} onShow={setShown} />
        </>
      )}
      <ol className="ask-plans">
        {plans.map((plan, i) => (
          <li key={plan.plan.id} className={complete !== undefined && i === shown ? "ask-plan ask-shown" : "ask-plan"}>
            <strong>{ask("answer.number", { number: voice.number(i + 1) })}</strong>
            <p>{goalsText(voice, plan.goals)}</p>
            <Closings asked={asked} plan={plan} />
            {(complete === undefined || plan.status !== "optimal") && (
              <p className="field-help">
                {i > 0 && plan.status === "optimal" ? ask("answer.optimal.next") : certificateText(voice, plan)}
              </p>
            )}
            <Open asked={asked} plan={plan} label={ask("answer.openNumber", { number: voice.number(i + 1) })} />
          </li>
        ))}
      </ol>
    </>
  );
}

/** Which schools a network does without. */
function Closings({ asked: { base, question }, plan }: OneProps): ReactNode {
  const { ask, list } = useAskVoice();
  const view = useSelect(caseView);
  if (question.kind !== "network") return null;
  const sites = [...(view?.sites ?? []), ...(base.draft?.newSites ?? [])];
  const closed = sites.flatMap(({ name }, site) =>
    base.plan.teaching[site] !== 0 && plan.plan.teaching[site] === 0 ? [name] : [],
  );
  return <p>{closed.length === 0 ? ask("answer.closesNone") : ask("answer.closes", { schools: list(closed) })}</p>;
}

interface OpenProps extends OneProps {
  readonly label: string;
}

/** Of a proposal that was asked of, also a step of its own. */
function Open({ asked, plan, label }: OpenProps): ReactNode {
  const { ask, read } = useAskVoice();
  const adopt = useAdopt();
  const isOwn = asked.base.draft !== undefined;
  return (
    <div className="undo-redo">
      {isOwn && (
        <button type="button" className="button button-primary small-button" onClick={() => adopt(asked, plan, "here")}>
          {ask("answer.use", { plan: read(asked.base.plan.title) })}
        </button>
      )}
      <button
        type="button"
        className={`button small-button ${isOwn ? "button-secondary" : "button-primary"}`}
        onClick={() => adopt(asked, plan, "new")}
      >
        {isOwn ? ask("answer.copy") : label}
      </button>
    </div>
  );
}
