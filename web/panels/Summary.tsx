import { Fragment, type ReactNode } from "react";
import { measureNamed, measuresAt, isOrderSure } from "../../src/index.ts";
import { counted, useVoice, type Voice } from "../i18n/say.ts";
import { caseView, planList } from "../state/selectors.ts";
import { standingOf, WHAT_MATTERS } from "../state/standing.ts";
import { useSelect } from "../state/store.ts";
import type { CaseView, Decision, PlanList } from "../worker/messages.ts";
import { surenessOf } from "./sureness-text.ts";
import { shortTitle } from "./plan-title.ts";

/** Where the plans begin. */
export const PLANS = "plans-found";

/** In a few plain sentences built from the figures: what is looked at, and where the decision stands. */
export function Summary(): ReactNode {
  const voice = useVoice();
  const view = useSelect(caseView);
  const list = useSelect(planList);
  if (!view || !list || list.count === 0) return <div className="summary" aria-busy={!view} />;
  return (
    <div className="summary">
      <h2 className="summary-count" id={PLANS} tabIndex={-1}>
        {voice.say("summary.count", counted(voice, list.count))}
      </h2>
      <p className="summary-lead">{leadSentence(voice, view, list)}</p>
      {list.best && <Sure best={list.best} />}
      {list.decisions.map((decision) => (
        <Fragment key={decision.id}>
          <p>{decisionSentence(voice, list, decision)}</p>
          <Standing view={view} list={list} decision={decision} />
        </Fragment>
      ))}
      <Equal list={list} />
    </div>
  );
}

/** How sure it is that a list which is not complete has the best; measure by measure for those who ask. */
function Sure({ best }: { readonly best: NonNullable<PlanList["best"]> }): ReactNode {
  const voice = useVoice();
  const { told, proven, near } = surenessOf(voice, best);
  return (
    <>
      <p>{told}</p>
      {proven.length + near.length > 0 && (
        <details className="how">
          <summary>{voice.say("summary.sure.more")}</summary>
          <Named title={voice.say("summary.sure.list.proven")} measures={proven} />
          <Named title={voice.say("summary.sure.list.near")} measures={near} />
        </details>
      )}
    </>
  );
}

interface NamedProps {
  readonly title: string;
  readonly measures: readonly string[];
}

function Named({ title, measures }: NamedProps): ReactNode {
  if (measures.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {measures.map((measure) => (
          <li key={measure}>{measure}</li>
        ))}
      </ul>
    </>
  );
}

function leadSentence({ say, number }: Voice, view: CaseView, list: PlanList): string {
  const inPieces = list.said === "" ? "summary.touching" : "summary.touching.said";
  return say(list.complete ? (list.contiguous === list.count ? "summary.all" : inPieces) : "summary.best", {
    count: number(list.count),
    whole: number(list.contiguous),
    existing: number(Number(list.existing)),
    from: number(view.districts.length),
    to: number(list.districts),
    place: view.name,
  });
}

function decisionSentence({ say, number, language }: Voice, list: PlanList, decision: Decision): string {
  const title = shortTitle(decision.title, language);
  if (decision.plan === undefined) return say("summary.notListed", { decision: title });
  return say(list.policy === "stay" ? "summary.decision" : "summary.districts", {
    decision: title,
    number: number(decision.plan + 1),
  });
}

interface StandingProps {
  readonly view: CaseView;
  readonly list: PlanList;
  readonly decision: Decision;
}

/** Which place the decision takes by what matters; opened by those who ask, since the list is to be in sight below. */
function Standing({ view, list, decision }: StandingProps): ReactNode {
  const voice = useVoice();
  const { say, number } = voice;
  if (decision.plan === undefined) return null;
  const places = standingOf(list, decision, view.today.values).map(({ measure, rank, againstToday }) =>
    say(againstToday === "worse" ? "summary.place.worse" : "summary.place", {
      what: say(`rank.${measure}`),
      rank: number(rank),
    }),
  );
  return (
    <details className="how standing">
      <summary>{say("summary.standing", { count: number(list.count), number: number(decision.plan + 1) })}</summary>
      {places.length > 0 && (
        <p>
          {say("summary.places", { list: places.join(", ") })} {unranked(voice, list)}
        </p>
      )}
      <Verdict list={list} decision={decision} />
    </details>
  );
}

/** What matters and puts the listed plans apart, but too unsurely for places. */
function unranked({ say, list: join }: Voice, list: PlanList): string {
  const keys = WHAT_MATTERS.filter((key) => {
    const measure = measureNamed(key);
    return measure && !isOrderSure(list, measure) && list.telling.includes(key);
  });
  return keys.length === 0 ? "" : say("summary.unranked", { what: join(keys.map((key) => say(`rank.${key}`))) });
}

/** How many plans cannot be improved on one main measure without loss on another, and whether the decision is one of them. */
function Verdict({ list, decision }: { readonly list: PlanList; readonly decision: Decision }): ReactNode {
  const voice = useVoice();
  const { say, number } = voice;
  const unbeaten = useSelect(({ arranged }) => arranged?.unbeaten.reduce((sum, mark) => sum + mark, 0));
  if (decision.beatenBy === undefined || unbeaten === undefined || list.count < 2) return null;
  return (
    <p>
      {decision.beatenBy === 0
        ? say("summary.unbeaten", { unbeaten: number(unbeaten), count: number(list.count) })
        : say("summary.beaten", counted(voice, decision.beatenBy))}
    </p>
  );
}

/** Measures a reader expects to differ; said where all plans are equal on them. */
function Equal({ list }: { readonly list: PlanList }): ReactNode {
  const { say, list: join } = useVoice();
  const equal = measuresAt("alike")
    .filter((key) => !list.telling.includes(key))
    .map((key) => say(`equal.${key}`));
  if (equal.length === 0 || list.count < 2) return null;
  return (
    <p className="summary-equal">
      {say(list.policy === "stay" ? "summary.equal" : "summary.equalHere", { what: join(equal) })}
    </p>
  );
}
